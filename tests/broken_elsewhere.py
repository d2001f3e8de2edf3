"""Ways to break a deck where, and in a spelling in which, deckgen writes nothing of the kind."""

from __future__ import annotations

import re

from tests.broken_decks import (
    CHART,
    GRAPHICS,
    GRAPHICS_RELS,
    LAYOUT,
    MAIN,
    MAIN_RELS,
    MASTER,
    MASTER_RELS,
    NOTES,
    TEXT,
    TEXT_RELS,
    TYPES,
    Break,
    Breaking,
    Parts,
    both,
    changed,
    inserted,
)
from tests.template import picture_bytes

_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ID = '(?<=<p:cNvPr id=")3(?=")'
_TREE_ENDS = "(?=</p:spTree>)"


def _shape(id_: int, inside: str = "") -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="Text">{inside}</p:cNvPr><p:cNvSpPr txBox="1"/>'
        "<p:nvPr/></p:nvSpPr><p:spPr/></p:sp>"
    )


def _alternatives(requires: str, choice: str, fallback: str = "") -> str:
    return (
        f'<mc:AlternateContent xmlns:mc="{_COMPATIBILITY}" xmlns:p14="{_P14}" xmlns:new="urn:new">'
        f'<mc:Choice Requires="{requires}">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


_INK = (
    '<p:contentPart><p14:nvContentPartPr><p14:cNvPr id="3" name="Ink"/><p14:cNvContentPartPr/>'
    "<p14:nvPr/></p14:nvContentPartPr></p:contentPart>"
)
_UNEVEN = (
    '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="70" name="Table"/><p:cNvGraphicFramePr/>'
    '<p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></p:xfrm>'
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
    '<a:tbl><a:tblPr/><a:tblGrid><a:gridCol w="9"/><a:gridCol w="9"/></a:tblGrid><a:tr h="9"><a:tc>'
    "<a:txBody><a:bodyPr/><a:p/></a:txBody><a:tcPr/></a:tc></a:tr></a:tbl></a:graphicData>"
    "</a:graphic></p:graphicFrame>"
)
_LEVELS = (
    "<c:multiLvlStrRef><c:f>A</c:f><c:multiLvlStrCache>{}</c:multiLvlStrCache></c:multiLvlStrRef>"
)
_POINT = '<c:pt idx="{}"><c:v>Idee</c:v></c:pt>'


def _with_image(name: str, content_type: str) -> Breaking:
    """A PNG under a name, with a content type."""
    override = f'<Override PartName="/{name}" ContentType="{content_type}"/>'
    entry = f'<Relationship Id="rId90" Type="{_OFFICE}/image" Target="/{name}"/>'
    listed = both(
        inserted(TYPES, "(?=</Types>)", override),
        inserted(GRAPHICS_RELS, "(?=</Relationships>)", entry),
    )
    return both(lambda parts: {**parts, name: picture_bytes()}, listed)


def _listed(name: str, relationships: str, pattern: str, kind: str) -> Breaking:
    """The first reference in a list, changed to lead to the first part of another kind."""

    def breaking(parts: Parts) -> Parts:
        entry = rf'Id="([^"]*)" Type="[^"]*/{kind}"'.encode()
        found = re.search(entry, parts[relationships])
        assert found
        return changed(name, pattern, found[1])(parts)  # type: ignore[return-value]

    return breaking


def _levels(*points: int) -> str:
    told = "".join(map(_POINT.format, points))
    return _LEVELS.format(f'<c:ptCount val="2"/><c:lvl>{told}</c:lvl>')


def _again(name: str, pattern: str, id_: str) -> Breaking:
    """An entry of a list once more, with another id."""

    def breaking(parts: Parts) -> Parts:
        found = re.search(pattern.encode(), parts[name])
        assert found
        entry = re.sub(rb' id="\d+"', f' id="{id_}"'.encode(), found[0])
        return {**parts, name: parts[name].replace(found[0], found[0] + entry)}

    return breaking


def _with_id_of_master(written: str) -> Breaking:
    """The first layout has the id of the master, `written` in some way."""

    def breaking(parts: Parts) -> Parts:
        found = re.search(rb'<p:sldMasterId id="(\d+)"', parts[MAIN])
        assert found
        id_ = written.format(found[1].decode())
        return changed(MASTER, r'(?<=<p:sldLayoutId id=")\d+', id_)(parts)  # type: ignore[return-value]

    return breaking


_FIRST_LAYOUT = '(?<=<p:sldLayoutIdLst><p:sldLayoutId id="[0-9]{10}" r:id=")[^"]*'
_SPANNING = '<a:tc rowSpan="{}">'

BREAKS = (
    Break("an id is that of another shape with a zero before it", changed(TEXT, _ID, "02")),
    Break("an id is that of another shape with a sign", changed(TEXT, _ID, "+2")),
    Break("an id is 00", changed(TEXT, _ID, "00")),
    Break(
        "a shape for old programs has the id of another one",
        inserted(TEXT, _TREE_ENDS, _alternatives("new", "", _shape(3))),
    ),
    Break(
        "a drawing by hand has the id of a shape",
        inserted(TEXT, _TREE_ENDS, _alternatives("p14", _INK)),
    ),
    Break(
        "a link to a slide tells none",
        inserted(
            TEXT,
            _TREE_ENDS,
            _shape(71, '<a:hlinkClick r:id="" action="ppaction://hlinksldjump"/>'),
        ),
    ),
    Break(
        "a slide's layout is told in words of somebody else",
        changed(TEXT_RELS, f"{_OFFICE}/slideLayout", "http://example.org/slideLayout"),
    ),
    Break(
        "a content type is told of a name without a slash",
        inserted(TYPES, "(?=</Types>)", f'<Override PartName="{TEXT}" ContentType="a/b"/>'),
    ),
    Break("a PNG is said to be an image/JPEG", _with_image("ppt/media/p.abc", "image/JPEG")),
    Break("a PNG is called a BMP", _with_image("ppt/media/p.bmp", "image/png")),
    Break("a PNG is said to be an EMF", _with_image("ppt/media/p.abc", "image/emf")),
    Break("the master is listed twice", _again(MAIN, "<p:sldMasterId [^>]*/>", "2147489000")),
    Break("a layout is listed twice", _again(MASTER, "<p:sldLayoutId [^>]*/>", "2147489000")),
    Break(
        "the list of layouts has a theme",
        _listed(MASTER, MASTER_RELS, _FIRST_LAYOUT, "theme"),
    ),
    Break(
        "the list of notes masters has a slide",
        _listed(MAIN, MAIN_RELS, '(?<=<p:notesMasterId r:id=")[^"]*', "slide"),
    ),
    Break("a layout has the id of the master after a zero", _with_id_of_master("0{}")),
    Break("a layout has an id of 5,000 digits", _with_id_of_master("9" * 5000)),
    Break("sections stand under another uri", changed(MAIN, "{521415D9", "{521415D8")),
    Break(
        "a table of a layout has a cell less than columns", inserted(LAYOUT, _TREE_ENDS, _UNEVEN)
    ),
    Break("a table of notes has a cell less than columns", inserted(NOTES, _TREE_ENDS, _UNEVEN)),
    Break("a cell spans no row", changed(GRAPHICS, "<a:tc>", _SPANNING.format(0))),
    Break("a cell spans less than no row", changed(GRAPHICS, "<a:tc>", _SPANNING.format(-2))),
    Break("a cell spans 99999 rows", changed(GRAPHICS, "<a:tc>", _SPANNING.format(99999))),
    Break("a cell spans 00002 rows", changed(GRAPHICS, "<a:tc>", _SPANNING.format("00002"))),
    Break(
        "a point of levels is listed twice",
        changed(CHART, "(?<=<c:cat>)<c:strRef>.*?</c:strRef>", _levels(0, 0)),
    ),
    Break(
        "a point of levels lies beyond its count",
        changed(CHART, "(?<=<c:cat>)<c:strRef>.*?</c:strRef>", _levels(0, 2)),
    ),
    Break(
        "points are counted by 5,000 digits",
        changed(CHART, '(?<=<c:ptCount val=")[^"]*', "9" * 5000),
    ),
)
"""Ways to break a deck, by what is broken."""
