"""Boxes, shapes, rules and pictures that stand by themselves (ECMA-376-1, 19.3.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from deckgen.geometry import Rect
from deckgen.page import Chart, Element, Picture, Rule, Rules, Shape, Table, TextBox
from deckgen.style import Form, Ink, Shade
from deckgen.writing.pptx.emu import emu
from deckgen.writing.pptx.frames import (
    body_properties_xml,
    geometry_xml,
    ground_xml,
    identity_xml,
    transform_xml,
)
from deckgen.writing.pptx.inks import Inks
from deckgen.writing.pptx.markup import attribute
from deckgen.writing.pptx.package import OFFICE
from deckgen.writing.pptx.paragraphs import levels_xml, list_style_xml, paragraphs_xml
from deckgen.writing.pptx.scene import Scene
from deckgen.writing.pptx.tables import table_xml

_ANYTHING = Rect(0.0, 0.0, 0.0, 0.0)

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"

OUTLINE = 1.5
"""How thick the edge of a shape is, in points."""

# Who has the screen read out does not hear of the shape ([MS-ODRAWXML], decorative).
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)
_SVG_NAMESPACE = 'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"'
_RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
_DASH = '<a:prstDash val="dash"/>'
_LINE = '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'


def chart_name(number: int) -> str:
    """The name of the part of chart `number`, from 1."""
    return f"ppt/charts/chart{number}.xml"


def tree_xml(shapes: Iterable[str]) -> str:
    """The tree of a slide's shapes, in reading order; their ids start at 2."""
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr/>{''.join(shapes)}</p:spTree>"
    )


def element_xml(element: Element, number: int, scene: Scene) -> str:
    """`element` as a shape of its own, with the id `number`."""
    return _XML[type(element)](element, number, scene)


def _text_box_xml(box: TextBox, number: int, scene: Scene) -> str:
    name, rect, paragraphs, styles, _, anchor, form, fill, margin_x, margin_y, told = box
    extent = _extent(form, rect)
    alike = TextBox("", extent, (), styles, None, anchor, form, fill, margin_x, margin_y)
    is_bare = form is Form.RECTANGLE and fill is None
    kind = '<p:cNvSpPr txBox="1"/>' if is_bare else "<p:cNvSpPr/>"
    return (
        f"<p:sp><p:nvSpPr>{identity_xml(name, number, told)}{kind}<p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{transform_xml(rect)}{_inside_xml(alike, scene.inks)}"
        f"{paragraphs_xml(paragraphs, styles, scene)}</p:txBody></p:sp>"
    )


def _extent(form: Form, rect: Rect) -> Rect:
    """How large a shape is, wherever it stands; nothing where nothing follows from that."""
    return _ANYTHING if form is Form.RECTANGLE else Rect(0.0, 0.0, *rect[2:])


# Of a deck's boxes and shapes most are alike but for their names, places and words.
@lru_cache(maxsize=1024)
def _inside_xml(box: TextBox, inks: Inks) -> str:
    """A box from its outline to its list style."""
    return (
        f"{geometry_xml(box.form, box.rect)}{ground_xml(box.fill, inks)}</p:spPr><p:txBody>"
        f"{body_properties_xml(box)}{list_style_xml(levels_xml(box.styles, (), inks))}"
    )


def _shape_xml(shape: Shape, number: int, scene: Scene) -> str:
    name, rect, fill, form, told, outline = shape
    return (
        f"<p:sp><p:nvSpPr>{_graphic_identity_xml(name, number, told)}"
        f"<p:cNvSpPr/>{_role_xml(scene)}</p:nvSpPr><p:spPr>{transform_xml(rect)}"
        f"{_outside_xml(_extent(form, rect), form, fill, outline, scene.inks)}</p:spPr></p:sp>"
    )


@lru_cache(maxsize=1024)
def _outside_xml(
    rect: Rect, form: Form, fill: Ink | Shade | None, outline: Ink | None, inks: Inks
) -> str:
    """The outline, ground and edge of a shape that is as large as `rect`."""
    edge = f'<a:ln w="{emu(OUTLINE)}">{inks.fill(outline)}</a:ln>' if outline else ""
    return f"{geometry_xml(form, rect)}{ground_xml(fill, inks)}{edge}"


def _rule_xml(rule: Rule, number: int, scene: Scene) -> str:
    name, rect, ink, weight, is_dashed = rule
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{_graphic_identity_xml(name, number, None)}"
        f"<p:cNvCxnSpPr/>{_role_xml(scene)}</p:nvCxnSpPr><p:spPr>{transform_xml(rect)}{_LINE}"
        f'<a:ln w="{emu(weight)}">{scene.inks.fill(ink)}{_DASH if is_dashed else ""}</a:ln>'
        "</p:spPr></p:cxnSp>"
    )


def _rules_xml(rules: Rules, number: int, scene: Scene) -> str:
    name, rect, places, ink, weight = rules
    bottom = emu(rect.height)
    lines = "".join([_upright_xml(emu(place), bottom) for place in places])
    return (
        f"<p:sp><p:nvSpPr>{_graphic_identity_xml(name, number, None)}"
        f"<p:cNvSpPr/>{_role_xml(scene)}</p:nvSpPr><p:spPr>{transform_xml(rect)}"
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{emu(rect.width)}" h="{bottom}" fill="none">{lines}</a:path></a:pathLst>'
        f'</a:custGeom><a:noFill/><a:ln w="{emu(weight)}">{scene.inks.fill(ink)}</a:ln>'
        "</p:spPr></p:sp>"
    )


def _upright_xml(x: int, bottom: int) -> str:
    """A line down, in the units of its path."""
    return (
        f'<a:moveTo><a:pt x="{x}" y="0"/></a:moveTo><a:lnTo><a:pt x="{x}" y="{bottom}"/></a:lnTo>'
    )


def _picture_xml(picture: Picture, number: int, scene: Scene) -> str:
    return (
        f"<p:pic><p:nvPicPr>{_graphic_identity_xml(picture.name, number, picture.description)}"
        f'<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr>{_role_xml(scene)}</p:nvPicPr>'
        f"<p:blipFill>{_blip_xml(picture, scene)}<a:stretch><a:fillRect/></a:stretch>"
        f"</p:blipFill><p:spPr>{transform_xml(picture.rect)}{_RECTANGLE}</p:spPr></p:pic>"
    )


def _chart_xml(chart: Chart, number: int, scene: Scene) -> str:
    reference = scene.references.to(f"{OFFICE}/chart", scene.charts[number])
    place = transform_xml(chart.rect).replace("a:xfrm", "p:xfrm")
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{identity_xml(chart.name, number, chart.description)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>'
        f'</p:nvGraphicFramePr>{place}<a:graphic><a:graphicData uri="{CHART}">'
        f'<c:chart xmlns:c="{CHART}" r:id="{reference}"/></a:graphicData></a:graphic>'
        "</p:graphicFrame>"
    )


def _blip_xml(picture: Picture, scene: Scene) -> str:
    """The picture's bytes; programs that know SVG show that instead ([MS-ODRAWXML], svgBlip)."""
    reference = _image_reference(picture.image, scene)
    if picture.vector is None:
        return f'<a:blip r:embed="{reference}"/>'
    vector = _image_reference(picture.vector, scene)
    return (
        f'<a:blip r:embed="{reference}"><a:extLst>'
        f'<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip {_SVG_NAMESPACE} '
        f'r:embed="{vector}"/></a:ext></a:extLst></a:blip>'
    )


def _image_reference(image: bytes, scene: Scene) -> str:
    return scene.references.to(f"{OFFICE}/image", scene.media[image].name)


def _graphic_identity_xml(name: str, number: int, description: str | None) -> str:
    """Id, name and alternative text of what has no words; without the text it is decoration."""
    if description is None:
        return f'<p:cNvPr id="{number}" name="{attribute(name)}">{_DECORATIVE}</p:cNvPr>'
    return identity_xml(name, number, description)


def _role_xml(scene: Scene) -> str:
    return '<p:nvPr userDrawn="1"/>' if scene.is_template else "<p:nvPr/>"


_XML: dict[type[Any], Callable[[Any, int, Scene], str]] = {
    TextBox: _text_box_xml,
    Shape: _shape_xml,
    Rule: _rule_xml,
    Rules: _rules_xml,
    Picture: _picture_xml,
    Table: table_xml,
    Chart: _chart_xml,
}
