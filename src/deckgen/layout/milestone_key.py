"""What the numbers on a timeline mean: a key in columns, below the rows or on pages of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from deckgen.content import Milestone
from deckgen.geometry import Points, Rect
from deckgen.layout.bodies import Body
from deckgen.layout.canvas import Canvas, SetParagraph, height_of, runs_of, torn_words
from deckgen.layout.flow import Block, Part, share_out, warnings_of
from deckgen.layout.items import paragraphs_of
from deckgen.named import NamedTuple
from deckgen.page import Run, TextBox
from deckgen.schedule import dates_of
from deckgen.style import Ink
from deckgen.typography import key_style

KEY_GAP = 8.0
"""Between a key and what stands over it."""

COLUMN_GAP = 18.0
WIDE = 700.0
"""From this width on a key has three columns."""


class Extent(NamedTuple):
    """How many entries there are, how high they are together, and the highest of them."""

    number: int = 0
    total: Points = 0.0
    highest: Points = 0.0

    def plus(self, other: Extent) -> Extent:
        """The extent of both together."""
        if not other.number:
            return self
        highest = max(self.highest, other.highest)
        return Extent(self.number + other.number, self.total + other.total, highest)


class MilestoneKey(NamedTuple):
    """A key in `frame`, with entries in `size`."""

    canvas: Canvas
    frame: Rect
    size: Points

    @property
    def _columns(self) -> int:
        return 3 if self.frame.width >= WIDE else 2

    def height(self, extent: Extent) -> Points:
        """The height of the columns into which such entries can be filled in any case."""
        if not extent.number:
            return 0.0
        even = -(-extent.number // self._columns) * extent.highest
        return min(even, extent.total / self._columns + extent.highest)

    def entry(self, milestone: Milestone) -> Block:
        """A milestone's title and all its dates."""
        width = self.frame.columns(self._columns, COLUMN_GAP)[0].width
        dates = ", ".join(dates_of(milestone, self.canvas.language)).replace(" ", "\u00a0")
        runs = (*runs_of(milestone.title), Run(f" {dates}".replace(",\u00a0", ", "), ink=Ink.MUTED))
        style, source = key_style(self.size, 1), milestone.title.source
        paragraph = self.canvas.set_runs(runs, source, (style,), width)
        return Block((paragraph,), torn_words((paragraph,)))

    def boxes(self, blocks: Sequence[Block], top: Points) -> Iterator[TextBox]:
        """All entries in columns of much the same height, from `top` down."""
        room = self.height(extent_of(blocks))
        columns: list[list[Block]] = [[]]
        height = 0.0
        for block in blocks:
            if columns[-1] and height + _height(block) > room + 0.01:
                columns.append([])
                height = 0.0
            columns[-1].append(block)
            height += _height(block)
        return self._boxes([tuple(column) for column in columns], top, 1)

    def bodies(self, blocks: Sequence[Block]) -> Iterator[Body]:
        """The key on pages of its own."""
        parts, first = share_out(blocks, self.frame.height), 1
        for start in range(0, len(parts), self._columns):
            here = parts[start : start + self._columns]
            warnings = tuple(problem for part in here for problem in warnings_of(part))
            yield Body("open", tuple(self._boxes(here, self.frame.top, first)), warnings)
            first += _begun(paragraph for part in here for paragraph in _paragraphs(part))

    def _boxes(self, parts: Sequence[Part], top: Points, first: int) -> Iterator[TextBox]:
        frames = self.frame.columns(self._columns, COLUMN_GAP)
        for number, (part, frame) in enumerate(zip(parts, frames, strict=False), 1):
            height = height_of(_paragraphs(part)) - part[0].before
            rect = frame._replace(top=top, height=height)
            name = f"{self.canvas.words.milestone} {number}"
            style = key_style(self.size, first)
            yield TextBox(name, rect, paragraphs_of(part), (style,))
            first += _begun(_paragraphs(part))


def extent_of(blocks: Sequence[Block]) -> Extent:
    """What entries take in their columns."""
    heights = list(map(_height, blocks))
    return Extent(len(heights), sum(heights), max(heights, default=0.0))


def _height(block: Block) -> Points:
    return block.before + block.height


def _paragraphs(part: Part) -> list[SetParagraph]:
    return [paragraph for block in part for paragraph in block.paragraphs]


def _begun(paragraphs: Iterable[SetParagraph]) -> int:
    """How many entries begin among `paragraphs`."""
    return sum(not each.paragraph.is_continued for each in paragraphs)
