"""Where the labels of a row of marks stand: each near its own, clear of others and of lines.

A label begins below its mark, or it ends there. Vertical lines that are close to a mark are kept
out of its words, and so is the line of the report's day, wherever there is another place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from deckgen.geometry import Points
from deckgen.named import NamedTuple

MARK = 16.0
"""How wide and high a mark is."""

LABEL_GAP = 10.0
"""What is free at least between two labels of one line."""

CLEAR = 3.0
"""What is free at least between words and a line beside them."""

_REACH = MARK
"""How far from the middle of its mark the near end of a label may be."""

_BEGINNING, _ENDING, _BELOW, _LOWER, _CROSSED = 0.0, 1.0, 2.0, 1.5, 16.0
"""What it costs a label to begin or end at its mark or to stand below it somehow.

To this come being in a lower line, and being crossed by the line of today.
"""


class Strip(NamedTuple):
    """What labels stand in: from `first` to `end`, with vertical `lines` from left to right.

    The first line is that at the left end of time; that of the report's day may be among them,
    at `today`.
    """

    first: Points
    end: Points
    lines: tuple[Points, ...]
    today: Points | None = None

    def crosses(self, left: Points, right: Points) -> bool:
        """Whether any line goes through words between these edges, or too close by."""
        after = bisect_left(self.lines, left - CLEAR + 0.01)
        return after < len(self.lines) and self.lines[after] < right + CLEAR - 0.01

    def today_crosses(self, left: Points, right: Points) -> bool:
        """Whether the line of today does so."""
        today = self.today
        return today is not None and left - CLEAR + 0.01 < today < right + CLEAR - 0.01


class Place(NamedTuple):
    """The line of a label and its left edge; `is_ending` if it ends at its mark.

    One that `is_crossed` has the line of today going through it.
    """

    line: int
    left: Points
    is_ending: bool = False
    is_crossed: bool = False


class _Choice(NamedTuple):
    """Where a label could stand, whatever others do."""

    cost: float
    left: Points
    right: Points
    is_ending: bool
    is_crossed: bool


def places_of(
    anchors: Sequence[Points], widths: Sequence[Points], strip: Strip, lines: int
) -> list[Place] | None:
    """The places of labels `widths` wide of marks at `anchors`, in `lines` lines; None if there
    is no room for them.

    Marks are given from left to right, and labels of one line keep that order.
    """
    needed = sum(widths) + LABEL_GAP * (len(widths) - lines)
    if needed > lines * (strip.end - strip.first):
        return None
    wished = _as_wished(anchors, widths, strip)
    if wished is not None:
        return wished
    choices = [_choices(*each, strip) for each in zip(anchors, widths, strict=True)]
    return _searched(choices, lines) if all(choices) else None


def _as_wished(
    anchors: Sequence[Points], widths: Sequence[Points], strip: Strip
) -> list[Place] | None:
    """All labels in the first line, beginning at their marks; None if anything is in the way."""
    places: list[Place] = []
    free = strip.first
    for anchor, width in zip(anchors, widths, strict=True):
        left = _right_of_lines(anchor, strip)
        right = left + width
        if left < free or right > strip.end or strip.today_crosses(left, right):
            return None
        free = right + LABEL_GAP
        places.append(Place(0, left))
    return places


def _choices(anchor: Points, width: Points, strip: Strip) -> list[_Choice]:
    """Where a label may stand, the best place first."""
    begin, last = _right_of_lines(anchor, strip), _left_of_lines(anchor, strip) - width
    choices = [_choice(_BEGINNING, begin, width, strip), _choice(_ENDING, last, width, strip)]
    if begin + width > strip.end or choices[0].is_crossed:
        choices += _other_choices(anchor, width, strip)
    most = strip.end - width
    return sorted([each for each in choices if strip.first <= each.left <= most])


def _other_choices(anchor: Points, width: Points, strip: Strip) -> Iterator[_Choice]:
    """Where a label may stand below its mark, at an edge or clear of today's line."""
    lefts = [strip.lines[0] + CLEAR, strip.end - width]
    if strip.today is not None:
        lefts += (strip.today - CLEAR - width, strip.today + CLEAR)
    for left in lefts:
        if left <= anchor <= left + width:
            yield _choice(_BELOW + abs(left - anchor) / width, left, width, strip)


def _choice(cost: float, left: Points, width: Points, strip: Strip) -> _Choice:
    right = left + width
    is_crossed = strip.today_crosses(left, right)
    is_ending = cost >= _ENDING
    return _Choice(cost + _CROSSED * is_crossed, left, right, is_ending, is_crossed)


def _right_of_lines(anchor: Points, strip: Strip) -> Points:
    """Where a label begins: at its mark's left edge, or behind a line that would cross there."""
    begin, lines = anchor - MARK / 2, strip.lines
    last = bisect_left(lines, anchor + _REACH - CLEAR) - 1
    return max(begin, lines[last] + CLEAR) if last >= 0 else begin


def _left_of_lines(anchor: Points, strip: Strip) -> Points:
    """Where a label ends: at its mark's right edge, or before a line that would cross there."""
    end, lines = anchor + MARK / 2, strip.lines
    following = bisect_left(lines, anchor - _REACH + CLEAR)
    return min(end, lines[following] - CLEAR) if following < len(lines) else end


class _Way(NamedTuple):
    """The least costly way to place the labels so far, which ends with `place`."""

    cost: float
    place: Place | None = None
    before: _Way | None = None

    def places(self) -> list[Place]:
        """The places along the way, from the first on."""
        places: list[Place] = []
        way: _Way | None = self
        while way and way.place:
            places.append(way.place)
            way = way.before
        return places[::-1]


def _searched(choices: Sequence[Sequence[_Choice]], lines: int) -> list[Place] | None:
    """The least costly places. Of ways that leave the same lines free the best is gone on with."""
    ways: dict[tuple[Points, ...], _Way] = {(-LABEL_GAP,) * lines: _Way(0.0)}
    for options in choices:
        following: dict[tuple[Points, ...], _Way] = {}
        for ends, way in ways.items():
            for line, end in enumerate(ends):
                for cost, left, right, *others in options:
                    total = way.cost + cost + line * _LOWER
                    taken = (*ends[:line], right, *ends[line + 1 :])
                    if end + LABEL_GAP <= left and (
                        taken not in following or total < following[taken].cost
                    ):
                        following[taken] = _Way(total, Place(line, left, *others), way)
        ways = following
    best = min(ways.values(), key=lambda way: way.cost, default=None)
    return best.places() if best else None
