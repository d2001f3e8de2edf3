"""The projects that a timeline cannot place, named in a muted line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.content import Text
from deckgen.geometry import Rect
from deckgen.layout.bodies import Body
from deckgen.layout.canvas import Canvas, runs_of, torn_words
from deckgen.layout.flow import Block, Part, share_out, warnings_of
from deckgen.layout.items import paragraphs_of
from deckgen.page import Run, TextBox
from deckgen.style import Ink
from deckgen.typography import TICK_SIZES, plain_style

_STYLES = (plain_style(TICK_SIZES[0], Ink.MUTED),)


def undated_blocks(names: Sequence[Text], frame: Rect, canvas: Canvas) -> tuple[Block, ...]:
    """The line of all names; nothing where there are none."""
    if not names:
        return ()
    words = canvas.words.without_dates
    runs = [Run(f"{words[:1].upper()}{words[1:]}: ")]
    for index, name in enumerate(names):
        runs += [*([Run(", ")] if index else []), *runs_of(name)]
    paragraph = canvas.set_runs(tuple(runs), names[0].source, _STYLES, frame.width)
    return (Block((paragraph,), torn_words((paragraph,))),)


def undated_box(part: Part, rect: Rect, canvas: Canvas) -> TextBox:
    """The line, or what of it stands on a page, from the top of `rect` down."""
    height = sum(block.height for block in part)
    name, paragraphs = canvas.words.without_dates, paragraphs_of(part)
    return TextBox(name, rect._replace(height=height), paragraphs, _STYLES)


def undated_bodies(blocks: Sequence[Block], frame: Rect, canvas: Canvas) -> Iterator[Body]:
    """The line on pages of its own."""
    if blocks:
        for part in share_out(blocks, frame.height):
            yield Body("open", (undated_box(part, frame, canvas),), warnings_of(part))
