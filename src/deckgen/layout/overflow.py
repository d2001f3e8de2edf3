"""Texts for which no step of type made enough room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.claims import claims_of
from deckgen.deck import Slide
from deckgen.geometry import Rect
from deckgen.language import Language
from deckgen.page import Page, TextBox
from deckgen.problems import Problem, Source, first_words


def too_long(
    slide: Slide, pages: Sequence[Page], whole: Rect, language: Language
) -> Iterator[Problem]:
    """The texts of a slide's pages that are higher than their frames, or these than `whole`."""
    for page in pages:
        for box in page.elements:
            if isinstance(box, TextBox) and _is_too_high(box, whole):
                words = " ".join([paragraph.text for paragraph in box.paragraphs])
                message = f"there is no room for `{first_words(words)}` ({box.name})"
                source = _source_of(words, slide, language)
                yield Problem("too-long", message, source, "say it in fewer words")


def _is_too_high(box: TextBox, whole: Rect) -> bool:
    room = box.rect.height - 2 * box.margin_y
    return box.text_height > room + 0.1 or not whole.contains(box.rect)


def _source_of(words: str, slide: Slide, language: Language) -> Source:
    """Where the longest text of the slide that stands in `words` was written."""
    claims = claims_of(slide, slide.title.source, language)
    shown = [claim for claim in claims if claim.words in words]
    longest = max(shown, key=lambda claim: len(claim.words), default=None)
    return longest.source if longest else slide.title.source
