"""Whether the pages of a slide show all that was planned for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from deckgen.claims import Claim, claims_of, fields_of
from deckgen.deck import (
    BudgetSlide,
    ChartSlide,
    ColumnsSlide,
    PortfolioSlide,
    Slide,
    TableSlide,
)
from deckgen.language import Language
from deckgen.late import late
from deckgen.named import NamedTuple
from deckgen.page import Chart, Element, Page, Paragraph, Picture, Sketch, Table, TextBox
from deckgen.problems import Problem, first_words

LOST = "lost"

_BETWEEN = "\0"
"""Stands between two texts: no text has it, and it is no space."""


def _late(name: str) -> Callable[..., Iterable[Claim]]:
    """A function of a module that decks without tables and charts do without."""
    return late(f"{__package__}.on_slide", name)


class _OnSlide(NamedTuple):
    """What has to stand on slides of a kind themselves.

    Of the field `covered` that is all but the unit of figures.
    """

    claims: Callable[[Any, Language], Iterable[Claim]]
    covered: str | None = None

    def others(self, slide: Slide) -> tuple[object, ...]:
        """What of a slide may as well stand in its notes."""
        if not self.covered:
            return (slide,)
        names = (name for name in fields_of(type(slide)) if name != self.covered)
        unit = getattr(getattr(slide, self.covered), "unit", None)
        return (*(getattr(slide, name) for name in names), unit)


_ON_SLIDE: Mapping[type[Slide], _OnSlide] = {
    TableSlide: _OnSlide(_late("table_claims"), "table"),
    PortfolioSlide: _OnSlide(_late("portfolio_claims")),
    ChartSlide: _OnSlide(_late("figures_claims"), "figures"),
    ColumnsSlide: _OnSlide(_late("columns_claims")),
    BudgetSlide: _OnSlide(_late("budget_claims")),
}
_NOTHING = _OnSlide(lambda *_: ())


def lost(slide: Slide, pages: Sequence[Page], language: Language) -> Iterator[Problem]:
    """What `slide` was to show and `pages` do not: a mistake of deckgen's own, each of them.

    Every claim needs a place of its own on the pages or in their notes, in one piece; what is
    in a table or a chart needs one on the pages.
    """
    boxes, figures = _boxes(pages), [*_cells(pages), *_drawn(pages, language)]
    notes = [note for page in pages for note in page.notes]
    kind = _ON_SLIDE.get(type(slide), _NOTHING)
    claims = _distinct(claims_of(kind.others(slide), slide.title.source, language))
    unplaced = [*_unplaced(claims, [*boxes, *figures, *notes])]
    if on_slide := [*kind.claims(slide, language)]:
        unplaced += _unshown(on_slide, figures)
    for claim in dict.fromkeys(unplaced):
        words = first_words(claim.words)
        message = f"`{words}` was lost on the way to the slide; this is a fault of deckgen"
        yield Problem(LOST, message, claim.source, "please report it with this file")


def _unshown(claims: Sequence[Claim], figures: Sequence[str]) -> Iterator[Claim]:
    """The claims that find no place; a beginning with … after it is one for them."""
    missing = [*_unplaced(claims, figures)]
    shortened = sorted(text[:-1] for text in figures if text.endswith("…")) if missing else []
    for claim in missing:
        beginning = [each for each in shortened if claim.words.startswith(each)]
        if beginning:
            shortened.remove(beginning[-1])
        else:
            yield claim


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
    distinct: list[Claim] = []
    for here in by_place.values():
        distinct += here if len(here) == 1 else _most_complete(here)
    return distinct


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
        if counts.get(claim.words):
            counts[claim.words] -= 1
        else:
            others.append(claim)
    if others:
        yield from _not_in(list(counts.elements()), others)


def _not_in(texts: Sequence[str], claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims whose words do not stand in `texts` as often as they should."""
    if len(claims) == 1 and any(claims[0].words in text for text in texts):
        return  # mostly the name of a section, behind its number
    text = _squeezed(_BETWEEN.join(texts))
    squeezed = {claim.words: _squeezed(claim.words) for claim in claims}
    needed = Counter([squeezed[claim.words] for claim in claims])
    missing = {words for words, count in needed.items() if text.count(words) < count}
    if missing:
        yield from (claim for claim in claims if squeezed[claim.words] in missing)


def _boxes(pages: Sequence[Page]) -> list[str]:
    """The texts of boxes; what goes on in the box of the same name is whole again."""
    boxes: dict[str, list[Paragraph]] = {}
    for page in pages:
        for element in page.elements:
            if isinstance(element, TextBox):
                boxes.setdefault(element.slot or element.name, []).extend(element.paragraphs)
    return _whole(boxes.values())


def _cells(pages: Sequence[Page]) -> list[str]:
    """The texts of tables; what is too high goes on in the same column."""
    columns: dict[tuple[str, int, bool], list[Paragraph]] = {}
    for table in (each for page in pages for each in page.elements if isinstance(each, Table)):
        for number, row in enumerate(table.rows):
            for column, cell in enumerate(row.cells):
                place = (table.name, column, number == 0)
                columns.setdefault(place, []).extend(cell.paragraphs)
    return _whole(columns.values())


def _whole(runs_of_paragraphs: Iterable[Sequence[Paragraph]]) -> list[str]:
    """The texts of paragraphs; one that was continued is whole again."""
    texts: list[str] = []
    for paragraphs in runs_of_paragraphs:
        for index, paragraph in enumerate(paragraphs):
            if index and paragraph.is_continued:
                texts[-1] += paragraph.text
            else:
                texts.append(paragraph.text)
    return texts


def _drawn(pages: Sequence[Page], language: Language) -> list[str]:
    """The words and figures of what is drawn, and those that stand for pictures."""
    drawn = [each for page in pages for each in page.elements if type(each) in _DRAWN]
    return [text for each in drawn for text in _words_of(each, language)]


_DRAWN = {Chart, Picture, Sketch}


def _words_of(element: Element, language: Language) -> Iterator[str]:
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


def _squeezed(text: str) -> str:
    return "".join(text.split())
