"""Native charts: figures by category. A type of chart has its reader in `TYPES`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from deckgen.content import Chart, ChartType, Figures, Series, Text
from deckgen.named import NamedTuple
from deckgen.problems import Source
from deckgen.reading.fields import Fields
from deckgen.reading.nodes import Mapping, Node, Scalar, Sequence
from deckgen.reading.reader import Reader
from deckgen.reading.sheet_columns import Column, Sheet
from deckgen.reading.sheets import names_sheet
from deckgen.reading.topic import Setting

if TYPE_CHECKING:
    from deckgen.sheets import Cell

NOTHING = ("–", "—", "-")
"""What stands for a figure that is missing, beside YAML's words for nothing."""

ReadFigures = Callable[[Setting, Fields], Figures | None]
"""Reads the keys of a type of chart; None if a mistake leaves nothing to show."""


class WrittenSeries(NamedTuple):
    """A series, what its values were written in, one after the other, and where all of it is."""

    series: Series
    figures: Iterable[Node | Cell]
    source: Source

    @property
    def places(self) -> tuple[Source, ...]:
        """Where its values were written."""
        return tuple([each.source for each in self.figures])


class Plotted(NamedTuple):
    """Categories, and series with a value for each of them."""

    categories: tuple[Text, ...]
    series: tuple[WrittenSeries, ...]


def read_plotted(setting: Setting, fields: Fields) -> Plotted | None:
    """What is plotted, from wherever the author has it; None if a mistake leaves it incomplete."""
    reader = setting.reader
    before = reader.findings.count
    if names_sheet(fields):
        plotted = _plotted_sheet(setting, fields)
        return plotted if reader.findings.count == before else None
    categories = fields.required("categories", reader.texts) or ()
    is_whole = reader.findings.count == before
    series = fields.required("series", lambda node: _series_list(node, reader)) or ()
    if not categories or not series:
        return None
    for each in series if is_whole else ():
        _check_length(each, len(categories), reader)
    return Plotted(categories, series) if reader.findings.count == before else None


def _plotted_sheet(setting: Setting, fields: Fields) -> Plotted | None:
    """The columns of a file: the first one has the categories, the others are series."""
    reader, sheet = setting.reader, setting.sheets.named_in(fields)
    if not sheet:
        fields.optional("categories", reader.words)
        fields.optional("series", reader.paragraphs)
        return None
    named = fields.optional("categories", lambda node: reader.value(node, sheet.column))
    chosen = fields.optional(
        "series", lambda node: reader.entries(node, lambda entry: _series_of(entry, reader, sheet))
    )
    if fields.has("categories") and not named:
        return None
    categories = named or sheet.columns[0]
    others = [each for each in sheet.columns if each != categories] if chosen is None else ()
    series = chosen or tuple([_written(each, sheet.title(each), sheet) for each in others])
    if not series and chosen is None:
        message = "there are no figures beside the categories"
        reader.findings.error("no-figures", message, categories.source)
    return Plotted(sheet.names_in(categories), series)


def _series_of(node: Node, reader: Reader, sheet: Sheet) -> WrittenSeries | None:
    """A series by its heading, or with a name of its own and the heading as `column`."""
    if not isinstance(node, Mapping):
        column = reader.value(node, sheet.column)
        return _written(column, sheet.title(column), sheet) if column else None
    with Fields(node, reader.findings) as fields:
        name = fields.optional("name", reader.text)
        column = fields.required("column", lambda node: reader.value(node, sheet.column))
    return _written(column, name or sheet.title(column), sheet) if column else None


def _written(column: Column, name: Text, sheet: Sheet) -> WrittenSeries:
    return WrittenSeries(Series(sheet.numbers(column), name), column.cells, column.source)


def _series_list(node: Node, reader: Reader) -> tuple[WrittenSeries, ...]:
    is_alone = isinstance(node, Sequence) and len(node.entries) == 1
    return reader.entries(node, lambda entry: _series(entry, reader, is_alone=is_alone))


def _series(node: Node, reader: Reader, *, is_alone: bool) -> WrittenSeries | None:
    """A series; only one that is alone needs no name."""
    mapping = reader.mapping(node)
    if not mapping:
        return None
    with Fields(mapping, reader.findings) as fields:
        take = fields.optional if is_alone else fields.required
        name = take("name", reader.text)
        values = fields.required("values", lambda node: read_values(node, reader))
    if values is None:
        return None
    written = mapping.values["values"]
    entries = written.entries if isinstance(written, Sequence) else []
    return WrittenSeries(Series(values, name), entries, written.source)


def read_values(node: Node, reader: Reader) -> tuple[Decimal | None, ...]:
    """A list of figures; None for each that is not given."""
    return tuple([value for (value,) in reader.entries(node, lambda each: (_value(each, reader),))])


def _value(node: Node, reader: Reader) -> Decimal | None:
    """A figure; None where none is given, or no figure."""
    if isinstance(node, Scalar) and is_nothing(node):
        return None
    return reader.amount(node)


def is_nothing(scalar: Scalar) -> bool:
    """Whether a dash, or nothing at all, stands for what is missing."""
    return scalar.text.strip() in NOTHING or (scalar.is_plain and not scalar.has_value)


def _is_in_brackets(source: Source) -> bool:
    return source.file.line(source.line)[source.column - 1 :].startswith("[")


def _check_length(written: WrittenSeries, expected: int, reader: Reader) -> None:
    count = len(written.series.values)
    if count != expected:
        figures = "1 value" if count == 1 else f"{count} values"
        named = "1 category" if expected == 1 else f"{expected} categories"
        hint = "give a value for each category, in their order; – where there is none"
        if count > expected and _is_in_brackets(written.source):
            hint += "; within brackets each comma begins a value: write 17.25"
        message = f"the series has {figures}, but the chart has {named}"
        reader.findings.error("values-differ", message, written.source, hint)


def _read_chart(setting: Setting, fields: Fields, kind: ChartType) -> Chart | None:
    reader = setting.reader
    before = reader.findings.count
    unit = fields.optional("unit", reader.text)
    is_stacked = bool(fields.optional("stacked", reader.switch))
    plotted = read_plotted(setting, fields)
    if is_stacked and kind not in (ChartType.BAR, ChartType.COLUMN):
        message = f"a {kind.value} chart cannot be stacked"
        hint = "use `type: bar` or `type: column`, or delete the key"
        reader.findings.error("not-stackable", message, fields.value_source("stacked"), hint)
    if plotted:
        _check_figures(plotted, reader)
        if kind is ChartType.DOUGHNUT:
            _check_shares(plotted, reader)
    if not plotted or reader.findings.count > before:
        return None
    series = tuple(each.series for each in plotted.series)
    return Chart(fields.source, kind, plotted.categories, series, unit, is_stacked)


def _check_figures(plotted: Plotted, reader: Reader) -> None:
    if all(value is None for each in plotted.series for value in each.series.values):
        hint = "give at least one figure, or leave the slide out"
        source = plotted.series[0].source
        reader.findings.error("no-figures", "the chart has no figure", source, hint)


def _check_shares(plotted: Plotted, reader: Reader) -> None:
    """A doughnut shows the parts of one whole."""
    first, *others = plotted.series
    if others:
        message = f"a doughnut shows one series, not {len(plotted.series)}"
        hint = "keep one of them, or use `type: bar` with `stacked: true`"
        reader.findings.error("one-series-only", message, others[0].source, hint)
    for value, place in zip(first.series.values, first.places, strict=False):
        if value is not None and value < 0:
            message = f"a doughnut cannot show less than nothing: `{reader.language.number(value)}`"
            hint = "use `type: bar`"
            reader.findings.error("negative-share", message, place, hint)
    if all(not value for value in first.series.values) and any(
        value is not None for value in first.series.values
    ):
        hint = "use `type: bar`, or leave the slide out"
        message = "the shares of the doughnut are all zero"
        reader.findings.error("no-figures", message, first.source, hint)


def _reader_of(kind: ChartType) -> ReadFigures:
    return lambda setting, fields: _read_chart(setting, fields, kind)


TYPES: dict[str, ReadFigures] = {kind.value: _reader_of(kind) for kind in ChartType}
"""The reader of each type of native chart, by the word for it."""
