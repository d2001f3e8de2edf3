from __future__ import annotations

from io import BytesIO

from lxml import etree
from pptx import Presentation
from tests.template import LOOK, deck, find, page, paragraph, slide, values, written

from deckgen.geometry import Rect
from deckgen.page import Paragraph, Run, Table, TableCell, TableRow
from deckgen.style import Align, Anchor, Ink, Mark, ParagraphStyle
from deckgen.writing.pptx import write_pptx

STYLES = (
    ParagraphStyle(size=18, leading=21),
    ParagraphStyle(size=18, leading=21, indent=20, hanging=20),
)
HEADER = (ParagraphStyle(size=14, leading=17, ink=Ink.MUTED, is_bold=True),)
RIGHT = (ParagraphStyle(size=18, leading=21, align=Align.RIGHT),)


def _cell(words: str | Run, styles: tuple[ParagraphStyle, ...] = STYLES) -> TableCell:
    return TableCell((paragraph(words),), styles)


def _table(*rows: TableRow, columns: tuple[float, ...] = (100.0, 200.0)) -> Table:
    header = TableRow(
        33, tuple(_cell(f"Spalte {n}", HEADER) for n in range(len(columns))), Ink.PRIMARY, 1.5
    )
    whole = (header, *rows)
    rect = Rect(48, 129, sum(columns), sum(row.height for row in whole))
    return Table("Tabelle", rect, columns, whole, "Tabelle mit Zeilen", 9.0, 8.0)


def _row(*cells: str | TableCell, height: float = 37.0) -> TableRow:
    return TableRow(height, tuple(_cell(c) if isinstance(c, str) else c for c in cells))


def _frame(table: Table) -> etree._Element:
    (frame,) = find(slide(table), "//p:graphicFrame")
    return frame


def test_a_table_is_a_native_one_with_its_header_marked():
    frame = _frame(_table(_row("Eins", "Zwei")))

    assert ["Tabelle", "Tabelle mit Zeilen"] == values(
        frame, ".//p:cNvPr/@name | .//p:cNvPr/@descr"
    )
    assert ["1"] == values(frame, ".//a:tblPr/@firstRow")
    assert [] == values(frame, ".//a:tblPr/@firstCol | .//a:tblPr/@lastRow | .//a:tblPr/@bandRow")


def test_row_headers_and_totals_are_marked():
    frame = _frame(_table(_row("Eins", "Zwei"))._replace(has_names=True, has_total=True))

    assert ["1", "1"] == values(frame, ".//a:tblPr/@firstCol | .//a:tblPr/@lastRow")


def test_every_row_has_a_cell_for_every_column_and_every_cell_a_paragraph():
    empty = TableCell((), STYLES)
    frame = _frame(_table(_row("Eins", empty), _row(empty, "Zwei")))

    assert 2 == len(find(frame, ".//a:gridCol"))
    assert [2, 2, 2] == [len(find(row, "a:tc")) for row in find(frame, ".//a:tr")]
    assert all(find(cell, "a:txBody/a:p") for cell in find(frame, ".//a:tc"))


def test_columns_and_rows_are_together_as_long_as_their_frame():
    table = _table(_row("a", "b", "c", height=100 / 3), columns=(100 / 3, 100 / 3, 100 / 3))
    frame = _frame(table)

    across, down = (int(length) for length in values(frame, "p:xfrm/a:ext/@*"))

    assert across == sum(int(width) for width in values(frame, ".//a:gridCol/@w")) == 1270000
    assert down == sum(int(height) for height in values(frame, ".//a:tr/@h"))


def test_rows_share_the_rule_between_them_and_columns_have_none():
    frame = _frame(_table(_row("Eins", "Zwei"), _row("Drei", "Vier")))

    below = values(frame, ".//a:tr/a:tc[1]/a:tcPr/a:lnB/@w")
    above = values(frame, ".//a:tr/a:tc[1]/a:tcPr/a:lnT/@w")

    assert ["19050", "12700", "12700"] == below
    assert ["0", *below[:-1]] == above
    assert {"0"} == set(values(frame, ".//a:tcPr/a:lnL/@w | .//a:tcPr/a:lnR/@w"))


def test_cells_keep_their_text_off_their_edges_and_figures_further_off_the_right_one():
    figure = TableCell((paragraph("3"),), RIGHT, inset=12.0)
    frame = _frame(_table(_row("Eins", figure)))

    first, second = find(frame, ".//a:tr[2]/a:tc/a:tcPr")

    assert ["114300", "114300", "101600", "101600"] == [first.get(f"mar{e}") for e in "LRTB"]
    assert ["114300", "266700"] == [second.get(f"mar{edge}") for edge in "LR"]


def test_a_paragraph_states_all_of_its_style():
    mark = Mark("●", Ink.GOOD, 1.1)
    cell = TableCell((Paragraph((Run("Im Plan"),), ("Im Plan",), level=1, bullet=mark),), STYLES)
    (cell_xml,) = find(_frame(_table(_row(cell, "Zwei"))), ".//a:tr[2]/a:tc[1]")

    assert ["254000", "-254000", "l"] == [
        find(cell_xml, ".//a:pPr")[0].get(name) for name in ("marL", "indent", "algn")
    ]
    assert ["2100"] == values(cell_xml, ".//a:pPr/a:lnSpc/a:spcPts/@val")
    assert ["●"] == values(cell_xml, ".//a:pPr/a:buChar/@char")
    assert ["1800", "0", "de-DE"] == [
        find(cell_xml, ".//a:r/a:rPr")[0].get(name) for name in ("sz", "b", "lang")
    ]
    assert ["tx1"] == values(cell_xml, ".//a:r/a:rPr/a:solidFill/a:schemeClr/@val")
    assert ["+mn-lt"] == values(cell_xml, ".//a:r/a:rPr/a:latin/@typeface")
    assert [] == find(cell_xml, ".//a:lstStyle/*")


def test_an_empty_cell_keeps_the_style_for_what_is_written_into_it():
    frame = _frame(_table(_row(TableCell((paragraph(""),), RIGHT), "Zwei")))

    (cell,) = find(frame, ".//a:tr[2]/a:tc[1]")

    assert ["1800", "r"] == [*values(cell, ".//a:endParaRPr/@sz"), *values(cell, ".//a:pPr/@algn")]


def test_words_in_cells_may_lead_somewhere():
    link = Run("Portal", link="https://example.org")
    file = written(page(_table(_row(_cell(link), "Zwei"))))

    (hyperlink,) = find(file.xml("ppt/slides/slide1.xml"), "//a:tc//a:hlinkClick")

    assert "https://example.org" == hyperlink.get("tooltip")


def test_arabic_words_are_set_from_the_right():
    frame = _frame(_table(_row("مرحبا", "Zwei")))

    assert ["r", "1"] == values(
        frame, ".//a:tr[2]/a:tc[1]//a:pPr/@algn | .//a:tr[2]/a:tc[1]//a:pPr/@rtl"
    )


def test_what_goes_on_from_the_page_before_has_no_mark():
    mark = Mark("●", Ink.GOOD)
    rest = Paragraph((Run("Plan"),), ("Plan",), level=1, bullet=mark, is_continued=True)
    frame = _frame(_table(_row(TableCell((rest,), STYLES), "Zwei")))

    assert 0 == len(find(frame, ".//a:buChar"))


def test_cells_stand_where_their_row_says():
    top = _row("Eins", "Zwei")._replace(anchor=Anchor.TOP)
    frame = _frame(_table(top, _row("Drei", "Vier")))

    assert ["t", "t", "ctr", "ctr"] == values(frame, ".//a:tr[position() > 1]//a:tcPr/@anchor")


def test_other_programs_read_the_table():
    content = write_pptx(deck(page(_table(_row("Eins", "Zwei")))), LOOK)
    (shape,) = [s for s in Presentation(BytesIO(content)).slides[0].shapes if s.has_table]
    table = shape.table

    assert [["Spalte 0", "Spalte 1"], ["Eins", "Zwei"]] == [
        [cell.text for cell in row.cells] for row in table.rows
    ]
    assert table.first_row
