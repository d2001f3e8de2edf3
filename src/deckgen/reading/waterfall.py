"""Charts of type `waterfall`: a total, and what is added to it or taken away."""

from __future__ import annotations

from collections.abc import Sequence as Steps
from decimal import Decimal

from deckgen.content import Step, Text, Waterfall
from deckgen.problems import Source
from deckgen.reading.charts import read_plotted, read_values
from deckgen.reading.counting import check_count
from deckgen.reading.fields import Fields
from deckgen.reading.nodes import Node
from deckgen.reading.nodes import Sequence as List
from deckgen.reading.reader import Reader
from deckgen.reading.sheets import names_sheet
from deckgen.reading.topic import Setting

Written = tuple[Decimal | None, Source]
"""A figure, and where it was written."""


def read_waterfall(setting: Setting, fields: Fields) -> Waterfall | None:
    """The first category is the total, the others are changes; None after a mistake."""
    reader = setting.reader
    before = reader.findings.count
    unit = fields.optional("unit", reader.text)
    rest = fields.optional("rest", reader.text)
    labels, values = _steps(setting, fields)
    for value, source in values:
        if value is None:
            hint = "write 0 where nothing changes, or leave the category out"
            message = "a waterfall needs a figure for each category"
            reader.findings.error("figure-missing", message, source, hint)
    if reader.findings.count > before or not labels or not values:
        return None
    amounts = [value for value, _ in values if value is not None]
    total, *steps = map(Step, labels, amounts)
    return Waterfall(fields.source, total, tuple(steps), rest, unit)


def _steps(setting: Setting, fields: Fields) -> tuple[Steps[Text], Steps[Written]]:
    """Labels and figures: from `values`, or from wherever a chart may have its one series."""
    if fields.has("values"):
        return _direct(setting.reader, fields)
    if not fields.has("series") and not names_sheet(fields):
        fields.required("values", setting.reader.text)
        fields.required("categories", setting.reader.texts)
        return (), ()
    plotted = read_plotted(setting, fields)
    if not plotted:
        return (), ()
    first, *others = plotted.series
    if others:
        message = f"a waterfall shows one series, not {len(plotted.series)}"
        hint = "keep the one that begins with the total"
        setting.reader.findings.error("one-series-only", message, others[0].source, hint)
    return plotted.categories, tuple(zip(first.series.values, first.places, strict=True))


def _direct(reader: Reader, fields: Fields) -> tuple[Steps[Text], Steps[Written]]:
    from_list: list[Written] = []
    labels = fields.required("categories", reader.texts) or ()
    fields.optional("values", lambda node: from_list.extend(_written(node, reader)))
    wanted = ("category", labels)
    source = fields.value_source("values")
    check_count(("value", from_list), wanted, source, reader, may_lack=False)
    return labels, from_list


def _written(node: Node, reader: Reader) -> Steps[Written]:
    values = read_values(node, reader)
    places = [entry.source for entry in node.entries] if isinstance(node, List) else []
    return tuple(zip(values, places, strict=False))
