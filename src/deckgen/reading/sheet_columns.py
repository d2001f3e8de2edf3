"""The columns of a sheet, found by their headings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from deckgen.content import Cell, Text
from deckgen.named import NamedTuple
from deckgen.problems import Source, first_words
from deckgen.reading.cells import CellReader, are_days, are_numbers, given
from deckgen.reading.findings import Mistake
from deckgen.reading.nodes import Node
from deckgen.reading.reader import Reader
from deckgen.suggesting import suggest

if TYPE_CHECKING:
    from deckgen.sheets import Cell as SheetCell
    from deckgen.sheets import Grid

_HEADINGS = "the first row are the headings; write one, or name the columns to be shown"


class Column(NamedTuple):
    """A column below its heading; `name` is that in words."""

    name: str
    heading: SheetCell
    cells: tuple[SheetCell, ...]

    @property
    def source(self) -> Source:
        """Where its heading stands."""
        return self.heading.source


class Sheet:
    """Rows below headings; there is at least one.

    `decimal` is what stands before decimals in numbers that are written as texts; where it is
    None, each column has to tell.
    """

    def __init__(self, reader: Reader, grid: Grid, decimal: str | None) -> None:
        self.file = grid.file
        self.read = CellReader(reader)
        self._decimal = decimal
        self._headings = tuple([(words_of(cell), cell) for cell in grid.rows[0]])
        self._rows = grid.rows[1:]
        self._columns: dict[int, Column] = {}
        self._marks: dict[Source, str | None] = {}
        self._places: dict[Source, dict[str, list[int]]] = {}

    def __len__(self) -> int:
        """The number of rows below the headings."""
        return len(self._rows)

    @property
    def names(self) -> tuple[str, ...]:
        """The headings, without those that are empty."""
        return tuple([name for name, _ in self._headings if name])

    @property
    def columns(self) -> tuple[Column, ...]:
        """Every column that is not empty; one without a heading of its own is told."""
        columns = [self._column(index) for index in range(len(self._headings))]
        columns = [each for each in columns if each.name or _is_used(each)]
        seen: set[str] = set()
        for column in columns:
            self._check_heading(column, seen)
            seen.add(column.name)
        return tuple(columns)

    def column(self, name: str) -> Column:
        """The column with the heading `name`; Mistake if there is none, or more than one."""
        found = self._called(name)
        if not found:
            message = f"{self.file.path} has no column `{first_words(name)}`"
            raise Mistake("unknown-column", message, suggest(name, self.names, "columns"))
        if len(found) > 1:
            message = f"{self.file.path} has {len(found)} columns `{first_words(name)}`"
            raise Mistake("listed-twice", message, "give each column a heading of its own")
        return self._column(found[0])

    def usual(self, names: Iterable[str]) -> Column | None:
        """The column that has the first of the `names` that there is; Mistake if it has a twin."""
        return next((self.column(name) for name in names if self._called(name)), None)

    def rows_of(self, column: Column, words: Iterable[str]) -> list[int]:
        """The rows, from 0, that have one of the `words` in a column."""
        where = column.source
        if where not in self._places:
            places: dict[str, list[int]] = {}
            for row, cell in enumerate(column.cells):
                places.setdefault(folded(words_of(cell)), []).append(row)
            self._places[where] = places
        places = self._places[where]
        return sorted({row for each in words for row in places.get(folded(each), ())})

    def numbers(
        self, column: Column, rows: Sequence[int] | None = None
    ) -> tuple[Decimal | None, ...]:
        """The numbers of a column, in some `rows` or in all; None where there is none."""
        cells = column.cells if rows is None else [column.cells[row] for row in rows]
        mark = self._mark(column)
        read = [self.read.number(cell, mark) for cell in cells]
        found = [(cell, each[1]) for cell, each in zip(cells, read, strict=True) if each]
        odd = [cell for cell, is_percent in found if is_percent is not found[0][1]]
        if odd:
            message = "some numbers of this column are percentages, and others are not"
            mistake = Mistake("mixed-percentages", message, "give all of them the same format")
            self.read.tell(mistake, odd[0].source)
        return tuple([each[0] if each else None for each in read])

    def title(self, column: Column) -> Text:
        """The heading of a column, as words."""
        return Text.of(self.read.checked(column.name, column.source), column.source)

    def texts(self, column: Column) -> tuple[Text | None, ...]:
        """What stands in a column, as words."""
        return tuple([self.read.text(cell) for cell in column.cells])

    def names_in(self, column: Column) -> tuple[Text, ...]:
        """What the rows are called; one without a name is told."""
        texts = self.texts(column)
        for text, cell in zip(texts, column.cells, strict=True):
            if not text and cell.value is None:
                hint = "write what the row is about, or delete it"
                self.read.tell(Mistake("no-value", "the row has no name", hint), cell.source)
        return tuple([text for text in texts if text])

    def days(self, column: Column, rows: Sequence[int]) -> tuple[dt.date | None, ...]:
        """The days that stand in some rows of a column."""
        return tuple([self.read.day(column.cells[row]) for row in rows])

    def shown(self, column: Column, *, is_text: bool) -> tuple[Cell, ...]:
        """A column as a table shows it: texts are numbers, or days, where all of them are."""
        texts = [text for cell in column.cells if (text := given(cell))]
        mark = self._mark(column) if not is_text and are_numbers(texts) else None
        is_day = not is_text and are_days(texts)
        return tuple([self.read.shown(cell, mark, is_day=is_day) for cell in column.cells])

    def _called(self, name: str) -> list[int]:
        exact, wanted = " ".join(name.split()), folded(name)
        headings = [heading for heading, _ in self._headings]
        found = [index for index, heading in enumerate(headings) if heading == exact]
        return found or [i for i, heading in enumerate(headings) if folded(heading) == wanted]

    def _column(self, index: int) -> Column:
        if index not in self._columns:
            name, heading = self._headings[index]
            cells = tuple([row[index] for row in self._rows])
            self._columns[index] = Column(name, heading, cells)
        return self._columns[index]

    def _check_heading(self, column: Column, seen: set[str]) -> None:
        source = column.source
        if not column.name:
            self.read.text(column.heading)  # which tells what is wrong with it
            self.read.tell(Mistake("no-heading", "the column has no heading", _HEADINGS), source)
        elif column.name in seen:
            message = f"there are two columns `{first_words(column.name)}`"
            self.read.tell(Mistake("listed-twice", message, _HEADINGS), source)

    def _mark(self, column: Column) -> str | None:
        """What stands before the decimals of a column; told once if that is not clear."""
        if self._decimal:
            return self._decimal
        where = column.source
        if where not in self._marks:
            self._marks[where] = self.read.decimal_mark(column.cells)
        return self._marks[where]


def columns_called(node: Node, reader: Reader, sheet: Sheet | None) -> tuple[Column, ...]:
    """The columns of a list of headings; none of a sheet that could not be read."""
    if not sheet:  # which has been told
        return ()
    return reader.entries(node, lambda entry: reader.value(entry, sheet.column))


def words_of(cell: SheetCell) -> str:
    """What stands over a column or names a row, whatever it is: a year may be a heading."""
    value = cell.value
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, dt.date) else ""


def _is_used(column: Column) -> bool:
    return any(cell.value is not None for cell in column.cells)


def folded(words: str) -> str:
    """`words` as they are compared: whatever their case and the blanks between them."""
    return " ".join(words.split()).casefold()
