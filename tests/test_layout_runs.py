from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deckgen.layout.runs import by_font, cut_links, share_runs
from deckgen.page import Run


def link(words: str) -> Run:
    return Run(words, link="https://example.org")


def test_runs_are_shared_out_to_the_lines_that_hold_them():
    runs = (Run("eins "), Run("zwei drei", is_bold=True), Run(" vier"))

    assert [
        (Run("eins "), Run("zwei", is_bold=True)),
        (Run("drei", is_bold=True), Run(" vier")),
    ] == list(share_runs(runs, ["eins zwei", "drei vier"]))


def test_a_link_on_one_line_stays_whole():
    runs = (Run("siehe "), link("unsere Seite"))

    assert runs == cut_links(runs, ("siehe unsere Seite",))


def test_runs_without_links_stay_whole():
    runs = (Run("eins zwei"), Run(" drei", is_bold=True))

    assert runs == cut_links(runs, ("eins", "zwei", "drei"))


def test_a_link_over_two_lines_is_a_link_on_each():
    runs = (Run("siehe "), link("unsere neue Seite"), Run(" und mehr"))

    assert (
        Run("siehe "),
        link("unsere"),
        Run(" "),
        link("neue Seite"),
        Run(" und mehr"),
    ) == cut_links(runs, ("siehe unsere", "neue Seite und", "mehr"))


def test_a_torn_address_has_no_space_in_it():
    assert (link("https://"), link("example.org")) == cut_links(
        (link("https://example.org"),), ("https://", "example.org")
    )


def test_a_link_is_cut_between_scripts():
    runs = (link("Projekt مشروع neu"),)

    assert (link("Projekt "), link("مشروع"), link(" neu")) == cut_links(
        runs, ("Projekt مشروع neu",)
    )


def test_among_words_from_the_right_links_and_lone_figures_are_of_another_font():
    runs = (Run("Am 1. مشروع 2020 im "), link("Rat"), Run(", 3 Tage"))

    assert [
        (Run("Am 1. مشروع"), False),
        (Run(" 2020 "), True),
        (Run("im "), False),
        (link("Rat"), True),
        (Run(", 3 "), True),
        (Run("Tage"), False),
    ] == list(by_font(runs))


def test_what_follows_a_bracket_is_of_another_font_in_a_text_from_the_right():
    assert [
        (Run("مشروع"), False),
        (Run(" "), True),
        (Run("Rat "), False),
        (Run("(neu) Rat "), True),
        (Run("مشروع"), False),
        (Run(" "), True),
        (Run("Rat"), False),
    ] == list(by_font((Run("مشروع Rat (neu) Rat مشروع Rat"),)))
    assert [(Run("Rat (neu) مشروع"), False)] == list(by_font((Run("Rat (neu) مشروع"),)))


WORDS = st.lists(st.text("abc-\u00a0", min_size=1, max_size=5), min_size=1, max_size=8)


@given(WORDS, st.data())
def test_no_letter_is_lost_and_none_changes_its_style(words: list[str], data: st.DataObject):
    styles = [data.draw(st.sampled_from([Run(""), Run("", is_bold=True), link("")])) for _ in words]
    ends = [" "] * (len(words) - 1) + [""]
    runs = tuple(
        style._replace(text=word + end)
        for style, word, end in zip(styles, words, ends, strict=True)
    )
    count = data.draw(st.integers(1, len(words)))
    lines = (*words[: count - 1], " ".join(words[count - 1 :]))

    cut = cut_links(runs, lines)

    assert letters(runs) == letters(cut)


def letters(runs: tuple[Run, ...]) -> list[Run]:
    return [run._replace(text=char) for run in runs for char in run.text if not char.isspace()]
