"""Bars beside the names of their categories, at one scale on as many pages as they need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import accumulate

from deckgen.content import Series, Text
from deckgen.geometry import Points, Rect
from deckgen.layout.canvas import Canvas, torn_words
from deckgen.layout.charts.axes import sizes
from deckgen.layout.charts.figures import (
    all_values,
    label_width,
    labelled_scale,
    reach,
    stepped_scale,
    ticks,
    widest_label,
)
from deckgen.layout.charts.keys import Header, header, series_entries
from deckgen.layout.charts.parts import Categories, ChartDraft, ChartPart, Task, description
from deckgen.layout.charts.shades import ink_on, series_shades
from deckgen.named import NamedTuple
from deckgen.page import Chart, ChartForm, ChartSeries, Labelling, Scale
from deckgen.problems import Problem
from deckgen.style import Ink, Shade
from deckgen.telling import chart_told
from deckgen.typography import CHART_LABEL_STEPS, chart_label_style, leading, plain_style

HIGHEST_ROW: Points = 75.0
NAME_GAP: Points = 14.0
"""Between a name and its bar."""

ROW_GAP: Points = 8.0
WIDEST_NAME = 0.38
"""The share of a frame that names take at most."""

GAP = 0.6
AXIS_HEIGHT: Points = 24.0


def bar_draft(task: Task) -> ChartDraft:
    """The bars, a part a page."""
    bars = _Bars(task)
    return ChartDraft(bars.pages, bool(bars.warnings), bars.parts)


def name_column(names: Sequence[Text], size: Points, widest: Points, canvas: Canvas) -> Categories:
    """The names of bars, set in a column of their own."""
    style = (plain_style(size),)
    paragraphs = tuple(canvas.set_text(name, style, widest - NAME_GAP) for name in names)
    return Categories(paragraphs, size)


def column_width(names: Categories, canvas: Canvas) -> Points:
    """The width of the column that `names` need."""
    style = plain_style(names.size)
    lines = (line for each in names.paragraphs for line in each.paragraph.lines)
    return max(canvas.width(line, style) for line in lines) + NAME_GAP


class Rows(NamedTuple):
    """How many rows stand on each page, and how high each of them is."""

    counts: tuple[int, ...]
    height: Points


def share_rows(count: int, least: Points, room: Points, most: Points = HIGHEST_ROW) -> Rows:
    """Rows of `least` points or more, on as few pages as can be, as many on each."""
    fitting = max(1, int((room + 0.01) / least))
    pages = -(-count // fitting)
    rows, more = divmod(count, pages)
    counts = tuple(rows + (page < more) for page in range(pages))
    return Rows(counts, min(max(most, least), room / counts[0]))


@dataclass(frozen=True)
class _Bars:
    task: Task

    @property
    def pages(self) -> int:
        return len(self._rows.counts)

    @cached_property
    def warnings(self) -> tuple[Problem, ...]:
        return torn_words((*self._header.torn, *self._names.paragraphs))

    def parts(self) -> tuple[ChartPart, ...]:
        counts = self._rows.counts
        starts = accumulate(counts, initial=0)
        return tuple([self._part(*rows) for rows in zip(starts, counts, strict=False)])

    def _part(self, start: int, count: int) -> ChartPart:
        task, chart, end = self.task, self.task.chart, start + count
        plot = self._plot(count)
        axis = AXIS_HEIGHT if self._scale.step else 0.0
        rect = Rect(task.frame.left, plot.top, task.frame.width, plot.height + axis)
        element = Chart(
            name=task.canvas.words.bar_chart,
            rect=rect,
            plot=plot,
            form=ChartForm.BAR,
            categories=self._names.texts[start:end],
            series=tuple(self._series(index, start, end) for index in range(len(chart.series))),
            description=self._description(start, end),
            size=self._names.size,
            label_size=self._label_size,
            tick_size=CHART_LABEL_STEPS[-1],
            scale=self._scale,
            decimals=task.written.places,
            before=task.written.before,
            after=task.written.after,
            is_stacked=chart.is_stacked,
            gap=GAP,
        )
        return ChartPart((*self._header.elements, element), () if start else self.warnings)

    def _plot(self, count: int) -> Rect:
        """Where so many bars are drawn, beside their names."""
        frame = self.task.frame
        top, height = frame.top + self._header.height, count * self._rows.height
        return Rect(frame.left + self._name_width, top, self._plot_width, height)

    def _description(self, start: int, end: int) -> str:
        """The alternative text of the bars from `start` to `end`."""
        chart, canvas = self.task.chart, self.task.canvas
        part = chart._replace(
            categories=chart.categories[start:end],
            series=tuple(_cut(each, start, end) for each in chart.series),
        )
        return description(ChartForm.BAR, chart_told(part, canvas.language), canvas)

    def _series(self, index: int, start: int, end: int) -> ChartSeries:
        shades = self._shades_of(index)
        labelling, ink = Labelling.END, Ink.PRIMARY
        if self.task.chart.is_stacked:
            labelling = Labelling.MIDDLE
            ink = ink_on(shades[0])
        series = self.task.series(index, shades, labelling, ink)
        own = shades if len(shades) == 1 else shades[start:end]
        values = series.values[start:end]
        hidden = self._hidden(values) if self.task.chart.is_stacked else frozenset[int]()
        return series._replace(values=values, shades=own, hidden=hidden)

    def _hidden(self, values: Sequence[Decimal | None]) -> frozenset[int]:
        """The parts of a stack that are too small for their figures: nothing, or an axis tells."""
        extent, size = self._scale.high - self._scale.low, self._label_size
        return frozenset(
            number
            for number, value in enumerate(values)
            if value is not None and not self._fits_part(value, size, extent)
        )

    def _shades_of(self, index: int) -> tuple[Shade, ...]:
        if self.task.is_single and self.task.shades:
            return self.task.shades
        return (self._shades[index],)

    @cached_property
    def _shades(self) -> tuple[Shade, ...]:
        return series_shades(len(self.task.chart.series), self.task.canvas)

    @cached_property
    def _header(self) -> Header:
        task = self.task
        entries = series_entries(task.chart, self._shades)
        return header(task.chart, task.written, entries, task.frame, task.canvas)

    @cached_property
    def _names(self) -> Categories:
        """The names at the largest size at which the highest of them has room on a page."""
        task = self.task
        axis = AXIS_HEIGHT if task.chart.is_stacked else 0.0
        room = task.frame.height - self._header.height - axis
        *larger, smallest = sizes(task.size)
        for size in larger:
            names = self._names_in(size)
            if names.height + ROW_GAP <= room:
                return names
        return self._names_in(smallest)

    def _names_in(self, size: Points) -> Categories:
        task = self.task
        widest = task.frame.width * WIDEST_NAME
        return name_column(task.chart.categories, size, widest, task.canvas)

    @cached_property
    def _name_width(self) -> Points:
        return column_width(self._names, self.task.canvas)

    @property
    def _plot_width(self) -> Points:
        return self.task.frame.width - self._name_width

    @cached_property
    def _bars(self) -> int:
        """How many bars stand in a row."""
        return 1 if self.task.chart.is_stacked else len(self.task.chart.series)

    @cached_property
    def _rows(self) -> Rows:
        least_bar = leading(CHART_LABEL_STEPS[-1])
        least = max(self._names.height + ROW_GAP, least_bar * (self._bars + GAP))
        axis = AXIS_HEIGHT if self._is_crowded else 0.0
        room = self.task.frame.height - self._header.height - axis
        most = HIGHEST_ROW * max(1.0, (self._bars + GAP) / 3)
        return share_rows(len(self.task.chart.categories), least, room, most)

    @cached_property
    def _label_size(self) -> Points:
        """The largest size at which a figure is no higher than its bar."""
        height = self._rows.height
        thickness = height * 0.9 if self._bars == 1 else height / (self._bars + GAP)
        sizes = (size for size in CHART_LABEL_STEPS if size <= self.task.size)
        fitting = (size for size in sizes if leading(size) <= thickness and self._fits(size))
        return next(fitting, CHART_LABEL_STEPS[-1])

    def _fits(self, size: Points) -> bool:
        if self.task.chart.is_stacked:
            return self._fits_within(size)
        room = self._plot_width * 0.7
        return sum(self._ends(size)) <= room

    def _ends(self, size: Points) -> tuple[Points, Points]:
        """The room for figures at the left and the right ends of bars."""
        left, right = self._labels
        canvas = self.task.canvas
        return widest_label(left, size, canvas), widest_label(right, size, canvas)

    @cached_property
    def _labels(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The figures that stand at the left and at the right ends of bars."""
        labelled = [*zip(all_values(self.task.chart), self.task.labels, strict=True)]
        left = tuple([words for value, words in labelled if value < 0])
        return left, tuple([words for value, words in labelled if value >= 0])

    @cached_property
    def _is_crowded(self) -> bool:
        """Whether a part of a stack is too small for its figure, so that an axis has to tell."""
        if not self.task.chart.is_stacked:
            return False
        low, high = reach(self.task.chart)
        values = [value for series in self.task.chart.series for value in series.values if value]
        smallest = CHART_LABEL_STEPS[-1]
        return not all(self._fits_part(value, smallest, high - low) for value in values)

    def _fits_within(self, size: Points) -> bool:
        """Whether no part of a stack loses the figure that it has room for in the smallest size."""
        extent, smallest = self._scale.high - self._scale.low, CHART_LABEL_STEPS[-1]
        values = (value for series in self.task.chart.series for value in series.values if value)
        shown = (value for value in values if self._fits_part(value, smallest, extent))
        return all(self._fits_part(value, size, extent) for value in shown)

    def _fits_part(self, value: Decimal, size: Points, extent: Decimal) -> bool:
        """Whether a part of a stack is as wide as its figure, if `extent` is that of the plot."""
        if not value:
            return False
        words = self.task.written.words(value, self.task.canvas)
        style = chart_label_style(size)
        length = float(abs(value) / extent) * self._plot_width
        return label_width(words, style, self.task.canvas) <= length

    @cached_property
    def _scale(self) -> Scale:
        low, high = reach(self.task.chart)
        if self._is_crowded:
            return self._stepped(low, high)
        if self.task.chart.is_stacked:
            return Scale(low, high if high > low else low + 1)
        return labelled_scale(low, high, self._plot_width, *self._ends(self._label_size))

    def _stepped(self, low: Decimal, high: Decimal) -> Scale:
        """Steps whose figures have room beside one another."""
        written, canvas = self.task.written, self.task.canvas
        for lines in (5, 4, 3, 2, 1):
            scale = stepped_scale(low, high, written.places, lines)
            figures = ticks(scale)
            axis = written._replace(places=scale.places)
            labels = axis.labels(figures, canvas)
            widest = widest_label(labels, CHART_LABEL_STEPS[-1], canvas)
            if widest * len(figures) <= self._plot_width:
                break
        return scale


def _cut(series: Series, start: int, end: int) -> Series:
    return series._replace(values=series.values[start:end])
