"""Forecasts: what was planned, what came, what is expected and how surely, as lines over time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from deckgen.content import Forecast, Text
from deckgen.drawing import Area, Drawing, Label, Line, Point
from deckgen.geometry import Points, Rect, Size
from deckgen.language import MINUS, NO_BREAK_SPACE
from deckgen.layout.canvas import Canvas, torn_words
from deckgen.layout.curves import Curve, curves_of, origin_of, stretches
from deckgen.layout.lettering import SetLabel, Sheet, figure, set_label
from deckgen.layout.marks import disc
from deckgen.layout.periods import PeriodRoom, Periods, set_periods
from deckgen.layout.placing import apart, free_place
from deckgen.layout.scale import Scale, places_of, scale_of
from deckgen.style import Align, Ink, ParagraphStyle
from deckgen.telling import forecast_told
from deckgen.typography import plain_style

WIDEST_END = 0.27
"""The share of the picture that the names at the lines' ends may take."""

TICK_GAP, END_GAP, PERIOD_GAP = 10.0, 12.0, 8.0
LOWEST: Points = 90.0
DOT: Points = 7.0
BAND = 0.2
NAME_GAP: Points = 4.0
"""What lines of the grid keep off the names of curves."""

GRID, AXIS = 0.75, 1.0
SMALLEST: Points = 12.0


def forecast_sheets(
    forecast: Forecast, room: Size, size: Points, canvas: Canvas
) -> tuple[Sheet, ...]:
    """The lines with their names in type of `size`, always on one sheet."""
    curves = tuple(curves_of(forecast, canvas.words))
    beside: frozenset[int] = frozenset(
        i for i, curve in enumerate(curves) if curve.last == len(forecast.periods) - 1
    )
    while True:
        plot = _Plot(forecast, curves, beside, room, size, canvas)
        if homeless := plot.homeless:
            beside |= homeless
        else:
            return (plot.sheet(),)


@dataclass(frozen=True)
class _Plot:
    """The names of the curves `beside` stand at the right edge, the others at their last point."""

    forecast: Forecast
    curves: tuple[Curve, ...]
    beside: frozenset[int]
    room: Size
    size: Points
    canvas: Canvas

    def sheet(self) -> Sheet:
        labels = (*self._tick_labels(), *self._period_labels(), *self._ends, *self._inner.values())
        lines = (*self._grid(), *(line for each in self.curves for line in self._lines(each)))
        areas = (*self._bands(), *(dot for each in self.curves for dot in self._dots(each)))
        drawing = Drawing(Size(*self.room), areas, lines, labels)
        told = forecast_told(self.forecast, self.canvas.language)
        set_labels = [*self._periods.labels.values(), *self._names]
        return Sheet(drawing, told, torn_words(each.torn for each in set_labels))

    @property
    def homeless(self) -> frozenset[int]:
        """The curves whose names find no place at their last points."""
        return frozenset(range(len(self.curves))) - self.beside - self._inner.keys()

    @cached_property
    def _scale(self) -> Scale:
        forecast = self.forecast
        every = (forecast.plan, forecast.actual, forecast.expected, forecast.low, forecast.high)
        return scale_of(value for values in every for value in values if value is not None)

    @property
    def _small(self) -> ParagraphStyle:
        return plain_style(max(SMALLEST, self.size - 2), Ink.MUTED)

    @cached_property
    def _ticks(self) -> Sequence[SetLabel]:
        style = self._small._replace(align=Align.RIGHT)
        ticks, source = self._scale.ticks, self.forecast.source
        places = places_of(tick.normalize() for tick in ticks)
        words = [figure(tick, places, self.canvas.language) for tick in ticks]
        return [set_label(self.canvas, Text.of(w, source), self.room.width, style) for w in words]

    @cached_property
    def _names(self) -> Sequence[SetLabel]:
        """The name of each curve with its last figure."""
        return [self._name(curve) for curve in self.curves]

    def _name(self, curve: Curve) -> SetLabel:
        forecast, last = self.forecast, curve.last
        value = curve.values[last] or Decimal(0)
        when = forecast.periods[last]
        is_last = last == len(forecast.periods) - 1
        said = self._figure(curve, value)
        name = curve.name if is_last else f"{curve.name} {when.plain}:"
        words = f"{name} {said}{self._span(curve)}"
        style = plain_style(self.size, curve.ink)._replace(is_bold=True)
        most = self.room.width * WIDEST_END
        return set_label(self.canvas, Text.of(words, when.source), most, style)

    def _figure(self, curve: Curve, value: Decimal) -> str:
        """A figure with its unit; they come apart only where they have to."""
        unit, language, places = self.forecast.unit, self.canvas.language, self._places(curve)
        said = figure(value, places, language, unit)
        style = plain_style(self.size)._replace(is_bold=True)
        if not unit or self.canvas.width(said, style) <= self.room.width * WIDEST_END:
            return said
        return f"{figure(value, places, language)} {unit.plain}"

    def _span(self, curve: Curve) -> str:
        """From where to where a forecast reaches in its last period."""
        forecast, last = self.forecast, curve.last
        bounds = [values[last] if values else None for values in (forecast.low, forecast.high)]
        if curve.values is not forecast.expected or None in bounds:
            return ""
        places, language = self._places(curve), self.canvas.language
        told = [figure(bound, places, language) for bound in bounds if bound is not None]
        dash = f"{NO_BREAK_SPACE}–{NO_BREAK_SPACE}" if MINUS in "".join(told) else "–"
        return f" ({dash.join(told)})"

    def _places(self, curve: Curve) -> int:
        """With how many places the figures of a curve are written, and its bounds."""
        is_expected = curve.values is self.forecast.expected
        bounds = (*self.forecast.low, *self.forecast.high) if is_expected else ()
        return places_of((*curve.values, *bounds))

    @cached_property
    def _frame(self) -> Rect:
        """Where the lines are drawn."""
        left = max(tick.width for tick in self._ticks) + TICK_GAP
        ends = max((self._names[i].width + END_GAP for i in self.beside), default=0.0)
        top = self._small.leading / 2
        return Rect(left, top, self.room.width - left - ends, self.room.height - top)

    @cached_property
    def _periods(self) -> Periods:
        frame = self._frame
        room = PeriodRoom(frame.left, frame.width, self.room.width - frame.right)
        return set_periods(self.canvas, self.forecast.periods, room, self._small)

    @cached_property
    def _area(self) -> Rect:
        """The frame above the names of the periods."""
        below = self._periods.height + PERIOD_GAP
        return self._frame._replace(height=max(LOWEST, self._frame.height - below))

    def _x(self, index: int) -> Points:
        return self._area.left + self._periods.slot * (index + 0.5)

    def _y(self, value: Decimal) -> Points:
        return self._area.bottom - self._area.height * self._scale.share(value)

    def _point(self, index: int, value: Decimal) -> Point:
        return Point(self._x(index), self._y(value))

    def _tick_labels(self) -> Iterator[Label]:
        for tick, label in zip(self._scale.ticks, self._ticks, strict=True):
            yield label.at(self._area.left - TICK_GAP, self._y(tick) - label.height / 2)

    def _period_labels(self) -> Iterator[Label]:
        for index, label in self._periods.labels.items():
            yield label.at(self._x(index), self._area.bottom + PERIOD_GAP)

    def _grid(self) -> Iterator[Line]:
        for tick in self._scale.ticks:
            y, ink = self._y(tick), Ink.LINE if tick else Ink.MUTED
            for left, right in self._clear(y):
                yield Line((Point(left, y), Point(right, y)), ink, GRID if tick else AXIS)
        for index in self._periods.labels:
            x, bottom = self._x(index), self._area.bottom
            yield Line((Point(x, bottom), Point(x, bottom + PERIOD_GAP / 2)), Ink.MUTED, GRID)

    def _clear(self, y: Points) -> Iterator[tuple[Points, Points]]:
        """From where to where a line at `y` is drawn: it leaves out the names that stand on it."""
        left = self._area.left
        for rect in sorted(label.rect for label in self._inner.values()):
            if rect.top < y < rect.bottom:
                yield left, rect.left - NAME_GAP
                left = rect.right + NAME_GAP
        yield left, self._area.right

    def _runs(self, curve: Curve) -> Iterator[tuple[Point, ...]]:
        """The points of a curve, in one run as long as no period is without a figure."""
        values = list(curve.values)
        if curve.origin is not None:
            values[curve.origin] = self.forecast.actual[curve.origin]
        return stretches(
            None if value is None else self._point(index, value)
            for index, value in enumerate(values)
        )

    def _lines(self, curve: Curve) -> Iterator[Line]:
        for run in self._runs(curve):
            if len(run) > 1:
                yield Line(run, curve.ink, curve.weight, curve.is_dashed)

    def _dots(self, curve: Curve) -> Iterator[Area]:
        """A dot at the last point, and where a point has no neighbours."""
        runs = tuple(self._runs(curve))
        alone = [run[0] for run in runs[:-1] if len(run) == 1]
        return (disc(point, DOT, curve.ink) for point in (*alone, runs[-1][-1]))

    def _bands(self) -> Iterator[Area]:
        """The range of the forecast, from the point that it begins at."""
        low, high = list(self.forecast.low), list(self.forecast.high)
        if not low or not high:
            return
        if (origin := origin_of(self.forecast)) is not None and None in (low[origin], high[origin]):
            low[origin] = high[origin] = self.forecast.actual[origin]
        ends = (
            (self._point(index, bottom), self._point(index, top))
            if bottom is not None and top is not None
            else None
            for index, (bottom, top) in enumerate(zip(low, high, strict=True))
        )
        yield from map(_band, stretches(ends))

    @cached_property
    def _ends(self) -> tuple[Label, ...]:
        """The names at the right edge, each as near to the end of its curve as there is room."""
        wished = [(self._last_point(i).y, self._names[i]) for i in sorted(self.beside)]
        left = self._area.right + END_GAP
        return tuple(label.at(left, top) for label, top in apart(wished, 0.0, self._area.bottom))

    def _last_point(self, index: int) -> Point:
        curve = self.curves[index]
        return self._point(curve.last, curve.values[curve.last] or Decimal(0))

    @cached_property
    def _inner(self) -> dict[int, Label]:
        """The names that stand at the last points of their curves, clear of all lines."""
        runs = [run for curve in self.curves for run in self._runs(curve)]
        placed: dict[int, Label] = {}
        for index in sorted(set(range(len(self.curves))) - self.beside):
            others = [label.rect for label in placed.values()]
            point, label = self._last_point(index), self._names[index]
            if corner := free_place(point, label, self._area, runs, others):
                placed[index] = label.at(*corner)
        return placed


def _band(run: Sequence[tuple[Point, Point]]) -> Area:
    """What lies between two edges; a bar where that is one period alone."""
    if len(run) == 1:
        (low, high) = run[0]
        frame = Rect(low.x - DOT / 2, high.y, DOT, low.y - high.y)
        return Area.of(frame, Ink.ACCENT, BAND)
    outline = (*(low for low, _ in run), *(high for _, high in reversed(run)))
    return Area(outline, Ink.ACCENT, BAND)
