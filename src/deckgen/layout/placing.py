"""Places for words beside lines: clear of the lines and of one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil

from deckgen.drawing import Point
from deckgen.geometry import Points, Rect
from deckgen.layout.lettering import SetLabel

CLEARANCE: Points = 5.0
"""How far words keep away from lines."""

PACE: Points = 3.0
"""How near to one another the places of a line are that are looked at."""


def apart(
    wished: Sequence[tuple[Points, SetLabel]], top: Points, bottom: Points
) -> Iterator[tuple[SetLabel, Points]]:
    """Labels with their tops, each with its middle as near as can be to where it is wished.

    They stand below one another in the order of their wishes, between `top` and `bottom` if
    there is room for all.
    """
    ordered = sorted(wished, key=lambda each: each[0])
    tops: list[Points] = []
    for middle, label in ordered:
        least = tops[-1] + ordered[len(tops) - 1][1].height if tops else top
        tops.append(max(least, middle - label.height / 2))
    limit = bottom
    for index in range(len(ordered) - 1, -1, -1):
        limit = tops[index] = min(tops[index], limit - ordered[index][1].height)
    shift = max(0.0, top - tops[0]) if tops else 0.0
    tops = [each + shift for each in tops]
    for (_, label), place in zip(ordered, tops, strict=True):
        yield label, place


def free_place(
    point: Point,
    label: SetLabel,
    area: Rect,
    runs: Sequence[tuple[Point, ...]],
    others: Sequence[Rect],
) -> Point | None:
    """The corner of the first place around `point` where words hide nothing; None if none is."""
    for corner in _corners(point, label):
        rect = Rect(corner.x, corner.y, label.width, label.height)
        around = rect.inset(-CLEARANCE, -CLEARANCE / 2)
        is_free = not any(_overlap(around, other) for other in others)
        if area.contains(rect) and is_free and not any(_touches(run, around) for run in runs):
            return corner
    return None


def _corners(point: Point, label: SetLabel) -> Iterator[Point]:
    """Above, below and beside a point, nearest first."""
    x, y = point
    width, height = label.width, label.height
    for distance in (10.0, 18.0, 30.0):
        for top in (y - height - distance, y + distance):
            for left in (x - width / 2, x - width, x - width - distance, x, x + distance):
                yield Point(left, top)
        yield Point(x + distance, y - height / 2)


def _touches(run: Sequence[Point], rect: Rect) -> bool:
    return any(_is_inside(place, rect) for one, two in pairwise(run) for place in _along(one, two))


def _along(one: Point, two: Point) -> Iterator[Point]:
    count = max(1, ceil(max(abs(two.x - one.x), abs(two.y - one.y)) / PACE))
    for number in range(count + 1):
        share = number / count
        yield Point(one.x + (two.x - one.x) * share, one.y + (two.y - one.y) * share)


def _is_inside(place: Point, rect: Rect) -> bool:
    return rect.left <= place.x <= rect.right and rect.top <= place.y <= rect.bottom


def _overlap(one: Rect, other: Rect) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )
