"""Dates, amounts and choices as the format defines them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.content import PartialDate, State
from deckgen.language import language
from deckgen.reading.findings import Mistake
from deckgen.reading.values import (
    parse_amount,
    parse_choice,
    parse_date,
    parse_partial_date,
    parse_switch,
    parse_whole_number,
)


@pytest.mark.parametrize("text", ["2019-11-06", "06.11.2019", "6.11.2019"])
def test_a_german_deck_knows_two_forms_of_a_date(text: str):
    assert date(2019, 11, 6) == parse_date(text, is_german=True)


def test_an_english_deck_knows_one_form_of_a_date():
    assert date(2019, 11, 6) == parse_date("2019-11-06", is_german=False)
    with pytest.raises(Mistake, match="only in a German deck"):
        parse_date("06.11.2019", is_german=False)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2019", PartialDate(2019)),
        ("2019-11", PartialDate(2019, 11)),
        ("11/2019", PartialDate(2019, 11)),
        ("11.2019", PartialDate(2019, 11)),
        ("2019-11-06", PartialDate(2019, 11, 6)),
        ("29.02.2020", PartialDate(2020, 2, 29)),
    ],
)
def test_a_partial_date_is_as_exact_as_it_is_written(text: str, moment: PartialDate):
    assert moment == parse_partial_date(text, is_german=True)


@pytest.mark.parametrize(
    "text", ["2019-02-29", "2019-13", "2019-00", "2019-01-00", "0.1.2019", "31.04.2019"]
)
def test_a_date_must_be_in_the_calendar(text: str):
    with pytest.raises(Mistake, match="not in the calendar"):
        parse_partial_date(text, is_german=True)


@pytest.mark.parametrize("text", ["19-11-06", "2019-11-6", "2019/11/06", "6.11.19", "٢٠١٩", "0019"])
def test_other_forms_are_no_dates(text: str):
    with pytest.raises(Mistake, match="is not a date"):
        parse_partial_date(text, is_german=True)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("0", "0"),
        ("1200000", "1200000"),
        ("1_200_000", "1200000"),
        ("17.25", "17.25"),
        ("17.250", "17.250"),
        ("0.125", "0.125"),
        ("-3.5", "-3.5"),
        ("0.1", "0.1"),
    ],
)
def test_amounts_are_exact(text: str, amount: str):
    assert amount == str(parse_amount(text, is_german=False))


def test_a_german_amount_may_have_a_comma():
    assert Decimal("17.25") == parse_amount("17,25", is_german=True)
    with pytest.raises(Mistake):
        parse_amount("17,25", is_german=False)


@pytest.mark.parametrize("text", ["1.200", "17.250", "-960.000"])
def test_what_germans_read_as_thousands_is_not_guessed_at(text: str):
    with pytest.raises(Mistake, match="can be read as"):
        parse_amount(text, is_german=True)


@pytest.mark.parametrize(
    "text",
    ["", "0123", "1_20", "1,2,3", "1.200.000", "1e6", "12 €", "½", "٣", "5.", ".5", "+5", "1-2"],
)
def test_other_figures_are_no_amounts(text: str):
    with pytest.raises(Mistake, match="is not an amount"):
        parse_amount(text, is_german=True)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=0, max_value=9999, places=2))
def test_an_amount_as_the_language_writes_it_is_read_as_the_same(amount: Decimal):
    for tag in ("de-DE", "en-GB"):
        german = language(tag).is_german
        assert amount == parse_amount(language(tag).number(amount), is_german=german)


def test_true_and_false_are_the_only_switches():
    assert (True, False) == (parse_switch("true"), parse_switch("false"))
    for text in ("yes", "no", "on", "True", "1", "ja"):
        with pytest.raises(Mistake):
            parse_switch(text)


def test_a_choice_suggests_the_nearest():
    assert State.IN_PROGRESS is parse_choice("in_progress", State, "states")
    with pytest.raises(Mistake) as caught:
        parse_choice("In-Progress", State, "states")
    assert "did you mean `in_progress`?" == caught.value.hint


def test_a_number_to_count_with_begins_at_one():
    assert 6 == parse_whole_number("6")
    for text in ("0", "-1", "6.0", "06", "1234567890"):
        with pytest.raises(Mistake):
            parse_whole_number(text)
