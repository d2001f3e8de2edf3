"""Native tables."""

from __future__ import annotations

from deckgen.geometry import Points, Rect
from deckgen.named import NamedTuple
from deckgen.page.text import Paragraph, height_of_text
from deckgen.style import Anchor, Ink, ParagraphStyle


class TableCell(NamedTuple):
    """Text in a table; paragraphs are in the style of their level.

    `inset` keeps the text further off its right edge than others, so that figures with more
    and fewer decimals stand with their marks below one another.
    """

    paragraphs: tuple[Paragraph, ...]
    styles: tuple[ParagraphStyle, ...]
    inset: Points = 0.0

    @property
    def text_height(self) -> Points:
        """The height of the text as it was broken, in points."""
        return height_of_text(self.paragraphs, self.styles)


class TableRow(NamedTuple):
    """A row as high as its text needs, margins included, with a rule below it."""

    height: Points
    cells: tuple[TableCell, ...]
    rule: Ink = Ink.LINE
    weight: Points = 1.0
    anchor: Anchor = Anchor.MIDDLE


class Table(NamedTuple):
    """A native table with columns of these widths; its first row is the header.

    Text keeps `margin_x` and `margin_y` off the edges of its cell.
    It `has_names` if its first column holds the headers of the rows, and `has_total` if its
    last row sums up the others.
    """

    name: str
    rect: Rect
    columns: tuple[Points, ...]
    rows: tuple[TableRow, ...]
    description: str
    margin_x: Points
    margin_y: Points
    has_names: bool = False
    has_total: bool = False
