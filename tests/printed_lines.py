"""Whether paragraphs were printed in as many lines as were measured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.office import ASCENT, DESCENT, FilledBox, Word, as_shown, place, squeezed, words

from deckgen.geometry import Points
from deckgen.page import Pages, TextBox

SAME_BASE_LINE: Points = 4.0
"""Words whose base lines are nearer than this stand in one line: lines are 13 pt apart."""


class Printed(NamedTuple):
    """A paragraph, the lines it was measured to have, and those it was printed in.

    `lines` is None if its letters were not found on lines of their own.
    """

    text: str
    measured: tuple[str, ...]
    lines: int | None
    page: int = 1


class Agreement(NamedTuple):
    """How many paragraphs have as many lines as measured, fewer or more; and those not found."""

    equal: int
    fewer: int
    more: int
    unknown: int

    @property
    def share(self) -> float:
        """The share of equal ones among those that were found."""
        return self.equal / max(1, self.equal + self.fewer + self.more)


def agreement(paragraphs: list[Printed]) -> Agreement:
    """How well `paragraphs` were measured."""
    signs = Counter(_sign(paragraph) for paragraph in paragraphs)
    return Agreement(signs[0], signs[-1], signs[1], signs[None])


def _sign(paragraph: Printed) -> int | None:
    if paragraph.lines is None:
        return None
    return (paragraph.lines > len(paragraph.measured)) - (paragraph.lines < len(paragraph.measured))


def printed_paragraphs(pages: Pages, pdf: Path) -> list[Printed]:
    """Every paragraph of `pages` that has letters, as it was printed."""
    printed = words(pdf)
    return [
        paragraph._replace(page=number)
        for number, (page, paper) in enumerate(zip(pages.pages, printed, strict=True), start=1)
        for filled in place(page, number, paper, language=pages.properties.language).boxes
        for paragraph in _paragraphs(filled, number)
    ]


def _paragraphs(filled: FilledBox, page_number: int) -> Iterator[Printed]:
    if not isinstance(filled.box, TextBox):
        return
    lines = _lines(filled.words)
    shown = [Counter(squeezed(text)) for text in as_shown(filled.box, page_number)]
    place = 0
    for paragraph, letters in zip(filled.box.paragraphs, shown, strict=True):
        if not letters:
            continue
        count = _count(letters, lines[place:])
        yield Printed(paragraph.text, paragraph.lines, count)
        if count is None:
            # Where its letters went is unknown, and with it where the next paragraph begins.
            lines = []
        place += count or 0


def _count(letters: Counter[str], lines: list[Counter[str]]) -> int | None:
    """How many of the first `lines` hold just these letters, which all of them must do."""
    found = Counter[str]()
    for count, line in enumerate(lines, start=1):
        found += line
        if found.total() >= letters.total():
            return count if found == letters else None
    return None


def _lines(words: list[Word]) -> list[Counter[str]]:
    """The letters of each line, from the top."""
    lines: list[Counter[str]] = []
    last = float("-inf")
    for word in sorted(words, key=_base_line):
        if _base_line(word) - last > SAME_BASE_LINE:
            lines.append(Counter())
        lines[-1].update(squeezed(word.text))
        last = _base_line(word)
    return lines


def _base_line(word: Word) -> Points:
    return word.rect.top + word.rect.height * ASCENT / (ASCENT + DESCENT)
