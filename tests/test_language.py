from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from deckgen.content import PartialDate
from deckgen.design import draw_look
from deckgen.fonts import typeface
from deckgen.geometry import Size
from deckgen.language import TAGS, Language, language
from deckgen.style import Ink
from deckgen.theme import Theme

GERMAN, BRITISH, AMERICAN = (language(tag) for tag in ("de-DE", "en-GB", "en-US"))


@pytest.mark.parametrize(
    ("written", "german", "english"),
    [
        ("17.25", "17,25", "17.25"),
        ("17.50", "17,50", "17.50"),
        ("2019", "2019", "2019"),
        ("1200000", "1.200.000", "1,200,000"),
        ("-12000.5", "−12.000,5", "−12,000.5"),
        ("0", "0", "0"),
    ],
)
def test_numbers_are_written_exactly_with_the_marks_of_the_language(written, german, english):
    number = Decimal(written)

    assert [german, english] == [GERMAN.number(number), BRITISH.number(number)]


def test_money_has_its_symbol_where_the_language_puts_it():
    amount = Decimal(840000)

    assert GERMAN.amount(amount, "EUR") == "840.000\u00a0€"
    assert BRITISH.amount(amount, "EUR") == "€840,000"
    assert BRITISH.amount(amount, "CHF") == "CHF\u00a0840,000"


@pytest.mark.parametrize(
    ("written", "shown"),
    [("12.5", "12,50\u00a0€"), ("840000.0", "840.000\u00a0€"), ("1.005", "1,005\u00a0€")],
)
def test_money_has_cents_or_none(written: str, shown: str):
    assert shown == GERMAN.amount(Decimal(written), "EUR")


@pytest.mark.parametrize(
    ("figure", "unit", "german", "english"),
    [
        ("12", "%", "12\u00a0%", "12%"),
        ("12", "£", "12\u00a0£", "£12"),
        ("−12", "£", "−12\u00a0£", "−£12"),
        ("12", "k£", "12\u00a0k£", "12\u00a0k£"),
        ("12", "", "12", "12"),
    ],
)
def test_a_unit_stands_where_the_language_puts_it(
    figure: str, unit: str, german: str, english: str
):
    assert [german, english] == [GERMAN.with_unit(figure, unit), BRITISH.with_unit(figure, unit)]


def test_figures_are_rounded_as_programs_round_them():
    assert ["2.469.135", "−1", "0,3"] == [
        GERMAN.figure(Decimal(written), places)
        for written, places in (("2469134.5", 0), ("-0.5", 0), ("0.25", 1))
    ]


def test_days_are_written_as_the_language_does():
    day = date(2019, 11, 6)

    assert GERMAN.date(day) == "06.11.2019"
    assert GERMAN.long_date(day) == "6. November 2019"
    assert BRITISH.date(day) == "06/11/2019"
    assert BRITISH.long_date(day) == "6 November 2019"
    assert AMERICAN.date(day) == "11/06/2019"
    assert AMERICAN.long_date(day) == "November 6, 2019"


DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@given(st.decimals(-(10**12), 10**12, places=2), st.sampled_from([GERMAN, BRITISH, AMERICAN]))
def test_numbers_are_those_of_the_unicode_locales_with_a_true_minus(
    number: Decimal, language: Language
):
    pattern = "#,##0.00" if abs(number) >= 10_000 else "0.00"

    written = format_decimal(number, pattern, _locale(language)).replace("-", "−")
    assert written == language.number(number)


@given(DAYS, st.sampled_from([GERMAN, BRITISH, AMERICAN]))
def test_days_are_those_of_the_unicode_locales(day: date, language: Language):
    short = {"de-DE": "dd.MM.yyyy", "en-GB": "dd/MM/yyyy", "en-US": "MM/dd/yyyy"}[language.tag]

    assert format_date(day, "long", _locale(language)) == language.long_date(day)
    assert format_date(day, short, _locale(language)) == language.date(day)


def _locale(language: Language) -> str:
    return language.tag.replace("-", "_")


def test_a_date_is_as_exact_as_its_author():
    assert GERMAN.partial_date(PartialDate(2019)) == "2019"
    assert GERMAN.partial_date(PartialDate(2019, 11)) == "11/2019"
    assert GERMAN.partial_date(PartialDate(2019, 11, 26)) == "26.11.2019"


def test_every_language_has_words_for_every_state_light_and_trend():
    for tag in TAGS:
        words = language(tag).words
        assert len(words.states) == 4
        assert len(words.lights) == len(words.trends) == 3


def test_what_stands_on_layouts_is_named_in_the_language_of_the_deck():
    face = typeface("Arial")
    theme = Theme("a", "A", dict.fromkeys(Ink, "0B3B5C"), face, face, Size(960, 540))
    names = [
        {each.name for layout in (look.master, *look.layouts) for each in layout.decorations}
        for look in (draw_look(theme, GERMAN), draw_look(theme, BRITISH))
    ]

    assert [{"Fußlinie", "Akzentbalken"}, {"Footer rule", "Accent bar"}] == names


def test_an_unknown_language_is_refused():
    with pytest.raises(KeyError):
        language("fr-FR")
