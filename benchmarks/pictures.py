"""How long pictures take: drawn for the first time, taken from the shelf, and without any.

    python benchmarks/pictures.py

Each is a whole build of a deck in a process of its own, and one in a process that goes on; the
deck without pictures has as many slides of bullets.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from deckgen.building import build

PICTURES = 6
ROUNDS = 7

_HEAD = "title: Report\nlanguage: en-GB\nsections:\n  - title: Figures\n    slides:\n"
_PICTURE = """\
      - kind: chart
        title: What is left, {number}
        type: waterfall
        categories: [Granted, Bus stops, The archive, Second scanner, Repairs]
        values: [{number}.35, -0.42, -0.31, 0.08, -0.2]
        unit: million pounds
"""
_BULLETS = """\
      - kind: text
        title: What is left, {number}
        items: [Granted, Bus stops, The archive, Second scanner, Repairs]
"""


def write(root: Path, name: str, slide: str) -> None:
    """Write a deck of so many slides."""
    folder = root / "content" / name
    folder.mkdir(parents=True)
    slides = "".join(slide.format(number=number) for number in range(1, PICTURES + 1))
    (folder / "deck.yaml").write_text(_HEAD + slides, encoding="utf-8")


def within(root: Path, name: str) -> float:
    """Milliseconds of a build in this process."""
    start = perf_counter()
    build(name, root=root)
    return (perf_counter() - start) * 1000


def alone(root: Path, name: str) -> float:
    """Milliseconds of a build in a process of its own."""
    start = perf_counter()
    command = [sys.executable, "-m", "deckgen", "build", name, "--force"]
    subprocess.run(command, cwd=root, check=True, stdout=subprocess.DEVNULL)
    return (perf_counter() - start) * 1000


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write(root, "pictures", _PICTURE)
        write(root, "bullets", _BULLETS)
        for place, measure in (("a process of its own", alone), ("this process", within)):
            first, again, without = [], [], []
            for _ in range(ROUNDS):
                shutil.rmtree(root / "output" / ".figures", ignore_errors=True)
                first.append(measure(root, "pictures"))
                again.append(measure(root, "pictures"))
                without.append(measure(root, "bullets"))
            told = f"{median(first):.0f} ms drawn, {median(again):.0f} ms from the shelf"
            print(f"{PICTURES} pictures in {place}: {told}, {median(without):.0f} ms without any")


if __name__ == "__main__":
    main()
