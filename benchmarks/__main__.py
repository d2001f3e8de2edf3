"""Measure everything and print tables; the results of a full run are kept.

python -m benchmarks           # about ten minutes
python -m benchmarks --short   # about one: no 3000 slides, no 400 decks, few rounds
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from benchmarks.measuring import FULL, SHORT, measure
from benchmarks.report import report

RESULTS = Path(__file__).parents[1] / "output" / "benchmarks.json"


def main() -> None:
    """Print the tables; a goal that is not reached is marked there, and is no failure."""
    is_short = "--short" in sys.argv
    with tempfile.TemporaryDirectory() as folder:
        results = measure(Path(folder), SHORT if is_short else FULL)
    if not is_short:
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(json.dumps(results, indent=1, ensure_ascii=False), "utf-8")
    print(report(results), end="")


if __name__ == "__main__":
    main()
