"""Numbered rows with a rule below each, for the agenda and the list of projects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.geometry import Points, Rect
from deckgen.layout.canvas import Canvas
from deckgen.layout.flow import Block, Part
from deckgen.layout.items import paragraphs_of
from deckgen.page import Rule, TextBox
from deckgen.style import Number, ParagraphStyle
from deckgen.typography import ROW


def row_numbers(parts: Sequence[Part]) -> Iterator[tuple[int, ...]]:
    """The number, from 1, of the row that each block of each part belongs to."""
    number = 0
    for part in parts:
        numbers = []
        for block in part:
            number += not block.is_rest
            numbers.append(number)
        yield tuple(numbers)


def rows_box(
    name: str,
    part: Part,
    numbers: Sequence[int],
    frame: Rect,
    styles: tuple[ParagraphStyle, ...],
) -> TextBox:
    """The text of rows, counted on from the pages before; half a gap stands over the first."""
    first, *others = styles
    rect = frame.drop_top(first.before / 2)
    bullet = first.bullet
    if isinstance(bullet, Number):
        bullet = bullet._replace(start=_first_counted(part, numbers))
    counted = (first._replace(bullet=bullet), *others)
    return TextBox(name, rect, paragraphs_of(part), counted, slot="body")


def _first_counted(part: Part, numbers: Sequence[int]) -> int:
    """The number of the first row whose head stands in `part`: what is left of a row has none."""
    head = part[0].paragraphs[0].paragraph
    return numbers[0] + (head.is_continued or head.level != ROW)


def row_tops(part: Part, frame: Rect, gap: Points) -> Iterator[tuple[Block, Points]]:
    """Each row with the top of its text."""
    top = frame.top + gap / 2
    for block in part:
        yield block, top
        top += block.height + gap


def row_rules(part: Part, frame: Rect, gap: Points, canvas: Canvas) -> Iterator[Rule]:
    """A rule across `frame` below each row."""
    for index, (block, top) in enumerate(row_tops(part, frame, gap), start=1):
        bottom = top + block.height + gap / 2
        yield Rule(f"{canvas.words.rule} {index}", Rect(frame.left, bottom, frame.width, 0))
