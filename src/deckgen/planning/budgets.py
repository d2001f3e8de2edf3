"""What projects were granted and have spent, with all amounts in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from deckgen.content import Budgets, Project, Text
from deckgen.deck import BudgetRow, BudgetSlide, Remark
from deckgen.language import Language
from deckgen.money import amounts_told, sum_of
from deckgen.planning.currencies import named_by_currency
from deckgen.planning.remarks import remark_on
from deckgen.problems import Source

Rows = Sequence[BudgetRow]


def budget_slides(
    slide_id: str, title: Text, topic: Budgets, language: Language
) -> Iterator[BudgetSlide]:
    """A slide for each currency; the first names the projects that no money was granted to."""
    rows = _by_currency(topic.projects)
    for number, (currency, own_id, own_title) in enumerate(
        named_by_currency(slide_id, title, rows)
    ):
        slide = BudgetSlide(
            id=own_id,
            title=own_title,
            credit=topic.credit,
            rows=tuple(rows[currency]),
            history=tuple(_told(rows[currency], topic.source, language)),
        )
        yield slide if number else _first(slide, topic, _without_money(rows, topic, language))


def _first(slide: BudgetSlide, topic: Budgets, remark: Remark | None) -> BudgetSlide:
    """The slide with what is said once, however many there are."""
    history = (*slide.history, remark.text) if remark else slide.history
    return slide._replace(notes=topic.notes, remark=remark, history=history)


def _by_currency(projects: Sequence[Project]) -> Mapping[str, Rows]:
    """The projects with granted money, by their currency."""
    rows: dict[str, list[BudgetRow]] = {}
    for project in projects:
        budget = project.budget
        if budget and budget.granted is not None:
            row = BudgetRow(project.id, project.title, budget, project.short_title)
            rows.setdefault(budget.currency, []).append(row)
    return rows


def _without_money(rows: Mapping[str, Rows], topic: Budgets, language: Language) -> Remark | None:
    shown = {row.id for each in rows.values() for row in each}
    left_out = [project for project in topic.projects if project.id not in shown]
    return remark_on(left_out, language.words.without_money, topic.source, language)


def _told(rows: Rows, source: Source, language: Language) -> Iterator[Text]:
    """All amounts of each project, then their sums."""
    for row in rows:
        told = ", ".join(amounts_told(row.budget, language))
        yield Text.of(f"{row.title.plain}: {told}", row.budget.source)
    whole = sum_of([row.budget for row in rows], source)
    yield Text.of(f"{language.words.sum}: {', '.join(amounts_told(whole, language))}", source)
