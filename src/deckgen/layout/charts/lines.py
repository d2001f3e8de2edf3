"""Lines over the names of their categories, on one page, named at their ends or over them."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from deckgen.content import Text
from deckgen.geometry import Points
from deckgen.layout.canvas import Canvas, torn_words
from deckgen.layout.charts.axes import AXIS_SIZE, NAME_SHARE, Axes, is_fit, set_names
from deckgen.layout.charts.figures import (
    LABEL_GAP,
    label_width,
)
from deckgen.layout.charts.keys import Entry
from deckgen.layout.charts.parts import Categories, ChartDraft, Task
from deckgen.layout.charts.shades import line_shade, marker
from deckgen.page import ChartForm, ChartSeries, Labelling, Scale
from deckgen.problems import Problem, WarningCode
from deckgen.style import Ink, Shade
from deckgen.typography import CHART_LABEL_STEPS, chart_label_style, leading, plain_style

LAST_SHARE = 0.3
"""The share of a frame that the words at the ends of lines take at most."""

LARGER_SHARE = 0.2
"""What they take of it in type that is larger than need be."""

LARGEST_END: Points = 16.0


def line_draft(task: Task) -> ChartDraft:
    """The lines, in one part."""
    return ChartDraft.of(_Lines(task).part())


class _Lines(Axes):
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

    @property
    def _labels_ends(self) -> bool:
        """Whether there is room for words beside the last point of every line."""
        return self._size_of_ends is not None

    @cached_property
    def _size_of_ends(self) -> Points | None:
        """The largest size at which words at the ends of lines have room; None if they never do."""
        if None in self._last:
            return None
        sizes = (size for size in CHART_LABEL_STEPS if AXIS_SIZE < size <= LARGEST_END)
        larger = (size for size in sizes if self._ends_fit(size, LARGER_SHARE))
        return next(larger, AXIS_SIZE if self._ends_fit(AXIS_SIZE, LAST_SHARE) else None)

    def _ends_fit(self, size: Points, share: float) -> bool:
        """Whether words at the ends take no more than a share of the width, one over the other."""
        style = chart_label_style(size)
        canvas, most = self.task.canvas, self.task.frame.width * share
        if any(label_width(words, style, canvas) > most for words in self._words_at_ends):
            return False
        low, high, *_ = self._stepped
        known = sorted(value for value in self._last if value is not None)
        height = self.task.frame.height * 0.6  # of the plot, at least
        return all(
            float((after - before) / (high - low)) * height >= leading(size)
            for before, after in pairwise(known)
        )

    @property
    def _label_size(self) -> Points:
        return self._size_of_ends or AXIS_SIZE

    @property
    def _needs_key(self) -> bool:
        return not self._labels_ends

    @cached_property
    def _after(self) -> Points:
        if not self._labels_ends:
            return LABEL_GAP
        style = chart_label_style(self._label_size)
        canvas = self.task.canvas
        return max(label_width(words, style, canvas) for words in self._words_at_ends) + 4

    def _entry(self, index: int, name: Text, shade: Shade) -> Entry:
        return Entry(name, shade, marker(index))

    def _series(self, index: int) -> ChartSeries:
        is_named = self.task.chart.series[index].name is not None
        at_end = Labelling.LAST_WITH_NAME if is_named else Labelling.LAST
        labelling = at_end if self._labels_ends else Labelling.NONE
        shade, form = self._shades[index], marker(index)
        return self.task.series(index, (shade,), labelling, Ink.PRIMARY, form)

    @cached_property
    def _shades(self) -> tuple[Shade, ...]:
        return tuple(map(line_shade, range(len(self.task.chart.series))))

    def _scale(self, _: Points) -> Scale:
        return self._stepped

    @cached_property
    def _names(self) -> Categories:
        names = super()._names
        return names if is_fit(names) else self._shortened

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
