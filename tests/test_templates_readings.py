"""A template's own texts are shown in its own way, and where they cannot be read, in another."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import pytest
from PIL import Image
from tests.made_templates import (
    BODY,
    CONTENT,
    COVER,
    FOOT,
    FOOT_BELOW,
    MAKES,
    PLAIN,
    TITLE,
    TITLE_ONLY,
    Lay,
    Mas,
    Ph,
    bar,
    ground,
    packed,
    photo,
    photo_ground,
    relationships,
    solid,
    template_parts,
)

from deckgen.faces import cut_face
from deckgen.fonts import typeface
from deckgen.geometry import Rect
from deckgen.language import language
from deckgen.look import Look, Slot
from deckgen.reading.theme import built_in_theme
from deckgen.style import Cut, Ink
from deckgen.templates import Prepared, bind, findings_in, prepared_template
from deckgen.templates.grounds import Ground
from deckgen.templates.photos import extremes
from deckgen.templates.readings import Text
from deckgen.templates.scenery import Behind
from deckgen.theme import OwnTemplate

LAYOUT = "ppt/slideLayouts/slideLayout101.xml"


def _prepared(parts: Mapping[str, bytes]) -> Prepared:
    own = OwnTemplate("vorlage.potx", packed(parts), {})
    return prepared_template(built_in_theme()._replace(template=own), own)


def _of(*masters: Mas) -> Prepared:
    return _prepared(template_parts(masters))


def _look(prepared: Prepared) -> Look:
    return bind(prepared, language("de-DE"))


def _slot(prepared: Prepared, role: str, name: str) -> Slot:
    return _look(prepared).layout(role).slot(name)


def _told(prepared: Prepared) -> list[tuple[str, str]]:
    return [(each.code, each.message) for each in findings_in(prepared)]


def _titled(colour: str) -> Mas:
    style = f'<a:defRPr sz="3200" b="1">{solid(colour)}</a:defRPr>'
    return PLAIN._replace(title_style=style)


def test_a_title_that_can_be_read_keeps_its_colour():
    prepared = _of(_titled("accent2"))
    slot = _slot(prepared, "content", "title")

    assert [] == _told(prepared)
    assert slot.bound is not None
    assert slot.styles[0].ink is slot.bound.levels[0].ink


def test_a_title_that_cannot_be_read_is_shown_in_another_colour_and_told():
    prepared = _of(_titled("accent4"))
    slot = _slot(prepared, "content", "title")

    (told,) = [message for _, message in _told(prepared) if "Inhalt" in message]
    assert told == (
        "the title of the layout `Titel und Inhalt` has a contrast of 2.00 : 1 on its ground "
        "and needs 3 : 1; slides show it in #1A1A1A"
    )
    assert slot.bound is not None
    assert (Ink.TEXT, None) == (slot.styles[0].ink, slot.bound.levels[0].ink)


def test_large_type_needs_less_contrast_than_small():
    """Grey on white with 3.5 : 1 will do for a title, and not for a footer."""
    feet = tuple(
        ph._replace(level=f'<a:defRPr sz="1200">{solid("888888")}</a:defRPr>') for ph in FOOT
    )
    prepared = _of(_titled("888888")._replace(placeholders=(TITLE, BODY, *feet)))

    assert ["footer", "page number"] == [
        message.split(" of the layout")[0].removeprefix("the ") for _, message in _told(prepared)
    ]


def test_a_title_is_measured_on_its_own_ground():
    """White on a band reads, whatever the slide's own ground."""
    band = bar((0, 0, 960, 120), solid("accent1"))

    assert [] == [w for w in _told(_of(_titled("bg1")._replace(drawn=band))) if "Inhalt" in w[1]]


def test_the_fill_of_a_master_s_placeholder_is_its_ground_on_every_layout():
    parts = template_parts([_titled("bg1")])
    name = "ppt/slideMasters/slideMaster1.xml"
    filled = parts[name].replace(b"</p:spPr>", f"{solid('accent1')}</p:spPr>".encode(), 1)

    assert [] == [w for w in _told(_prepared({**parts, name: filled})) if "Inhalt" in w[1]]


def test_white_letters_on_a_light_photo_become_dark_ones():
    prepared = _prepared(MAKES["faint"]())
    dress = prepared.title.dress

    assert {"title", "subtitle", "contact"} == prepared.title.recoloured
    assert "1A1A1A" == dress.inks[Ink.PRIMARY].value


def test_white_letters_on_a_dark_photo_stay():
    white = f"<a:buNone/><a:defRPr>{solid('bg1')}</a:defRPr>"
    on_photo = tuple(ph._replace(level=white) for ph in COVER.placeholders[:2])
    cover = COVER._replace(ground=photo_ground(), placeholders=on_photo)
    prepared = _of(PLAIN._replace(layouts=(cover, CONTENT, TITLE_ONLY)))

    assert frozenset() == prepared.title.recoloured


def test_where_no_colour_reads_the_text_gets_a_ground():
    prepared = _prepared(MAKES["panelled"]())
    subtitle = _slot(prepared, "title", "subtitle")
    footer = _slot(prepared, "content", "footer")

    assert (Ink.PANEL, Ink.BACKGROUND) == (subtitle.fill, footer.fill)
    assert all(each.contrast and each.contrast >= each.text.needed for each in prepared.readings)


def test_a_picture_tells_its_darkest_and_lightest_where_the_text_is():
    left, right = Rect(0, 0, 0.4, 1), Rect(0.6, 0, 0.4, 1)
    picture = Image.new("RGB", (200, 100), "#112233")
    picture.paste("#DDEEFF", (100, 0, 200, 100))

    assert [("112233",), ("DDEEFF",), ("112233", "DDEEFF")] == [
        extremes(_png(picture), part) for part in (left, right, Rect(0, 0, 1, 1))
    ]


@pytest.mark.parametrize("content", [b"", b"GIF89a", photo()[:60]], ids=["none", "GIF", "cut off"])
def test_what_cannot_be_looked_at_tells_nothing(content: bytes):
    assert () == extremes(content, Rect(0, 0, 1, 1))


def test_a_ground_that_cannot_be_looked_at_is_told():
    cover = COVER._replace(ground=photo_ground())
    parts = template_parts([PLAIN._replace(layouts=(cover, CONTENT, TITLE_ONLY))])
    prepared = _prepared({**parts, "ppt/media/photo.png": b"GIF89a" + bytes(20)})

    assert "stands on a picture that cannot be looked at" in _told(prepared)[0][1]
    assert [None, None, None] == [each.contrast for each in prepared.title.readings]


def test_text_without_bullets_has_none_on_slides():
    house = _prepared(MAKES["lean"]()).house
    slot = _slot(_prepared(MAKES["lean"]()), "content", "body")

    assert (None, "–") == (house.bullet, house.sub_bullet.char)
    assert slot.bound is not None
    assert (None, None) == (slot.styles[0].bullet, slot.bound.levels[0].bullet)


def test_capitals_slant_and_spacing_are_the_template_s():
    house = _prepared(MAKES["lean"]()).house
    slot = _slot(_prepared(MAKES["lean"]()), "agenda", "body")

    assert Cut(is_capital=True, spacing=-0.5) == house.title.cut
    assert Cut(is_italic=True, is_capital=True, spacing=0.6) == slot.styles[0].cut
    assert slot.bound is not None
    assert slot.styles[0].cut == slot.bound.levels[0].cut


def test_capitals_are_measured_as_what_is_seen():
    face = typeface("Arial").bold
    capitals = cut_face(face, True, 0.0)

    assert face.width("STRASSE") == capitals.width("Straße")
    assert face.width("ÄÖÜ") == capitals.width("äöü")


def test_spacing_follows_every_letter_that_is_drawn():
    face = typeface("Arial").regular
    spaced = cut_face(face, False, 0.1)

    assert face.width("Bus") + 0.3 == pytest.approx(spaced.width("Bus"))
    assert face.width("Bus") + 0.3 == pytest.approx(spaced.width("B\u00adus"))


def test_each_layout_is_measured_in_its_own_font():
    prepared = _prepared(MAKES["lettered"]())
    house, fonts = prepared.house, prepared.fonts

    assert ("", "Cambria", "Times New Roman", "Arial", "Times New Roman", "Cambria") == tuple(
        voice.cut.font
        for voice in (
            *(house.title, house.cover, house.subtitle),
            *(house.meeting, house.closing, house.contact),
        )
    )
    assert ["Arial", "Cambria", "Times New Roman"] == list(fonts)
    assert typeface("Cambria").faces is fonts["Cambria"].faces


def test_a_font_that_nobody_knows_beside_the_two_is_replaced_and_told():
    prepared = _prepared(MAKES["lettered"]())
    footer = _slot(prepared, "content", "footer")

    assert ["font-replaced"] == [code for code, _ in _told(prepared)]
    assert footer.bound is not None
    assert ("", "Stadtschrift") == (footer.styles[0].cut.font, footer.bound.levels[0].cut.font)


def test_the_occasion_stands_in_the_cover_s_second_text():
    meeting = _slot(_prepared(MAKES["lettered"]()), "title", "meeting")

    assert meeting.bound is not None
    assert 13 == meeting.bound.idx
    assert pytest.approx(meeting.rect) == Rect(79.2, 433.6, 585.6, 42.8)


def test_a_second_text_too_small_for_two_lines_stays_empty():
    small = (*COVER.placeholders[:2], Ph("body", 13, (72, 470, 600, 24)))
    prepared = _of(PLAIN._replace(layouts=(COVER._replace(placeholders=small), CONTENT)))

    assert _slot(prepared, "title", "meeting").is_free


def test_a_second_text_over_the_subtitle_stays_empty():
    over = (*COVER.placeholders[:2], Ph("body", 13, (72, 300, 600, 60)))
    prepared = _of(PLAIN._replace(layouts=(COVER._replace(placeholders=over), CONTENT)))

    assert _slot(prepared, "title", "meeting").is_free


def test_the_contact_stands_in_the_closing_s_text():
    contact = _slot(_prepared(MAKES["lettered"]()), "closing", "contact")

    assert contact.bound is not None
    assert (13, 16) == (contact.bound.idx, contact.styles[0].size)


def test_a_closing_without_a_text_has_a_box_for_the_contact():
    closing = Lay("Danke", None, (Ph("title", 0, (72, 200, 816, 120)), *FOOT_BELOW))
    prepared = _of(PLAIN._replace(layouts=(COVER, CONTENT, closing)))

    assert _slot(prepared, "closing", "contact").is_free


def test_a_layout_s_own_map_of_colours_is_that_of_its_slides():
    prepared = _prepared(MAKES["lettered"]())
    mapping = prepared.title.dress.mapping

    assert mapping is not None
    assert ("dk2", None) == (mapping["bg1"], prepared.inner.dress.mapping)
    assert [] == [each for each in prepared.title.readings if not each.text.reads]


def test_a_theme_of_a_layout_s_own_is_left_out_and_told():
    parts = template_parts([PLAIN])
    rels = "ppt/slideLayouts/_rels/slideLayout101.xml.rels"
    parts[rels] = relationships(
        [
            ("rIdMaster", "slideMaster", "../slideMasters/slideMaster1.xml"),
            ("rIdOwn", "themeOverride", "../theme/themeOverride1.xml"),
        ]
    )
    prepared = _prepared({**parts, "ppt/theme/themeOverride1.xml": b"<a/>"})

    assert ["override-left-out"] == [code for code, _ in _told(prepared)]
    assert not [each for each in prepared.brought.parts if "Override" in each.name]


def test_a_layout_with_a_title_only_on_another_ground_is_not_taken():
    """Cards are coloured for the ground of the layout with text."""
    dark = TITLE_ONLY._replace(ground=ground(solid("tx2")))
    prepared = _of(PLAIN._replace(layouts=(COVER, CONTENT, dark)))

    assert "Titel und Inhalt" == prepared.title_only.name


def _png(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def test_a_size_that_nothing_tells_is_told_on_slides():
    """PowerPoint takes 18 pt for it; LibreOffice sets subtitles in 32."""
    prepared = _of(PLAIN._replace(body_style="<a:defRPr>{tx1}</a:defRPr>"))
    text = _slot(prepared, "content", "body")

    assert text.bound is not None
    assert text.bound.levels[0].size is None


def test_a_colour_between_those_of_a_ground_cannot_be_read_on_it():
    grounds = ("000000", "FFFFFF")
    behind = Behind(Ground(grounds), grounds)
    text = Text("title", "Titel", "808080", behind, 3.0)

    assert [1.0, 1.0, 21.0] == [
        text.contrast_of("808080"),
        text.contrast_of("FFFFFF"),
        text._replace(behind=Behind(Ground(("000000",)), ("000000",))).contrast_of("FFFFFF"),
    ]


DRAWN = (
    '<a:custGeom><a:pathLst><a:path w="100" h="50"><a:moveTo><a:pt x="0" y="0"/></a:moveTo>'
    '<a:lnTo><a:pt x="100" y="0"/></a:lnTo><a:lnTo><a:pt x="100" y="50"/></a:lnTo>'
    '<a:lnTo><a:pt x="0" y="50"/></a:lnTo><a:close/></a:path></a:pathLst></a:custGeom>'
)


@pytest.mark.parametrize(("corner", "colours"), [("0", 1), ("40", 2)], ids=["whole", "slanted"])
def test_a_rectangle_drawn_point_by_point_hides_what_is_behind_it(corner: str, colours: int):
    preset = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    drawn = DRAWN.replace('x="0" y="50"', f'x="{corner}" y="50"')
    band = bar((0, 0, 960, 120), solid("accent1")).replace(preset, drawn)
    prepared = _of(_titled("bg1")._replace(drawn=band))
    texts = [reading.text for reading in prepared.readings]
    (title,) = [each for each in texts if (each.name, each.layout) == ("title", CONTENT.name)]

    assert colours == len(title.behind.colours)


def test_a_body_gives_way_to_a_page_number_beside_it():
    number = Ph("sldNum", 12, (780, 330, 132, 24))
    feet = (*FOOT[:2], number)
    prepared = _of(PLAIN._replace(placeholders=(TITLE, BODY, *feet)))

    body = prepared.inner.frames.body
    assert 464 == round(body.bottom)
    assert body.right < 780
