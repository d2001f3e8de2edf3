"""Make the sample template `themes/vorlage/vorlage.potx`, as an agency would draw it.

A skyline before an evening sky is the ground of the first and the last slide, a coloured band
runs along the head of the others; the house font is one that many machines replace by Arial,
which is as wide. python-pptx knows how to write packages but not layouts, so these are written
here, on its own master. The same bytes come out every time.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree
from PIL import Image, ImageDraw
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Pt

FILE = Path(__file__).parent.parent / "themes" / "vorlage" / "vorlage.potx"
WIDTH, HEIGHT = 960, 540
EMU = 12700
FONT = "Helvetica"
COLOURS = {
    "dk1": "22262B",
    "lt1": "FFFFFF",
    "dk2": "17324D",
    "lt2": "EEF2F5",
    "accent1": "17324D",
    "accent2": "B4451F",
    "accent3": "2F6F5E",
    "accent4": "D9A441",
    "accent5": "5C6B78",
    "accent6": "7FA3BF",
    "hlink": "17324D",
    "folHlink": "5C6B78",
}
TIME = (1980, 1, 1, 0, 0, 0)
FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
TYPES = "[Content_Types].xml"


class Field(NamedTuple):
    """A placeholder: type, idx, name, frame in points, and what differs from the master."""

    kind: str
    idx: int
    name: str
    frame: tuple[float, float, float, float] | None = None
    text: str = ""
    anchor: str = ""
    prompt: str = "Text eingeben"


class Plan(NamedTuple):
    """A layout to be drawn; one that `is_photo` has the picture for its ground."""

    name: str
    kind: str
    fields: tuple[Field, ...]
    is_photo: bool = False


WHITE = '<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'
FEET = (
    Field("dt", 10, "Datum", prompt=""),
    Field("ftr", 11, "Fußzeile", prompt=""),
    Field("sldNum", 12, "Foliennummer", prompt="‹#›"),
)
TITLE = Field("title", 0, "Titel", prompt="Titel eingeben")
COVER_TITLE = f'<a:lvl1pPr><a:defRPr sz="4400" b="1">{WHITE}</a:defRPr></a:lvl1pPr>'
COVER_TEXT = (
    f'<a:lvl1pPr marL="0" indent="0"><a:buNone/><a:defRPr sz="2400">{WHITE}</a:defRPr></a:lvl1pPr>'
)
PLANS = (
    Plan(
        "Titelfolie",
        "title",
        (
            Field("ctrTitle", 0, "Titel", (60, 70, 840, 150), COVER_TITLE, "b", "Titel eingeben"),
            Field("subTitle", 1, "Untertitel", (60, 236, 840, 130), COVER_TEXT, "t"),
        ),
        is_photo=True,
    ),
    Plan("Titel und Inhalt", "obj", (TITLE, Field("", 1, "Inhalt"), *FEET)),
    Plan(
        "Zwei Inhalte",
        "twoObj",
        (
            TITLE,
            Field("", 1, "Inhalt links", (60, 126, 408, 348)),
            Field("", 2, "Inhalt rechts", (492, 126, 408, 348)),
            *FEET,
        ),
    ),
    Plan("Nur Titel", "titleOnly", (TITLE, *FEET)),
    Plan(
        "Schlussfolie",
        "",
        (
            Field("title", 0, "Titel", (60, 70, 840, 150), COVER_TITLE, "b", "Vielen Dank"),
            Field("body", 13, "Kontakt", (60, 236, 840, 130), COVER_TEXT, "t"),
        ),
        is_photo=True,
    ),
)
MASTER_FIELDS = (
    Field("title", 0, "Titel", (60, 34, 840, 76), anchor="ctr", prompt="Titel eingeben"),
    Field("body", 1, "Text", (60, 126, 840, 348), anchor="t"),
    Field("dt", 2, "Datum", (60, 500, 120, 24), '<a:lvl1pPr><a:defRPr sz="1200"/></a:lvl1pPr>'),
    Field(
        "ftr", 3, "Fußzeile", (192, 500, 576, 24), '<a:lvl1pPr><a:defRPr sz="1200"/></a:lvl1pPr>'
    ),
    Field(
        "sldNum",
        4,
        "Foliennummer",
        (780, 500, 120, 24),
        '<a:lvl1pPr algn="r"><a:defRPr sz="1200"/></a:lvl1pPr>',
        prompt="‹#›",
    ),
)


def main() -> None:
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Pt(WIDTH), Pt(HEIGHT)
    master = presentation.slide_master
    layouts = list(presentation.slide_layouts)
    for layout in layouts[len(PLANS) :]:
        presentation.slide_layouts.remove(layout)
    _set_tree(master, MASTER_FIELDS, _band())
    _set_styles(master)
    for layout, plan in zip(layouts, PLANS, strict=False):
        _draw(layout, plan)
    _set_theme(master.part.part_related_by(RELATIONSHIP_TYPE.THEME))
    file = BytesIO()
    presentation.save(file)
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_bytes(_as_template(file.getvalue()))


def skyline() -> bytes:
    """An evening sky over roofs, drawn by a rule, as a small JPEG."""
    picture = Image.new("RGB", (WIDTH, HEIGHT))
    draw = ImageDraw.Draw(picture)
    for y in range(HEIGHT):
        share = y / HEIGHT
        draw.line((0, y, WIDTH, y), fill=tuple(round(a + b * share) for a, b in _SKY))
    for row, shade in enumerate(((38, 52, 74), (24, 34, 50), (14, 20, 31))):
        for left, width, height in _roofs(row):
            draw.rectangle((left, HEIGHT - height, left + width, HEIGHT), fill=shade)
            gable = (left + width / 2, HEIGHT - height - width / 3)
            draw.polygon(
                ((left, HEIGHT - height), gable, (left + width, HEIGHT - height)), fill=shade
            )
    file = BytesIO()
    picture.save(file, "JPEG", quality=72)
    return file.getvalue()


_SKY = ((18, 62), (32, 44), (58, 30))
"""The sky's three channels at the top, and what they gain towards the foot."""


def _roofs(row: int) -> Iterator[tuple[int, int, int]]:
    """Where the houses of a row stand, how wide and how high they are."""
    left = -20 - 13 * row
    number = row * 7
    while left < WIDTH:
        number += 1
        width = 34 + number * 37 % 41
        yield left, width, 128 - 34 * row + number * 53 % 47
        left += width + number * 29 % 13


def _draw(layout: Any, plan: Plan) -> None:
    element = layout._element
    element.cSld.set("name", plan.name)
    element.attrib.pop("type", None)
    if plan.kind:
        element.set("type", plan.kind)
    _set_tree(layout, plan.fields, "")
    if plan.is_photo:
        element.set("showMasterSp", "0")
        _, reference = layout.part.get_or_add_image_part(BytesIO(skyline()))
        element.cSld.insert(0, _ground(reference))


def _ground(reference: str) -> etree._Element:
    return _element(
        f'<p:bg><p:bgPr><a:blipFill><a:blip r:embed="{reference}"/><a:stretch><a:fillRect/>'
        "</a:stretch></a:blipFill><a:effectLst/></p:bgPr></p:bg>"
    )


def _set_tree(part: Any, fields: tuple[Field, ...], drawn: str) -> None:
    tree = part._element.cSld.spTree
    for shape in list(tree)[2:]:
        tree.remove(shape)
    for shape in (drawn, *(_field(each, n) for n, each in enumerate(fields, 2))):
        if shape:
            tree.append(_element(shape))


def _field(field: Field, number: int) -> str:
    kind = f' type="{field.kind}"' if field.kind else ""
    index = f' idx="{field.idx}"' if field.idx else ""
    anchor = f' anchor="{field.anchor}"' if field.anchor else ""
    words = f'<a:r><a:rPr lang="de-DE"/><a:t>{field.prompt}</a:t></a:r>' if field.prompt else ""
    if field.kind == "sldNum":
        words = f'<a:fld id="{FIELD}" type="slidenum">{words[5:-6]}</a:fld>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{field.name}"/><p:cNvSpPr><a:spLocks '
        f'noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{kind}{index}/></p:nvPr></p:nvSpPr><p:spPr>'
        f"{_place(field.frame)}</p:spPr><p:txBody><a:bodyPr{anchor}><a:normAutofit/></a:bodyPr>"
        f"<a:lstStyle>{field.text}</a:lstStyle><a:p>{words}</a:p></p:txBody></p:sp>"
    )


def _place(frame: tuple[float, float, float, float] | None) -> str:
    if frame is None:
        return ""
    left, top, width, height = (round(each * EMU) for each in frame)
    return (
        f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    )


def _band() -> str:
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="20" name="Band"/><p:cNvSpPr/><p:nvPr userDrawn="1"/>'
        f"</p:nvSpPr><p:spPr>{_place((0, 0, WIDTH, 14))}"
        '<a:solidFill><a:schemeClr val="accent2"/></a:solidFill></p:spPr></p:sp>'
    )


def _set_styles(master: Any) -> None:
    root = master._element
    names = root.nsmap
    title = root.find("p:txStyles/p:titleStyle/a:lvl1pPr", names)
    title.set("algn", "l")
    run = title.find("a:defRPr", names)
    run.set("sz", "3000")
    run.set("b", "1")
    run.find("a:solidFill/a:schemeClr", names).set("val", "tx2")
    for level, size in enumerate((2400, 2000, 2000, 2000, 2000), 1):
        style = root.find(f"p:txStyles/p:bodyStyle/a:lvl{level}pPr", names)
        style.find("a:defRPr", names).set("sz", str(size))
        bullet = _element('<a:buClr><a:schemeClr val="accent2"/></a:buClr>')
        style.find("a:buFont", names).addprevious(bullet)


def _set_theme(part: Any) -> None:
    root: Any = etree.fromstring(part.blob)
    root.set("name", "Vorlage")
    names = root.nsmap
    for slot, value in COLOURS.items():
        element = root.find(f"a:themeElements/a:clrScheme/a:{slot}", names)
        for child in list(element):
            element.remove(child)
        etree.SubElement(element, f"{{{names['a']}}}srgbClr", val=value)
    for font in ("majorFont", "minorFont"):
        root.find(f"a:themeElements/a:fontScheme/a:{font}/a:latin", names).set("typeface", FONT)
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _as_template(content: bytes) -> bytes:
    """The package as a .potx, without thumbnail, printer settings and the time of the day."""
    file = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as source,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            if not re.search("thumbnail|printerSettings|docProps", name):
                part = _without_dropped(name, source.read(name))
                target.writestr(zipfile.ZipInfo(name, TIME), part, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _without_dropped(name: str, part: bytes) -> bytes:
    if name == TYPES:
        part = part.replace(b"presentation.main+xml", b"template.main+xml")
    if name == TYPES or name.endswith(".rels"):
        part = re.sub(
            rb"<(Override|Relationship) [^>]*(docProps|printerSettings)[^>]*/>", b"", part
        )
    return part


def _element(xml: str) -> etree._Element:
    names = (
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    )
    return etree.fromstring(xml.replace(">", f" {names}>", 1))


if __name__ == "__main__":
    main()
