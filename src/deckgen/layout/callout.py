"""Why a project is late, and what is done about it: sentences on a ground of their own."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.content import Light
from deckgen.geometry import Points, Rect
from deckgen.layout.canvas import Canvas, SetParagraph, height_of
from deckgen.layout.side import LIGHT_INKS, Entry, sentence
from deckgen.named import NamedTuple
from deckgen.page import Shape, TextBox
from deckgen.style import Ink, ParagraphStyle
from deckgen.typography import CALLOUT_STEPS, callout_style

GAP = 12.0
MARGIN_X = 16.0
MARGIN_Y = 10.0
EDGE_WIDTH = 4.5
LARGEST_SHARE = 0.5


class Callout(NamedTuple):
    """The sentences as set, and the height they need with the gap over them."""

    paragraphs: tuple[SetParagraph, ...]
    style: ParagraphStyle

    @property
    def height(self) -> Points:
        return height_of(self.paragraphs) + 2 * MARGIN_Y

    @property
    def room(self) -> Points:
        return self.height + GAP


def set_callout(
    canvas: Canvas, entries: Sequence[Entry], frame: Rect, most: Points
) -> Callout | None:
    """`entries` at the first step at which they take no more than their share of `frame`.

    Steps over `most` are left out, but for the last one. None where they take more at every
    step, or a word of theirs would be torn.
    """
    if not entries:
        return None
    for size in [step for step in CALLOUT_STEPS if step <= most] or CALLOUT_STEPS[-1:]:
        callout = _set(canvas, entries, size, frame.width - 2 * MARGIN_X)
        is_torn = any(paragraph.torn for paragraph in callout.paragraphs)
        if callout.room <= frame.height * LARGEST_SHARE and not is_torn:
            return callout
    return None


def callout_boxes(
    canvas: Canvas, callout: Callout | None, frame: Rect, light: Light | None
) -> tuple[TextBox | Shape, ...]:
    """The callout along the foot of `frame`, its edge in the ink of the light."""
    if not callout:
        return ()
    rect = frame._replace(top=frame.bottom - callout.height, height=callout.height)
    box = TextBox(
        f"{canvas.words.reason}, {canvas.words.measure}",
        rect,
        tuple(p.paragraph for p in callout.paragraphs),
        (callout.style,),
        fill=Ink.PANEL,
        margin_x=MARGIN_X,
        margin_y=MARGIN_Y,
    )
    ink = LIGHT_INKS[light] if light else Ink.PRIMARY
    return box, Shape(canvas.words.edge, rect._replace(width=EDGE_WIDTH), ink)


def _set(canvas: Canvas, entries: Sequence[Entry], size: Points, width: Points) -> Callout:
    style = callout_style(size)
    paragraphs = [
        canvas.set_runs(sentence(entry), entry.source, (style,), width) for entry in entries
    ]
    first, *others = paragraphs
    return Callout((first.with_before(0.0), *others), style)
