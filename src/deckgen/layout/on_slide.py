"""What of tables and charts has to stand on the slide itself: notes that say it are not enough.

By design only the notes have the whole title of a project that has a short one, a trend in words
where its arrow is shown, and figures to the last digit where they are rounded.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from deckgen.claims import Claim
from deckgen.content import Aspect, Chart, Milestone, Project
from deckgen.deck import BudgetSlide, ChartSlide, ColumnsSlide, PortfolioSlide, TableSlide
from deckgen.language import Language
from deckgen.layout.sums import money_of, scale_of, written
from deckgen.layout.tables import groups_thousands
from deckgen.money import remaining
from deckgen.signs import TREND_ARROWS


def table_claims(slide: TableSlide, language: Language) -> Iterator[Claim]:
    """The titles and cells of a table, figures as their column writes them."""
    table = slide.table
    for title in table.header:
        yield Claim(title.plain, title.source)
    for cells in zip(*table.rows, strict=True):
        is_grouped = groups_thousands(cells)
        for cell in cells:
            if isinstance(cell, Decimal):
                yield Claim(language.number(cell, is_below_others=is_grouped), table.source)
            elif cell:
                yield Claim(cell.plain, cell.source)


def portfolio_claims(slide: PortfolioSlide, language: Language) -> Iterator[Claim]:
    """What projects are called, and what is told of them in each column."""
    projects, aspects = slide.projects, slide.aspects
    amounts = [money_of(project, aspect) for project in projects for aspect in aspects]
    scale = scale_of([money for money in amounts if money])
    for project in projects:
        name = project.short_title or project.title
        yield Claim(name.plain, name.source)
        for aspect in aspects:
            if money := money_of(project, aspect):
                yield Claim(written(money, scale, language), project.source)
            for words in _told(project, aspect, language):
                yield Claim(words, project.source)


def _told(project: Project, aspect: Aspect, language: Language) -> Iterator[str]:
    """The words of an aspect, one for each place that it may have."""
    if aspect is Aspect.PHASE and project.phase:
        yield project.phase.label.plain
    elif aspect is Aspect.LIGHT and project.light:
        yield language.words.lights[project.light]
    elif aspect is Aspect.TREND and project.trend:
        yield TREND_ARROWS[project.trend]
    elif aspect is Aspect.FIELD and project.field:
        yield project.field.plain
    elif aspect is Aspect.PARTNERS:
        yield from (partner.plain for partner in project.partners)
    elif aspect is Aspect.DURATION:
        yield from (language.date(day) for day in (project.start, project.end) if day)
    elif aspect is Aspect.MILESTONE and project.milestone:
        yield from _dated(project.milestone, language)


def _dated(milestone: Milestone, language: Language) -> Iterator[str]:
    """A milestone, the day that is surest, and the one that was planned if that is another."""
    yield milestone.title.plain
    days = dict.fromkeys((milestone.day, milestone.planned))
    yield from (language.date(day) for day in days if day)


def figures_claims(slide: ChartSlide, language: Language) -> Iterator[Claim]:
    """The names and figures of a chart."""
    if isinstance(slide.figures, Chart):
        yield from _charted(slide.figures, language)


def columns_claims(slide: ColumnsSlide, language: Language) -> Iterator[Claim]:
    """The names and figures of the charts among columns."""
    for column in slide.columns:
        if isinstance(column.content, Chart):
            yield from _charted(column.content, language)


def _charted(chart: Chart, language: Language) -> Iterator[Claim]:
    for category in chart.categories:
        yield Claim(category.plain, category.source)
    for series in chart.series:
        if series.name:
            yield Claim(series.name.plain, series.name.source)
        for value in series.values:
            if value is not None:
                yield Claim(language.number(value), chart.source)


def budget_claims(slide: BudgetSlide, language: Language) -> Iterator[Claim]:
    """The names of projects, and the amounts that their bars are drawn of."""
    for row in slide.rows:
        name, budget = row.short_title or row.title, row.budget
        yield Claim(name.plain, name.source)
        amounts = (
            (budget.spent, remaining(budget)) if budget.spent is not None else (budget.granted,)
        )
        for amount in amounts:
            if amount is not None:
                yield Claim(language.number(amount), budget.source)
