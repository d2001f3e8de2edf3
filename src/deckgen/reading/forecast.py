"""Charts of type `forecast`: what was planned, what came, and what is expected."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from deckgen.content import Forecast, Text
from deckgen.named import NamedTuple
from deckgen.problems import Source
from deckgen.reading.charts import read_values
from deckgen.reading.counting import check_count
from deckgen.reading.fields import Fields
from deckgen.reading.findings import Mistake
from deckgen.reading.nodes import Node, Sequence
from deckgen.reading.reader import Reader
from deckgen.reading.sheet_columns import Column, Sheet
from deckgen.reading.sheets import CSV, XLSX, names_sheet
from deckgen.reading.topic import Setting
from deckgen.words import Words

Values = tuple[Decimal | None, ...]

LINES = ("plan", "actual", "forecast")
BOUNDS = ("low", "high")
_KEYS = (*LINES, *BOUNDS)
NO_FIGURE = "the chart has no figure"


class _Line(NamedTuple):
    """The figures of a line, where each was written, and where all of them."""

    values: Values
    places: tuple[Source, ...]
    source: Source


_Lines = Mapping[str, _Line]
"""The lines that are given, by their keys."""


def read_forecast(setting: Setting, fields: Fields) -> Forecast | None:
    """Lines over the periods in `categories`, with a figure or a dash for each; None after
    a mistake."""
    reader = setting.reader
    before = reader.findings.count
    unit = fields.optional("unit", reader.text)
    read = _from_sheet if names_sheet(fields) else _from_lists
    periods, lines = read(setting, fields)
    if reader.findings.count == before or not names_sheet(fields):
        _check_figures(lines, fields, reader)
        _check_bounds(lines, fields, reader)
    if reader.findings.count > before or not periods:
        return None
    nothing: Values = (None,) * len(periods)
    plan, actual, expected = (lines[k].values if k in lines else nothing for k in LINES)
    low, high = (lines[key].values if key in lines else () for key in BOUNDS)
    return Forecast(fields.source, periods, plan, actual, expected, low, high, unit)


def _from_lists(setting: Setting, fields: Fields) -> tuple[tuple[Text, ...], _Lines]:
    reader = setting.reader
    periods = fields.required("categories", reader.texts) or ()
    read = {key: fields.optional(key, lambda node: _line(node, reader)) for key in _KEYS}
    lines = {key: line for key, line in read.items() if line}
    for line in lines.values():
        check_count(("value", line.values), ("category", periods), line.source, reader)
    return periods, lines


def _line(node: Node, reader: Reader) -> _Line:
    places = [entry.source for entry in node.entries] if isinstance(node, Sequence) else []
    return _Line(read_values(node, reader), tuple(places), node.source)


def _from_sheet(setting: Setting, fields: Fields) -> tuple[tuple[Text, ...], _Lines]:
    """The columns of a file: the first one has the periods, the others are found by headings."""
    reader, sheet = setting.reader, setting.sheets.named_in(fields)

    def column(node: Node) -> Column | None:
        return reader.value(node, sheet.column) if sheet else None

    named = {key: fields.optional(key, column) for key in ("categories", *_KEYS)}
    if not sheet or any(fields.has(key) and not found for key, found in named.items()):
        return (), {}
    periods = named["categories"] or sheet.columns[0]
    source = fields.value_source(CSV if fields.has(CSV) else XLSX)
    usual = _usual(sheet, reader, source)
    columns = {key: found for key in _KEYS if (found := named[key] or usual.get(key))}
    if not any(key in columns for key in LINES):
        _tell_no_line(sheet, reader, source)
    return sheet.names_in(periods), {key: _of_column(each, sheet) for key, each in columns.items()}


def _usual(sheet: Sheet, reader: Reader, source: Source) -> Mapping[str, Column]:
    """The columns called like their keys, or as slides call them."""
    headings = _headings(reader.language.words)
    try:
        found = {key: sheet.usual((key, *names)) for key, names in headings.items()}
    except Mistake as mistake:
        reader.findings.mistake(mistake, source)
        return {}
    return {key: column for key, column in found.items() if column}


def _headings(words: Words) -> Mapping[str, tuple[str, ...]]:
    return {
        "plan": (words.plan,),
        "actual": (words.actual,),
        "forecast": (words.forecast,),
        "low": (words.lower_bound,),
        "high": (words.upper_bound,),
    }


def _of_column(column: Column, sheet: Sheet) -> _Line:
    places = tuple([cell.source for cell in column.cells])
    return _Line(sheet.numbers(column), places, column.source)


def _tell_no_line(sheet: Sheet, reader: Reader, source: Source) -> None:
    words = ", ".join(name for key in LINES for name in _headings(reader.language.words)[key])
    message = f"no column of the file is called like one of: {words}"
    hint = f"name it: `plan: …`; the columns are: {', '.join(sheet.names)}"
    reader.findings.error("unknown-column", message, source, hint)


def _check_figures(lines: _Lines, fields: Fields, reader: Reader) -> None:
    """At least one line has a point."""
    given = [lines[key] for key in LINES if key in lines]
    if not given and not any(fields.has(key) for key in LINES):
        hint = "add `plan`, `actual` or `forecast`, with a value for each category"
        reader.findings.error("no-figures", NO_FIGURE, fields.source, hint)
    elif given and all(value is None for line in given for value in line.values):
        hint = "give at least one figure, or leave the slide out"
        reader.findings.error("no-figures", NO_FIGURE, given[0].source, hint)


def _check_bounds(lines: _Lines, fields: Fields, reader: Reader) -> None:
    """A band has two edges, with the forecast between them."""
    for key, other in (BOUNDS, BOUNDS[::-1]):
        if key in lines and other not in lines and not fields.has(other):
            message = f"`{key}` needs `{other}`: a band has two edges"
            hint = f"add `{other}: …`, or delete the {'key' if fields.has(key) else 'column'}"
            reader.findings.error("one-bound-only", message, lines[key].source, hint)
    if lines.keys() >= {*BOUNDS} and _is_ordered(lines, "low", "high", reader):
        for less, more in (("low", "forecast"), ("forecast", "high")):
            _is_ordered(lines, less, more, reader)


def _is_ordered(lines: _Lines, less: str, more: str, reader: Reader) -> bool:
    """Whether no figure of the one line is over that of the other; the first that is, is told."""
    if not lines.keys() >= {less, more}:
        return True
    values, places, _ = lines[less]
    for low, high, place in zip(values, lines[more].values, places, strict=False):
        if low is not None and high is not None and low > high:
            number = reader.language.number
            message = f"`{less}` is {number(low)} where `{more}` is {number(high)}"
            hint = "a forecast lies between `low` and `high`"
            reader.findings.error("bounds-crossed", message, place, hint)
            return False
    return True
