"""Slides on the placeholders of a template: what these tell already is not told again.

The frame, colour, font and bullet stay the template's own, so that they follow when somebody
edits its master. Sizes and the distance of lines are told where they differ, for text was
measured by them.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.look import Bound, Told
from deckgen.page import Paragraph, TextBox
from deckgen.style import Mark, ParagraphStyle
from deckgen.writing.pptx.emu import emu, hundredths
from deckgen.writing.pptx.frames import ANCHORS, identity_xml, is_same_place, transform_xml
from deckgen.writing.pptx.inks import Inks
from deckgen.writing.pptx.markup import attribute
from deckgen.writing.pptx.paragraphs import (
    ALIGNMENTS,
    before_xml,
    bullet_xml,
    element_xml,
    levels_xml,
    list_style_xml,
    paragraphs_xml,
    style_font_xml,
    tabs_xml,
)
from deckgen.writing.pptx.scene import Scene

# Text was broken for one upright column of lines, and nothing may shrink it again.
_UPRIGHT = 'vert="horz" wrap="square" numCol="1"'


def bound_placeholder_xml(box: TextBox, number: int, bound: Bound, scene: Scene) -> str:
    """`box` in a template's placeholder, with the id `number`."""
    kind = f' type="{attribute(bound.kind)}"' if bound.kind != "obj" else ""
    index = f' idx="{bound.idx}"' if bound.idx else ""
    return (
        f"<p:sp><p:nvSpPr>{identity_xml(box.name, number, box.description)}"
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{kind}{index}/></p:nvPr>'
        f"</p:nvSpPr>{_shape_xml(box, bound, scene.inks)}<p:txBody>{_body_xml(box, bound)}"
        f"{list_style_xml(_levels_xml(box, bound, scene.inks))}"
        f"{paragraphs_xml(_marked(box, bound), box.styles, scene)}</p:txBody></p:sp>"
    )


def _marked(box: TextBox, bound: Bound) -> tuple[Paragraph, ...]:
    """The paragraphs of `box`, each with its mark told where the template has another.

    LibreOffice lightens the colour of a mark that only the list style of a slide tells.
    """
    return tuple([_with_mark(each, box, bound) for each in box.paragraphs])


def _with_mark(paragraph: Paragraph, box: TextBox, bound: Bound) -> Paragraph:
    mark = box.styles[paragraph.level].bullet
    is_told = mark == bound.levels[paragraph.level].bullet or paragraph.bullet is not None
    return paragraph if is_told or not isinstance(mark, Mark) else paragraph._replace(bullet=mark)


def _shape_xml(box: TextBox, bound: Bound, inks: Inks) -> str:
    """The place of a box where it is not the placeholder's, and a ground that the page gives it."""
    is_told = is_same_place(box.rect, bound.rect) and not bound.is_doubled
    place = "" if is_told else transform_xml(bound.insets.around(box.rect))
    fill = "" if box.fill is None else inks.fill(box.fill)
    return f"<p:spPr>{place}{fill}</p:spPr>" if place or fill else "<p:spPr/>"


def _body_xml(box: TextBox, bound: Bound) -> str:
    # A subtitle inherits from the master's text, but LibreOffice does not see it that way.
    is_sure = not bound.is_doubled and bound.kind != "subTitle"
    is_told = is_sure and box.anchor is bound.anchor
    own = "" if is_told else f' anchor="{ANCHORS[box.anchor]}"'
    insets = _insets(bound) if bound.is_doubled else ""
    return f"<a:bodyPr {_UPRIGHT}{insets}{own}><a:noAutofit/></a:bodyPr>"


def _insets(bound: Bound) -> str:
    named = zip(("lIns", "tIns", "rIns", "bIns"), bound.insets, strict=True)
    return "".join(f' {name}="{emu(inset)}"' for name, inset in named)


def _levels_xml(box: TextBox, bound: Bound, inks: Inks) -> str:
    if bound.is_doubled:
        return levels_xml(box.styles, (), inks)
    return "".join(_levels(box, bound, inks))


def _levels(box: TextBox, bound: Bound, inks: Inks) -> Iterator[str]:
    used = {paragraph.level for paragraph in box.paragraphs}
    for level, style in enumerate(box.styles):
        told = bound.levels[level]
        if level in used or level == 0:
            yield _level_xml(f"lvl{level + 1}pPr", style, told, inks)


def _level_xml(tag: str, style: ParagraphStyle, told: Told, inks: Inks) -> str:
    """One level, without what the placeholder tells of it; empty if that is all."""
    attributes = "".join(_attributes(style, told))
    own = "".join(_own(style, told, inks))
    return element_xml(f"a:{tag}{attributes}", own) if attributes or own else ""


def _attributes(style: ParagraphStyle, told: Told) -> Iterator[str]:
    if style.indent != told.indent:
        yield f' marL="{emu(style.indent)}"'
    if style.hanging != told.hanging:
        yield f' indent="{emu(-style.hanging)}"'
    if style.align is not told.align:
        yield f' algn="{ALIGNMENTS[style.align]}"'


def _own(style: ParagraphStyle, told: Told, inks: Inks) -> Iterator[str]:
    """The elements of a level, in their order (ECMA-376-1, CT_TextParagraphProperties)."""
    if style.leading != told.leading:
        yield f'<a:lnSpc><a:spcPts val="{hundredths(style.leading)}"/></a:lnSpc>'
    if style.before != told.before:
        yield before_xml(style.before)
    yield '<a:spcAft><a:spcPts val="0"/></a:spcAft>'
    if style.bullet != told.bullet:
        yield bullet_xml(style.bullet, inks)
    if style.tab is not None:
        yield tabs_xml(style)
    attributes = "".join(_run_attributes(style, told))
    fill = "" if style.ink is told.ink else inks.fill(style.ink)
    font = "" if style.cut.font == told.cut.font else style_font_xml(style, inks)
    if attributes or fill or font:
        yield f"<a:defRPr{attributes}>{fill}{font}</a:defRPr>"


def _run_attributes(style: ParagraphStyle, told: Told) -> Iterator[str]:
    if style.size != told.size:
        yield f' sz="{hundredths(style.size)}"'
    if style.is_bold != told.is_bold:
        yield f' b="{style.is_bold:d}"'
    if style.cut.is_italic != told.cut.is_italic:
        yield f' i="{style.cut.is_italic:d}"'
    if style.cut.is_capital != told.cut.is_capital:
        yield f' cap="{"all" if style.cut.is_capital else "none"}"'
    if style.cut.spacing != told.cut.spacing:
        yield f' spc="{hundredths(style.cut.spacing)}"'
