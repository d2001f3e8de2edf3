"""What is read in templates: colours, levels, frames, grounds, and which layout serves for what."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from tests.fresh_python import printed_by
from tests.made_templates import (
    BODY,
    CONTENT,
    COVER,
    FOOT_BELOW,
    MAKES,
    PLAIN,
    TITLE,
    Lay,
    Mas,
    Ph,
    bar,
    packed,
    solid,
    template_parts,
)
from tests.office import (
    REPOSITORY,
    misplaced_words,
    needs_office,
    needs_validator,
    to_pdf,
    validate,
)

from deckgen.building import build, typeset
from deckgen.freshness import Options
from deckgen.geometry import Rect, Size
from deckgen.look import Insets
from deckgen.looks import Looks
from deckgen.packages.kinds import TEMPLATE
from deckgen.packages.package import Package
from deckgen.problems import InvalidInput
from deckgen.reading import read_theme
from deckgen.reading.theme import built_in_theme
from deckgen.style import Align, Anchor
from deckgen.templates import Prepared, prepared_template
from deckgen.templates.colours import Colours, luminance_changed
from deckgen.templates.grounds import ground_behind
from deckgen.templates.inventory import Inventory, take_stock
from deckgen.templates.roles import CLOSING, TITLE_ONLY, find_roles
from deckgen.templates.roles import CONTENT as TEXT
from deckgen.templates.roles import TITLE as FIRST
from deckgen.theme import OwnTemplate

WHERE = "themes/city/vorlage.potx"


def _stock(*masters: Mas) -> Inventory:
    return take_stock(Package(packed(template_parts(masters or [PLAIN])), TEMPLATE))


def _roles(make: str, **named: str) -> dict[str, str]:
    found = find_roles(take_stock(Package(packed(MAKES[make]()), TEMPLATE)), named)
    return {role: layout.name for role, layout in found.layouts.items()}


def _prepared(*masters: Mas, fonts: tuple[str, str] = ("Arial", "Arial"), **named: str) -> Prepared:
    content = packed(template_parts(masters or [PLAIN], fonts=fonts))
    return prepared_template(built_in_theme(), OwnTemplate(WHERE, content, named))


def _mistakes(*masters: Mas, fonts: tuple[str, str] = ("Arial", "Arial"), **named: str) -> str:
    with pytest.raises(InvalidInput) as caught:
        _prepared(*masters, fonts=fonts, **named)
    return str(caught.value)


def _with_layouts(*layouts: Lay) -> Mas:
    return PLAIN._replace(layouts=layouts)


def test_roles_are_found_by_types_and_placeholders_whatever_their_names():
    assert {
        FIRST: "Diapositive de titre",
        TEXT: "Titre et contenu",
        TITLE_ONLY: "Merci",
        CLOSING: "Merci",
    } == _roles("french")


def test_the_master_that_has_a_layout_for_text_is_taken():
    assert "Titel und Inhalt" == _roles("three-masters")[TEXT]


def test_without_a_closing_the_first_slide_s_layout_serves_for_it():
    assert "Titelfolie" == _roles("plain")[CLOSING]


def test_one_layout_serves_for_all_if_there_is_no_other():
    assert {"Blatt"} == set(_roles("alone").values())


def test_layouts_can_be_named_whatever_case_they_are_written_in():
    assert "Deux contenus" == _roles("french", content="deux CONTENUS")[TEXT]


def test_a_name_that_is_not_there_is_told_with_the_nearest_one():
    words = _mistakes(content="Titel und Inhalte")

    assert "no layout called `Titel und Inhalte` (for `content`)" in words
    assert "did you mean `Titel und Inhalt`?" in words


def test_layouts_without_a_title_are_listed():
    layouts = (Lay("Leer", "blank", ()), Lay("Bild", None, (Ph("pic", 13, (0, 0, 960, 540)),)))
    words = _mistakes(_with_layouts(*layouts))

    assert "no layout has a title. There are: `Leer` (no placeholders); `Bild` (pic)" in words


def test_a_template_without_layouts_is_told_so():
    assert "the template has no layout (and 1 masters)" in _mistakes(_with_layouts())


def test_a_body_that_is_too_small_is_told_with_its_size():
    small = CONTENT._replace(placeholders=(Ph("title"), Ph("obj", 1, (48, 126, 700, 125))))

    assert "`Titel und Inhalt` has 686 × 94 pt for text" in _mistakes(_with_layouts(COVER, small))


def test_frames_and_margins_come_from_the_master_where_the_layout_tells_none():
    (master,) = _stock().masters
    title = master.layouts[1].title

    assert title is not None
    assert Insets(7.2, 3.6, 7.2, 3.6) == title.insets
    assert pytest.approx(Rect(55.2, 39.6, 849.6, 64.8)) == title.rect
    assert Anchor.BOTTOM is title.anchor


def test_a_level_is_told_by_the_nearest_that_tells_it():
    own = Ph("obj", 1, level=f'<a:defRPr sz="2000">{solid("accent2")}</a:defRPr>')
    layout = CONTENT._replace(placeholders=(Ph("title"), own, *FOOT_BELOW))
    (master,) = _stock(_with_layouts(COVER, layout)).masters
    first, second, *_ = master.layouts[1].texts[0].levels

    assert (20, "C8102E", "+mn-lt", "•") == (
        first.size,
        first.colour,
        first.typeface,
        first.bullet,
    )
    assert (24, "1A1A1A", 18, 18) == (second.size, second.colour, first.indent, first.hanging)


def test_bullets_of_symbol_fonts_are_known_by_what_they_show():
    bullet = '<a:buFont typeface="Wingdings"/><a:buChar char="§"/>'
    (master,) = _stock(PLAIN._replace(bullet=bullet)).masters

    assert "▪" == master.layouts[1].texts[0].levels[0].bullet


def test_colours_are_those_of_the_map_made_lighter_or_darker():
    colours = Colours({"tx1": "000000", "accent1": "808080"})

    def told(xml: str) -> str | None:
        names = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        return colours.of(etree.fromstring(f"<a:solidFill {names}>{xml}</a:solidFill>"))

    assert "A6A6A6" == told('<a:schemeClr val="tx1"><a:lumOff val="65000"/></a:schemeClr>')
    assert "404040" == told('<a:schemeClr val="accent1"><a:lumMod val="50000"/></a:schemeClr>')
    assert "AB01CD" == told('<a:srgbClr val="ab01cd"/>')
    assert told('<a:schemeClr val="unknown"/>') is None


def test_luminance_stays_between_black_and_white():
    assert ("FFFFFF", "000000") == (
        luminance_changed("C8102E", 1, 1),
        luminance_changed("C8102E", 1, -1),
    )


def test_what_covers_a_text_is_its_ground():
    column = bar((600, 0, 360, 540), solid("accent2"))
    (master,) = _stock(PLAIN._replace(drawn=column)).masters
    layout = master.layouts[1]

    def behind(rect: Rect) -> tuple[str, ...]:
        elements = (layout.element, master.element, master.theme)
        return ground_behind(rect, *elements, layout.colours).colours

    assert ("FFFFFF",) == behind(Rect(0, 0, 500, 500))
    assert ("C8102E",) == behind(Rect(620, 0, 300, 500))
    assert ("FFFFFF", "C8102E") == behind(Rect(400, 0, 400, 500))


@pytest.mark.parametrize(
    "change",
    [
        ('prst="rect"', 'prst="triangle"'),
        ("<a:xfrm>", '<a:xfrm rot="600000">'),
        (
            '<a:schemeClr val="accent2"/>',
            '<a:schemeClr val="accent2"><a:alpha val="50000"/></a:schemeClr>',
        ),
    ],
    ids=["other outline", "turned", "transparent"],
)
def test_what_covers_a_text_in_part_leaves_its_ground_unknown(change: tuple[str, str]):
    drawn = bar((0, 0, 960, 540), solid("accent2")).replace(*change)
    (master,) = _stock(PLAIN._replace(drawn=drawn)).masters
    layout = master.layouts[1]
    elements = (layout.element, master.element, master.theme)

    ground = ground_behind(Rect(100, 100, 500, 300), *elements, layout.colours)

    assert ("FFFFFF", "C8102E") == ground.colours


def test_a_template_gives_the_slide_its_size():
    content = packed(template_parts([PLAIN], size=(780, 540)))

    assert Size(780, 540) == take_stock(Package(content, TEMPLATE)).size


def test_titles_speak_as_in_the_template_but_never_too_small():
    style = '<a:defRPr sz="1800" b="0">{tx2}{major}</a:defRPr>'
    house = _prepared(Mas((TITLE, BODY), PLAIN.layouts, title_style=style)).house

    assert (24, False, Align.LEFT) == (house.title.largest, house.title.is_bold, house.title.align)


def test_a_font_that_nobody_knows_is_told_with_how_to_declare_one_as_wide():
    words = _mistakes(fonts=("Stadtschrift", "Arial"))

    assert "the widths of the template's heading font `Stadtschrift` are not known" in words
    assert "fonts: {heading: {name: Stadtschrift, fallback: Arial}}" in words


def _theme(text: str, **files: bytes) -> str:
    beside = {name.replace("__", "."): content for name, content in files.items()}
    with pytest.raises(InvalidInput) as caught:
        read_theme("city", "themes/city", {"theme.yaml": text.encode(), **beside})
    return str(caught.value)


def test_what_a_template_brings_is_not_given_beside_it():
    words = _theme("template: a.potx\nslide: 4:3\ncolours: {}\n", a__potx=b"")

    assert "theme.yaml:2:8: `slide` comes with the template" in words
    assert "theme.yaml:3:10: `colours` comes with the template" in words


def test_layouts_need_a_template():
    words = _theme("layouts: {content: Inhalt}\n")

    assert "`layouts` are those of a template" in words


def test_a_role_that_is_none_is_told():
    words = _theme("template: a.potx\nlayouts: {contents: Inhalt}\n", a__potx=b"")

    assert "unknown key `contents`" in words


def test_a_template_that_is_not_there_is_told():
    assert "there is no file `b.potx` beside theme.yaml" in _theme("template: b.potx", a__potx=b"")


def test_a_wrong_name_of_a_layout_is_told_where_it_was_written(tmp_path: Path):
    folder = tmp_path / "themes" / "city"
    folder.mkdir(parents=True)
    (folder / "vorlage.potx").write_bytes(packed(template_parts([PLAIN])))
    (folder / "theme.yaml").write_text("template: vorlage.potx\nlayouts:\n  content: Inhalt\n")

    with pytest.raises(InvalidInput, match=r"theme\.yaml:3:12: the template has no layout"):
        Looks(tmp_path).theme("city")


def test_a_theme_without_a_template_does_not_load_what_reads_them():
    script = (
        "import sys; from deckgen.looks import Looks; from deckgen.language import language; "
        "Looks().look('default', language('de-DE')); print('lxml' in sys.modules)"
    )

    assert "False" == printed_by(script)


@needs_validator
@needs_office
def test_the_sample_template_holds_a_deck(tmp_path: Path):
    built = build("bielefeld", root=REPOSITORY, output=tmp_path, theme="vorlage")
    pages = typeset("bielefeld", Looks(REPOSITORY), Options(theme="vorlage")).pages

    assert () == built.warnings
    assert [] == validate(built.path)
    assert [] == misplaced_words(pages, to_pdf(built.path, tmp_path))


def test_the_sample_template_is_small_and_free_of_its_maker():
    content = (REPOSITORY / "themes" / "vorlage" / "vorlage.potx").read_bytes()

    assert len(content) < 40_000
    assert not [name for name in Package(content, TEMPLATE)._archive.names if "docProps" in name]


def test_decks_on_a_template_are_the_same_bytes_every_time(tmp_path: Path):
    one, two = (
        build("example", root=REPOSITORY, output=tmp_path / folder, theme="vorlage").path
        for folder in ("one", "two")
    )

    assert one.read_bytes() == two.read_bytes()
