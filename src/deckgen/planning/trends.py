"""How projects and their money changed from report to report, as charts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from deckgen.content import Chart, ChartType, Phase, Series, Tally, Text, Trended
from deckgen.deck import ChartSlide
from deckgen.language import Language
from deckgen.planning.currencies import named_by_currency
from deckgen.problems import Source
from deckgen.standing import Standing
from deckgen.telling import figures_told


def trend_slides(
    slide_id: str, topic: Trended, reports: Sequence[Standing], language: Language
) -> Iterator[ChartSlide]:
    """A slide of projects by phase, or one of money for each currency, over these `reports`."""
    words = language.words.news
    if topic.tally is Tally.PHASES:
        title = topic.title or Text.of(words.phases_over_time, topic.source)
        yield _slide(slide_id, title, topic, _phases(topic.source, reports, language), language)
        return
    title = topic.title or Text.of(words.money_over_time, topic.source)
    currencies = dict.fromkeys(c for each in reports for c in (*each.granted, *each.spent))
    for currency, own_id, own_title in named_by_currency(slide_id, title, currencies):
        chart = _money(topic.source, reports, currency, language)
        yield _slide(own_id, own_title, topic, chart, language)


def _slide(
    slide_id: str, title: Text, topic: Trended, chart: Chart, language: Language
) -> ChartSlide:
    return ChartSlide(
        id=slide_id,
        title=title,
        credit=topic.credit,
        notes=topic.notes,
        figures=chart,
        history=figures_told(chart, language),
    )


def _phases(source: Source, reports: Sequence[Standing], language: Language) -> Chart:
    """Projects by the phases they were in, those of today's programme first."""
    steps: dict[str, Phase] = {}
    for report in reversed(reports):
        for step in report.steps:
            steps.setdefault(step.id, step)
    shown = [step for step in steps.values() if any(each.phases.get(step.id) for each in reports)]
    series = tuple(
        Series(
            tuple(Decimal(report.phases.get(step.id, 0)) for report in reports),
            Text.of(step.label.plain, source),
        )
        for step in shown
    )
    names = _names(source, reports, language)
    return Chart(source, ChartType.COLUMN, names, series, is_stacked=True)


def _money(source: Source, reports: Sequence[Standing], currency: str, language: Language) -> Chart:
    """What was granted and spent in all, as far as it was told."""
    words = language.words
    series = (
        _sums(words.granted_money, [each.granted for each in reports], currency, source),
        _sums(words.spent_money, [each.spent for each in reports], currency, source),
    )
    given = tuple(each for each in series if any(value is not None for value in each.values))
    unit = Text.of(language.symbol(currency), source)
    return Chart(source, ChartType.LINE, _names(source, reports, language), given, unit)


def _sums(
    name: str, sums: Sequence[Mapping[str, Decimal]], currency: str, source: Source
) -> Series:
    return Series(tuple(each.get(currency) for each in sums), Text.of(name, source))


def _names(source: Source, reports: Sequence[Standing], language: Language) -> tuple[Text, ...]:
    words = language.words.news
    return tuple(
        Text.of(
            words.report_called.format(number=each.number) if each.number else words.today, source
        )
        for each in reports
    )
