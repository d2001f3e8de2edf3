"""All measurements, in the order they are made; the results are plain values for JSON."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from benchmarks.kinds import SLIDES_OF_KINDS
from benchmarks.running import AS_INSTALLED, Job, in_turns
from benchmarks.tools import DECKGEN, PEERS, PYTHON, Tool, tools

Results = dict[str, Any]

READ = 2400
"""So many slides are 1 MB of YAML."""

REBUILT = 20


class Extent(NamedTuple):
    """How often things run: decks by their slides, 400 decks, what is quick, what is inside.

    Decks of tables, charts and pictures have so many slides of these as `kinds` says.
    """

    slides: dict[int, int]
    many: int
    commands: int
    inside: int
    kinds: tuple[int, int]


FULL = Extent({1: 21, 10: 21, 100: 21, 1000: 5, 3000: 3}, 3, 21, 5, kinds=(800, 1600))
SHORT = Extent({1: 3, 10: 5, 100: 3, 1000: 1}, 0, 5, 1, kinds=(100, 200))


def measure(folder: Path, extent: Extent) -> Results:
    """All results, by the decks that are prepared in `folder`."""
    found, missing = tools()
    _say("writing the decks to build")
    sizes = {*extent.slides, READ, REBUILT}
    _child("benchmarks.decks", str(folder), *map(str, sizes))
    _child("benchmarks.kinds", str(folder), "1", *map(str, extent.kinds))
    return {
        "machine": _machine(),
        "tools": {tool.name: tool.shown for tool in found},
        "missing": missing,
        "rounds": extent.slides,
        "commands": _commands(folder, extent.commands),
        "slides": _slides(folder, found, extent.slides),
        "many": _many(folder / "many", extent.many),
        "kinds": _kinds(folder, extent),
        "history": _history(folder / "history", extent.commands),
        **_inside(folder, extent.inside),
    }


def _machine() -> dict[str, str]:
    version = subprocess.run([DECKGEN, "--version"], check=True, capture_output=True, text=True)
    return {
        "deckgen": version.stdout.split()[-1],
        "python": platform.python_version(),
        "system": f"{platform.system()}, {platform.machine()}",
        "cores": str(os.cpu_count()),
    }


def _slides(folder: Path, found: list[Tool], rounds: dict[int, int]) -> dict[str, Any]:
    """The cost of each tool for each number of slides."""
    costs: dict[str, Any] = {tool.name: {} for tool in found}
    for slides, times in rounds.items():
        _say(f"{slides} slides, {times} rounds")
        jobs = {tool.name: tool.job(folder, slides) for tool in found}
        for name, cost in in_turns(jobs, times).items():
            costs[name][str(slides)] = cost._asdict()
    return costs


def _kinds(folder: Path, extent: Extent) -> dict[str, Any]:
    """Seconds of the processors for decks of each kind, and those a timeline takes."""
    _say("tables, charts, pictures and timelines")
    output = folder / "kinds"
    sizes = (1, *extent.kinds)
    jobs = {
        f"{kind}-{slides}": Job(
            [DECKGEN, "build", f"{kind}-{slides}", "-C", str(folder), "-o", str(output)], output
        )
        for kind in SLIDES_OF_KINDS
        for slides in sizes
    }
    costs = in_turns(jobs, extent.inside)
    busy = {
        kind: {str(slides): costs[f"{kind}-{slides}"].busy for slides in sizes}
        for kind in SLIDES_OF_KINDS
    }
    timeline: dict[str, float] = json.loads(_child("benchmarks.timeline", "--json"))
    return {"busy": busy, "timeline": timeline}


def _commands(folder: Path, rounds: int) -> dict[str, float]:
    """Seconds of `--help`, of a program that does nothing, and of a build without a change."""
    _say("--help, and building again without a change")
    again = [DECKGEN, "build", "slides-1000", "-C", str(folder), "-o", str(folder / "again")]
    empty = str(PEERS / "empty_click_program.py")
    jobs = {
        "--help": Job([DECKGEN, "--help"]),
        "empty": Job([PYTHON, empty, "--help"]),
        "unchanged": Job(again),
    }
    in_turns(jobs, 1)  # makes the bytecode, and the deck that does not change
    return {name: cost.seconds for name, cost in in_turns(jobs, rounds).items()}


def _many(folder: Path, rounds: int) -> dict[str, float]:
    """Seconds for 400 decks."""
    if not rounds:
        return {}
    _say(f"400 decks, {rounds} rounds")
    contents = [str(path) for path in sorted(folder.glob("*.json"))]
    plain, ours = folder / "plain", folder / "ours"
    build = [DECKGEN, "build", "-C", str(folder), "-o", str(ours)]
    script = [PYTHON, str(PEERS / "plain_deck.py"), str(plain), *contents]
    jobs = {"python-pptx": Job(script, plain), "deckgen": Job(build, ours)}
    if _knows_jobs():
        jobs["deckgen"] = Job([*build, "--jobs", "1"], ours)
        jobs["deckgen, two jobs"] = Job([*build, "--jobs", "2"], ours)
    return {name: cost.seconds for name, cost in in_turns(jobs, rounds).items()}


def _history(folder: Path, rounds: int) -> dict[str, float]:
    """Seconds for a deck of 60 projects with what is new in it over 2,000 commits, and without;
    and for that with no repository."""
    _say(f"60 projects over 2,000 commits, {rounds} rounds")
    _child("benchmarks.history", str(folder))
    alone = folder.with_name("no-repository")
    shutil.copytree(folder, alone, ignore=shutil.ignore_patterns(".git"))
    jobs = {
        "history": _build_in(folder, "history"),
        "plain": _build_in(folder, "plain"),
        "no repository": _build_in(alone, "plain"),
    }
    return {name: cost.seconds for name, cost in in_turns(jobs, rounds).items()}


def _build_in(folder: Path, deck: str) -> Job:
    output = folder / "output" / f"{deck}.pptx"
    return Job([DECKGEN, "build", "--force", "-C", str(folder), deck], output)


def _knows_jobs() -> bool:
    answer = subprocess.run([DECKGEN, "build", "--help"], check=True, capture_output=True)
    return b"--jobs" in answer.stdout


def _inside(folder: Path, rounds: int) -> Results:
    """Seconds of the stages for 1000 slides, of reading 1 MB, of building again in a process."""
    _say("inside of processes")
    text = folder / "content" / f"slides-{READ}" / "deck.yaml"
    asked = {
        "stages": ("stages", str(folder), "slides-1000"),
        "reading": ("stages", str(folder), f"slides-{READ}"),
        "yaml": ("yaml", str(text)),
        "rebuild": ("rebuild", str(folder), f"slides-{REBUILT}"),
    }
    answers = [
        {name: _inside_once(*question) for name, question in asked.items()} for _ in range(rounds)
    ]
    medians = {name: _medians(answer[name] for answer in answers) for name in asked}
    profile = _inside_once("profile", str(folder), "slides-1000")
    return {**medians, "profile": profile, "megabytes": text.stat().st_size / 1e6}


def _inside_once(*question: str) -> dict[str, float]:
    answer: dict[str, float] = json.loads(_child("benchmarks.inside", *question))
    return answer


def _medians(answers: Iterable[dict[str, float]]) -> dict[str, float]:
    each = list(answers)
    # What zipping is divided into was built in the same process: their ratio is taken there.
    ratios = [{"ratio": one["build"] / one["zipping"]} if "zipping" in one else {} for one in each]
    together = [{**one, **ratio} for one, ratio in zip(each, ratios, strict=True)]
    return {name: median(one[name] for one in together) for name in together[0]}


def _child(*arguments: str) -> str:
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(
        command, check=True, stdout=subprocess.PIPE, text=True, env=AS_INSTALLED
    ).stdout


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)
