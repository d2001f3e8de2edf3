"""What stands on a page beside text: shapes, rules and pictures."""

from __future__ import annotations

from deckgen.drawing import Drawing
from deckgen.geometry import Points, Rect
from deckgen.named import NamedTuple
from deckgen.style import Form, Ink, Shade


class Shape(NamedTuple):
    """A shape without text. It is decoration unless `description` says more.

    `outline` is the ink of its edge; None for `fill` shows what is behind.
    """

    name: str
    rect: Rect
    fill: Ink | Shade | None
    form: Form = Form.RECTANGLE
    description: str | None = None
    outline: Ink | None = None


class Rule(NamedTuple):
    """A thin straight line as decoration, `weight` points thick, along `rect`'s diagonal.

    `rect` has no height for a horizontal line and no width for a vertical one.
    """

    name: str
    rect: Rect
    ink: Ink = Ink.LINE
    weight: Points = 1.0
    is_dashed: bool = False


class Rules(NamedTuple):
    """Thin upright lines as decoration, drawn as one shape: each as high as `rect`.

    `places` are where they stand, in points from its left edge; there are two at least.
    """

    name: str
    rect: Rect
    places: tuple[Points, ...]
    ink: Ink = Ink.LINE
    weight: Points = 1.0


class Picture(NamedTuple):
    """A PNG, JPEG or GIF picture. It is decoration if `description` is None.

    `vector` is the same picture as SVG, for programs that know it.
    """

    name: str
    rect: Rect
    image: bytes
    description: str | None = None
    vector: bytes | None = None


class Sketch(NamedTuple):
    """A picture still to be drawn: what no native chart can say."""

    name: str
    rect: Rect
    drawing: Drawing
    description: str
