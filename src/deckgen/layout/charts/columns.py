"""Columns and lines over the names of their categories, on one page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from deckgen.content import Text
from deckgen.geometry import Points, Rect
from deckgen.layout.canvas import Canvas, torn_words
from deckgen.layout.charts.figures import (
    LABEL_GAP,
    label_width,
    labelled_scale,
    reach,
    stepped_scale,
    ticks,
)
from deckgen.layout.charts.keys import Entry, Header, header
from deckgen.layout.charts.parts import Categories, ChartPart, Task, description
from deckgen.layout.charts.shades import MARKERS, ink_on, series_shades
from deckgen.page import Chart, ChartForm, ChartSeries, Labelling, Scale
from deckgen.plotting import told
from deckgen.problems import Problem, WarningCode
from deckgen.style import Ink, Shade
from deckgen.typography import CHART_LABEL_STEPS, chart_label_style, leading, plain_style

NAME_SHARE = 0.9
"""The share of its room that a name takes at most: programs keep some of it free."""

MOST_LINES = 4
BELOW_AXIS: Points = 12.0
"""Between the plot and the names below it."""

SMALLEST_COLUMN: Points = 5.0
GAP = 0.6
HIGHEST: Points = 320.0
LAST_SHARE = 0.3
"""The share of a frame that the words at the ends of lines take at most."""

AXIS_SIZE = CHART_LABEL_STEPS[-2]


def has_room_for_columns(task: Task) -> bool:
    """Whether every column is wide enough to be seen, and its name fits below it."""
    axes = _Columns(task)
    return axes.thickness >= SMALLEST_COLUMN and axes.names_fit


def column_parts(task: Task) -> tuple[ChartPart, ...]:
    """The columns, in one part."""
    return (_Columns(task).part(),)


def line_parts(task: Task) -> tuple[ChartPart, ...]:
    """The lines, in one part."""
    return (_Lines(task).part(),)


@dataclass(frozen=True)
class _Axes:
    """What columns and lines have in common."""

    task: Task

    form = ChartForm.COLUMN

    def part(self) -> ChartPart:
        task, chart = self.task, self.task.chart
        frame = self._frame
        plot = Rect(
            frame.left + self._before,
            frame.top + self._above,
            frame.width - self._before - self._after,
            self._plot_height,
        )
        element = Chart(
            name=getattr(task.canvas.words, f"{self.form.value}_chart"),
            rect=frame,
            plot=plot,
            form=self.form,
            categories=self._names.texts,
            series=tuple(self._series(index) for index in range(len(chart.series))),
            description=description(self.form, told(chart, task.canvas.language), task.canvas),
            size=self._names.size,
            label_size=self._label_size,
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
        return written.width(ticks(self._stepped), AXIS_SIZE, self.task.canvas) + 2

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
        for size in _sizes(self.task.size):
            names = set_names(self.task.chart.categories, size, self.slot, self.task.canvas)
            if _is_fit(names):
                break
        return names

    @property
    def names_fit(self) -> bool:
        return _is_fit(self._names)


class _Columns(_Axes):
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
        values = [value for each in self.task.chart.series for value in each.values]
        room = self._bare_slot if self.task.is_single else self._bare_slot / self._bare_count
        for size in (size for size in CHART_LABEL_STEPS if size <= self.task.size):
            if self.task.written.width(values, size, self.task.canvas) <= room:
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
        return self._size_of_figures or AXIS_SIZE

    def _series(self, index: int) -> ChartSeries:
        shade = self._shades[index]
        if self.task.chart.is_stacked:
            return self._stack(index, shade)
        labelling = Labelling.NONE if self._has_axis else Labelling.END
        return self.task.series(index, (shade,), labelling, Ink.PRIMARY)

    def _stack(self, index: int, shade: Shade) -> ChartSeries:
        """A series of stacks, with figures in those of its parts that have room for them."""
        ink = ink_on(shade, self.task.canvas)
        series = self.task.series(index, (shade,), Labelling.MIDDLE, ink)
        shown = enumerate(series.values)
        hidden = (n for n, value in shown if value is not None and not self._fits_part(value))
        return series._replace(hidden=frozenset(hidden))

    def _fits_part(self, value: Decimal) -> bool:
        width = self.task.written.width((value,), AXIS_SIZE, self.task.canvas)
        extent = self._stepped.high - self._stepped.low
        height = float(abs(value) / extent) * self._plot_height
        return width <= self.thickness and leading(AXIS_SIZE) + 2 <= height

    def _scale(self, height: Points) -> Scale:
        if self._has_axis:
            return self._stepped
        low, high = reach(self.task.chart)
        room = leading(self._label_size) + LABEL_GAP
        return labelled_scale(low, high, height, room, room)


class _Lines(_Axes):
    form = ChartForm.LINE

    @cached_property
    def _last(self) -> tuple[Decimal | None, ...]:
        return tuple(series.values[-1] for series in self.task.chart.series)

    @cached_property
    def _words_at_ends(self) -> tuple[str, ...]:
        written, canvas = self.task.written, self.task.canvas
        return tuple(
            f"{series.name.plain}\u2002{written.words(value, canvas)}"
            if series.name
            else written.words(value, canvas)
            for series, value in zip(self.task.chart.series, self._last, strict=True)
            if value is not None
        )

    @cached_property
    def _labels_ends(self) -> bool:
        """Whether there is room for words beside the last point of every line."""
        if None in self._last:
            return False
        style = chart_label_style(AXIS_SIZE)
        canvas, most = self.task.canvas, self.task.frame.width * LAST_SHARE
        if any(label_width(words, style, canvas) > most for words in self._words_at_ends):
            return False
        low, high, *_ = self._stepped
        known = sorted(value for value in self._last if value is not None)
        height = self.task.frame.height * 0.6  # of the plot, at least
        return all(
            float((after - before) / (high - low)) * height >= leading(AXIS_SIZE)
            for before, after in pairwise(known)
        )

    @property
    def _needs_key(self) -> bool:
        return not self._labels_ends

    @cached_property
    def _after(self) -> Points:
        if not self._labels_ends:
            return LABEL_GAP
        style = chart_label_style(AXIS_SIZE)
        canvas = self.task.canvas
        return max(label_width(words, style, canvas) for words in self._words_at_ends) + 4

    def _entry(self, index: int, name: Text, shade: Shade) -> Entry:
        return Entry(name, shade, MARKERS[index % len(MARKERS)])

    def _series(self, index: int) -> ChartSeries:
        is_named = self.task.chart.series[index].name is not None
        at_end = Labelling.LAST_WITH_NAME if is_named else Labelling.LAST
        labelling = at_end if self._labels_ends else Labelling.NONE
        marker = MARKERS[index % len(MARKERS)]
        return self.task.series(index, (self._shades[index],), labelling, Ink.PRIMARY, marker)

    def _scale(self, _: Points) -> Scale:
        return self._stepped

    @cached_property
    def _names(self) -> Categories:
        names = super()._names
        return names if _is_fit(names) else self._shortened

    @cached_property
    def _shortened(self) -> Categories:
        """The names in two lines, as much of them as fits."""
        canvas, size = self.task.canvas, CHART_LABEL_STEPS[-1]
        short = [_shortened(name, size, self.slot, canvas) for name in self.task.chart.categories]
        return set_names(short, size, self.slot, canvas)

    @property
    def _warnings(self) -> tuple[Problem, ...]:
        shown = (each.paragraph.text for each in self._names.paragraphs)
        names = zip(self.task.chart.categories, shown, strict=True)
        shortened = (name for name, text in names if text != name.plain)
        return (*torn_words(self._header.torn), *map(_told_shortened, shortened))


def set_names(names: Sequence[Text], size: Points, slot: Points, canvas: Canvas) -> Categories:
    """The names, each in the middle of its room."""
    style = (plain_style(size),)
    width = max(size, slot * NAME_SHARE)
    return Categories(tuple(canvas.set_text(name, style, width) for name in names), size)


def _sizes(largest: Points) -> list[Points]:
    return [size for size in CHART_LABEL_STEPS if size <= largest]


def _is_fit(names: Categories) -> bool:
    return not names.is_torn and names.lines <= MOST_LINES


def _shortened(name: Text, size: Points, slot: Points, canvas: Canvas) -> Text:
    """The longest beginning of a name that fits one line, with … after it, or all of it."""
    style, room = plain_style(size), max(size, slot * NAME_SHARE)
    if canvas.width(name.plain, style) <= room:
        return name
    words = name.plain
    fitting = 0
    low, high = 0, len(words)
    while low <= high:
        middle = (low + high) // 2
        if canvas.width(f"{words[:middle].rstrip()}…", style) <= room:
            fitting, low = middle, middle + 1
        else:
            high = middle - 1
    return Text.of(f"{words[:fitting].rstrip()}…", name.source)


def _told_shortened(name: Text) -> Problem:
    return Problem(
        WarningCode.LABEL_SHORTENED,
        f"there is no room for `{name.plain}` below its point, so it was shortened",
        name.source,
        "write a shorter word, or use `type: bar`",
    )
