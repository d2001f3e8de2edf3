"""Lengths and rectangles on a slide.

Every length in deckgen is a float in points (1/72 inch), measured from the top
left corner of the slide. Only the writers convert to other units.
"""

from __future__ import annotations

from deckgen.named import NamedTuple

Points = float


class Size(NamedTuple):
    """The extent of a slide or a picture, in points."""

    width: Points
    height: Points


class Rect(NamedTuple):
    """A rectangle, in points from the top left corner of the slide."""

    left: Points
    top: Points
    width: Points
    height: Points

    @property
    def right(self) -> Points:
        return self.left + self.width

    @property
    def bottom(self) -> Points:
        return self.top + self.height

    def take_top(self, height: Points) -> tuple[Rect, Rect]:
        """Split into the top `height` points and what remains below."""
        return Rect(self.left, self.top, self.width, height), self.drop_top(height)

    def drop_top(self, height: Points) -> Rect:
        """What remains below the top `height` points."""
        return Rect(self.left, self.top + height, self.width, self.height - height)

    def drop_left(self, width: Points) -> Rect:
        """What remains right of the left `width` points."""
        return Rect(self.left + width, self.top, self.width - width, self.height)

    def inset(self, horizontal: Points, vertical: Points) -> Rect:
        """The rectangle inside margins of `horizontal` and `vertical` points."""
        return Rect(
            self.left + horizontal,
            self.top + vertical,
            self.width - 2 * horizontal,
            self.height - 2 * vertical,
        )

    def columns(self, count: int, gap: Points) -> tuple[Rect, ...]:
        """`count` columns of equal width, `gap` points apart."""
        width = (self.width - gap * (count - 1)) / count
        return tuple(
            self._replace(left=self.left + index * (width + gap), width=width)
            for index in range(count)
        )

    def contains(self, other: Rect, tolerance: Points = 0.01) -> bool:
        """Whether `other` lies inside, give or take `tolerance` points."""
        left, top, width, height = self
        other_left, other_top, other_width, other_height = other
        return (
            other_left >= left - tolerance
            and other_top >= top - tolerance
            and other_left + other_width <= left + width + tolerance
            and other_top + other_height <= top + height + tolerance
        )
