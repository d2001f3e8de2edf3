"""The workbook in which a chart's figures are edited (ECMA-376-1, 18): one sheet, as it is plotted.

Categories stand in the first column, a series in each of the others under its name.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from deckgen.page import Chart
from deckgen.writing.pptx.archive import Archive
from deckgen.writing.pptx.markup import attribute as escaped
from deckgen.writing.pptx.markup import document
from deckgen.writing.pptx.package import OFFICE, WORKBOOK, Part

SHEET = "Sheet1"

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_FORMAT = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_LETTERS = 26

_CONSTANT = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_FORMAT}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_FORMAT}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_FORMAT}.styles+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook {_MAIN} xmlns:r="{OFFICE}"><sheets>'
        f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>'
    ),
    "xl/styles.xml": (
        f'<styleSheet {_MAIN}><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font>'
        '</fonts><fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
        '</cellStyleXfs><cellXfs count="1">'
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        "</styleSheet>"
    ),
}


def workbook_part(name: str, chart: Chart) -> Part:
    """The part `name` with the figures of `chart`."""
    archive = _constant_parts().copy()
    archive.add("xl/worksheets/sheet1.xml", document(_sheet_xml(chart)))
    return Part(name, WORKBOOK, archive.to_bytes())


@cache
def _constant_parts() -> Archive:
    """What all workbooks begin with."""
    archive = Archive()
    for path, root in _CONSTANT.items():
        archive.add(path, document(root))
    return archive


def categories_range(chart: Chart) -> str:
    """Where the categories stand."""
    return f"{SHEET}!$A$2:$A${len(chart.categories) + 1}"


def name_cell(index: int) -> str:
    """Where the name of series `index`, from 0, stands."""
    return f"{SHEET}!${column(index + 1)}$1"


def values_range(chart: Chart, index: int) -> str:
    """Where the values of series `index`, from 0, stand."""
    letters = column(index + 1)
    return f"{SHEET}!${letters}$2:${letters}${len(chart.categories) + 1}"


def column(index: int) -> str:
    """What column `index`, from 0, is called: A to Z, then AA."""
    rest, last = divmod(index, _LETTERS)
    return (column(rest - 1) if rest else "") + chr(ord("A") + last)


def _sheet_xml(chart: Chart) -> str:
    first, *columns = [column(index) for index in range(len(chart.series) + 1)]
    named = zip(columns, chart.series, strict=True)
    rows = [_row_xml(1, [_text_xml(each.name, f"{letters}1") for letters, each in named])]
    figures = zip(*(each.values for each in chart.series), strict=True)
    for row, (category, values) in enumerate(zip(chart.categories, figures, strict=True), 2):
        cells = [
            f'<c r="{letters}{row}"><v>{figure(value)}</v></c>'
            for letters, value in zip(columns, values, strict=True)
            if value is not None
        ]
        rows.append(_row_xml(row, [_text_xml(category, f"{first}{row}"), *cells]))
    return f"<worksheet {_MAIN}><sheetData>{''.join(rows)}</sheetData></worksheet>"


def _row_xml(number: int, cells: Sequence[str]) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def figure(value: Decimal) -> str:
    """`value` to its last digit."""
    return f"{value:f}"


def _text_xml(words: str, cell: str) -> str:
    return f'<c r="{cell}" t="inlineStr"><is><t xml:space="preserve">{text(words)}</t></is></c>'


def text(words: str) -> str:
    """`words` as the content of an element in which lines may end."""
    return "\n".join(map(escaped, words.split("\n"))) if "\n" in words else escaped(words)
