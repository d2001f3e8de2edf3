"""Projects over time: equal rows under one axis, on as many pages as they need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from deckgen.deck import TimelineSlide
from deckgen.geometry import Points, Rect
from deckgen.layout.axis import Axis, Ruling, ruled
from deckgen.layout.bars import ARROW, Bars, axis_elements
from deckgen.layout.canvas import Body, Canvas, SetParagraph, runs_of, torn_words
from deckgen.layout.flow import Block
from deckgen.layout.legend import Foot, foot_of
from deckgen.layout.milestone_key import KEY_GAP, Extent, MilestoneKey, heights_of
from deckgen.layout.milestones import Detail, Label, Mark, labels_of, marks_of, numbers_of
from deckgen.layout.undated import undated_blocks, undated_bodies, undated_box
from deckgen.page import Element
from deckgen.schedule import Scheduled
from deckgen.style import Ink, ParagraphStyle
from deckgen.typography import TICK_SIZES, leading, plain_style

NAMES_SHARE, WIDEST_NAMES_SHARE = 0.28, 0.42
"""The share of the width that names take, and what they take where they are long."""

MOST_NAME_LINES = 3
NAMES_GAP = 20.0
ROW_GAPS = (26.0, 18.0, 8.0)
HEADER_GAP = 8.0
LARGEST_KEY = 0.5
"""The share of a page that the key of a row may take; larger ones follow on pages of their own."""


def timeline_bodies(slide: TimelineSlide, size: Points, canvas: Canvas) -> tuple[Body, ...]:
    """The projects in rows with names of `size` points, a body a page.

    Rows are as far apart, and labels tell as much, as goes on the fewest pages.
    """
    frame = canvas.frame("content")
    names = [project.name for project in slide.projects if not project.is_dated]
    undated = undated_blocks(names, frame, canvas)
    tail = KEY_GAP + undated[0].height if undated else 0.0
    bare = _Timeline.of(slide, size, canvas, tail)
    if not bare.rows:
        return tuple(undated_bodies(undated, frame, canvas))
    lines = (1, 2) if any(row.marks for row in bare.rows) else (0,)
    best = min((replace(bare, lines=count).closest() for count in lines), key=_Timeline.cost)
    *others, last = best.bodies()
    return (*others, *_with_undated(last, undated, frame, canvas))


def _with_undated(
    body: Body, undated: Sequence[Block], frame: Rect, canvas: Canvas
) -> Iterator[Body]:
    """The last page with the line of projects without dates, or that after it."""
    lowest = max(each.rect.bottom for each in body.elements)
    rest = frame.drop_top(lowest + KEY_GAP - frame.top)
    if not undated or undated[0].height > rest.height:
        yield body
        yield from undated_bodies(undated, frame, canvas)
    else:
        box = undated_box(tuple(undated), rest, canvas)
        yield Body("open", (*body.elements, box), (*body.warnings, *undated[0].warnings))


class _Row(NamedTuple):
    """A project with its name as set, and its marks."""

    project: Scheduled
    name: SetParagraph
    marks: tuple[Mark, ...]


class _Told(NamedTuple):
    """What the labels of a row are; the entries of a key where these are numbers."""

    detail: Detail
    labels: tuple[Label, ...]
    key: tuple[Block, ...] = ()


class _Group(NamedTuple):
    """The rows of a page, by their places; its key follows on pages of its own if it `is_apart`."""

    first: int
    end: int
    is_apart: bool = False


@dataclass(frozen=True)
class _Timeline:
    """A timeline in one size, its bars `gap` points apart, with `lines` lines of labels below.

    On the last page `tail` points are needed for what follows it.
    """

    canvas: Canvas
    slide: TimelineSlide
    size: Points
    frame: Rect
    axis: Axis
    ruling: Ruling
    rows: tuple[_Row, ...]
    tail: Points = 0.0
    lines: int = 0
    gap: Points = 0.0

    @classmethod
    def of(cls, slide: TimelineSlide, size: Points, canvas: Canvas, tail: Points) -> _Timeline:
        """The projects that have dates, beside an axis that leaves room for their names."""
        frame = canvas.frame("content")
        dated = [project for project in slide.projects if project.is_dated]
        width, names = _set_names(dated, frame.width, size, canvas)
        left = frame.left + width + NAMES_GAP
        axis = Axis(slide.first, slide.last, left, frame.right - ARROW - left)
        ruling = ruled(axis, canvas, *(plain_style(each, Ink.MUTED) for each in TICK_SIZES))
        rows = tuple(
            _Row(project, name, marks_of(project, axis))
            for project, name in zip(dated, names, strict=True)
        )
        return cls(canvas, slide, size, frame, axis, ruling, rows, tail)

    def closest(self) -> _Timeline:
        """The timeline with rows as far apart as goes on as many pages as with the closest."""
        told = self._told
        tried = [_with_told(replace(self, gap=gap), told) for gap in ROW_GAPS]
        return min(tried, key=lambda each: (each.pages, -each.gap))

    def cost(self) -> tuple[int, int, int, Points, int]:
        """Pages, rows whose labels are numbers or lack dates, then how near and high rows are."""
        details = [told.detail for told in self._told]
        numbered, titled = details.count(Detail.NUMBERED), details.count(Detail.TITLED)
        return self.pages, numbered, titled, -self.gap, self.lines

    @property
    def pages(self) -> int:
        """How many pages there are at least."""
        groups = self._groups
        key = Extent()
        for told in self._told[groups[-1].first :]:
            key = key.plus(heights_of(told.key))
        has_tail = self._height(groups[-1], key) + self.tail <= self._room
        return sum(1 + group.is_apart for group in groups) + (not has_tail)

    @property
    def _label_style(self) -> ParagraphStyle:
        return plain_style(max(TICK_SIZES[1], self.size - 4))

    @property
    def _number_style(self) -> ParagraphStyle:
        return self._label_style._replace(ink=Ink.ACCENT, is_bold=True)

    @property
    def _key(self) -> MilestoneKey:
        return MilestoneKey(self.canvas, self.frame, self._label_style.size)

    @cached_property
    def _told(self) -> tuple[_Told, ...]:
        return tuple(map(self._tell, self.rows))

    def _tell(self, row: _Row) -> _Told:
        if not row.marks:
            return _Told(Detail.DATED, ())
        detail, labels = labels_of(row.marks, self.axis, self.lines, self._label_style, self.canvas)
        numbered = row.marks if detail is Detail.NUMBERED else ()
        return _Told(detail, labels, tuple(self._key.entry(mark.milestone) for mark in numbered))

    @cached_property
    def _pitch(self) -> Points:
        """How far rows are apart, all of them alike."""
        names = max(row.name.height for row in self.rows)
        labels = leading(self.size) + self.lines * self._label_style.leading
        return max(names, labels) + self.gap

    @property
    def _header(self) -> Points:
        sizes = TICK_SIZES if self.ruling.short else TICK_SIZES[:1]
        return sum(leading(size) for size in sizes) + HEADER_GAP

    @cached_property
    def _foot(self) -> Foot:
        marks = [mark for row in self.rows for mark in row.marks]
        return foot_of(self.slide, marks, self.axis, self.frame, self.canvas)

    @cached_property
    def _groups(self) -> tuple[_Group, ...]:
        """The rows of each page: as few pages as can be, none much emptier than others."""
        groups = self._filled(len(self.rows))
        even = self._filled(-(-len(self.rows) // len(groups)))
        return even if len(even) == len(groups) else groups

    def _filled(self, most: int) -> tuple[_Group, ...]:
        """Pages filled one after the other, with at most so many rows each."""
        room = self._room
        groups: list[_Group] = []
        extent = Extent()
        for index, told in enumerate(self._told):
            heights = heights_of(told.key)
            is_apart = self._key.height(Extent().plus(heights)) > room * LARGEST_KEY
            longer = extent.plus(heights)
            if groups:
                first, _, others_apart = groups[-1]
                group = _Group(first, index + 1, others_apart or is_apart)
                if index - first < most and self._height(group, longer) <= room:
                    groups[-1], extent = group, longer
                    continue
            groups.append(_Group(index, index + 1, is_apart))
            extent = Extent().plus(heights)
        return tuple(groups)

    @cached_property
    def _room(self) -> Points:
        """The height that rows and their key have."""
        return self.frame.height - self._header - self._foot.height + self.gap / 2

    def _height(self, group: _Group, key: Extent) -> Points:
        """The height of a page's rows and its key."""
        rows = (group.end - group.first) * self._pitch
        return rows if group.is_apart or not key.number else rows + KEY_GAP + self._key.height(key)

    def bodies(self) -> Iterator[Body]:
        """A body a page."""
        for group in self._groups:
            rows, told = self.rows[group.first : group.end], self._told[group.first : group.end]
            chart = tuple(self._chart(rows, told))
            warnings = torn_words(row.name for row in rows)
            key = [block for each in told for block in each.key]
            if key and not group.is_apart:
                lowest = max(each.rect.bottom for each in chart)
                chart += tuple(self._key.boxes(key, lowest + KEY_GAP))
                warnings += tuple(problem for block in key for problem in block.warnings)
            yield Body("open", chart, warnings)
            if group.is_apart:
                yield from self._key.bodies(key)

    def _chart(self, rows: Sequence[_Row], told: Sequence[_Told]) -> Iterator[Element]:
        """The axis, the rows under it, and what stands below them."""
        top = self.frame.top + self._header
        bottom = top + len(rows) * self._pitch - self.gap / 2
        yield from axis_elements(self.ruling, self.axis, self.frame.top, bottom, self.canvas)
        bars = [
            Bars(row.project, row.name, self.axis, self.frame, top + index * self._pitch)
            for index, row in enumerate(rows)
        ]
        for bar in bars:
            yield from bar.elements(self.canvas, self.slide.today)
        yield from self._foot.rule(self.frame.top + self._header - HEADER_GAP / 2, bottom)
        number = 1
        for bar, row, each in zip(bars, rows, told, strict=True):
            yield from bar.marks(row.marks, self.canvas)
            labels, style = each.labels, self._label_style
            if each.key:
                style = self._number_style
                labels = tuple(numbers_of(row.marks, number, self.axis, style, self.canvas))
                number += len(row.marks)
            yield from bar.labels(labels, style, self.slide.today)
        yield from self._foot.elements(bottom)


def _with_told(timeline: _Timeline, told: tuple[_Told, ...]) -> _Timeline:
    """`timeline` with labels that were placed before; how far rows are apart changes none."""
    timeline.__dict__["_told"] = told
    return timeline


def _set_names(
    projects: Sequence[Scheduled], width: Points, size: Points, canvas: Canvas
) -> tuple[Points, tuple[SetParagraph, ...]]:
    """The projects' names, and the width of their column: as wide as they need, if not too wide."""
    style = plain_style(size)
    natural = max(
        (canvas.runs_width(runs_of(project.name), style) + 1 for project in projects), default=0.0
    )
    for share in (NAMES_SHARE, WIDEST_NAMES_SHARE):
        column = min(natural, width * share)
        names = tuple(canvas.set_text(each.name, (style,), column) for each in projects)
        if all(len(name.paragraph.lines) <= MOST_NAME_LINES and not name.torn for name in names):
            break
    return column, names
