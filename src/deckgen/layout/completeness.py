"""Whether the pages of a slide show all that was planned for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from deckgen.claims import Claim, claims_of
from deckgen.deck import Slide
from deckgen.language import Language
from deckgen.page import Chart, Element, Page, Paragraph, Picture, Sketch, Table, TextBox
from deckgen.problems import Problem, first_words

LOST = "lost"


def lost(slide: Slide, pages: Sequence[Page], language: Language) -> Iterator[Problem]:
    """What `slide` was to show and `pages` do not: a mistake of deckgen's own, each of them.

    Every claim needs a place of its own on the pages or in their notes, in one piece.
    """
    claims = _distinct(claims_of(slide, slide.title.source, language))
    for claim in _unplaced(claims, _texts(pages, language)):
        words = first_words(claim.words)
        message = f"`{words}` was lost on the way to the slide; this is a fault of deckgen"
        yield Problem(LOST, message, claim.source, "please report it with this file")


def _distinct(claims: Sequence[Claim]) -> Sequence[Claim]:
    """The claims but those that another one of the same place says, too.

    A slide's title is a project's title as well, perhaps with a number after it.
    """
    by_place: dict[tuple[str, int, int], list[Claim]] = {}
    for claim in claims:
        file, line, column, _ = claim.source
        by_place.setdefault((file.path, line, column), []).append(claim)
    if len(by_place) == len(claims):
        return claims
    return [claim for here in by_place.values() for claim in _most_complete(here)]


def _most_complete(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Of claims of one place those that none of the others begins with."""
    if not claims[0].source.line:  # what has no place of its own
        yield from claims
        return
    distinct = dict.fromkeys(claim.words for claim in claims)
    for words in distinct:
        if not any(other.startswith(words) and other != words for other in distinct):
            yield Claim(words, claims[0].source)


def _unplaced(claims: Sequence[Claim], texts: Sequence[str]) -> Iterator[Claim]:
    """The claims that find no place: most are a whole text, the others a part of what is left."""
    counts = Counter(texts)
    others: list[Claim] = []
    for claim in claims:
        if counts[claim.words]:
            counts[claim.words] -= 1
        else:
            others.append(claim)
    if others:
        yield from _not_in(list(counts.elements()), others)


def _not_in(texts: Sequence[str], claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims whose words do not stand in `texts` as often as they should."""
    if len(claims) == 1 and any(claims[0].words in text for text in texts):
        return  # mostly the name of a section, behind its number
    text = "\n".join([_squeezed(text) for text in texts])
    needed = Counter(_squeezed(claim.words) for claim in claims)
    missing = {words for words, count in needed.items() if text.count(words) < count}
    yield from (claim for claim in claims if _squeezed(claim.words) in missing)


def _texts(pages: Sequence[Page], language: Language) -> list[str]:
    """Every text of the pages and their notes; one that was continued is whole again."""
    texts: list[str] = []
    for paragraphs in _by_box(pages).values():
        for index, paragraph in enumerate(paragraphs):
            if index and paragraph.is_continued:
                texts[-1] += paragraph.text
            else:
                texts.append(paragraph.text)
    drawn = [each for page in pages for each in page.elements if type(each) in _DRAWN]
    texts += (text for each in drawn for text in _figures(each, language))
    return [*texts, *[note for page in pages for note in page.notes]]


_DRAWN = {Chart, Picture, Sketch}


def _figures(element: Element, language: Language) -> Iterator[str]:
    """The words and figures of what is drawn, and those that stand for a picture."""
    if isinstance(element, Chart):
        yield from element.categories
        for series in element.series:
            yield series.name
            yield from (language.number(value) for value in series.values if value is not None)
        yield from (element.before, element.after)
    elif isinstance(element, Sketch):
        yield from ("".join(label.lines) for label in element.drawing.labels)
    elif isinstance(element, Picture):
        yield element.description or ""


def _by_box(pages: Sequence[Page]) -> dict[str, list[Paragraph]]:
    """The paragraphs of boxes of one name, page after page."""
    paragraphs: dict[str, list[Paragraph]] = {}
    for page in pages:
        for element in page.elements:
            if isinstance(element, TextBox):
                paragraphs.setdefault(element.slot or element.name, []).extend(element.paragraphs)
            elif isinstance(element, Table):
                for name, cell in _cells(element):
                    paragraphs.setdefault(name, []).extend(cell)
    return paragraphs


def _cells(table: Table) -> Iterator[tuple[str, tuple[Paragraph, ...]]]:
    """The paragraphs of each cell and the name of its column: what is too high goes on in that."""
    header, *rows = table.rows
    for cell in header.cells:
        yield f"{table.name} header", cell.paragraphs
    for row in rows:
        for column, cell in enumerate(row.cells):
            yield f"{table.name} column {column}", cell.paragraphs


def _squeezed(text: str) -> str:
    return "".join(text.split())
