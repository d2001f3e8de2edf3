"""The decks of this repository, as other programs and their readers get them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from tests.office import (
    REPOSITORY,
    misplaced_words,
    needs_office,
    needs_validator,
    to_pdf,
    validate,
)
from tests.type_sizes import sizes, too_small

from deckgen.building import build, typeset
from deckgen.linting import lint
from deckgen.looks import Looks
from deckgen.outcomes import Built
from deckgen.page import Pages

TITLES = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


class Sample(NamedTuple):
    """A deck of this repository: its name, its pages, and the file made of them."""

    name: str
    pages: Pages
    built: Built

    @property
    def path(self) -> Path:
        return self.built.path

    def slides(self) -> list[etree._Element]:
        """The XML of every slide."""
        return [slide._element for slide in Presentation(str(self.path)).slides]


@pytest.fixture(scope="module", params=["bielefeld", "paderborn", "example"])
def sample(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """Each of the repository's decks, built once."""
    looks = Looks(REPOSITORY)
    pages = typeset(request.param, looks).pages
    output = tmp_path_factory.mktemp("output")
    return Sample(request.param, pages, build(request.param, output=output, looks=looks))


def test_a_sample_gives_no_warnings(sample: Sample):
    assert sample.built.warnings == ()


def test_a_sample_has_the_slides_that_the_documentation_shows(sample: Sample):
    documentation = (REPOSITORY / "docs" / "commands.md").read_text(encoding="utf-8")
    place = rf"(?:output/{sample.name}\.pptx|content/{sample.name})"
    shown = re.findall(rf"^{place}  (\d+) slides, ", documentation, re.MULTILINE)

    assert {str(sample.built.slides)} == set(shown)


def test_the_linter_finds_nothing(sample: Sample):
    assert lint(sample.path.read_bytes()) == ()


@needs_validator
def test_the_validator_finds_no_errors(sample: Sample):
    assert validate(sample.path) == []


@needs_office
def test_every_word_is_printed_in_its_place(sample: Sample, tmp_path: Path):
    assert misplaced_words(sample.pages, to_pdf(sample.path, tmp_path)) == []


def test_every_page_becomes_a_slide(sample: Sample):
    slides = Presentation(str(sample.path)).slides

    assert [page.title for page in sample.pages.pages] == [
        slide.shapes.title.text_frame.text for slide in slides
    ]


def test_titles_differ_and_stand_in_title_placeholders(sample: Sample):
    titles = [slide.shapes.title for slide in Presentation(str(sample.path)).slides]

    assert {title.placeholder_format.type for title in titles} <= TITLES
    assert len({title.text_frame.text for title in titles}) == len(titles)


def test_the_title_is_read_first(sample: Sample):
    for slide in Presentation(str(sample.path)).slides:
        assert slide.shapes[0].shape_id == slide.shapes.title.shape_id


def test_every_picture_is_described_or_decorative(sample: Sample):
    deck = Presentation(str(sample.path))
    parts = [deck.slide_master, *deck.slide_layouts, *deck.slides]
    pictures = [picture for part in parts for picture in part._element.iter(f"{P}pic")]

    bare = [
        picture.find(f".//{P}cNvPr").get("name")
        for picture in pictures
        if not picture.find(f".//{P}cNvPr").get("descr")
        and picture.find(f".//{DECORATIVE}[@val='1']") is None
    ]

    assert bare == []


def test_every_run_has_the_language_of_the_deck(sample: Sample):
    tags = {
        properties.get("lang")
        for slide in sample.slides()
        for kind in ("rPr", "endParaRPr")
        for properties in slide.iter(f"{A}{kind}")
    }
    bare = [
        run
        for slide in sample.slides()
        for kind in ("r", "fld")
        for run in slide.iter(f"{A}{kind}")
        if run.find(f"{A}rPr") is None
    ]

    assert tags == {sample.pages.properties.language}
    assert bare == []


def test_no_text_is_too_small(sample: Sample):
    assert list(sizes(sample.pages.pages[0]))
    assert too_small(sample.pages) == []
