"""A project's phases as a stepper: passed, current, to come."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.content import Phase, Project
from deckgen.design import STEPPER_HEIGHT
from deckgen.geometry import Points, Rect
from deckgen.layout.canvas import Canvas
from deckgen.page import TextBox
from deckgen.style import Align, Anchor, Form, Ink, ParagraphStyle
from deckgen.typography import STEPPER_STEPS, leading

GAP = 3.75
POINT = 12.0


def stepper(canvas: Canvas, project: Project, phases: tuple[Phase, ...]) -> Iterator[TextBox]:
    """A chevron for each of `phases`, along the foot of the body; none without a phase."""
    if not project.phase:
        return
    frame = canvas.frame("content")
    band = Rect(frame.left, frame.bottom - STEPPER_HEIGHT + 13, frame.width, STEPPER_HEIGHT)
    steps = band.columns(len(phases), GAP)
    size = _size(canvas, phases, steps[0].width - 2 * POINT)
    current = [phase.id for phase in phases].index(project.phase.id)
    for index, (phase, rect) in enumerate(zip(phases, steps, strict=True)):
        yield _step(canvas, phase, index, rect, size, index - current)


def _size(canvas: Canvas, phases: tuple[Phase, ...], width: Points) -> Points:
    """The largest step at which every label stands in one line, even in bold."""
    for size in STEPPER_STEPS:
        style = ParagraphStyle(size, leading(size), is_bold=True)
        if all(canvas.width(phase.label.plain, style) <= width for phase in phases):
            return size
    return STEPPER_STEPS[-1]


def _step(
    canvas: Canvas, phase: Phase, index: int, rect: Rect, size: Points, distance: int
) -> TextBox:
    fill, ink = _inks(distance)
    style = ParagraphStyle(
        size, leading(size, 1.15), ink=ink, is_bold=distance == 0, align=Align.CENTRE
    )
    paragraph = canvas.set_text(phase.label, (style,), rect.width - 2 * POINT)
    words = canvas.words
    told = (words.phase_passed, words.phase_current, words.phase_to_come)
    state = told[(distance > 0) + (distance >= 0)]
    return TextBox(
        f"{words.phase} {index + 1} {phase.label.plain}",
        rect,
        (paragraph.paragraph,),
        (style,),
        anchor=Anchor.MIDDLE,
        form=Form.CHEVRON,
        fill=fill,
        margin_x=POINT,
        description=f"{words.phase} {index + 1}: {phase.label.plain}, {state}",
    )


def _inks(distance: int) -> tuple[Ink, Ink]:
    """Fill and text of a phase `distance` steps after the current one."""
    if distance < 0:
        return Ink.TINT, Ink.PRIMARY
    if distance == 0:
        return Ink.PRIMARY, Ink.BACKGROUND
    return Ink.PANEL, Ink.MUTED
