"""Charts of type `forecast`: what was planned, what came, and what is expected."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from deckgen.content import Forecast, Text
from deckgen.reading.charts import read_values
from deckgen.reading.counting import check_count
from deckgen.reading.fields import Fields
from deckgen.reading.reader import Reader
from deckgen.reading.topic import Setting

Values = tuple[Decimal | None, ...]

LINES = ("plan", "actual", "forecast")
BOUNDS = ("low", "high")


def read_forecast(setting: Setting, fields: Fields) -> Forecast | None:
    """Lines over the periods in `categories`, with a figure or a dash for each; None after
    a mistake."""
    reader = setting.reader
    before = reader.findings.count
    unit = fields.optional("unit", reader.text)
    periods = fields.required("categories", reader.texts) or ()
    given = dict(_lines(fields, periods, reader))
    _check_figures(given, fields, reader)
    _check_bounds(given, fields, reader)
    if reader.findings.count > before or not periods:
        return None
    plan, actual, expected = (given.get(key, (None,) * len(periods)) for key in LINES)
    low, high = (given.get(key, ()) for key in BOUNDS)
    return Forecast(fields.source, periods, plan, actual, expected, low, high, unit)


def _lines(
    fields: Fields, periods: tuple[Text, ...], reader: Reader
) -> Iterator[tuple[str, Values]]:
    for key in (*LINES, *BOUNDS):
        values = fields.optional(key, lambda node: read_values(node, reader))
        if values is not None:
            source = fields.value_source(key)
            check_count(("value", values), ("category", periods), source, reader)
            yield key, values


def _check_figures(given: dict[str, Values], fields: Fields, reader: Reader) -> None:
    """At least one line has a point."""
    if not any(fields.has(key) for key in LINES):
        hint = "add `plan`, `actual` or `forecast`, with a value for each category"
        reader.findings.error("no-figures", "the chart has no figure", fields.source, hint)
    elif all(value is None for key in LINES for value in given.get(key, (None,))):
        source = next(fields.value_source(key) for key in LINES if fields.has(key))
        hint = "give at least one figure, or leave the slide out"
        reader.findings.error("no-figures", "the chart has no figure", source, hint)


def _check_bounds(given: dict[str, Values], fields: Fields, reader: Reader) -> None:
    """A band has two edges, with the forecast between them."""
    for key, other in (BOUNDS, BOUNDS[::-1]):
        if fields.has(key) and not fields.has(other):
            message = f"`{key}` needs `{other}`: a band has two edges"
            hint = f"add `{other}: …`, or delete the key"
            reader.findings.error("one-bound-only", message, fields.value_source(key), hint)
    if given.keys() >= {*BOUNDS} and _is_ordered(given, "low", "high", fields, reader):
        for less, more in (("low", "forecast"), ("forecast", "high")):
            _is_ordered(given, less, more, fields, reader)


def _is_ordered(
    given: dict[str, Values], less: str, more: str, fields: Fields, reader: Reader
) -> bool:
    """Whether no figure of the one line is over that of the other; the first that is, is told."""
    for low, high in zip(given.get(less, ()), given.get(more, ()), strict=False):
        if low is not None and high is not None and low > high:
            number = reader.language.number
            message = f"`{less}` is {number(low)} where `{more}` is {number(high)}"
            hint = "a forecast lies between `low` and `high`"
            source = fields.value_source(less)
            reader.findings.error("bounds-crossed", message, source, hint)
            return False
    return True
