"""A doughnut, and beside it what its parts are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from deckgen.geometry import Points, Rect
from deckgen.language import PERCENT
from deckgen.layout.canvas import SetParagraph, runs_of, torn_words
from deckgen.layout.charts.keys import SWATCH, SWATCH_GAP, Header, header
from deckgen.layout.charts.parts import ChartDraft, ChartPart, Task, description
from deckgen.layout.charts.shades import phase_shades, series_shades
from deckgen.page import Chart, ChartForm, Element, Labelling, Run, Shape, TextBox
from deckgen.style import Ink, ParagraphStyle, Shade
from deckgen.telling import chart_told
from deckgen.typography import CHART_LABEL_STEPS, plain_style

MOST_PARTS = 6
"""Parts that can be told from one another by their shades."""

RING_SHARE = 0.42
LARGEST_RING: Points = 300.0
RING_GAP: Points = 36.0
LINE_GAP = 0.7
"""Between two parts' words, in shares of their size."""


def ring_draft(task: Task) -> ChartDraft | None:
    """The doughnut, in one part; None if it has many, or their words do not fit beside it."""
    ring = _Ring(task)
    if len(task.chart.categories) > MOST_PARTS or not ring.is_fit:
        return None
    torn = torn_words((*ring.header.torn, *ring.words))
    elements = (*ring.header.elements, ring.chart(), *ring.key())
    return ChartDraft.of(ChartPart(elements, torn))


@dataclass(frozen=True)
class _Ring:
    task: Task

    @cached_property
    def header(self) -> Header:
        task = self.task
        return header(task.chart, task.written, (), task.frame, task.canvas)

    @cached_property
    def _frame(self) -> Rect:
        return self.task.frame.drop_top(self.header.height)

    @cached_property
    def _extent(self) -> Points:
        frame = self._frame
        return min(frame.height, frame.width * RING_SHARE, LARGEST_RING)

    @cached_property
    def _list(self) -> Rect:
        """Where the words stand."""
        taken = self._extent + RING_GAP + SWATCH + SWATCH_GAP
        return self._frame.drop_left(taken)

    @cached_property
    def _style(self) -> ParagraphStyle:
        return self._set[0]

    @cached_property
    def words(self) -> tuple[SetParagraph, ...]:
        return self._set[1]

    @cached_property
    def _set(self) -> tuple[ParagraphStyle, tuple[SetParagraph, ...]]:
        for size in (size for size in CHART_LABEL_STEPS if size <= self.task.size):
            style = plain_style(size)
            words = tuple(self._paragraph(index, style) for index in self._indices)
            if self._height(words) <= self._frame.height and not any(e.torn for e in words):
                break
        return style, words

    @property
    def is_fit(self) -> bool:
        is_torn = any(each.torn for each in self.words)
        return not is_torn and self._height(self.words) <= self._frame.height

    @property
    def _indices(self) -> range:
        return range(len(self.task.chart.categories))

    def _paragraph(self, index: int, style: ParagraphStyle) -> SetParagraph:
        """A part's figure, what it is, and its share of the whole."""
        task, category = self.task, self.task.chart.categories[index]
        value = task.chart.series[0].values[index]
        runs = runs_of(category)
        if value is None:
            runs = (*runs, Run(f" ({task.canvas.words.no_figure})", ink=Ink.MUTED))
        else:
            figure = task.written.words(value, task.canvas)
            runs = (Run(f"{figure}\u2002", is_bold=True, ink=Ink.PRIMARY), *runs)
            if not task.chart.unit or task.chart.unit.plain != PERCENT:
                share = task.canvas.language.percent(value / self._whole)
                runs = (*runs, Run(f" ({share})", ink=Ink.MUTED))
        return task.canvas.set_runs(runs, category.source, (style,), self._list.width)

    @cached_property
    def _whole(self) -> Decimal:
        return sum(filter(None, self.task.chart.series[0].values), Decimal(0))

    def _height(self, words: tuple[SetParagraph, ...]) -> Points:
        gap = words[0].style.size * LINE_GAP
        return sum(each.height for each in words) + gap * (len(words) - 1)

    @cached_property
    def _shades(self) -> tuple[Shade, ...]:
        count = len(self._indices)
        few = count <= 3
        return (
            phase_shades(count, self.task.canvas)[::-1]
            if few
            else series_shades(count, self.task.canvas)
        )

    def chart(self) -> Chart:
        task = self.task
        rect = Rect(self._frame.left, self._frame.top, self._extent, self._extent)
        series = task.series(0, self._shades, Labelling.NONE)
        shown = chart_told(task.chart, task.canvas.language)
        return Chart(
            name=task.canvas.words.ring_chart,
            rect=rect,
            plot=rect.inset(2, 2),
            form=ChartForm.DOUGHNUT,
            categories=tuple(category.plain for category in task.chart.categories),
            series=(series,),
            description=description(ChartForm.DOUGHNUT, shown, task.canvas),
            size=self._style.size,
            label_size=self._style.size,
            decimals=task.written.places,
            before=task.written.before,
            after=task.written.after,
        )

    def key(self) -> Iterator[Element]:
        """What the parts are, level with the ring's top, or its middle if they are few."""
        height = self._height(self.words)
        top = self._list.top + max(0.0, (self._extent - height) / 2)
        left = self._list.left - SWATCH_GAP - SWATCH
        for number, (paragraph, shade) in enumerate(zip(self.words, self._shades, strict=True), 1):
            lift = (self._style.leading - SWATCH) / 2
            swatch = Rect(left, top + lift, SWATCH, SWATCH)
            yield Shape(f"{self.task.canvas.words.figures} {number}", swatch, shade)
            rect = Rect(self._list.left, top, self._list.width, paragraph.height)
            yield TextBox(
                f"{self.task.canvas.words.key} {number}",
                rect,
                (paragraph.paragraph,),
                (self._style,),
            )
            top += paragraph.height + self._style.size * LINE_GAP
