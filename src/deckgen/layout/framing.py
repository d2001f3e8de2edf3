"""What stands over and under the body of a page: title, section line, source."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.content import Text
from deckgen.deck import SectionLine
from deckgen.geometry import Points, Rect
from deckgen.language import NO_BREAK_SPACE
from deckgen.layout.canvas import Canvas, SetParagraph, runs_of
from deckgen.layout.last_lines import better, set_calmly
from deckgen.look import Slot
from deckgen.page import Run, TextBox
from deckgen.style import Ink
from deckgen.typography import SECTION_LINE_STEPS, TITLE_STEPS, plain_style, title_style

TITLE_LINES = 2
SHARED_GAP = 6.0
"""Between a body and what takes room from it."""


def set_titles(canvas: Canvas, title: Text, suffixes: Sequence[str]) -> tuple[SetParagraph, ...]:
    """`title` with each suffix, at the first step at which all take two lines at most.

    In a template's frame they take as many as fit.
    """
    frame = canvas.look.layout("content").slot("title").rect
    for size in canvas.look.house.title.steps(TITLE_STEPS):
        titles = tuple(_set_title(canvas, title, suffix, size, frame.width) for suffix in suffixes)
        if all(_is_calm(canvas, each, frame.height) and not each.torn for each in titles):
            break
    return titles


def _is_calm(canvas: Canvas, title: SetParagraph, room: Points) -> bool:
    if canvas.look.shares_body:
        return title.height <= room
    return len(title.paragraph.lines) <= TITLE_LINES


def _set_title(
    canvas: Canvas, title: Text, suffix: str, size: Points, width: Points
) -> SetParagraph:
    """The title; what a last line would hold of the suffix alone takes the last word along."""
    style = title_style(size, canvas.look.house.title)
    runs, source = runs_of(title), title.source
    if not suffix:
        return set_calmly(canvas, runs, source, style, width)
    plain = canvas.set_runs((*runs, Run(suffix)), source, (style,), width)
    lines = plain.paragraph.lines
    if len(lines) == 1 or not suffix.endswith(lines[-1]):
        return plain
    kept = (*runs, Run(suffix.replace(" ", NO_BREAK_SPACE)))
    return better(canvas.set_runs(kept, source, (style,), width), plain)


def title_box(slot: Slot, paragraph: SetParagraph, drop: Points) -> TextBox:
    """The title in its placeholder, higher than that only if it has more than two lines.

    `drop` is how far a long section line pushes it down.
    """
    return _box(slot, paragraph, slot.rect.top + drop)


def set_section_line(canvas: Canvas, line: SectionLine) -> SetParagraph:
    """The number in accent ink, then the section's name, at the first step that fits its frame."""
    number = Run(f"{line.number}\u2002", is_bold=True, ink=Ink.ACCENT)
    runs = (*((number,) if line.number else ()), *runs_of(line.words))
    frame = canvas.look.layout("content").slot("section").rect
    for size in SECTION_LINE_STEPS:
        style = plain_style(size, Ink.MUTED)
        paragraph = canvas.set_runs(runs, line.words.source, (style,), frame.width)
        if paragraph.height <= frame.height:
            break
    return paragraph


def set_credit(canvas: Canvas, credit: Text) -> SetParagraph:
    """Where the figures of a slide come from."""
    before, after = canvas.words.credit.split("{source}")
    runs = (Run(before), *runs_of(credit), *((Run(after),) if after else ()))
    slot = canvas.look.layout("content").slot("credit")
    return canvas.set_runs(runs, credit.source, slot.styles, slot.rect.width)


def overhang(canvas: Canvas, slot: str, paragraph: SetParagraph | None) -> Points:
    """How much higher than the frame of `slot` a paragraph is, or what it takes from the body."""
    if not paragraph:
        return 0.0
    if canvas.look.shares_body:
        return paragraph.height + SHARED_GAP
    return max(0.0, paragraph.height - canvas.look.layout("content").slot(slot).rect.height)


def section_box(slot: Slot, paragraph: SetParagraph, pushed: Points) -> TextBox:
    """The section line in its placeholder, which grows down with it, `pushed` down by a title."""
    return _box(slot, paragraph, slot.rect.top + pushed)


def credit_box(slot: Slot, paragraph: SetParagraph) -> TextBox:
    """The source in its placeholder, which grows up with it."""
    return _box(slot, paragraph, slot.rect.bottom - max(slot.rect.height, paragraph.height))


def _box(slot: Slot, paragraph: SetParagraph, top: Points) -> TextBox:
    rect = Rect(slot.rect.left, top, slot.rect.width, max(slot.rect.height, paragraph.height))
    style = (paragraph.style,)
    paragraphs = (paragraph.paragraph,)
    return TextBox(
        slot.label, rect, paragraphs, style, slot.name, anchor=slot.anchor, fill=slot.fill
    )
