"""How text and shapes look, by purpose: inks, paragraph styles, bullets."""

from __future__ import annotations

from enum import Enum

from deckgen.geometry import Points
from deckgen.named import NamedTuple

_LEAST_VIVID = 0.4
"""How much of its saturation a pale shade keeps."""


class Ink(Enum):
    """A colour by its purpose. A theme says which colour that is."""

    # One of a kind each: the place in memory is found faster than the name is hashed.
    __hash__ = object.__hash__

    TEXT = "text"
    BACKGROUND = "background"
    PRIMARY = "primary"
    ACCENT = "accent"
    MUTED = "muted"
    LINE = "line"
    PANEL = "panel"
    TINT = "tint"
    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"


class Shade(NamedTuple):
    """An ink, `strength` of it (0 to 1): paler, and darker on a ground that `is_dark`."""

    ink: Ink
    strength: float = 1.0
    is_dark: bool = False

    @property
    def changes(self) -> tuple[float, float, float]:
        """What the colour's luminance is multiplied by, what is added, and its saturation's factor.

        Saturation goes down with luminance going up: pale colours would shine else.
        """
        if self.is_dark:
            return self.strength, 0.0, 1.0
        return self.strength, 1 - self.strength, max(self.strength**2, _LEAST_VIVID)


class Align(Enum):
    """Where the lines of a paragraph stand between its edges."""

    __hash__ = object.__hash__

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Anchor(Enum):
    """Where text stands in a frame that is higher than it."""

    __hash__ = object.__hash__

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Form(Enum):
    """The outline of a shape."""

    __hash__ = object.__hash__

    RECTANGLE = "rectangle"
    ROUNDED = "rounded"
    CHEVRON = "chevron"
    ELLIPSE = "ellipse"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"
    TO_LEFT = "to left"
    TO_RIGHT = "to right"


class Mark(NamedTuple):
    """A character as a paragraph's bullet; `scale` is its size relative to the text."""

    char: str
    ink: Ink
    scale: float = 1.0


class Number(NamedTuple):
    """An automatic number as a paragraph's bullet, counting from `start`."""

    ink: Ink
    start: int = 1


Bullet = Mark | Number


class Cut(NamedTuple):
    """How letters are cut where a template's differ from plain ones of its two fonts.

    `font` is another font, as the file tells it. Of letters that are shown as capitals, small ones
    too, `is_capital` is true. `spacing` points follow each letter.
    """

    font: str = ""
    is_italic: bool = False
    is_capital: bool = False
    spacing: Points = 0.0


PLAIN = Cut()


class ParagraphStyle(NamedTuple):
    """Everything about a paragraph but its words. All lengths are in points.

    `leading` is the exact distance of base lines; `indent` is where text starts
    from the left of its frame, and a bullet hangs at `indent - hanging`. `tab`
    is the one tab stop, from the left of the frame; `cut` is what is special about letters.
    """

    size: Points
    leading: Points
    ink: Ink = Ink.TEXT
    is_bold: bool = False
    is_heading: bool = False
    align: Align = Align.LEFT
    before: Points = 0.0
    indent: Points = 0.0
    hanging: Points = 0.0
    tab: Points | None = None
    bullet: Bullet | None = None
    cut: Cut = PLAIN
