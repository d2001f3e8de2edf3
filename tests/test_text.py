from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.fuzzing import fault_in

from deckgen.faces import Face
from deckgen.fonts import typeface
from deckgen.text import Lines, break_lines
from deckgen.unbroken import Piece
from deckgen.widths import width_of, widths_of

HALF_EM = Face({chr(code): 0.5 for code in range(32, 0x10000)})
SIZE = 12
CHARACTER = 6.0


def broken(text: str, characters: float) -> Lines:
    """`text` in a frame as wide as so many characters, each half of twelve points."""
    return break_lines([Piece(text, HALF_EM, SIZE)], (characters + 0.25) * CHARACTER)


def lines(text: str, characters: float) -> list[str]:
    return list(broken(text, characters).lines)


def test_a_line_that_is_exactly_full_does_not_break():
    assert ["slipped two", "weeks"] == lines("slipped two weeks", 11)


def test_a_line_that_is_a_character_too_narrow_breaks():
    assert ["slipped", "two weeks"] == lines("slipped two weeks", 10)


def test_a_hair_of_each_line_is_left_free_for_what_programs_round():
    """Two halves of a hundredth of a millimetre: of the frame, and of the run."""
    text, hair = "a" * 100, 72 / 2540

    assert 1 == len(break_lines([Piece(text, HALF_EM, SIZE)], 600 + hair).lines)
    assert 2 == len(break_lines([Piece(text, HALF_EM, SIZE)], 599.99 + hair).lines)


@pytest.mark.parametrize("text", ["", " ", "   "])
def test_a_paragraph_without_words_is_one_empty_line(text: str):
    assert Lines(("",)) == broken(text, 10)


def test_a_paragraph_without_pieces_is_one_empty_line():
    assert Lines(("",)) == break_lines([], 100)


def test_spaces_at_the_end_of_a_line_need_no_room():
    assert Lines(("ab", "cd")) == broken("ab   cd", 2)


def test_spaces_around_a_paragraph_are_left_out():
    assert Lines(("ab cd",)) == broken("  ab cd  ", 5)


def test_spaces_between_words_of_a_line_are_kept():
    assert ["a  b", "c"] == lines("a  b c", 4)


@pytest.mark.parametrize(
    ("text", "characters", "expected"),
    [
        ("Die Fach- und Sachgebiete", 10, ["Die Fach-", "und", "Sachgebiet", "e"]),
        ("Open-Data-Portal", 12, ["Open-Data-", "Portal"]),
        ("Kreis\u2010Arbeit", 8, ["Kreis\u2010", "Arbeit"]),
        ("„Smart“-Projekt", 10, ["„Smart“-", "Projekt"]),
        ("Nordrhein–Westfalen", 12, ["Nordrhein–", "Westfalen"]),
        ("bald — dann", 8, ["bald —", "dann"]),
        ("Zeile\u200bnbruch", 7, ["Zeile\u200b", "nbruch"]),
        ("都市計画報告", 4, ["都市計画", "報告"]),
    ],
)
def test_a_line_breaks_after(text: str, characters: int, expected: list[str]):
    assert expected == lines(text, characters)


@pytest.mark.parametrize(
    "words",
    [
        *("COVID-19", "-fach", "2018–2021", "Modell-)Kommunen", "Ein-/Ausgabe", "und/oder"),
        *("snake_case", "a.b.c", "weiter…so", "17,25\u00a0Mio.", "z.\u202fB.", "100\u2007m"),
        *("nicht\u2011hier", "kein\u2060Bruch", "Silben\u00adtrennung", "fertig )", "( offen"),
        *("offen :", "„ Zitat"),
    ],
)
def test_a_line_does_not_break_inside(words: str):
    assert ["vor", words] == lines(f"vor {words}", len(words) + 3)


def test_a_path_is_not_broken_before_its_last_slash():
    """LibreOffice moves such words to the next line as a whole."""
    assert ["siehe", "rv/digital-region/x"] == lines("siehe rv/digital-region/x", 19)


def test_a_word_wider_than_a_line_is_torn_and_named():
    result = broken("ein Donaudampfschiffe", 5)

    assert ("ein", "Donau", "dampf", "schi", "ffe") == result.lines
    assert ("Donaudampfschiffe",) == result.torn


def test_letters_that_may_be_set_as_one_are_not_torn_apart():
    assert ["Schi", "fffahr", "t"] == lines("Schifffahrt", 6)


def test_words_that_stay_together_but_fit_no_line_are_parted_at_the_space():
    assert Lines(("„", "0")) == broken("„ 0", 2)
    assert Lines(("„", "0")) == broken("„ 0", 1)


def test_each_torn_word_is_named_once_and_in_order():
    assert ("Straße-Bahn", "Straßenbahn") == broken("Straße-Bahn in Straßenbahn", 5).torn


def test_what_follows_a_torn_word_stands_on_its_last_line():
    assert ["Straße", "nbahn", "fährt"] == lines("Straßenbahn fährt", 6)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9876-2014-2020", ["9876-2014-", "2020"]),
        ("2018–2021–2024", ["2018–2021–", "2024"]),
        ("bielefeld/region", ["bielefeld/", "region"]),
        ("http://x.de/region", ["http://", "x.de/region"]),
    ],
)
def test_a_long_word_is_torn_where_it_hurts_least(text: str, expected: list[str]):
    assert expected == lines(text, 12)
    assert (text,) == broken(text, 12).torn


def test_a_word_that_breaks_at_its_hyphen_is_not_torn():
    assert () == broken("Open-Data-Portal", 12).torn


@pytest.mark.parametrize(
    "letter",
    ["e\u0301", "🧑🏽", "🇩🇪", "👩\u200d🚒", "☑\ufe0f"],
    ids=["é", "skin", "flag", "zwj", "vs"],
)
def test_a_letter_of_several_characters_is_never_torn_apart(letter: str):
    torn = lines(letter * 3, 1)

    assert letter * 3 == "".join(torn)
    assert all(line.replace(letter, "") == "" for line in torn)


def test_between_two_flags_a_text_is_torn():
    assert ["🇩🇪🇫🇷", "🇮🇹"] == lines("🇩🇪🇫🇷🇮🇹", 12)


@pytest.mark.parametrize(
    "unit",
    ["A", "a-", "a/", "計", "a–", "a\u200b", "e\u0301", "e" + "\u0301\u0323" * 2500, "🇩🇪", "א"],
    ids=["A", "hyphens", "slashes", "Han", "dashes", "spaces", "accents", "marks", "flags", "א"],
)
def test_a_word_without_end_takes_no_longer_than_as_many_words(unit: str):
    word = (unit * 5000)[:5000]

    assert fault_in(lambda: break_lines([calibri(word)], 100)) is None
    assert fault_in(lambda: break_lines([calibri(word), calibri(word, is_bold=True)], 40)) is None


def test_a_line_takes_one_letter_at_least():
    assert ["a", "b"] == lines("ab", 0.1)


def test_styles_change_inside_a_word_without_a_break():
    bold = Face(dict.fromkeys("arbeit", 1.0))
    pieces = [Piece("zur Vor", HALF_EM, SIZE), Piece("arbeit", bold, SIZE)]

    assert Lines(("zur", "Vorarbeit")) == break_lines(pieces, 91)


def test_sizes_may_differ_in_a_paragraph():
    pieces = [Piece("17", HALF_EM, 36), Piece(" Bescheide", HALF_EM, 18)]

    assert Lines(("17 Bescheide",)) == break_lines(pieces, 127)
    assert Lines(("17", "Bescheide")) == break_lines(pieces, 125)


def test_right_to_left_text_is_broken_in_reading_order():
    assert ["שלום", "עולם"] == lines("שלום עולם", 5)


TEXTS = st.text(
    "abcäßAW     ----–—.,;:!?()[]„“/|0159\u00a0\u200b\u00ad\u202fe\u0301日本カ😀\u200d🇩🇪",
    max_size=80,
)
WIDTHS = st.floats(1, 400)


def calibri(text: str, is_bold: bool = False) -> Piece:
    return Piece(text, typeface("Calibri").face(is_bold, False), 20)


@given(TEXTS, TEXTS, WIDTHS)
@example("„ 0", "", 14.0)
@example("", "„ 0", 14.0)
def test_nothing_is_lost(one: str, other: str, width: float):
    result = break_lines([calibri(one), calibri(other, is_bold=True)], width)

    assert (one + other).replace(" ", "") == "".join(result.lines).replace(" ", "")
    assert all(line == line.strip(" ") for line in result.lines)


@given(TEXTS, WIDTHS)
def test_no_line_is_wider_than_its_frame_unless_it_is_one_letter(text: str, width: float):
    result = break_lines([calibri(text)], width)

    for line in result.lines:
        assert width_of(calibri(line)) <= width + 1e-5 or len(lines(line, 1)) == 1


@given(TEXTS)
def test_no_text_is_narrower_than_its_advances(text: str):
    bare = text.strip(" ")

    assert width_of(calibri(text)) >= calibri(bare).face.width(bare) * 20


@given(TEXTS)
def test_a_text_fits_a_frame_as_wide_as_it_needs(text: str):
    needed = width_of(calibri(text))

    assert 1 == len(break_lines([calibri(text)], needed + 1e-6).lines)


@given(TEXTS, TEXTS, st.floats(6, 400))
@example("?//)a—", "00W/.W[.)aae|ßカカ", 235.25)
def test_pieces_of_one_style_break_like_one_piece(one: str, other: str, width: float):
    """Where a line is full to the last points, two pieces may need one more for rounding."""
    whole = break_lines([calibri(one + other)], width)
    parts = break_lines([calibri(one), calibri(other)], width)
    narrower = break_lines([calibri(one + other)], width - 5)

    if whole == narrower and "\u0301" not in other:
        assert whole.lines == parts.lines


@given(st.lists(st.text("abcäßW-", min_size=1, max_size=9), max_size=20), WIDTHS, st.floats(1, 3))
def test_a_wider_frame_never_needs_more_lines(text: list[str], width: float, factor: float):
    paragraph = [calibri(" ".join(text))]

    assert len(break_lines(paragraph, width * factor).lines) <= len(
        break_lines(paragraph, width).lines
    )


def test_a_paragraph_needs_a_line_a_word_or_what_stands_before_a_hyphen():
    hair = 72 / 2540
    widths = widths_of([Piece("ein Bürgerservice-Portal", HALF_EM, SIZE)])

    assert [24 * CHARACTER, 20 * CHARACTER, 14 * CHARACTER] == pytest.approx(
        [width - hair for width in widths[:3]]
    )


def test_words_that_stay_together_need_a_line_together():
    widths = widths_of([Piece("so ( eins )", HALF_EM, SIZE)])

    assert widths.word == widths.part == pytest.approx(8 * CHARACTER + 72 / 2540)


ROUNDING_ERROR = 1e-9


@given(TEXTS)
def test_a_frame_as_wide_as_it_needs_tears_no_word(text: str):
    line, word, part, _ = widths_of([calibri(text)])

    assert 1 == len(break_lines([calibri(text)], line).lines)
    assert () == break_lines([calibri(text)], max(word, 1.0)).torn
    assert () == break_lines([calibri(text)], max(part, 1.0)).torn
    assert part <= word + ROUNDING_ERROR
    assert word <= line + ROUNDING_ERROR
