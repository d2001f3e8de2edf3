"""Slides with pictures, in looks of different make, as other programs get them."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from pptx import Presentation
from tests.in_themes import InTheme, in_theme, write_make
from tests.office import (
    REPOSITORY,
    misplaced_words,
    needs_office,
    needs_validator,
    to_pdfs,
    validate,
)
from tests.project import write_deck, write_theme
from tests.type_sizes import too_small

from deckgen.content import Tone
from deckgen.contrast import READABLE, contrast
from deckgen.language import language
from deckgen.layout.heatmap import INKS
from deckgen.layout.waterfall import CHANGE
from deckgen.looks import Looks
from deckgen.style import Ink

STANDS_OUT = 3
"""The contrast of what is no text (WCAG 2.1, success criterion 1.4.11)."""

THEMES = ("default", "bielefeld", "vorlage", "dark", "small")
DECK = """\
title: Bericht
language: de-DE
sections:
  - title: Zahlen
    slides:
      - kind: chart
        title: Was von der Förderung noch verfügbar ist
        type: waterfall
        categories: [Fördervolumen, Datenschutzbüro, Serviceportale, Nachbewilligung]
        values: [17.25, -2.5, -6.4, 0.8]
        unit: Mio. €
        source: Projektbüro
      - kind: chart
        title: Welche Projekte wie weit tragen
        type: heatmap
        criteria: [Nutzen für Bürgerinnen und Bürger, Finanzierung, Übertragbarkeit, Datenschutz]
        rows:
          - {name: Das Abfallsammelfahrzeug als Datenquelle, ratings: [green, yellow, red, –]}
          - {name: Schülerticket, ratings: [yellow, red, –, green]}
      - kind: chart
        title: Bis 2023 sind 15,8 Mio. € ausgegeben
        type: forecast
        categories: [2019, 2020, 2021, 2022, 2023]
        plan: [4.5, 9.0, 13.0, 16.0, 17.25]
        actual: [3.1, 7.2, –, –, –]
        forecast: [–, –, 11.0, 14.0, 15.8]
        low: [–, –, 10.2, 12.5, 14.0]
        high: [–, –, 11.8, 15.5, 16.9]
        unit: Mio. €
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("figures")
    write_deck(root, "bericht", DECK)
    for name in ("bielefeld", "vorlage"):
        shutil.copytree(REPOSITORY / "themes" / name, root / "themes" / name)
    write_make(root, "dark")
    write_theme(root, "small", "slide: 4:3\nfonts: {heading: Cambria, body: Calibri}\n")
    return root


@pytest.fixture(scope="module")
def decks(root: Path) -> dict[str, InTheme]:
    looks, output = Looks(root), root / "output"
    return {theme: in_theme("bericht", theme, looks, output) for theme in THEMES}


@pytest.fixture(scope="module")
def pdfs(decks: dict[str, InTheme], root: Path) -> Path:
    to_pdfs([deck.path for deck in decks.values()], root)
    return root


each_theme = pytest.mark.parametrize("theme", THEMES)


@needs_validator
@each_theme
def test_the_validator_finds_no_errors(theme: str, decks: dict[str, InTheme]):
    assert [] == validate(decks[theme].path)


@needs_office
@each_theme
def test_every_word_is_printed_in_its_place(theme: str, decks: dict[str, InTheme], pdfs: Path):
    assert [] == misplaced_words(decks[theme].pages, pdfs / f"{theme}-bericht.pdf")


@each_theme
def test_no_word_is_too_small_or_torn(theme: str, decks: dict[str, InTheme]):
    assert [] == too_small(decks[theme].pages)
    assert () == decks[theme].pages.warnings


@each_theme
def test_pictures_have_names_and_alternative_texts(theme: str, decks: dict[str, InTheme]):
    pictures = [
        shape
        for slide in Presentation(str(decks[theme].path)).slides
        for shape in slide.shapes
        if shape.shape_type == 13
    ]

    assert ["Wasserfalldiagramm", "Bewertungsmatrix", "Liniendiagramm mit Prognose"] == [
        picture.name for picture in pictures
    ]
    assert all(len(p._element.nvPicPr.cNvPr.get("descr")) > 40 for p in pictures)


@each_theme
def test_words_can_be_read_on_what_they_stand_on(theme: str, decks: dict[str, InTheme]):
    colours = _colours(decks[theme])
    ground = colours[Ink.BACKGROUND]
    tints = [mixed(colours[ink], ground, strength) for ink, strength in INKS.values()]

    assert all(contrast(colours[Ink.TEXT], tint) >= READABLE for tint in tints)
    assert all(
        contrast(colours[ink], colours[Ink.BACKGROUND]) >= READABLE
        for ink in (Ink.TEXT, Ink.PRIMARY, Ink.ACCENT, Ink.MUTED, Ink.BAD)
    )


@each_theme
def test_marks_and_bars_stand_out_from_their_ground(theme: str, decks: dict[str, InTheme]):
    colours = _colours(decks[theme])
    ground = colours[Ink.BACKGROUND]

    assert contrast(ground, mixed(colours[Ink.PRIMARY], ground, CHANGE)) >= STANDS_OUT
    for ink, strength in (INKS[tone] for tone in Tone if tone is not Tone.NONE):
        assert contrast(colours[ink], mixed(colours[ink], ground, strength)) >= STANDS_OUT


def _colours(deck: InTheme) -> Mapping[Ink, str]:
    """The colours of slides that hold pictures."""
    look = deck.looks.look(deck.theme, language("de-DE"))
    dress = look.layout("open").dress
    return {i: c.value for i, c in dress.inks.items()} if dress else look.theme.colours


def mixed(colour: str, ground: str, strength: float) -> str:
    """`strength` of a colour on a ground."""
    channels = zip(bytes.fromhex(ground), bytes.fromhex(colour), strict=True)
    return bytes(round(g + (c - g) * strength) for g, c in channels).hex().upper()
