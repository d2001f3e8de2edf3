"""What stands in a table, before anybody asks how wide its columns are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deckgen.content import Text
from deckgen.layout.canvas import runs_of
from deckgen.listening import as_heard
from deckgen.named import NamedTuple
from deckgen.page import Run
from deckgen.problems import Source
from deckgen.style import Align, Ink, Mark
from deckgen.typography import CELL
from deckgen.words import Words

NO_VALUE = "–"
"""Stands where there is nothing to say."""

_AFTER_DIGITS = re.compile(r"\D*$")


class Entry(NamedTuple):
    """A paragraph of a cell, in the style of its level."""

    runs: tuple[Run, ...]
    source: Source
    level: int = CELL
    mark: Mark | None = None


class GridCell(NamedTuple):
    """What a cell shows, and what is `said` of it where nobody sees it; nothing if that is "".

    `tail` is what follows the decimal mark of a figure, that included; None for other cells.
    """

    entries: tuple[Entry, ...]
    said: str
    tail: str | None = None


class GridColumn(NamedTuple):
    """A column under its title; figures are aligned at the right, and so is their title.

    Figures that stand before texts (`is_before_texts`) need more room between the two.
    """

    title: Text
    cells: tuple[GridCell, ...]
    align: Align = Align.LEFT
    is_before_texts: bool = False

    @property
    def is_of_figures(self) -> bool:
        return self.align is Align.RIGHT


class Grid(NamedTuple):
    """A whole table. Its last rows are `totals` of the others.

    `remark` stands below its figures. Its rows are `entities` of a kind: the words for one and
    for many.
    """

    name: str
    columns: tuple[GridColumn, ...]
    entities: tuple[str, str]
    source: Source
    has_names: bool = False
    totals: int = 0
    remark: str | None = None

    def rows(self, columns: Sequence[int]) -> list[int]:
        """The rows of some columns, by number, without totals that none of these has."""
        others = [self.columns[number] for number in columns[1:]]
        totals = range(self.entries, self.entries + self.totals)
        return [
            *range(self.entries),
            *(row for row in totals if any(column.cells[row].said for column in others)),
        ]

    @property
    def entries(self) -> int:
        """The number of rows between the header and the totals."""
        return len(self.columns[0].cells) - self.totals


def side_by_side(columns: Sequence[GridColumn]) -> tuple[GridColumn, ...]:
    """The columns, each knowing what is beside it; the first one may be beside any of them."""
    first, *others = columns
    following = (*others[1:], None)
    beside = [
        column._replace(is_before_texts=_is_text(after))
        for column, after in zip(others, following, strict=False)
    ]
    return (first._replace(is_before_texts=any(map(_is_text, others))), *beside)


def _is_text(column: GridColumn | None) -> bool:
    return column is not None and not column.is_of_figures


def text_cell(text: Text, level: int = CELL) -> GridCell:
    """A cell that shows a text."""
    return GridCell((Entry(runs_of(text), text.source, level),), text.plain)


def figure_cell(shown: str, source: Source, mark: str, said: str | None = None) -> GridCell:
    """A cell that shows a figure with the decimal `mark` of the language."""
    entry = Entry((Run(shown),), source)
    return GridCell((entry,), said or shown, _tail(shown, mark))


def missing_cell(source: Source) -> GridCell:
    """A cell without a value."""
    return GridCell((Entry((Run(NO_VALUE, ink=Ink.MUTED),), source),), "")


def blank_cell(source: Source) -> GridCell:
    """A cell that cannot have a value."""
    return GridCell((Entry((Run(""),), source),), "")


def sentences(columns: Sequence[GridColumn], rows: Sequence[int]) -> Iterator[str]:
    """Each row in words: what it begins with, then what each column says of that."""
    first, *others = columns
    for row in rows:
        told = [
            f"{column.title.plain}: {said}" for column in others if (said := column.cells[row].said)
        ]
        name = first.cells[row].said or NO_VALUE
        yield f"{name} {NO_VALUE} {'; '.join(told)}" if told else name


def counted(forms: tuple[str, str], count: int) -> str:
    """`count` of something, by the words for one and for many."""
    return forms[0] if count == 1 else forms[1].format(count=count)


def description(
    words: Words, entities: tuple[str, str], columns: Sequence[GridColumn], rows: Sequence[int]
) -> str:
    """The alternative text of a table with these columns and rows, short enough to be heard."""
    extent = words.described_table.format(
        rows=counted(entities, len(rows)), columns=counted(words.in_columns, len(columns))
    )
    told = as_heard(sentences(columns, rows), words)
    return f"{extent}: {'. '.join(told)}"


def _tail(shown: str, mark: str) -> str:
    """What of a figure stands from its decimal mark on, or after its last digit."""
    place = shown.rfind(mark)
    if place < 0:
        found = _AFTER_DIGITS.search(shown)
        place = found.start() if found else len(shown)
    return shown[place:]
