"""What a picture is made of: areas, lines and words at fixed places.

A drawing is all that `deckgen.figures` knows: no diagrams, no content. Lengths are points from
the top left corner of the picture.
"""

from __future__ import annotations

from deckgen.geometry import Points, Rect, Size
from deckgen.named import NamedTuple
from deckgen.style import Ink, ParagraphStyle


class Point(NamedTuple):
    """A place in a picture."""

    x: Points
    y: Points


class Area(NamedTuple):
    """A closed outline, filled with `strength` (0 to 1) of an ink on the ground."""

    outline: tuple[Point, ...]
    ink: Ink
    strength: float = 1.0

    @staticmethod
    def of(rect: Rect, ink: Ink, strength: float = 1.0) -> Area:
        """A filled rectangle."""
        left, top, right, bottom = rect.left, rect.top, rect.right, rect.bottom
        corners = ((left, top), (right, top), (right, bottom), (left, bottom))
        return Area(tuple(Point(x, y) for x, y in corners), ink, strength)


class Line(NamedTuple):
    """A line through `points`, `weight` points thick."""

    points: tuple[Point, ...]
    ink: Ink = Ink.LINE
    weight: Points = 1.0
    is_dashed: bool = False


class Label(NamedTuple):
    """Words in lines as they were broken, the first of them below `top`.

    `x` is where the lines begin, end or have their middle, as the style says.
    """

    lines: tuple[str, ...]
    x: Points
    top: Points
    width: Points
    style: ParagraphStyle

    @property
    def rect(self) -> Rect:
        """Where the words stand."""
        left = self.x - self.width * _SHARE_BEFORE[self.style.align.value]
        return Rect(left, self.top, self.width, len(self.lines) * self.style.leading)


_SHARE_BEFORE = {"left": 0.0, "centre": 0.5, "right": 1.0}


class Drawing(NamedTuple):
    """A picture to be drawn: first its areas, then its lines, then its words."""

    size: Size
    areas: tuple[Area, ...] = ()
    lines: tuple[Line, ...] = ()
    labels: tuple[Label, ...] = ()
