"""Ways out of a slip of the pen."""

from __future__ import annotations

import re
from pathlib import Path

from deckgen.glossary import glossary
from deckgen.suggesting import did_you_mean, likest, suggest

DOCS = Path(__file__).parent.parent / "docs"
APART, TOGETHER = "gru\u0308n", "gr\u00fcn"


def test_the_choice_most_like_a_word_is_asked_for_whatever_its_case():
    assert "did you mean `in_review`?" == suggest("In Reveiw", ["in_review", "open"], "states")


def test_the_word_of_a_german_author_is_translated_if_that_is_a_choice():
    assert "did you mean `yellow`?" == suggest("Gelb", ["green", "yellow", "red"], "lights")
    assert "did you mean `in_progress`?" == suggest("in Arbeit", ["in_progress"], "states")
    assert did_you_mean("gelb", ["up", "down"]) is None


def test_german_words_are_translated_into_words_that_the_documentation_explains():
    pages = "".join((DOCS / page).read_text("utf-8") for page in ("format.md", "themes.md"))
    explained = {*re.findall(r"[\w-]+", " ".join(re.findall(r"`[^`\n]+`", pages)))}

    assert set() == {name for names in glossary().values() for name in names} - explained


def test_a_word_like_no_choice_is_told_them_all():
    assert "the states are: open, done" == suggest("xyz", ["open", "done"], "states")


def test_where_nothing_can_be_chosen_that_is_said():
    assert "there are no themes" == suggest("blue", [], "themes")


def test_a_name_that_only_looks_the_same_is_told_once_and_is_the_likest():
    assert did_you_mean(TOGETHER, [APART, "rot"]) == (
        f"`{APART}` only looks the same, its letters are stored otherwise: type its name anew"
    )
    assert APART == likest(TOGETHER, [APART, "rot"])


def test_a_word_that_is_a_choice_has_no_twin():
    assert "did you mean `grün`?" == did_you_mean(TOGETHER, [TOGETHER])
