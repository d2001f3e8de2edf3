"""Titles whose last line does not hold a short word alone: it takes the word before it along.

That is done by no-break spaces, so every program breaks the title in the same place.
"""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.geometry import Points
from deckgen.language import NO_BREAK_SPACE
from deckgen.layout.canvas import Canvas, SetParagraph
from deckgen.page import Run
from deckgen.problems import Source
from deckgen.style import ParagraphStyle

SHORT = 0.35
"""The share of a line up to which a word is too short to stand on the last one alone."""


def set_calmly(
    canvas: Canvas, runs: Sequence[Run], source: Source, style: ParagraphStyle, width: Points
) -> SetParagraph:
    """`runs` as a title in as few lines as they need, a short last word with the one before it."""
    plain = canvas.set_runs(runs, source, (style,), width)
    last = plain.paragraph.lines[-1]
    if len(plain.paragraph.lines) == 1 or " " in last or canvas.width(last, style) > SHORT * width:
        return plain
    return better(canvas.set_runs(held(runs), source, (style,), width), plain)


def better(together: SetParagraph, plain: SetParagraph) -> SetParagraph:
    """`together`, if that takes as many lines as `plain`, more on the last, and no torn word."""
    ours, theirs = together.paragraph.lines, plain.paragraph.lines
    has_room = len(ours) == len(theirs) and together.torn == plain.torn
    return together if has_room and len(ours[-1]) > len(theirs[-1]) else plain


def held(runs: Sequence[Run]) -> tuple[Run, ...]:
    """`runs` with a no-break space for their last blank."""
    for index in range(len(runs) - 1, -1, -1):
        before, blank, after = runs[index].text.rpartition(" ")
        if blank:
            run = runs[index]._replace(text=f"{before}{NO_BREAK_SPACE}{after}")
            return (*runs[:index], run, *runs[index + 1 :])
    return tuple(runs)
