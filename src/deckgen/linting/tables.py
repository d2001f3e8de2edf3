"""Tables: as many cells in every row as there are columns, merged in pairs of marks.

ECMA-376-1, 21.1.3. PowerPoint refuses other tables (jgm/pandoc 9003, gitbrent/PptxGenJS 1444).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from deckgen.linting.finding import Finding
from deckgen.linting.numbers import is_in
from deckgen.linting.sheet import SLIDE, Sheet
from deckgen.named import NamedTuple
from deckgen.problems import WarningCode

_ROW = r"<a:tr(?=[ />])"
_CELL = r"<a:tc(?=[ />])"
_COLUMN = "<a:gridCol[ />]"
_PARAGRAPH = "<a:p[ />]"
_SPAN = r' (rowSpan|gridSpan)="([^"]*)"'
_LARGEST = 9999
_MERGED = r' (hMerge|vMerge)="(?:1|true)"'
_HEADER = r'<a:tblPr\b[^>]* firstRow="(?:1|true)"'


class _Cell(NamedTuple):
    """A cell: whether text may stand in it, how many cells it spans, what it is merged with."""

    has_paragraph: bool
    rows: int
    columns: int
    merged: frozenset[str]


_PLAIN = _Cell(has_paragraph=True, rows=1, columns=1, merged=frozenset())
_BARE = _PLAIN._replace(has_paragraph=False)


def tables(sheet: Sheet) -> Iterable[Finding]:
    """What is wrong with the tables of a slide, its notes, a layout or a master."""
    return _wrong(sheet) if b"<a:tbl>" in sheet.content else ()


def _wrong(sheet: Sheet) -> Iterator[Finding]:
    for number, begun in enumerate(sheet.text.split("<a:tbl>")[1:], 1):
        table, text = f"table {number}", begun.partition("</a:tbl>")[0]
        columns = len(re.findall(_COLUMN, text))
        rows = [_cells(row) for row in re.split(_ROW, text)[1:]]
        yield from _uneven(sheet.name, table, columns, rows)
        yield from _bare(sheet.name, table, rows)
        yield from _torn(sheet.name, table, rows)
        if sheet.kind == SLIDE:  # only slides are read aloud
            yield from _hard_to_hear(sheet.name, table, text)


def _cells(row: str) -> list[_Cell]:
    """The cells of a row, which is cut at the beginning of each of them."""
    return [_cell(*begun.partition(">")[::2]) for begun in re.split(_CELL, row)[1:]]


def _cell(attributes: str, inside: str) -> _Cell:
    text = "" if attributes.endswith("/") else inside.partition("</a:tc>")[0]
    has_paragraph = bool(re.search(_PARAGRAPH, text))
    if not attributes:
        return _PLAIN if has_paragraph else _BARE
    spans = {name: _span(count) for name, count in re.findall(_SPAN, attributes)}
    merged = frozenset(re.findall(_MERGED, attributes))
    return _Cell(has_paragraph, spans.get("rowSpan", 1), spans.get("gridSpan", 1), merged)


def _span(count: str) -> int:
    """How many cells a cell spans; more than there may be, where that is no number of cells."""
    return int(count) if is_in(count, range(1, _LARGEST + 1)) else _LARGEST + 1


def _uneven(name: str, table: str, columns: int, rows: list[list[_Cell]]) -> Iterator[Finding]:
    for number, row in enumerate(rows, 1):
        if len(row) != columns:
            message = f"{table}, row {number}: {len(row)} cells for {columns} columns"
            yield Finding("uneven-table", name, message)


def _bare(name: str, table: str, rows: list[list[_Cell]]) -> Iterator[Finding]:
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row, 1):
            if not cell.has_paragraph:
                place = f"{table}, row {number}, column {column}"
                yield Finding("bare-cell", name, f"{place}: a cell without a paragraph")


def _torn(name: str, table: str, rows: list[list[_Cell]]) -> Iterator[Finding]:
    """Cells that are said to be merged by one side only."""
    if _area(rows) > sum(map(len, rows)):
        yield Finding("torn-cell", name, f"{table}: merged cells reach over others, or out of it")
        return
    expected = dict(_expected(rows))
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            wanted = expected.pop((number, column), frozenset())
            if wanted != cell.merged:
                place = f"{table}, row {number + 1}, column {column + 1}"
                message = f"{place}: the marks of merged cells do not fit one another"
                yield Finding("torn-cell", name, message)
    if expected:
        yield Finding("torn-cell", name, f"{table}: a merged cell reaches out of it")


def _area(rows: list[list[_Cell]]) -> int:
    """How many cells there are in all that are not within a merged one."""
    return sum(each.rows * each.columns for row in rows for each in row if not each.merged)


def _expected(rows: list[list[_Cell]]) -> Iterator[tuple[tuple[int, int], frozenset[str]]]:
    """The marks that the cells within a merged one must have, by row and column."""
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell.merged:
                continue
            for below in range(cell.rows):
                for beside in range(cell.columns):
                    if below or beside:
                        marks = {"vMerge"} if below else set()
                        marks |= {"hMerge"} if beside else set()
                        yield (number + below, column + beside), frozenset(marks)


def _hard_to_hear(name: str, table: str, text: str) -> Iterator[Finding]:
    if not re.search(_HEADER, text):
        hint = "Table Design, Header Row"
        message = f"{table} does not say that its first row is a header"
        yield Finding(WarningCode.NO_HEADER_ROW, name, message, hint)
    if re.search(_MERGED, text):
        message = f"{table} has merged cells, which are read aloud in no order"
        yield Finding(
            WarningCode.MERGED_IN_TABLE, name, message, "split them, and repeat the words"
        )
