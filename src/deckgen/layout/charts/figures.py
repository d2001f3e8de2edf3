"""Figures of a chart as they are written beside its points, and the scale they are drawn to."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from deckgen.content import Chart
from deckgen.geometry import Points
from deckgen.language import Language
from deckgen.layout.canvas import Canvas
from deckgen.layout.scale import places_of
from deckgen.named import NamedTuple
from deckgen.page import Scale
from deckgen.style import ParagraphStyle
from deckgen.typography import chart_label_style

MOST_PLACES = 3
"""Decimal places that are shown; the notes have all."""

WHOLE_FROM = 100_000
"""If a figure is as large, none has decimal places."""

LONGEST_UNIT = 3
"""How many letters a unit has at most to stand after each figure."""

LABEL_GAP: Points = 8.0
"""What programs keep free on both sides of a figure, together."""

MOST_FOR_LABELS = Decimal("0.8")
"""The share of a plot that figures at its ends may take."""

STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


class Written(NamedTuple):
    """How all figures of a chart are written: with so many places, between other words."""

    places: int
    before: str = ""
    after: str = ""
    is_rounded: bool = False

    @property
    def has_unit(self) -> bool:
        return bool(self.before or self.after)

    def words(self, value: Decimal, canvas: Canvas) -> str:
        return f"{self.before}{canvas.language.figure(value, self.places)}{self.after}"

    def labels(self, values: Iterable[Decimal], canvas: Canvas) -> tuple[str, ...]:
        """What is written for `values`."""
        return tuple([self.words(value, canvas) for value in values])


def widest_label(labels: Iterable[str], size: Points, canvas: Canvas) -> Points:
    """The room that the widest of `labels` takes."""
    style = chart_label_style(size)
    return max([label_width(words, style, canvas) for words in labels], default=0.0)


def labels_fit(labels: Iterable[str], size: Points, canvas: Canvas, room: Points) -> bool:
    """Whether each of `labels` takes no more than `room`."""
    style = chart_label_style(size)
    return all(label_width(words, style, canvas) <= room for words in labels)


def label_width(words: str, style: ParagraphStyle, canvas: Canvas) -> Points:
    """The room that `words` take as a label."""
    return canvas.width(words, style) + LABEL_GAP


def written(chart: Chart, canvas: Canvas) -> Written:
    """All figures with as many places as the one with most; large ones are whole."""
    values = all_values(chart)
    needed = places_of(values)
    is_large = any(abs(value) >= WHOLE_FROM for value in values)
    places = min(needed, 0 if is_large else MOST_PLACES)
    before, after = _around(chart.unit.plain if chart.unit else "", canvas.language)
    return Written(places, before, after, is_rounded=needed > places)


def _around(unit: str, language: Language) -> tuple[str, str]:
    """What stands before and after each figure: its unit, if that is short."""
    if len(unit) > LONGEST_UNIT:
        return "", ""
    return (unit, "") if language.leads(unit) else ("", language.with_unit("", unit))


def all_values(chart: Chart) -> list[Decimal]:
    """Every figure there is."""
    return [value for series in chart.series for value in series.values if value is not None]


def reach(chart: Chart) -> tuple[Decimal, Decimal]:
    """The least and the largest of the figures and zero; in stacks, what they come to."""
    if not chart.is_stacked:
        values = all_values(chart)
        return min(Decimal(0), *values), max(Decimal(0), *values)
    columns = list(zip(*(series.values for series in chart.series), strict=True))
    low = min(sum((v for v in column if v and v < 0), Decimal(0)) for column in columns)
    high = max(sum((v for v in column if v and v > 0), Decimal(0)) for column in columns)
    return low, high


def labelled_scale(
    low: Decimal, high: Decimal, length: Points, before: Points, after: Points
) -> Scale:
    """A scale from `low` to `high` that leaves room for figures at either end of `length`."""
    if low == high:
        high = low + 1
    share_before = Decimal(str(round(before / length, 4))) if low < 0 else Decimal(0)
    share_after = Decimal(str(round(after / length, 4)))
    taken = min(share_before + share_after, MOST_FOR_LABELS)
    if share_before + share_after > taken:
        share_before = share_before and taken / 2
        share_after = taken - share_before
    extent = (high - low) / (1 - taken)
    return Scale(low - extent * share_before, high + extent * share_after)


def stepped_scale(low: Decimal, high: Decimal, places: int, lines: int = 5) -> Scale:
    """A scale with round steps, about as many as `lines`."""
    if low == high:
        high = low + 1
    rough = (high - low) / lines
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(power * factor for factor in STEPS if power * factor >= rough)
    step = max(step, Decimal(1).scaleb(-places))
    return Scale(
        (low / step).to_integral_value(ROUND_FLOOR) * step,
        (high / step).to_integral_value(ROUND_CEILING) * step,
        step,
        places_of([step.normalize()]),
    )


def ticks(scale: Scale) -> list[Decimal]:
    """The figures beside an axis."""
    if not scale.step:
        return []
    count = int((scale.high - scale.low) / scale.step)
    return [scale.low + scale.step * number for number in range(count + 1)]
