"""Ways to break what deckgen itself writes: tables, charts, pictures, marks, properties."""

from __future__ import annotations

import re
from functools import partial

from tests.broken_decks import (
    TYPES,
    Break,
    Breaking,
    Parts,
    both,
    changed,
    inserted,
    packed,
    without,
    without_relationship,
)
from tests.template import picture_bytes

TABLE = "ppt/slides/slide6.xml"
COLUMNS_SLIDE = "ppt/slides/slide7.xml"
COLUMNS_SLIDE_RELS = "ppt/slides/_rels/slide7.xml.rels"
COLUMNS = "ppt/charts/chart1.xml"
COLUMNS_RELS = "ppt/charts/_rels/chart1.xml.rels"
COLUMNS_WORKBOOK = "ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx"
LINES = "ppt/charts/chart2.xml"
RING = "ppt/charts/chart3.xml"
VECTOR = "ppt/slides/slide10.xml"
VECTOR_RELS = "ppt/slides/_rels/slide10.xml.rels"
DECORATION = "ppt/slides/slide11.xml"
TIMELINE = "ppt/slides/slide12.xml"
PACKAGE_RELS = "_rels/.rels"
PROPERTIES = "docProps/custom.xml"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_MARK = "<a:extLst><a:ext [^>]*><adec:decorative [^>]*/></a:ext></a:extLst>"
_SEAL = "<property [^>]*>.*?</property>"


def _media(parts: Parts, extension: str) -> str:
    """The picture of a format that deckgen wrote."""
    written = (name for name in parts if re.fullmatch(rf"ppt/media/[0-9a-f]+\.{extension}", name))
    return next(written)


def _with_media(extension: str, content: bytes) -> Breaking:
    return lambda parts: {**parts, _media(parts, extension): content}


def _halved(name: str) -> Breaking:
    return lambda parts: {**parts, name: parts[name][: len(parts[name]) // 2]}


def _halved_media(extension: str) -> Breaking:
    return lambda parts: _halved(_media(parts, extension))(parts)


def _repeated(pattern: str, name: str) -> Breaking:
    """The first place in a part that a pattern finds, written twice."""

    def breaking(parts: Parts) -> Parts:
        found = re.search(pattern.encode(), parts[name], re.DOTALL)
        assert found, f"{name} has no {pattern}"
        whole, end = parts[name], found.end()
        return {**parts, name: whole[:end] + found[0] + whole[end:]}

    return breaking


def _turned(name: str, first: str, second: str) -> Breaking:
    """The first place in a part where two patterns follow one another, the other way round."""

    def breaking(parts: Parts) -> Parts:
        pattern = f"({first})({second})".encode()
        broken, found = re.subn(pattern, rb"\2\1", parts[name], count=1, flags=re.DOTALL)
        assert found, f"{name} has no {first}{second}"
        return {**parts, name: broken}

    return breaking


def _exchanged(parts: Parts, *, pattern: str, by: str) -> Parts:
    """On the slide with the SVG, the reference that a pattern finds replaced by that of another."""
    found = re.search(by.encode(), parts[VECTOR])
    assert found
    broken = changed(VECTOR, pattern, found[1].decode())(parts)
    assert isinstance(broken, dict)
    return broken


def _unmarked(name: str, kind: str) -> Breaking:
    """The first shape of a kind without its mark of decoration."""

    def breaking(parts: Parts) -> Parts:
        before, found, after = parts[name].partition(kind.encode())
        assert found, f"{name} has no {kind}"
        return {**parts, name: before + found + re.sub(_MARK.encode(), b"", after, count=1)}

    return breaking


def _with_second(kind: str, source: str, target: str) -> Breaking:
    """The package refers to a copy of a part, too."""
    entry = f'<Relationship Id="rId90" Type="{kind}" Target="{target}"/></Relationships>'

    def breaking(parts: Parts) -> Parts:
        told = re.search(rf'PartName="/{source}" ContentType="([^"]*)"'.encode(), parts[TYPES])
        assert told
        override = f'<Override PartName="/{target}" ContentType="{told[1].decode()}"/></Types>'
        types = parts[TYPES].replace(b"</Types>", override.encode())
        relationships = parts[PACKAGE_RELS].replace(b"</Relationships>", entry.encode())
        copy = {target: parts[source], TYPES: types, PACKAGE_RELS: relationships}
        return {**parts, **copy}

    return breaking


_PNG = '(?<=<a:blip r:embed=")([^"]*)'
_SVG = '(?<=SVG/main" r:embed=")([^"]*)'

BREAKS = (
    # tables
    Break("a table slide's row lost a cell", changed(TABLE, "<a:tc>.*?</a:tc>", "")),
    Break("a table slide's row has a cell twice", _repeated("<a:tc>.*?</a:tc>", TABLE)),
    Break("a table slide lost a column", changed(TABLE, "<a:gridCol [^>]*/>", "")),
    Break(
        "a table slide's cell has no paragraph",
        changed(
            TABLE, "(?<=<a:lstStyle/>)<a:p><a:pPr marL[^>]*algn.*?</a:p>(?=</a:txBody><a:tcPr)", ""
        ),
    ),
    Break("a table slide's cell spans two", changed(TABLE, "<a:tc>", '<a:tc gridSpan="2">')),
    Break("a table slide's table has no header row", changed(TABLE, ' firstRow="1"', "")),
    Break("a table slide's table has no alternative text", changed(TABLE, ' descr="[^"]*"', "")),
    Break(
        "a table slide's cell has no language",
        changed(TABLE, '<a:rPr lang="[^"]*" sz', "<a:rPr sz"),
    ),
    Break("a table slide's row has no height", changed(TABLE, r'<a:tr h="\d+">', "<a:tr>")),
    Break(
        "a table slide's cell tells its lines before its words",
        _turned(TABLE, "<a:txBody>.*?</a:txBody>", "<a:tcPr .*?</a:tcPr>"),
    ),
    # charts
    Break("a column stands twice", changed(COLUMNS, '<c:pt idx="1">', '<c:pt idx="0">')),
    Break("a column lies beyond its count", changed(COLUMNS, '<c:pt idx="2">', '<c:pt idx="3">')),
    Break("a column's figure is a word", changed(COLUMNS, "<c:v>180</c:v>", "<c:v>None</c:v>")),
    Break("a column's figure is no number", changed(COLUMNS, "<c:v>180</c:v>", "<c:v>nan</c:v>")),
    Break(
        "two rows of columns have one place",
        changed(COLUMNS, '<c:order val="1"/>', '<c:order val="0"/>'),
    ),
    Break("a row of columns stands twice", _repeated("<c:ser>.*?</c:ser>", COLUMNS)),
    Break("an axis crosses none", changed(COLUMNS, '<c:crossAx val="1', '<c:crossAx val="3')),
    Break("an axis is gone", changed(COLUMNS, "<c:valAx>.*</c:valAx>", "")),
    Break(
        "two axes are one",
        changed(COLUMNS, '<c:valAx><c:axId val="2+"', '<c:valAx><c:axId val="111111111"'),
    ),
    Break(
        "a label is told twice",
        _repeated("<c:dLbl><c:idx .*?</c:dLbl>", LINES),
    ),
    Break("a part of a ring is coloured twice", _repeated("<c:dPt>.*?</c:dPt>", RING)),
    Break(
        "a ring tells its hole first",
        _turned(RING, "<c:firstSliceAng [^>]*/>", "<c:holeSize [^>]*/>"),
    ),
    Break("a chart has no workbook", changed(COLUMNS, "<c:externalData .*</c:externalData>", "")),
    Break(
        "a chart's workbook is on somebody's disk",
        both(
            changed(
                COLUMNS_RELS,
                'Target="[^"]*"',
                'Target="file:///C:/zahlen.xlsx" TargetMode="External"',
            ),
            without(COLUMNS_WORKBOOK),
        ),
    ),
    Break("a chart lost the way to its workbook", without_relationship(COLUMNS_RELS, "package")),
    Break(
        "a chart's workbook is its picture",
        changed(COLUMNS_RELS, 'Target="[^"]*"', 'Target="../media/picture1.png"'),
    ),
    Break(
        "a chart has two workbooks",
        changed(
            COLUMNS_RELS,
            "</Relationships>",
            f'<Relationship Id="rId9" Type="{_OFFICE}/package" '
            'Target="../embeddings/Microsoft_Excel_Worksheet2.xlsx"/></Relationships>',
        ),
    ),
    Break("a chart's workbook breaks off", _halved(COLUMNS_WORKBOOK)),
    Break("a chart's workbook is a text", lambda parts: {**parts, COLUMNS_WORKBOOK: b"a;b\n1;2"}),
    Break(
        "a chart's workbook is another zip file",
        lambda parts: {**parts, COLUMNS_WORKBOOK: packed({"a.txt": b"a"})},
    ),
    Break(
        "workbooks have no content type",
        changed(TYPES, '<Default Extension="xlsx" [^>]*/>', ""),
    ),
    Break("a chart slide's chart is gone", without(COLUMNS)),
    Break("a chart slide's chart says nothing", changed(COLUMNS_SLIDE, ' descr="S[^"]*"', "")),
    # pictures
    Break("an SVG stands alone", partial(_exchanged, pattern=_PNG, by=_SVG)),
    Break("an SVG's reference leads to its PNG", partial(_exchanged, pattern=_SVG, by=_PNG)),
    Break("an SVG stands under another uri", changed(VECTOR, "96DAC541", "96DAC542")),
    Break("an SVG lost its relationship", changed(VECTOR_RELS, '<Relationship [^>]*svg"/>', "")),
    Break("an SVG breaks off", _halved_media("svg")),
    Break("an SVG is a PNG", _with_media("svg", picture_bytes())),
    Break("a PNG breaks off", _halved_media("png")),
    Break("a GIF is a PNG", _with_media("gif", picture_bytes())),
    # marks of decoration
    Break("a picture's mark of decoration is gone", changed(DECORATION, _MARK, "")),
    Break("a line's mark of decoration is gone", _unmarked(TIMELINE, "<p:nvCxnSpPr>")),
    Break("a shape's mark of decoration is gone", changed(COLUMNS_SLIDE, _MARK, "")),
    Break("a mark of decoration says no", changed(DECORATION, ' val="1"', ' val="0"')),
    Break("a mark of decoration has another uri", changed(DECORATION, "C183D7F6", "C183D7F7")),
    # properties
    Break("the seal has the id of no property", changed(PROPERTIES, 'pid="2"', 'pid="1"')),
    Break("two properties have one id", _repeated(_SEAL, PROPERTIES)),
    Break(
        "two properties have one name",
        inserted(
            PROPERTIES,
            _SEAL,
            '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="SEAL">'
            "<vt:lpwstr>1</vt:lpwstr></property>",
        ),
    ),
    Break("the seal is gone", without(PROPERTIES)),
    Break("nothing leads to the seal", without_relationship(PACKAGE_RELS, "custom-properties")),
    Break(
        "the seal has the content type of plain XML",
        changed(TYPES, r'(?<=custom.xml" ContentType=")[^"]*', "application/xml"),
    ),
    Break(
        "the file has its own properties twice",
        _with_second(f"{_OFFICE}/custom-properties", PROPERTIES, "docProps/custom2.xml"),
    ),
    Break(
        "the file has its author twice",
        _with_second(_CORE, "docProps/core.xml", "docProps/core2.xml"),
    ),
)
"""Ways to break what deckgen writes, by what is broken."""
