"""Two or three columns, each with a list or a picture, perhaps under a heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from deckgen.content import Column, Illustration
from deckgen.deck import ColumnsSlide
from deckgen.design import COLUMN_GAP
from deckgen.geometry import Points, Rect
from deckgen.layout.canvas import Body, Canvas, SetParagraph, torn_words
from deckgen.layout.flow import Part, share_out, warnings_of
from deckgen.layout.illustration import Shown
from deckgen.layout.items import item_block, paragraphs_of
from deckgen.look import Slot
from deckgen.page import Element, TextBox
from deckgen.problems import Problem
from deckgen.style import ParagraphStyle
from deckgen.typography import bullet_styles, column_header_style

HEADER_GAP = 14.0

_HEADER = (column_header_style(),)


def columns_bodies(slide: ColumnsSlide, size: Points, canvas: Canvas) -> tuple[Body, ...]:
    """The columns with text of `size`, a body a page.

    A list that is too long for its column goes on in the same place of the next page; pictures
    beside it stand there again.
    """
    return tuple(_SideBySide.of(slide.columns, size, canvas).bodies())


class _Filled(NamedTuple):
    """A column: its heading, and its list page by page or else its picture."""

    header: SetParagraph | None
    parts: tuple[Part, ...]
    shown: Shown | None = None


class _SideBySide(NamedTuple):
    """Columns in `frames`, which begin below all headings; lists keep `margin` off their edges."""

    canvas: Canvas
    styles: tuple[ParagraphStyle, ...]
    role: str
    slot: Slot
    margin: Points
    heads: tuple[Rect, ...]
    frames: tuple[Rect, ...]
    columns: tuple[_Filled, ...]

    @classmethod
    def of(cls, columns: Sequence[Column], size: Points, canvas: Canvas) -> _SideBySide:
        """`columns` with lists in `size`."""
        role = f"columns-{len(columns)}"
        slot = canvas.look.layout(role).slot("header 1")
        whole = canvas.frame("content").columns(len(columns), COLUMN_GAP)
        width = whole[0].width - 2 * slot.margin_x
        headers = [canvas.set_text(c.title, _HEADER, width) if c.title else None for c in columns]
        height = max((header.height for header in headers if header), default=0.0)
        head = height + 2 * slot.margin_y if height else 0.0
        frames = tuple(rect.drop_top(head + HEADER_GAP if head else 0.0) for rect in whole)
        margin = slot.margin_x if head else 0.0
        styles = bullet_styles(size, canvas.look.house)
        filled = tuple(
            _filled(column, header, frame, margin, styles, canvas)
            for column, header, frame in zip(columns, headers, frames, strict=True)
        )
        heads = tuple(rect.take_top(head)[0] for rect in whole)
        return cls(canvas, styles, role, slot, margin, heads, frames, filled)

    def bodies(self) -> Iterator[Body]:
        """A body a page."""
        for page, parts in enumerate(zip_longest(*(each.parts for each in self.columns))):
            elements: list[Element] = []
            for index, part in enumerate(parts):
                elements += self._column(index, part, page)
            warnings = tuple(self._warnings(parts, is_first=page == 0))
            yield Body(self.role, tuple(elements), warnings)

    def _warnings(self, parts: Sequence[Part | None], *, is_first: bool) -> Iterator[Problem]:
        for column, part in zip(self.columns, parts, strict=True):
            yield from warnings_of(part) if part else ()
            if is_first:
                yield from torn_words([column.header] if column.header else [])
                yield from column.shown.warnings if column.shown else ()

    def _column(self, index: int, part: Part | None, page: int) -> Iterator[Element]:
        """A heading and what stands below it; nothing where a list has ended."""
        column, words = self.columns[index], self.canvas.words
        if column.header and (part or column.shown or page == 0):
            yield self._header_box(index, column.header)
        if column.shown:
            yield from column.shown.elements(self.canvas, f"{words.picture} {index + 1}")
        if part:
            yield TextBox(
                f"{words.layouts.column} {index + 1}",
                self.frames[index],
                paragraphs_of(part),
                self.styles,
                slot=f"column {index + 1}",
                margin_x=self.margin,
            )

    def _header_box(self, index: int, header: SetParagraph) -> TextBox:
        slot = self.slot
        return TextBox(
            f"{self.canvas.words.layouts.header} {index + 1}",
            self.heads[index],
            (header.paragraph,),
            slot.styles,
            slot=f"header {index + 1}",
            anchor=slot.anchor,
            fill=slot.fill,
            margin_x=slot.margin_x,
            margin_y=slot.margin_y,
        )


def _filled(
    column: Column,
    header: SetParagraph | None,
    frame: Rect,
    margin: Points,
    styles: tuple[ParagraphStyle, ...],
    canvas: Canvas,
) -> _Filled:
    """The column: its list shared out, `margin` points off the edges, or its picture."""
    content = column.content
    if isinstance(content, Illustration):
        return _Filled(header, ((),), Shown.of(content, frame, canvas))
    if not isinstance(content, tuple):
        raise TypeError(f"no column for {type(content).__name__}")
    width = frame.width - 2 * margin
    blocks = [item_block(canvas, item, styles, width) for item in content]
    return _Filled(header, share_out(blocks, frame.height))
