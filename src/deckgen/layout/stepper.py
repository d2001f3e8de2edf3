"""A project's phases as a stepper: passed, current, to come."""

from __future__ import annotations

from deckgen.content import Phase, Project
from deckgen.geometry import Points, Rect
from deckgen.layout.canvas import Canvas, SetParagraph
from deckgen.page import TextBox
from deckgen.slots import STEPPER_HEIGHT
from deckgen.style import Align, Anchor, Form, Ink, ParagraphStyle
from deckgen.typography import STEPPER_STEPS, leading

GAP = 3.75
POINT = 12.0
BELOW = 13.0
"""How far the phases reach below the body, into the room that the built-in look has there."""


def stepper(canvas: Canvas, project: Project, programme: tuple[Phase, ...]) -> tuple[TextBox, ...]:
    """A chevron for each phase of `programme`, along the foot of the body.

    There are none without a phase, and where the names of so many do not fit.
    """
    if not project.phase:
        return ()
    frame = canvas.frame("content")
    below = 0.0 if canvas.look.shares_body else BELOW
    band = Rect(frame.left, frame.bottom - STEPPER_HEIGHT + below, frame.width, STEPPER_HEIGHT)
    rects = band.columns(len(programme), GAP)
    width = rects[0].width - 2 * POINT
    size = _size(canvas, programme, width)
    current = [phase.id for phase in programme].index(project.phase.id)
    labels = [
        canvas.set_text(phase.label, (_style(size, index - current),), width)
        for index, phase in enumerate(programme)
    ]
    if any(label.torn or label.height > STEPPER_HEIGHT for label in labels):
        return ()
    return tuple(
        _step(canvas, label, index, rect, index - current)
        for index, (label, rect) in enumerate(zip(labels, rects, strict=True))
    )


def _size(canvas: Canvas, phases: tuple[Phase, ...], width: Points) -> Points:
    """The largest step at which every label stands in one line, even in bold."""
    for size in STEPPER_STEPS:
        style = _style(size, 0)
        if all(canvas.width(phase.label.plain, style) <= width for phase in phases):
            return size
    return STEPPER_STEPS[-1]


def _style(size: Points, distance: int) -> ParagraphStyle:
    """The label of a phase `distance` steps after the current one, which is bold."""
    _, ink = _inks(distance)
    return ParagraphStyle(
        size, leading(size, 1.15), ink=ink, is_bold=distance == 0, align=Align.CENTRE
    )


def _step(canvas: Canvas, label: SetParagraph, index: int, rect: Rect, distance: int) -> TextBox:
    fill, _ = _inks(distance)
    words, name = canvas.words, label.paragraph.text
    told = (words.phase_passed, words.phase_current, words.phase_to_come)
    state = told[(distance > 0) + (distance >= 0)]
    return TextBox(
        f"{words.phase} {index + 1} {name}",
        rect,
        (label.paragraph,),
        (label.style,),
        anchor=Anchor.MIDDLE,
        form=Form.CHEVRON,
        fill=fill,
        margin_x=POINT,
        description=f"{words.phase} {index + 1}: {name}, {state}",
    )


def _inks(distance: int) -> tuple[Ink, Ink]:
    """Fill and text of a phase `distance` steps after the current one."""
    if distance < 0:
        return Ink.TINT, Ink.PRIMARY
    if distance == 0:
        return Ink.PRIMARY, Ink.BACKGROUND
    return Ink.PANEL, Ink.MUTED
