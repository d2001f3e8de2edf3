"""Excel workbooks written part by part: what offices send, and what nobody should."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from tests.made_templates import Parts, packed, relationships

from deckgen.problems import cell_name

_SML = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

Value = str | int | float | None
SHEET = "xl/worksheets/sheet1.xml"

FORMATS = ("General", "0%", "0.0%", "dd.mm.yyyy", "hh:mm", '#,##0.00 "€";[Red]-#,##0.00 "€"', "0.0")
"""The formats that cells refer to by their places here."""


def workbook(sheets: Mapping[str, Sequence[Sequence[Value]]], **changes: bytes) -> bytes:
    """A workbook with the rows of each sheet; `changes` are parts with other bytes."""
    return packed({**workbook_parts(sheets), **changes})


def workbook_parts(sheets: Mapping[str, Sequence[Sequence[Value]]]) -> Parts:
    """The parts of a workbook. A value that begins with `<c` is written as it is."""
    names = list(sheets)
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}"/>'
        for n, name in enumerate(names, 1)
    )
    main = f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>{listed}</sheets></workbook>'
    targets = [
        (f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(names) + 1)
    ]
    styles = ("rIdStyles", "styles", "styles.xml")
    parts = {
        "[Content_Types].xml": _content_types(len(names)),
        "_rels/.rels": relationships([("rId1", "officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f"{_HEAD}{main}".encode(),
        "xl/_rels/workbook.xml.rels": relationships([*targets, styles]),
        "xl/styles.xml": _styles(),
    }
    sheet_parts = {
        f"xl/worksheets/sheet{n}.xml": sheet_xml(rows) for n, rows in enumerate(sheets.values(), 1)
    }
    return parts | sheet_parts


def sheet_xml(rows: Sequence[Sequence[Value]], after: str = "") -> bytes:
    """A sheet; `after` is what stands behind its rows."""
    written = "".join(
        f'<row r="{number}">'
        + "".join(_cell(value, column, number) for column, value in enumerate(row, 1))
        + "</row>"
        for number, row in enumerate(rows, 1)
    )
    data = f"<sheetData>{written}</sheetData>{after}"
    return f'{_HEAD}<worksheet xmlns="{_MAIN}">{data}</worksheet>'.encode()


def _cell(value: Value, column: int, row: int) -> str:
    name = cell_name(column, row)
    if value is None:
        return ""
    if isinstance(value, str) and value.startswith("<c"):
        return f'<c r="{name}"{value[2:]}'
    if isinstance(value, str):
        return f'<c r="{name}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{name}"><v>{value!r}</v></c>'


def _content_types(sheets: int) -> bytes:
    overrides = {
        "xl/workbook.xml": "sheet.main",
        "xl/styles.xml": "styles",
        **{f"xl/worksheets/sheet{n}.xml": "worksheet" for n in range(1, sheets + 1)},
    }
    each = "".join(
        f'<Override PartName="/{name}" ContentType="{_SML}.{kind}+xml"/>'
        for name, kind in overrides.items()
    )
    xmlns = "http://schemas.openxmlformats.org/package/2006/content-types"
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    default = f'<Default Extension="rels" ContentType="{rels}"/>'
    return f'{_HEAD}<Types xmlns="{xmlns}">{default}{each}</Types>'.encode()


def _styles() -> bytes:
    codes = "".join(
        f'<numFmt numFmtId="{164 + n}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>'
        for n, code in enumerate(FORMATS)
    )
    used = "".join(f'<xf numFmtId="{164 + n}"/>' for n in range(len(FORMATS)))
    styles = f"<numFmts>{codes}</numFmts><cellXfs>{used}</cellXfs>"
    return f'{_HEAD}<styleSheet xmlns="{_MAIN}">{styles}</styleSheet>'.encode()
