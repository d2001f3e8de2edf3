"""Random decks, built from their files, and what is wrong with what other programs show of them."""

from __future__ import annotations

import traceback
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import numpy as np  # noqa: F401 -- hypothesis looks into it; another thread may be loading it
from tests.office import misplaced_words, raw_text, squeezed, to_pdfs, validate
from tests.printed_lines import Printed, printed_paragraphs
from tests.random_content import files_of, write_files
from tests.random_files import with_files
from tests.random_past import versions, write_versions
from tests.random_shapes import shape
from tests.shown_words import promised
from tests.type_sizes import too_small

from deckgen.building import build, typeset
from deckgen.linting import lint
from deckgen.looks import Looks
from deckgen.page import Pages

AT_ONCE = 10
"""How many decks LibreOffice is given at a time: starting it takes as long as a small one."""

LONGEST_WHOLE = 12
"""How many letters a word may have without ever being torn."""


class Trial(NamedTuple):
    """What came of the deck with a number: its pages, its paragraphs, what is wrong with it."""

    number: int
    pages: int = 0
    paragraphs: tuple[Printed, ...] = ()
    findings: tuple[str, ...] = ()


class _Deck(NamedTuple):
    number: int
    files: dict[str, str]
    pages: Pages
    path: Path


def try_decks(numbers: Sequence[int], folder: Path) -> list[Trial]:
    """Build the decks with these numbers below `folder`, two batches of them at a time."""
    batches = [numbers[start : start + AT_ONCE] for start in range(0, len(numbers), AT_ONCE)]
    with ThreadPoolExecutor(2) as pool:
        return [
            trial for trials in pool.map(lambda b: _try(b, folder), batches) for trial in trials
        ]


def _try(numbers: Sequence[int], folder: Path) -> list[Trial]:
    made = [_made(number, folder) for number in numbers]
    decks = [deck for deck in made if isinstance(deck, _Deck)]
    pdfs = to_pdfs([deck.path for deck in decks], folder)
    looked = [_looked_at(deck, pdf) for deck, pdf in zip(decks, pdfs, strict=True)]
    return [*(trial for trial in made if isinstance(trial, Trial)), *looked]


def _made(number: int, folder: Path) -> _Deck | Trial:
    """The deck with this number, or what kept it from being built."""
    name = f"deck-{number}"
    root = folder / name
    files = files_of(shape(number), name)
    has_files = bool(number % 2)
    if number % 3 == 0:  # some in a history
        found = versions(files, number)
        write_versions(found, root, number, has_files=has_files)
        files = found.now
    else:
        write_files(with_files(files, number) if has_files else files, root)
    try:
        looks = Looks(root)
        pages = typeset(name, looks).pages
        return _Deck(number, files, pages, build(name, root=root, looks=looks).path)
    except Exception as error:  # noqa: BLE001 -- any exception at all is a finding
        return _failed(number, error)


def _looked_at(deck: _Deck, pdf: Path) -> Trial:
    try:
        return _checked(deck, pdf)
    except Exception as error:  # noqa: BLE001 -- the other decks are to be looked at, too
        return _failed(deck.number, error)


def _failed(number: int, error: Exception) -> Trial:
    told = "".join(traceback.format_exception_only(error))
    return Trial(number, findings=(told.strip(),))


def _checked(deck: _Deck, pdf: Path) -> Trial:
    if not pdf.exists():
        return Trial(deck.number, findings=("LibreOffice makes no PDF of it",))
    findings = (
        *(str(each) for each in lint(deck.path.read_bytes())),
        *validate(deck.path),
        *misplaced_words(deck.pages, pdf),
        *too_small(deck.pages),
        *lost_words(deck.files, deck.pages, raw_text(pdf)),
    )
    paragraphs = tuple(printed_paragraphs(deck.pages, pdf))
    return Trial(deck.number, len(deck.pages.pages), paragraphs, findings)


def lost_words(files: dict[str, str], pages: Pages, printed: str) -> Iterator[str]:
    """The words of the files that are not to be found where they belong, a line for each text."""
    promise = promised(files)
    notes = "\n".join(note for page in pages.pages for note in page.notes)
    yield from (f"no slide shows {lost}" for lost in _lost(promise.shown, printed))
    yield from (f"no note says {lost}" for lost in _lost(promise.noted, notes))


def _lost(pieces: Sequence[str], text: str) -> Iterator[str]:
    """Of texts that do not stand in `text` as often as they should, the words that do not."""
    whole, words = _without_symbols(squeezed(text)), Counter(map(squeezed, text.split()))
    for piece, needed in Counter(" ".join(piece.split()) for piece in pieces).items():
        if whole.count(_without_symbols(squeezed(piece))) >= needed:
            continue
        # Letters of another font may be printed apart from their line, long words in parts.
        lost = [
            word
            for word in piece.split()
            if words[squeezed(word)] < needed
            and (_is_surely_whole(word) or whole.count(squeezed(word)) < needed)
        ]
        if lost:
            yield f"`{' '.join(lost)}` of `{piece}`"


def _is_surely_whole(word: str) -> bool:
    """Whether a word is printed in one piece: it is short, and has no invisible characters."""
    return len(word) <= LONGEST_WHOLE and len(word) == len(squeezed(word))


def _without_symbols(text: str) -> str:
    """`text` without signs of other fonts, which may be printed before or after their line."""
    return "".join(char for char in text if unicodedata.category(char) != "So")
