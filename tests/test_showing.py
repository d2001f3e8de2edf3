"""The deck that shows a theme: every kind of slide, in every language."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from tests.office import (
    REPOSITORY,
    boxes_of,
    misplaced_words,
    needs_office,
    needs_validator,
    to_pdf,
    validate,
)

from deckgen.folders import Folder, sample_deck
from deckgen.language import TAGS, language
from deckgen.layout import lay_out
from deckgen.looks import Looks
from deckgen.page import Pages, Sketch
from deckgen.planning import plan
from deckgen.reading import read_report
from deckgen.reading.columns import CONTENTS
from deckgen.reading.figures import TYPES
from deckgen.reading.topics import KINDS
from deckgen.showing import show_theme
from deckgen.words import LABELS, label


def _sample(tag: str) -> Folder:
    return sample_deck("theme-default", "de-DE" if tag == "de-DE" else "en-GB")


def _pages(tag: str, **labels: str) -> Pages:
    folder = _sample(tag)
    files = folder.deck_files()
    report, warnings = read_report(folder.name, folder.shown, files.yaml, files)
    assert () == warnings
    deck = plan(report._replace(language=tag), labels=labels)
    return lay_out(deck, Looks(REPOSITORY).look("default", deck.language))


def _words(pages: Pages) -> str:
    elements = [element for page in pages.pages for element in page.elements]
    boxes = (box for element in elements for box in boxes_of(element))
    drawn = (sketch.drawing for sketch in elements if isinstance(sketch, Sketch))
    texts = [paragraph.text for box in boxes for paragraph in box.paragraphs]
    labels = [" ".join(label.lines) for drawing in drawn for label in drawing.labels]
    return "\n".join([*texts, *labels])


@pytest.mark.parametrize("tag", TAGS)
def test_every_kind_of_slide_is_there(tag: str):
    look = Looks(REPOSITORY).look("default", language(tag))

    pages = _pages(tag)

    assert {layout.role for layout in look.layouts} == {page.layout for page in pages.pages}
    assert () == pages.warnings


@pytest.mark.parametrize("tag", TAGS)
def test_every_kind_that_authors_can_name_is_there(tag: str):
    """Each type of chart, too, and in columns all that may stand there."""
    deck = _sample(tag).deck_files().yaml["deck.yaml"].decode()

    of_series = {"changes", "trend"}  # which a deck without earlier reports does not have
    assert {*KINDS} - of_series == {*re.findall(r"- kind: (\w+)", deck)}
    assert {*TYPES} == {*re.findall(r" type: (\w+)", deck)}
    assert {*CONTENTS} <= {*re.findall(r"^ {12}(\w+):", deck, re.MULTILINE)}


def test_every_label_that_a_theme_can_change_is_seen():
    """But for those that stand on slides of other decks only."""
    words = language("de-DE").words
    own = {name: label(words, name).replace(" ", " Wort ", 1) + " x" for name in LABELS}
    of_news = LABELS[LABELS.index("new_mark") :]  # on slides of decks in a series of reports
    elsewhere = {
        *("agenda_at", "part", "one_project", "figures_rounded", "no_figure"),
        *("without_dates", "without_phase", "spent_unknown"),
    }

    shown = _words(_pages("de-DE", **own)).replace("\u00a0", " ")

    unseen = {name for name, text in own.items() if text.partition("{")[0] not in shown}
    assert elsewhere == unseen - {*of_news}


@pytest.mark.parametrize("theme", ["bielefeld", "paderborn", "default"])
def test_a_theme_is_shown_in_a_file_of_its_name(tmp_path: Path, theme: str):
    built = show_theme(theme, "de-DE", root=REPOSITORY, output=tmp_path)

    assert (tmp_path / f"theme-{theme}.pptx", ()) == (built.path, built.warnings)
    assert built.size == built.path.stat().st_size


@needs_validator
def test_the_validator_finds_no_errors(tmp_path: Path):
    built = show_theme("bielefeld", "en-US", root=REPOSITORY, output=tmp_path)

    assert validate(built.path) == []


@needs_office
def test_every_word_is_printed_in_its_place(tmp_path: Path):
    built = show_theme("default", "de-DE", root=REPOSITORY, output=tmp_path)

    assert misplaced_words(_pages("de-DE"), to_pdf(built.path, tmp_path)) == []


def test_long_labels_find_room():
    """Sixty characters, the most there may be."""
    own = {
        name: (label(language("de-DE").words, name) + " und noch viel mehr Worte" * 3)[:60].strip()
        for name in LABELS
    }
    pages = _pages("de-DE", **own)

    assert Counter() == Counter(warning.code for warning in pages.warnings)
