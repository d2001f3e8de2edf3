"""Items as blocks: the words of an item, its notes, and the items below it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from deckgen.content import Item, State, Text
from deckgen.geometry import Points
from deckgen.language import NO_BREAK_SPACE
from deckgen.layout.canvas import Canvas, SetParagraph, runs_of, torn_words
from deckgen.layout.flow import Block, Part
from deckgen.layout.marking import marked
from deckgen.page import Paragraph, Run
from deckgen.signs import STATE_MARKS
from deckgen.style import Ink, ParagraphStyle
from deckgen.typography import (
    ITEM,
    MARKED_ITEM,
    NOTE,
    SUB_SUB_ITEM,
    plain_style,
    secondary,
)

LARGEST_REMARK = 0.6
"""The share of a line that state and date take at most to stay together."""


def item_block(
    canvas: Canvas,
    item: Item,
    styles: Sequence[ParagraphStyle],
    width: Points,
    new: Collection[Text] = (),
) -> Block:
    """`item` with its note and all items below it, in the levels of `item_styles`.

    Those with texts among the `new` ones have a mark.
    """
    paragraphs = tuple(_paragraphs(canvas, item, styles, width, ITEM, new))
    return Block(paragraphs, torn_words(paragraphs))


def _paragraphs(
    canvas: Canvas,
    item: Item,
    styles: Sequence[ParagraphStyle],
    width: Points,
    level: int,
    new: Collection[Text],
) -> Iterator[SetParagraph]:
    bullet = STATE_MARKS[item.state] if item.state else None
    own = MARKED_ITEM if bullet and not styles[level].hanging else level
    style = styles[own]
    runs = item_runs(canvas, item, style, width)
    if new and item.text in new:
        runs = marked(canvas, runs, style, width)
    shown = None if bullet == style.bullet else bullet
    yield canvas.set_runs(runs, item.text.source, styles, width, own, shown)
    if item.note:
        yield canvas.set_text(item.note, styles, width, NOTE)
    for sub_item in item.items:
        below = min(level + 1, SUB_SUB_ITEM)
        yield from _paragraphs(canvas, sub_item, styles, width, below, new)


def item_runs(canvas: Canvas, item: Item, style: ParagraphStyle, width: Points) -> tuple[Run, ...]:
    """The words of an item, then its state and date in small muted letters."""
    if item.date is None and (item.state is None or item.state is State.DONE):
        return runs_of(item.text)
    remarks = [remark.replace(" ", NO_BREAK_SPACE) for remark in _remarks(canvas, item)]
    size = secondary(style.size)
    words = f"{NO_BREAK_SPACE}·{NO_BREAK_SPACE}".join(remarks)
    if canvas.width(words, plain_style(size)) > (width - style.indent) * LARGEST_REMARK:
        words = f"{NO_BREAK_SPACE}· ".join(remarks)
    return (*runs_of(item.text), Run(" "), Run(words, size=size, ink=Ink.MUTED))


def _remarks(canvas: Canvas, item: Item) -> Iterator[str]:
    """The state as a word unless it is done, which the checkmark says, and the date."""
    if item.state and item.state is not State.DONE:
        yield canvas.words.states[item.state]
    if item.date:
        yield canvas.language.partial_date(item.date)


def paragraphs_of(part: Part) -> tuple[Paragraph, ...]:
    """The paragraphs of a part as they go into one box, none spaced from its top."""
    placed = [paragraph for block in part for paragraph in block.paragraphs]
    if placed and placed[0].before:
        placed[0] = placed[0].with_before(0.0)
    return tuple(paragraph.paragraph for paragraph in placed)
