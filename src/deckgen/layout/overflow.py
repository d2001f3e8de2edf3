"""Texts for which no step of type made enough room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.claims import claims_of
from deckgen.deck import Slide
from deckgen.geometry import Rect
from deckgen.language import Language
from deckgen.page import Page, Table, TableCell, TextBox
from deckgen.problems import Problem, Source, first_words


def too_long(
    slide: Slide, pages: Sequence[Page], whole: Rect, language: Language
) -> Iterator[Problem]:
    """The texts of a slide's pages that are higher than their frames, or these than `whole`."""
    for name, words in (found for page in pages for found in _too_high(page, whole)):
        message = f"there is no room for `{first_words(words)}` ({name})"
        source = _source_of(words, slide, language)
        yield Problem("too-long", message, source, "say it in fewer words")


def _too_high(page: Page, whole: Rect) -> Iterator[tuple[str, str]]:
    """The name of each box or table that has more text than room, and that text."""
    for element in page.elements:
        if isinstance(element, TextBox) and _is_too_high(element, whole):
            yield element.name, " ".join([paragraph.text for paragraph in element.paragraphs])
        elif isinstance(element, Table):
            for cell in _cells_too_high(element, whole):
                yield element.name, " ".join([paragraph.text for paragraph in cell.paragraphs])


def _is_too_high(box: TextBox, whole: Rect) -> bool:
    room = box.rect.height - 2 * box.margin_y
    return box.text_height > room + 0.1 or not whole.contains(box.rect)


def _cells_too_high(table: Table, whole: Rect) -> Iterator[TableCell]:
    """The cells that are higher than their rows; those of the last row if the table is too high."""
    for row in table.rows:
        room = row.height - 2 * table.margin_y
        yield from (cell for cell in row.cells if cell.text_height > room + 0.1)
    if not whole.contains(table.rect):
        yield from table.rows[-1].cells


def _source_of(words: str, slide: Slide, language: Language) -> Source:
    """Where the longest text of the slide that stands in `words` was written."""
    claims = claims_of(slide, slide.title.source, language)
    shown = [claim for claim in claims if claim.words in words]
    longest = max(shown, key=lambda claim: len(claim.words), default=None)
    return longest.source if longest else slide.title.source
