"""What the layouts of all charts are given, and what they give."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from deckgen.content import Chart
from deckgen.geometry import Points, Rect
from deckgen.layout.canvas import Canvas, SetParagraph
from deckgen.layout.charts.figures import Written, all_values, written
from deckgen.listening import as_heard
from deckgen.named import NamedTuple
from deckgen.page import ChartForm, ChartSeries, Element, Labelling
from deckgen.problems import Problem, WarningCode
from deckgen.style import Form, Ink, Shade
from deckgen.words import Words


class ChartPart(NamedTuple):
    """What stands on one page of a chart."""

    elements: tuple[Element, ...]
    warnings: tuple[Problem, ...] = ()


class ChartDraft(NamedTuple):
    """On how many pages a chart stands and whether words were torn, before it is made by `make`."""

    pages: int
    has_torn: bool
    make: Callable[[], tuple[ChartPart, ...]]

    @classmethod
    def of(cls, part: ChartPart) -> ChartDraft:
        """The draft of a chart on one page that is made already."""
        has_torn = any(each.code == WarningCode.TORN_WORD for each in part.warnings)
        return cls(1, has_torn, lambda: (part,))


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

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """Every figure as it is written."""
        return self.written.labels(all_values(self.chart), self.canvas)

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


_FORM_WORDS = {
    ChartForm.BAR: "bar_chart",
    ChartForm.COLUMN: "column_chart",
    ChartForm.LINE: "line_chart",
    ChartForm.DOUGHNUT: "ring_chart",
}


def form_name(form: ChartForm, words: Words) -> str:
    """What a chart of this form is called."""
    name: str = getattr(words, _FORM_WORDS[form])
    return name


def description(form: ChartForm, told: Sequence[str], canvas: Canvas) -> str:
    """The alternative text of a chart: its form, and each category with its figures."""
    words = canvas.words
    return f"{form_name(form, words)}: {'; '.join(as_heard(told, words))}"
