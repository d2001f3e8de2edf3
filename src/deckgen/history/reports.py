"""Which revision is the earlier report: as asked for, or the newest tag of a smaller number."""

from __future__ import annotations

import re
from datetime import date

from deckgen.history.repository import Commit, Repository
from deckgen.named import NamedTuple

_NUMBERED = re.compile(r"(?:(?P<deck>.+)/)?report-(?P<number>[1-9]\d{0,5})")
_FURTHEST = 500
"""So many numbers before a report's own are looked for."""


class Asked(NamedTuple):
    """What a report is to be compared with: a revision, a tag or a day that somebody named, or,
    without any, the report with the next smaller number than `below`."""

    revision: str | None = None
    below: int | None = None


class Found(NamedTuple):
    """An earlier report: its revision, what that is called, and the report's number if known."""

    name: str
    commit: Commit
    number: int | None = None


def find_report(repository: Repository, deck: str, asked: Asked) -> Found | None:
    """The earlier report of the deck of this name, or None."""
    if asked.revision is not None:
        return _named(repository, asked.revision)
    return _before(repository, deck, asked.below) if asked.below else None


def tagged_reports(
    repository: Repository, deck: str, below: int | None = None, most: int | None = None
) -> tuple[Found, ...]:
    """The reports of the deck that have a tag, by their numbers: the last `most` of them, and
    those with a number `below` another one."""
    own, common = f"{deck}/report-*", "report-*"
    names = {  # a tag of the deck's own comes later, and counts
        number: name
        for name in (*repository.tags(common), *repository.tags(own))
        if (number := _number(name)) is not None and (below is None or number < below)
    }
    last = sorted(names)[-most:] if most else sorted(names)
    commits = repository.commits([f"refs/tags/{names[number]}" for number in last])
    found = zip(last, commits, strict=True)
    return tuple(Found(names[number], commit, number) for number, commit in found if commit)


def _named(repository: Repository, name: str) -> Found | None:
    commit = repository.commit(name)
    if commit is None and (day := named_day(name)):
        commit = repository.commit_of(day)
    return Found(name, commit, _number(name)) if commit else None


def _before(repository: Repository, deck: str, below: int) -> Found | None:
    numbers = range(below - 1, max(0, below - 1 - _FURTHEST), -1)
    names = [(n, name) for n in numbers for name in (f"{deck}/report-{n}", f"report-{n}")]
    commits = repository.commits([f"refs/tags/{name}" for _, name in names])
    found = zip(names, commits, strict=True)
    return next((Found(name, commit, n) for (n, name), commit in found if commit), None)


def _number(name: str) -> int | None:
    told = _NUMBERED.fullmatch(name)
    return int(told["number"]) if told else None


def named_day(name: str) -> date | None:
    """The day that is named, as in `2025-01-31`; None if it is none."""
    try:
        return date.fromisoformat(name) if re.fullmatch(r"\d{4}-\d\d-\d\d", name) else None
    except ValueError:
        return None
