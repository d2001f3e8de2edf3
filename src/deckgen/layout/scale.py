"""A scale of round figures, and with how many decimal places they are written."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from deckgen.named import NamedTuple

ENOUGH = 4
"""So many steps from the least to the greatest figure, or a few less."""

_ROUND = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_EXACT = Context(prec=400)


class Scale(NamedTuple):
    """From `low` to `high`, both of them whole `step`s; zero is always between them."""

    low: Decimal
    high: Decimal
    step: Decimal

    @property
    def ticks(self) -> tuple[Decimal, ...]:
        """The round figures, the least one first."""
        count = int((self.high - self.low) / self.step)
        return tuple(self.low + number * self.step for number in range(count + 1))

    def share(self, value: Decimal) -> float:
        """How far up the scale `value` is, from 0 to 1."""
        return float((value - self.low) / (self.high - self.low))


def scale_of(values: Iterable[Decimal]) -> Scale:
    """The scale on which all `values` and zero can be shown."""
    values = (Decimal(0), *values)
    low, high = min(values), max(values)
    if low == high:
        return Scale(low, low + 1, Decimal(1))
    step = _step((high - low) / ENOUGH)
    bottom, top = _steps(low, step, ROUND_FLOOR), _steps(high, step, ROUND_CEILING)
    return Scale(bottom * step, top * step, step)


def places_of(values: Iterable[Decimal | None]) -> int:
    """With how many decimal places all of the figures are written."""
    exponents = (value.as_tuple().exponent for value in values if value is not None)
    return max((0, *(-each for each in exponents if isinstance(each, int))))


def _step(least: Decimal) -> Decimal:
    """The next round figure from `least` up."""
    power = Decimal(1).scaleb(least.adjusted())
    return next(each * power for each in _ROUND if each * power >= least)


def _steps(value: Decimal, step: Decimal, rounding: str) -> Decimal:
    return _EXACT.divide(value, step).to_integral_value(rounding)
