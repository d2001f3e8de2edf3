"""What is in a table or a chart has to stand on the slide: its notes are no place for it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from tests.sample import HERE, project, sample_look, sample_table, text

from deckgen.aspects import pared
from deckgen.content import Aspect, Budget, Chart, ChartType, Column, Project, Series
from deckgen.content import Table as Written
from deckgen.deck import (
    BudgetRow,
    BudgetSlide,
    ChartSlide,
    ColumnsSlide,
    Deck,
    DeckSection,
    PortfolioSlide,
    Slide,
    TableSlide,
)
from deckgen.language import language
from deckgen.layout import lay_out
from deckgen.layout.completeness import lost
from deckgen.page import Chart as Drawn
from deckgen.page import Element, Page, Paragraph, Properties, Run, Table
from deckgen.telling import figures_told

GERMAN = language("de-DE")
VALUES = (Decimal("12.5"), None, Decimal(-3))
FIGURES = Chart(
    HERE,
    ChartType.COLUMN,
    (text("Strom"), text("Gas"), text("Wasser")),
    (Series(VALUES, text("2018")), Series(VALUES[::-1], text("2019"))),
)
NAMED = Project("n", HERE, text("Ein langer Titel"), text("Kurz"))
ASPECTS = (*(Aspect.PHASE, Aspect.LIGHT, Aspect.TREND), *(Aspect.FUNDING, Aspect.MILESTONE))
BUDGET = Budget(HERE, granted=Decimal(900), spent=Decimal("123.45"))

SLIDES = {
    "table": TableSlide(id="s", title=text("T"), table=sample_table(3)),
    "grouped": TableSlide(
        id="s",
        title=text("T"),
        table=Written(HERE, (text("Wert"),), ((Decimal(1234),), (Decimal(12345),))),
    ),
    "portfolio": PortfolioSlide(
        id="s",
        title=text("T"),
        projects=tuple(pared(each, ASPECTS) for each in (project("eins"), NAMED)),
        aspects=ASPECTS,
    ),
    "chart": ChartSlide(
        id="s", title=text("T"), figures=FIGURES, history=figures_told(FIGURES, GERMAN)
    ),
    "columns": ColumnsSlide(
        id="s",
        title=text("T"),
        columns=(Column(HERE, FIGURES), Column(HERE, FIGURES)),
        history=figures_told(FIGURES, GERMAN),
    ),
    "budget": BudgetSlide(
        id="s", title=text("T"), rows=(BudgetRow("r", text("Ein langer Titel"), BUDGET),)
    ),
}
each_slide = pytest.mark.parametrize("kind", SLIDES)


def pages_of(slide: Slide) -> tuple[Page, ...]:
    deck = Deck(
        Properties("T", "de-DE"), GERMAN, text("T"), None, (DeckSection("s", "S", (slide,)),)
    )
    return lay_out(deck, sample_look()).pages


@each_slide
def test_every_cell_name_and_figure_is_missed_though_the_notes_say_it(kind: str):
    slide = SLIDES[kind]
    pages = [page._replace(notes=(*page.notes, *said_on(page))) for page in pages_of(slide)]
    (only,) = pages
    robbed = list(without_one(only))

    assert [] == list(lost(slide, pages, GERMAN))
    assert len(robbed) > 1
    assert [] == [each for each in robbed if not any(lost(slide, [each], GERMAN))]


def said_on(page: Page) -> Iterator[str]:
    """All that tables and charts of a page say."""
    for element in page.elements:
        if isinstance(element, Table):
            yield from (p.text for row in element.rows for c in row.cells for p in c.paragraphs)
        elif isinstance(element, Drawn):
            yield from element.categories
            for series in element.series:
                yield series.name
                yield from (GERMAN.number(value) for value in series.values if value is not None)


def without_one(page: Page) -> Iterator[Page]:
    """The page, again and again, each time without another part of a table or a chart."""
    for place, element in enumerate(page.elements):
        before, after = page.elements[:place], page.elements[place + 1 :]
        for robbed in without_a_part(element):
            yield page._replace(elements=(*before, robbed, *after))


def without_a_part(element: Element) -> Iterator[Element]:
    if isinstance(element, Table):
        yield from without_a_cell(element)
    elif isinstance(element, Drawn):
        yield from without_a_label(element)


def without_a_cell(table: Table) -> Iterator[Table]:
    """Without one of the cells that say something; sums and a portfolio's titles are no content."""
    is_portfolio = table.name == GERMAN.words.table_of_projects
    for number, row in enumerate(table.rows):
        if is_portfolio and (number == 0 or (row is table.rows[-1] and table.has_total)):
            continue
        for column, cell in enumerate(row.cells):
            if says_something(cell.paragraphs):
                bare = cell._replace(paragraphs=(Paragraph((Run(""),), ("",)),))
                cells = (*row.cells[:column], bare, *row.cells[column + 1 :])
                rows = (*table.rows[:number], row._replace(cells=cells), *table.rows[number + 1 :])
                yield table._replace(rows=rows)


def says_something(paragraphs: tuple[Paragraph, ...]) -> bool:
    return any(paragraph.text not in ("", "–") for paragraph in paragraphs)


def without_a_label(chart: Drawn) -> Iterator[Drawn]:
    for number in range(len(chart.categories)):
        names = list(chart.categories)
        names[number] = ""
        yield chart._replace(categories=tuple(names))
    for number, series in enumerate(chart.series):
        for point, value in enumerate(series.values):
            if value is not None:
                values = [*series.values[:point], None, *series.values[point + 1 :]]
                robbed = list(chart.series)
                robbed[number] = series._replace(values=tuple(values))
                yield chart._replace(series=tuple(robbed))
