"""How the room of a table is shared out among its columns, so that the table is low.

All columns get what their longest word needs. What is left goes where it makes rows lower, and
where it breaks fewer cells; figures are never broken.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from deckgen.geometry import Points
from deckgen.layout.column_levels import height_of, levels, lines_in, narrowed
from deckgen.layout.flow import part_ends
from deckgen.named import NamedTuple
from deckgen.widths import Places

MOST_SPARE: Points = 56.0
"""How much wider than its text a column may be: rows are followed by eye."""

MOST_REPEATED = 0.4
"""The share of the room that the first column may take where it is repeated."""


class Need(NamedTuple):
    """How wide a column has to be, in points, with all that stands around its text.

    `ideal` is for one line a paragraph, `word` for whole words, `part` for words that are broken
    after their hyphens only. `rows` tell of its title and each of its cells where the lines of each
    paragraph may end, and `lines` of the cells how wide each paragraph is in one line, both without
    the `around`. Of figures, `insets` are how far each is set in.
    """

    ideal: Points
    word: Points
    part: Points
    around: Points
    rows: tuple[tuple[Places, ...], ...]
    hangs_right: bool = False
    lines: tuple[tuple[Points, ...], ...] = ()
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


def column_widths(needs: Sequence[Need], room: Points) -> tuple[Points, ...]:
    """How `room` points are shared out among columns."""
    ideal = [need.ideal for need in needs]
    if sum(ideal) <= room:
        return _spaced(needs, room)
    least = _least(needs, room)
    spare = room - sum(least)
    if spare <= 0:
        return tuple(least)
    worth = [
        levels(need.rows, min(need.ideal, width + spare), width, need.around)
        for need, width in zip(needs, least, strict=True)
    ]
    ways = (_evened(narrowed(worth, room), ideal, room), _evened(least, ideal, room))
    return min(ways, key=lambda widths: _lines(needs, widths))


def _lines(needs: Sequence[Need], widths: Sequence[Points]) -> int:
    """How many lines all rows have in columns of these widths."""
    columns = zip(needs, widths, strict=True)
    return height_of([lines_in(need.rows, width - need.around) for need, width in columns])


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
