"""The marks of lights as areas: a disc, a triangle, a square."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, pi, sin

from deckgen.content import Light
from deckgen.drawing import Area, Point
from deckgen.geometry import Points
from deckgen.signs import LIGHT_INKS
from deckgen.style import Ink

CORNERS = 48
"""So many make a disc that looks round."""

SQUARE = 0.88
"""A square looks as large as a disc when it is a little smaller."""


def disc(middle: Point, size: Points, ink: Ink) -> Area:
    """A disc `size` points across."""
    return Area(tuple(_ring(middle, size / 2, CORNERS, 0.0)), ink)


def mark_area(light: Light, middle: Point, size: Points) -> Area:
    """The mark of a light, `size` points across."""
    x, y = middle
    half = size / 2
    corners: Sequence[tuple[Points, Points]]
    match light:
        case Light.GREEN:
            return disc(middle, size, LIGHT_INKS[light])
        case Light.YELLOW:
            corners = (x - half, y + half * 0.9), (x, y - half * 0.9), (x + half, y + half * 0.9)
        case Light.RED:
            half *= SQUARE
            left, right, top, bottom = x - half, x + half, y - half, y + half
            corners = (left, top), (right, top), (right, bottom), (left, bottom)
    return Area(_points(*corners), LIGHT_INKS[light])


def _points(*places: tuple[Points, Points]) -> tuple[Point, ...]:
    return tuple(Point(x, y) for x, y in places)


def _ring(middle: Point, radius: Points, count: int, turn: float) -> Iterator[Point]:
    for number in range(count):
        angle = 2 * pi * number / count + turn
        yield Point(middle.x + radius * cos(angle), middle.y + radius * sin(angle))
