"""What the layouts of all charts are given, and what they give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from deckgen.content import Chart
from deckgen.geometry import Points, Rect
from deckgen.layout.canvas import Canvas, SetParagraph
from deckgen.layout.charts.figures import Written, written
from deckgen.listening import as_heard
from deckgen.named import NamedTuple
from deckgen.page import ChartForm, ChartSeries, Element, Labelling
from deckgen.problems import Problem
from deckgen.style import Form, Ink, Shade


class ChartPart(NamedTuple):
    """What stands on one page of a chart."""

    elements: tuple[Element, ...]
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Task:
    """A chart to be laid out in a frame, its categories in `size` or smaller.

    `shades` are those of the points of a single series, if they have their own.
    """

    chart: Chart
    frame: Rect
    size: Points
    canvas: Canvas
    shades: tuple[Shade, ...] = ()

    @cached_property
    def written(self) -> Written:
        return written(self.chart, self.canvas)

    @property
    def is_single(self) -> bool:
        return len(self.chart.series) == 1

    def name(self, index: int) -> str:
        """The name of series `index`: one that has none is called by its unit."""
        name = self.chart.series[index].name or self.chart.unit
        return name.plain if name else self.canvas.words.figures

    def series(
        self,
        index: int,
        shades: tuple[Shade, ...],
        labelling: Labelling,
        ink: Ink = Ink.PRIMARY,
        marker: Form = Form.ELLIPSE,
    ) -> ChartSeries:
        values = self.chart.series[index].values
        return ChartSeries(self.name(index), values, shades, labelling, ink, marker)


class Categories(NamedTuple):
    """The names of categories as set below or beside a chart."""

    paragraphs: tuple[SetParagraph, ...]
    size: Points

    @property
    def lines(self) -> int:
        """How many lines the highest of them has."""
        return max(len(each.paragraph.lines) for each in self.paragraphs)

    @property
    def height(self) -> Points:
        return max(each.height for each in self.paragraphs)

    @property
    def is_torn(self) -> bool:
        return any(each.torn for each in self.paragraphs)

    @property
    def texts(self) -> tuple[str, ...]:
        """Each as it was broken, so that every program breaks it there."""
        return tuple("\n".join(each.paragraph.lines) for each in self.paragraphs)


FORM_WORDS = {
    ChartForm.BAR: "bar_chart",
    ChartForm.COLUMN: "column_chart",
    ChartForm.LINE: "line_chart",
    ChartForm.DOUGHNUT: "ring_chart",
}


def description(form: ChartForm, told: Sequence[str], canvas: Canvas) -> str:
    """The alternative text of a chart: its form, and each category with its figures."""
    words = canvas.words
    kind: str = getattr(words, FORM_WORDS[form])
    return f"{kind}: {'; '.join(as_heard(told, words))}"
