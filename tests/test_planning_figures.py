"""What charts of projects are planned to be: counts by phase, and money that adds up."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from tests.sample import HERE, PHASES, project, sample_report, text

from deckgen.content import (
    Budget,
    Budgets,
    Chart,
    ChartType,
    Count,
    PhaseReached,
    Pipeline,
    Project,
    Report,
    Series,
)
from deckgen.deck import BudgetSlide
from deckgen.language import language
from deckgen.money import remaining, sum_of
from deckgen.planning.budgets import budget_slides
from deckgen.planning.figures import counted, without_phase
from deckgen.telling import figures_told

GERMAN, ENGLISH = language("de-DE"), language("en-GB")


def in_phase(name: str, number: int | None) -> Project:
    phases = () if number is None else (PhaseReached(PHASES[number]),)
    return project(name, has_facts=False)._replace(phases=phases)


def counts(report: Report, topic: Pipeline) -> list[tuple[str, int]]:
    chart = counted(topic, report)
    values = (int(value or 0) for value in chart.series[0].values)
    return list(zip((category.plain for category in chart.categories), values, strict=True))


def test_projects_are_counted_by_phase_and_phases_between_are_shown():
    report = sample_report((in_phase("a", 1), in_phase("b", 3), in_phase("c", 1)))

    assert [("Antrag", 2), ("Bewilligt", 0), ("Umsetzung", 1)] == counts(
        report, Pipeline(source=HERE)
    )


def test_given_counts_are_taken_as_they_are():
    topic = Pipeline(source=HERE, counts=(Count(text("Skizzen"), Decimal(11)),))

    assert [("Skizzen", 11)] == counts(sample_report(), topic)


def test_projects_without_a_phase_are_named():
    report = sample_report((in_phase("a", 1), in_phase("b", None)))
    remark = without_phase(Pipeline(source=HERE), report, GERMAN)

    assert remark
    assert "Ohne Phase: Projekt b" == remark.text.plain
    assert "Ohne Phase: 1 Projekt (siehe Notizen)" == remark.summary.plain


def money(name: str, budget: Budget | None) -> Project:
    return project(name, has_facts=False)._replace(budget=budget)


def euros(granted: int, spent: int | None, currency: str = "EUR") -> Budget:
    given = None if spent is None else Decimal(spent)
    return Budget(HERE, granted=Decimal(granted), spent=given, currency=currency)


def slides(*projects: Project) -> list[BudgetSlide]:
    return list(budget_slides("b", text("Mittel"), Budgets(source=HERE, projects=projects), GERMAN))


def test_every_currency_has_a_slide_and_its_own_title():
    made = slides(money("a", euros(9, 3)), money("b", euros(5, 1, "GBP")), money("c", euros(7, 7)))

    assert [("b", "Mittel – EUR"), ("b-gbp", "Mittel – GBP")] == [
        (slide.id, slide.title.plain) for slide in made
    ]
    assert [["a", "c"], ["b"]] == [[row.id for row in slide.rows] for slide in made]


def test_projects_without_money_are_named_once():
    first, second = slides(
        money("a", euros(9, 3)), money("b", None), money("c", euros(5, 1, "GBP"))
    )

    assert first.remark
    assert "Ohne Angaben zu bewilligten Mitteln: Projekt b" == first.remark.text.plain
    assert second.remark is None


def test_all_amounts_stand_in_the_notes():
    (slide,) = slides(
        money("a", Budget(HERE, Decimal(12), Decimal(10), Decimal(2), Decimal("2.5")))
    )

    assert [
        (
            "Projekt a: 12\u00a0€ insgesamt, 10\u00a0€ bewilligt, 2\u00a0€ Eigenanteil, "
            "2,50\u00a0€ ausgegeben, 7,50\u00a0€ verbleibend"
        ),
        (
            "Summe: 12\u00a0€ insgesamt, 10\u00a0€ bewilligt, 2,50\u00a0€ ausgegeben, "
            "7,50\u00a0€ verbleibend"
        ),
    ] == [note.plain for note in slide.history]


def test_what_nobody_tells_is_no_sum():
    whole = sum_of([euros(9, None), euros(5, None)], HERE)

    assert (None, Decimal(14), None) == (whole.total, whole.granted, whole.spent)
    assert remaining(whole) is None


amounts = st.decimals(0, 10**12, places=2, allow_nan=False)


@given(st.lists(st.tuples(amounts, amounts), min_size=1, max_size=60))
def test_sums_are_exactly_those_of_the_projects(pairs: list[tuple[Decimal, Decimal]]):
    budgets = [Budget(HERE, granted=max(pair), spent=min(pair)) for pair in pairs]
    whole = sum_of(budgets, HERE)
    left = [remaining(budget) or Decimal(0) for budget in budgets]

    assert sum(left) == remaining(whole)
    assert whole.granted == sum(max(pair) for pair in pairs)


def test_figures_are_told_with_names_and_units():
    values = (Decimal("17.25"), None)
    series = (Series(values, text("Plan")), Series(values[::-1], text("Ist")))
    categories = (text("2018"), text("2019"))
    chart = Chart(HERE, ChartType.BAR, categories, series, text("%"))

    assert [
        "2018: Plan 17,25\u00a0%, Ist keine Angabe",
        "2019: Plan keine Angabe, Ist 17,25\u00a0%",
    ] == [told.plain for told in figures_told(chart, GERMAN)]
    assert "2018: Plan 17.25%, Ist no figure" == figures_told(chart, ENGLISH)[0].plain
