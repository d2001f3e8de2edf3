"""A theme as a theme part: the only place of the file where colours and fonts are named."""

from __future__ import annotations

from deckgen.style import Ink
from deckgen.theme import Theme
from deckgen.writing.pptx.inks import SCHEME_SLOTS, fill
from deckgen.writing.pptx.markup import attribute, document
from deckgen.writing.pptx.package import Part

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
_PLACEHOLDER_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_FLAT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_part(theme: Theme, number: int) -> Part:
    """Theme `number` of the package, from 1; no two masters may share one."""
    return Part(f"ppt/theme/theme{number}.xml", _CONTENT_TYPE, document(_theme_xml(theme)))


def _theme_xml(theme: Theme) -> str:
    name = attribute(theme.title)
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'name="{name}"><a:themeElements>'
        f'<a:clrScheme name="{name}">{_scheme_xml(theme)}</a:clrScheme>'
        f'<a:fontScheme name="{name}">{_fonts_xml(theme)}</a:fontScheme>'
        f'<a:fmtScheme name="{name}">{_formats_xml()}</a:fmtScheme></a:themeElements>'
        f"<a:objectDefaults>{_defaults_xml()}</a:objectDefaults><a:extraClrSchemeLst/>"
        f"<a:custClrLst>{_named_colours_xml(theme)}</a:custClrLst></a:theme>"
    )


def _scheme_xml(theme: Theme) -> str:
    return "".join(
        f'<a:{slot}><a:srgbClr val="{theme.colours[ink]}"/></a:{slot}>'
        for slot, ink in SCHEME_SLOTS.items()
    )


def _fonts_xml(theme: Theme) -> str:
    rest = '<a:ea typeface=""/><a:cs typeface=""/>'
    return (
        f'<a:majorFont><a:latin typeface="{attribute(theme.heading.name)}"/>{rest}</a:majorFont>'
        f'<a:minorFont><a:latin typeface="{attribute(theme.body.name)}"/>{rest}</a:minorFont>'
    )


def _formats_xml() -> str:
    """Three flat steps of each list, the least that a format scheme may have."""
    lines = "".join(
        f'<a:ln w="{width}">{_PLACEHOLDER_FILL}</a:ln>' for width in (6350, 12700, 19050)
    )
    return (
        f"<a:fillStyleLst>{_PLACEHOLDER_FILL * 3}</a:fillStyleLst>"
        f"<a:lnStyleLst>{lines}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_FLAT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_PLACEHOLDER_FILL * 3}</a:bgFillStyleLst>"
    )


def _defaults_xml() -> str:
    """How shapes and lines look that are drawn in PowerPoint."""
    return (
        f"<a:spDef><a:spPr>{fill(Ink.PRIMARY)}<a:ln><a:noFill/></a:ln></a:spPr>"
        '<a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle>'
        f'<a:defPPr algn="ctr"><a:defRPr>{fill(Ink.BACKGROUND)}</a:defRPr></a:defPPr>'
        "</a:lstStyle></a:spDef>"
        f'<a:lnDef><a:spPr><a:ln w="12700">{fill(Ink.LINE)}</a:ln></a:spPr>'
        "<a:bodyPr/><a:lstStyle/></a:lnDef>"
    )


def _named_colours_xml(theme: Theme) -> str:
    return "".join(
        f'<a:custClr name="{ink.value.capitalize()}">'
        f'<a:srgbClr val="{theme.colours[ink]}"/></a:custClr>'
        for ink in Ink
    )
