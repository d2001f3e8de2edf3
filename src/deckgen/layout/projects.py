"""The list of projects: numbered rows, and the phase of each at the right edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.deck import ProjectRow, ProjectsSlide
from deckgen.geometry import Points, Rect
from deckgen.layout.bodies import Body
from deckgen.layout.canvas import Canvas, SetParagraph, runs_of, torn_words
from deckgen.layout.flow import Block, Part, share_out, warnings_of
from deckgen.layout.marking import marked
from deckgen.layout.rows import row_numbers, row_rules, row_tops, rows_box
from deckgen.named import NamedTuple
from deckgen.page import TextBox
from deckgen.style import Anchor, Form, Ink, ParagraphStyle
from deckgen.typography import ROW, ROW_NOTE, badge_style, row_styles

BADGE_HEIGHT = 24.0
BADGE_PADDING = 9.0
BADGE_GAP = 24.0
WIDEST_BADGE = 0.35
"""The share of a row that the phase may take."""


def projects_bodies(slide: ProjectsSlide, size: Points, canvas: Canvas) -> tuple[Body, ...]:
    """The projects as numbered rows in `size` with their phases, a body a page."""
    frame = canvas.frame("projects")
    badges = tuple(_set_badge(row, frame.width * WIDEST_BADGE, canvas) for row in slide.rows)
    styles = canvas.look.house.in_body(row_styles(size))
    return tuple(_List(canvas, slide.rows, badges, frame, styles).bodies())


class _Badge(NamedTuple):
    """A phase as set on its ground."""

    paragraph: SetParagraph
    width: Points

    @property
    def height(self) -> Points:
        return BADGE_HEIGHT + self.paragraph.height - self.paragraph.style.leading


class _List(NamedTuple):
    canvas: Canvas
    rows: Sequence[ProjectRow]
    badges: Sequence[_Badge | None]
    frame: Rect
    styles: tuple[ParagraphStyle, ...]

    def bodies(self) -> Iterator[Body]:
        blocks = [self._block(*row) for row in zip(self.rows, self.badges, strict=True)]
        parts = share_out(blocks, self.frame.height - self._gap)
        for part, numbers in zip(parts, row_numbers(parts), strict=True):
            box = rows_box(
                self.canvas.words.layouts.projects, part, numbers, self._text_frame, self.styles
            )
            rules = row_rules(part, self.frame, self._gap, self.canvas)
            badges = self._badge_boxes(part, numbers)
            yield Body("projects", (box, *badges, *rules), warnings_of(part))

    @property
    def _gap(self) -> Points:
        return self.styles[ROW].before

    @property
    def _text_frame(self) -> Rect:
        """What the widest of the badges leaves of the rows."""
        taken = max((badge.width + BADGE_GAP for badge in self.badges if badge), default=0.0)
        return self.frame._replace(width=self.frame.width - taken)

    def _block(self, row: ProjectRow, badge: _Badge | None) -> Block:
        paragraphs = tuple(self._paragraphs(row))
        if not badge:
            return Block(paragraphs, torn_words(paragraphs))
        least = badge.height + 2 * self._rise
        return Block(paragraphs, torn_words((*paragraphs, badge.paragraph)), least)

    def _paragraphs(self, row: ProjectRow) -> Iterator[SetParagraph]:
        canvas, styles, width = self.canvas, self.styles, self._text_frame.width
        runs = runs_of(row.title)
        if row.is_new:
            runs = marked(canvas, runs, styles[ROW], width)
        yield canvas.set_runs(runs, row.title.source, styles, width, ROW)
        if row.subtitle:
            yield canvas.set_text(row.subtitle, styles, width, ROW_NOTE)

    @property
    def _rise(self) -> Points:
        """How far a badge stands below the top of its row, to be level with the first line."""
        return (self.styles[ROW].leading - BADGE_HEIGHT) / 2

    def _badge_boxes(self, part: Part, numbers: Sequence[int]) -> Iterator[TextBox]:
        tops = row_tops(part, self.frame, self._gap)
        for number, (block, top) in zip(numbers, tops, strict=True):
            badge = self.badges[number - 1]
            if badge and not block.is_rest:
                yield self._badge_box(self.rows[number - 1], badge, top + self._rise)

    def _badge_box(self, row: ProjectRow, badge: _Badge, top: Points) -> TextBox:
        return TextBox(
            f"{self.canvas.words.phase} {row.id}",
            Rect(self.frame.right - badge.width, top, badge.width, badge.height),
            (badge.paragraph.paragraph,),
            (badge.paragraph.style,),
            anchor=Anchor.MIDDLE,
            form=Form.ROUNDED,
            fill=Ink.TINT,
            description=f"{row.title.plain}: {badge.paragraph.paragraph.text}",
        )


def _set_badge(row: ProjectRow, widest: Points, canvas: Canvas) -> _Badge | None:
    """The phase as wide as its words, broken where those are wider than a badge may be."""
    if not row.phase:
        return None
    style = badge_style()
    needed = canvas.width(row.phase.label.plain, style) + 2 * BADGE_PADDING + 1
    width = min(needed, widest)
    paragraph = canvas.set_text(row.phase.label, (style,), width - BADGE_PADDING)
    return _Badge(paragraph, width)
