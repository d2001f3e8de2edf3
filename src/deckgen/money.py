"""Money that adds up: sums of budgets, what is left of one, and all of it in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from deckgen.content import Budget
from deckgen.language import Language
from deckgen.problems import Source


def sum_of(budgets: Sequence[Budget], source: Source) -> Budget:
    """What several budgets in one currency come to, exactly; None is what none of them tells."""
    return Budget(
        source,
        _sum([_total(budget) for budget in budgets]),
        _sum([budget.granted for budget in budgets]),
        spent=_sum([budget.spent for budget in budgets]),
        currency=budgets[0].currency,
    )


def _sum(amounts: Sequence[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None


def _total(budget: Budget) -> Decimal | None:
    if budget.total is not None or budget.granted is None or budget.own_share is None:
        return budget.total
    return budget.granted + budget.own_share


def remaining(budget: Budget) -> Decimal | None:
    """What is left of the granted money; None where it is not known."""
    if budget.granted is None or budget.spent is None:
        return None
    return budget.granted - budget.spent


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
