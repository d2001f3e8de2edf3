"""CSV files as offices' programs write them."""

from __future__ import annotations

import csv
from decimal import Decimal
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.problems import InvalidInput
from deckgen.sheets import Grid, numeral, read_separated, readings

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12).map(str.strip)
FIELDS = st.one_of(WORDS, st.sampled_from(["a;b", "1,5", 'a "b" c', "zwei\nZeilen", "x\ty", '"']))


def _read(text: str | bytes, **options: str) -> list[list[object]]:
    content = text.encode() if isinstance(text, str) else text
    return _values(read_separated("mittel.csv", content, **options))


def _values(grid: Grid) -> list[list[object]]:
    return [[cell.value for cell in row] for row in grid.rows]


def _complaint(text: str | bytes, **options: str) -> str:
    with pytest.raises(InvalidInput) as caught:
        _read(text, **options)
    return str(caught.value)


@pytest.mark.parametrize("mark", [";", ",", "\t", "|"])
def test_what_stands_between_columns_is_found(mark: str):
    text = "Projekt;Mittel;Stand\nPortal;12;gut\nTicket;13;gut\n".replace(";", mark)

    expected = [["Projekt", "Mittel", "Stand"], ["Portal", "12", "gut"], ["Ticket", "13", "gut"]]
    assert expected == _read(text)


def test_a_semicolon_is_meant_where_numbers_have_commas():
    assert [["Projekt", "in Mio."], ["Portal", "1,5"]] == _read("Projekt;in Mio.\nPortal;1,5")
    assert [["Projekt, kurz", "Mio."], ["Portal", "1,5"]] == _read("Projekt, kurz;Mio.\nPortal;1,5")


def test_one_column_needs_nothing_between():
    assert [["Projekt"], ["Portal"]] == _read("Projekt\nPortal\n")


def test_what_cannot_be_told_must_be_said():
    text = "Projekt\nPortal, groß; neu\nTicket, klein"

    assert _complaint(text) == (
        "mittel.csv: it cannot be told what stands between the columns\n"
        "  hint: say which: `delimiter:` with one of tab, semicolon, comma, bar"
    )
    assert [["Projekt", None], ["Portal, groß", "neu"], ["Ticket, klein", None]] == _read(
        text, delimiter=";"
    )


def test_a_line_of_excel_says_what_stands_between_columns():
    grid = read_separated("mittel.csv", b"sep=|\r\na|b\r\n1|2\r\n")

    assert [["a", "b"], ["1", "2"]] == _values(grid)
    assert "mittel.csv:3:3" == str(grid.rows[1][1].source)


@pytest.mark.parametrize(
    "content",
    [
        "Straße;€".encode(),
        "Straße;€".encode("utf-8-sig"),
        "Straße;€".encode("cp1252"),
        "Straße;€".encode("utf-16"),
        b"\xfe\xff" + "Straße;€".encode("utf-16-be"),
    ],
)
def test_encodings_of_offices_are_found(content: bytes):
    assert [["Straße", "€"]] == _read(content)


def test_an_encoding_may_be_given():
    assert [["€"]] == _read("€".encode("iso-8859-15"), encoding="iso-8859-15")


def test_an_encoding_that_is_not_the_files_is_told():
    assert "the file is not utf-8" in _complaint("Straße".encode("cp1252"), encoding="utf-8")
    assert "perhaps UTF-16" in _complaint("a;b".encode("utf-16-le"))
    assert "the encoding cannot be told" in _complaint(b"\x81\x8d")


def test_fields_know_their_lines_and_columns():
    grid = read_separated("mittel.csv", b'a;b\r\n"zwei\r\nZeilen";"x""y"\r\n\r\n1;2\r\n')

    places = [str(cell.source).removeprefix("mittel.csv:") for row in grid.rows for cell in row]
    assert ["1:1", "1:3", "2:1", "3:9", "5:1", "5:3"] == places
    assert ["zwei\r\nZeilen", 'x"y'] == _values(grid)[1]


def test_a_short_row_ends_with_empty_cells():
    assert [["a", "b", "c"], ["1", None, None]] == _read("a;b;c\n1", delimiter=";")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('a;b\n1;"zwei', 'mittel.csv:2:3: the quote " that opens here is never closed'),
        ('a;b\n"x"y;2', "mittel.csv:2:1: the text goes on after its closing quote"),
        (";" * 300, ""),
        (";".join("ab" * 150), "mittel.csv: there are too many columns (300; 200 are the most)"),
        ("a\n" * 10_001, "mittel.csv: there are too many rows (10001; 10000 are the most)"),
        ("a" * (10 * 2**20 + 1), "mittel.csv: the file is too large (10 MB are the most)"),
    ],
)
def test_what_cannot_be_read_says_where(text: str, complaint: str):
    if complaint:
        assert _complaint(text).startswith(complaint)
    else:
        assert [] == _read(text)


@given(st.lists(st.lists(FIELDS, min_size=2, max_size=4), min_size=1, max_size=5), st.booleans())
def test_what_python_writes_is_read(rows: list[list[str]], quotes_all: bool):
    file = StringIO()
    csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL if quotes_all else 0).writerows(rows)
    width = max(map(len, rows))
    filled = [row for row in rows if any(field.strip() for field in row)]
    expected = [[f.strip() or None for f in row] + [None] * (width - len(row)) for row in filled]

    read = _read(file.getvalue(), delimiter=";", encoding="utf-8")
    assert [row[: len(w)] for row, w in zip(expected, read, strict=True)] == [
        r[: len(e)] for r, e in zip(read, expected, strict=True)
    ]


@given(st.binary(max_size=400))
def test_no_bytes_do_worse_than_being_refused(content: bytes):
    try:
        _read(content)
    except InvalidInput as invalid:
        assert invalid.problems


@pytest.mark.parametrize(
    ("text", "german", "english"),
    [
        ("1234", "1234", "1234"),
        ("1.234,56", "1234.56", None),
        ("1,234.56", None, "1234.56"),
        ("1.234", "1234", "1.234"),
        ("1,234", "1.234", "1234"),
        ("0,123", "0.123", None),
        ("1234,567", "1234.567", None),
        ("1.234.567", "1234567", None),
        ("12.5", None, "12.5"),
        ("1 234 567,8", "1234567.8", None),
        ("−5,5", "-5.5", None),
        ("+5", "5", "5"),
        ("1.23.456", None, None),
        ("12a", None, None),
        ("", None, None),
        ("1e5", None, None),
        ("٣", None, None),
    ],
)
def test_a_number_is_what_its_language_makes_of_it(
    text: str, german: str | None, english: str | None
):
    expected = {mark: Decimal(n) for mark, n in ((",", german), (".", english)) if n}

    assert expected == {mark: number.value for mark, number in readings(text).items()}


def test_a_percent_sign_is_seen():
    found = numeral("12,5 %", ",")

    assert found is not None
    assert (Decimal("12.5"), True) == found
