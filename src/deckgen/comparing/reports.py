"""What a report says of itself, before its slides."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from deckgen.changes import Detail, DetailChange
from deckgen.comparing.likeness import undated
from deckgen.comparing.meaning import meaning
from deckgen.content import PartialDate, Report, Text
from deckgen.problems import Source

_ELSEWHERE = {"name", "source", "projects", "sections", "meeting"}


def report_changes(before: Report, now: Report) -> Iterator[DetailChange]:
    """The keys of the deck that say something else, and sections that came or went."""
    for key in Report._fields:
        if key not in _ELSEWHERE:
            yield from _change(key, getattr(before, key), getattr(now, key), now.source)
    for key in now.meeting._fields:
        yield from _change(key, getattr(before.meeting, key), getattr(now.meeting, key), now.source)
    gone, new = _only_in(before, now), _only_in(now, before)
    if gone or new:
        yield DetailChange("sections", gone or None, new or None, now.source)


def _change(key: str, before: object, now: object, place: Source) -> Iterator[DetailChange]:
    if meaning(before) != meaning(now):
        yield DetailChange(key, _detail(before), _detail(now), place)


def _detail(value: object) -> Detail:
    return value if isinstance(value, Text | date | PartialDate | int | str) else None


def _only_in(report: Report, other: Report) -> tuple[Text, ...]:
    known = {undated(section.title.plain) for section in other.sections}
    titles = (section.title for section in report.sections)
    return tuple(title for title in titles if undated(title.plain) not in known)
