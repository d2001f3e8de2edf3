"""Whether the pages of a slide show all that was planned for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from deckgen.claims import Claim, claims_of
from deckgen.deck import Slide
from deckgen.language import Language
from deckgen.page import Page, Paragraph, TextBox
from deckgen.problems import Problem, first_words

LOST = "lost"


def lost(slide: Slide, pages: Sequence[Page], language: Language) -> Iterator[Problem]:
    """What `slide` was to show and `pages` do not: a mistake of deckgen's own, each of them.

    Every claim needs a place of its own on the pages or in their notes, in one piece.
    """
    claims = claims_of(slide, slide.title.source, language)
    for claim in _unplaced(claims, _texts(pages)):
        words = first_words(claim.words)
        message = f"`{words}` was lost on the way to the slide; this is a fault of deckgen"
        yield Problem(LOST, message, claim.source, "please report it with this file")


def _unplaced(claims: Sequence[Claim], texts: Sequence[str]) -> Iterator[Claim]:
    """The claims that find no place: most are a whole text, the others a part of what is left."""
    counts = Counter(texts)
    placed: list[Claim] = []
    others: list[Claim] = []
    for claim in claims:
        if counts[claim.words]:
            counts[claim.words] -= 1
            placed.append(claim)
        else:
            others.append(claim)
    if others:
        left_over = "\n".join([_squeezed(text) for text in counts.elements()])
        yield from _not_in(left_over, list(_unsaid(others, placed)))


def _unsaid(claims: Sequence[Claim], placed: Sequence[Claim]) -> Iterator[Claim]:
    """Each claim once, but those that another one of the same place says, too.

    A slide's title is a project's title as well, perhaps with a number after it.
    """
    for claim in dict.fromkeys(claims):
        words, place = claim
        if not any(words in other.words and place == other.source for other in placed) and not any(
            words in other.words and words != other.words and place == other.source
            for other in claims
        ):
            yield claim


def _not_in(text: str, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims whose words do not stand in `text` as often as they should."""
    needed = Counter(_squeezed(claim.words) for claim in claims)
    for claim in claims:
        words = _squeezed(claim.words)
        if text.count(words) < needed[words]:
            yield claim


def _texts(pages: Sequence[Page]) -> list[str]:
    """Every text of the pages and their notes; one that was continued is whole again."""
    texts: list[str] = []
    for paragraphs in _by_box(pages).values():
        for index, paragraph in enumerate(paragraphs):
            if index and paragraph.is_continued:
                texts[-1] += paragraph.text
            else:
                texts.append(paragraph.text)
    return texts + [note for page in pages for note in page.notes]


def _by_box(pages: Sequence[Page]) -> dict[str, list[Paragraph]]:
    """The paragraphs of boxes of one name, page after page."""
    paragraphs: dict[str, list[Paragraph]] = {}
    for page in pages:
        for element in page.elements:
            if isinstance(element, TextBox):
                paragraphs.setdefault(element.slot or element.name, []).extend(element.paragraphs)
    return paragraphs


def _squeezed(text: str) -> str:
    return "".join(text.split())
