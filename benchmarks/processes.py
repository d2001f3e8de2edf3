"""How long deckgen's commands take beside the least that could do the same.

Whole processes, run in turns so that a busy machine slows all of them alike; a
ratio compares medians of one run. Times themselves say little across machines.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from pptx import Presentation

REPOSITORY = Path(__file__).parents[1]
PEERS = Path(__file__).parent / "peers"
ROUNDS = 21
AS_INSTALLED = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
"""Installed programs run from their bytecode."""


class Race(NamedTuple):
    """A command of ours, what it is held against, and the ratio it may reach."""

    name: str
    ours: list[str]
    peer_name: str
    peer: list[str]
    goal: float


def main() -> None:
    """Run every race and print a table; exit with 1 if a goal is missed."""
    with tempfile.TemporaryDirectory() as folder:
        results = [(race, *_run(race)) for race in _races(Path(folder))]
    print(f"{'':34} {'ours':>8} {'peer':>8} {'ratio':>6} {'goal':>5}")
    for race, ours, peer in results:
        name = f"{race.name} / {race.peer_name}"
        figures = f"{ours * 1000:5.0f} ms {peer * 1000:5.0f} ms {ours / peer:6.2f} {race.goal:5.2f}"
        print(f"{name:34} {figures}")
    sys.exit(any(ours / peer > race.goal for race, ours, peer in results))


def _races(folder: Path) -> list[Race]:
    python, deckgen = sys.executable, str(Path(sys.executable).with_name("deckgen"))
    build = [deckgen, "build", "bielefeld", "-C", str(REPOSITORY), "-o", str(folder)]
    subprocess.run(build, check=True, capture_output=True)
    slides = len(Presentation(str(folder / "bielefeld.pptx")).slides)
    return [
        Race(
            "deckgen --help",
            [deckgen, "--help"],
            "empty click program",
            [python, str(PEERS / "empty_click_program.py"), "--help"],
            goal=1.25,
        ),
        Race(
            f"bielefeld, {slides} slides",
            build,
            "python-pptx",
            [python, str(PEERS / "plain_deck.py"), str(slides), str(folder / "plain.pptx")],
            goal=1.5,
        ),
    ]


def _run(race: Race) -> tuple[float, float]:
    """The median seconds of ours and of the peer."""
    rounds = [(_seconds(race.ours), _seconds(race.peer)) for _ in range(ROUNDS)]
    return median(ours for ours, _ in rounds), median(peer for _, peer in rounds)


def _seconds(command: list[str]) -> float:
    start = perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=AS_INSTALLED)
    return perf_counter() - start


if __name__ == "__main__":
    main()
