"""Two or three columns, each with a list, a picture or a chart, perhaps under a heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.content import Chart, Column, Drawable, Illustration
from deckgen.deck import ColumnsSlide
from deckgen.geometry import Points, Rect
from deckgen.layout.bodies import Body
from deckgen.layout.canvas import Canvas, SetParagraph, torn_words
from deckgen.layout.charts import chart_draft
from deckgen.layout.columns import header_box
from deckgen.layout.drawings import fitting_size, sketches
from deckgen.layout.flow import Part, share_out, warnings_of
from deckgen.layout.illustration import Shown
from deckgen.layout.items import item_block, paragraphs_of
from deckgen.look import Slot
from deckgen.named import NamedTuple
from deckgen.page import Element, TextBox
from deckgen.problems import Problem
from deckgen.slots import COLUMN_GAP
from deckgen.style import ParagraphStyle
from deckgen.typography import CHART_STEPS, bullet_styles, column_header_style

HEADER_GAP = 14.0

_HEADER = (column_header_style(),)


def columns_bodies(slide: ColumnsSlide, size: Points, canvas: Canvas) -> tuple[Body, ...]:
    """The columns with text of `size`, a body a page.

    A list that is too long for its column goes on in the same place of the next page; pictures
    beside it stand there again.
    """
    return tuple(_SideBySide.of(slide.columns, size, canvas).bodies())


class Drawn(NamedTuple):
    """A picture or a chart, with what an author should look at."""

    elements: tuple[Element, ...]
    warnings: tuple[Problem, ...]


class _Filled(NamedTuple):
    """A column: its heading, and what stands below it page by page.

    That is text of a list, or else elements; a picture stands on every page.
    """

    header: SetParagraph | None
    parts: tuple[Part, ...] = ()
    drawn: tuple[Drawn, ...] = ()
    is_on_all: bool = False

    def drawn_on(self, page: int) -> Drawn | None:
        """What is drawn on a page, from 0."""
        if self.is_on_all and self.drawn:
            return self.drawn[0]
        return self.drawn[page] if page < len(self.drawn) else None


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
        pages = max(max(len(each.parts), len(each.drawn)) for each in self.columns)
        for page in range(pages):
            elements = (e for i in range(len(self.columns)) for e in self._column(i, page))
            yield Body(self.role, tuple(elements), tuple(self._warnings(page)))

    def _warnings(self, page: int) -> Iterator[Problem]:
        for column in self.columns:
            if column.header and not page:
                yield from torn_words([column.header])
            if page < len(column.parts):
                yield from warnings_of(column.parts[page])
            if page < len(column.drawn):
                yield from column.drawn[page].warnings

    def _column(self, index: int, page: int) -> Iterator[Element]:
        """A heading and what stands below it; nothing where the column has ended."""
        column = self.columns[index]
        part = column.parts[page] if page < len(column.parts) else None
        drawn = column.drawn_on(page)
        if column.header and (part or drawn):
            yield header_box(index, column.header, self.heads[index], self.slot, self.canvas)
        if drawn:
            yield from drawn.elements
        if part:
            yield TextBox(
                f"{self.canvas.words.layouts.column} {index + 1}",
                self.frames[index],
                paragraphs_of(part),
                self.styles,
                slot=f"column {index + 1}",
                margin_x=self.margin,
            )


def _filled(
    column: Column,
    header: SetParagraph | None,
    frame: Rect,
    margin: Points,
    styles: tuple[ParagraphStyle, ...],
    canvas: Canvas,
) -> _Filled:
    """The column: its list shared out, `margin` points off the edges, or what it draws."""
    content = column.content
    if isinstance(content, Illustration):
        shown = Shown.of(content, frame, canvas)
        drawn = Drawn(tuple(shown.elements(canvas)), shown.warnings)
        return _Filled(header, drawn=(drawn,), is_on_all=True)
    if isinstance(content, Chart):
        parts = chart_draft(content, frame, min(styles[0].size, CHART_STEPS[0]), canvas).make()
        drawn_parts = (Drawn(_held(part.elements, frame), part.warnings) for part in parts)
        return _Filled(header, drawn=tuple(drawn_parts))
    if isinstance(content, Drawable):
        size = fitting_size(content, frame, styles[0].size, canvas)
        sheets = sketches(content, frame, size, canvas)
        return _Filled(header, drawn=tuple(Drawn((s,), sheet.warnings) for s, sheet in sheets))
    blocks = [item_block(canvas, item, styles, frame.width - 2 * margin) for item in content]
    return _Filled(header, share_out(blocks, frame.height))


def _held(elements: Sequence[Element], frame: Rect) -> tuple[Element, ...]:
    """The elements of a chart; text that a narrow column has no room for is told as too long."""
    return tuple(
        each._replace(rect=each.rect._replace(height=max(0.0, frame.bottom - each.rect.top)))
        if isinstance(each, TextBox) and each.rect.bottom > frame.bottom + 1
        else each
        for each in elements
    )
