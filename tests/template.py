"""A small look made by hand, decks on it, and what their files hold."""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from io import BytesIO
from typing import NamedTuple, cast

from lxml import etree

from deckgen.fonts import typeface
from deckgen.geometry import Rect, Size
from deckgen.look import Layout, Look, Slot, SlotKind
from deckgen.page import (
    Element,
    Page,
    Pages,
    PageSection,
    Paragraph,
    Picture,
    Properties,
    Rule,
    Run,
    Shape,
    TextBox,
)
from deckgen.style import Align, Anchor, Ink, Mark, ParagraphStyle
from deckgen.theme import Theme
from deckgen.writing.pptx import write_pptx

NAMES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "ahyp": "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor",
}
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"

COLOURS = {
    Ink.TEXT: "1A1D21",
    Ink.BACKGROUND: "FFFFFF",
    Ink.PRIMARY: "0B3B5C",
    Ink.ACCENT: "C8102E",
    Ink.MUTED: "55606B",
    Ink.LINE: "D5DBE1",
    Ink.PANEL: "F3F5F7",
    Ink.TINT: "E6EEF2",
    Ink.GOOD: "1B7F4B",
    Ink.WARNING: "B25E00",
    Ink.BAD: "B3261E",
}

TITLE = (ParagraphStyle(32, 38, Ink.PRIMARY, is_bold=True, is_heading=True),)
BODY = (
    ParagraphStyle(24, 29, before=12, indent=36, hanging=36, bullet=Mark("✓", Ink.GOOD, scale=1.1)),
    ParagraphStyle(20, 24, before=6, indent=60, hanging=20, bullet=Mark("–", Ink.MUTED)),
)
FOOT = (ParagraphStyle(12, 15, Ink.MUTED),)
NUMBER = (ParagraphStyle(12, 15, Ink.MUTED, align=Align.RIGHT),)
CARD = (ParagraphStyle(18, 22), ParagraphStyle(40, 48, Ink.PRIMARY, is_bold=True))

FRAME = Rect(48, 129, 864, 341)


def picture_bytes(red: int = 200) -> bytes:
    """A PNG picture of one pixel."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixel = zlib.compress(bytes([0, red, 16, 46]))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")
    )


TITLE_SLOT = Slot("title", "Titel", SlotKind.TITLE, 0, Rect(48, 50, 700, 76), TITLE)
BODY_SLOT = Slot("body", "Text", SlotKind.BODY, 1, FRAME, BODY)
FOOTER_SLOT = Slot("footer", "Fußzeile", SlotKind.FOOTER, 11, Rect(48, 507, 700, 18), FOOT)
NUMBER_SLOT = Slot("number", "Nummer", SlotKind.PAGE_NUMBER, 12, Rect(852, 507, 60, 18), NUMBER)
CARD_SLOT = Slot(
    "card",
    "Karte",
    SlotKind.BODY,
    20,
    Rect(48, 129, 400, 160),
    CARD,
    fill=Ink.PANEL,
    margin_x=25.5,
    margin_y=16,
)

MASTER = Layout(
    "master",
    "Muster",
    Ink.BACKGROUND,
    (TITLE_SLOT, BODY_SLOT, FOOTER_SLOT, NUMBER_SLOT),
    (
        Rule("Footer rule", Rect(48, 501, 864, 0)),
        Picture("Logo", Rect(762, 30, 150, 34), picture_bytes(), "Stadt Muster"),
    ),
)
COVER = Layout(
    "cover",
    "Titelfolie",
    Ink.PRIMARY,
    (
        Slot(
            "title",
            "Titel",
            SlotKind.CENTRE_TITLE,
            0,
            Rect(72, 96, 800, 200),
            (ParagraphStyle(44, 53, Ink.BACKGROUND, is_bold=True, is_heading=True),),
            anchor=Anchor.BOTTOM,
        ),
        Slot(
            "subtitle",
            "Untertitel",
            SlotKind.SUBTITLE,
            1,
            Rect(72, 320, 800, 60),
            (ParagraphStyle(28, 34, Ink.BACKGROUND),),
        ),
    ),
    (Shape("Bar", Rect(0, 0, 13.5, 540), Ink.ACCENT),),
    shows_master=False,
)
CONTENT = Layout("content", "Titel und Text", Ink.BACKGROUND, MASTER.slots)
CARDS = Layout("cards", "Karten", Ink.BACKGROUND, (TITLE_SLOT, CARD_SLOT, FOOTER_SLOT, NUMBER_SLOT))

LOOK = Look(
    theme=Theme(
        "muster", "Muster & Söhne", COLOURS, typeface("Arial"), typeface("Arial"), Size(960, 540)
    ),
    master=MASTER,
    layouts=(COVER, CONTENT, CARDS),
)


def paragraph(*words: str | Run, level: int = 0) -> Paragraph:
    runs = tuple(Run(each) if isinstance(each, str) else each for each in words)
    return Paragraph(runs, ("".join(run.text for run in runs),), level)


def filled(slot: Slot, *paragraphs: Paragraph) -> TextBox:
    """A text box that is all as its slot says."""
    return TextBox(
        slot.label,
        slot.rect,
        paragraphs,
        slot.styles,
        slot.name,
        slot.anchor,
        fill=slot.fill,
        margin_x=slot.margin_x,
        margin_y=slot.margin_y,
    )


def title(words: str) -> TextBox:
    return filled(TITLE_SLOT, paragraph(words))


def page(*elements: Element, name: str = "one", layout: str = "content") -> Page:
    return Page(name, layout, f"Seite {name}", elements)


def deck(*pages: Page) -> Pages:
    """A deck of one section."""
    properties = Properties("Bericht & mehr", "de-DE")
    return Pages(properties, (PageSection("all", "Alles", pages),))


class Relationship(NamedTuple):
    """A relationship as a file has it, with the whole name of its target."""

    kind: str
    target: str
    is_external: bool


class File:
    """A written package: its entries, and its parts as XML."""

    def __init__(self, content: bytes) -> None:
        self.archive = zipfile.ZipFile(BytesIO(content))

    @property
    def names(self) -> list[str]:
        return self.archive.namelist()

    def xml(self, name: str) -> etree._Element:
        return etree.fromstring(self.archive.read(name))

    def relationships(self, source: str) -> dict[str, Relationship]:
        """What the part `source` refers to, by id."""
        folder, file = posixpath.split(source)
        name = posixpath.join(folder, "_rels", f"{file}.rels")
        if name not in self.names:
            return {}
        found = {}
        for each in self.xml(name).iter(f"{RELATIONSHIPS}Relationship"):
            is_external = each.get("TargetMode") == "External"
            target = each.get("Target", "")
            whole = target if is_external else posixpath.normpath(posixpath.join(folder, target))
            kind = each.get("Type", "").rpartition("/")[2]
            found[each.get("Id", "")] = Relationship(kind, whole, is_external)
        return found


def written(*pages: Page) -> File:
    return File(write_pptx(deck(*pages), LOOK))


def slide(*elements: Element, layout: str = "content") -> etree._Element:
    """The XML of the one slide that shows `elements`."""
    return written(page(*elements, layout=layout)).xml("ppt/slides/slide1.xml")


def find(element: etree._Element, path: str) -> list[etree._Element]:
    """The elements at an XPath, whose prefixes are those of PowerPoint."""
    return cast("list[etree._Element]", element.xpath(path, namespaces=NAMES))


def values(element: etree._Element, path: str) -> list[str]:
    """The attributes or texts at an XPath."""
    return [str(each) for each in cast("list[str]", element.xpath(path, namespaces=NAMES))]


def attributes(element: etree._Element) -> dict[str, str]:
    """The attributes of `element` itself."""
    return {str(name): str(value) for name, value in element.attrib.items()}
