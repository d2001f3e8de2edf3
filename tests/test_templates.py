"""Decks on templates of different make: as other programs and their readers get them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from tests.in_themes import InTheme, in_theme, write_make
from tests.made_templates import MAKES
from tests.office import (
    REPOSITORY,
    misplaced_words,
    needs_office,
    needs_validator,
    to_pdfs,
    validate,
)
from tests.repeating import repeated
from tests.seen_contrast import faint_words
from tests.template import File
from tests.type_sizes import too_small

from deckgen.contrast import READABLE, contrast
from deckgen.linting import lint
from deckgen.looks import Looks
from deckgen.page import TextBox
from deckgen.reading.palette import PAIRS

DECKS = ("bielefeld", "example")
GROUNDS = {"dark": "1A1A1A", "photo": "1A1A1A"}
"""What the text of a make stands on, where that is not white."""


@pytest.fixture(scope="module")
def decks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, InTheme]:
    """Every deck on every template, built once."""
    root = tmp_path_factory.mktemp("templates")
    shutil.copytree(REPOSITORY / "content", root / "content")
    for make in MAKES:
        write_make(root, make)
    looks = Looks(root)
    return {
        f"{make}-{deck}": in_theme(deck, make, looks, root / "output" / make)
        for make in MAKES
        for deck in DECKS
    }


@pytest.fixture(scope="module")
def pdfs(decks: dict[str, InTheme], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pdfs")
    to_pdfs([deck.path for deck in decks.values()], folder)
    return folder


NAMES = [f"{make}-{deck}" for make in MAKES for deck in DECKS]
each_deck = pytest.mark.parametrize("name", NAMES)


@each_deck
def test_the_linter_finds_nothing(name: str, decks: dict[str, InTheme]):
    assert [] == [str(each) for each in lint(decks[name].path.read_bytes())]


@needs_validator
@each_deck
def test_the_validator_finds_no_errors(name: str, decks: dict[str, InTheme]):
    assert [] == validate(decks[name].path)


@needs_office
@each_deck
def test_every_word_is_printed_in_its_place(name: str, decks: dict[str, InTheme], pdfs: Path):
    deck = decks[name]

    assert [] == misplaced_words(deck.pages, pdfs / f"{name}.pdf")


@each_deck
def test_every_slide_has_a_title_and_no_empty_placeholder(name: str, decks: dict[str, InTheme]):
    slides = Presentation(str(decks[name].path)).slides

    assert all(slide.shapes.title.text_frame.text for slide in slides)
    assert all(
        shape.text_frame.text
        for slide in slides
        for shape in slide.placeholders
        if shape.placeholder_format.type != PP_PLACEHOLDER.PICTURE
    )


@each_deck
def test_no_word_and_no_author_of_the_template_s_sample_is_left(
    name: str, decks: dict[str, InTheme]
):
    file = File(decks[name].path.read_bytes())

    assert not [part for part in file.names if b"LEFTOVER" in file.archive.read(part)]
    others = [part for part in file.names if part != "docProps/custom.xml"]  # which is ours
    assert not [part for part in others if re.search("custom|comment|tags", part)]


@each_deck
def test_nothing_reaches_over_the_slide_and_no_text_is_too_small(
    name: str, decks: dict[str, InTheme]
):
    assert [] == too_small(decks[name].pages)


@pytest.mark.parametrize("make", MAKES)
def test_every_ink_can_be_read_on_the_template_s_ground(make: str, decks: dict[str, InTheme]):
    read = decks[f"{make}-example"].looks.theme(make)
    assert read.template
    colours = read.template.theme.colours
    ground = GROUNDS.get(make, "FFFFFF")

    assert ground == next(c for ink, c in colours.items() if ink.value == "background")
    assert [] == [
        (ink.value, other.value, colours[ink], colours[other])
        for ink, other in PAIRS
        if contrast(colours[ink], colours[other]) < READABLE
    ]


@each_deck
def test_all_words_can_be_read_on_what_is_behind_them(name: str, decks: dict[str, InTheme]):
    assert [] == faint_words(decks[name].path)


@each_deck
def test_slides_repeat_nothing_of_their_layout(name: str, decks: dict[str, InTheme]):
    """Whoever moves or colours a placeholder in the master moves or colours it on every slide."""
    assert [] == repeated(decks[name].path)


@each_deck
def test_boxes_that_share_a_slide_keep_apart(name: str, decks: dict[str, InTheme]):
    crossing = [
        (page.title, one.name, other.name)
        for page in decks[name].pages.pages
        for one in _boxes(page.elements)
        for other in _boxes(page.elements)
        if one.name < other.name and _cross(one, other)
    ]

    assert [] == crossing


def _boxes(elements: tuple[object, ...]) -> list[TextBox]:
    return [element for element in elements if isinstance(element, TextBox)]


def _cross(one: TextBox, other: TextBox) -> bool:
    """Whether the texts of two boxes that begin at their tops stand over each other."""
    a = one.rect._replace(height=min(one.rect.height, one.text_height))
    b = other.rect._replace(height=min(other.rect.height, other.text_height))
    if one.anchor.value != "top" or other.anchor.value != "top":
        return False
    return (
        a.left < b.right - 1
        and b.left < a.right - 1
        and a.top < b.bottom - 1
        and b.top < a.bottom - 1
    )
