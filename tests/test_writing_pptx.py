from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pptx
import pytest
from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Pt
from tests.office import misplaced_words, needs_office, needs_validator, to_pdf, validate
from tests.template import (
    BODY_SLOT,
    CARD_SLOT,
    COLOURS,
    COVER,
    FOOTER_SLOT,
    LOOK,
    NUMBER_SLOT,
    File,
    deck,
    filled,
    find,
    page,
    paragraph,
    picture_bytes,
    title,
    values,
    written,
)

from deckgen.geometry import Rect
from deckgen.page import (
    Page,
    PageLink,
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
from deckgen.style import Align, Anchor, Form, Ink, Mark, Number, ParagraphStyle
from deckgen.writing.pptx import write_pptx

PRESENTATION = "ppt/presentation.xml"
MASTER = "ppt/slideMasters/slideMaster1.xml"
SENTENCE = (
    "Die Stadt baut ein Serviceportal, und der Verbund findet breite Zustimmung im ganzen Land"
)


def _foot() -> tuple[TextBox, TextBox]:
    number = paragraph(Run("", is_page_number=True))
    return filled(FOOTER_SLOT, paragraph("Bericht · Stand 11/2019")), filled(NUMBER_SLOT, number)


def _status_page() -> Page:
    style = ParagraphStyle(14, 17, Ink.BACKGROUND, is_bold=True, align=Align.CENTRE)
    phase = TextBox(
        "Phase 3 Bewilligt",
        Rect(48, 420, 155, 33),
        (paragraph("Bewilligt"),),
        (style,),
        anchor=Anchor.MIDDLE,
        form=Form.CHEVRON,
        fill=Ink.PRIMARY,
        margin_x=12,
        description="Phase 3: Bewilligt",
    )
    items = (
        paragraph(SENTENCE, Run(" NEU", is_bold=True, size=14, ink=Ink.ACCENT)),
        paragraph("Antrag beim Ministerium", level=1),
        paragraph("Nicht begonnen")._replace(bullet=Mark("○", Ink.MUTED, 1.2), before=20.0),
    )
    return page(
        title("Bürgerserviceportal"),
        filled(BODY_SLOT, *items),
        phase,
        Rule("Side rule", Rect(700, 129, 0, 280)),
        Shape("Light", Rect(720, 140, 14, 14), Ink.GOOD, Form.ELLIPSE, "Im Plan"),
        Picture("Karte", Rect(720, 200, 80, 80), picture_bytes(9), "Karte von OWL"),
        *_foot(),
        name="status",
    )


def _agenda_page() -> Page:
    style = ParagraphStyle(24, 29, before=12, indent=48, hanging=48, tab=400)
    rows = [
        paragraph(Run("Überblick", link=PageLink("status")), "\tSeite 3")._replace(
            bullet=Number(Ink.ACCENT, start),
        )
        for start in (3, 3, 7)
    ]
    address = paragraph(Run("Satzung", link="https://example.org/?a=1&b=2"))
    box = TextBox("Agenda", Rect(48, 129, 700, 200), (*rows, address), (style,))
    return page(title("Agenda"), box, *_foot(), name="agenda")


def _cover_page() -> Page:
    words = filled(COVER.slot("title"), paragraph("Bericht & mehr"))._replace(name="Title")
    below = filled(COVER.slot("subtitle"), paragraph("6. Sachstandsbericht"))
    return page(words, below, name="cover", layout="cover")


def _cards_page() -> Page:
    card = filled(CARD_SLOT, paragraph("Laufzeit"), paragraph("2018–2021", level=1))
    return page(title("Ein Jahr"), card, *_foot(), name="cards", layout="cards")


def _report() -> Pages:
    """A deck with everything that pages can hold."""
    status = _status_page()._replace(notes=("Sage dies: <1> & 2.", "", "שלום"))
    return Pages(
        Properties(
            "Bericht & mehr", "de-DE", "6. Bericht", "Projektbüro", "Stadt", date(2019, 11, 26)
        ),
        (
            PageSection("start", "Anfang", (_cover_page(), _agenda_page())),
            PageSection("status", "Stand & Ausblick", (status, _cards_page())),
        ),
    )


@pytest.fixture(scope="module")
def report() -> bytes:
    return write_pptx(_report(), LOOK)


@pytest.fixture(scope="module")
def file(report: bytes) -> File:
    return File(report)


@pytest.fixture
def path(report: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "report.pptx"
    path.write_bytes(report)
    return path


@needs_validator
def test_the_validator_finds_no_errors(path: Path):
    assert validate(path) == []


@needs_validator
def test_the_least_file_has_no_errors(tmp_path: Path):
    path = tmp_path / "least.pptx"
    path.write_bytes(write_pptx(deck(page(title("Titel"))), LOOK))

    assert validate(path) == []


@needs_office
def test_every_word_is_printed_in_its_place(path: Path, tmp_path: Path):
    assert misplaced_words(_report(), to_pdf(path, tmp_path)) == []


def test_another_reader_finds_slides_and_titles(report: bytes):
    slides = pptx.Presentation(BytesIO(report)).slides

    assert ["Bericht & mehr", "Agenda", "Bürgerserviceportal", "Ein Jahr"] == [
        slide.shapes.title.text for slide in slides
    ]
    assert ["Titelfolie", "Titel und Text", "Titel und Text", "Karten"] == [
        slide.slide_layout.name for slide in slides
    ]


def test_placeholders_inherit_their_places(report: bytes):
    status = pptx.Presentation(BytesIO(report)).slides[2]

    body = status.placeholders[1]
    assert body.placeholder_format.type == PP_PLACEHOLDER.BODY
    assert BODY_SLOT.rect == tuple(
        length.pt for length in (body.left, body.top, body.width, body.height)
    )


def test_the_slides_are_as_large_as_the_theme_says(report: bytes):
    presentation = pptx.Presentation(BytesIO(report))

    assert (Pt(960), Pt(540)) == (presentation.slide_width, presentation.slide_height)


def test_ids_of_slides_masters_and_layouts_do_not_collide(file: File):
    root = file.xml(PRESENTATION)
    masters = values(root, "//p:sldMasterId/@id")
    layouts = values(file.xml(MASTER), "//p:sldLayoutId/@id")

    assert values(root, "//p:sldId/@id") == ["256", "257", "258", "259"]
    assert [str(2**31 + number) for number in range(4)] == masters + layouts


def test_the_presentation_lists_in_the_order_of_the_schema(file: File):
    children = [etree.QName(child).localname for child in file.xml(PRESENTATION)]

    assert children == [
        *("sldMasterIdLst", "notesMasterIdLst", "sldIdLst", "sldSz", "notesSz"),
        *("defaultTextStyle", "extLst"),
    ]


def test_sections_hold_their_slides(file: File):
    sections = find(file.xml(PRESENTATION), "//p14:section")

    assert ["Anfang", "Stand & Ausblick"] == [section.get("name") for section in sections]
    assert [["256", "257"], ["258", "259"]] == [
        values(section, ".//p14:sldId/@id") for section in sections
    ]


def test_a_section_is_known_by_its_id_whatever_it_is_called():
    def identities(*sections: PageSection) -> list[str]:
        pages = Pages(Properties("Bericht", "de-DE"), sections)
        root = File(write_pptx(pages, LOOK)).xml(PRESENTATION)
        return values(root, "//p14:section/@id")

    one, two = page(title("Eins"), name="1"), page(title("Zwei"), name="2")
    before = identities(PageSection("a", "Alt", (one,)), PageSection("b", "Zwei", (two,)))
    after = identities(PageSection("b", "Zwei", (two,)), PageSection("a", "Neu", (one,)))

    assert before == after[::-1]
    assert len(set(before)) == 2
    form = r"\{[0-9A-F]{8}-[0-9A-F]{4}-5[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}\}"
    assert all(re.fullmatch(form, identity) for identity in before)


def test_two_pages_of_one_id_are_a_bug():
    with pytest.raises(ValueError, match="more than one page called twin"):
        written(page(title("Eins"), name="twin"), page(title("Zwei"), name="twin"))


def test_two_sections_of_one_id_are_a_bug():
    twins = tuple(PageSection("twin", name, (page(name=name),)) for name in ("Eins", "Zwei"))

    with pytest.raises(ValueError, match="more than one section called twin"):
        write_pptx(Pages(Properties("Bericht", "de-DE"), twins), LOOK)


def test_notes_are_those_of_their_slide(report: bytes):
    slides = pptx.Presentation(BytesIO(report)).slides

    assert [False, False, True, False] == [slide.has_notes_slide for slide in slides]
    notes = slides[2].notes_slide.notes_text_frame.text
    assert ["Sage dies: <1> & 2.", "", "שלום"] == notes.split("\n")


def test_a_deck_without_notes_has_no_notes_master():
    file = written(page(title("Titel")))

    assert [name for name in file.names if "notes" in name or "theme2" in name] == []
    assert find(file.xml(PRESENTATION), "//p:notesMasterIdLst") == []


def test_the_file_says_of_itself_what_the_content_says(report: bytes):
    properties = pptx.Presentation(BytesIO(report)).core_properties

    assert ("Bericht & mehr", "6. Bericht") == (properties.title, properties.subject)
    assert ("Projektbüro", "Projektbüro") == (properties.author, properties.last_modified_by)
    assert ("de-DE", "2019-11-26T00:00:00") == (
        properties.language,
        properties.created.replace(tzinfo=None).isoformat(),
    )
    assert properties.modified == properties.created


def test_the_file_names_the_organisation_and_no_tool(file: File):
    root = file.xml("docProps/app.xml")

    said = {etree.QName(child).localname: child.text for child in root}
    assert {"Slides": "4", "Notes": "1", "Company": "Stadt"} == said


def test_what_the_content_does_not_say_is_left_out():
    file = written(page(title("Titel")))

    said = {etree.QName(child).localname for child in file.xml("docProps/core.xml")}
    assert said == {"title", "language"}


def test_the_theme_names_every_colour_and_both_fonts(file: File):
    root = file.xml("ppt/theme/theme1.xml")

    scheme = values(root, "//a:clrScheme//@val")
    assert scheme[:4] == [
        COLOURS[ink] for ink in (Ink.TEXT, Ink.BACKGROUND, Ink.PRIMARY, Ink.PANEL)
    ]
    assert set(scheme) == set(COLOURS.values())
    assert [ink.value.capitalize() for ink in Ink] == values(root, "//a:custClr/@name")
    assert values(root, "//a:fontScheme//a:latin/@typeface") == ["Arial", "Arial"]
    assert root.get("name") == "Muster & Söhne"


def test_the_master_holds_the_type_of_titles_and_bodies(file: File):
    root = file.xml(MASTER)

    assert values(root, "//p:titleStyle/*/a:defRPr/@sz") == ["3200"]
    assert values(root, "//p:bodyStyle/*/a:defRPr/@sz") == ["2400", *["2000"] * 8]
    assert len(find(root, "//p:otherStyle/*")) == 9


def test_a_layout_holds_only_what_the_master_has_not(file: File):
    content = file.xml("ppt/slideLayouts/slideLayout2.xml")
    assert find(content, "//p:bg | //a:xfrm | //a:lstStyle/* | //p:pic") == []

    cards = file.xml("ppt/slideLayouts/slideLayout3.xml")
    (card,) = find(cards, "//p:sp[.//p:ph[@idx='20']]")
    assert len(find(card, ".//a:lstStyle/*")) == 9
    assert len(find(card, ".//a:xfrm")) == 1


def test_a_layout_on_another_ground_shows_only_its_own_decorations(file: File):
    cover = file.xml("ppt/slideLayouts/slideLayout1.xml")

    assert cover.get("showMasterSp") == "0"
    assert values(cover, "//p:bg//a:schemeClr/@val") == ["tx2"]
    assert values(cover, "//p:cNvPr/@name") == ["", "Bar", "Titel", "Untertitel"]
    assert file.xml("ppt/slideLayouts/slideLayout2.xml").get("showMasterSp") is None


def test_layouts_have_the_type_that_powerpoint_knows_them_by(file: File):
    types = [
        file.xml(f"ppt/slideLayouts/slideLayout{number}.xml").get("type") for number in (1, 2, 3)
    ]

    assert types == ["title", "tx", "cust"]


def test_an_empty_placeholder_asks_for_its_words(file: File):
    (body,) = find(file.xml("ppt/slideLayouts/slideLayout2.xml"), "//p:sp[.//p:ph[@idx='1']]")

    assert values(body, ".//p:ph/@hasCustomPrompt") == ["1"]
    assert values(body, ".//a:t/text()") == ["Text"]


def test_ids_of_shapes_are_unique_in_every_part(file: File):
    for name in (name for name in file.names if name.startswith("ppt/") and "/_rels/" not in name):
        if name.endswith(".xml"):
            ids = values(file.xml(name), "//p:cNvPr/@id")
            assert [str(number + 1) for number in range(len(ids))] == ids, name


def test_a_paragraph_of_a_level_without_style_is_a_bug():
    lost = Paragraph((Run("Text"),), ("Text",), level=2)

    with pytest.raises(IndexError):
        written(page(filled(BODY_SLOT, lost)))
