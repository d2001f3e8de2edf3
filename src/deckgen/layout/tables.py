"""A table as it was written: amounts in columns of figures, all else as texts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from deckgen.content import Cell, Table, Text
from deckgen.deck import TableSlide
from deckgen.layout.canvas import Canvas
from deckgen.layout.grid import Grid, GridCell, GridColumn, figure_cell, missing_cell, text_cell
from deckgen.style import Align

_LONG = 10_000
"""From here on thousands are grouped, in all figures of a column."""


def table_grid(slide: TableSlide, canvas: Canvas) -> Grid:
    """The table; its first column names the rows if all of it is texts."""
    words, table = canvas.words, slide.table
    columns = tuple(
        _column(title, [row[number] for row in table.rows], table, canvas)
        for number, title in enumerate(table.header)
    )
    has_names = len(columns) > 1 and all(isinstance(row[0], Text) for row in table.rows)
    return Grid(words.table, columns, words.in_rows, table.source, has_names)


def _column(title: Text, cells: Sequence[Cell], table: Table, canvas: Canvas) -> GridColumn:
    """A column of figures, if most of what is in it are some, or of texts."""
    amounts = sum(isinstance(cell, Decimal) for cell in cells)
    texts = sum(isinstance(cell, Text) for cell in cells)
    align = Align.RIGHT if amounts > texts else Align.LEFT
    is_long = groups_thousands(cells)
    return GridColumn(title, tuple(_cell(each, table, canvas, is_long) for each in cells), align)


def groups_thousands(cells: Sequence[Cell]) -> bool:
    """Whether a column with these cells has a figure for which thousands are grouped in all."""
    return any(isinstance(cell, Decimal) and abs(cell) >= _LONG for cell in cells)


def _cell(cell: Cell, table: Table, canvas: Canvas, is_below_long: bool) -> GridCell:
    if cell is None:
        return missing_cell(table.source)
    if isinstance(cell, Text):
        return text_cell(cell)
    language = canvas.language
    shown = language.number(cell, is_below_others=is_below_long)
    return figure_cell(shown, table.source, language.decimal_mark, language.number(cell))
