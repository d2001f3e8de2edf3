"""What the speaker says: notes pages, and the master they are made on."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.geometry import Rect, Size
from deckgen.page import Page, Pages
from deckgen.style import Align, Form, Ink, ParagraphStyle
from deckgen.theme import Theme
from deckgen.writing.pptx.frames import geometry_xml, transform_xml
from deckgen.writing.pptx.inks import COLOUR_MAP, fill
from deckgen.writing.pptx.markup import NAMESPACES, document
from deckgen.writing.pptx.package import OFFICE, Part, References
from deckgen.writing.pptx.paragraphs import (
    LEVELS,
    levels_xml,
    list_style_xml,
    page_number_xml,
    plain_paragraph_xml,
)
from deckgen.writing.pptx.shapes import tree_xml
from deckgen.writing.pptx.slides import notes_name, slide_name
from deckgen.writing.pptx.theme_part import theme_part

NOTES_MASTER = "ppt/notesMasters/notesMaster1.xml"
PAPER = Size(540.0, 720.0)
"""The extent of a notes page; printers fit it to their paper."""

_FORMAT = "application/vnd.openxmlformats-officedocument.presentationml"
_PRINTED = Rect(0.0, 0.0, *PAPER).inset(48.0, 48.0)
_STYLE = ParagraphStyle(size=12.0, leading=15.0, before=4.0)
_FOOT_STYLE = ParagraphStyle(size=10.0, leading=12.0, ink=Ink.MUTED, align=Align.RIGHT)
_FOOT_HEIGHT = 16.0
_GAP = 24.0
_BODY_PROPERTIES = '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"><a:noAutofit/></a:bodyPr>'


def notes_parts(pages: Pages, theme: Theme, slide: Size) -> Iterator[Part]:
    """The notes of all pages that have some, after their master and its theme."""
    language = pages.properties.language
    noted = [(number, page) for number, page in enumerate(pages.pages, 1) if page.notes]
    if noted:
        own_theme = theme_part(theme, 2)
        yield _master_part(own_theme, slide, language)
        yield own_theme
    for number, page in noted:
        yield _notes_part(page, number, language)


def _notes_part(page: Page, number: int, language: str) -> Part:
    references = References()
    references.to(f"{OFFICE}/notesMaster", NOTES_MASTER)
    references.to(f"{OFFICE}/slide", slide_name(number))
    words = "".join(plain_paragraph_xml(paragraph, language) for paragraph in page.notes)
    shapes = (
        _image_xml(""),
        _notes_xml("", f"<a:bodyPr/><a:lstStyle/>{words}"),
        _number_xml("", f"<a:bodyPr/><a:lstStyle/>{page_number_xml(str(number), language)}"),
    )
    content = document(
        f"<p:notes {NAMESPACES}><p:cSld>{tree_xml(shapes)}</p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )
    return Part(notes_name(number), f"{_FORMAT}.notesSlide+xml", content, references.relationships)


def _master_part(theme: Part, slide: Size, language: str) -> Part:
    references = References()
    references.to(f"{OFFICE}/theme", theme.name)
    content = document(
        f"<p:notesMaster {NAMESPACES}><p:cSld>"
        f"<p:bg><p:bgPr>{fill(Ink.BACKGROUND)}<a:effectLst/></p:bgPr></p:bg>"
        f"{tree_xml(_master_shapes(slide, language))}</p:cSld>{COLOUR_MAP}"
        '<p:hf hdr="0" ftr="0" dt="0"/>'
        f"<p:notesStyle>{levels_xml((_STYLE,) * LEVELS)}</p:notesStyle></p:notesMaster>"
    )
    return Part(NOTES_MASTER, f"{_FORMAT}.notesMaster+xml", content, references.relationships)


def _master_shapes(slide: Size, language: str) -> tuple[str, str, str]:
    """The slide's image above, the notes below it, the page number at the foot."""
    image, below = _PRINTED.take_top(_PRINTED.width * slide.height / slide.width)
    notes, _ = below.drop_top(_GAP).take_top(below.height - 2 * _GAP - _FOOT_HEIGHT)
    foot = _PRINTED.drop_top(_PRINTED.height - _FOOT_HEIGHT)
    body = f"{_BODY_PROPERTIES}<a:lstStyle/>{plain_paragraph_xml('', language)}"
    foot_style = list_style_xml(levels_xml((_FOOT_STYLE,)))
    return (
        _image_xml(_place_xml(image)),
        _notes_xml(_place_xml(notes), body),
        _number_xml(
            _place_xml(foot), f"{_BODY_PROPERTIES}{foot_style}{page_number_xml('‹#›', language)}"
        ),
    )


def _place_xml(rect: Rect) -> str:
    return transform_xml(rect) + geometry_xml(Form.RECTANGLE, rect)


def _image_xml(place: str) -> str:
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr></p:sp>'
    )


def _notes_xml(place: str, body: str) -> str:
    return _text_xml('id="3" name="Notes"', '<p:ph type="body" idx="1"/>', place, body)


def _number_xml(place: str, body: str) -> str:
    return _text_xml('id="4" name="Page number"', '<p:ph type="sldNum" idx="2"/>', place, body)


def _text_xml(identity: str, placeholder: str, place: str, body: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr {identity}/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{placeholder}</p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr>"
        f"<p:txBody>{body}</p:txBody></p:sp>"
    )
