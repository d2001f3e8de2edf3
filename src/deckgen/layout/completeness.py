"""Whether the pages of a slide show all that was planned for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from textwrap import shorten

from deckgen.claims import Claim, claims_of
from deckgen.deck import Slide
from deckgen.language import Language
from deckgen.page import Page, Paragraph, TextBox
from deckgen.problems import Problem

LOST = "lost"


def lost(slide: Slide, pages: Sequence[Page], language: Language) -> Iterator[Problem]:
    """What `slide` was to show and `pages` do not: a mistake of deckgen's own, each of them.

    Every claim needs a place of its own on the pages or in their notes, in one piece.
    """
    claims = _distinct(claims_of(slide, slide.title.source, language))
    for claim in _unplaced(claims, Counter(_texts(pages))):
        words = shorten(claim.words, 40, placeholder=" …")
        message = f"`{words}` was lost on the way to the slide; this is a fault of deckgen"
        yield Problem(LOST, message, claim.source, "please report it with this file")


def _distinct(claims: Iterable[Claim]) -> Iterator[tuple[str, Claim]]:
    """The claims with their words without blanks; of those of one place the most complete ones.

    A slide's title is a project's title as well, perhaps with a number after it.
    """
    by_place: dict[tuple[str, int, int], dict[str, Claim]] = {}
    for claim in claims:
        file, line, column, _ = claim.source
        by_place.setdefault((file.path, line, column), {})[_squeezed(claim.words)] = claim
    for here in by_place.values():
        for words, claim in here.items():
            if len(here) == 1 or not any(words in other for other in here if other != words):
                yield words, claim


def _unplaced(claims: Iterable[tuple[str, Claim]], texts: Counter[str]) -> Iterator[Claim]:
    """The claims that find no place: most are a whole text, the others a part of what is left."""
    parts: list[tuple[str, Claim]] = []
    for words, claim in claims:
        if texts[words]:
            texts[words] -= 1
        elif words:
            parts.append((words, claim))
    if not parts:
        return
    left_over = "\n".join(texts.elements())
    counts = Counter(words for words, _ in parts)
    for words, claim in parts:
        if left_over.count(words) < counts[words]:
            yield claim


def _texts(pages: Sequence[Page]) -> Iterator[str]:
    """Every text of the pages without its blanks; one that was continued is whole again."""
    for paragraphs in _by_box(pages).values():
        text = ""
        for paragraph in paragraphs:
            if text and not paragraph.is_continued:
                yield text
                text = ""
            text += _squeezed(paragraph.text)
        yield text
    for page in pages:
        yield from map(_squeezed, page.notes)


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
