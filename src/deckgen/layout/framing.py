"""What surrounds the body of a page: title, section line, source, footer, page number."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.content import Text
from deckgen.deck import Deck, SectionLine
from deckgen.geometry import Points
from deckgen.layout.canvas import Canvas, SetParagraph, runs_of
from deckgen.look import Slot
from deckgen.page import Run, TextBox
from deckgen.style import Ink, ParagraphStyle
from deckgen.typography import SECTION_LINE_STEPS, TITLE_STEPS, plain_style, title_style

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
    """The number in accent ink, then the section's name, small enough for its frame."""
    number = Run(f"{line.number}\u2002", is_bold=True, ink=Ink.ACCENT)
    runs = (*((number,) if line.number else ()), *runs_of(line.words))
    for size in SECTION_LINE_STEPS:
        style = plain_style(size, Ink.MUTED)
        box = _in_slot(canvas, role, "section", line.words, runs, (style,))
        if box.text_height <= box.rect.height:
            break
    return box


def credit_box(canvas: Canvas, role: str, credit: Text) -> TextBox:
    """Where the figures of a slide come from, growing upwards."""
    before, after = canvas.words.credit.split("{source}")
    runs = (Run(before), *runs_of(credit), *((Run(after),) if after else ()))
    box = _in_slot(canvas, role, "credit", credit, runs)
    height = max(box.rect.height, box.text_height)
    return box._replace(rect=box.rect._replace(top=box.rect.bottom - height, height=height))


def credit_lift(canvas: Canvas, credit: Text) -> Points:
    """How far a source of more than one line reaches into the body."""
    box = credit_box(canvas, "content", credit)
    return box.rect.height - canvas.look.layout("content").slot("credit").rect.height


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


def _in_slot(
    canvas: Canvas,
    role: str,
    name: str,
    text: Text,
    runs: tuple[Run, ...],
    styles: tuple[ParagraphStyle, ...] | None = None,
) -> TextBox:
    """`runs` as the one paragraph of a slot, in its own styles unless others are given."""
    slot = canvas.look.layout(role).slot(name)
    styles = styles or slot.styles
    paragraph = canvas.set_runs(runs, text.source, styles, slot.rect.width)
    return TextBox(
        slot.label, slot.rect, (paragraph.paragraph,), styles, slot=name, anchor=slot.anchor
    )
