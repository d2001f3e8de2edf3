"""Nothing overflows, nothing is lost, in random decks with more of everything than people write.

`make stress` builds hundreds of them. A deck is named by its number, from which all of it
follows: `pytest tests/test_stress.py --first-deck 137 --decks 1` builds that one again.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.fresh_python import printed_by
from tests.office import needs_office, needs_validator
from tests.printed_lines import Printed, agreement
from tests.random_content import files_of
from tests.random_shapes import EXTREMES, FONTS, KINDS, LANGUAGES, SLIDES, shape
from tests.stress import Trial, lost_words, try_decks

from deckgen.page import Page, Pages, PageSection, Properties

PARAGRAPHS_A_DECK = 100
"""How many paragraphs a deck has at least, on average: fewer would prove little."""

EQUAL = 0.99
"""The share of paragraphs with as many lines as measured, at least.

Where kerning makes room, LibreOffice needs one less: in 13 of 1000 in Calibri, in 2 or 3 in others.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("stress")


@pytest.fixture(scope="module")
def trials(deck_numbers: range, folder: Path) -> list[Trial]:
    """All random decks of this run, built and looked at."""
    return try_decks(deck_numbers, folder)


@needs_validator
@needs_office
def test_nothing_overflows_and_nothing_is_lost(trials: list[Trial], folder: Path):
    told = [
        f"{folder}/deck-{trial.number}: {finding}" for trial in trials for finding in trial.findings
    ]

    assert not told, f"{len(told)} findings in {_count_of_faulty(trials)} decks:\n" + "\n".join(
        told
    )


def _count_of_faulty(trials: list[Trial]) -> int:
    return sum(bool(trial.findings) for trial in trials)


@needs_validator
@needs_office
def test_lines_break_where_they_were_measured_to_break(trials: list[Trial]):
    paragraphs = [paragraph for trial in trials for paragraph in trial.paragraphs]
    found = agreement(paragraphs)
    print(f"\n{len(trials)} decks, {sum(t.pages for t in trials)} pages, {found}")  # noqa: T201

    longer = [_told(trial, p) for trial in trials for p in trial.paragraphs if _has_more(p)]
    assert not longer, "\n".join(longer)
    assert found.share >= EQUAL, found
    assert found.unknown <= 0.001 * len(paragraphs), found
    assert len(paragraphs) >= PARAGRAPHS_A_DECK * len(trials) or len(trials) < 40


def _has_more(paragraph: Printed) -> bool:
    return paragraph.lines is not None and paragraph.lines > len(paragraph.measured)


def _told(trial: Trial, paragraph: Printed) -> str:
    place = f"deck {trial.number}, page {paragraph.page}"
    return f"{place}: {paragraph.lines} lines, not {len(paragraph.measured)}: {paragraph.measured}"


def test_a_number_gives_the_same_deck_again():
    assert files_of(shape(7)) == files_of(shape(7))
    assert files_of(shape(7)) != files_of(shape(8))


def test_a_number_gives_the_same_deck_whatever_ran_before():
    script = "from tests.random_shapes import shape; print([shape(n) for n in range(1, 51)])"

    assert printed_by(script) == str([shape(number) for number in range(1, 51)])


def test_random_decks_have_everything_the_format_knows():
    shapes = [shape(number) for number in range(1, 101)]

    assert {shape.extreme for shape in shapes} == set(EXTREMES)
    assert {(shape.font, shape.slide) for shape in shapes} == {
        (f, s) for f in FONTS for s in SLIDES
    }
    assert {shape.language for shape in shapes} == set(LANGUAGES)
    assert {slide.kind for s in shapes for section in s.sections for slide in section} == set(KINDS)


FILES = {
    "content/random/deck.yaml": """\
title: Die **Stadt** baut
meeting: {body: Rat}
agenda: false
closing: false
sections:
  - title: Lage
    slides:
      - {kind: text, items: ['Ein [Portal](https://example.org) am {date}'], notes: Leise *sagen*}
"""
}


def _with_notes(*notes: str) -> Pages:
    page = Page("only", "text", "Seite", (), notes)
    return Pages(Properties("Seite", "de-DE"), (PageSection("all", "Alles", (page,)),))


def test_words_of_the_files_are_found_without_their_markup():
    printed = "Die Stadt baut Die Stadt baut Rat Lage Ein Por-\ntal am 1. Mai".replace("-\n", "\n")

    assert list(lost_words(FILES, _with_notes("Leise sagen"), printed)) == []


def test_words_that_are_lost_are_told():
    printed = "Die Stadt baut Die Stadt baut Rat Ein am 1. Mai"

    assert list(lost_words(FILES, _with_notes("Leise"), printed)) == [
        "no slide shows `Lage` of `Lage`",
        "no slide shows `Portal` of `Ein Portal am`",
        "no note says `sagen` of `Leise sagen`",
    ]
