"""Groups side by side: a heading on dark ground, and rows with a rule below each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from deckgen.content import Group, Item
from deckgen.deck import GroupsSlide
from deckgen.design import COLUMN_GAP, MOST_COLUMNS
from deckgen.geometry import Points, Rect
from deckgen.layout.canvas import Body, Canvas, SetParagraph, torn, torn_words
from deckgen.layout.flow import Block, Part, share_out, warnings_of
from deckgen.layout.items import item_runs, paragraphs_of
from deckgen.look import Slot
from deckgen.page import Element, Rule, TextBox
from deckgen.style import ParagraphStyle
from deckgen.typography import (
    DENSE_STEPS,
    MARKED_ROW,
    ROW,
    ROW_NOTE,
    STATE_MARKS,
    column_header_style,
    column_styles,
)

HEADER_GAP = 4.0


def groups_bodies(slide: GroupsSlide, size: Points, canvas: Canvas) -> tuple[Body, ...]:
    """The groups with rows of `size`, a body a page; at most four stand side by side.

    As few pages as can be; among as many, those on which groups stay whole.
    """
    pages = -(-len(slide.groups) // MOST_COLUMNS)
    best = tuple(_share_pages(slide.groups, pages, size, canvas))
    while pages < min(len(best), len(slide.groups)):
        pages += 1
        other = tuple(_share_pages(slide.groups, pages, size, canvas))
        best = min(other, best, key=len)
    return best


def _share_pages(
    groups: Sequence[Group], pages: int, size: Points, canvas: Canvas
) -> Iterator[Body]:
    """`groups` on `pages`, or on more where a group has to be continued."""
    bounds = [round(len(groups) * page / pages) for page in range(pages + 1)]
    for start, end in pairwise(bounds):
        yield from _side_by_side(groups[start:end], size, canvas)


def _side_by_side(groups: Sequence[Group], size: Points, canvas: Canvas) -> tuple[Body, ...]:
    """`groups` in columns; in fewer and wider ones, if that saves a word in the smallest size."""
    bodies = tuple(_columns(canvas, groups, size).bodies())
    if size > DENSE_STEPS[-1] or len(groups) == 1 or not torn(bodies):
        return bodies
    middle = (len(groups) + 1) // 2
    halves = (groups[:middle], groups[middle:])
    wider = tuple(body for half in halves for body in _side_by_side(half, size, canvas))
    return min(bodies, wider, key=torn)


def _columns(canvas: Canvas, groups: Sequence[Group], size: Points) -> _Columns:
    role = f"columns-{len(groups)}"
    slot = canvas.look.layout(role).slot("header 1")
    frames = canvas.frame("content").columns(len(groups), COLUMN_GAP)
    width = frames[0].width - 2 * slot.margin_x
    style = (column_header_style(),)
    headers = tuple(canvas.set_text(group.title, style, width) for group in groups)
    return _Columns(canvas, groups, column_styles(size), role, slot, frames, headers)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Groups that stand side by side, on as many pages as the longest of them needs."""

    canvas: Canvas
    groups: Sequence[Group]
    styles: tuple[ParagraphStyle, ...]
    role: str
    slot: Slot
    frames: tuple[Rect, ...]
    headers: tuple[SetParagraph, ...]

    def bodies(self) -> Iterator[Body]:
        """A body a page; a group whose rows have all been shown leaves its place empty."""
        shared = [self._share_out(group) for group in self.groups]
        for page in range(max(len(parts) for parts in shared)):
            here = [(index, parts[page]) for index, parts in enumerate(shared) if page < len(parts)]
            elements = [element for index, part in here for element in self._column(index, part)]
            warnings = [warning for _, part in here for warning in warnings_of(part)]
            yield Body(self.role, tuple(elements), (*warnings, *torn_words(self.headers)))

    @property
    def _width(self) -> Points:
        return self.frames[0].width - 2 * self.slot.margin_x

    @property
    def _gap(self) -> Points:
        return self.styles[ROW].before

    @property
    def _header_height(self) -> Points:
        """All headings are as high as the highest, so that all lists begin on one line."""
        return max(header.height for header in self.headers) + 2 * self.slot.margin_y

    def _share_out(self, group: Group) -> tuple[Part, ...]:
        room = self.frames[0].height - self._header_height - HEADER_GAP - self._gap
        return share_out([self._row(item) for item in group.items], room)

    def _row(self, item: Item) -> Block:
        paragraphs = (self._first(item), *self._below(item))
        return Block(paragraphs, torn_words(paragraphs))

    def _first(self, item: Item) -> SetParagraph:
        runs = item_runs(self.canvas, item, self.styles[ROW])
        bullet = STATE_MARKS[item.state] if item.state else None
        level = MARKED_ROW if bullet else ROW
        styles, source = self.styles, item.text.source
        return self.canvas.set_runs(runs, source, styles, self._width, level, bullet)

    def _below(self, item: Item) -> Iterator[SetParagraph]:
        """The note and the items below, however deep, as muted lines."""
        if item.note:
            yield self.canvas.set_text(item.note, self.styles, self._width, ROW_NOTE)
        for sub_item in item.items:
            runs = item_runs(self.canvas, sub_item, self.styles[ROW_NOTE])
            source = sub_item.text.source
            yield self.canvas.set_runs(runs, source, self.styles, self._width, ROW_NOTE)
            yield from self._below(sub_item)

    def _column(self, index: int, part: Part) -> Iterator[Element]:
        head, rest = self.frames[index].take_top(self._header_height)
        yield self._header_box(index, head)
        if not part:
            return
        rows = rest.drop_top(HEADER_GAP + self._gap / 2)
        words = self.canvas.words.layouts
        yield TextBox(
            f"{words.column} {index + 1}",
            rows,
            paragraphs_of(part),
            self.styles,
            slot=f"column {index + 1}",
            margin_x=self.slot.margin_x,
        )
        yield from self._rules(index, part, rows)

    def _header_box(self, index: int, rect: Rect) -> TextBox:
        slot = self.slot
        return TextBox(
            f"{self.canvas.words.layouts.header} {index + 1}",
            rect,
            (self.headers[index].paragraph,),
            slot.styles,
            slot=f"header {index + 1}",
            anchor=slot.anchor,
            fill=slot.fill,
            margin_x=slot.margin_x,
            margin_y=slot.margin_y,
        )

    def _rules(self, index: int, part: Part, rows: Rect) -> Iterator[Rule]:
        top = rows.top
        for number, block in enumerate(part, start=1):
            top += block.height + self._gap / 2
            yield Rule(f"Rule {index + 1}.{number}", Rect(rows.left, top, rows.width, 0))
            top += self._gap / 2
