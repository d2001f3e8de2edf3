"""How the room of a table is shared out among its columns, so that the table is low.

All columns get what their longest word needs. What is left goes where it makes rows lower.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from deckgen.geometry import Points
from deckgen.layout.flow import part_ends
from deckgen.named import NamedTuple

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
    the `around`. Of figures, `insets` are how far each is set in.
    """

    ideal: Points
    word: Points
    part: Points
    around: Points
    rows: tuple[tuple[Points, ...], ...]
    hangs_right: bool = False
    insets: tuple[Points, ...] = ()


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
    wider = [_heights(need, width + share) for need, width in zip(needs, widths, strict=True)]
    highest = [_highest(row) for row in zip(*heights, strict=True)]
    for _ in range(_SHARES):
        gains = _gains(highest, heights, wider)
        best = gains.index(max(gains))
        if gains[best] <= 0:
            break
        widths[best] += share
        heights[best] = wider[best]
        wider[best] = _heights(needs[best], widths[best] + share)
        for row, column in enumerate(highest):
            if column == best:  # all others are as high as before
                highest[row] = _highest([each[row] for each in heights])
    return _evened(widths, [need.ideal for need in needs], room)


def _highest(heights: Sequence[float]) -> int:
    """The first column, by number, that makes a row as high as it is."""
    return heights.index(max(heights))


def _gains(
    highest: Sequence[int], heights: Sequence[Sequence[float]], wider: Sequence[Sequence[float]]
) -> list[float]:
    """By how many lines the rows that a column makes high were lower if it were `wider`."""
    gains = [0.0] * len(heights)
    for row, column in enumerate(highest):
        gains[column] += heights[column][row] - wider[column][row]
    return gains


def _heights(need: Need, width: Points) -> list[float]:
    """About how many lines each cell has, as if words were as fine as sand."""
    room = width - need.around
    return [_height(paragraphs, room) for paragraphs in need.rows]


def _height(paragraphs: Sequence[Points], room: Points) -> float:
    if len(paragraphs) == 1:
        lines = 1.05 * paragraphs[0] / room
        return max(1.0, lines)
    return sum([max(1.0, 1.05 * paragraph / room) for paragraph in paragraphs])
