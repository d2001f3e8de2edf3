"""Tables of extreme contents, as other programs show them, in looks of every make."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.in_themes import write_make
from tests.office import (
    REPOSITORY,
    misplaced_words,
    needs_office,
    needs_validator,
    to_pdfs,
    validate,
)
from tests.printed_lines import agreement, printed_paragraphs
from tests.project import write
from tests.type_sizes import too_small

from deckgen.building import build, typeset
from deckgen.looks import Looks

LABEL = "Optimierung der Entsorgungslogistik mit Software- und Telematiksystemen im Stadt"
FIGURES = (12.5, -1300.25, None, 1234567890.12, 0.001, 98765, 3)
THEMES = ("default", "bielefeld", "vorlage", "standard", "dark", "4-3", "photo")
LANGUAGES = ("de-DE", "en-GB")
NAMES = [f"{theme}-{tag}" for theme in THEMES for tag in LANGUAGES]
each_deck = pytest.mark.parametrize("name", NAMES)


def table(title: str, header: list[str], rows: list[list[Any]]) -> dict[str, Any]:
    return {"kind": "table", "title": title, "header": header, "rows": rows}


def deck(tag: str) -> dict[str, Any]:
    """One and sixty rows, one and twelve columns, long labels, and figures of every kind."""
    years = [str(year) for year in range(2010, 2021)]
    rows = [[f"Nr. {n}", LABEL[: 20 + n], FIGURES[n % 7], "**ja**"] for n in range(60)]
    wide = [[LABEL[:9], *[FIGURES[(n + row) % 7] for n in range(11)]] for row in range(3)]
    slides = [
        table("Eine Zeile", ["Feld", "Wert"], [["Kultur", 12.5]]),
        table("Eine Spalte", [LABEL], [[LABEL]]),
        table("Sechzig Zeilen", ["Nr.", "Vorhaben", "Betrag", "Stand"], rows),
        table("Zwölf Spalten", ["Feld", *years], wide),
        table("Lange Texte", [LABEL[:30]] * 12, [[LABEL] * 12, [LABEL[:3]] * 12]),
        table("Hohe Zeile", ["Feld", "Text", "Wert"], [["Kultur", f"{LABEL} " * 30, 3]]),
        {"kind": "portfolio", "title": "Kurz"},
        {
            "kind": "portfolio",
            "title": "Lang",
            "columns": ["partners", "duration", "spent", "light"],
        },
    ]
    return {"title": "Tabellen", "language": tag, "sections": [{"title": "S", "slides": slides}]}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("tables")
    shutil.copytree(REPOSITORY / "themes", root / "themes")
    write(root / "themes/standard/theme.yaml", 'name: Standard\nslide: "4:3"\n')
    for make in ("dark", "4-3", "photo"):
        write_make(root, make)
    projects = REPOSITORY / "src/deckgen/samples/en-GB/projects"
    for name in NAMES:
        theme, tag = name[: -len("-de-DE")], name[-len("de-DE") :]
        content = {**deck(tag), "theme": theme}
        text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
        write(root / f"content/{name}/deck.yaml", text)
        shutil.copytree(projects, root / f"content/{name}/projects")
        build(name, root=root, output=root / "output")
    return root


@pytest.fixture(scope="module")
def pdfs(root: Path) -> Path:
    to_pdfs([root / f"output/{name}.pptx" for name in NAMES], root)
    return root


@needs_validator
@each_deck
def test_the_validator_finds_no_errors(name: str, root: Path):
    assert [] == validate(root / f"output/{name}.pptx")


@needs_office
@each_deck
def test_every_word_is_printed_in_its_cell_in_as_many_lines_as_measured(name: str, pdfs: Path):
    pages = typeset(name, Looks(pdfs)).pages
    pdf = pdfs / f"{name}.pdf"

    assert [] == misplaced_words(pages, pdf)
    assert [] == too_small(pages)
    assert 0 == agreement(printed_paragraphs(pages, pdf)).more
