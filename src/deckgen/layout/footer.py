"""The footer of a deck: its words, the same on every page, and the page's number."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.deck import Deck
from deckgen.layout.canvas import Canvas
from deckgen.look import Layout, Slot
from deckgen.named import NamedTuple
from deckgen.page import Paragraph, Run, TextBox
from deckgen.problems import Problem, Source, WarningCode


class Footer(NamedTuple):
    """The footer's one paragraph, if it has any words, and what an author should know of it."""

    paragraph: Paragraph | None = None
    warnings: tuple[Problem, ...] = ()


def set_footer(canvas: Canvas, deck: Deck) -> Footer:
    """The footer's words in one line; without the title if that is too long, or none at all."""
    whole = _footer_words(canvas, deck, deck.short_title.plain)
    without_title = _footer_words(canvas, deck, "").strip(" ·|–—-/,")
    fitting = (words for words in (whole, without_title) if _fits(canvas, deck, words))
    words = next(fitting, "")
    paragraph = _line(Run(words)) if words else None
    return Footer(paragraph, tuple(_warnings(deck, whole, words)))


def footer_boxes(footer: Footer, layout: Layout, number: int) -> Iterator[TextBox]:
    """The footer's words and the page's number."""
    if footer.paragraph:
        yield _box(layout.slot("footer"), footer.paragraph)
    yield _box(layout.slot("page number"), _line(Run(str(number), is_page_number=True)))


def _line(run: Run) -> Paragraph:
    return Paragraph((run,), (run.text,))


def _box(slot: Slot, paragraph: Paragraph) -> TextBox:
    return TextBox(
        *(slot.label, slot.rect, (paragraph,), slot.styles, slot.name),
        anchor=slot.anchor,
        fill=slot.fill,
    )


def _fits(canvas: Canvas, deck: Deck, words: str) -> bool:
    """Whether `words` stand in one line: LibreOffice breaks a footer inside words."""
    slot = canvas.look.layout("content").slot("footer")
    # LibreOffice takes a footer for one sign, as it does a link, and sets it in one font.
    run = Run(words, link=words)
    found = canvas.set_runs((run,), deck.short_title.source, slot.styles, slot.rect.width)
    return len(found.paragraph.lines) == 1


def _footer_words(canvas: Canvas, deck: Deck, short_title: str) -> str:
    """The theme's pattern filled in, or the short title and the date of the figures."""
    pattern = canvas.look.theme.footer
    if pattern is None:
        return " · ".join(filter(None, (short_title, _as_of(canvas, deck))))
    return pattern.format(
        short_title=short_title,
        as_of=deck.as_of or "",
        organisation=deck.properties.organisation or "",
        date=canvas.language.date(deck.properties.date) if deck.properties.date else "",
    )


def _as_of(canvas: Canvas, deck: Deck) -> str | None:
    return canvas.words.as_of.format(date=deck.as_of) if deck.as_of else None


def _warnings(deck: Deck, whole: str, words: str) -> Iterator[Problem]:
    if words != whole:
        yield Problem(
            WarningCode.FOOTER_SHORTENED,
            "the footer has no room for this title and leaves it out",
            deck.short_title.source,
            "give the deck a `short_title` of a few words",
        )
    if deck.as_of and deck.as_of not in words:
        yield Problem(
            WarningCode.NOT_SHOWN,
            "`as_of` is in no footer: the theme's pattern leaves it out",
            Source(deck.short_title.source.file),
            "add `{as_of}` to the theme's `footer`, or write it in a text",
        )
