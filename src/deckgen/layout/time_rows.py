"""The rows of a timeline in one size: names, marks, and the axis beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import repeat
from math import ceil

from deckgen.deck import TimelineSlide
from deckgen.geometry import Points, Rect
from deckgen.layout.axis import Axis, Ruling, ruled
from deckgen.layout.bars import ARROW
from deckgen.layout.canvas import Canvas, SetParagraph, one_line, runs_of
from deckgen.layout.label_places import CLEAR, MARK, Strip
from deckgen.layout.legend import Foot, foot_of
from deckgen.layout.milestone_key import Extent, MilestoneKey
from deckgen.layout.milestones import Mark, marks_of
from deckgen.layout.paging import Paging
from deckgen.named import NamedTuple
from deckgen.schedule import Scheduled
from deckgen.style import ParagraphStyle
from deckgen.typography import TICK_SIZES, leading, plain_style

ONE_LINE_SHARE, NAMES_SHARE, LONG_NAMES_SHARE = 0.36, 0.28, 0.42
"""The share of the width that names may take to stand in one line, and what those have that do not:
most, and those with very many lines."""

MOST_NAME_LINES = 3
NAMES_GAP = 20.0
HEADER_GAP = 4.0

PITCH_STEP = 8.0
"""Rows are so many points apart, or a multiple of it."""

LEAST_ROW_GAP = 6.0
WIDER_BY = (2 * PITCH_STEP, PITCH_STEP, 0.0)
"""How much further apart rows may be than they need, best first."""


def pitch_of(row: Points) -> Points:
    """How far rows `row` points high are apart at least."""
    return ceil((row + LEAST_ROW_GAP) / PITCH_STEP - 0.001) * PITCH_STEP


class Row(NamedTuple):
    """A project with its name as set, and its marks."""

    project: Scheduled
    name: SetParagraph
    marks: tuple[Mark, ...]


class TimeRows(NamedTuple):
    """The rows of a timeline in one size, the axis beside them, and what stands below."""

    canvas: Canvas
    slide: TimelineSlide
    size: Points
    frame: Rect
    axis: Axis
    ruling: Ruling
    rows: tuple[Row, ...]
    foot: Foot
    strip: Strip

    @classmethod
    def of(cls, slide: TimelineSlide, size: Points, canvas: Canvas) -> TimeRows:
        """The projects that have dates, beside an axis that leaves room for their names."""
        frame = canvas.frame("content")
        dated = [project for project in slide.projects if project.is_dated]
        width, names = _set_names(dated, frame.width, size, canvas)
        left = frame.left + width + NAMES_GAP
        axis = Axis(slide.first, slide.last, left, frame.right - ARROW - left)
        rows = tuple(
            Row(project, name, marks_of(project, axis))
            for project, name in zip(dated, names, strict=True)
        )
        shown = [mark for row in rows for mark in row.marks]
        foot = foot_of(slide, shown, axis, frame, canvas)
        ruling = ruled(axis, canvas)
        strip = _strip_of(axis, ruling, foot.today_x)
        return cls(canvas, slide, size, frame, axis, ruling, rows, foot, strip)

    @property
    def key(self) -> MilestoneKey:
        """The key to numbers in place of labels."""
        return MilestoneKey(self.canvas, self.frame, label_style(self.size).size)

    @property
    def header(self) -> Points:
        """The height of the names of time."""
        sizes = TICK_SIZES if self.ruling.short else TICK_SIZES[:1]
        return sum(leading(size) for size in sizes) + HEADER_GAP

    def pagings(self, lines: int, keys: Sequence[Extent], tail: Points) -> Iterator[Paging]:
        """How rows with labels in so many lines go on pages, by how far they are apart."""
        names = max(row.name.height for row in self.rows)
        labels = leading(self.size) + lines * label_style(self.size).leading
        row = max(names, labels)
        room = self.frame.height - self.header - self.foot.height
        for wider in WIDER_BY:
            pitch = pitch_of(row) + wider
            gap = pitch - row
            yield Paging(keys, self.key, pitch, gap, room + gap / 2, tail)


def _strip_of(axis: Axis, ruling: Ruling, today: Points | None) -> Strip:
    """What labels stand in: between the ends of the axis, with all lines that go down there."""
    lines = {*[tick.x for tick in ruling.long], axis.right, *([] if today is None else [today])}
    return Strip(axis.left - MARK / 2, axis.right - CLEAR, tuple(sorted(lines)), today)


def label_style(size: Points) -> ParagraphStyle:
    """Labels of milestones beside names in `size`."""
    return plain_style(max(TICK_SIZES[1], size - 4))


def _set_names(
    projects: Sequence[Scheduled], width: Points, size: Points, canvas: Canvas
) -> tuple[Points, tuple[SetParagraph, ...]]:
    """The projects' names, and the width of their column: as wide as they need, if not too wide."""
    style = plain_style(size)
    runs = [runs_of(project.name) for project in projects]
    natural = max([canvas.line_width(each, style) + 1 for each in runs], default=0.0)
    if natural <= width * ONE_LINE_SHARE:
        sources = [project.name.source for project in projects]
        lines = map(one_line, runs)
        return natural, tuple(map(SetParagraph, lines, repeat(style), sources))
    for share in (NAMES_SHARE, LONG_NAMES_SHARE):
        column = min(natural, width * share)
        names = tuple(canvas.set_text(each.name, (style,), column) for each in projects)
        if all(len(name.paragraph.lines) <= MOST_NAME_LINES and not name.torn for name in names):
            break
    return column, names
