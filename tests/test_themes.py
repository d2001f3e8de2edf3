"""Decks in every theme of this repository: one content, four looks, all of them sound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.in_themes import InTheme, in_theme
from tests.office import (
    REPOSITORY,
    misplaced_words,
    needs_office,
    needs_validator,
    to_pdfs,
    validate,
)
from tests.repeating import repeated
from tests.seen_contrast import faint_words, measured

from deckgen.looks import Looks
from deckgen.page import Pages, TextBox

THEMES = ("default", "bielefeld", "paderborn", "vorlage")
DECKS = ("bielefeld", "example")
NAMES = [f"{theme}-{deck}" for theme in THEMES for deck in DECKS]

each_deck = pytest.mark.parametrize("name", NAMES)


@pytest.fixture(scope="module")
def decks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, InTheme]:
    """Every deck in every theme, built once."""
    looks, output = Looks(REPOSITORY), tmp_path_factory.mktemp("output")
    return {
        f"{theme}-{deck}": in_theme(deck, theme, looks, output)
        for theme in THEMES
        for deck in DECKS
    }


@pytest.fixture(scope="module")
def pdfs(decks: dict[str, InTheme], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pdfs")
    to_pdfs([deck.path for deck in decks.values()], folder)
    return folder


@needs_validator
@each_deck
def test_the_validator_finds_no_errors(name: str, decks: dict[str, InTheme]):
    assert [] == validate(decks[name].path)


@needs_office
@each_deck
def test_every_word_is_printed_in_its_place(name: str, decks: dict[str, InTheme], pdfs: Path):
    assert [] == misplaced_words(decks[name].pages, pdfs / f"{name}.pdf")


@each_deck
def test_all_words_can_be_read_on_what_is_behind_them(name: str, decks: dict[str, InTheme]):
    assert [] == faint_words(decks[name].path)


@each_deck
def test_slides_repeat_nothing_of_their_layout(name: str, decks: dict[str, InTheme]):
    """Whoever moves or colours a placeholder in the master moves or colours it on every slide."""
    assert [] == repeated(decks[name].path)


@pytest.mark.parametrize("deck", DECKS)
def test_a_deck_says_the_same_in_every_theme(deck: str, decks: dict[str, InTheme]):
    """But for titles, which tell how many pages a slide takes, and signs between words."""
    said = [set(_words(decks[f"{theme}-{deck}"].pages)) for theme in THEMES]

    assert said == [said[0]] * len(THEMES)


def test_every_run_of_a_deck_is_measured(decks: dict[str, InTheme]):
    path, pages = decks["default-example"].path, decks["default-example"].pages
    runs = [run for box in _boxes(pages) for p in box.paragraphs for run in p.runs]

    assert len([run for run in runs if run.text.strip()]) == len(measured(path))


def _words(pages: Pages) -> Iterator[str]:
    for box in _boxes(pages):
        for paragraph in box.paragraphs:
            if box.slot != "title" and not any(run.is_page_number for run in paragraph.runs):
                yield from re.findall(r"\w+", paragraph.text)


def _boxes(pages: Pages) -> Iterator[TextBox]:
    for page in pages.pages:
        yield from (each for each in page.elements if isinstance(each, TextBox))
