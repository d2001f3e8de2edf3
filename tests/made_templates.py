"""Templates of different make, written part by part: what agencies send, and what nobody should."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import NamedTuple

from PIL import Image

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:r="{OFFICE}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_PML = "application/vnd.openxmlformats-officedocument.presentationml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
EMU = 12700

Box = tuple[float, float, float, float]
Parts = dict[str, bytes]

SCHEME = {
    "dk1": "1A1A1A",
    "lt1": "FFFFFF",
    "dk2": "14375E",
    "lt2": "EEF1F5",
    "accent1": "14375E",
    "accent2": "C8102E",
    "accent3": "6A9F2F",
    "accent4": "F2A900",
    "accent5": "5B6770",
    "accent6": "008C95",
    "hlink": "14375E",
    "folHlink": "5B6770",
}


class Ph(NamedTuple):
    """A placeholder: type, idx, frame in points; size, colour and the like as XML attributes."""

    kind: str
    idx: int = 0
    box: Box | None = None
    name: str = ""
    level: str = ""
    body: str = ""


class Lay(NamedTuple):
    """A layout: its name, type, placeholders, ground, and what is drawn on it."""

    name: str
    kind: str | None
    placeholders: Sequence[Ph]
    ground: str = ""
    drawn: str = ""
    shows_master: bool = True
    mapping: str = ""


class Mas(NamedTuple):
    """A master with its layouts."""

    placeholders: Sequence[Ph]
    layouts: Sequence[Lay]
    ground: str = ""
    drawn: str = ""
    mapping: str = 'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"'
    title_style: str = '<a:defRPr sz="3200" b="1">{tx2}{major}</a:defRPr>'
    body_style: str = '<a:defRPr sz="2400">{tx1}{minor}</a:defRPr>'
    bullet: str = '<a:buFont typeface="Arial"/><a:buChar char="•"/>'


def solid(colour: str) -> str:
    """A fill by the name of a scheme colour, or by six hexadecimal digits."""
    kind = "srgbClr" if len(colour) == 6 and colour.upper() == colour else "schemeClr"
    return f'<a:solidFill><a:{kind} val="{colour}"/></a:solidFill>'


def ground(fill: str) -> str:
    """A ground of a layout or master."""
    return f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"


def photo_ground(id_: str = "rIdPhoto") -> str:
    """A ground that is a picture."""
    blip = f'<a:blip r:embed="{id_}"/><a:stretch><a:fillRect/></a:stretch>'
    return ground(f"<a:blipFill>{blip}</a:blipFill>")


def bar(box: Box, fill: str, number: int = 40) -> str:
    """A filled rectangle without text."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Band"/><p:cNvSpPr/><p:nvPr userDrawn="1"/>'
        f'</p:nvSpPr><p:spPr>{_place(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"{fill}</p:spPr></p:sp>"
    )


def photo(*, is_light: bool = False) -> bytes:
    """A small picture, dark below and less dark above; a light one is as light as that is dark."""
    file = BytesIO()
    shades = Image.linear_gradient("L").point(lambda value: value // 4).resize((32, 18))
    (shades.point(lambda value: 255 - value) if is_light else shades).save(file, "PNG")
    return file.getvalue()


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The parts as a zip file."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def template_parts(
    masters: Sequence[Mas],
    *,
    size: tuple[float, float] = (960, 540),
    scheme: Mapping[str, str] = SCHEME,
    fonts: tuple[str, str] = ("Calibri", "Calibri"),
) -> Parts:
    """The parts of a template, with a sample slide whose words must not be in any deck."""
    parts: Parts = {}
    overrides: dict[str, str] = {"ppt/presentation.xml": f"{_PML}.template.main+xml"}
    references = []
    for number, master in enumerate(masters, 1):
        _add_master(parts, overrides, number, master)
        theme = f"ppt/theme/theme{number}.xml"
        parts[theme] = _theme(scheme, fonts)
        overrides[theme] = "application/vnd.openxmlformats-officedocument.theme+xml"
        references.append((f"rId{number}", "slideMaster", f"slideMasters/slideMaster{number}.xml"))
    _add_sample(parts, overrides)
    references.append(("rId90", "slide", "slides/slide1.xml"))
    parts["ppt/media/photo.png"] = photo()
    parts["ppt/presentation.xml"] = _presentation(len(masters), size)
    parts["ppt/_rels/presentation.xml.rels"] = relationships(references)
    parts["_rels/.rels"] = relationships([("rId1", "officeDocument", "ppt/presentation.xml")])
    return {"[Content_Types].xml": _content_types(overrides), **parts}


def relationships(entries: Sequence[tuple[str, str, str]], extra: str = "") -> bytes:
    """A part of relationships: id, the last word of the type, target."""
    each = "".join(
        f'<Relationship Id="{id_}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for id_, kind, target in entries
    )
    return f'{_HEAD}<Relationships xmlns="{_RELS}">{each}{extra}</Relationships>'.encode()


def _add_master(parts: Parts, overrides: dict[str, str], number: int, master: Mas) -> None:
    name = f"ppt/slideMasters/slideMaster{number}.xml"
    overrides[name] = f"{_PML}.slideMaster+xml"
    references = [("rIdTheme", "theme", f"../theme/theme{number}.xml")]
    references.append(("rIdPhoto", "image", "../media/photo.png"))
    ids = ""
    for index, layout in enumerate(master.layouts, 1):
        file = f"slideLayout{number}{index:02}.xml"
        part = f"ppt/slideLayouts/{file}"
        overrides[part] = f"{_PML}.slideLayout+xml"
        parts[part] = _layout(layout)
        parts[f"ppt/slideLayouts/_rels/{file}.rels"] = relationships(
            [
                ("rIdMaster", "slideMaster", f"../slideMasters/slideMaster{number}.xml"),
                ("rIdPhoto", "image", "../media/photo.png"),
            ]
        )
        references.append((f"rId{index}", "slideLayout", f"../slideLayouts/{file}"))
        ids += f'<p:sldLayoutId id="{2**31 + number * 100 + index}" r:id="rId{index}"/>'
    mapping = master.mapping + "".join(f' accent{n}="accent{n}"' for n in range(1, 7))
    parts[name] = (
        f"{_HEAD}<p:sldMaster {_NAMES}><p:cSld>{master.ground}{_tree(master)}</p:cSld>"
        f'<p:clrMap {mapping} hlink="hlink" folHlink="folHlink"/>'
        f"<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst>{_text_styles(master)}</p:sldMaster>"
    ).encode()
    folder = "ppt/slideMasters/_rels"
    parts[f"{folder}/slideMaster{number}.xml.rels"] = relationships(references)


def _text_styles(master: Mas) -> str:
    fonts = {"major": _latin("+mj-lt"), "minor": _latin("+mn-lt")}
    fills = {"tx1": solid("tx1"), "tx2": solid("tx2"), "bg1": solid("bg1")}
    title = master.title_style.format(**fonts, **fills)
    body = master.body_style.format(**fonts, **fills)
    levels = "".join(
        f'<a:lvl{level}pPr marL="{228600 * level}" indent="-228600"><a:lnSpc><a:spcPct '
        f'val="90000"/></a:lnSpc><a:spcBef><a:spcPts val="1000"/></a:spcBef>{master.bullet}'
        f"{body}</a:lvl{level}pPr>"
        for level in range(1, 4)
    )
    return (
        '<p:txStyles><p:titleStyle><a:lvl1pPr><a:lnSpc><a:spcPct val="90000"/></a:lnSpc>'
        f"{title}</a:lvl1pPr></p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>"
        "<p:otherStyle/></p:txStyles>"
    )


def _layout(layout: Lay) -> bytes:
    kind = f' type="{layout.kind}"' if layout.kind else ""
    hidden = "" if layout.shows_master else ' showMasterSp="0"'
    return (
        f'{_HEAD}<p:sldLayout {_NAMES}{hidden}{kind}><p:cSld name="{layout.name}">{layout.ground}'
        f"{_tree(layout)}</p:cSld><p:clrMapOvr>{_mapping(layout.mapping)}</p:clrMapOvr>"
        "</p:sldLayout>"
    ).encode()


def _mapping(own: str) -> str:
    rest = "".join(f' accent{n}="accent{n}"' for n in range(1, 7))
    rest += ' hlink="hlink" folHlink="folHlink"'
    return f"<a:overrideClrMapping {own}{rest}/>" if own else "<a:masterClrMapping/>"


def _tree(part: Lay | Mas) -> str:
    shapes = "".join(_shape(each, n) for n, each in enumerate(part.placeholders, 2))
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr/>{part.drawn}{shapes}</p:spTree>"
    )


def _shape(ph: Ph, number: int) -> str:
    place = _place(ph.box) if ph.box else ""
    index = f' idx="{ph.idx}"' if ph.idx else ""
    kind = f' type="{ph.kind}"' if ph.kind != "obj" else ""
    level = f"<a:lvl1pPr>{ph.level}</a:lvl1pPr>" if ph.level else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{ph.name or ph.kind} {number}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{kind}{index}/></p:nvPr>'
        f"</p:nvSpPr><p:spPr>{place}</p:spPr><p:txBody><a:bodyPr {ph.body}><a:normAutofit/>"
        f"</a:bodyPr><a:lstStyle>{level}</a:lstStyle><a:p><a:r><a:rPr/><a:t>Mustertext</a:t></a:r>"
        "</a:p></p:txBody></p:sp>"
    )


def _place(box: Box) -> str:
    left, top, width, height = (round(length * EMU) for length in box)
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def _latin(font: str) -> str:
    return f'<a:latin typeface="{font}"/>'


def _theme(scheme: Mapping[str, str], fonts: tuple[str, str]) -> bytes:
    slots = "".join(f'<a:{slot}><a:srgbClr val="{c}"/></a:{slot}>' for slot, c in scheme.items())
    fill = solid("phClr")
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    rest = '<a:ea typeface=""/><a:cs typeface=""/>'
    return (
        f'{_HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'name="Haus"><a:themeElements><a:clrScheme name="Haus">{slots}</a:clrScheme>'
        f'<a:fontScheme name="Haus"><a:majorFont>{_latin(fonts[0])}{rest}</a:majorFont>'
        f"<a:minorFont>{_latin(fonts[1])}{rest}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Haus"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    ).encode()


def _add_sample(parts: Parts, overrides: dict[str, str]) -> None:
    """A slide, its notes and an author: all of them to be left behind."""
    name = "ppt/slides/slide1.xml"
    overrides[name] = f"{_PML}.slide+xml"
    parts[name] = (
        f'{_HEAD}<p:sld {_NAMES}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/>'
        "<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/></p:spTree></p:cSld></p:sld>"
        "<!-- LEFTOVER -->"
    ).encode()
    parts["ppt/slides/_rels/slide1.xml.rels"] = relationships(
        [("rId1", "slideLayout", "../slideLayouts/slideLayout101.xml")]
    )
    parts["ppt/commentAuthors.xml"] = b"<a>LEFTOVER</a>"
    parts["docProps/custom.xml"] = b"<a>LEFTOVER</a>"


def _presentation(masters: int, size: tuple[float, float]) -> bytes:
    ids = "".join(
        f'<p:sldMasterId id="{2**31 + number * 100}" r:id="rId{number}"/>'
        for number in range(1, masters + 1)
    )
    width, height = (round(length * EMU) for length in size)
    return (
        f"{_HEAD}<p:presentation {_NAMES}><p:sldMasterIdLst>{ids}</p:sldMasterIdLst>"
        '<p:sldIdLst><p:sldId id="256" r:id="rId90"/></p:sldIdLst>'
        f'<p:sldSz cx="{width}" cy="{height}"/><p:notesSz cx="6858000" cy="9144000"/>'
        "</p:presentation>"
    ).encode()


def _content_types(overrides: Mapping[str, str]) -> bytes:
    each = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items()
    )
    return (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{each}</Types>'
    ).encode()


TITLE = Ph("title", 0, (48, 36, 864, 72), body='anchor="b"')
BODY = Ph("body", 1, (48, 126, 864, 342))
FOOT = (
    Ph("dt", 10, (48, 500, 150, 24), level='<a:defRPr sz="1200"/>'),
    Ph("ftr", 11, (240, 500, 480, 24), level='<a:defRPr sz="1200"/>'),
    Ph("sldNum", 12, (762, 500, 150, 24), level='<a:defRPr sz="1200"/>'),
)
FOOT_BELOW = (Ph("dt", 10), Ph("ftr", 11), Ph("sldNum", 12))

COVER = Lay(
    "Titelfolie",
    "title",
    (
        Ph("ctrTitle", 0, (72, 120, 816, 150), level='<a:defRPr sz="4400"/>', body='anchor="b"'),
        Ph("subTitle", 1, (72, 290, 816, 130), level='<a:buNone/><a:defRPr sz="2400"/>'),
        *FOOT_BELOW,
    ),
)
CONTENT = Lay("Titel und Inhalt", "obj", (Ph("title"), Ph("obj", 1), *FOOT_BELOW))
TITLE_ONLY = Lay("Nur Titel", "titleOnly", (Ph("title"), *FOOT_BELOW))
PLAIN = Mas((TITLE, BODY, *FOOT), (COVER, CONTENT, TITLE_ONLY))


def _dark() -> Parts:
    """White on black by the master's colour map, with a blue band."""
    master = PLAIN._replace(
        mapping='bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"',
        drawn=bar((0, 528, 960, 12), solid("accent2")),
    )
    return template_parts([master])


def _photo() -> Parts:
    """Photos behind title and text, with white letters on them."""
    style = '<a:defRPr sz="3200" b="1">{bg1}{major}</a:defRPr>'
    text = '<a:defRPr sz="2000">{bg1}{minor}</a:defRPr>'
    foot = f'<a:defRPr sz="1200">{solid("bg1")}</a:defRPr>'
    feet = tuple(ph._replace(level=foot) for ph in FOOT)
    master = Mas(
        (TITLE, BODY, *feet), PLAIN.layouts, photo_ground(), "", PLAIN.mapping, style, text
    )
    return template_parts([master])


def _title_right() -> Parts:
    """The title in a coloured column at the right, the text narrow at the left."""
    title = Ph("title", 0, (690, 40, 240, 300), level=f"<a:defRPr>{solid('bg1')}</a:defRPr>")
    body = Ph("body", 1, (40, 40, 600, 430))
    column = bar((672, 0, 288, 540), solid("accent1"))
    feet = (Ph("ftr", 11, (40, 500, 480, 24)), Ph("sldNum", 12, (560, 500, 80, 24)))
    cover = COVER._replace(
        placeholders=(
            Ph("ctrTitle", 0, (60, 100, 580, 200), level=f"<a:defRPr>{solid('tx2')}</a:defRPr>"),
            Ph("subTitle", 1, (60, 320, 580, 130), level="<a:buNone/>"),
        )
    )
    layouts = (cover, CONTENT._replace(placeholders=(Ph("title"), Ph("obj", 1), *feet)))
    return template_parts([Mas((title, body, *feet), layouts, drawn=column)])


def _title_below() -> Parts:
    """The title at the foot of the slide, flat, over the page number."""
    title = Ph("title", 0, (40, 430, 880, 40), body='anchor="ctr"')
    master = Mas((title, Ph("body", 1, (40, 30, 880, 380)), *FOOT), PLAIN.layouts)
    return template_parts([master])


def _narrow() -> Parts:
    """4:3, as PowerPoint 2003 made them: large type, centred titles."""
    title = Ph("title", 0, (36, 21.6, 648, 90), body='anchor="ctr"')
    body = Ph("body", 1, (36, 126, 648, 356.4))
    feet = (
        Ph("dt", 2, (36, 500.5, 168, 28.75)),
        Ph("ftr", 3, (246, 500.5, 228, 28.75)),
        Ph("sldNum", 4, (516, 500.5, 168, 28.75)),
    )
    below = tuple(ph._replace(box=None) for ph in feet)
    cover = Lay(
        "Title Slide",
        "title",
        (
            Ph("ctrTitle", 0, (54, 167.75, 612, 115.75)),
            Ph("subTitle", 1, (108, 306, 504, 138), level='<a:buNone/><a:defRPr sz="3200"/>'),
            *below,
        ),
    )
    content = Lay("Title and Content", "obj", (Ph("title"), Ph("obj", 1), *below))
    master = Mas(
        (title, body, *feet),
        (cover, content),
        title_style='<a:defRPr sz="4400">{tx1}{major}</a:defRPr>',
        body_style='<a:defRPr sz="3200">{tx1}{minor}</a:defRPr>',
    )
    return template_parts([master], size=(720, 540), fonts=("Arial", "Times New Roman"))


def _three_masters() -> Parts:
    """A master without layouts, one for pictures only, and the one that is meant."""
    picture = Lay("Bild", None, (Ph("pic", 13, (0, 0, 960, 540)),))
    empty = Mas((TITLE, BODY), ())
    return template_parts([empty, Mas((TITLE, BODY), (picture,)), PLAIN])


def _french() -> Parts:
    """French names, no types, the order turned round, a closing of its own."""
    layouts = (
        Lay("Merci", None, (Ph("title", 0, (72, 200, 816, 120)), *FOOT_BELOW)),
        Lay("Titre et contenu", None, (Ph("title"), Ph("obj", 14, BODY.box), *FOOT_BELOW)),
        Lay(
            "Deux contenus",
            None,
            (Ph("title"), Ph("obj", 15, (48, 126, 420, 342)), Ph("obj", 16, (492, 126, 420, 342))),
        ),
        Lay("Diapositive de titre", None, COVER.placeholders),
    )
    return template_parts([PLAIN._replace(layouts=layouts)], fonts=("Cambria", "Calibri"))


def _footless() -> Parts:
    """No footer, no page number, no layout with a title only."""
    layouts = (
        COVER._replace(placeholders=COVER.placeholders[:2]),
        CONTENT._replace(placeholders=CONTENT.placeholders[:2]),
    )
    return template_parts([Mas((TITLE, BODY), layouts)])


def _doubled() -> Parts:
    """Placeholders with one idx and name twice, a second title, frames over each other."""
    placeholders = (
        Ph("title", 0, (48, 30, 864, 120)),
        Ph("title", 0, (48, 30, 400, 60)),
        Ph("obj", 1, (48, 130, 864, 400)),
        Ph("obj", 1, (48, 130, 100, 100)),
        Ph("body", 13, (700, 0, 200, 24)),
        *FOOT_BELOW,
    )
    layouts = (COVER, CONTENT._replace(placeholders=placeholders))
    return template_parts([PLAIN._replace(layouts=layouts)])


def _alone() -> Parts:
    """A4 with one layout, which has a title and nothing else."""
    title = Ph("title", 0, (40, 30, 700, 70))
    layout = Lay("Blatt", None, (Ph("title"),))
    return template_parts([Mas((title,), (layout,))], size=(780, 540))


def _panelled() -> Parts:
    """Text on a white panel of its own before a gradient, the letters in capitals."""
    stops = "".join(
        f'<a:gs pos="{at}"><a:schemeClr val="{name}"/></a:gs>'
        for at, name in ((0, "accent1"), (100000, "accent6"))
    )
    fill = f'<a:gradFill><a:gsLst>{stops}</a:gsLst><a:lin ang="5400000"/></a:gradFill>'
    style = '<a:defRPr sz="3600" cap="all" spc="300" i="1">{bg1}{major}</a:defRPr>'
    drawn = bar((36, 116, 888, 360), solid("bg1"))
    foot = f'<a:defRPr sz="1000">{solid("bg1")}</a:defRPr>'
    feet = tuple(ph._replace(level=foot) for ph in FOOT)
    quiet = COVER.placeholders[1]._replace(level=f"<a:buNone/><a:defRPr>{solid('bg1')}</a:defRPr>")
    cover = COVER._replace(
        placeholders=(COVER.placeholders[0], quiet), shows_master=False, ground=ground(fill)
    )
    master = Mas(
        (TITLE, BODY, *feet), (cover, CONTENT, TITLE_ONLY), ground(fill), drawn, title_style=style
    )
    return template_parts([master])


def _faint() -> Parts:
    """Letters that nobody can read: pale ones on white, white ones on a light photo."""
    feet = tuple(
        ph._replace(level=f'<a:defRPr sz="1200">{solid("accent4")}</a:defRPr>') for ph in FOOT
    )
    white = f'<a:buNone/><a:defRPr sz="2400">{solid("bg1")}</a:defRPr>'
    cover = COVER._replace(
        ground=photo_ground(),
        placeholders=(
            COVER.placeholders[0]._replace(level=white),
            COVER.placeholders[1]._replace(level=white),
        ),
    )
    pale = f'<a:defRPr sz="3200">{solid("D5DAE0")}</a:defRPr>'
    text = f'<a:defRPr sz="2400">{solid("A0A0A0")}</a:defRPr>'
    master = Mas((TITLE, BODY, *feet), (cover, CONTENT, TITLE_ONLY), title_style=pale)
    parts = template_parts([master._replace(body_style=text)])
    return {**parts, "ppt/media/photo.png": photo(is_light=True)}


def _lean() -> Parts:
    """Text without bullets, in slanted small capitals that stand apart; flat, wide titles."""
    master = PLAIN._replace(
        bullet="<a:buNone/>",
        title_style='<a:defRPr sz="3000" cap="all" spc="-50">{tx2}{major}</a:defRPr>',
        body_style='<a:defRPr sz="2000" cap="small" spc="60" i="1">{tx1}{minor}</a:defRPr>',
    )
    return template_parts([master])


def _lettered() -> Parts:
    """A font for each layout, a line for the occasion on the first slide, which is dark."""
    cover = COVER._replace(
        mapping='bg1="dk2" tx1="lt1" bg2="dk1" tx2="lt2"',
        ground=ground(solid("bg1")),
        placeholders=(
            COVER.placeholders[0]._replace(level=_font("Cambria", 44, "tx1")),
            COVER.placeholders[1]._replace(level=_font("Times New Roman", 24, "tx1")),
            Ph("body", 13, (72, 430, 600, 50), level=_font("Arial", 14, "tx2")),
        ),
    )
    closing = Lay(
        "Schlussfolie",
        None,
        (
            Ph("title", 0, (72, 100, 816, 120), level=_font("Times New Roman", 40, "tx2")),
            Ph("body", 13, (72, 260, 400, 160), level=_font("Cambria", 16, "tx1")),
        ),
    )
    feet = (FOOT[0], FOOT[1]._replace(level=_font("Stadtschrift", 12, "tx1")), FOOT[2])
    master = Mas((TITLE, BODY, *feet), (cover, CONTENT, TITLE_ONLY, closing))
    return template_parts([master])


def _font(name: str, size: int, colour: str) -> str:
    letters = f'<a:defRPr sz="{size}00">{solid(colour)}{_latin(name)}</a:defRPr>'
    return f"<a:buNone/>{letters}"


MAKES = {
    "plain": lambda: template_parts([PLAIN]),
    "dark": _dark,
    "photo": _photo,
    "title-right": _title_right,
    "title-below": _title_below,
    "4-3": _narrow,
    "three-masters": _three_masters,
    "french": _french,
    "footless": _footless,
    "doubled": _doubled,
    "alone": _alone,
    "panelled": _panelled,
    "faint": _faint,
    "lean": _lean,
    "lettered": _lettered,
}
"""Templates by what is special about them."""
