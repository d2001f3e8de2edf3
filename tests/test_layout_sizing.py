from __future__ import annotations

from deckgen.language import language
from deckgen.layout.naming import Naming, roman, suffix
from deckgen.layout.sizing import family_size

STEPS = (24, 22, 20, 18)


def needing(*limits: int):
    """Slides that fit one page in sizes up to their limit; 0 fits in none."""
    return lambda size: [1 if size <= limit else 2 for limit in limits]


def test_slides_that_all_fit_have_the_largest_size():
    assert family_size(STEPS, needing(24, 24, 24)) == 24


def test_a_lone_slide_steps_down_until_it_fits():
    assert family_size(STEPS, needing(20)) == 20


def test_one_full_slide_does_not_shrink_the_others():
    assert family_size(STEPS, needing(24, 24, 24, 18)) == 24


def test_a_slide_that_fits_in_no_size_has_no_say():
    assert family_size(STEPS, needing(24, 0)) == 24


def test_many_full_slides_step_down_together():
    assert family_size(STEPS, needing(24, 20, 20, 20)) == 20


def test_a_slide_that_must_continue_is_as_large_as_the_fewest_pages_allow():
    pages = {24.0: 4, 22.0: 3, 20.0: 3, 18.0: 3}

    assert family_size(STEPS, lambda size: [pages[size]]) == 22


def test_parts_are_named_in_the_language_of_the_deck():
    german, english = language("de-DE").words, language("en-GB").words

    assert suffix(Naming.PART, german, 1, 2) == " – Teil 1"
    assert suffix(Naming.PART, english, 2, 2) == " – Part 2"
    assert suffix(Naming.ROMAN, german, 2, 2) == " – II"
    assert suffix(Naming.FRACTION, german, 2, 3) == " (2/3)"
    assert suffix(Naming.PART, german, 1, 1) == ""


def test_roman_numerals():
    assert [roman(n) for n in (1, 4, 9, 14, 19)] == ["I", "IV", "IX", "XIV", "XIX"]
