"""Ways out of a slip of the pen."""

from __future__ import annotations

from deckgen.suggesting import did_you_mean, likest, suggest

APART, TOGETHER = "gru\u0308n", "gr\u00fcn"


def test_the_choice_most_like_a_word_is_asked_for_whatever_its_case():
    assert "did you mean `in_review`?" == suggest("In Reveiw", ["in_review", "open"], "states")


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
