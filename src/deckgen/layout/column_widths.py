"""How the room of a table is shared out among its columns, so that the table is low.

All columns get what their longest word needs. What is left goes where it makes rows lower.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from deckgen.geometry import Points
from deckgen.layout.flow import part_ends

MOST_SPARE: Points = 56.0
"""How much wider than its text a column may be: rows are followed by eye."""

MOST_REPEATED = 0.4
"""The share of the room that the first column may take where it is repeated."""

_SHARES = 40
"""In how many shares the room that is left is given away."""


class Need(NamedTuple):
    """How wide a column has to be, in points, with all that stands around its text.

    `ideal` is for one line a paragraph, `word` for whole words, `part` for words that are broken
    after their hyphens only. `rows` are the widths of the paragraphs of each of its cells, without
    the `around`.
    """

    ideal: Points
    word: Points
    part: Points
    around: Points
    rows: tuple[tuple[Points, ...], ...]
    hangs_right: bool = False


def column_groups(needs: Sequence[Need], room: Points) -> list[tuple[int, ...]]:
    """The columns, by number, of each of as few tables as `room` points across take.

    The first column begins each of them.
    """
    whole = tuple(range(len(needs)))
    if len(needs) == 1 or sum(need.part for need in needs) <= room:
        return [whole]
    rest = room - _repeated(needs, room)
    ends = part_ends([(0.0, need.part) for need in needs[1:]], rest)
    return [(0, *whole[1 + start : 1 + end]) for start, end in pairwise((0, *ends))]


def column_widths(needs: Sequence[Need], room: Points) -> tuple[tuple[Points, ...], ...]:
    """Ways to share out `room` points among columns, worth being tried."""
    ideal = [need.ideal for need in needs]
    if sum(ideal) <= room:
        return (_spaced(needs, room),)
    least = _least(needs, room)
    even = _evened(least, ideal, room)
    filled = tuple(_filled(needs, least, room))
    return (filled,) if filled == even else (filled, even)


def _spaced(needs: Sequence[Need], room: Points) -> tuple[Points, ...]:
    """All columns in one line a paragraph, and further apart; the first text stays at the edge."""
    first, *others = needs
    growing = len(needs) - first.hangs_right
    spare = min(MOST_SPARE, (room - sum(need.ideal for need in needs)) / max(growing, 1))
    kept = first.ideal + (0.0 if first.hangs_right else spare)
    return (kept, *(need.ideal + spare for need in others))


def _repeated(needs: Sequence[Need], room: Points) -> Points:
    return min(needs[0].part, MOST_REPEATED * room)


def _least(needs: Sequence[Need], room: Points) -> list[Points]:
    """What every column needs at least; where that is too much, what it can have."""
    words = [need.word for need in needs]
    if sum(words) <= room:
        return words
    parts = [need.part for need in needs]
    if sum(parts) <= room or len(needs) == 1:
        return [min(part, room) for part in parts]
    first = _repeated(needs, room)
    share = (room - first) / sum(parts[1:])
    return [first, *(part * min(1.0, share) for part in parts[1:])]


def _evened(least: Sequence[Points], ideal: Sequence[Points], room: Points) -> tuple[Points, ...]:
    """What is left of the room to each column in the measure in which it lacks width."""
    lacking = [max(0.0, wide - width) for wide, width in zip(ideal, least, strict=True)]
    share = max(0.0, room - sum(least)) / max(sum(lacking), 1.0)
    return tuple(width + lack * share for width, lack in zip(least, lacking, strict=True))


def _filled(needs: Sequence[Need], least: Sequence[Points], room: Points) -> Sequence[Points]:
    """What is left of the room, share by share, to the column that makes the rows lower."""
    widths = list(least)
    share = (room - sum(widths)) / _SHARES
    if share <= 0:
        return widths
    heights = [_heights(need, width) for need, width in zip(needs, widths, strict=True)]
    for _ in range(_SHARES):
        gains = _gains(needs, widths, heights, share)
        best = max(range(len(needs)), key=gains.__getitem__)
        if gains[best] <= 0:
            break
        widths[best] += share
        heights[best] = _heights(needs[best], widths[best])
    return _evened(widths, [need.ideal for need in needs], room)


def _gains(
    needs: Sequence[Need],
    widths: Sequence[Points],
    heights: Sequence[Sequence[float]],
    share: Points,
) -> list[float]:
    """By how many lines the rows that a column makes high were lower if it had a share more."""
    gains = [0.0] * len(needs)
    for row in range(len(needs[0].rows)):
        highest = max(range(len(needs)), key=lambda column: heights[column][row])
        need, height = needs[highest], heights[highest][row]
        gains[highest] += height - _height(need, widths[highest] + share, row)
    return gains


def _heights(need: Need, width: Points) -> list[float]:
    return [_height(need, width, row) for row in range(len(need.rows))]


def _height(need: Need, width: Points, row: int) -> float:
    """About how many lines a cell has, as if words were as fine as sand."""
    room = width - need.around
    return sum([max(1.0, 1.05 * paragraph / room) for paragraph in need.rows[row]])
