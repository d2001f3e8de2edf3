"""The cells of one sheet (ECMA-376-1, 18.3). Formulas are not evaluated: their last values count.

Elements are found by their names without namespaces, as these differ between the two variants
of the format, transitional and strict.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from deckgen.named import NamedTuple
from deckgen.packages.xml import local_name
from deckgen.problems import Source, SourceFile
from deckgen.sheets.formats import Meaning, NumberFormat
from deckgen.sheets.grid import MOST_CELLS, Cell, Fault, Grid, Shown, check_size, text_or_fault

if TYPE_CHECKING:
    from deckgen.packages.xml import Element

Position = tuple[int, int]
"""Row and column, from 1."""

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_EPOCHS = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
_LARGEST = 1e18
_FIRST_SURE_DAY = 61
"""Before it, Excel counts a day that never was, 29 February 1900."""


class Area(NamedTuple):
    """Rows and columns, from 1, the last ones included."""

    top: int
    left: int
    bottom: int
    right: int


class Strings(NamedTuple):
    """What cells refer to in other parts of their workbook."""

    shared: Sequence[str]
    formats: Sequence[NumberFormat]
    counts_from_1904: bool


def area_called(name: str) -> Area | None:
    """The area of a name such as A1:D12, or of one cell; None if it is none."""
    first, _, last = name.replace(" ", "").partition(":")
    start, end = position(first), position(last or first)
    if not start or not end:
        return None
    (top, bottom), (left, right) = sorted((start[0], end[0])), sorted((start[1], end[1]))
    return Area(top, left, bottom, right)


def position(name: str) -> Position | None:
    """Row and column of a cell by its name, such as C7."""
    found = _REFERENCE.fullmatch(name)
    if not found:
        return None
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column


def read_cells(root: Element, file: SourceFile, strings: Strings, area: Area | None) -> Grid:
    """The cells of a sheet in `area`, or in the smallest one that holds all; no empty rows.

    Raises InvalidInput for more cells than are read.
    """
    found = {place: cell for place, cell in _cells(root, strings) if _holds_something(cell)}
    area = area or _used(found)
    if not area:
        return Grid(file, ())
    top, left, bottom, right = area
    check_size(file, min(bottom, _last_row(found)) - top + 1, right - left + 1)
    for place in _merged(root, area):
        found[place] = Cell(Source(file), _MERGED)
    rows = (
        tuple(_placed(found, file, row, column) for column in range(left, right + 1))
        for row in range(top, min(bottom, _last_row(found)) + 1)
    )
    return Grid(file, tuple(row for row in rows if any(map(_holds_something, row))))


def _holds_something(cell: Cell) -> bool:
    return cell.value is not None and cell.value is not _MERGED


def _placed(found: Mapping[Position, Cell], file: SourceFile, row: int, column: int) -> Cell:
    source = Source(file, row, column)
    cell = found.get((row, column))
    return cell._replace(source=source) if cell else Cell(source)


def _used(found: Mapping[Position, Cell]) -> Area | None:
    if not found:
        return None
    rows, columns = [row for row, _ in found], [column for _, column in found]
    return Area(min(rows), min(columns), max(rows), max(columns))


def _last_row(found: Mapping[Position, Cell]) -> int:
    return max((row for row, _ in found), default=0)


def _cells(root: Element, strings: Strings) -> Iterator[tuple[Position, Cell]]:
    """The cells that are written, with their places; rows and cells may leave out theirs."""
    nowhere = Source(SourceFile(""))
    row = 0
    for element in _children(_child(root, "sheetData"), "row"):
        told = element.get("r", "")
        row = int(told) if re.fullmatch("[1-9][0-9]{0,6}", told) else row + 1
        column = 0
        for cell in _children(element, "c"):
            place = position(cell.get("r", ""))
            column = place[1] if place else column + 1
            value, shown = _value(cell, strings)
            yield (row, column), Cell(nowhere, value, shown)


def _value(cell: Element, strings: Strings) -> tuple[str | Decimal | date | Fault | None, Shown]:
    kind = cell.get("t", "n")
    written = _child(cell, "v")
    text = (written.text or "") if written is not None else ""
    if kind == "inlineStr":
        return _words(_child(cell, "is")), Shown()
    if _child(cell, "f") is not None and not text and kind != "str":
        return _NO_VALUE, Shown()
    match kind:
        case "s":
            return _shared(text, strings.shared), Shown()
        case "str":
            return text_or_fault(_unescaped(text)), Shown()
        case "b":
            return _TRUTH, Shown()
        case "e":
            return _error(text), Shown()
        case "d":
            return _iso_day(text), Shown()
    return _number(text, cell.get("s", "0"), strings) if text else (None, Shown())


def _number(text: str, style: str, strings: Strings) -> tuple[Decimal | date | Fault, Shown]:
    """What the number in a cell means by the cell's format."""
    number = _decimal(text)
    if number is None:
        return _DAMAGED, Shown()
    index = int(style) if re.fullmatch("[0-9]{1,6}", style) else 0
    meaning, places = strings.formats[index] if index < len(strings.formats) else NumberFormat()
    match meaning:
        case Meaning.DAY:
            return _day(number, counts_from_1904=strings.counts_from_1904), Shown()
        case Meaning.TIME:
            return _TIME, Shown()
        case Meaning.PERCENT:
            return _plain(number * 100), Shown(is_percent=True, places=places)
    return number, Shown(places=places)


def _decimal(text: str) -> Decimal | None:
    """The number as its author sees it: with the fifteen digits that Excel itself shows.

    Files have the binary number next to it: 0.30000000000000004 for 0.3.
    """
    try:
        number = float(text)
    except ValueError:
        return None
    # Not a number, and numbers without end, compare with nothing.
    return _plain(Decimal(f"{number:.15g}")) if abs(number) < _LARGEST else None


def _plain(number: Decimal) -> Decimal:
    """The same number without zeros at its end, and never with an exponent."""
    return Decimal(f"{number.normalize() + 0:f}")


def _day(number: Decimal, *, counts_from_1904: bool) -> date | Fault:
    if not counts_from_1904 and number < _FIRST_SURE_DAY:
        return _NO_DAY
    try:
        return _EPOCHS[counts_from_1904] + timedelta(days=int(number))
    except OverflowError:
        return _NO_DAY


def _iso_day(text: str) -> date | Fault:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return _NO_DAY


def _shared(index: str, shared: Sequence[str]) -> str | Fault | None:
    if not re.fullmatch("[0-9]{1,7}", index) or int(index) >= len(shared):
        return _DAMAGED
    return text_or_fault(shared[int(index)])


def _words(element: Element | None) -> str | Fault | None:
    return text_or_fault(text_of(element)) if element is not None else None


def text_of(element: Element) -> str:
    """The words of a text, in however many runs; how they are spoken is left out."""
    parts = []
    for child in element:
        if local_name(child) == "t":
            parts.append(child.text or "")
        elif local_name(child) == "r":
            parts += [each.text or "" for each in _children(child, "t")]
    return _unescaped("".join(parts))


def _unescaped(text: str) -> str:
    """Characters that XML does not allow are written as _x000D_."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text).strip()


def _merged(root: Element, area: Area) -> Iterator[Position]:
    """The cells in `area` that are hidden below the first one of merged cells."""
    count = 0
    for each in _children(_child(root, "mergeCells"), "mergeCell"):
        merged = area_called(each.get("ref", ""))
        if not merged:
            continue
        rows = range(max(merged.top, area.top), min(merged.bottom, area.bottom) + 1)
        columns = range(max(merged.left, area.left), min(merged.right, area.right) + 1)
        count += len(rows) * len(columns)
        if count > MOST_CELLS:  # as merged cells never overlap
            return
        first = merged.top, merged.left
        yield from ((r, c) for r in rows for c in columns if (r, c) != first)


def _children(element: Element | None, name: str) -> Iterator[Element]:
    if element is not None:
        yield from (child for child in element if local_name(child) == name)


def _child(element: Element | None, name: str) -> Element | None:
    return next(_children(element, name), None)


def _error(text: str) -> Fault:
    hint = "mend the formula in Excel and save the file again"
    return Fault("cell-error", f"the cell has the error {text[:20]}", hint)


_NO_VALUE = Fault(
    "formula-without-value",
    "the cell has a formula, but no value was saved with it",
    "open the file in Excel and save it again, or write the value",
)
_MERGED = Fault(
    "merged-cells",
    "the cell is merged with another one and has nothing of its own",
    "unmerge the cells, and fill in each of them",
)
_TRUTH = Fault("truth-value", "the cell is true or false", "write the word that is meant")
_TIME = Fault("time-of-day", "the cell is a time of the day", "write it as a text, after an '")
_NO_DAY = Fault("bad-date", "the cell is no day of the calendar", "write it as a text, after an '")
_DAMAGED = Fault("damaged-cell", "the cell is damaged", "write its value again in Excel")
