"""What columns and lines have in common: axes, and the names of categories below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from deckgen.content import Text
from deckgen.geometry import Points, Rect
from deckgen.layout.canvas import Canvas, SetParagraph, torn_words
from deckgen.layout.charts.figures import (
    reach,
    stepped_scale,
    ticks,
    widest_label,
)
from deckgen.layout.charts.keys import Entry, Header, header
from deckgen.layout.charts.parts import Categories, ChartPart, Task, description, form_name
from deckgen.layout.charts.shades import series_shades
from deckgen.page import Chart, ChartForm, ChartSeries, Scale
from deckgen.problems import Problem
from deckgen.style import Shade
from deckgen.telling import chart_told
from deckgen.typography import CHART_LABEL_STEPS, leading, plain_style

NAME_SHARE = 0.9
"""The share of its room that a name takes at most: programs keep some of it free."""

MOST_LINES = 4
BELOW_AXIS: Points = 12.0
"""Between the plot and the names below it."""

GAP = 0.6
HIGHEST: Points = 320.0
AXIS_SIZE = CHART_LABEL_STEPS[-2]


@dataclass(frozen=True)
class Axes:
    """What columns and lines have in common."""

    task: Task

    form = ChartForm.COLUMN

    def part(self) -> ChartPart:
        task, chart = self.task, self.task.chart
        told, plot = chart_told(chart, task.canvas.language), self._plot
        element = Chart(
            name=form_name(self.form, task.canvas.words),
            rect=self._frame,
            plot=plot,
            form=self.form,
            categories=self._names.texts,
            series=tuple(self._series(index) for index in range(len(chart.series))),
            description=description(self.form, told, task.canvas),
            size=self._names.size,
            label_size=self._label_size,
            tick_size=AXIS_SIZE,
            scale=self._scale(plot.height),
            decimals=task.written.places,
            before=task.written.before,
            after=task.written.after,
            is_stacked=chart.is_stacked,
            gap=GAP,
        )
        return ChartPart((*self._header.elements, element), self._warnings)

    @property
    def _frame(self) -> Rect:
        frame = self.task.frame.drop_top(self._header.height)
        return frame._replace(height=min(frame.height, HIGHEST))

    @property
    def _plot(self) -> Rect:
        frame = self._frame
        left, top = frame.left + self._before, frame.top + self._above
        return Rect(left, top, frame.width - self._before - self._after, self._plot_height)

    @property
    def _plot_height(self) -> Points:
        return self._frame.height - self._above - self._below

    @property
    def _warnings(self) -> tuple[Problem, ...]:
        return torn_words((*self._header.torn, *self._names.paragraphs))

    def _series(self, index: int) -> ChartSeries:
        raise NotImplementedError

    def _scale(self, height: Points) -> Scale:
        raise NotImplementedError

    @property
    def _label_size(self) -> Points:
        return AXIS_SIZE

    @property
    def _has_axis(self) -> bool:
        return True

    @property
    def _after(self) -> Points:
        return 0.0

    @property
    def _needs_key(self) -> bool:
        return not self.task.is_single

    @cached_property
    def _shades(self) -> tuple[Shade, ...]:
        return series_shades(len(self.task.chart.series), self.task.canvas)

    @cached_property
    def _header(self) -> Header:
        task = self.task
        entries: list[Entry] = []
        if self._needs_key:
            for index, (series, shade) in enumerate(
                zip(task.chart.series, self._shades, strict=True)
            ):
                if series.name:
                    entries.append(self._entry(index, series.name, shade))
        return header(task.chart, task.written, entries, task.frame, task.canvas)

    def _entry(self, _: int, name: Text, shade: Shade) -> Entry:
        return Entry(name, shade)

    @cached_property
    def _stepped(self) -> Scale:
        return stepped_scale(*reach(self.task.chart), self.task.written.places)

    @cached_property
    def _before(self) -> Points:
        """The room for the figures beside the axis."""
        if not self._has_axis:
            return 0.0
        written = self.task.written._replace(places=self._stepped.places)
        canvas = self.task.canvas
        labels = written.labels(ticks(self._stepped), canvas)
        return widest_label(labels, AXIS_SIZE, canvas) + 2

    @property
    def _above(self) -> Points:
        return leading(AXIS_SIZE) / 2 if self._has_axis else 0.0

    @property
    def _below(self) -> Points:
        return self._names.height + BELOW_AXIS

    @cached_property
    def slot(self) -> Points:
        """The room of one category."""
        room = self.task.frame.width - self._before - self._after
        return room / len(self.task.chart.categories)

    @cached_property
    def _names(self) -> Categories:
        """The names at the largest size at which they fit below their points."""
        categories, slot, canvas = self.task.chart.categories, self.slot, self.task.canvas
        *larger, smallest = sizes(self.task.size)
        for size in larger:
            if names := _fitting_names(categories, size, slot, canvas):
                return names
        return set_names(categories, smallest, slot, canvas)

    @property
    def names_fit(self) -> bool:
        return is_fit(self._names)


def _fitting_names(
    names: Sequence[Text], size: Points, slot: Points, canvas: Canvas
) -> Categories | None:
    """The names as `set_names` sets them; None as soon as one of them does not fit."""
    paragraphs: list[SetParagraph] = []
    for name in names:
        one = set_names((name,), size, slot, canvas)
        if not is_fit(one):
            return None
        paragraphs += one.paragraphs
    return Categories(tuple(paragraphs), size)


def set_names(names: Sequence[Text], size: Points, slot: Points, canvas: Canvas) -> Categories:
    """The names, each in the middle of its room."""
    style = (plain_style(size),)
    width = max(size, slot * NAME_SHARE)
    return Categories(tuple(canvas.set_text(name, style, width) for name in names), size)


def sizes(largest: Points) -> list[Points]:
    """The sizes of type in a chart, from the largest down."""
    return [size for size in CHART_LABEL_STEPS if size <= largest]


def is_fit(names: Categories) -> bool:
    """Whether names are whole, in a few lines."""
    return not names.is_torn and names.lines <= MOST_LINES
