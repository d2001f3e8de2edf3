"""Projects over time: equal rows under one axis, on as many pages as they need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.content import Milestone
from deckgen.deck import TimelineSlide
from deckgen.geometry import Points, Rect
from deckgen.layout.bars import Bars, time_lines, time_names
from deckgen.layout.bodies import Body, Draft
from deckgen.layout.canvas import Canvas, torn_words
from deckgen.layout.flow import Block
from deckgen.layout.label_places import MARK
from deckgen.layout.legend import FOOT_GAP
from deckgen.layout.milestone_key import KEY_GAP, Extent, MilestoneKey, extent_of
from deckgen.layout.milestones import (
    Detail,
    Label,
    labels_of,
    numbers_of,
    wording_of,
)
from deckgen.layout.paging import Group, Paging
from deckgen.layout.time_rows import HEADER_GAP, Row, TimeRows, label_style, pitch_of
from deckgen.layout.undated import undated_blocks, undated_bodies, undated_box
from deckgen.named import NamedTuple
from deckgen.page import Element
from deckgen.schedule import day_of
from deckgen.style import Ink, ParagraphStyle
from deckgen.typography import TICK_SIZES, leading


def timeline_draft(slide: TimelineSlide, size: Points, canvas: Canvas) -> Draft:
    """The projects in rows with names of `size` points, a body a page.

    Rows are as far apart, and labels tell as much, as goes on the fewest pages.
    """
    frame = canvas.frame("content")
    names = [project.name for project in slide.projects if not project.is_dated]
    undated = undated_blocks(names, frame, canvas)
    timeline = TimeRows.of(slide, size, canvas)
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
    row = leading(size) + (label_style(size).leading if has_marks else 0.0)
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


def _labelled(timeline: TimeRows, tail: Points) -> Iterator[_Labelled]:
    """The timeline with labels in one line; in two if that is better, on no more pages.

    The last page needs `tail` points for what follows the rows.
    """
    if not any(row.marks for row in timeline.rows):
        yield _Labelled(timeline, 0, tuple(_Told(Detail.DATED, ()) for _ in timeline.rows))
        return
    teller = _Teller(timeline, timeline.key, label_style(timeline.size))
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

    timeline: TimeRows
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
        self, rows: Sequence[Row], told: Sequence[_Told], paging: Paging
    ) -> Iterator[Element]:
        """The lines of time, the rows between them, and what stands below these."""
        timeline, canvas, frame = self.timeline, self.timeline.canvas, self.timeline.frame
        top = frame.top + timeline.header
        bottom = top + len(rows) * paging.pitch - paging.gap / 2
        yield from time_lines(timeline.ruling, timeline.axis, frame.top, bottom, canvas)
        bars = [
            Bars(row.project, row.name, timeline.axis, frame, top + index * paging.pitch)
            for index, row in enumerate(rows)
        ]
        for bar in bars:
            yield from bar.elements(canvas, timeline.slide.today)
        yield from timeline.foot.rule(top - HEADER_GAP / 2, bottom)
        yield from self._marks(bars, rows, told)
        yield from timeline.foot.elements(bottom)

    def _marks(
        self, bars: Sequence[Bars], rows: Sequence[Row], told: Sequence[_Told]
    ) -> Iterator[Element]:
        """The marks of each row, with what they are called, or the numbers of a key."""
        canvas, strip = self.timeline.canvas, self.timeline.strip
        number, style = 1, label_style(self.timeline.size)
        for bar, row, each in zip(bars, rows, told, strict=True):
            yield from bar.marks(row.marks, canvas)
            if each.key:
                bold = style._replace(ink=Ink.ACCENT, is_bold=True)
                numbers = tuple(numbers_of(row.marks, number, strip, bold, canvas))
                yield from bar.labels(numbers, bold, strip)
                number += len(row.marks)
            else:
                yield from bar.labels(each.labels, style, strip)


class _Teller(NamedTuple):
    """Finds what the labels of rows can tell in `style`, or what stands in the `key` instead."""

    timeline: TimeRows
    key: MilestoneKey
    style: ParagraphStyle

    def tell(self, row: Row, lines: int) -> _Told:
        """The labels of a row in `lines` lines, with as much as there is room for."""
        strip, canvas = self.timeline.strip, self.timeline.canvas
        for detail in (Detail.DATED, Detail.TITLED):
            wording = wording_of(row.marks, detail, self.style, canvas)
            labels = labels_of(row.marks, wording, strip, lines)
            if labels is not None:
                return _Told(detail, labels)
        entries = tuple(self.key.entry(mark.milestone) for mark in row.marks)
        return _Told(Detail.NUMBERED, (), entries, extent_of(entries))
