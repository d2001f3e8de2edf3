"""Money as tables show it: rounded where that is easier to compare, and summed up."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from enum import Enum

from deckgen.aspects import amount_of
from deckgen.content import Aspect, Project
from deckgen.language import Language
from deckgen.language import rounded as nearest
from deckgen.named import NamedTuple

_MILLION = Decimal(1_000_000)
_LEAST_IN_MILLIONS = Decimal(100_000)
_LEAST_WITHOUT_CENTS = Decimal(1_000)


class Money(NamedTuple):
    """An amount in a currency (ISO 4217)."""

    amount: Decimal
    currency: str


def money_of(project: Project, aspect: Aspect) -> Money | None:
    """What a project has of money for an aspect; none for those that are of something else."""
    amount = amount_of(project, aspect)
    return Money(amount, project.budget.currency) if project.budget and amount is not None else None


class Scale(Enum):
    """How exact amounts are shown; the value is the last place."""

    EXACT = None
    UNITS = Decimal(1)
    MILLIONS = Decimal(10_000)


def scale_of(amounts: Sequence[Money]) -> Scale:
    """The scale in which all amounts are told apart and easily compared."""
    sizes = [abs(money.amount) for money in amounts if money.amount]
    if not sizes:
        return Scale.EXACT
    if max(sizes) >= _MILLION and min(sizes) >= _LEAST_IN_MILLIONS:
        return Scale.MILLIONS
    if any(size % 1 for size in sizes) and min(sizes) >= _LEAST_WITHOUT_CENTS:
        return Scale.UNITS
    return Scale.EXACT


def rounded(money: Money, scale: Scale) -> Money:
    """`money` to the last place of `scale`."""
    if scale.value is None:
        return money
    return money._replace(amount=nearest(money.amount / scale.value) * scale.value)


def written(money: Money, scale: Scale, language: Language) -> str:
    """`money` in `scale`: 1,20 Mio. €, 840.000 € or €840,000.50."""
    amount, currency = rounded(money, scale)
    if scale is Scale.MILLIONS:
        return language.millions(amount, currency)
    return language.amount(amount, currency)


def totals(columns: Sequence[Sequence[Money]]) -> tuple[str, ...]:
    """The currencies to sum up: all of them, if a column has one of them more than once."""
    currencies = dict.fromkeys(money.currency for column in columns for money in column)
    repeated = any(len(column) > len({money.currency for money in column}) for column in columns)
    return tuple(currencies) if repeated else ()


def total(column: Sequence[Money], currency: str) -> Money | None:
    """What a column has of a currency."""
    amounts = [money.amount for money in column if money.currency == currency]
    return Money(sum(amounts, Decimal(0)), currency) if amounts else None
