"""What words take of a line in PowerPoint and LibreOffice, whichever is more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.faces import Face
from deckgen.fonts import typeface
from deckgen.measuring import rounding, ruler

DOT = 72 / 600

face = Face({"a": 0.5, "b": 0.503, "ä": 0.6, "\u0308": 0.0, " ": 0.25}, {"bb": -0.1, "ba": 0.1})


def test_a_word_is_as_wide_as_its_advances_where_dots_are_not_wider():
    """At 12 points an em is a hundred dots: nothing is rounded but b, down to fifty."""
    assert pytest.approx(0.503 * 12) == ruler(face, 12).width("b")


def test_each_letter_is_rounded_to_dots_where_that_is_wider():
    """At 18.12 points an em is 151 dots, half of it rounds up to 76."""
    assert pytest.approx(3 * 76 * DOT) == ruler(face, 18.12).width("aaa")


def test_a_pair_that_is_kerned_together_is_still_as_wide_as_its_advances():
    assert pytest.approx(2 * 0.503 * 12) == ruler(face, 12).width("bb")


def test_a_pair_that_is_kerned_apart_is_wider_than_its_advances():
    assert pytest.approx((60 + 50) * DOT) == ruler(face, 12).width("ba")


def test_a_letter_with_a_separate_accent_is_as_wide_as_the_composed_one():
    assert pytest.approx(0.6 * 12) == ruler(face, 12).width("a\u0308")


def test_words_are_looked_up_with_the_space_after_them():
    assert pytest.approx((0.5 + 0.25) * 12) == ruler(face, 12).words["a"]


def test_a_ruler_is_made_once():
    assert ruler(face, 12) is ruler(face, 12)


def test_each_run_of_a_line_may_end_half_a_hundredth_of_a_millimetre_later():
    assert pytest.approx(0.5 * 72 / 2540) == rounding(3) - rounding(2)


@given(st.text("abAVfit-., ’re\u0308", min_size=1), st.integers(8, 60))
def test_a_text_reaches_as_far_as_it_is_wide(text: str, size: int):
    measure = ruler(typeface("Calibri").regular, size)
    reach = measure.reach(text)

    assert len(text) == len(reach)
    assert sorted(reach) == reach
    assert pytest.approx(measure.width(text)) == reach[-1]


@given(st.text("abAVfit-., ’re\u0308"), st.integers(8, 60))
def test_no_text_is_narrower_than_its_advances(text: str, size: int):
    advances = typeface("Arial").bold.width(text) * size

    assert ruler(typeface("Arial").bold, size).width(text) >= advances - 1e-9
