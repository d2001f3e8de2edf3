"""What a shape is called, where it stands, its outline and ground, and the room for its text."""

from __future__ import annotations

import math
from functools import lru_cache

from deckgen.geometry import Points, Rect
from deckgen.look import Slot
from deckgen.page import TextBox
from deckgen.style import Anchor, Form, Ink, Shade
from deckgen.writing.pptx.emu import emu, thousandths_of_percent
from deckgen.writing.pptx.inks import BUILT_IN, Inks
from deckgen.writing.pptx.markup import attribute

Frame = TextBox | Slot
"""What text stands in."""

CORNER: Points = 4.0
"""The radius of a rounded shape's corners."""

POINT: Points = 9.0
"""How far a chevron's point stands out."""

ANCHORS = {Anchor.TOP: "t", Anchor.MIDDLE: "ctr", Anchor.BOTTOM: "b"}

_TOLERANCE: Points = 0.01
_PRESETS = {
    Form.RECTANGLE: "rect",
    Form.ROUNDED: "roundRect",
    Form.CHEVRON: "chevron",
    Form.ELLIPSE: "ellipse",
    Form.TRIANGLE: "triangle",
    Form.DIAMOND: "diamond",
    Form.TO_LEFT: "leftArrow",
    Form.TO_RIGHT: "rightArrow",
}


_RECTANGLE = '<a:prstGeom prst="rect"><a:avLst></a:avLst></a:prstGeom>'


def form_of(frame: Frame) -> Form:
    """The outline of `frame`; a slot's is a rectangle."""
    return frame.form if isinstance(frame, TextBox) else Form.RECTANGLE


def is_same_place(rect: Rect, other: Rect) -> bool:
    """Whether two rectangles are one, give or take a hundredth of a point."""
    return rect == other or all(
        abs(length - length_there) <= _TOLERANCE
        for length, length_there in zip(rect, other, strict=True)
    )


# The first shapes of all slides are called the same.
@lru_cache(maxsize=256)
def identity_xml(name: str, number: int, description: str | None = None) -> str:
    """A shape's id and name, and the alternative text it may have."""
    told = "" if description is None else f' descr="{attribute(description)}"'
    return f'<p:cNvPr id="{number}" name="{attribute(name)}"{told}/>'


def transform_xml(rect: Rect) -> str:
    """Where a shape stands."""
    left, top, width, height = rect
    return (
        f'<a:xfrm><a:off x="{emu(left)}" y="{emu(top)}"/>'
        f'<a:ext cx="{emu(width)}" cy="{emu(height)}"/></a:xfrm>'
    )


def geometry_xml(form: Form, rect: Rect) -> str:
    """The preset outline of a shape as large as `rect`."""
    if form is Form.RECTANGLE:
        return _RECTANGLE
    adjustment = ""
    if form is Form.ROUNDED:
        adjustment = _adjustment_xml(_corner(rect), rect)
    elif form is Form.CHEVRON:
        adjustment = _adjustment_xml(_point(rect), rect)
    elif form in (Form.TO_LEFT, Form.TO_RIGHT):
        adjustment = _all_head_xml(rect)
    return f'<a:prstGeom prst="{_PRESETS[form]}"><a:avLst>{adjustment}</a:avLst></a:prstGeom>'


def ground_xml(ink: Ink | Shade | None, inks: Inks = BUILT_IN) -> str:
    """A solid fill, or that there is none."""
    return "<a:noFill/>" if ink is None else inks.fill(ink)


def body_properties_xml(frame: Frame) -> str:
    """Margins, anchor and direction of the text in `frame`, which keeps its size."""
    return _body_properties_xml(*insets(frame), frame.anchor)


@lru_cache(maxsize=256)
def _body_properties_xml(horizontal: Points, vertical: Points, anchor: Anchor) -> str:
    x, y = emu(horizontal), emu(vertical)
    return (
        f'<a:bodyPr vert="horz" wrap="square" lIns="{x}" tIns="{y}" rIns="{x}" bIns="{y}"'
        f' rtlCol="0" anchor="{ANCHORS[anchor]}"><a:noAutofit/></a:bodyPr>'
    )


def insets(frame: Frame) -> tuple[Points, Points]:
    """The insets, across and down, that leave `frame` its margins.

    PowerPoint counts insets from the text rectangle of the outline, which is
    smaller than the frame unless that is a rectangle; a margin is never less.
    """
    form = form_of(frame)
    if form is Form.RECTANGLE:
        return frame.margin_x, frame.margin_y
    x, y = _text_offset(form, frame.rect)
    return max(0.0, frame.margin_x - x), max(0.0, frame.margin_y - y)


def _text_offset(form: Form, rect: Rect) -> tuple[Points, Points]:
    """How far an outline's text rectangle stands off the frame, across and down.

    As the `rect` of presetShapeDefinitions.xml says (ECMA-376-1, electronic inserts).
    """
    corner = 1 - math.sqrt(0.5)
    if form is Form.ROUNDED:
        return corner * _corner(rect), corner * _corner(rect)
    if form is Form.ELLIPSE:
        return corner * rect.width / 2, corner * rect.height / 2
    if form is Form.TRIANGLE:
        return rect.width / 4, 0.0
    return (_point(rect), 0.0) if form is Form.CHEVRON else (0.0, 0.0)


def _corner(rect: Rect) -> Points:
    return min(CORNER, min(rect.width, rect.height) / 2)


def _point(rect: Rect) -> Points:
    return min(POINT, rect.width)


def _all_head_xml(rect: Rect) -> str:
    """The adjustments of an arrow that is a head without a shaft."""
    share = rect.width / min(rect.width, rect.height)
    head = f'<a:gd name="adj2" fmla="val {thousandths_of_percent(share)}"/>'
    return f'<a:gd name="adj1" fmla="val 100000"/>{head}'


def _adjustment_xml(length: Points, rect: Rect) -> str:
    """An adjustment of `length`, told in shares of the shorter side."""
    share = length / min(rect.width, rect.height)
    return f'<a:gd name="adj" fmla="val {thousandths_of_percent(share)}"/>'
