"""Lists that continue on a further page: what stays together, and how it is shared out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from deckgen.geometry import Points
from deckgen.layout.canvas import SetParagraph, height_of
from deckgen.page import Paragraph, Run
from deckgen.problems import Problem, WarningCode


class Block(NamedTuple):
    """Paragraphs that stay together: an item with all that is below it.

    `torn` are warnings about what had to be cut apart to fit a page.
    """

    paragraphs: tuple[SetParagraph, ...]
    warnings: tuple[Problem, ...] = ()

    @property
    def before(self) -> Points:
        return self.paragraphs[0].before

    @property
    def height(self) -> Points:
        """The height without the space over it."""
        return height_of(self.paragraphs) - self.before


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
    pieces = [piece for block in blocks for piece in cut(block, room)]
    extents = [(piece.before, piece.height) for piece in pieces]
    ends = _fill(extents, room)
    if len(ends) > 1:
        ends = _balanced(extents, len(ends), room)
    parts = tuple(tuple(pieces[start:end]) for start, end in pairwise((0, *ends)))
    return _without_lone_items(parts, room) if len(parts) > 1 else parts


def _fill(extents: Sequence[Extent], room: Points) -> list[int]:
    """Where parts end that are filled one after the other: the index after the last block."""
    ends: list[int] = []
    height = 0.0
    for index, (before, own) in enumerate(extents):
        start = ends[-1] if ends else 0
        added = own + (before if index > start else 0)
        if index > start and height + added > room + 0.01:
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


def _without_lone_items(parts: tuple[Part, ...], room: Points) -> tuple[Part, ...]:
    """Hand the last part of two a block of its neighbour if it has but one itself."""
    *others, before, last = parts
    fits = height_of_blocks((before[-1], *last)) <= room + 0.01
    if len(last) == 1 and len(before) > 2 and fits:
        return (*others, before[:-1], (before[-1], *last))
    return parts


def cut(block: Block, room: Points) -> tuple[Block, ...]:
    """`block` whole if it fits `room` points, else in pieces.

    Every piece begins with the item, so that no sub-item stands without it; an item
    that is higher than the room by itself is cut at a line's end, with a warning.
    """
    if block.height <= room + 0.01:
        return (block,)
    head, *below = block.paragraphs
    if head.height > room / 2:
        return (*_cut_lines(head, room), *_loose(below, room))
    return _repeat_head(head, below, room)


def _repeat_head(
    head: SetParagraph, below: Sequence[SetParagraph], room: Points
) -> tuple[Block, ...]:
    pieces: list[list[SetParagraph]] = [[head]]
    for paragraph in below:
        for piece in _pieces(paragraph, room - head.height):
            if Block((*pieces[-1], piece)).height > room + 0.01:
                pieces.append([head])
            pieces[-1].append(piece)
    return tuple(Block(tuple(piece)) for piece in pieces)


def _loose(paragraphs: Sequence[SetParagraph], room: Points) -> tuple[Block, ...]:
    return tuple(Block((piece,)) for paragraph in paragraphs for piece in _pieces(paragraph, room))


def _pieces(paragraph: SetParagraph, room: Points) -> tuple[SetParagraph, ...]:
    if paragraph.before + paragraph.height <= room + 0.01:
        return (paragraph,)
    return tuple(piece for block in _cut_lines(paragraph, room) for piece in block.paragraphs)


def _cut_lines(paragraph: SetParagraph, room: Points) -> tuple[Block, ...]:
    """The lines of one paragraph in pieces of `room` points."""
    fitting = max(1, int((room - paragraph.before) / paragraph.style.leading))
    lines = paragraph.paragraph.lines
    if len(lines) <= fitting:
        return (Block((paragraph,)),)
    warning = Problem(
        WarningCode.ITEM_CUT,
        "this text is longer than a whole slide and was continued on the next",
        paragraph.source,
        "say it in fewer words, or make two items of it",
    )
    count = -(-len(lines) // fitting)
    share = -(-len(lines) // count)
    chunks = [lines[start : start + share] for start in range(0, len(lines), share)]
    pieces = _split_runs(paragraph.paragraph, chunks)
    return tuple(
        Block((paragraph._replace(paragraph=piece, torn=()),), (warning,) if index == 0 else ())
        for index, piece in enumerate(pieces)
    )


def _split_runs(paragraph: Paragraph, chunks: Sequence[tuple[str, ...]]) -> list[Paragraph]:
    """`paragraph` cut after each chunk of lines, its runs with it."""
    pieces: list[Paragraph] = []
    rest = list(paragraph.runs)
    for chunk in chunks:
        letters = sum(1 for line in chunk for char in line if not char.isspace())
        runs, rest = _take_letters(rest, letters)
        pieces.append(paragraph._replace(runs=tuple(runs), lines=chunk))
    return pieces


def _take_letters(runs: list[Run], letters: int) -> tuple[list[Run], list[Run]]:
    """The runs with the first `letters` characters that are no blanks, and what is left."""
    taken: list[Run] = []
    for index, run in enumerate(runs):
        for end, char in enumerate(run.text, start=1):
            letters -= not char.isspace()
            if letters == 0:
                taken.append(run._replace(text=run.text[:end]))
                rest = run.text[end:].lstrip(" ")
                return taken, [run._replace(text=rest), *runs[index + 1 :]]
        taken.append(run)
    return taken, []
