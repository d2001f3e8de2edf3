"""Deck + look → pages: words, sizes and places.

Each kind of slide has a module with a function that gives its bodies in a size, one
a page; what surrounds them and how they continue is the same for all and decided here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from textwrap import shorten
from typing import Any, NamedTuple

from deckgen.content import Text
from deckgen.deck import (
    AgendaSlide,
    ClosingSlide,
    ConclusionSlide,
    Deck,
    FactsSlide,
    GroupsSlide,
    ProjectsSlide,
    Slide,
    StatusSlide,
    TextSlide,
    TitleSlide,
)
from deckgen.geometry import Points
from deckgen.layout.agenda import agenda_bodies
from deckgen.layout.bullets import conclusion_bodies, text_bodies
from deckgen.layout.canvas import Body, Canvas, SetParagraph, torn_words
from deckgen.layout.cards import facts_bodies
from deckgen.layout.columns import groups_bodies
from deckgen.layout.completeness import lost
from deckgen.layout.cover import closing_bodies, title_bodies
from deckgen.layout.framing import (
    credit_box,
    credit_lift,
    footer_boxes,
    section_box,
    set_title,
    title_box,
)
from deckgen.layout.naming import Naming, suffix
from deckgen.layout.projects import projects_bodies
from deckgen.layout.sizing import family_size
from deckgen.layout.status import status_bodies
from deckgen.look import Look
from deckgen.page import Element, Page, Pages, PageSection, TextBox
from deckgen.problems import InvalidInput, Problem, WarningCode
from deckgen.typography import (
    AGENDA_STEPS,
    BODY_STEPS,
    CARD_STEPS,
    CONCLUSION_STEPS,
    COVER_STEPS,
    DENSE_STEPS,
    LIST_STEPS,
)

TITLE_GAP = 4.0
STEPPER_RISE = 12.0


class _Kind(NamedTuple):
    """How slides of a kind are laid out, in which sizes, and how their parts are called.

    `rise` is how far what stands at the body's foot moves up to make room for a source.
    """

    bodies: Callable[[Any, Points, Canvas], tuple[Body, ...]]
    steps: tuple[Points, ...]
    naming: Naming = Naming.FRACTION
    rise: Points = 0.0


_KINDS: dict[type[Slide], _Kind] = {
    TitleSlide: _Kind(title_bodies, COVER_STEPS[:1]),
    AgendaSlide: _Kind(agenda_bodies, AGENDA_STEPS),
    FactsSlide: _Kind(facts_bodies, CARD_STEPS),
    GroupsSlide: _Kind(groups_bodies, DENSE_STEPS),
    ProjectsSlide: _Kind(projects_bodies, LIST_STEPS, Naming.PART),
    StatusSlide: _Kind(status_bodies, BODY_STEPS, rise=STEPPER_RISE),
    ConclusionSlide: _Kind(conclusion_bodies, CONCLUSION_STEPS, Naming.ROMAN),
    TextSlide: _Kind(text_bodies, BODY_STEPS),
    ClosingSlide: _Kind(closing_bodies, COVER_STEPS[:1]),
}


def lay_out(deck: Deck, look: Look) -> Pages:
    """Every page of `deck` in `look`, with warnings about what an author should look at.

    Raises InvalidInput for texts that are too long for the one place they can stand in.
    """
    canvas = Canvas(look, deck.language)
    sizes = _sizes(deck.slides, canvas)
    numbers = count(1)
    warnings: list[Problem] = []
    mistakes: list[Problem] = []
    sections = []
    for section in deck.sections:
        pages: list[Page] = []
        for slide in section.slides:
            laid = _lay_out_slide(slide, sizes[slide.id], canvas)
            warnings += laid.warnings
            made = [_page(laid, part, deck, next(numbers)) for part in range(len(laid.bodies))]
            mistakes += (mistake for page in made for mistake in _too_long(page, slide))
            mistakes += lost(slide, made, deck.language)
            pages += made
        sections.append(PageSection(section.id, section.name, tuple(pages)))
    if mistakes:
        raise InvalidInput(dict.fromkeys(mistakes))
    return Pages(deck.properties, tuple(sections), tuple(dict.fromkeys(warnings)))


def _too_long(page: Page, slide: Slide) -> Iterator[Problem]:
    """The texts of a page that no step made small enough for their frames."""
    for box in page.elements:
        if not isinstance(box, TextBox):
            continue
        if box.text_height > box.rect.height - 2 * box.margin_y + 0.1:
            words = shorten(" ".join(p.text for p in box.paragraphs), 40, placeholder=" …")
            message = f"there is no room for `{words}` ({box.name})"
            yield Problem("too-long", message, slide.title.source, "say it in fewer words")


@dataclass(frozen=True, slots=True)
class _LaidSlide:
    """A slide's bodies and the title of each."""

    slide: Slide
    canvas: Canvas
    titles: tuple[SetParagraph, ...]
    bodies: tuple[Body, ...]

    @property
    def cost(self) -> int:
        """The number of pages, and one more if a word had to be torn."""
        is_torn = any(warning.code == WarningCode.TORN_WORD for warning in self.warnings)
        return len(self.bodies) + is_torn

    @property
    def warnings(self) -> Iterator[Problem]:
        yield from torn_words(self.titles[:1])
        for body in self.bodies:
            yield from body.warnings


def _sizes(slides: Sequence[Slide], canvas: Canvas) -> dict[str, Points]:
    """The size of every slide; status slides are a family and share theirs."""
    family = [slide for slide in slides if isinstance(slide, StatusSlide)]
    shared = _family_size(family, canvas) if family else 0.0
    return {
        slide.id: shared if isinstance(slide, StatusSlide) else _family_size([slide], canvas)
        for slide in slides
    }


def _family_size(family: Sequence[Slide], canvas: Canvas) -> Points:
    steps = _KINDS[type(family[0])].steps
    return family_size(
        steps,
        lambda size: [_lay_out_slide(slide, size, canvas).cost for slide in family],
    )


def _lay_out_slide(slide: Slide, size: Points, canvas: Canvas) -> _LaidSlide:
    """The slide's bodies under a title that leaves room for the names of its parts."""
    kind = _KINDS[type(slide)]
    total = 1
    while True:
        titles = tuple(
            set_title(canvas, slide.title, suffix(kind.naming, canvas.words, part, total))
            for part in range(1, total + 1)
        )
        framed = replace(canvas, shift=_shift(titles, canvas), lift=_lift(slide, canvas))
        bodies = kind.bodies(slide, size, framed)
        if len(bodies) <= total:
            return _LaidSlide(slide, framed, titles[: len(bodies)], bodies)
        total = len(bodies)


def _shift(titles: Sequence[SetParagraph], canvas: Canvas) -> Points:
    """How far the body moves down: a little below two lines of title, and as more need."""
    if all(len(title.paragraph.lines) == 1 for title in titles):
        return 0.0
    room = canvas.look.layout("content").slot("title").rect.height
    return TITLE_GAP + max(0.0, max(title.height for title in titles) - room)


def _lift(slide: Slide, canvas: Canvas) -> Points:
    if not slide.credit:
        return 0.0
    return credit_lift(canvas, slide.credit) + _KINDS[type(slide)].rise


def _page(laid: _LaidSlide, part: int, deck: Deck, number: int) -> Page:
    slide, body = laid.slide, laid.bodies[part]
    page_id = slide.id if part == 0 else f"{slide.id}-{part + 1}"
    notes = tuple(note.plain for note in _spoken(slide)) if part == 0 else ()
    if isinstance(slide, TitleSlide | ClosingSlide):
        return Page(page_id, body.layout, slide.title.plain, body.elements, notes)
    title = laid.titles[part]
    elements = tuple(_framed(laid, part, deck, number))
    return Page(page_id, body.layout, title.paragraph.text, elements, notes)


def _spoken(slide: Slide) -> tuple[Text, ...]:
    return (*slide.notes, *slide.history) if isinstance(slide, StatusSlide) else slide.notes


def _framed(laid: _LaidSlide, part: int, deck: Deck, number: int) -> Iterator[Element]:
    """Everything on a page in the order it is read."""
    slide, canvas, body = laid.slide, laid.canvas, laid.bodies[part]
    yield title_box(canvas.look.layout(body.layout).slot("title"), laid.titles[part])
    if slide.section_line:
        yield section_box(canvas, body.layout, slide.section_line)
    yield from body.elements
    if slide.credit:
        yield credit_box(canvas, body.layout, slide.credit)
    yield from footer_boxes(canvas, body.layout, deck, number)
