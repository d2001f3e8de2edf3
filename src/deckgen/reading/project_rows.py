"""Rows of a file that are one project's: one file may have the money, or the dates, of them all."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as Table

from deckgen.named import NamedTuple
from deckgen.problems import Source, first_words
from deckgen.reading.fields import Fields
from deckgen.reading.findings import Mistake
from deckgen.reading.nodes import Node
from deckgen.reading.sheet_columns import Column, Sheet, words_of
from deckgen.reading.sheets import CSV, XLSX, Sheets
from deckgen.suggesting import did_you_mean, likest, suggest

HEADINGS = {
    "total": ("Gesamt", "Total"),
    "granted": ("Bewilligt", "Granted"),
    "own_share": ("Eigenanteil", "Own share"),
    "spent": ("Ausgegeben", "Spent"),
    "title": ("Meilenstein", "Milestone"),
    "planned": ("Geplant", "Planned"),
    "forecast": ("Erwartet", "Prognose", "Expected"),
    "reached": ("Erreicht", "Reached"),
}
"""What the columns are called, besides the name of their key, where `columns` says nothing else."""

_MOST_NAMED = 12
_ALMOST = 0.82
"""How like a known heading another is to be meant for it: `Bewiligt`, not `Gesamtstatus`."""


class FoundRows(NamedTuple):
    """The rows of a project, from 0, the column that names projects, and those with values."""

    sheet: Sheet
    rows: tuple[int, ...]
    key: Column
    columns: Table[str, Column]


class ProjectRows(NamedTuple):
    """Finds the rows of the project that is known by any of the `names`."""

    sheets: Sheets
    names: tuple[str, ...]

    def of(self, fields: Fields, keys: tuple[str, ...]) -> FoundRows | None:
        """The rows that a mapping with `csv` or `xlsx` is about, with the columns of `keys`.

        None where a mistake leaves nothing to read.
        """
        findings, sheet = self.sheets.reader.findings, self.sheets.named_in(fields)
        before = findings.count
        words = fields.optional("row", self.sheets.reader.words)
        key = fields.optional("key", lambda node: self._column(node, sheet))
        named = fields.optional("columns", lambda node: self._named(node, keys, sheet), {})
        if not sheet or findings.count > before:
            return None
        source = fields.value_source(CSV if fields.has(CSV) else XLSX)
        columns = self._columns(keys, named, sheet, source)
        key = key or sheet.columns[0]
        rows = sheet.rows_of(key, (words,) if words else self.names)
        if columns and not rows:
            self._tell_no_row(words, key, sheet, fields.value_source("row") if words else source)
        return FoundRows(sheet, tuple(rows), key, columns) if columns and rows else None

    def _columns(
        self, keys: tuple[str, ...], named: Table[str, Column], sheet: Sheet, source: Source
    ) -> Table[str, Column]:
        """The columns that are named, and those with their usual headings; there must be one."""
        findings = self.sheets.reader.findings
        try:
            usual = {key: sheet.usual((key, *HEADINGS[key])) for key in keys if key not in named}
        except Mistake as mistake:
            findings.mistake(mistake, source)
            return {}
        columns = {**named, **{key: column for key, column in usual.items() if column}}
        if self._tell_slips(columns, keys, sheet):
            return {}
        if not columns:
            message = f"no column of the file is called like one of: {', '.join(keys)}"
            names = ", ".join(sheet.names)
            hint = f"name it: `columns: {{{keys[0]}: …}}`; the columns are: {names}"
            findings.error("unknown-column", message, source, hint)
        return columns

    def _tell_slips(self, columns: Table[str, Column], keys: tuple[str, ...], sheet: Sheet) -> bool:
        """Whether a heading is nearly one that is missing; what it has would be lost in silence."""
        used = {column.name for column in columns.values()}
        missing = {name: key for key in keys if key not in columns for name in HEADINGS[key]}
        slips = [column for column in sheet.columns if column.name not in used]
        slips = [column for column in slips if _almost(column.name, missing)]
        for column in slips:
            meant = _almost(column.name, missing)
            hint = f"write `{meant}`, or name it: `columns: {{{missing[meant]}: {column.name}}}`"
            message = f"nothing is known of a column `{first_words(column.name)}`"
            self.sheets.reader.findings.error("unknown-column", message, column.source, hint)
        return bool(slips)

    def _column(self, node: Node, sheet: Sheet | None) -> Column | None:
        return self.sheets.reader.value(node, sheet.column) if sheet else None

    def _named(self, node: Node, keys: tuple[str, ...], sheet: Sheet | None) -> dict[str, Column]:
        """The columns that an author names for the keys of a budget or a milestone."""
        mapping = self.sheets.reader.mapping(node)
        if not mapping:
            return {}
        with Fields(mapping, self.sheets.reader.findings) as fields:
            read = {
                key: fields.optional(key, lambda each: self._column(each, sheet)) for key in keys
            }
        return {key: column for key, column in read.items() if column}

    def _tell_no_row(self, words: str | None, key: Column, sheet: Sheet, source: Source) -> None:
        wanted = words or self.names[0]
        there = [found for cell in key.cells if (found := words_of(cell))]
        likely = (did_you_mean(name, there) for name in ((words,) if words else self.names))
        hint = next(filter(None, likely), None)
        if not hint:
            shown = [*there[:_MOST_NAMED], *(["…"] if len(there) > _MOST_NAMED else [])]
            hint = suggest(wanted, shown, f"rows of column `{key.name}`")
        message = f"{sheet.file.path} has no row for `{first_words(wanted)}`"
        self.sheets.reader.findings.error("unknown-row", message, source, hint)


def _almost(heading: str, names: Iterable[str]) -> str:
    return likest(heading, names, _ALMOST) or ""
