"""Native charts, with all that a program would else decide for itself."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from deckgen.geometry import Points, Rect
from deckgen.named import NamedTuple
from deckgen.style import Form, Ink, Shade


class ChartForm(Enum):
    """The native charts."""

    BAR = "bar"
    COLUMN = "column"
    LINE = "line"
    DOUGHNUT = "doughnut"


class Labelling(Enum):
    """Which figures of a series stand beside their points.

    At the end of bars and columns or over points, in their middle, or at the last point only,
    there perhaps with the name of the series.
    """

    NONE = "none"
    END = "end"
    MIDDLE = "middle"
    LAST = "last"
    LAST_WITH_NAME = "last with name"


class ChartSeries(NamedTuple):
    """Figures in one shade, or each point in its own; None where there is no figure.

    Points of a line are marked by a `marker`; labels are in `ink`, and `hidden` points have none.
    """

    name: str
    values: tuple[Decimal | None, ...]
    shades: tuple[Shade, ...]
    labelling: Labelling = Labelling.NONE
    ink: Ink = Ink.PRIMARY
    marker: Form = Form.ELLIPSE
    hidden: frozenset[int] = frozenset()


class Scale(NamedTuple):
    """What the axis of a chart reaches from and to.

    `step` is the distance of its lines, if it has any, beside which figures stand with so many
    decimal `places`.
    """

    low: Decimal
    high: Decimal
    step: Decimal | None = None
    places: int = 0


class Chart(NamedTuple):
    """A native chart with the workbook that it is edited in; it draws within `plot`.

    Figures are written with `decimals` places in the language's marks, `before` and `after` around
    them, in type of `label_size`, beside an axis in `tick_size`; categories are `size` points high,
    in lines as they were broken. `gap` is the room between bars, in shares of their thickness. A
    doughnut has no scale.
    """

    name: str
    rect: Rect
    plot: Rect
    form: ChartForm
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    description: str
    size: Points
    label_size: Points
    tick_size: Points = 13.0
    scale: Scale | None = None
    decimals: int = 0
    before: str = ""
    after: str = ""
    is_stacked: bool = False
    gap: float = 0.6
