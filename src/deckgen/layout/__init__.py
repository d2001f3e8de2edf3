"""Deck + look → pages: words, sizes and places.

Each kind of slide has a module with a function that gives its bodies in a size, one a
page; `kinds` says how they continue. What surrounds the bodies is put around them here.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, islice

from deckgen.content import Text
from deckgen.deck import ClosingSlide, Deck, Slide, TitleSlide
from deckgen.geometry import Points, Rect
from deckgen.layout.canvas import Canvas
from deckgen.layout.completeness import lost
from deckgen.layout.footer import Footer, footer_boxes, set_footer
from deckgen.layout.framing import credit_box, section_box, title_box
from deckgen.layout.kinds import LaidSlide, lay_out_slides
from deckgen.layout.overflow import too_long
from deckgen.look import Layout, Look
from deckgen.page import Element, Page, Pages, PageSection
from deckgen.problems import InvalidInput, Problem


def lay_out(deck: Deck, look: Look) -> Pages:
    """Every page of `deck` in `look`, with warnings about what an author should look at.

    Raises InvalidInput for texts that are too long for the one place they can stand in,
    and if anything of the deck was lost.
    """
    canvas = Canvas(look, deck.language)
    laid_slides = lay_out_slides(deck.slides, canvas)
    footer = set_footer(canvas, deck)
    whole = Rect(0.0, 0.0, *look.theme.slide)
    numbers = count(1)
    warnings = list(footer.warnings)
    mistakes: list[Problem] = []
    sections = []
    for section in deck.sections:
        pages: list[Page] = []
        for laid in islice(laid_slides, len(section.slides)):
            made = [_page(laid, part, footer, next(numbers)) for part in range(laid.pages)]
            warnings += laid.warnings
            mistakes += too_long(laid.slide, made, whole, deck.language)
            mistakes += lost(laid.slide, made, deck.language)
            pages += made
        sections.append(PageSection(section.id, section.name, tuple(pages)))
    if mistakes:
        raise InvalidInput(dict.fromkeys(mistakes))
    return Pages(deck.properties, tuple(sections), tuple(dict.fromkeys(warnings)))


def _page(laid: LaidSlide, part: int, footer: Footer, number: int) -> Page:
    slide, body = laid.slide, laid.bodies[part]
    page_id = slide.id if part == 0 else f"{slide.id}-{part + 1}"
    notes = tuple(note.plain for note in _spoken(slide)) if part == 0 else ()
    notes = (*notes, *body.notes)
    if isinstance(slide, TitleSlide | ClosingSlide):
        return Page(page_id, body.layout, slide.title.plain, body.elements, notes)
    title = laid.titles[part]
    layout = laid.canvas.look.layout(body.layout)
    elements = (*_over(laid, layout, part), *body.elements, *_under(laid, layout))
    foot = footer_boxes(footer, layout, number)
    return Page(page_id, body.layout, title.paragraph.text, (*elements, *foot), notes)


def _spoken(slide: Slide) -> tuple[Text, ...]:
    """The notes, and after them what the slide has room to draw but not to say."""
    history: tuple[Text, ...] = getattr(slide, "history", ())
    return (*slide.notes, *history)


def _over(laid: LaidSlide, layout: Layout, part: int) -> Iterator[Element]:
    """The title, which is read first, and the section line over it."""
    drop = 0.0 if laid.canvas.look.shares_body else laid.canvas.drop
    yield title_box(layout.slot("title"), laid.titles[part], drop)
    if layout.plate:
        yield layout.plate
    if laid.section_line:
        yield section_box(layout.slot("section"), laid.section_line, _pushed(laid))


def _pushed(laid: LaidSlide) -> Points:
    """How far a high title pushes the section line down, where that stands below it."""
    canvas = laid.canvas
    return canvas.shift - canvas.drop if canvas.look.shares_body else 0.0


def _under(laid: LaidSlide, layout: Layout) -> Iterator[Element]:
    if laid.credit:
        yield credit_box(layout.slot("credit"), laid.credit)
