"""What surrounds the body of a page: title, section line, source, footer, page number."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.content import Text
from deckgen.deck import Deck, SectionLine
from deckgen.layout.canvas import Canvas, SetParagraph, runs_of
from deckgen.look import Slot
from deckgen.page import Run, TextBox
from deckgen.style import Ink
from deckgen.typography import TITLE_STEPS, title_style

TITLE_LINES = 2


def set_title(canvas: Canvas, title: Text, suffix: str) -> SetParagraph:
    """`title` and `suffix` at the first step at which they take two lines at most."""
    width = canvas.frame("content", "title").width
    runs = (*runs_of(title), *([Run(suffix)] if suffix else []))
    for size in TITLE_STEPS:
        paragraph = canvas.set_runs(runs, title.source, (title_style(size),), width)
        if len(paragraph.paragraph.lines) <= TITLE_LINES and not paragraph.torn:
            break
    return paragraph


def title_box(slot: Slot, paragraph: SetParagraph) -> TextBox:
    """The title in its placeholder, higher than that only if it has more than two lines."""
    rect = slot.rect._replace(height=max(slot.rect.height, paragraph.height))
    return TextBox(slot.label, rect, (paragraph.paragraph,), (paragraph.style,), slot=slot.name)


def section_box(canvas: Canvas, role: str, line: SectionLine) -> TextBox:
    """The number in accent ink, then the section's name."""
    number = Run(f"{line.number}\u2002", is_bold=True, ink=Ink.ACCENT)
    runs = (*((number,) if line.number else ()), *runs_of(line.words))
    return _in_slot(canvas, role, "section", line.words, runs)


def credit_box(canvas: Canvas, role: str, credit: Text) -> TextBox:
    """Where the figures of a slide come from."""
    before, after = canvas.words.credit.split("{source}")
    runs = (Run(before), *runs_of(credit), *((Run(after),) if after else ()))
    return _in_slot(canvas, role, "credit", credit, runs)


def footer_boxes(canvas: Canvas, role: str, deck: Deck, number: int) -> Iterator[TextBox]:
    """The footer's words and the page's number."""
    runs = (Run(footer_words(canvas, deck)),)
    yield _in_slot(canvas, role, "footer", deck.short_title, runs)
    field = (Run(str(number), is_page_number=True),)
    yield _in_slot(canvas, role, "page number", deck.short_title, field)


def footer_words(canvas: Canvas, deck: Deck) -> str:
    """The theme's pattern filled in, or the short title and the date of the figures."""
    as_of = canvas.words.as_of.format(date=deck.as_of) if deck.as_of else None
    pattern = canvas.look.theme.footer
    if pattern is None:
        return " · ".join(filter(None, (deck.short_title.plain, as_of)))
    return pattern.format(
        short_title=deck.short_title.plain,
        as_of=deck.as_of or "",
        organisation=deck.properties.organisation or "",
        date=canvas.language.date(deck.properties.date) if deck.properties.date else "",
    )


def _in_slot(canvas: Canvas, role: str, name: str, text: Text, runs: tuple[Run, ...]) -> TextBox:
    """`runs` as the one paragraph of a slot."""
    slot = canvas.look.layout(role).slot(name)
    paragraph = canvas.set_runs(runs, text.source, slot.styles, slot.rect.width)
    return TextBox(
        slot.label, slot.rect, (paragraph.paragraph,), slot.styles, slot=name, anchor=slot.anchor
    )
