"""A theme's own words take the place of deckgen's, on slides and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.office import REPOSITORY
from tests.project import DECK, write, write_deck, write_theme

from deckgen.building import typeset
from deckgen.language import TAGS, language
from deckgen.looks import Looks
from deckgen.page import TextBox
from deckgen.reading import read_theme
from deckgen.words import LABELS, Words, label, relabelled


def _labels(text: str) -> Mapping[str, Mapping[str, str]]:
    return read_theme("city", "themes/city", {"theme.yaml": text.encode()})[0].labels


def _shown(root: Path, deck: str) -> str:
    pages = typeset(deck, Looks(root)).pages.pages
    boxes = (box for page in pages for box in page.elements if isinstance(box, TextBox))
    return "\n".join(paragraph.text for box in boxes for paragraph in box.paragraphs)


@pytest.mark.parametrize("tag", TAGS)
def test_every_label_can_be_had_and_changed(tag: str):
    words = language(tag).words
    changed = relabelled(words, {name: f"<{label(words, name)}>" for name in LABELS})

    assert {name: f"<{label(words, name)}>" for name in LABELS} == {
        name: label(changed, name) for name in LABELS
    }


def test_changed_states_leave_the_others_as_they_are():
    words = language("de-DE").words

    assert words.states == relabelled(words, {"green": "Gut"}).states
    assert words == relabelled(relabelled(words, {"open": "x"}), {"open": label(words, "open")})


def test_labels_are_german_unless_they_say_otherwise():
    text = "labels: {status: Sachstand, en-GB: {status: State of play}, de-DE: {phase: Schritt}}"

    assert {
        "de-DE": {"status": "Sachstand", "phase": "Schritt"},
        "en-GB": {"status": "State of play"},
    } == _labels(text)


def test_a_label_keeps_its_names():
    text = "labels: {source: '{source} (Quelle)', as_of: '{date}',  part: 'Nr. {number}'}"

    assert {
        "de-DE": {"source": "{source} (Quelle)", "as_of": "{date}", "part": "Nr. {number}"}
    } == _labels(text)


def test_a_label_is_one_line():
    assert {"de-DE": {"status": "So steht\u00a0es"}} == _labels(
        "labels:\n  status: |\n    So\n    steht\u00a0es\n"
    )


def test_slides_speak_as_the_theme_does(tmp_path: Path):
    labels = "labels: {agenda: Ablauf, thanks: Danke, en-US: {agenda: Today}}"
    write_theme(tmp_path, "city", labels)
    write_deck(tmp_path, "a", DECK + "theme: city\n")
    write_deck(tmp_path, "b", DECK.replace("de-DE", "en-US") + "theme: city\n")

    german, american = _shown(tmp_path, "a"), _shown(tmp_path, "b")

    assert re.search("Ablauf(.|\n)*Danke", german)
    assert re.search("Today(.|\n)*Thank you for your attention", american)


def test_a_footer_speaks_as_the_theme_does(tmp_path: Path):
    write_theme(tmp_path, "city", "labels: {as_of: 'Sachstand vom {date}'}")
    write_deck(tmp_path, "a", DECK + "theme: city\nas_of: 2019-11\n")

    assert "Bericht an den Rat · Sachstand vom 11/2019" in _shown(tmp_path, "a")


NO_LABELS = {
    **dict.fromkeys(("months", "quarter", "week"), "the calendar's"),
    **dict.fromkeys(("millions", "below", "above", "sum_of"), "how figures are written"),
    "trend_lead": "what is left out of a trend below a heading",
    **dict.fromkeys(("expected", "milestone", "lower_bound", "upper_bound"), "in notes only"),
    **dict.fromkeys(("waterfall", "heatmap", "forecast_chart"), "read aloud only"),
    **dict.fromkeys(("bar_chart", "column_chart", "line_chart", "ring_chart"), "read aloud only"),
    **dict.fromkeys(("phase_passed", "phase_current"), "read aloud only"),
    **dict.fromkeys(("begins_before", "ends_after", "and_more"), "read aloud only"),
    **dict.fromkeys(("described_table", "in_rows", "in_projects", "in_columns"), "read aloud only"),
    **dict.fromkeys(
        ("picture", "table", "table_of_projects", "remark", "key", "rule", "edge"),
        "names of objects",
    ),
    "figures": "the name of a series that has none, where it is edited",
    **dict.fromkeys(("start", "layouts", "slide_title", "slide_text"), "PowerPoint's own views"),
}
"""The words that are no labels, and why: none of them is seen on a slide, or none is deckgen's."""


def test_a_theme_can_change_every_word_that_readers_see():
    """A new word is a label, or it is said here why it need not be."""
    words = language("de-DE").words
    own = relabelled(words, dict.fromkeys(LABELS, "<own>"))
    changed = {name for name in Words._fields if getattr(own, name) != getattr(words, name)}

    assert {*Words._fields} - changed == NO_LABELS.keys()


MISSING = """\
sections:
  - title: Projekte
    slides:
      - {kind: timeline}
      - {kind: pipeline}
      - {kind: budget}
      - {kind: chart, type: doughnut, categories: [A, B], series: [{values: [1.23456, –]}]}
"""


def test_what_nobody_knows_is_told_in_the_theme_s_words(tmp_path: Path):
    names = ("without_dates", "without_phase", "without_money", "spent_unknown", "no_figure")
    own = {
        name: label(language("de-DE").words, name).replace("hn", "HN") + " x"
        for name in (*names, "figures_rounded")
    }
    labels = ", ".join(f"{name}: '{text}'" for name, text in own.items())
    write_theme(tmp_path, "city", f"labels: {{{labels}}}")
    deck = write_deck(tmp_path, "a", f"title: Bericht\ntheme: city\n{MISSING}")
    write(deck.parent / "projects" / "bare.yaml", "title: Ohne alles\n")
    known = "title: Mit\nphase: running\nstart: 2020-01-01\nbudget: {granted: 5}\n"
    write(deck.parent / "projects" / "known.yaml", known)

    shown = _shown(tmp_path, "a").replace("\u00a0", " ").lower()

    told = [text.partition("{")[0].strip().lower() for text in own.values()]
    assert [] == [words for words in told if words not in shown]


def test_the_documentation_lists_every_label_with_our_words():
    text = (REPOSITORY / "docs" / "themes.md").read_text(encoding="utf-8")
    rows = text.partition("| labels | deckgen's words |")[2].partition("\n\n")[0]
    words = language("de-DE").words

    assert [f"`{name}`" for name in LABELS if f"`{name}`" not in rows] == []
    assert [name for name in LABELS if label(words, name) not in rows] == []
