"""Charts: every point once, within its count, on axes that are there (ECMA-376-1, 21.2).

PowerPoint repairs charts with doubled points, and drops them (gitbrent/PptxGenJS 1532), or the
slide with figures that are none (scanny/python-pptx 149).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from deckgen.linting.finding import Finding
from deckgen.linting.numbers import is_in
from deckgen.linting.sheet import Sheet

_NUMBERS = ("numCache", "numLit")
_CACHES = (*_NUMBERS, "strCache", "strLit")
_LEVELS = "multiLvlStrCache"
_IN_ORDER = [str(number) for number in range(64)]
"""How points are numbered in nearly all charts, which need no closer look then."""

_POINT = re.compile('<c:pt idx="([^"]*)"')
_COUNT = re.compile('<c:ptCount val="([^"]*)"')
# Cells with errors are told as they are shown: #N/A.
_NUMBER = r"\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*|#[^<\n]*"
_NO_NUMBER = re.compile(f"<c:v>(?!(?:{_NUMBER})</c:v>)([^<]*)</c:v>")
_FORMATTED = re.compile(r'<c:dPt><c:idx val="([^"]*)"')
_LABELLED = re.compile(r'<c:dLbl><c:idx val="([^"]*)"')
_HEAD = re.compile('<c:idx val="([^"]*)"(?:/><c:order val="([^"]*)")?')
_AXIS = re.compile(r"""Ax>\s*<c:axId val="([^"]*)\"""")
_AXIS_ID = re.compile('<c:axId val="([^"]*)"')
_CROSSED = re.compile('<c:crossAx val="([^"]*)"')
_AXES = range(2**32)
_COUNTS = range(2**32)


def charts(sheet: Sheet) -> Iterator[Finding]:
    """What is wrong with a chart."""
    name, text = sheet.name, sheet.text
    for kind in _CACHES:
        for points in _inside(kind, text):
            yield from _points(name, points)
            if kind in _NUMBERS:
                yield from _figures(name, points)
    for levels in _inside(_LEVELS, text):
        count, *points_of = levels.split("<c:lvl>")
        for points in points_of:
            yield from _points(name, count + points)
    before, *begun = text.split("<c:ser>")
    ended = [each.partition("</c:ser>") for each in begun]
    yield from _series(name, [series for series, _, _ in ended])
    yield from _axes(name, "".join([before, *[after for _, _, after in ended]]))


def _series(name: str, series: Sequence[str]) -> Iterator[Finding]:
    for each in series:
        yield from _doubled(name, "the format of point", _FORMATTED.findall(each))
        yield from _doubled(name, "the label of point", _LABELLED.findall(each))
    heads = [head for each in series if (head := _HEAD.match(each))]
    yield from _doubled(name, "the series", [head[1] for head in heads])
    orders = [head[2] for head in heads if head[2] is not None]
    yield from _doubled(name, "the place of a series,", orders)


def _inside(tag: str, text: str) -> Iterator[str]:
    """What is inside of each element `tag`; none of them is in another one of its kind."""
    for begun in text.split(f"<c:{tag}>")[1:]:
        yield begun.partition(f"</c:{tag}>")[0]


def _points(name: str, text: str) -> Iterator[Finding]:
    points = _POINT.findall(text)
    count = _COUNT.search(text)
    if count and points == _IN_ORDER[: len(points)] and _counts(count[1], len(points)):
        return
    yield from _doubled(name, "point", points)
    if count and any(not _is_below(point, count[1]) for point in points):
        message = f"there are points beyond the {count[1][:20]} that are counted"
        yield Finding("uncounted-point", name, message)


def _figures(name: str, text: str) -> Iterator[Finding]:
    for value in _NO_NUMBER.findall(text):
        yield Finding("bad-figure", name, f"the figure of a point is `{value[:100]}`")


def _doubled(name: str, noun: str, ids: Iterable[str]) -> Iterator[Finding]:
    seen: set[str] = set()
    for id_ in ids:
        if id_ in seen:
            yield Finding("doubled-point", name, f"{noun} {id_} is listed twice")
        seen.add(id_)


def _counts(count: str, points: int) -> bool:
    """Whether a count is no less than so many points."""
    return is_in(count, _COUNTS) and int(count) >= points


def _is_below(number: str, limit: str) -> bool:
    return is_in(limit, _COUNTS) and is_in(number, range(int(limit)))


def _axes(name: str, text: str) -> Iterator[Finding]:
    axes = _AXIS.findall(text)
    known = set(axes)
    for id_ in dict.fromkeys((*_AXIS_ID.findall(text), *_CROSSED.findall(text))):
        if not is_in(id_, _AXES):
            yield Finding(
                "bad-axis", name, f"the id {id_[:20]} of an axis is no whole number from 0"
            )
        elif id_ not in known:
            yield Finding("bad-axis", name, f"there is no axis with the id {id_}")
    if len(known) < len(axes):
        yield Finding("bad-axis", name, "two axes have one id")
