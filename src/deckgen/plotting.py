"""What charts of projects are made of, and the figures of charts in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from deckgen.content import (
    Budget,
    Budgets,
    Chart,
    ChartType,
    Column,
    Count,
    Figures,
    Phase,
    Pipeline,
    Project,
    Report,
    Series,
    Text,
)
from deckgen.deck import BudgetRow, BudgetSlide, Remark
from deckgen.language import Language
from deckgen.problems import Source
from deckgen.telling import notes_of


def counted(topic: Pipeline, report: Report) -> Chart:
    """The pipeline as a chart: the counts given, or how many projects are in which phase."""
    counts = topic.counts or _counts(report)
    return Chart(
        topic.source,
        ChartType.BAR,
        tuple(count.label for count in counts),
        (Series(tuple(count.number for count in counts)),),
    )


def _counts(report: Report) -> tuple[Count, ...]:
    """From the first phase that has projects to the last, with those between."""
    reached = Counter(project.phase.id for project in report.projects if project.phase)
    filled = [index for index, phase in enumerate(report.phases) if reached[phase.id]]
    shown: Sequence[Phase] = report.phases[filled[0] : filled[-1] + 1] if filled else ()
    return tuple(Count(phase.label, Decimal(reached[phase.id])) for phase in shown)


def without_phase(topic: Pipeline, report: Report, language: Language) -> Remark | None:
    """The projects that are counted nowhere."""
    left_out = [project for project in report.projects if not project.phase]
    return _remark(language.words.without_phase, left_out, topic.source, language)


def figures_told(figures: Figures, language: Language) -> tuple[Text, ...]:
    """All that a chart shows: a sentence for each of its categories, mostly."""
    if isinstance(figures, Chart):
        sources = (category.source for category in figures.categories)
        return tuple(map(Text.of, told(figures, language), sources))
    return tuple(Text.of(note, figures.source) for note in notes_of(figures, language))


def columns_told(columns: Sequence[Column], language: Language) -> tuple[Text, ...]:
    """The figures of the charts among `columns`."""
    contents = (column.content for column in columns)
    charts = (content for content in contents if isinstance(content, Figures))
    return tuple(text for chart in charts for text in figures_told(chart, language))


def told(chart: Chart, language: Language) -> tuple[str, ...]:
    """Each category with all its figures."""
    return tuple(
        f"{category.plain}: {_told(chart, index, language)}"
        for index, category in enumerate(chart.categories)
    )


def _told(chart: Chart, index: int, language: Language) -> str:
    return ", ".join(
        f"{f'{series.name.plain} ' if series.name else ''}"
        f"{_figure(series.values[index], chart.unit, language)}"
        for series in chart.series
    )


def _figure(value: Decimal | None, unit: Text | None, language: Language) -> str:
    """A figure exactly, or that there is none."""
    if value is None:
        return language.words.no_figure
    return language.with_unit(language.number(value), unit.plain if unit else "")


def sum_of(budgets: Sequence[Budget], source: Source) -> Budget:
    """What several budgets in one currency come to, exactly; None is what none of them tells."""
    return Budget(
        source,
        _sum([_total(budget) for budget in budgets]),
        _sum([budget.granted for budget in budgets]),
        spent=_sum([budget.spent for budget in budgets]),
        currency=budgets[0].currency,
    )


def remaining(budget: Budget) -> Decimal | None:
    """What is left of the granted money; None where it is not known."""
    if budget.granted is None or budget.spent is None:
        return None
    return budget.granted - budget.spent


def _sum(amounts: Sequence[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None


def _total(budget: Budget) -> Decimal | None:
    if budget.total is not None or budget.granted is None or budget.own_share is None:
        return budget.total
    return budget.granted + budget.own_share


def budget_slides(
    slide_id: str, title: Text, topic: Budgets, language: Language
) -> Iterator[BudgetSlide]:
    """A slide for each currency; those after the first have it in their titles."""
    rows: dict[str, list[BudgetRow]] = {}
    for project in topic.projects:
        budget = project.budget
        if budget and budget.granted is not None:
            row = BudgetRow(project.id, project.title, budget, project.short_title)
            rows.setdefault(budget.currency, []).append(row)
    shown = {row.id for each in rows.values() for row in each}
    left_out = [project for project in topic.projects if project.id not in shown]
    remark = _remark(language.words.without_money, left_out, topic.source, language)
    for number, (currency, granted) in enumerate(rows.items()):
        named = f"{title.plain} – {currency}" if len(rows) > 1 else None
        yield BudgetSlide(
            id=f"{slide_id}-{currency.lower()}" if number else slide_id,
            title=Text.of(named, title.source) if named else title,
            credit=topic.credit,
            notes=() if number else topic.notes,
            rows=tuple(granted),
            remark=None if number else remark,
            history=(
                *_money_told(granted, topic.source, language),
                *((remark.text,) if remark and not number else ()),
            ),
        )


def _money_told(rows: Sequence[BudgetRow], source: Source, language: Language) -> Iterator[Text]:
    for row in rows:
        told = ", ".join(amounts_told(row.budget, language))
        yield Text.of(f"{row.title.plain}: {told}", row.budget.source)
    whole = sum_of([row.budget for row in rows], source)
    yield Text.of(f"{language.words.sum}: {', '.join(amounts_told(whole, language))}", source)


def amounts_told(budget: Budget, language: Language) -> Iterator[str]:
    """Every amount of a budget that is known, in words."""
    words = language.words
    told = (
        (words.total, budget.total),
        (words.granted, budget.granted),
        (words.own_share, budget.own_share),
        (words.spent, budget.spent),
        (words.remaining, remaining(budget)),
    )
    for pattern, amount in told:
        if amount is not None:
            yield pattern.format(amount=language.amount(amount, budget.currency))


def _remark(
    pattern: str, projects: Sequence[Project], source: Source, language: Language
) -> Remark | None:
    """The projects called in a sentence by their short names, and how many they are."""
    if not projects:
        return None
    names = ", ".join((project.short_title or project.title).plain for project in projects)
    words, number = language.words, len(projects)
    count = words.one_project if number == 1 else words.count_of_projects.format(number=number)
    full, summary = (pattern.format(names=told) for told in (names, count))
    return Remark(Text.of(full, source), Text.of(summary, source))
