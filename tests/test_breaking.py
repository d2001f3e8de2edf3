"""Where a line may end. How whole paragraphs are broken is in test_text.py."""

from __future__ import annotations

import pytest

from deckgen.breaking import is_glued, is_plain, places, places_after, tearing


def test_the_places_where_a_line_may_end_are_known():
    assert (5, 10) == places("Open-Data-Portal")


@pytest.mark.parametrize("word", ["Portal", "COVID-19", "-fach", "Fach-", "Ein-/Ausgabe", ""])
def test_a_word_may_have_no_such_place(word: str):
    assert () == places(word)


def test_those_beyond_the_line_before_are_found_last_first():
    assert [10, 5] == list(places_after("Open-Data-Portal", 0, 16))
    assert [10] == list(places_after("Open-Data-Portal", 5, 16))
    assert [5] == list(places_after("Open-Data-Portal", 0, 9))


def test_a_hyphen_that_begins_a_line_does_not_end_it():
    assert [] == list(places_after("Open-Data", 4, 9))
    assert [2] == list(places_after("都市計", 1, 2))


@pytest.mark.parametrize("word", ["Portal", "Portal,", "„Portal“", "und/oder", "2018", "("])
def test_most_words_are_plain(word: str):
    assert is_plain(word)


@pytest.mark.parametrize("word", ["Open-Data", ")", ":", "!", "", "都市", "🚲"])
def test_words_that_break_or_stick_to_the_one_before_are_not_plain(word: str):
    assert not is_plain(word)


@pytest.mark.parametrize(
    ("word", "following"), [("ja", "!"), ("so", ":"), ("(", "offen"), ("„", "Zitat"), ("Rad", "🚲")]
)
def test_some_words_stay_together(word: str, following: str):
    assert is_glued(word, following)


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("9876-2014-2020", 12, "9876-2014-"),
        ("Silben\u00adtrennung", 12, "Silben\u00ad"),
        ("Betriebswerk", 9, "Betriebsw"),
        ("Betriebswerk", 0, "B"),
        ("Schifffahrt", 6, "Schi"),
        ("x" + "f" * 40, 30, "x" + "f" * 29),
    ],
)
def test_a_word_is_torn_where_it_hurts_least(text: str, limit: int, expected: str):
    assert expected == text[: tearing(text, limit)]
