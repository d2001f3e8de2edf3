"""The words that a chart is to show, as other programs draw it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from deckgen.language import MINUS, Language, language
from deckgen.page import Chart, ChartForm, ChartSeries, Labelling, Scale


def words_of(chart: Chart, tag: str) -> Iterator[str]:
    """The names of categories, the figures beside points and those beside the axis."""
    if chart.form is ChartForm.DOUGHNUT:
        return
    spoken = language(tag)
    yield from chart.categories
    for series in chart.series:
        yield from _labels(chart, series, spoken)
    low, high, step, places = chart.scale or Scale(Decimal(0), Decimal(1))
    if step:
        for number in range(int((high - low) / step) + 1):
            yield _written(chart, low + step * number, places, spoken)


def _labels(chart: Chart, series: ChartSeries, spoken: Language) -> Iterator[str]:
    shown = [
        (index, value)
        for index, value in enumerate(series.values)
        if value is not None and index not in series.hidden
    ]
    if series.labelling is Labelling.NONE:
        return
    if series.labelling in (Labelling.LAST, Labelling.LAST_WITH_NAME):
        shown = shown[-1:]
    if series.labelling is Labelling.LAST_WITH_NAME:
        yield series.name
    for _, value in shown:
        yield _written(chart, value, chart.decimals, spoken)


def _written(chart: Chart, value: Decimal, places: int, spoken: Language) -> str:
    _, minus, figure = spoken.figure(value, places).rpartition(MINUS)
    return f"{minus}{chart.before}{figure}{chart.after}"
