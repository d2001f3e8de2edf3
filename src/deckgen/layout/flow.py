"""Lists that continue on a further page: what stays together, and how it is shared out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from deckgen.geometry import Points
from deckgen.layout.canvas import SetParagraph, height_of
from deckgen.layout.runs import share_runs
from deckgen.named import NamedTuple
from deckgen.page import Paragraph
from deckgen.problems import Problem, WarningCode

LARGEST_REPEATED = 0.25
"""The share of a page that an item may take to be repeated on the next."""

SLACK: Points = 0.01
"""What sums of heights may be off by."""


class Block(NamedTuple):
    """Paragraphs that stay together: an item with all that is below it.

    `warnings` are about words and texts that had to be broken to fit; what stands
    beside the paragraphs needs `least` points. A block that `is_rest` goes on with the
    item of the block before it.
    """

    paragraphs: tuple[SetParagraph, ...]
    warnings: tuple[Problem, ...] = ()
    least: Points = 0.0
    is_rest: bool = False

    @property
    def before(self) -> Points:
        return self.paragraphs[0].before

    @property
    def height(self) -> Points:
        """The height without the space over it."""
        first, *others = self.paragraphs
        return max(self.least, first.height + height_of(others) if others else first.height)


Part = tuple[Block, ...]

Extent = tuple[Points, Points]
"""The space over a block, and its height."""


def height_of_blocks(blocks: Sequence[Block]) -> Points:
    """The height of blocks below one another; nothing stands over the first."""
    if not blocks:
        return 0.0
    return sum(block.before + block.height for block in blocks) - blocks[0].before


def warnings_of(part: Part) -> tuple[Problem, ...]:
    """What an author should look at in the blocks of a part."""
    return tuple(warning for block in part for warning in block.warnings)


def share_out(blocks: Sequence[Block], room: Points) -> tuple[Part, ...]:
    """`blocks` in as few parts as fit `room` points each, balanced, none with a lone item.

    A block higher than the room is cut; see `cut`.
    """
    pieces: list[Block] = []
    extents: list[Extent] = []
    for block in blocks:
        height = block.height
        if height <= room + SLACK:
            pieces.append(block)
            extents.append((block.before, height))
        else:
            pieces += (parts := cut(block, room))
            extents += [(part.before, part.height) for part in parts]
    return tuple(
        tuple(pieces[start:end]) for start, end in pairwise((0, *part_ends(extents, room)))
    )


def part_ends(extents: Sequence[Extent], room: Points) -> list[int]:
    """Where the parts of `share_out` end: the index after the last block of each.

    What is higher than the room is a part by itself.
    """
    ends = _fill(extents, room)
    if len(ends) == 1:
        return ends
    return _without_lone_items(extents, _balanced(extents, len(ends), room), room)


def shares(heights: Sequence[Points], room: Points) -> tuple[range, ...]:
    """Which rows of these heights stand on which page of as few as fit `room` points, balanced."""
    extents = [(0.0, height) for height in heights]
    ends = _fill(extents, room)
    if len(ends) > 1:
        ends = _balanced(extents, len(ends), room)
    return tuple(range(start, end) for start, end in pairwise((0, *ends)))


def _fill(extents: Sequence[Extent], room: Points) -> list[int]:
    """Where parts end that are filled one after the other: the index after the last block."""
    ends: list[int] = []
    height = 0.0
    for index, (before, own) in enumerate(extents):
        start = ends[-1] if ends else 0
        added = own + (before if index > start else 0)
        if index > start and height + added > room + SLACK:
            ends.append(index)
            height, added = 0.0, own
        height += added
    return [*ends, len(extents)]


def _balanced(extents: Sequence[Extent], count: int, room: Points) -> list[int]:
    """The ends of the same number of parts, the highest of them as low as can be."""
    low, high = 0.0, room
    while high - low > 1:
        middle = (low + high) / 2
        if len(_fill(extents, middle)) > count:
            low = middle
        else:
            high = middle
    return _fill(extents, high)


def _without_lone_items(extents: Sequence[Extent], ends: Sequence[int], room: Points) -> list[int]:
    """Hand the last part of two a block of its neighbour if it has but one itself."""
    *others, before, last = ends
    start = others[-1] if others else 0
    (_, first), (gap, second) = extents[before - 1 : before + 1]
    if last - before == 1 and before - start > 2 and first + gap + second <= room + SLACK:
        return [*others, before - 1, last]
    return list(ends)


def cut(block: Block, room: Points) -> tuple[Block, ...]:
    """`block` whole if it fits `room` points, else in pieces.

    Every piece begins with the item if that is short, so that no sub-item stands without
    it. Only a text that is higher than the room by itself is cut, at a
    line's end and with a warning.
    """
    if block.height <= room + SLACK:
        return (block,)
    head, *below = block.paragraphs
    repeated = (head,) if head.height <= room * LARGEST_REPEATED else ()
    pieces = [Block((piece,)) for piece in _pieces(head, room)]
    for paragraph in below:
        for piece in _pieces(paragraph, room):
            longer = Block((*pieces[-1].paragraphs, piece))
            led = Block((*repeated, piece))
            if longer.height <= room + SLACK:
                pieces[-1] = longer
            elif led.height <= room + SLACK and not piece.paragraph.is_continued:
                pieces.append(led)
            else:
                pieces.append(Block((piece,)))
    return _with_warnings(pieces, block, room)


def _pieces(paragraph: SetParagraph, room: Points) -> tuple[SetParagraph, ...]:
    """The paragraph, or if it is higher than `room` as many runs of its lines as that takes."""
    lines = paragraph.paragraph.lines
    most = max(1, int((room + SLACK) / paragraph.style.leading))
    if len(lines) <= most:
        return (paragraph,)
    share = -(-len(lines) // -(-len(lines) // most))
    chunks = [lines[start : start + share] for start in range(0, len(lines), share)]
    return tuple(
        paragraph._replace(paragraph=piece, torn=())
        for piece in _split_runs(paragraph.paragraph, chunks)
    )


def _with_warnings(pieces: Sequence[Block], block: Block, room: Points) -> tuple[Block, ...]:
    """The pieces; the first one has the warnings of the whole, and those of texts that were cut."""
    cut_apart = (
        Problem(
            WarningCode.ITEM_CUT,
            "this text is longer than a whole slide and was continued on the next",
            paragraph.source,
            "say it in fewer words, or make two items of it",
        )
        for paragraph in block.paragraphs
        if paragraph.height > room + SLACK
    )
    first, *others = pieces
    warnings = (*block.warnings, *cut_apart)
    rest = (piece._replace(is_rest=True) for piece in others)
    return (first._replace(warnings=warnings, least=block.least), *rest)


def _split_runs(paragraph: Paragraph, chunks: Sequence[tuple[str, ...]]) -> list[Paragraph]:
    """`paragraph` cut after each chunk of lines, its runs with it."""
    shares = share_runs(paragraph.runs, ["".join(chunk) for chunk in chunks])
    return [
        paragraph._replace(
            runs=tuple(runs), lines=chunk, is_continued=bool(index) or paragraph.is_continued
        )
        for index, (runs, chunk) in enumerate(zip(shares, chunks, strict=True))
    ]
