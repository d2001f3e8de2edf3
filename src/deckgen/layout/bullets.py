"""Slides of bullets, and the points of a conclusion beside their bars."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.deck import ConclusionSlide, TextSlide
from deckgen.geometry import Points, Rect
from deckgen.layout.bodies import Body
from deckgen.layout.canvas import Canvas
from deckgen.layout.flow import Part, share_out, warnings_of
from deckgen.layout.items import item_block, paragraphs_of
from deckgen.page import Shape, TextBox
from deckgen.style import Ink, ParagraphStyle
from deckgen.typography import bullet_styles, conclusion_styles

BAR_WIDTH = 4.5


def text_bodies(slide: TextSlide, size: Points, canvas: Canvas) -> tuple[Body, ...]:
    """The slide's items with bullets of `size`, a body a page; one by itself is a sentence."""
    house = canvas.look.house
    is_alone = len(slide.items) == 1 and not slide.items[0].state
    styles = house.in_body(bullet_styles(size, house._replace(bullet=None) if is_alone else house))
    frame = canvas.frame("content")
    blocks = [item_block(canvas, item, styles, frame.width) for item in slide.items]
    return tuple(
        Body("content", (_box(part, frame, styles),), warnings_of(part))
        for part in share_out(blocks, frame.height)
    )


def conclusion_bodies(slide: ConclusionSlide, size: Points, canvas: Canvas) -> tuple[Body, ...]:
    """The slide's points in `size`, each beside a bar, a body a page."""
    styles = canvas.look.house.in_body(conclusion_styles(size))
    frame = canvas.frame("conclusion")
    blocks = [item_block(canvas, point, styles, frame.width) for point in slide.points]
    return tuple(
        Body(
            "conclusion",
            (_box(part, frame, styles), *_bars(part, frame, canvas)),
            warnings_of(part),
        )
        for part in share_out(blocks, frame.height)
    )


def _box(part: Part, frame: Rect, styles: tuple[ParagraphStyle, ...]) -> TextBox:
    return TextBox("Text", frame, paragraphs_of(part), styles, slot="body")


def _bars(part: Part, frame: Rect, canvas: Canvas) -> Iterator[Shape]:
    top = frame.top
    for index, block in enumerate(part):
        top += block.before if index else 0
        bar = Rect(frame.left, top, BAR_WIDTH, block.height)
        yield Shape(f"{canvas.words.edge} {index + 1}", bar, Ink.ACCENT)
        top += block.height
