"""Where a report's projects stand, in figures: what a series of reports is compared by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from deckgen.content import Light, PartialDate, Phase, Report
from deckgen.named import NamedTuple


class Standing(NamedTuple):
    """A report of a series in figures; `name` is its tag, or None for the files as they are.

    `steps` are the phases of its programme, and `phases` the numbers of projects in them by their
    ids; money is by currency.
    """

    name: str | None
    number: int | None
    day: date | PartialDate | None
    projects: int
    steps: tuple[Phase, ...]
    phases: Mapping[str, int]
    lights: Mapping[Light, int]
    granted: Mapping[str, Decimal]
    spent: Mapping[str, Decimal]


def standing(
    report: Report, name: str | None = None, number: int | None = None, day: date | None = None
) -> Standing:
    """The report in figures; `number` and `day` are those of its tag, where it tells none."""
    projects = report.projects
    budgets = [project.budget for project in projects if project.budget]
    return Standing(
        name=name,
        number=number or report.number,
        day=report.date or report.as_of or day,
        projects=len(projects),
        steps=report.phases,
        phases=Counter(project.phase.id for project in projects if project.phase),
        lights=Counter(project.light for project in projects if project.light),
        granted=_sums((budget.currency, budget.granted) for budget in budgets),
        spent=_sums((budget.currency, budget.spent) for budget in budgets),
    )


def _sums(amounts: Iterable[tuple[str, Decimal | None]]) -> Mapping[str, Decimal]:
    sums: dict[str, Decimal] = {}
    for currency, amount in amounts:
        if amount is not None:
            sums[currency] = sums.get(currency, Decimal()) + amount
    return sums
