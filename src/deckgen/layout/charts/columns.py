"""Columns over the names of their categories, on one page."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property

from deckgen.geometry import Points
from deckgen.layout.charts.axes import AXIS_SIZE, GAP, Axes
from deckgen.layout.charts.figures import (
    LABEL_GAP,
    label_width,
    labelled_scale,
    labels_fit,
    reach,
)
from deckgen.layout.charts.parts import ChartDraft, Task
from deckgen.layout.charts.shades import ink_on
from deckgen.page import ChartSeries, Labelling, Scale
from deckgen.style import Ink, Shade
from deckgen.typography import CHART_LABEL_STEPS, chart_label_style, leading

SMALLEST_COLUMN: Points = 5.0


def column_draft(task: Task) -> ChartDraft | None:
    """The columns, in one part; None if they are too thin, or their names do not fit below them."""
    axes = _Columns(task)
    has_room = axes.thickness >= SMALLEST_COLUMN and axes.names_fit
    return ChartDraft.of(axes.part()) if has_room else None


class _Columns(Axes):
    @cached_property
    def thickness(self) -> Points:
        """How wide a column is."""
        stacked = self.task.chart.is_stacked
        count = 1 if stacked else len(self.task.chart.series)
        return self.slot / (count + GAP)

    @cached_property
    def _size_of_figures(self) -> Points | None:
        """The largest size at which figures fit over their columns; None if they never do."""
        if self.task.chart.is_stacked:
            return None
        room = self._bare_slot if self.task.is_single else self._bare_slot / self._bare_count
        for size in (size for size in CHART_LABEL_STEPS if size <= self.task.size):
            if labels_fit(self.task.labels, size, self.task.canvas, room):
                return size
        return None

    @property
    def _bare_slot(self) -> Points:
        return self.task.frame.width / len(self.task.chart.categories)

    @property
    def _bare_count(self) -> float:
        return len(self.task.chart.series) + GAP

    @property
    def _has_axis(self) -> bool:
        return self._size_of_figures is None

    @property
    def _label_size(self) -> Points:
        is_stacked = self.task.chart.is_stacked
        return self._size_in_stacks if is_stacked else self._size_of_figures or AXIS_SIZE

    @cached_property
    def _size_in_stacks(self) -> Points:
        """The largest size at which no part loses the figure that it has room for."""
        values = (value for each in self.task.chart.series for value in each.values)
        shown = [value for value in values if value is not None and self._fits_part(value)]
        sizes = (size for size in CHART_LABEL_STEPS if AXIS_SIZE < size <= self.task.size)
        fitting = (size for size in sizes if all(self._fits_part(each, size) for each in shown))
        return next(fitting, AXIS_SIZE)

    def _series(self, index: int) -> ChartSeries:
        shade = self._shades[index]
        if self.task.chart.is_stacked:
            return self._stack(index, shade)
        labelling = Labelling.NONE if self._has_axis else Labelling.END
        return self.task.series(index, (shade,), labelling, Ink.PRIMARY)

    def _stack(self, index: int, shade: Shade) -> ChartSeries:
        """A series of stacks, with figures in those of its parts that have room for them."""
        ink = ink_on(shade)
        series = self.task.series(index, (shade,), Labelling.MIDDLE, ink)
        shown = enumerate(series.values)
        hidden = (n for n, value in shown if value is not None and not self._fits_part(value))
        return series._replace(hidden=frozenset(hidden))

    def _fits_part(self, value: Decimal, size: Points = AXIS_SIZE) -> bool:
        words = self.task.written.words(value, self.task.canvas)
        width = label_width(words, chart_label_style(size), self.task.canvas)
        extent = self._stepped.high - self._stepped.low
        height = float(abs(value) / extent) * self._plot_height
        return width <= self.thickness and leading(size) + 2 <= height

    def _scale(self, height: Points) -> Scale:
        if self._has_axis:
            return self._stepped
        low, high = reach(self.task.chart)
        room = leading(self._label_size) + LABEL_GAP
        return labelled_scale(low, high, height, room, room)
