"""A project's status: its items at the left, its facts at the right, its phases along the foot."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from deckgen.content import Project
from deckgen.deck import StatusSlide
from deckgen.geometry import Points, Rect
from deckgen.layout.canvas import Body, Canvas
from deckgen.layout.flow import Block, Part, height_of_blocks, share_out
from deckgen.layout.items import item_block, paragraphs_of
from deckgen.layout.side import side_blocks
from deckgen.layout.stepper import stepper
from deckgen.look import SIDE_GAP
from deckgen.page import Element, Rule, TextBox
from deckgen.typography import LEAD, SIDE_STEPS, side_styles, status_styles


def status_bodies(slide: StatusSlide, size: Points, canvas: Canvas) -> tuple[Body, ...]:
    """The project's items in `size`, a body a page; its facts stand on the first that has room."""
    side_frame = canvas.frame("status", "side")
    side_size, sides = _side(canvas, slide.project, side_frame)
    frame = canvas.frame("status")
    if not sides:
        frame = frame._replace(width=canvas.frame("content").width)
    parts = share_out(_blocks(slide.project, size, canvas, frame), frame.height)
    bodies = []
    for part, side in zip_longest(parts, sides, fillvalue=()):
        elements: list[Element] = []
        if part:
            elements.append(_items_box(part, frame, size, canvas))
        if side:
            elements += _side_boxes(side, side_frame, side_size, canvas)
        elements += stepper(canvas, slide.project, slide.phases)
        warnings = tuple(w for block in (*part, *side) for w in block.warnings)
        bodies.append(Body("status", tuple(elements), warnings))
    return tuple(bodies)


def _side(canvas: Canvas, project: Project, frame: Rect) -> tuple[Points, tuple[Part, ...]]:
    """The size at which the project's facts fit, and their parts; none without facts."""
    for size in SIDE_STEPS:
        blocks = side_blocks(canvas, project, size, frame.width)
        if not blocks:
            return size, ()
        if height_of_blocks(blocks) <= frame.height:
            return size, (tuple(blocks),)
    return SIDE_STEPS[-1], share_out(blocks, frame.height)


def _blocks(project: Project, size: Points, canvas: Canvas, frame: Rect) -> Sequence[Block]:
    """The items; the project's subtitle leads the first of them."""
    styles = status_styles(size)
    blocks = [item_block(canvas, item, styles, frame.width) for item in project.status]
    if not project.subtitle:
        return blocks
    lead = canvas.set_text(project.subtitle, styles, frame.width, LEAD)
    first, *others = blocks
    return [Block((lead, *first.paragraphs), first.warnings), *others]


def _items_box(part: Part, frame: Rect, size: Points, canvas: Canvas) -> TextBox:
    name = canvas.words.layouts.status
    return TextBox(name, frame, paragraphs_of(part), status_styles(size), slot="body")


def _side_boxes(side: Part, frame: Rect, size: Points, canvas: Canvas) -> tuple[TextBox, Rule]:
    name = canvas.words.layouts.side
    box = TextBox(name, frame, paragraphs_of(side), side_styles(size), slot="side")
    line = Rect(frame.left - SIDE_GAP, frame.top, 0, frame.height)
    return box, Rule("Side rule", line)
