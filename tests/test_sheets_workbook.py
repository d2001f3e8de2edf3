"""Cells of Excel workbooks: what is seen is what counts; nothing is run, fetched or evaluated."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from tests.made_templates import packed
from tests.made_workbooks import SHEET, Value, sheet_xml, workbook, workbook_parts

from deckgen.problems import InvalidInput, cell_name
from deckgen.sheets import Fault, Grid, Shown, Workbook, area_called
from deckgen.sheets.formats import Meaning, NumberFormat, number_format
from deckgen.sheets.worksheet import position


def _grid(*rows: list[Value], area: str = "", after: str = "") -> Grid:
    content = workbook({"Mittel": []}, **{SHEET: sheet_xml(rows, after)})
    return Workbook("daten.xlsx", content).grid("Mittel", area_called(area))


def _values(grid: Grid) -> list[list[object]]:
    return [[cell.value for cell in row] for row in grid.rows]


def _fault(cell: str) -> str:
    ((value,),) = _values(_grid([cell]))
    assert isinstance(value, Fault)
    return value.message


def test_cells_are_texts_numbers_and_nothing():
    grid = _grid(["Projekt", "Mittel"], ["Portal", 1200000], [None, 0.1], ["Ticket"])

    assert [
        ["Projekt", "Mittel"],
        ["Portal", Decimal(1200000)],
        [None, Decimal("0.1")],
        ["Ticket", None],
    ] == _values(grid)


def test_a_cell_knows_its_sheet_and_its_name():
    (_, (__, cell)) = _grid(["a", "b"], [1, 2]).rows

    assert "daten.xlsx, sheet `Mittel`, cell B2" == str(cell.source)


def test_what_is_used_may_begin_anywhere():
    assert [["a", None], [None, "b"]] == _values(_grid([], [None, "a"], [], [None, None, "b"]))


def test_a_range_is_what_it_says():
    rows: list[list[Value]] = [["Titel"], ["a", "b", "c"], [1, 2, 3], [], [4, 5, 6], [7]]

    assert [["b", "c"], [2, 3], [5, 6]] == [
        [int(v) if isinstance(v, Decimal) else v for v in row]
        for row in _values(_grid(*rows, area="B2:C5"))
    ]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("0.30000000000000004", "0.3"),
        ("17.25", "17.25"),
        ("1E-3", "0.001"),
        ("1.2E+6", "1200000"),
        ("-0", "0"),
        ("12345678901234567", "12345678901234600"),
    ],
)
def test_a_number_has_the_digits_that_its_author_sees(written: str, number: str):
    ((value,),) = _values(_grid([f"<c><v>{written}</v></c>"]))

    assert number == str(value)


@given(st.decimals(-(10**9), 10**9, places=4))
def test_a_number_with_few_digits_is_exact(number: Decimal):
    ((value,),) = _values(_grid([f"<c><v>{float(number)!r}</v></c>"]))

    assert number == value


def test_a_percentage_is_the_number_before_its_sign():
    ((cell,),) = _grid(['<c s="2"><v>0.805</v></c>']).rows

    assert (Decimal("80.5"), Shown(is_percent=True, places=1)) == (cell.value, cell.shown)


def test_a_day_is_a_day():
    assert [[date(2020, 3, 1), date(2019, 12, 31)]] == _values(
        _grid(['<c s="3"><v>43891</v></c>', '<c t="d"><v>2019-12-31T00:00:00</v></c>'])
    )


def test_days_are_counted_from_1904_where_the_workbook_says_so():
    parts = workbook_parts({"A": [['<c s="3"><v>42429</v></c>']]})
    main = parts["xl/workbook.xml"].replace(b"<sheets>", b'<workbookPr date1904="1"/><sheets>')

    grid = Workbook("a.xlsx", packed({**parts, "xl/workbook.xml": main})).grid("A")

    assert [[date(2020, 3, 1)]] == _values(grid)


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ("<c><f>A1+1</f></c>", "the cell has a formula, but no value was saved with it"),
        ("<c><f>A1+1</f><v></v></c>", "the cell has a formula, but no value was saved with it"),
        ('<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', "the cell has the error #DIV/0!"),
        ('<c t="e"><v>#REF!</v></c>', "the cell has the error #REF!"),
        ('<c t="b"><v>1</v></c>', "the cell is true or false"),
        ('<c s="4"><v>0.5</v></c>', "the cell is a time of the day"),
        ('<c s="3"><v>12</v></c>', "the cell is no day of the calendar"),
        ('<c s="3"><v>99999999</v></c>', "the cell is no day of the calendar"),
        ('<c t="s"><v>7</v></c>', "the cell is damaged"),
        ("<c><v>1e999</v></c>", "the cell is damaged"),
        ("<c><v>NaN</v></c>", "the cell is damaged"),
        ("<c><v>zwei</v></c>", "the cell is damaged"),
    ],
)
def test_a_cell_without_a_value_says_why(cell: str, message: str):
    assert message == _fault(cell)


def test_the_value_saved_with_a_formula_counts():
    assert [[Decimal(2), "ja", None]] == _values(
        _grid(
            [
                "<c><f>1+1</f><v>2</v></c>",
                '<c t="str"><f>"ja"</f><v>ja</v></c>',
                '<c t="str"><f>""</f><v></v></c>',
                "<c><v>1</v></c>",
            ],
            area="A1:C1",
        )
    )


def test_only_the_first_of_merged_cells_has_a_value():
    merged = '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>'
    rows: list[list[Value]] = [["a", None, "b"], [None, 1, "c"]]
    ((first, second, _), (third, fourth, _)) = _values(_grid(*rows, after=merged))

    assert "a" == first
    for value in (second, third, fourth):
        assert isinstance(value, Fault)
        assert "merged-cells" == value.code


def test_a_merge_of_a_whole_sheet_costs_nothing():
    merged = "<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 1000 + "</mergeCells>"

    assert [["a"]] == _values(_grid(["a"], after=merged))


def test_words_in_several_runs_are_one_text_without_how_they_are_spoken():
    runs = "<r><t>Bürger</t></r><r><t>_x0041_mt</t></r><rPh><t>x</t></rPh>"

    assert [["BürgerAmt"]] == _values(_grid([f'<c t="inlineStr"><is>{runs}</is></c>']))


def test_hidden_sheets_are_not_there():
    parts = workbook_parts({"Eins": [["a"]], "Zwei": [["b"]]})
    main = parts["xl/workbook.xml"].replace(b'name="Zwei"', b'name="Zwei" state="hidden"')

    assert ("Eins",) == Workbook("a.xlsx", packed({**parts, "xl/workbook.xml": main})).names


def test_hidden_rows_and_columns_are_read_like_all_others():
    sheet = sheet_xml([["a", "b"], ["c", "d"]])
    hidden = sheet.replace(b'<row r="2"', b'<row r="2" hidden="1"').replace(
        b"<sheetData>", b'<cols><col min="2" max="2" hidden="1"/></cols><sheetData>'
    )
    grid = Workbook("a.xlsx", workbook({"Mittel": []}, **{SHEET: hidden})).grid("Mittel")

    assert 2 == hidden.count(b'hidden="1"')
    assert [["a", "b"], ["c", "d"]] == _values(grid)


def test_a_text_longer_than_twenty_thousand_characters_is_a_fault_however_it_is_stored():
    long = "a" * 20_001
    file = BytesIO()
    book = xlsxwriter.Workbook(file)
    book.add_worksheet("Mittel").write_row(0, 0, [long, long[1:]])  # in the list that cells share
    book.close()
    inside = _grid(
        [f'<c t="str"><v>{long}</v></c>', f'<c t="inlineStr"><is><t>{long}</t></is></c>', long[1:]]
    )
    ((shared, whole),) = _values(Workbook("a.xlsx", file.getvalue()).grid("Mittel"))
    ((result, own, also_whole),) = _values(inside)

    assert long[1:] == whole == also_whole
    assert isinstance(shared, Fault)
    assert shared == result == own
    assert f"the text `{'a' * 40} …` has 20,001 characters; 20,000 are the most" == shared.message


@pytest.mark.parametrize(
    ("code", "meaning", "places"),
    [
        ("General", Meaning.NUMBER, None),
        ("0", Meaning.NUMBER, 0),
        ("#,##0.00", Meaning.NUMBER, 2),
        ('#,##0.00\\ "€";[Red]\\-#,##0.00\\ "€"', Meaning.NUMBER, 2),
        ('_-* #,##0.0\\ "€"_-;\\-* #,##0\\ "€"_-', Meaning.NUMBER, 1),
        ("0.0%", Meaning.PERCENT, 1),
        ("0E+00", Meaning.NUMBER, None),
        ("# ?/?", Meaning.NUMBER, None),
        ("[$-407]d. mmmm yyyy", Meaning.DAY, None),
        ("mmm yy", Meaning.DAY, None),
        ("dd.mm.yyyy hh:mm", Meaning.DAY, None),
        ("hh:mm:ss", Meaning.TIME, None),
        ("[h]:mm", Meaning.TIME, None),
        ('"Tage" 0', Meaning.NUMBER, 0),
        ("@", Meaning.NUMBER, None),
    ],
)
def test_a_format_says_what_a_number_means(code: str, meaning: Meaning, places: int | None):
    assert NumberFormat(meaning, places) == number_format(200, code)


def test_formats_that_no_file_writes_out_are_known():
    known = [number_format(number, None).meaning for number in (0, 4, 9, 14, 20, 22)]

    assert [
        Meaning.NUMBER,
        Meaning.NUMBER,
        Meaning.PERCENT,
        Meaning.DAY,
        Meaning.TIME,
        Meaning.DAY,
    ] == known


@given(st.integers(1, 16384), st.integers(1, 1048576))
def test_the_name_of_a_cell_tells_its_place(column: int, row: int):
    assert (row, column) == position(cell_name(column, row))


def _with(**changes: bytes) -> Callable[[], bytes]:
    return lambda: workbook({"A": [["a"]]}, **changes)


def _macro() -> bytes:
    parts = workbook_parts({"A": [["a"]]})
    types = parts["[Content_Types].xml"].replace(
        b"vnd.openxmlformats-officedocument.spreadsheetml.sheet.main",
        b"vnd.ms-excel.sheet.macroEnabled.main",
    )
    return packed({**parts, "[Content_Types].xml": types})


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "an old or encrypted file": (lambda: b"\xd0\xcf\x11\xe0" + bytes(600), "has a password"),
    "a text": (lambda: b"a;b", "not a file of Excel"),
    "half a file": (lambda: workbook({"A": [["a"]]})[:300], "damaged"),
    "an OpenDocument file": (lambda: packed({"mimetype": b"a"}), "OpenDocument"),
    "a file with macros": (_macro, r"a file with macros \(.xlsm or .xltm\)"),
    "a macro": (_with(**{"xl/vbaProject.bin": b"a"}), "`xl/vbaProject.bin` .macro"),
    "a zip bomb": (_with(**{"xl/media/a.png": bytes(20 * 2**20)}), "unpacks to 20 MB"),
    "a file too large": (lambda: b"PK\3\4" + bytes(11 * 2**20), "too large .10 MB"),
    "entities": (
        _with(**{SHEET: b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}),
        "declares a document type",
    ),
    "a part that is not there": (
        lambda: packed({k: v for k, v in workbook_parts({"A": [["a"]]}).items() if k != SHEET}),
        f"`{SHEET}`, which is not in it",
    ),
    "XML that is none": (_with(**{SHEET: b"<a>"}), "is not readable XML"),
    "too many columns": (
        _with(**{SHEET: sheet_xml([["a", 1]]).replace(b'r="B1"', b'r="XFD1"')}),
        "too many columns .16384; 200 are the most",
    ),
    "too many rows": (
        _with(**{SHEET: sheet_xml([["a"], [1]]).replace(b'r="2"', b'r="99999"')}),
        "too many rows",
    ),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_workbook_is_refused_by_name(kind: str):
    make, message = HOSTILE[kind]

    with pytest.raises(InvalidInput, match=message) as caught:
        Workbook("daten.xlsx", make()).grid("A")
    assert all(problem.source.file.path == "daten.xlsx" for problem in caught.value.problems)


@given(st.binary(max_size=300), st.integers(0, 3000))
def test_a_damaged_workbook_never_does_worse_than_being_refused(noise: bytes, at: int):
    content = workbook({"A": [["a", 1], ["b", 2]]})
    try:
        book = Workbook("daten.xlsx", content[:at] + noise + content[at + len(noise) :])
        for name in book.names:
            book.grid(name)
    except InvalidInput as invalid:
        assert invalid.problems


def test_a_workbook_of_another_program_is_read():
    file = BytesIO()
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet("Mittel")
    sheet.write_row(0, 0, ["Projekt", "Mittel", "Tag", "Quote"])
    sheet.write_row(1, 0, ["Ämter", 1234.5])
    sheet.write_datetime(1, 2, date(2020, 3, 1), book.add_format({"num_format": "dd.mm.yyyy"}))
    sheet.write_number(1, 3, 0.8, book.add_format({"num_format": 9}))
    book.close()

    assert [
        ["Projekt", "Mittel", "Tag", "Quote"],
        ["Ämter", Decimal("1234.5"), date(2020, 3, 1), Decimal(80)],
    ] == _values(Workbook("a.xlsx", file.getvalue()).grid("Mittel"))
