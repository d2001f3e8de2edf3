"""What charts and drawings show, in words: alternative texts, and lines for the notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from deckgen.content import (
    Chart,
    Column,
    Drawable,
    Figures,
    Forecast,
    Heatmap,
    Light,
    Rating,
    Series,
    Text,
    Tone,
    Waterfall,
)
from deckgen.language import Language
from deckgen.listening import as_heard
from deckgen.words import Words

LIGHTS = {Tone.GOOD: Light.GREEN, Tone.WARNING: Light.YELLOW, Tone.BAD: Light.RED}
NOTHING = "–"


def figures_told(figures: Figures, language: Language) -> tuple[Text, ...]:
    """All that a chart or a drawing shows: a sentence for each of its categories, mostly."""
    if isinstance(figures, Chart):
        sources = (category.source for category in figures.categories)
        return tuple(map(Text.of, chart_told(figures, language), sources))
    return tuple(Text.of(note, figures.source) for note in notes_of(figures, language))


def columns_told(columns: Sequence[Column], language: Language) -> tuple[Text, ...]:
    """The figures of the charts among `columns`."""
    contents = (column.content for column in columns)
    charts = (content for content in contents if isinstance(content, Figures))
    return tuple(text for chart in charts for text in figures_told(chart, language))


def chart_told(chart: Chart, language: Language) -> tuple[str, ...]:
    """Each category with all its figures."""
    series = [_series_told(each, chart.unit, language) for each in chart.series]
    rows = zip(chart.categories, zip(*series, strict=True), strict=True)
    return tuple([f"{category.plain}: {', '.join(figures)}" for category, figures in rows])


def rating_word(rating: Rating | None, words: Words) -> str:
    """A rating's own word, or that for the light of its tone; a dash where there is no rating."""
    if rating and rating.word:
        return rating.word.plain
    return words.lights[LIGHTS[rating.tone]] if rating and rating.tone in LIGHTS else NOTHING


def rest_text(waterfall: Waterfall, words: Words) -> Text:
    """What the rest is called."""
    return waterfall.rest or Text.of(words.rest, waterfall.source)


def waterfall_told(waterfall: Waterfall, language: Language, rows: Sequence[int]) -> str:
    """The bars of `rows` in words: total, steps and what is left."""
    entries = list(_waterfall(waterfall, language))
    return _listed(language.words.waterfall, [entries[row] for row in rows], language)


def heatmap_told(
    heatmap: Heatmap, language: Language, rows: Sequence[int], columns: Sequence[int]
) -> str:
    """The ratings of `rows` by the criteria of `columns` in words."""
    entries = [_rated(heatmap, row, columns, language.words) for row in rows]
    return _listed(language.words.heatmap, entries, language)


def forecast_told(forecast: Forecast, language: Language) -> str:
    """Each of the lines in words, figure by figure."""
    return _listed(language.words.forecast_chart, list(_forecast(forecast, language)), language)


def notes_of(figures: Drawable, language: Language) -> tuple[str, ...]:
    """All that a drawing shows, a line each."""
    match figures:
        case Waterfall():
            return tuple(_waterfall(figures, language))
        case Heatmap():
            columns, rows = range(len(figures.criteria)), range(len(figures.names))
            return tuple(_rated(figures, row, columns, language.words) for row in rows)
    return tuple(_periods(figures, language))


def _series_told(series: Series, unit: Text | None, language: Language) -> list[str]:
    """Each figure of a series exactly, or that there is none, after its name."""
    name = f"{series.name.plain} " if series.name else ""
    nothing = language.words.no_figure
    return [
        f"{name}{nothing if value is None else _amount(value, unit, language)}"
        for value in series.values
    ]


def _waterfall(waterfall: Waterfall, language: Language) -> Iterator[str]:
    total, steps = waterfall.total, waterfall.steps
    *_, rest = accumulate((step.amount for step in steps), initial=total.amount)
    yield f"{total.label.plain}: {_amount(total.amount, waterfall.unit, language)}"
    for step in steps:
        yield f"{step.label.plain}: {_amount(step.amount, waterfall.unit, language)}"
    label = rest_text(waterfall, language.words).plain
    yield f"{label}: {_amount(rest, waterfall.unit, language)}"


def _amount(value: Decimal, unit: Text | None, language: Language) -> str:
    number = language.number(value)
    return language.with_unit(number, unit.plain) if unit else number


def _rated(heatmap: Heatmap, row: int, columns: Sequence[int], words: Words) -> str:
    ratings = heatmap.ratings[row]
    said = (rating_word(ratings[c], words) if ratings[c] else words.no_figure for c in columns)
    cells = [f"{heatmap.criteria[c].plain} {word}" for c, word in zip(columns, said, strict=True)]
    return f"{heatmap.names[row].plain}: {', '.join(cells)}"


def _forecast(forecast: Forecast, language: Language) -> Iterator[str]:
    """Each line with its figures by period."""
    unit = f" ({forecast.unit.plain})" if forecast.unit else ""
    for name, values in _lines(forecast, language.words):
        told = [
            f"{period.plain} {language.number(value)}"
            for period, value in zip(forecast.periods, values, strict=False)
            if value is not None
        ]
        if told:
            yield f"{name}{unit}: {', '.join(told)}"


def _periods(forecast: Forecast, language: Language) -> Iterator[str]:
    """Each period with its figures by line."""
    lines = [line for line in _lines(forecast, language.words) if line[1]]
    for index, period in enumerate(forecast.periods):
        told = [
            f"{name} {_amount(value, forecast.unit, language)}"
            for name, values in lines
            if (value := values[index]) is not None
        ]
        yield f"{period.plain}: {', '.join(told) or language.words.no_figure}"


def _lines(forecast: Forecast, words: Words) -> Iterator[tuple[str, tuple[Decimal | None, ...]]]:
    yield words.plan, forecast.plan
    yield words.actual, forecast.actual
    yield words.forecast, forecast.expected
    yield words.lower_bound, forecast.low
    yield words.upper_bound, forecast.high


def _listed(name: str, entries: Sequence[str], language: Language) -> str:
    """A name and as many entries as can be listened to."""
    return f"{name}. {'; '.join(as_heard(entries, language.words))}"
