"""A sound deck, and a hundred ways to break it, one at a time."""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from pptx import Presentation
from pptx.chart import data as chart_data
from pptx.enum.chart import XL_CHART_TYPE
from tests.random_pictures import pictures
from tests.template import picture_bytes

from deckgen.building import build

Parts = dict[str, bytes]
Breaking = Callable[[Parts], "Parts | bytes"]

TYPES = "[Content_Types].xml"
MAIN = "ppt/presentation.xml"
MAIN_RELS = "ppt/_rels/presentation.xml.rels"
MASTER = "ppt/slideMasters/slideMaster1.xml"
MASTER_RELS = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
LAYOUT = "ppt/slideLayouts/slideLayout1.xml"
LAYOUT_RELS = "ppt/slideLayouts/_rels/slideLayout1.xml.rels"
TEXT = "ppt/slides/slide3.xml"
TEXT_RELS = "ppt/slides/_rels/slide3.xml.rels"
GRAPHICS = "ppt/slides/slide4.xml"
GRAPHICS_RELS = "ppt/slides/_rels/slide4.xml.rels"
NOTES = "ppt/notesSlides/notesSlide3.xml"
NOTES_RELS = "ppt/notesSlides/_rels/notesSlide3.xml.rels"
NOTES_MASTER_RELS = "ppt/notesMasters/_rels/notesMaster1.xml.rels"
PICTURE = "ppt/media/picture1.png"
CHART = "ppt/charts/chart91.xml"
CHART_RELS = "ppt/charts/_rels/chart91.xml.rels"
WORKBOOK = "ppt/embeddings/workbook1.xlsx"
CORE = "docProps/core.xml"

DECK = """\
title: Ein Bericht
language: de-DE
closing: false
sections:
  - title: Lage
    slides:
      - kind: text
        title: Was getan ist
        items: ['Ein [Portal](https://example.org) ist offen', Ein zweites folgt]
        notes: Leise sprechen.
      - kind: text
        title: Was zu sehen ist
        items: [Eine Tabelle]
  - title: Ausblick
    slides:
      - kind: text
        title: Was folgt
        items: [Vieles]
  - title: Belege
    slides:
      - kind: table
        title: Was es kostet
        header: [Posten, "2024", "2025"]
        rows: [[Strom, 41.5, 38.25], [Netz, 96, 97]]
      - kind: chart
        title: Wer anruft
        type: column
        categories: [Fruehling, Sommer, Herbst]
        series: [{name: Telefon, values: [180, 260, 290]}, {name: Brief, values: [140, 130, 120]}]
      - kind: chart
        title: Was gelesen wird
        type: line
        categories: [Mai, Juni, Juli]
        series: [{name: Seiten, values: [1.5, 4.2, 8]}, {name: Karten, values: [1, 2, 3]}]
      - kind: chart
        title: Wer wartet
        type: doughnut
        categories: [Schule, Arbeit]
        series: [{values: [45, 55]}]
      - kind: picture
        title: Wo es steht
        file: {svg: images/plan.svg, png: images/plan.png}
        alt: Ein Plan
      - {kind: picture, title: Zur Zierde, file: images/tiny.gif, decorative: true}
      - kind: timeline
projects: [portal]
"""

PROJECT = """\
title: Das Portal
phase: running
start: 2024-01-01
end: 2025-06-30
milestones:
  - {title: Vertrag, planned: 2024-03-01}
  - {title: Betrieb, planned: 2025-05-01, forecast: 2025-06-01}
"""

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_PLACE = '<{0}:xfrm><a:off x="0" y="0"/><a:ext cx="{1}" cy="{1}"/></{0}:xfrm>'
_CELL = (
    '<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="de-DE"/><a:t>{}</a:t></a:r>'
    "</a:p></a:txBody><a:tcPr/></a:tc>"
)


def sound_deck(folder: Path) -> Parts:
    """The parts of a deck with notes, links, sections, and a table, a picture and a chart."""
    _write(folder / "content" / "sound")
    parts = unpacked(build("sound", root=folder).path.read_bytes())
    chart, workbook = _chart()
    parts |= {CHART: chart, WORKBOOK: workbook, PICTURE: picture_bytes()}
    parts[CHART_RELS] = _relationships(("rId1", "package", "../embeddings/workbook1.xlsx"))
    graphics = _frame(50, "Tabelle", f"{_A[:-5]}/table", _table())
    graphics += _picture() + _frame(52, "Diagramm", _C, f'<c:chart xmlns:c="{_C}" r:id="rId81"/>')
    parts[GRAPHICS] = parts[GRAPHICS].replace(b"</p:spTree>", f"{graphics}</p:spTree>".encode())
    entries = _entry("rId80", "image", "../media/picture1.png")
    entries += _entry("rId81", "chart", "../charts/chart91.xml")
    parts[GRAPHICS_RELS] = _ended(parts[GRAPHICS_RELS], entries)
    chart_type = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    sheet_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    types = (
        f'<Override PartName="/{CHART}" ContentType="{chart_type}"/>'
        f'<Override PartName="/{WORKBOOK}" ContentType="{sheet_type}"/>'
        f'<Override PartName="/{PICTURE}" ContentType="image/png"/>'
    )
    parts[TYPES] = parts[TYPES].replace(b"</Types>", f"{types}</Types>".encode())
    return parts


def _write(folder: Path) -> None:
    for inner in ("images", "projects"):
        (folder / inner).mkdir(parents=True)
    (folder / "deck.yaml").write_text(DECK, encoding="utf-8")
    (folder / "projects" / "portal.yaml").write_text(PROJECT, encoding="utf-8")
    for path in ("images/plan.svg", "images/plan.png", "images/tiny.gif"):
        (folder / path).write_bytes(pictures()[path])


def _frame(number: int, name: str, uri: str, content: str) -> str:
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="{name}" '
        f'descr="{name} der Projekte"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>'
        f"{_PLACE.format('p', 3000000)}<a:graphic>"
        f'<a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic></p:graphicFrame>'
    )


def _table() -> str:
    """Two columns, two rows, the first of them a header."""
    rows = (("Projekt", "Stand"), ("Portal", "offen"))
    written = "".join(
        f'<a:tr h="400000">{"".join(_CELL.format(words) for words in row)}</a:tr>' for row in rows
    )
    return (
        '<a:tbl><a:tblPr firstRow="1"/><a:tblGrid><a:gridCol w="900000"/><a:gridCol w="900000"/>'
        f"</a:tblGrid>{written}</a:tbl>"
    )


def _picture() -> str:
    return (
        '<p:pic><p:nvPicPr><p:cNvPr id="51" name="Bild" descr="Das Portal von vorn"/><p:cNvPicPr/>'
        '<p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="rId80"/><a:stretch><a:fillRect/>'
        f"</a:stretch></p:blipFill><p:spPr>{_PLACE.format('a', 500000)}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def _chart() -> tuple[bytes, bytes]:
    """A chart of two series and its workbook, as python-pptx makes them, but for the axes' ids."""
    category_data: Any = chart_data.CategoryChartData
    data = category_data()
    data.categories = ["Idee", "Betrieb"]
    data.add_series("2024", (1, 2))
    data.add_series("2025", (3, 4))
    deck, file = Presentation(), BytesIO()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, 0, 0, 900000, 900000, data)
    deck.save(file)
    parts = unpacked(file.getvalue())
    (chart,) = (parts[name] for name in parts if name.startswith("ppt/charts/chart"))
    (book,) = (parts[name] for name in parts if name.startswith("ppt/embeddings/"))
    return chart.replace(b'val="-', b'val="'), book


def _entry(id_: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{id_}" Type="{_OFFICE}/{kind}" Target="{target}"/>'


def _relationships(*entries: tuple[str, str, str]) -> bytes:
    written = "".join(_entry(*entry) for entry in entries)
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{written}</Relationships>'.encode()


def _ended(relationships: bytes, entries: str) -> bytes:
    return relationships.replace(b"</Relationships>", f"{entries}</Relationships>".encode())


def unpacked(content: bytes) -> Parts:
    """The entries of a zip file."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Parts, *, is_compressed: bool = True) -> bytes:
    """The parts as a zip file."""
    file = BytesIO()
    method = zipfile.ZIP_DEFLATED if is_compressed else zipfile.ZIP_STORED
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


class Break(NamedTuple):
    """A way to break a deck: what is wrong then, and how it is done."""

    words: str
    breaking: Breaking

    def __call__(self, parts: Parts) -> bytes:
        broken = self.breaking(dict(parts))
        return broken if isinstance(broken, bytes) else packed(broken)


def changed(name: str, old: str, new: str | bytes, count: int = 1) -> Breaking:
    """The first place in a part that a pattern finds, replaced."""
    content = new if isinstance(new, bytes) else new.encode("utf-8", "surrogatepass")

    def breaking(parts: Parts) -> Parts:
        broken, found = re.subn(
            old.encode(), content.replace(b"\\", b"\\\\"), parts[name], count=count, flags=re.DOTALL
        )
        assert found, f"{name} has no {old}"
        assert broken != parts[name]
        return {**parts, name: broken}

    return breaking


def inserted(name: str, after: str, new: str | bytes) -> Breaking:
    """New words behind the first place in a part that a pattern finds."""
    content = new if isinstance(new, bytes) else new.encode("utf-8", "surrogatepass")

    def breaking(parts: Parts) -> Parts:
        found = re.search(after.encode(), parts[name], re.DOTALL)
        assert found, f"{name} has no {after}"
        whole, end = parts[name], found.end()
        return {**parts, name: whole[:end] + content + whole[end:]}

    return breaking


def without(name: str) -> Breaking:
    """A part left out."""
    return lambda parts: {each: content for each, content in parts.items() if each != name}


def with_part(name: str, content: bytes, content_type: str = "application/xml") -> Breaking:
    """A further part, with its content type."""
    override = f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>'
    return both(lambda parts: {**parts, name: content}, changed(TYPES, "</Types>", override))


def both(first: Breaking, second: Breaking) -> Breaking:
    """One after the other."""

    def breaking(parts: Parts) -> Parts | bytes:
        broken = first(parts)
        assert isinstance(broken, dict)
        return second(broken)

    return breaking


def copied(name: str, source: str) -> Breaking:
    """A part with the content of another one."""
    return lambda parts: {**parts, name: parts[source]}


def without_relationship(name: str, kind: str) -> Breaking:
    """A part of relationships without the first one of a kind."""
    return changed(name, f'<Relationship Id="[^"]*" Type="[^"]*/{kind}"[^>]*/>', "")


def _doubled_entry(parts: Parts) -> bytes:
    name = GRAPHICS.replace("slide4", "slide0")
    content = packed({**parts, name: parts[GRAPHICS]})
    return content.replace(name.encode(), GRAPHICS.encode())


def _other_case(parts: Parts) -> Parts:
    return {**parts, GRAPHICS.upper(): parts[GRAPHICS]}


def _folder_entry(parts: Parts) -> Parts:
    return {**parts, "ppt/slides/": b""}


def _truncated(parts: Parts) -> bytes:
    return packed(parts)[:-200]


def _bad_checksum(parts: Parts) -> bytes:
    """The directory tells another checksum of the first slide than its content has."""
    content = bytearray(packed(parts))
    entry = content.rindex(TEXT.encode()) - 46
    assert content[entry : entry + 4] == b"PK\1\2"
    content[entry + 16] ^= 1
    return bytes(content)


def _encrypted(parts: Parts) -> bytes:
    content = bytearray(packed(parts))
    entry = content.rindex(TEXT.encode()) - 46
    struct.pack_into("<H", content, entry + 8, 1)
    return bytes(content)


def _bomb(parts: Parts) -> Parts:
    return {**parts, PICTURE: picture_bytes() + bytes(20 * 2**20)}


def _latin_1(parts: Parts) -> Parts:
    return {**parts, TEXT: parts[TEXT].replace(b"Ein zweites", b"Zur\xfcck")}


_RUN = r"<a:t>Ein zweites"
_SECTION_SLIDE = r'<p14:sldId id="258"/>'

BREAKS = (
    # shapes
    Break("two shapes have one id", changed(TEXT, r'<p:cNvPr id="3"', '<p:cNvPr id="2"')),
    Break("a shape has the id 0", changed(TEXT, r'<p:cNvPr id="3"', '<p:cNvPr id="0"')),
    Break("a shape has no id", changed(TEXT, r'<p:cNvPr id="3"', "<p:cNvPr")),
    Break("a shape has a negative id", changed(TEXT, r'<p:cNvPr id="3"', '<p:cNvPr id="-3"')),
    # references and relationships
    Break("a picture refers to no relationship", changed(GRAPHICS, "rId80", "rId99")),
    Break("a picture's reference is empty", changed(GRAPHICS, 'r:embed="rId80"', 'r:embed=""')),
    Break("a link's reference is empty", changed(TEXT, 'r:id="rId[0-9]+"', 'r:id=""')),
    Break("a link lost its relationship", without_relationship(TEXT_RELS, "hyperlink")),
    Break("a chart lost its relationship", without_relationship(GRAPHICS_RELS, "chart")),
    Break("two relationships have one id", changed(GRAPHICS_RELS, "rId81", "rId80")),
    Break("a slide has no layout", without_relationship(TEXT_RELS, "slideLayout")),
    Break(
        "a slide has two layouts",
        lambda parts: {
            **parts,
            TEXT_RELS: _ended(
                parts[TEXT_RELS],
                _entry("rId90", "slideLayout", "../slideLayouts/slideLayout1.xml"),
            ),
        },
    ),
    Break("a layout has no master", without_relationship(LAYOUT_RELS, "slideMaster")),
    Break("a master has no theme", without_relationship(MASTER_RELS, "theme")),
    Break("a notes master has no theme", without_relationship(NOTES_MASTER_RELS, "theme")),
    Break("notes have no slide", without_relationship(NOTES_RELS, "slide")),
    Break("notes have no master", without_relationship(NOTES_RELS, "notesMaster")),
    Break(
        "two masters share a theme",
        both(
            changed(NOTES_MASTER_RELS, "theme2.xml", "theme1.xml"),
            both(
                without("ppt/theme/theme2.xml"),
                changed(TYPES, '<Override PartName="/ppt/theme/theme2.xml"[^>]*/>', ""),
            ),
        ),
    ),
    Break(
        "two slides share their notes",
        lambda parts: {
            **parts,
            GRAPHICS_RELS: _ended(
                parts[GRAPHICS_RELS],
                _entry("rId90", "notesSlide", "../notesSlides/notesSlide3.xml"),
            ),
        },
    ),
    Break("a master does not know a layout", without_relationship(MASTER_RELS, "slideLayout")),
    Break("notes are gone", without(NOTES)),
    Break("a picture is gone", without(PICTURE)),
    Break("a layout is gone", without(LAYOUT)),
    Break("a theme is gone", without("ppt/theme/theme1.xml")),
    Break("a chart's workbook is gone", without(WORKBOOK)),
    Break("nothing refers to a part", with_part("ppt/slides/slide99.xml", b"<a/>")),
    Break(
        "relationships belong to no part",
        copied("ppt/slides/_rels/slide99.xml.rels", TEXT_RELS),
    ),
    Break("the package leads nowhere", without("_rels/.rels")),
    Break(
        "a picture's relationship leads to a slide",
        changed(GRAPHICS_RELS, "../media/picture1.png", "slide3.xml"),
    ),
    # content types
    Break("the list of content types is gone", without(TYPES)),
    Break(
        "a content type is told of a part that is not there",
        changed(TYPES, "</Types>", f'<Override PartName="/{TEXT}x" ContentType="a/b"/></Types>'),
    ),
    Break(
        "a part has no content type",
        lambda parts: {
            **parts,
            "ppt/media/picture2.abc": picture_bytes(),
            GRAPHICS_RELS: _ended(
                parts[GRAPHICS_RELS], _entry("rId90", "image", "../media/picture2.abc")
            ),
        },
    ),
    Break(
        "a slide has the content type of a layout",
        changed(TYPES, r'(?<=slide3.xml" ContentType=")([^"]*)slide\+xml', "application/x+xml"),
    ),
    Break(
        "a chart has the content type of plain XML",
        changed(TYPES, r'(?<=chart91.xml" ContentType=")[^"]*', "application/xml"),
    ),
    Break(
        "a content type is told twice",
        changed(TYPES, "</Types>", f'<Override PartName="/{TEXT}" ContentType="a/b"/></Types>'),
    ),
    # presentation
    Break(
        "the notes master is not listed",
        changed(MAIN, "<p:notesMasterIdLst>.*</p:notesMasterIdLst>", ""),
    ),
    Break(
        "the notes master is listed behind the slides",
        lambda parts: {
            **parts,
            MAIN: re.sub(
                rb"(<p:notesMasterIdLst>.*</p:notesMasterIdLst>)(<p:sldIdLst>.*</p:sldIdLst>)",
                rb"\2\1",
                parts[MAIN],
            ),
        },
    ),
    Break(
        "sizes stand before the slides",
        lambda parts: {
            **parts,
            MAIN: re.sub(
                rb"(<p:sldIdLst>.*</p:sldIdLst>)(<p:sldSz [^>]*/>)", rb"\2\1", parts[MAIN]
            ),
        },
    ),
    Break(
        "sizes stand before the masters",
        lambda parts: {
            **parts,
            MAIN: re.sub(
                rb"(<p:sldMasterIdLst>.*)(<p:sldSz [^>]*/><p:notesSz [^>]*/>)",
                rb"\2\1",
                parts[MAIN],
            ),
        },
    ),
    Break("a slide is listed twice", changed(MAIN, 'id="257" r:id="rId4"', 'id="257" r:id="rId3"')),
    Break("two slides have one id", changed(MAIN, 'sldId id="257"', 'sldId id="256"')),
    Break("a slide has an id below 256", changed(MAIN, 'sldId id="257"', 'sldId id="25"', 2)),
    Break("a slide is not listed", changed(MAIN, '<p:sldId id="257" r:id="[^"]*"/>', "")),
    Break("the master is not listed", changed(MAIN, "<p:sldMasterIdLst>.*</p:sldMasterIdLst>", "")),
    Break("the size of notes is gone", changed(MAIN, "<p:notesSz [^>]*/>", "")),
    # masters
    Break(
        "a layout has the id of the master",
        changed(MASTER, 'sldLayoutId id="2147483649"', 'sldLayoutId id="2147483648"'),
    ),
    Break(
        "two layouts have one id",
        changed(MASTER, 'sldLayoutId id="2147483650"', 'sldLayoutId id="2147483649"'),
    ),
    Break(
        "a layout has an id for slides",
        changed(MASTER, 'sldLayoutId id="2147483649"', 'sldLayoutId id="300"'),
    ),
    Break("a layout is not listed", changed(MASTER, '<p:sldLayoutId [^>]*r:id="rId1"/>', "")),
    # sections
    Break(
        "a section lists a slide that is not there",
        changed(MAIN, _SECTION_SLIDE, f'{_SECTION_SLIDE}<p14:sldId id="999"/>'),
    ),
    Break("a slide is in no section", changed(MAIN, _SECTION_SLIDE, "")),
    Break("a slide is in a section twice", changed(MAIN, _SECTION_SLIDE, _SECTION_SLIDE * 2)),
    Break(
        "a slide is in two sections",
        changed(MAIN, r'<p14:sldId id="256"/>', f'<p14:sldId id="256"/>{_SECTION_SLIDE}'),
    ),
    Break(
        "two sections have one id",
        lambda parts: {
            **parts,
            MAIN: re.sub(
                rb'id="\{[^}]*\}"',
                b'id="{' + b"A" * 8 + b'-0000-0000-0000-000000000000}"',
                parts[MAIN],
            ),
        },
    ),
    Break("a section has no name", changed(MAIN, 'name="Lage" id="{', 'name="" id="{')),
    # tables
    Break(
        "a row has a cell less than columns",
        changed(GRAPHICS, r"<a:tc>(?:(?!<a:tc>).)*offen.*?</a:tc>", ""),
    ),
    Break(
        "a row has a cell more than columns",
        changed(GRAPHICS, "</a:tr></a:tbl>", f"{_CELL.format('mehr')}</a:tr></a:tbl>"),
    ),
    Break("a table has a column too many", inserted(GRAPHICS, "<a:tblGrid>", '<a:gridCol w="9"/>')),
    Break(
        "a cell has no paragraph",
        changed(GRAPHICS, r"(?<=<a:lstStyle/>)<a:p>(?:(?!<a:p>).)*offen.*?</a:p>", ""),
    ),
    Break(
        "a cell has no text body",
        changed(GRAPHICS, r"<a:txBody>(?:(?!<a:txBody>).)*offen.*?</a:txBody>", ""),
    ),
    Break(
        "a cell spans rows that are not merged", changed(GRAPHICS, "<a:tc>", '<a:tc rowSpan="2">')
    ),
    Break(
        "a cell spans columns that are not merged",
        changed(GRAPHICS, "<a:tc>", '<a:tc gridSpan="2">'),
    ),
    Break("a cell is merged with none above", changed(GRAPHICS, "<a:tc>", '<a:tc vMerge="1">')),
    Break("a cell is merged with none beside", changed(GRAPHICS, "<a:tc>", '<a:tc hMerge="1">')),
    Break(
        "a cell spans more rows than there are", changed(GRAPHICS, "<a:tc>", '<a:tc rowSpan="9">')
    ),
    Break(
        "cells are merged, as they may be",
        changed(
            GRAPHICS,
            "<a:tc>(.*?)</a:tc><a:tc>",
            f'<a:tc gridSpan="2">{_CELL[6:].format("Projekt")}<a:tc hMerge="1">',
        ),
    ),
    Break("a table has no header row", changed(GRAPHICS, ' firstRow="1"', "")),
    # charts
    Break("a point is listed twice", changed(CHART, '<c:pt idx="1">', '<c:pt idx="0">')),
    Break("a point lies beyond its count", changed(CHART, '<c:pt idx="1">', '<c:pt idx="7">')),
    Break(
        "points are counted short", changed(CHART, '<c:ptCount val="2"/>', '<c:ptCount val="1"/>')
    ),
    Break("two series have one number", changed(CHART, '<c:idx val="1"/>', '<c:idx val="0"/>')),
    Break(
        "a point is formatted twice",
        inserted(
            CHART,
            "</c:tx>",
            '<c:dPt><c:idx val="0"/></c:dPt><c:dPt><c:idx val="0"/></c:dPt>',
        ),
    ),
    Break("an axis has a negative id", changed(CHART, r'<c:axId val="', '<c:axId val="-', 9)),
    Break(
        "a chart has an axis that is not there",
        changed(CHART, r'(?<=</c:ser>)(.*?)<c:axId val="[0-9]+"/>', '<c:axId val="77"/>'),
    ),
    # bytes
    Break("a PNG is a JPEG", lambda parts: {**parts, PICTURE: b"\xff\xd8\xff\xe0" + bytes(99)}),
    Break("a picture is a text", lambda parts: {**parts, PICTURE: b"not found"}),
    Break("a picture has no bytes", lambda parts: {**parts, PICTURE: b""}),
    Break("a workbook is a text", lambda parts: {**parts, WORKBOOK: b"a;b\n1;2\n"}),
    Break(
        "a PNG is said to be a JPEG",
        changed(TYPES, f'(?<={PICTURE}" ContentType=")image/png', "image/jpeg"),
    ),
    # characters
    Break("a text has U+0000", inserted(TEXT, _RUN, "\x00")),
    Break("a text has U+000B", inserted(TEXT, _RUN, "\x0b")),
    Break("a text has U+001F", inserted(TEXT, _RUN, "\x1f")),
    Break("a text has U+FFFE", inserted(TEXT, _RUN, "\ufffe")),
    Break("a text has U+FFFF", inserted(TEXT, _RUN, "\uffff")),
    Break("a text has half a character", inserted(TEXT, _RUN, "\ud83d")),
    Break("a text has U+000B by its number", inserted(TEXT, _RUN, "&#11;")),
    Break("a text has U+FFFF by its number", inserted(TEXT, _RUN, "&#xFFFF;")),
    Break("a name has U+0001", inserted(TEXT, 'id="3" name="', "\x01")),
    Break("a part is not in UTF-8", _latin_1),
    # XML
    Break("an element does not end", changed(TEXT, "</p:sp>", "")),
    Break(
        "elements end in the wrong order", changed(TEXT, "</p:txBody></p:sp>", "</p:sp></p:txBody>")
    ),
    Break("an ampersand is bare", inserted(TEXT, _RUN, " & ")),
    Break("a part is empty", lambda parts: {**parts, LAYOUT: b""}),
    Break("a part has a document type", inserted(TEXT, r"\?>\n", "<!DOCTYPE a>")),
    Break("an entity unfolds", inserted(TEXT, r"\?>\n", '<!DOCTYPE a [<!ENTITY b "c">]>')),
    Break("a prefix has no namespace", inserted(TEXT, "<p:grpSpPr/>", "<q:sp/>")),
    Break(
        "a prefix to be ignored has no namespace",
        inserted(
            TEXT,
            "<p:sld",
            ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
            ' mc:Ignorable="p99"',
        ),
    ),
    Break(
        "an element is in an unknown namespace",
        inserted(TEXT, "<p:grpSpPr/>", '<q:sp xmlns:q="https://example.org/q"/>'),
    ),
    Break("an attribute is unknown", changed(TEXT, '<p:cNvPr id="3"', '<p:cNvPr id="3" size="9"')),
    Break("an element is unknown", inserted(TEXT, "<p:grpSpPr/>", "<p:shape/>")),
    Break(
        "a shape has its parts in the wrong order",
        changed(TEXT, "<a:bodyPr/><a:lstStyle/>", "<a:lstStyle/><a:bodyPr/>"),
    ),
    Break("a colour is unknown", changed(MASTER, 'schemeClr val="tx1"', 'schemeClr val="ink"')),
    # zip
    Break("two entries have one name", _doubled_entry),
    Break("two names differ in case only", _other_case),
    Break("a folder has an entry", _folder_entry),
    Break("the file breaks off", _truncated),
    Break("a checksum is wrong", _bad_checksum),
    Break("an entry is encrypted", _encrypted),
    Break("a name leads out of the file", copied("../slide.xml", TEXT)),
    Break("a picture unpacks without end", _bomb),
    # people
    Break(
        "a slide has no title",
        changed(TEXT, '<p:ph type="title"/>', '<p:ph type="body" idx="99"/>'),
    ),
    Break("a title is empty", changed(TEXT, "<a:t>Was getan ist", "<a:t>")),
    Break("two slides have one title", changed(TEXT, "<a:t>Was getan ist", "<a:t>Was folgt")),
    Break(
        "a picture has no alternative text", changed(GRAPHICS, ' descr="Das Portal von vorn"', "")
    ),
    Break(
        "a picture's alternative text is a file name",
        changed(GRAPHICS, "Das Portal von vorn", "IMG_2044.png"),
    ),
    Break(
        "a table has no alternative text", changed(GRAPHICS, ' descr="Tabelle der Projekte"', "")
    ),
    Break(
        "a chart has no alternative text",
        changed(GRAPHICS, ' descr="Diagramm der Projekte"', ' descr=" "'),
    ),
    Break("a run has no language", changed(TEXT, r'<a:rPr lang="de-DE"/>', "<a:rPr/>")),
    Break("a run has no properties", changed(TEXT, r'<a:rPr lang="de-DE"/>', "")),
    Break(
        "the end of a paragraph has no language",
        changed(TEXT, r'<a:endParaRPr lang="de-DE"/>', "<a:endParaRPr/>"),
    ),
    Break("the file has no title", changed(CORE, "<dc:title>[^<]*</dc:title>", "")),
    Break("the file has no language", changed(CORE, "<dc:language>[^<]*</dc:language>", "")),
)
"""Ways to break the deck, by what is broken."""
