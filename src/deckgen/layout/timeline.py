"""Projects over time: equal rows under one axis, on as many pages as they need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import repeat
from math import ceil

from deckgen.content import Milestone
from deckgen.deck import TimelineSlide
from deckgen.geometry import Points, Rect
from deckgen.layout.axis import Axis, Ruling, ruled
from deckgen.layout.bars import ARROW, Bars, time_lines, time_names
from deckgen.layout.canvas import (
    Body,
    Canvas,
    Draft,
    SetParagraph,
    one_line,
    runs_of,
    torn_words,
)
from deckgen.layout.flow import Block
from deckgen.layout.label_places import CLEAR, MARK, Ground
from deckgen.layout.legend import FOOT_GAP, Foot, foot_of
from deckgen.layout.milestone_key import KEY_GAP, Extent, MilestoneKey, extent_of
from deckgen.layout.milestones import (
    Detail,
    Label,
    Mark,
    labels_of,
    marks_of,
    numbers_of,
    wording_of,
)
from deckgen.layout.paging import Group, Paging
from deckgen.layout.undated import undated_blocks, undated_bodies, undated_box
from deckgen.named import NamedTuple
from deckgen.page import Element
from deckgen.schedule import Scheduled, day_of
from deckgen.style import Ink, ParagraphStyle
from deckgen.typography import TICK_SIZES, leading, plain_style

ONE_LINE_SHARE, NAMES_SHARE, LONG_NAMES_SHARE = 0.36, 0.28, 0.42
"""The share of the width that names may take to stand in one line, and what those have that do not:
most, and those with very many lines."""

MOST_NAME_LINES = 3
NAMES_GAP = 20.0
HEADER_GAP = 4.0

GRID = 8.0
"""Rows are so many points apart, or a multiple of it."""

LEAST_ROW_GAP = 6.0
WIDER_BY = (2 * GRID, GRID, 0.0)
"""How much further apart rows may be than they need, best first."""


def pitch_of(row: Points) -> Points:
    """How far rows `row` points high are apart at least."""
    return ceil((row + LEAST_ROW_GAP) / GRID - 0.001) * GRID


def timeline_draft(slide: TimelineSlide, size: Points, canvas: Canvas) -> Draft:
    """The projects in rows with names of `size` points, a body a page.

    Rows are as far apart, and labels tell as much, as goes on the fewest pages.
    """
    frame = canvas.frame("content")
    names = [project.name for project in slide.projects if not project.is_dated]
    undated = undated_blocks(names, frame, canvas)
    timeline = _Timeline.of(slide, size, canvas)
    if not timeline.rows:
        return Draft.of(tuple(undated_bodies(undated, frame, canvas)))
    tail = KEY_GAP + undated[0].height if undated else 0.0
    options = [(each, page) for each in _labelled(timeline, tail) for page in each.pagings(tail)]
    best, paging = min(options, key=lambda option: option[0].cost(option[1]))
    if not undated:
        return best.draft(paging)
    *others, last = best.bodies(paging, paging.groups())
    return Draft.of((*others, *_with_undated(last, undated, frame, canvas)))


def timeline_pages(slide: TimelineSlide, size: Points, canvas: Canvas) -> int:
    """How many pages a timeline needs at least, if all names and labels took one line."""
    rows = sum(project.is_dated for project in slide.projects)
    has_marks = any(_is_shown(mark, slide) for each in slide.projects for mark in each.milestones)
    row = leading(size) + (_label_style(size).leading if has_marks else 0.0)
    below = FOOT_GAP + MARK if has_marks else 0.0
    room = canvas.frame("content").height - leading(TICK_SIZES[0]) - HEADER_GAP - below
    pitch = pitch_of(row)
    return -(-rows // max(1, int((room + (pitch - row) / 2) / pitch))) or 1


def _is_shown(milestone: Milestone, slide: TimelineSlide) -> bool:
    """Whether a milestone has a mark in the time that is shown."""
    days = (day_of(milestone), milestone.planned)
    return any(day is not None and slide.first <= day <= slide.last for day in days)


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
    extent: Extent = Extent()

    @property
    def crossed(self) -> int:
        """How many labels today's line goes through."""
        return sum([label.place.is_crossed for label in self.labels])

    @property
    def is_best(self) -> bool:
        """Whether more room would not make it any better."""
        return self.detail is Detail.DATED and not self.crossed


class _Timeline(NamedTuple):
    """The rows of a timeline in one size, the axis beside them, and what stands below."""

    canvas: Canvas
    slide: TimelineSlide
    size: Points
    frame: Rect
    axis: Axis
    ruling: Ruling
    rows: tuple[_Row, ...]
    foot: Foot
    ground: Ground

    @classmethod
    def of(cls, slide: TimelineSlide, size: Points, canvas: Canvas) -> _Timeline:
        """The projects that have dates, beside an axis that leaves room for their names."""
        frame = canvas.frame("content")
        dated = [project for project in slide.projects if project.is_dated]
        width, names = _set_names(dated, frame.width, size, canvas)
        left = frame.left + width + NAMES_GAP
        axis = Axis(slide.first, slide.last, left, frame.right - ARROW - left)
        rows = tuple(
            _Row(project, name, marks_of(project, axis))
            for project, name in zip(dated, names, strict=True)
        )
        shown = [mark for row in rows for mark in row.marks]
        foot = foot_of(slide, shown, axis, frame, canvas)
        ruling = ruled(axis, canvas)
        ground = _ground_of(axis, ruling, foot.today_x)
        return cls(canvas, slide, size, frame, axis, ruling, rows, foot, ground)

    @property
    def key(self) -> MilestoneKey:
        """The key to numbers in place of labels."""
        return MilestoneKey(self.canvas, self.frame, _label_style(self.size).size)

    @property
    def header(self) -> Points:
        """The height of the names of time."""
        sizes = TICK_SIZES if self.ruling.short else TICK_SIZES[:1]
        return sum(leading(size) for size in sizes) + HEADER_GAP

    def pagings(self, lines: int, keys: Sequence[Extent], tail: Points) -> Iterator[Paging]:
        """How rows with labels in so many lines go on pages, by how far they are apart."""
        names = max(row.name.height for row in self.rows)
        labels = leading(self.size) + lines * _label_style(self.size).leading
        row = max(names, labels)
        room = self.frame.height - self.header - self.foot.height
        for wider in WIDER_BY:
            pitch = pitch_of(row) + wider
            gap = pitch - row
            yield Paging(keys, self.key, pitch, gap, room + gap / 2, tail)


def _ground_of(axis: Axis, ruling: Ruling, today: Points | None) -> Ground:
    """What labels stand on: between the ends of the axis, with all lines that go down there."""
    lines = {*[tick.x for tick in ruling.long], axis.right, *([] if today is None else [today])}
    return Ground(axis.left - MARK / 2, axis.right - CLEAR, tuple(sorted(lines)), today)


def _labelled(timeline: _Timeline, tail: Points) -> Iterator[_Labelled]:
    """The timeline with labels in one line; in two if that is better, on no more pages.

    The last page needs `tail` points for what follows the rows.
    """
    if not any(row.marks for row in timeline.rows):
        yield _Labelled(timeline, 0, tuple(_Told(Detail.DATED, ()) for _ in timeline.rows))
        return
    teller = _Teller(timeline, timeline.key, _label_style(timeline.size))
    once = _Labelled(timeline, 1, tuple([teller.tell(row, 1) for row in timeline.rows]))
    yield once
    if all(told.is_best for told in once.told):
        return
    without_keys = timeline.pagings(2, (Extent(),) * len(once.told), tail)
    if _fewest_pages(without_keys) <= _fewest_pages(once.pagings(tail)):
        # What goes well into one line stands there, too, if there were a second.
        rows = zip(timeline.rows, once.told, strict=True)
        told = [each if each.is_best else teller.tell(row, 2) for row, each in rows]
        yield _Labelled(timeline, 2, tuple(told))


def _fewest_pages(pagings: Iterator[Paging]) -> int:
    return min(paging.pages() for paging in pagings)


class _Labelled(NamedTuple):
    """A timeline with labels in at most `lines` lines below each bar."""

    timeline: _Timeline
    lines: int
    told: tuple[_Told, ...]

    def pagings(self, tail: Points) -> Iterator[Paging]:
        """How rows go on pages, by how far they are apart."""
        keys = tuple(told.extent for told in self.told)
        return self.timeline.pagings(self.lines, keys, tail)

    def cost(self, paging: Paging) -> tuple[int, int, int, int, Points, int]:
        """Pages, rows whose labels are numbers or lack dates, labels that a line goes through.

        Then how near and high rows are.
        """
        details = [told.detail for told in self.told]
        numbered, titled = details.count(Detail.NUMBERED), details.count(Detail.TITLED)
        crossed = sum([told.crossed for told in self.told])
        return paging.pages(), numbered, titled, crossed, -paging.gap, self.lines

    def draft(self, paging: Paging) -> Draft:
        """A body a page; how many these are is known without placing what stands on them."""
        groups = paging.groups()
        if any(group.is_apart for group in groups):
            return Draft.of(tuple(self.bodies(paging, groups)))
        has_torn = any(row.name.torn for row in self.timeline.rows) or any(
            block.warnings for told in self.told for block in told.key
        )
        return Draft(len(groups), has_torn, lambda: tuple(self.bodies(paging, groups)))

    def bodies(self, paging: Paging, groups: Sequence[Group]) -> Iterator[Body]:
        """A body a page."""
        names = tuple(
            time_names(self.timeline.ruling, self.timeline.frame.top, self.timeline.canvas)
        )
        for group in groups:
            rows = self.timeline.rows[group.first : group.end]
            told = self.told[group.first : group.end]
            chart = (*names, *self._chart(rows, told, paging))
            warnings = torn_words(row.name for row in rows)
            key = [block for each in told for block in each.key]
            if key and not group.is_apart:
                lowest = max(each.rect.bottom for each in chart)
                chart += tuple(self.timeline.key.boxes(key, lowest + KEY_GAP))
                warnings += tuple(problem for block in key for problem in block.warnings)
            yield Body("open", chart, warnings)
            if group.is_apart:
                yield from self.timeline.key.bodies(key)

    def _chart(
        self, rows: Sequence[_Row], told: Sequence[_Told], paging: Paging
    ) -> Iterator[Element]:
        """The lines of time, the rows between them, and what stands below these."""
        canvas, slide, size, frame, axis, ruling, _, foot, ground = self.timeline
        top = frame.top + self.timeline.header
        bottom = top + len(rows) * paging.pitch - paging.gap / 2
        yield from time_lines(ruling, axis, frame.top, bottom, canvas)
        bars = [
            Bars(row.project, row.name, axis, frame, top + index * paging.pitch)
            for index, row in enumerate(rows)
        ]
        for bar in bars:
            yield from bar.elements(canvas, slide.today)
        yield from foot.rule(top - HEADER_GAP / 2, bottom)
        number, style = 1, _label_style(size)
        for bar, row, each in zip(bars, rows, told, strict=True):
            yield from bar.marks(row.marks, canvas)
            if each.key:
                bold = style._replace(ink=Ink.ACCENT, is_bold=True)
                numbers = tuple(numbers_of(row.marks, number, ground, bold, canvas))
                yield from bar.labels(numbers, bold, ground)
                number += len(row.marks)
            else:
                yield from bar.labels(each.labels, style, ground)
        yield from foot.elements(bottom)


class _Teller(NamedTuple):
    """Finds what the labels of rows can tell in `style`, or what stands in the `key` instead."""

    timeline: _Timeline
    key: MilestoneKey
    style: ParagraphStyle

    def tell(self, row: _Row, lines: int) -> _Told:
        """The labels of a row in `lines` lines, with as much as there is room for."""
        ground, canvas = self.timeline.ground, self.timeline.canvas
        for detail in (Detail.DATED, Detail.TITLED):
            wording = wording_of(row.marks, detail, self.style, canvas)
            labels = labels_of(row.marks, wording, ground, lines)
            if labels is not None:
                return _Told(detail, labels)
        entries = tuple(self.key.entry(mark.milestone) for mark in row.marks)
        return _Told(Detail.NUMBERED, (), entries, extent_of(entries))


def _label_style(size: Points) -> ParagraphStyle:
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
