"""Groups side by side: a heading on dark ground, and rows with a rule below each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckgen.content import Group, Item
from deckgen.deck import GroupsSlide
from deckgen.geometry import Points, Rect
from deckgen.layout.bodies import Body, torn
from deckgen.layout.canvas import Canvas, SetParagraph, torn_words
from deckgen.layout.flow import Block, Part, share_out, warnings_of
from deckgen.layout.items import item_runs, paragraphs_of
from deckgen.look import Slot
from deckgen.named import NamedTuple
from deckgen.page import Element, Rule, TextBox
from deckgen.signs import STATE_MARKS
from deckgen.slots import COLUMN_GAP, MOST_COLUMNS
from deckgen.style import ParagraphStyle
from deckgen.typography import (
    MARKED_ROW,
    ROW,
    ROW_NOTE,
    column_header_style,
    column_styles,
)

HEADER_GAP = 4.0


def groups_bodies(slide: GroupsSlide, size: Points, canvas: Canvas) -> tuple[Body, ...]:
    """The groups with rows of `size`, a body a page; at most four columns stand side by side.

    A group that is too long for its column goes on in the next, under its heading again. There
    are as many columns as make the fewest pages, a torn word counting as one more; among as
    many pages, those on which fewest groups go on, then those with the widest columns.
    """
    options = (
        _Columns.of(slide.groups, count, size, canvas) for count in range(1, MOST_COLUMNS + 1)
    )
    return tuple(min(options, key=_Columns.cost).bodies())


class _Column(NamedTuple):
    """A group's heading, and as many of its rows as go into a column."""

    header: SetParagraph
    rows: Part


@dataclass(frozen=True, slots=True)
class _Columns:
    """Groups in columns of one width, `frames` side by side on a page."""

    canvas: Canvas
    styles: tuple[ParagraphStyle, ...]
    slot: Slot
    frames: tuple[Rect, ...]
    columns: tuple[_Column, ...] = ()

    @classmethod
    def of(cls, groups: Sequence[Group], count: int, size: Points, canvas: Canvas) -> _Columns:
        """`groups` in columns, `count` of them side by side."""
        frames = canvas.frame("content").columns(count, COLUMN_GAP)
        slot = canvas.look.layout(f"columns-{count}").slot("header 1")
        bare = cls(canvas, column_styles(size), slot, frames)
        return replace(bare, columns=tuple(bare._filled(groups)))

    def _filled(self, groups: Sequence[Group]) -> Iterator[_Column]:
        style = (column_header_style(),)
        headers = [self.canvas.set_text(group.title, style, self._width) for group in groups]
        taken = self._header_height(headers) + HEADER_GAP + self._gap
        for group, header in zip(groups, headers, strict=True):
            rows = [self._row(item) for item in group.items]
            for part in share_out(rows, self.frames[0].height - taken):
                yield _Column(header, part)

    def _header_height(self, headers: Sequence[SetParagraph]) -> Points:
        """All headings are as high as the highest, so that all lists begin on one line."""
        return max(header.height for header in headers) + 2 * self.slot.margin_y

    def cost(self) -> tuple[int, int]:
        """The number of pages and torn words, then that of columns."""
        bodies = tuple(self.bodies())
        return len(bodies) + torn(bodies), len(self.columns)

    def bodies(self) -> Iterator[Body]:
        """A body a page."""
        height = self._header_height([column.header for column in self.columns])
        role = f"columns-{len(self.frames)}"
        for start in range(0, len(self.columns), len(self.frames)):
            here = self.columns[start : start + len(self.frames)]
            elements = [
                element
                for index, column in enumerate(here)
                for element in self._column(index, column, height)
            ]
            warnings = (warning for column in here for warning in warnings_of(column.rows))
            torn_headers = torn_words(column.header for column in here)
            yield Body(role, tuple(elements), (*warnings, *torn_headers))

    @property
    def _width(self) -> Points:
        return self.frames[0].width - 2 * self.slot.margin_x

    @property
    def _gap(self) -> Points:
        return self.styles[ROW].before

    def _row(self, item: Item) -> Block:
        paragraphs = (self._first(item), *self._below(item))
        return Block(paragraphs, torn_words(paragraphs))

    def _first(self, item: Item) -> SetParagraph:
        runs = item_runs(self.canvas, item, self.styles[ROW], self._width)
        bullet = STATE_MARKS[item.state] if item.state else None
        level = MARKED_ROW if bullet else ROW
        styles, source = self.styles, item.text.source
        return self.canvas.set_runs(runs, source, styles, self._width, level, bullet)

    def _below(self, item: Item) -> Iterator[SetParagraph]:
        """The note and the items below, however deep, as muted lines."""
        if item.note:
            yield self.canvas.set_text(item.note, self.styles, self._width, ROW_NOTE)
        for sub_item in item.items:
            runs = item_runs(self.canvas, sub_item, self.styles[ROW_NOTE], self._width)
            source = sub_item.text.source
            yield self.canvas.set_runs(runs, source, self.styles, self._width, ROW_NOTE)
            yield from self._below(sub_item)

    def _column(self, index: int, column: _Column, header_height: Points) -> Iterator[Element]:
        """A heading, and its rows with a rule below each."""
        head, rest = self.frames[index].take_top(header_height)
        yield header_box(index, column.header, head, self.slot, self.canvas)
        if not column.rows:
            return
        rows = rest.drop_top(HEADER_GAP + self._gap / 2)
        words = self.canvas.words.layouts
        yield TextBox(
            f"{words.column} {index + 1}",
            rows,
            paragraphs_of(column.rows),
            self.styles,
            slot=f"column {index + 1}",
            margin_x=self.slot.margin_x,
        )
        yield from self._rules(index, column.rows, rows)

    def _rules(self, index: int, part: Part, rows: Rect) -> Iterator[Rule]:
        top = rows.top
        for number, block in enumerate(part, start=1):
            top += block.height + self._gap / 2
            name = f"{self.canvas.words.rule} {index + 1}.{number}"
            yield Rule(name, Rect(rows.left, top, rows.width, 0))
            top += self._gap / 2


def header_box(index: int, header: SetParagraph, rect: Rect, slot: Slot, canvas: Canvas) -> TextBox:
    """The heading of a column, counted from 0, in the look of `slot`."""
    return TextBox(
        f"{canvas.words.layouts.header} {index + 1}",
        rect,
        (header.paragraph,),
        slot.styles,
        slot=f"header {index + 1}",
        anchor=slot.anchor,
        fill=slot.fill,
        margin_x=slot.margin_x,
        margin_y=slot.margin_y,
    )
