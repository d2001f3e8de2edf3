"""In which widths of its columns a table is low, by the lines that its texts really have.

Columns begin as wide as their texts are in one line. While they are too wide together, that one is
narrowed which makes rows the least higher for the room it gives away; where that is nothing, the
one that breaks the fewest cells. Widths worth trying are those in which a column's lines are full.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from deckgen.geometry import Points
from deckgen.named import NamedTuple
from deckgen.widths import Places

_STEPS = 12
"""How many widths of a column are tried on, from the widest to the least."""

_OF_A_CELL = 0.02
"""How much a line more in a cell counts beside one by which its row is higher."""

_TINY = 1e-6

Cell = Sequence[Places]
"""Where the lines of each of a cell's paragraphs may end."""


class Level(NamedTuple):
    """The least width in which the cells of a column have so many lines each, and all of them."""

    width: Points
    lines: tuple[int, ...]
    total: int


def levels(cells: Sequence[Cell], most: Points, least: Points, around: Points) -> list[Level]:
    """Widths from `most` to `least`, with the lines in each; `around` is what is not for text."""
    found: list[Level] = []
    for step in range(_STEPS + 1):
        width = most - (most - least) * step / _STEPS
        if found and found[-1].width <= width:
            continue  # lines stay as they are, down to where they are full
        lines, widest = _set(cells, width - around)
        if found and found[-1].lines == lines:
            found.pop()
        found.append(Level(min(width, max(least, widest + around)), lines, sum(lines)))
    return found


def narrowed(columns: Sequence[Sequence[Level]], room: Points) -> list[Points]:
    """A width of each column, from its levels, so that all take no more than `room`.

    The narrowest levels do.
    """
    places = [0] * len(columns)
    while (excess := _width(columns, places) - room) > _TINY:
        heights = _heights(columns, places)
        moves = [*_moves(columns, places)]
        costs = [_cost(columns[move.column], move, heights, excess) for move in moves]
        best = moves[costs.index(min(costs))]
        places[best.column] = best.to
    return _regained(columns, places, room)


def _regained(columns: Sequence[Sequence[Level]], places: list[int], room: Points) -> list[Points]:
    """The widths, after what was given away beyond need is given back where that saves lines."""
    for number, own in enumerate(columns):
        spare = room - _width(columns, places)
        now = own[places[number]]
        places[number] = next(
            place for place, level in enumerate(own) if level.width <= now.width + spare + _TINY
        )
    return [own[place].width for own, place in zip(columns, places, strict=True)]


class _Move(NamedTuple):
    """A column that is narrowed from one of its levels to another."""

    column: int
    place: int
    to: int


def _cost(own: Sequence[Level], move: _Move, heights: Sequence[int], excess: Points) -> float:
    """What a move costs: in lines, for each point of `excess` that it frees."""
    now, then = own[move.place], own[move.to]
    rows = zip(then.lines, heights, strict=True)
    higher = sum([lines - height for lines, height in rows if lines > height])
    freed = min(excess, now.width - then.width)
    return (higher + _OF_A_CELL * (then.total - now.total)) / max(freed, _TINY)


def _moves(columns: Sequence[Sequence[Level]], places: Sequence[int]) -> Iterator[_Move]:
    """Each column to the level one, two, four … below its own, and to its last."""
    for column, (own, place) in enumerate(zip(columns, places, strict=True)):
        last, ahead = len(own) - 1, 1
        while place + ahead < last:
            yield _Move(column, place, place + ahead)
            ahead *= 2
        if place < last:
            yield _Move(column, place, last)


def _width(columns: Sequence[Sequence[Level]], places: Sequence[int]) -> Points:
    return sum([own[place].width for own, place in zip(columns, places, strict=True)])


def _heights(columns: Sequence[Sequence[Level]], places: Sequence[int]) -> list[int]:
    """How many lines each row has."""
    lines = [own[place].lines for own, place in zip(columns, places, strict=True)]
    return [max(row) for row in zip(*lines, strict=True)]


def height_of(columns: Sequence[Sequence[int]]) -> int:
    """How many lines all rows have, if the cells of each column have so many."""
    return sum([max(row) for row in zip(*columns, strict=True)])


def lines_in(cells: Sequence[Cell], room: Points) -> tuple[int, ...]:
    """How many lines each cell of a column has in so much room."""
    return _set(cells, room)[0]


def _set(cells: Sequence[Cell], room: Points) -> tuple[tuple[int, ...], Points]:
    """How many lines each cell has in so much room, and what the widest of all lines takes."""
    counts, widest = [], 0.0
    for cell in cells:
        count = 0
        for places in cell:
            lines, width = _broken(places, room)
            count += lines
            widest = max(widest, width)
        counts.append(count)
    return tuple(counts), widest


def _broken(places: Places, room: Points) -> tuple[int, Points]:
    ends, gap, more = places
    whole = ends[-1] - ends[0] - gap + more
    if whole <= room + _TINY:
        return 1, whole
    count, first, widest, room = 0, 0, 0.0, room - more + _TINY
    while first < len(ends) - 1:
        start = ends[first] + gap
        last = max(bisect_right(ends, start + room, first + 1) - 1, first + 1)
        widest = max(widest, ends[last] - start)
        first, count = last, count + 1
    return count, widest + more
