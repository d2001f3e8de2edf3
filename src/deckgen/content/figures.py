"""Tables, and figures that are shown by charts and pictures."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from deckgen.content.text import Text
from deckgen.named import NamedTuple
from deckgen.problems import Source

Cell = Text | Decimal | None
"""What stands in a cell of a table; an amount is written as the language does."""


class Table(NamedTuple):
    """Rows under a header; each has as many cells as that, and there is at least one."""

    source: Source
    header: tuple[Text, ...]
    rows: tuple[tuple[Cell, ...], ...]


class ChartType(Enum):
    """How a native chart shows its figures."""

    BAR = "bar"
    COLUMN = "column"
    LINE = "line"
    DOUGHNUT = "doughnut"


class Series(NamedTuple):
    """Figures, one for each category of their chart; None where there is none."""

    values: tuple[Decimal | None, ...]
    name: Text | None = None


class Chart(NamedTuple):
    """Figures by category, shown by a native chart. Several series have names.

    `unit` stands after the figures, such as Mio. Euro; series that are `is_stacked` add up.
    """

    source: Source
    type: ChartType
    categories: tuple[Text, ...]
    series: tuple[Series, ...]
    unit: Text | None = None
    is_stacked: bool = False


class Step(NamedTuple):
    """A change in a waterfall; less than nothing where something is taken away."""

    label: Text
    amount: Decimal


class Waterfall(NamedTuple):
    """From a total, step by step, to what is left; `rest` is what that is called."""

    source: Source
    total: Step
    steps: tuple[Step, ...]
    rest: Text | None = None
    unit: Text | None = None


class Tone(Enum):
    """How good a rating is."""

    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"
    NONE = "none"


class Rating(NamedTuple):
    """A word of a heatmap's scale; without a word of its own, that for the light of its tone."""

    tone: Tone
    word: Text | None = None


class Heatmap(NamedTuple):
    """Ratings of `names` (projects, mostly) by criteria; None where one was not rated."""

    source: Source
    criteria: tuple[Text, ...]
    names: tuple[Text, ...]
    ratings: tuple[tuple[Rating | None, ...], ...]


class Forecast(NamedTuple):
    """A plan, what has come of it, and what is expected, within a band from `low` to `high`.

    Each has a figure for each of the `periods`, or None.
    """

    source: Source
    periods: tuple[Text, ...]
    plan: tuple[Decimal | None, ...]
    actual: tuple[Decimal | None, ...]
    expected: tuple[Decimal | None, ...]
    low: tuple[Decimal | None, ...] = ()
    high: tuple[Decimal | None, ...] = ()
    unit: Text | None = None


Drawable = Waterfall | Heatmap | Forecast
"""What no native chart can say."""

Figures = Chart | Drawable
"""What a slide of kind `chart` shows."""
