"""What happens inside a process; each call prints one line of JSON.

    python -m benchmarks.inside stages FOLDER DECK   # seconds of each stage, and of zipping
    python -m benchmarks.inside profile FOLDER DECK  # the functions with the most time of their own
    python -m benchmarks.inside yaml FILE            # seconds of yaml.load with CSafeLoader
    python -m benchmarks.inside rebuild FOLDER DECK  # seconds from a changed file to the deck

Seconds are those of the processor, and a process measures one build, as users run it:
through the command line, with whatever that sets.
"""

from __future__ import annotations

import gc
import io
import json
import pstats
import re
import sys
import zipfile
from collections import defaultdict
from collections.abc import Callable
from cProfile import Profile
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

STAGES = {
    **{stage: stage for stage in ("read_report", "plan", "lay_out", "unshown", "write_pptx")},
    "write_deck": "build",
}
"""The functions of a build that are timed, and what each is called in the results."""

REBUILDS = 15
ZIPS = 3
FUNCTIONS_SHOWN = 12


def stages(folder: Path, deck: str) -> dict[str, float]:
    """The seconds of each stage of a build, of all of it (`build`), and of zipping its parts."""
    from deckgen import building
    from deckgen.linting.linter import Linter

    taken: dict[str, float] = defaultdict(float)
    for stage, name in STAGES.items():
        setattr(building, stage, _timed(getattr(building, stage), name, taken))
    for step in ("look_at", "findings"):
        setattr(Linter, step, _timed(getattr(Linter, step), "lint", taken))
    built = _run_command_line(folder, deck)
    return {**taken, "zipping": seconds_to_zip(built)}


def _run_command_line(folder: Path, deck: str) -> Path:
    """Build `deck` by the command line; its file."""
    from deckgen import cli

    output = folder / "inside"
    sys.argv = ["deckgen", "build", "--force", deck, "-C", str(folder), "-o", str(output)]
    standard_output, sys.stdout = sys.stdout, io.StringIO()
    try:
        cli.main()
    except SystemExit as end:
        if end.code:
            raise
    finally:
        sys.stdout = standard_output
    return output / f"{deck}.pptx"


def _timed(stage: Callable[..., Any], name: str, taken: dict[str, float]) -> Callable[..., Any]:
    def timed(*args: Any, **options: Any) -> Any:
        start = process_time()
        try:
            return stage(*args, **options)
        finally:
            taken[name] += process_time() - start

    return timed


def seconds_to_zip(deck: Path) -> float:
    """How long the standard library takes to zip the parts of `deck`: the floor of a build."""
    with zipfile.ZipFile(deck) as package:
        parts = [(part, package.read(part)) for part in package.namelist()]
    gc.collect()
    gc.freeze()  # what the build left behind must not slow the floor
    return median(_zip(parts) for _ in range(ZIPS))


def _zip(parts: list[tuple[str, bytes]]) -> float:
    start = process_time()
    with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        for name, content in parts:
            package.writestr(name, content)
    return process_time() - start


def profile(folder: Path, deck: str) -> dict[str, float]:
    """The functions with the most time of their own in a build, and their shares of it."""
    from deckgen import building

    profiler = Profile()
    build = building.write_deck

    def profiled(*args: Any, **options: Any) -> Any:
        return profiler.runcall(build, *args, **options)

    vars(building)["write_deck"] = profiled
    _run_command_line(folder, deck)
    found: dict[Any, Any] = vars(pstats.Stats(profiler))["stats"]
    own = {_shown(function): figures[2] for function, figures in found.items()}
    most = sorted(own, key=lambda name: -own[name])[:FUNCTIONS_SHOWN]
    return {name: own[name] / sum(own.values()) for name in most}


def _shown(function: tuple[str, int, str]) -> str:
    """`module.py:function`, or what a built-in function is called."""
    path, _, name = function
    if path == "~":
        return re.sub(" (of type object )?at 0x[0-9a-f]+", "", name).strip("<>")
    return f"{'/'.join(Path(path).parts[-2:])}:{name}"


def yaml(path: Path) -> dict[str, float]:
    """The seconds that PyYAML takes for the same file, without positions and validation."""
    from yaml import CSafeLoader, load

    content = path.read_bytes()
    start = process_time()
    load(content, CSafeLoader)
    return {"yaml": process_time() - start}


def rebuild(folder: Path, deck: str) -> dict[str, float]:
    """The median seconds from saving a changed deck to its file, while it is watched."""
    from deckgen.watching import Workshop, watch

    source = folder / "content" / deck / "deck.yaml"
    original = source.read_text("utf-8")
    seconds = []
    rounds = watch(Workshop([deck], root=folder, output="inside"))
    next(rounds)
    for number in range(REBUILDS + 1):
        start = perf_counter()
        source.write_text(original.replace("Das ", f"Das {number}. ", 1), "utf-8")
        next(rounds)
        seconds.append(perf_counter() - start)
    source.write_text(original, "utf-8")
    return {"rebuild": median(seconds[1:])}


def main() -> None:
    what, place, *deck = sys.argv[1:]
    measures: dict[str, Callable[..., dict[str, float]]] = {
        "stages": stages,
        "profile": profile,
        "yaml": yaml,
        "rebuild": rebuild,
    }
    print(json.dumps(measures[what](Path(place), *deck)))


if __name__ == "__main__":
    main()
