from __future__ import annotations

import pytest
from lxml import etree
from tests.template import (
    BODY,
    BODY_SLOT,
    NUMBER_SLOT,
    File,
    attributes,
    filled,
    find,
    page,
    paragraph,
    slide,
    title,
    values,
    written,
)

from deckgen.geometry import Rect
from deckgen.page import PageLink, Paragraph, Run, TextBox
from deckgen.style import Align, Ink, Mark, Number, ParagraphStyle

PLAIN = ParagraphStyle(size=20, leading=24)


def _box(*paragraphs: Paragraph, style: ParagraphStyle = PLAIN) -> TextBox:
    return TextBox("Box", Rect(48, 200, 300, 100), paragraphs, (style,))


def _run(run: Run, style: ParagraphStyle = PLAIN) -> etree._Element:
    return find(slide(_box(paragraph(run), style=style)), "//a:r/a:rPr")[0]


def _style(style: ParagraphStyle) -> etree._Element:
    return find(slide(_box(paragraph("Text"), style=style)), "//a:lstStyle/a:lvl1pPr")[0]


def test_words_come_out_as_written():
    words = ' <b>„Rat & Tat"</b>\tund mehr]]> '

    root = slide(_box(paragraph(words, "  ", "§")))

    assert [words, "  ", "§"] == values(root, "//a:r/a:t/text()")


def test_a_name_comes_out_as_written():
    name = 'Phase <3> & "4"\t\n5'

    root = slide(_box(paragraph("Text"))._replace(name=name))

    assert [name] == values(root, "//p:sp//p:cNvPr/@name")


@pytest.mark.parametrize("char", ["\x00", "\x0b", "\x1f", "\ufffe", "\uffff", "\ud800"])
def test_a_character_that_xml_forbids_is_a_bug(char: str):
    with pytest.raises(ValueError, match="XML forbids"):
        slide(_box(paragraph(f"vor{char}nach")))

    with pytest.raises(ValueError, match="XML forbids"):
        slide(_box(paragraph("Text"))._replace(name=char))


def test_a_line_break_in_a_paragraph_is_a_bug():
    with pytest.raises(ValueError, match="line break"):
        slide(_box(paragraph("eins\nzwei")))


def test_every_run_and_paragraph_tells_its_language():
    number = Run("", is_page_number=True)

    root = slide(title("Titel"), _box(paragraph("eins ", Run("zwei", is_bold=True), number)))

    runs = find(root, "//a:r | //a:fld | //a:endParaRPr/..")
    assert runs != []
    assert values(root, "//a:rPr/@lang | //a:endParaRPr/@lang") == ["de-DE"] * len(runs)


def test_a_run_holds_only_what_differs_from_its_paragraph():
    same = Run("Text", is_bold=False, size=20, ink=Ink.TEXT)

    assert {"lang": "de-DE"} == attributes(_run(same))
    assert len(_run(same)) == 0


def test_a_run_holds_what_differs_from_its_paragraph():
    properties = _run(Run("Text", is_bold=True, is_italic=True, size=14, ink=Ink.BAD))

    assert {"lang": "de-DE", "b": "1", "i": "1", "sz": "1400"} == attributes(properties)
    assert values(properties, "a:solidFill/a:schemeClr/@val") == ["accent4"]


def test_a_run_in_a_bold_paragraph_can_be_light():
    assert _run(Run("Text", is_bold=False), PLAIN._replace(is_bold=True)).get("b") == "0"


def test_muted_text_has_the_colour_of_followed_links():
    assert values(_style(PLAIN._replace(ink=Ink.MUTED)), ".//a:schemeClr/@val") == ["folHlink"]


def test_a_style_is_written_with_exact_spacing_and_whole():
    level = _style(
        PLAIN._replace(before=7.5, indent=36, hanging=18, tab=200, align=Align.RIGHT, is_bold=True)
    )

    assert values(level, "a:lnSpc/a:spcPts/@val") == ["2400"]
    assert values(level, "a:spcBef/a:spcPts/@val") == ["750"]
    assert values(level, "a:tabLst/a:tab/@pos") == ["2540000"]
    assert values(level, "a:defRPr/@sz | a:defRPr/@b | a:defRPr/@kern") == ["2000", "1", "0"]
    assert ("457200", "-228600", "r") == (level.get("marL"), level.get("indent"), level.get("algn"))
    assert len(find(level, "a:buNone")) == 1


def test_a_style_without_tab_stop_inherits_none():
    assert len(find(_style(PLAIN), "a:tabLst")) == 1
    assert find(_style(PLAIN), "a:tabLst/a:tab") == []


def test_fonts_are_those_of_the_theme():
    assert values(_style(PLAIN), "a:defRPr/a:latin/@typeface") == ["+mn-lt"]
    heading = PLAIN._replace(is_heading=True)
    assert values(_style(heading), "a:defRPr/a:latin/@typeface") == ["+mj-lt"]


def test_a_mark_is_a_bullet():
    level = _style(PLAIN._replace(bullet=Mark("✓", Ink.GOOD, scale=1.2)))

    assert values(level, "a:buChar/@char") == ["✓"]
    assert values(level, "a:buSzPct/@val") == ["120000"]
    assert values(level, "a:buClr/a:schemeClr/@val") == ["accent2"]


def test_a_mark_of_text_is_set_in_the_font_of_the_text():
    level = _style(PLAIN._replace(bullet=Mark("–", Ink.MUTED)))

    assert values(level, "a:buFont/@typeface") == ["+mn-lt"]


def test_symbols_are_marks_in_one_font_of_symbols():
    fonts = {
        values(_style(PLAIN._replace(bullet=Mark(char, Ink.GOOD))), "a:buFont/@typeface")[0]
        for char in "✓◐○✕●▲■→"
    }

    assert fonts == {"Segoe UI Symbol"}


def test_a_number_is_a_bullet_that_counts():
    level = _style(PLAIN._replace(bullet=Number(Ink.ACCENT, start=7)))

    assert values(level, "a:buAutoNum/@type | a:buAutoNum/@startAt") == ["arabicPlain", "7"]


def test_a_paragraph_replaces_bullet_and_space_of_its_style():
    own = paragraph("Text", level=1)._replace(bullet=Mark("○", Ink.MUTED), before=3.0)

    (properties,) = find(slide(filled(BODY_SLOT, paragraph("Text"), own)), "//a:pPr")

    assert properties.get("lvl") == "1"
    assert values(properties, "a:buChar/@char") == ["○"]
    assert values(properties, "a:spcBef/a:spcPts/@val") == ["300"]


def test_the_rest_of_a_text_has_no_bullet():
    style = PLAIN._replace(bullet=Mark("•", Ink.ACCENT))
    rest = paragraph("weiter")._replace(is_continued=True, bullet=Mark("✓", Ink.GOOD))

    (own,) = find(slide(_box(rest, style=style)), "//a:p/a:pPr")

    assert ["buNone"] == [etree.QName(child).localname for child in own]


def test_a_paragraph_that_is_as_its_style_says_has_nothing_of_its_own():
    assert find(slide(filled(BODY_SLOT, paragraph("Text"))), "//a:pPr") == []


def test_an_empty_box_has_an_empty_paragraph():
    root = slide(_box())

    assert len(find(root, "//p:txBody/a:p")) == 1
    assert find(root, "//a:r") == []


@pytest.mark.parametrize("words", ["שלום Bielefeld", "„مرحبا“", "12 שנים"])
def test_a_paragraph_that_starts_from_the_right_is_set_so(words: str):
    assert values(slide(_box(paragraph(words))), "//a:pPr/@rtl | //a:pPr/@algn") == ["r", "1"]


@pytest.mark.parametrize("words", ["Bielefeld שלום", "12 %", "Überblick", "Ωmega", ""])
def test_other_paragraphs_are_set_from_the_left(words: str):
    assert find(slide(_box(paragraph(words))), "//a:pPr") == []


def test_a_centred_paragraph_from_the_right_stays_centred():
    root = slide(_box(paragraph("שלום"), style=PLAIN._replace(align=Align.CENTRE)))

    assert values(root, "//a:pPr/@rtl") == ["1"]
    assert find(root, "//a:pPr/@algn") == []


def _linked(*links: str | PageLink) -> File:
    runs = [Run(f"Link {number}", link=link) for number, link in enumerate(links)]
    return written(page(title("Eins"), _box(paragraph(*runs))), page(title("Zwei"), name="two"))


def test_a_web_link_is_an_external_relationship():
    address = "https://example.org/?a=1&b=2#Stand"
    file = _linked(address, "mailto:rat@example.org", address)

    links = file.relationships("ppt/slides/slide1.xml")
    root = file.xml("ppt/slides/slide1.xml")
    ids = values(root, "//a:hlinkClick/@r:id")
    assert [address, "mailto:rat@example.org", address] == [links[id_].target for id_ in ids]
    assert values(root, "//a:hlinkClick/@tooltip")[0] == address
    assert {id_ for id_, link in links.items() if link.is_external} == set(ids)
    assert len(set(ids)) == 2


def test_a_page_link_jumps_to_the_slide_of_that_page():
    file = _linked(PageLink("two"))

    (link,) = find(file.xml("ppt/slides/slide1.xml"), "//a:hlinkClick")
    target = file.relationships("ppt/slides/slide1.xml")[values(link, "@r:id")[0]]
    assert ("slide", "ppt/slides/slide2.xml", False) == target
    assert link.get("action") == "ppaction://hlinksldjump"
    assert link.get("tooltip") == "Seite two"


def test_a_link_to_a_page_that_is_not_there_is_a_bug():
    with pytest.raises(KeyError, match="three"):
        _linked(PageLink("three"))


def test_a_link_keeps_the_ink_of_its_text():
    root = _linked("https://example.org").xml("ppt/slides/slide1.xml")

    assert values(root, "//a:hlinkClick//ahyp:hlinkClr/@val") == ["tx"]


def test_a_page_number_is_a_field_with_the_number():
    number = filled(NUMBER_SLOT, paragraph(Run("", is_page_number=True)))

    file = written(page(title("Eins")), page(title("Zwei"), number, name="two"))

    (field,) = find(file.xml("ppt/slides/slide2.xml"), "//a:fld")
    assert field.get("type") == "slidenum"
    assert values(field, "a:t/text()") == ["2"]


def test_no_colour_stands_outside_the_themes():
    file = written(page(title("Eins"), filled(BODY_SLOT, paragraph(Run("Text", ink=Ink.BAD)))))

    parts = [name for name in file.names if name.endswith(".xml") and "/theme/" not in name]
    assert [name for name in parts if b"srgbClr" in file.archive.read(name)] == []


def test_levels_are_written_in_the_order_of_the_styles():
    root = slide(TextBox("Box", Rect(0, 0, 300, 100), (paragraph("Text", level=1),), BODY))

    assert values(root, "//a:lstStyle/*/a:defRPr/@sz") == ["2400", "2000"]
