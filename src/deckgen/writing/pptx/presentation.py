"""The presentation part: masters, slides in their order, sections and sizes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID, uuid5

from deckgen.geometry import Size
from deckgen.page import Pages, PageSection
from deckgen.style import ParagraphStyle
from deckgen.writing.pptx.emu import emu
from deckgen.writing.pptx.markup import NAMESPACES, attribute, document
from deckgen.writing.pptx.notes import NOTES_MASTER, PAPER
from deckgen.writing.pptx.package import OFFICE, Part, References
from deckgen.writing.pptx.paragraphs import LEVELS, levels_xml
from deckgen.writing.pptx.slides import slide_name
from deckgen.writing.pptx.template import MASTER, MASTER_ID

PRESENTATION = "ppt/presentation.xml"
FIRST_SLIDE_ID = 256
"""The least id that a slide may have (ECMA-376-1, ST_SlideId)."""

_FORMAT = "application/vnd.openxmlformats-officedocument.presentationml"
_SECTION_NAMESPACE = UUID("3d1c9d0e-6a53-5e0b-8f0c-5a3a5fd3b1a7")
_SIZES = {Size(720, 540): "screen4x3", Size(780, 540): "A4"}
_TEXT = ParagraphStyle(size=18.0, leading=22.0)
_THEME = "ppt/theme/theme1.xml"

_SETTINGS = {
    "presProps": f"<p:presentationPr {NAMESPACES}/>",
    "viewProps": (
        f'<p:viewPr {NAMESPACES}><p:gridSpacing cx="{emu(8.0)}" cy="{emu(8.0)}"/></p:viewPr>'
    ),
    "tableStyles": (
        '<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>'
    ),
}


def presentation_parts(pages: Pages, slide: Size) -> tuple[Part, ...]:
    """The presentation for slides of the size `slide`, and its settings.

    Raises ValueError where two sections or two pages have one id.
    """
    _demand_distinct("section", [section.id for section in pages.sections])
    _demand_distinct("page", [page.id for page in pages.pages])
    references = References()
    content = document(_presentation_xml(pages, slide, references))
    references.to(f"{OFFICE}/theme", _THEME)
    for kind in _SETTINGS:
        references.to(f"{OFFICE}/{kind}", f"ppt/{kind}.xml")
    content_type = f"{_FORMAT}.presentation.main+xml"
    presentation = Part(PRESENTATION, content_type, content, references.relationships)
    return (presentation, *_settings())


def _settings() -> Iterator[Part]:
    for kind, root in _SETTINGS.items():
        yield Part(f"ppt/{kind}.xml", f"{_FORMAT}.{kind}+xml", document(root))


def _demand_distinct(noun: str, ids: Sequence[str]) -> None:
    doubled = {id_ for id_ in ids if ids.count(id_) > 1} if len(set(ids)) < len(ids) else set()
    if doubled:
        raise ValueError(f"more than one {noun} called {', '.join(sorted(doubled))}")


def _presentation_xml(pages: Pages, slide: Size, references: References) -> str:
    """The root element; the order of what is in it matters (ECMA-376-1, CT_Presentation)."""
    master = references.to(f"{OFFICE}/slideMaster", MASTER)
    return (
        f"<p:presentation {NAMESPACES}>"
        f'<p:sldMasterIdLst><p:sldMasterId id="{MASTER_ID}" r:id="{master}"/></p:sldMasterIdLst>'
        f"{_notes_master_xml(pages, references)}{_slides_xml(pages, references)}"
        f'{_size_xml(slide)}<p:notesSz cx="{emu(PAPER.width)}" cy="{emu(PAPER.height)}"/>'
        f"<p:defaultTextStyle>{_default_text_xml(pages.properties.language)}</p:defaultTextStyle>"
        f"{_sections_xml(pages.sections)}</p:presentation>"
    )


def _size_xml(slide: Size) -> str:
    """The slides' size; without its type PowerPoint calls even a known one custom."""
    kind = f' type="{_SIZES[slide]}"' if slide in _SIZES else ""
    return f'<p:sldSz cx="{emu(slide.width)}" cy="{emu(slide.height)}"{kind}/>'


def _notes_master_xml(pages: Pages, references: References) -> str:
    if not any(page.notes for page in pages.pages):
        return ""
    master = references.to(f"{OFFICE}/notesMaster", NOTES_MASTER)
    return f'<p:notesMasterIdLst><p:notesMasterId r:id="{master}"/></p:notesMasterIdLst>'


def _slides_xml(pages: Pages, references: References) -> str:
    entries = "".join(
        f'<p:sldId id="{FIRST_SLIDE_ID + index}" '
        f'r:id="{references.to(f"{OFFICE}/slide", slide_name(index + 1))}"/>'
        for index in range(len(pages.pages))
    )
    return f"<p:sldIdLst>{entries}</p:sldIdLst>" if entries else ""


def _default_text_xml(language: str) -> str:
    """How text looks that somebody adds in a box of its own."""
    return f'<a:defPPr><a:defRPr lang="{language}"/></a:defPPr>{levels_xml((_TEXT,) * LEVELS)}'


def _sections_xml(sections: Sequence[PageSection]) -> str:
    """The sections of the slide sorter ([MS-PPTX], sectionLst): each slide in exactly one."""
    if not sections:
        return ""
    ids = iter(range(FIRST_SLIDE_ID, 2**31))
    entries = "".join(_section_xml(section, ids) for section in sections)
    return (
        '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst '
        'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
        f"{entries}</p14:sectionLst></p:ext></p:extLst>"
    )


def _section_xml(section: PageSection, ids: Iterator[int]) -> str:
    slides = "".join(f'<p14:sldId id="{id_}"/>' for _, id_ in zip(section.pages, ids, strict=False))
    identity = str(uuid5(_SECTION_NAMESPACE, section.id)).upper()
    return (
        f'<p14:section name="{attribute(section.name)}" id="{{{identity}}}">'
        f"<p14:sldIdLst>{slides}</p14:sldIdLst></p14:section>"
    )
