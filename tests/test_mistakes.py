"""What authors are told about each kind of mistake, word by word.

Every folder under `cases/mistakes` is a deck or, in a folder `theme`, a theme with
one kind of mistake in it; `expected.txt` is all that is said about it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from deckgen.problems import InvalidInput, Problem
from deckgen.reading import read_report, read_theme

CASES = Path(__file__).parent / "cases" / "mistakes"
NAMES = sorted(path.name for path in CASES.iterdir() if path.is_dir())


def _files(folder: Path) -> Mapping[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "expected.txt"
    }


def _problems(case: Path) -> tuple[Problem, ...]:
    try:
        if (case / "theme").is_dir():
            return read_theme("city", "themes/city", _files(case / "theme"))[1]
        return read_report("city", "content/city", _files(case))[1]
    except InvalidInput as mistakes:
        return mistakes.problems


@pytest.mark.parametrize("name", NAMES)
def test_a_mistake_is_told_with_its_place_and_a_way_out(name: str, accept: bool):
    problems = _problems(CASES / name)
    told = "\n\n".join(str(problem) for problem in problems) + "\n"
    golden = CASES / name / "expected.txt"
    if accept:
        golden.write_bytes(told.encode())

    assert golden.read_bytes().decode() == told


@pytest.mark.parametrize("name", NAMES)
def test_every_mistake_has_a_code_a_sentence_and_a_place_in_its_file(name: str):
    for problem in _problems(CASES / name):
        assert problem.code == problem.code.lower().replace(" ", "-").replace("_", "-")
        assert problem.message
        assert not problem.message.endswith(".")
        assert problem.source.length <= max(1, len(problem.source.file.line(problem.source.line)))


def test_every_case_says_something():
    assert all((CASES / name / "expected.txt").read_bytes().strip() for name in NAMES)
