"""Markup in texts: bold, italic, links and names that are filled in."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.content import Span
from deckgen.reading.markup import is_unmarked, names_in, style

FILL_INS = {"as_of": "11/2019", "signs": "**{as_of}**", "date": None}


def _spans(text: str) -> tuple[Span, ...]:
    styled = style(text, FILL_INS)
    assert () == styled.mistakes
    return styled.spans


def _bold(text: str) -> Span:
    return Span(text, is_bold=True)


def _italic(text: str) -> Span:
    return Span(text, is_italic=True)


def _codes(text: str) -> list[str]:
    return [mistake.code for mistake in style(text, FILL_INS).mistakes]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("plain", (Span("plain"),)),
        ("a **b** c", (Span("a "), _bold("b"), Span(" c"))),
        ("a *b* c", (Span("a "), _italic("b"), Span(" c"))),
        ("**Förder**mittel", (_bold("Förder"), Span("mittel"))),
        ("***a*** b", (Span("a", is_bold=True, is_italic=True), Span(" b"))),
        ("**a *b***", (_bold("a "), Span("b", is_bold=True, is_italic=True))),
        ("*a **b** c*", (_italic("a "), Span("b", is_bold=True, is_italic=True), _italic(" c"))),
        ("**a** **b**", (_bold("a"), Span(" "), _bold("b"))),
        ("(*a*)", (Span("("), _italic("a"), Span(")"))),
    ],
)
def test_asterisks_around_words_make_them_bold_or_italic(text: str, spans: tuple[Span, ...]):
    assert spans == _spans(text)


@pytest.mark.parametrize(
    "text",
    [
        "Bürger*innen und Mitarbeiter*innen",
        "2 * 3 * 4",
        "*vorläufig",
        "5** und **",
        "[sic]",
        "f(x)",
        "[a] (b)",
        "{",
        "a}b",
        "{}",
        "snake_case_words, `code`, <b>, # and ~",
    ],
)
def test_other_signs_stay_what_they_are(text: str):
    assert (Span(text),) == _spans(text)


def test_an_asterisk_that_found_no_partner_does_not_hide_a_pair():
    assert (Span("*a und "), _italic("b")) == _spans("*a und *b*")


def test_a_gender_asterisk_may_stand_in_italic_words():
    assert (_italic("Bürger*innen"),) == _spans("*Bürger*innen*")


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://example.org/a?b=c#d",
        "https://example.org/a_(b)",
        "mailto:office@example.org",
    ],
)
def test_words_may_link_to_web_and_mail_addresses(address: str):
    assert (Span("see "), Span("here", link=address)) == _spans(f"see [here]({address})")


def test_the_words_of_a_link_may_have_styles():
    link = "https://example.org"

    assert (Span("a", is_bold=True, link=link), Span(" b", link=link)) == _spans(
        f"[**a** b]({link})"
    )
    assert (Span("a", is_bold=True, link=link),) == _spans(f"**[a]({link})**")


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc/passwd", "www.example.org", "https://", "", "https://a b"],
)
def test_a_link_to_anything_else_is_a_mistake(address: str):
    assert ["bad-link"] == _codes(f"[here]({address})")


def test_names_are_filled_in_and_what_they_stand_for_is_no_markup():
    assert (Span("as of 11/2019"),) == _spans("as of {as_of}")
    assert (Span("**{as_of}**"),) == _spans("{signs}")


def test_doubled_braces_are_braces():
    assert (Span("{as_of} {11/2019}"),) == _spans("{{as_of}} {{{as_of}}}")


def test_every_wrong_name_is_told():
    assert ["unknown-fill-in", "fill-in-not-given"] == _codes("{asof} {date}")


def test_bold_words_that_never_end_are_a_mistake():
    assert ["unclosed-bold"] == _codes("this is **important")


def test_blanks_and_line_breaks_are_one_blank_but_no_break_spaces_stay():
    assert (Span("a b c\u00a0\u00a0d"),) == _spans("  a  b\n\t c\u00a0\u00a0d ")


def test_the_names_in_a_text_are_known_without_filling_them_in():
    assert {"a", "c"} == names_in("{a} {{b}} {c} {a}")


@given(st.text(alphabet="ab *{}[]()\n_:/.", max_size=40))
def test_no_letter_is_lost_and_none_is_made_up(text: str):
    styled = style(text, {})
    if styled.mistakes or "](" in text:
        return

    assert [char for char in text if char in "ab"] == [c for c in styled.plain if c in "ab"]


@given(st.text(max_size=60))
def test_spans_are_never_empty_and_neighbours_differ(text: str):
    spans = style(text, FILL_INS).spans

    assert all(span.text for span in spans)
    assert all(a[1:] != b[1:] for a, b in pairwise(spans))


@given(st.text(alphabet="ab *[]{}()\t\n\r\u00a0", max_size=8))
def test_a_quick_look_finds_only_texts_that_are_shown_as_they_are(text: str):
    if is_unmarked(text):
        assert ((Span(text),), ()) == style(text, FILL_INS)


@pytest.mark.parametrize("text", ["words", "Bürger (alle)", "a_b – c", "5\u00a0€", "a]"])
def test_a_quick_look_is_enough_for_most_texts(text: str):
    assert is_unmarked(text)
