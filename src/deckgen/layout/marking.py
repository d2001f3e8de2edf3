"""The mark of what is new: a word on a ground of its own, which goes with the text before it."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.breaking import is_glued
from deckgen.geometry import Points
from deckgen.language import NO_BREAK_SPACE
from deckgen.layout.canvas import Canvas
from deckgen.page import Run
from deckgen.style import Ink, ParagraphStyle
from deckgen.typography import mark_size
from deckgen.words import Words


def marked(
    canvas: Canvas, runs: Sequence[Run], style: ParagraphStyle, width: Points
) -> tuple[Run, ...]:
    """`runs` and the mark in a frame of this width, beside their last word if both have room."""
    mark = new_mark(canvas.words, style.size)
    together = (*runs, Run(NO_BREAK_SPACE), mark)
    if canvas.widths(_last_word(together), style).word <= width:
        return together
    return (*runs, Run(" "), mark)


def _last_word(runs: Sequence[Run]) -> Sequence[Run]:
    """As many runs with the last word alone; with all words, where that is kept to another one."""
    for place in reversed(range(len(runs))):
        before, space, word = runs[place].text.rpartition(" ")
        if space:
            break
    else:
        return runs
    rest = (runs[place]._replace(text=word), *runs[place + 1 :])
    if is_glued(before, "".join([run.text for run in rest])):
        return runs
    return (*[run._replace(text="") for run in runs[:place]], *rest)


def new_mark(words: Words, size: Points) -> Run:
    """The mark beside text of `size`: text itself, so it moves, is copied and is read aloud."""
    return Run(
        f"{NO_BREAK_SPACE}{words.news.mark}{NO_BREAK_SPACE}",
        is_bold=True,
        size=mark_size(size),
        ink=Ink.BACKGROUND,
        ground=Ink.ACCENT,
    )
