"""A look as a slide master with its layouts, and the theme they share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from deckgen.brought import Brought, BroughtPart
from deckgen.look import Layout, Look, Slot, SlotKind
from deckgen.named import NamedTuple
from deckgen.page import Pages, TextBox
from deckgen.style import Ink, ParagraphStyle
from deckgen.writing.pptx.inks import COLOUR_MAP, Inks, dressed, fill, mapping_xml
from deckgen.writing.pptx.markup import NAMESPACES, attribute, document
from deckgen.writing.pptx.media import media
from deckgen.writing.pptx.package import OFFICE, Part, References, Relationship
from deckgen.writing.pptx.paragraphs import LEVELS, levels_xml, plain_paragraph_xml
from deckgen.writing.pptx.placeholders import (
    FOOTER_PARAGRAPH,
    Base,
    base,
    layout_placeholder_xml,
    levels,
    master_placeholder_xml,
)
from deckgen.writing.pptx.scene import Scene
from deckgen.writing.pptx.shapes import element_xml, tree_xml
from deckgen.writing.pptx.theme_part import theme_part

MASTER = "ppt/slideMasters/slideMaster1.xml"
MASTER_ID = 2**31
"""The first id of masters and layouts: one row of numbers (ECMA-376-1, ST_SlideLayoutId)."""

_FORMAT = "application/vnd.openxmlformats-officedocument.presentationml"
_FOOTER = FOOTER_PARAGRAPH.encode()
_MAIN_BODY = 1
_MASTER_KINDS = {SlotKind.CENTRE_TITLE: SlotKind.TITLE, SlotKind.SUBTITLE: SlotKind.BODY}


class SlideLayout(NamedTuple):
    """A layout for slides to be made on: its part, its placeholders by their slots' names, inks.

    `mapping` tells what the names of colours stand for.
    """

    part: str
    placeholders: Mapping[str, Base]
    inks: Inks
    mapping: str


class Template(NamedTuple):
    """The parts of a look, and its layouts by their roles."""

    parts: tuple[Part, ...]
    layouts: Mapping[str, SlideLayout]


# A run of many decks has few looks, and decks of one kind the same words at their foot.
@lru_cache(maxsize=8)
def template(look: Look, language: str, footer: str) -> Template:
    """The template of `look`, whose words are in `language`.

    `footer` is what slides say at their foot: PowerPoint gives it to slides that
    are added, and LibreOffice takes the style of footers from it.
    """
    prepared = _prepared(look, language)
    words = plain_paragraph_xml(footer, language).encode()
    parts = tuple([_with_footer(part, words) for part in prepared.parts])
    return Template(parts, prepared.layouts)


def _with_footer(part: Part, paragraph: bytes) -> Part:
    content = part.content.replace(_FOOTER, paragraph)
    return part if content is part.content else part._replace(content=content)


# A run of many decks has few looks.
@lru_cache(maxsize=8)
def _prepared(look: Look, language: str) -> Template:
    """The template before decks put their words at its foot."""
    if look.brought:
        return _brought(look, look.brought)
    pictures = media(item for each in (look.master, *look.layouts) for item in each.decorations)
    theme = theme_part(look.theme, 1)
    names = [f"ppt/slideLayouts/slideLayout{number + 1}.xml" for number in range(len(look.layouts))]
    named = list(zip(names, look.layouts, strict=True))

    def scene() -> Scene:
        return Scene(language, pictures, References(), is_template=True)

    layouts = [_layout_part(name, each, look.master, scene()) for name, each in named]
    master = _master_part(look.master, names, theme, scene())
    return Template(
        parts=(master, *layouts, theme, *pictures.values()),
        layouts={each.role: _slide_layout(name, each) for name, each in named},
    )


def _brought(look: Look, brought: Brought) -> Template:
    """The parts of a city's own template, used as they are."""
    parts = tuple(
        Part(each.name, each.content_type, each.content, tuple(_relationships(each)))
        for each in brought.parts
    )
    named = {each.role: _slide_layout(brought.layouts[each.role], each) for each in look.layouts}
    return Template(parts, named)


def _relationships(part: BroughtPart) -> Iterator[Relationship]:
    for reference in part.references:
        yield Relationship(*reference)


def _slide_layout(part: str, layout: Layout) -> SlideLayout:
    placeholders = {slot.name: base(slot) for slot in layout.slots}
    mapping = layout.dress.mapping if layout.dress else None
    return SlideLayout(part, placeholders, dressed(layout.dress), mapping_xml(mapping))


def footer_of(pages: Pages, look: Look) -> str:
    """What `pages` say at their foot: the words of the first that has a footer."""
    footers = (
        box
        for page in pages.pages
        for box in page.elements
        if isinstance(box, TextBox) and box.slot is not None
        if look.layout(page.layout).slot(box.slot).kind is SlotKind.FOOTER
    )
    box = next(footers, None)
    return box.paragraphs[0].text if box and box.paragraphs else ""


def _master_part(master: Layout, layouts: Sequence[str], theme: Part, scene: Scene) -> Part:
    ids = [scene.references.to(f"{OFFICE}/slideLayout", layout) for layout in layouts]
    scene.references.to(f"{OFFICE}/theme", theme.name)
    placeholders = [
        master_placeholder_xml(slot, number, scene)
        for number, slot in enumerate(master.slots, _first_placeholder(master))
    ]
    content = document(
        f"<p:sldMaster {NAMESPACES}><p:cSld>{_ground_xml(master.ground)}"
        f"{_tree_xml(master, placeholders, scene)}</p:cSld>{COLOUR_MAP}"
        f"{_layout_ids_xml(ids)}{_footers_xml(master)}{_text_styles_xml(master)}</p:sldMaster>"
    )
    return Part(MASTER, f"{_FORMAT}.slideMaster+xml", content, scene.references.relationships)


def _layout_part(name: str, layout: Layout, master: Layout, scene: Scene) -> Part:
    scene.references.to(f"{OFFICE}/slideMaster", MASTER)
    placeholders = [
        layout_placeholder_xml(slot, number, _inherited(slot, master), scene)
        for number, slot in enumerate(layout.slots, _first_placeholder(layout))
    ]
    ground = "" if layout.ground is master.ground else _ground_xml(layout.ground)
    content = document(
        f"<p:sldLayout {NAMESPACES}{_layout_attributes(layout)}>"
        f'<p:cSld name="{attribute(layout.name)}">{ground}'
        f"{_tree_xml(layout, placeholders, scene)}</p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )
    return Part(name, f"{_FORMAT}.slideLayout+xml", content, scene.references.relationships)


def _first_placeholder(layout: Layout) -> int:
    """The id of the first placeholder: decorations lie behind them, from 2."""
    return 2 + len(layout.decorations)


def _tree_xml(layout: Layout, placeholders: Sequence[str], scene: Scene) -> str:
    decorations = [
        element_xml(decoration, number, scene)
        for number, decoration in enumerate(layout.decorations, 2)
    ]
    return tree_xml([*decorations, *placeholders])


def _ground_xml(ink: Ink) -> str:
    return f"<p:bg><p:bgPr>{fill(ink)}<a:effectLst/></p:bgPr></p:bg>"


def _inherited(slot: Slot, master: Layout) -> Base | None:
    """The master's placeholder below a layout's `slot`: the one for the same purpose."""
    kind = _MASTER_KINDS.get(slot.kind, slot.kind)
    return next((base(below) for below in master.slots if below.kind is kind), None)


def _layout_attributes(layout: Layout) -> str:
    """Whether the layout shows the master's decorations, and its type."""
    alone = "" if layout.shows_master else ' showMasterSp="0"'
    return f'{alone} type="{_layout_type(layout)}" preserve="1" userDrawn="1"'


def _layout_type(layout: Layout) -> str:
    """What PowerPoint calls a layout with these placeholders (ECMA-376-1, ST_SlideLayoutType)."""
    kinds = [slot.kind for slot in layout.slots]
    bodies = [slot.idx for slot in layout.slots if slot.kind is SlotKind.BODY]
    if SlotKind.CENTRE_TITLE in kinds and SlotKind.SUBTITLE in kinds:
        return "title"
    if SlotKind.TITLE not in kinds:
        return "cust"
    return "titleOnly" if not bodies else "tx" if bodies == [_MAIN_BODY] else "cust"


def _layout_ids_xml(references: Sequence[str]) -> str:
    entries = "".join(
        f'<p:sldLayoutId id="{number}" r:id="{reference}"/>'
        for number, reference in enumerate(references, MASTER_ID + 1)
    )
    return f"<p:sldLayoutIdLst>{entries}</p:sldLayoutIdLst>"


def _footers_xml(master: Layout) -> str:
    """Which of the four placeholders at head and foot new slides are without."""
    kinds = {slot.kind for slot in master.slots}
    number = "" if SlotKind.PAGE_NUMBER in kinds else ' sldNum="0"'
    footer = "" if SlotKind.FOOTER in kinds else ' ftr="0"'
    return f'<p:hf{number} hdr="0"{footer} dt="0"/>'


def _text_styles_xml(master: Layout) -> str:
    """How titles, bodies and all other text look unless a layout says otherwise."""
    title, body = (
        next(slot for slot in master.slots if slot.kind is kind)
        for kind in (SlotKind.TITLE, SlotKind.BODY)
    )
    other = (_bare(body.styles[0]),) * LEVELS
    return (
        f"<p:txStyles><p:titleStyle>{levels_xml(levels(title))}</p:titleStyle>"
        f"<p:bodyStyle>{levels_xml(levels(body))}</p:bodyStyle>"
        f"<p:otherStyle>{levels_xml(other)}</p:otherStyle></p:txStyles>"
    )


def _bare(style: ParagraphStyle) -> ParagraphStyle:
    """`style` for text that is no list."""
    return style._replace(before=0.0, indent=0.0, hanging=0.0, tab=None, bullet=None)
