"""Where a line may end. How whole paragraphs are broken is in test_text.py."""

from __future__ import annotations

import pytest

from deckgen.breaking import beginnings, is_glued, is_plain, tearing


def test_what_of_a_word_may_end_a_line_is_found_longest_first():
    assert ("Open-Data-", "Open-") == beginnings("Open-Data-Portal")


@pytest.mark.parametrize("word", ["Portal", "COVID-19", "-fach", "Fach-", "Ein-/Ausgabe", ""])
def test_a_word_may_have_no_such_part(word: str):
    assert () == beginnings(word)


@pytest.mark.parametrize("word", ["Portal", "Portal,", "„Portal“", "und/oder", "2018", "("])
def test_most_words_are_plain(word: str):
    assert is_plain(word)


@pytest.mark.parametrize("word", ["Open-Data", ")", ":", "!", "", "都市"])
def test_words_that_break_or_stick_to_the_one_before_are_not_plain(word: str):
    assert not is_plain(word)


@pytest.mark.parametrize(
    ("word", "following"), [("ja", "!"), ("so", ":"), ("(", "offen"), ("„", "Zitat")]
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
    ],
)
def test_a_word_is_torn_where_it_hurts_least(text: str, limit: int, expected: str):
    assert expected == text[: tearing(text, limit)]
