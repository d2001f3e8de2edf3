"""Charts: every point once, within its count, on axes that are there (ECMA-376-1, 21.2).

PowerPoint repairs charts with doubled points, and drops them (gitbrent/PptxGenJS 1532).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from deckgen.linting.finding import Finding
from deckgen.linting.sheet import Sheet

_POINTS = r"(?s)<c:(numCache|strCache|numLit|strLit|lvl)>(.*?)</c:\1>"
_POINT = '<c:pt idx="([^"]*)"'
_COUNT = '<c:ptCount val="([^"]*)"'
_SERIES = r"(?s)<c:ser>(.*?)</c:ser>"
_FORMATTED = r'<c:dPt><c:idx val="([^"]*)"'
_ORDER = r'<c:ser><c:idx val="([^"]*)"'
_AXIS = r"<c:(?:cat|val|date|ser)Ax>\s*<c:axId val=\"([^\"]*)\""
_AXIS_ID = '<c:axId val="([^"]*)"'
_LARGEST = 2**32 - 1


def charts(sheet: Sheet) -> Iterator[Finding]:
    """What is wrong with a chart."""
    for _, points in re.findall(_POINTS, sheet.text):
        yield from _points(sheet.name, points)
    for series in re.findall(_SERIES, sheet.text):
        yield from _doubled(sheet.name, "the format of point", re.findall(_FORMATTED, series))
    yield from _doubled(sheet.name, "the series", re.findall(_ORDER, sheet.text))
    yield from _axes(sheet.name, sheet.text)


def _points(name: str, text: str) -> Iterator[Finding]:
    points = re.findall(_POINT, text)
    yield from _doubled(name, "point", points)
    count = re.search(_COUNT, text)
    if count and any(not _is_below(point, count[1]) for point in points):
        message = f"there are points beyond the {count[1]} that are counted"
        yield Finding("uncounted-point", name, message)


def _doubled(name: str, noun: str, ids: Iterable[str]) -> Iterator[Finding]:
    seen: set[str] = set()
    for id_ in ids:
        if id_ in seen:
            yield Finding("doubled-point", name, f"{noun} {id_} is listed twice")
        seen.add(id_)


def _is_below(number: str, limit: str) -> bool:
    return number.isdecimal() and limit.isdecimal() and int(number) < int(limit)


def _axes(name: str, text: str) -> Iterator[Finding]:
    ids = dict.fromkeys(re.findall(_AXIS_ID, text))
    known = re.findall(_AXIS, text)
    for id_ in ids:
        if not _is_below(id_, str(_LARGEST + 1)):
            yield Finding("bad-axis", name, f"the id {id_} of an axis is no whole number from 0")
        elif id_ not in known:
            yield Finding("bad-axis", name, f"there is no axis with the id {id_}")
    yield from _doubled_axes(name, known)


def _doubled_axes(name: str, known: list[str]) -> Iterator[Finding]:
    if len(set(known)) < len(known):
        yield Finding("bad-axis", name, "two axes have one id")
