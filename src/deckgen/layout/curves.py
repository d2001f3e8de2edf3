"""The curves of a forecast: what was planned, what came and what is expected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby
from typing import TypeVar

from deckgen.content import Forecast
from deckgen.geometry import Points
from deckgen.named import NamedTuple
from deckgen.style import Ink
from deckgen.words import Words

T = TypeVar("T")
Values = tuple[Decimal | None, ...]


class Curve(NamedTuple):
    """A line of the chart; `origin` is a point of another line that it goes on from."""

    name: str
    values: Values
    ink: Ink
    weight: Points
    is_dashed: bool = False
    origin: int | None = None

    @property
    def last(self) -> int:
        """The number of the last period that has a figure."""
        return max(i for i, value in enumerate(self.values) if value is not None)


def curves_of(forecast: Forecast, words: Words) -> Iterator[Curve]:
    """The curves that have any figures, each under the name that `words` have for it."""
    for curve in (
        Curve(words.plan, forecast.plan, Ink.MUTED, 1.75, is_dashed=True),
        Curve(words.actual, forecast.actual, Ink.PRIMARY, 3.0),
        Curve(words.forecast, forecast.expected, Ink.ACCENT, 3.0, True, origin_of(forecast)),
    ):
        if any(value is not None for value in curve.values):
            yield curve


def origin_of(forecast: Forecast) -> int | None:
    """Where the forecast goes on from what has come: the period right before it."""
    given = (i for i, value in enumerate(forecast.expected) if value is not None)
    before = next(given, 0) - 1
    return before if before >= 0 and forecast.actual[before] is not None else None


def stretches(values: Iterable[T | None]) -> Iterator[tuple[T, ...]]:
    """The values one after another, in a stretch as long as none is missing."""
    for is_there, found in groupby(values, lambda value: value is not None):
        if is_there:
            yield tuple(value for value in found if value is not None)
