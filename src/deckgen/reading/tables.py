"""Slides of kind `table`: rows under a header."""

from __future__ import annotations

from deckgen.content import Cell, Table, Tabular, Text
from deckgen.named import NamedTuple
from deckgen.problems import Source
from deckgen.reading.fields import Fields
from deckgen.reading.findings import Findings
from deckgen.reading.nodes import Node, Scalar, Sequence
from deckgen.reading.reader import Reader
from deckgen.reading.sheet_columns import columns_called
from deckgen.reading.sheets import CSV, XLSX, names_sheet
from deckgen.reading.topic import Common, Setting

MOST_COLUMNS = 12
MOST_ROWS = 60


def read_tabular(setting: Setting, fields: Fields, common: Common) -> Tabular:
    """The one table of a slide."""
    return Tabular(**common, table=_read_table(setting, fields) or Table(fields.source, (), ()))


def _read_table(setting: Setting, fields: Fields) -> Table | None:
    """The table that `fields` have, wherever its cells are written."""
    if names_sheet(fields):
        return _table_of_sheet(setting, fields)
    table = _TableReader(setting.reader)
    header = fields.required("header", table.header)
    rows = fields.required("rows", lambda node: table.rows(node, len(header) if header else None))
    return Table(fields.source, header, rows) if header and rows else None


def _table_of_sheet(setting: Setting, fields: Fields) -> Table | None:
    """The columns of a file that `header` names, or all of them."""
    reader, sheet = setting.reader, setting.sheets.named_in(fields)
    columns = fields.optional("header", lambda node: columns_called(node, reader, sheet))
    texts = fields.optional("as_text", lambda node: columns_called(node, reader, sheet)) or ()
    if not sheet:
        return None
    columns = sheet.columns if columns is None else columns
    source = fields.value_source(CSV if fields.has(CSV) else XLSX)
    _check_extent(reader.findings, len(columns), MOST_COLUMNS, "columns", source)
    _check_extent(reader.findings, len(sheet), MOST_ROWS, "rows", source)
    header = tuple([sheet.title(column) for column in columns])
    shown = [sheet.shown(column, is_text=column in texts) for column in columns]
    return Table(fields.source, header, tuple(zip(*shown, strict=True)))


def _check_extent(findings: Findings, count: int, most: int, noun: str, source: Source) -> None:
    """Tell it if a table has more rows or columns, whatever `noun` says, than can be shown."""
    if count > most:
        message = f"a table may have {most} {noun}, this one has {count}"
        findings.error("too-large", message, source, "leave some out, or make two tables of it")


class _TableReader(NamedTuple):
    reader: Reader

    def header(self, node: Node) -> tuple[Text, ...] | None:
        """The titles of the columns; None if not all of them could be read."""
        titles = self.reader.texts(node)
        if not isinstance(node, Sequence) or len(titles) < len(node.entries):
            return None
        _check_extent(self.reader.findings, len(titles), MOST_COLUMNS, "columns", node.source)
        return titles

    def rows(self, node: Node, columns: int | None) -> tuple[tuple[Cell, ...], ...]:
        """The rows, each of as many `columns` as the header has, if it could be read."""
        rows = self.reader.entries(node, lambda row: self._row(row, columns))
        _check_extent(self.reader.findings, len(rows), MOST_ROWS, "rows", node.source)
        return rows

    def _row(self, node: Node, columns: int | None) -> tuple[Cell, ...] | None:
        if not isinstance(node, Sequence):
            self.reader.entries(node, self._cell)  # which tells what must stand here
            return None
        if columns is not None and len(node.entries) != columns:
            self._tell_count(node, columns)
        return tuple([self._cell(cell) for cell in node.entries])

    def _cell(self, node: Node) -> Cell:
        """An amount, a text, or None for a cell with nothing in it."""
        if isinstance(node, Scalar) and not node.has_value:
            return None
        return self.reader.figure(node)

    def _tell_count(self, row: Sequence, columns: int) -> None:
        count = len(row.entries)
        cells = "1 cell" if count == 1 else f"{count} cells"
        message = f"the row has {cells}, but the header has {columns}"
        hint = 'write a cell for each column, "" where there is nothing'
        if count > columns:
            hint = "within brackets each comma begins a cell: write 17.25, and put texts in quotes"
        self.reader.findings.error("row-length", message, row.source, hint)
