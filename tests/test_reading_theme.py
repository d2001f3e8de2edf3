"""From theme.yaml and the files beside it to a theme."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import matplotlib as mpl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from deckgen.contrast import READABLE, contrast, readable_shade
from deckgen.design import BODY_TOP, draw_look
from deckgen.fonts import typeface
from deckgen.geometry import Rect, Size
from deckgen.language import language
from deckgen.problems import InvalidInput
from deckgen.reading import read_theme
from deckgen.reading.palette import PAIRS
from deckgen.reading.pictures import pixel_size
from deckgen.reading.theme import built_in_theme
from deckgen.style import Ink
from deckgen.theme import Theme

COLOURS = st.binary(min_size=3, max_size=3).map(lambda channels: channels.hex().upper())


def _read(text: str, **files: bytes) -> Theme:
    beside = {name.replace("__", "."): content for name, content in files.items()}
    theme, warnings = read_theme("city", "themes/city", {"theme.yaml": text.encode(), **beside})
    assert () == warnings
    return theme


def _codes(text: str, **files: bytes) -> list[str]:
    with pytest.raises(InvalidInput) as caught:
        _read(text, **files)
    return [problem.code for problem in caught.value.problems]


def _picture(width: int, height: int, form: str = "PNG", **options: object) -> bytes:
    file = BytesIO()
    Image.new("RGB", (width, height)).save(file, form, **options)
    return file.getvalue()


def _font(name: str) -> bytes:
    return Path(mpl.get_data_path(), "fonts", "ttf", name).read_bytes()


def test_what_a_theme_leaves_out_is_as_in_the_built_in_theme():
    built_in, theme = built_in_theme(), _read("name: City")

    assert ("city", "City") == (theme.name, theme.title)
    assert (built_in.colours, built_in.heading, built_in.body) == (
        theme.colours,
        theme.heading,
        theme.body,
    )
    assert (Size(960, 540), None, None) == (theme.slide, theme.logo, theme.footer)


def test_a_theme_without_a_name_is_called_as_its_folder():
    assert "city" == _read("slide: 4:3").title


def test_the_built_in_theme_is_complete_and_readable():
    theme = built_in_theme()

    assert set(Ink) == set(theme.colours)
    assert all(contrast(theme.colours[a], theme.colours[b]) >= READABLE for a, b in PAIRS)


def test_colours_may_be_written_with_or_without_a_sign():
    theme = _read("colours: {primary: '#0b3b5c', accent: C8102E, muted: 555555}")

    assert ("0B3B5C", "C8102E", "555555") == (
        theme.colours[Ink.PRIMARY],
        theme.colours[Ink.ACCENT],
        theme.colours[Ink.MUTED],
    )


def test_a_slide_may_be_less_wide():
    assert Size(720, 540) == _read("slide: 4:3").slide


def test_a_known_font_goes_by_its_name():
    theme = _read("fonts: {heading: Cambria}")

    assert (typeface("Cambria"), built_in_theme().body) == (theme.heading, theme.body)


def test_an_unknown_font_may_be_measured_as_a_known_one():
    theme = _read("fonts: {body: {name: House Sans, fallback: Calibri}}")

    assert "House Sans" == theme.body.name
    assert typeface("Calibri").regular is theme.body.regular


def test_a_citys_own_font_is_measured_by_its_files():
    theme = _read(
        "fonts: {body: {name: House Sans, regular: house.ttf, bold: bold.ttf}}",
        house__ttf=_font("DejaVuSans.ttf"),
        bold__ttf=_font("DejaVuSans-Bold.ttf"),
    )

    assert "House Sans" == theme.body.name
    assert theme.body.regular.width("Sitzung") < theme.body.bold.width("Sitzung")


def test_a_damaged_font_is_a_mistake():
    text = "fonts: {body: {name: House Sans, regular: house.ttf}}"

    assert ["bad-font"] == _codes(text, house__ttf=_font("DejaVuSans.ttf")[:5000])


def test_a_logo_has_a_picture_for_each_ground():
    light, dark = _picture(300, 68), _picture(40, 20)

    logo = _read(
        "logo: {light: logo.png, dark: ./dark.png, alt: City}", logo__png=light, dark__png=dark
    ).logo

    assert logo
    assert ("City", light, dark) == (logo.name, logo.light.content, logo.dark.content)
    assert (Size(300, 68), Size(40, 20)) == (logo.light.size, logo.dark.size)


def test_one_logo_may_serve_on_both_grounds():
    light = _picture(300, 68, "JPEG")

    logo = _read("logo: {light: logo.jpg, alt: City}", logo__jpg=light).logo

    assert logo
    assert (light, light, Size(300, 68)) == (
        logo.light.content,
        logo.dark.content,
        logo.dark.size,
    )


def _logo(rest: str, width: int = 300) -> Theme:
    return _read(f"logo: {{light: logo.png, alt: City{rest}}}", logo__png=_picture(width, 68))


def _frames(theme: Theme) -> tuple[Rect, Rect, Rect, Rect]:
    """The logo and the title of an inner slide, and those of the first slide."""
    look = draw_look(theme, language("de-DE"))
    cover = look.layout("title")
    inner_logo, logo = look.master.decorations[1], cover.decorations[1]
    return inner_logo.rect, look.master.slots[0].rect, logo.rect, cover.slot("title").rect


@pytest.mark.parametrize("space", ["0", "12 pt", "45", "10 mm", "50 %", "130%"])
def test_all_else_keeps_away_from_a_logo(space: str):
    number = float(space.rstrip(" %mpt"))
    points = number * (0.34 if "%" in space else 72 / 25.4 if "mm" in space else 1)

    logo, title, dark_logo, cover_title = _frames(_logo(f", clear_space: {space}"))

    for rect in (logo, dark_logo):
        assert min(rect.top, 960 - rect.right) >= points
    assert logo.left - title.right >= points
    assert cover_title.top - dark_logo.bottom >= points - 0.01
    assert BODY_TOP - logo.bottom >= points


def test_a_logo_has_clear_space_without_a_word():
    assert _frames(_logo("")) == _frames(_logo(", clear_space: 30 %"))


def test_a_logo_may_ask_for_a_width():
    logo = _logo(", minimum: 25 mm").logo

    assert logo
    assert logo.minimum == pytest.approx(70.87, abs=0.01)


def test_a_logo_narrower_than_it_may_be_is_a_warning():
    text = "logo: {light: logo.png, alt: City, minimum: 90}"
    files = {"theme.yaml": text.encode(), "logo.png": _picture(68, 68)}

    _, warnings = read_theme("city", "themes/city", files)

    assert ["logo-too-small"] == [warning.code for warning in warnings]


def test_a_theme_may_say_that_it_has_no_logo():
    assert _read("logo: false").logo is None


def test_a_missing_dark_logo_is_one_mistake():
    text = "logo: {light: logo.png, dark: no.png, alt: City}"

    assert ["missing-file"] == _codes(text, logo__png=_picture(2, 1))


def test_a_logo_cannot_be_fetched_from_elsewhere():
    assert ["file-outside"] == _codes("logo: {light: ../../secret.png, alt: City}")
    assert ["file-outside"] == _codes("logo: {light: 'https://example.org/a.png', alt: City}")


def test_a_footer_keeps_its_names_to_be_filled_in_by_decks():
    assert "{organisation} · {as_of}" == _read("footer: '{organisation} · {as_of}'").footer


@pytest.mark.parametrize("ground", ["background", "panel", "tint"])
def test_a_ground_on_which_nothing_can_be_read_is_a_mistake(ground: str):
    assert {"low-contrast"} == set(_codes(f"colours: {{{ground}: '#777777'}}"))


def test_contrast_is_measured_as_the_standard_says():
    assert 21 == contrast("000000", "FFFFFF")
    assert 1 == contrast("C8102E", "C8102E")
    # The grey known as the lightest that passes on white, and the next lighter one.
    assert contrast("767676", "FFFFFF") >= 4.5 > contrast("777777", "FFFFFF")


@given(COLOURS, COLOURS)
def test_every_colour_has_a_readable_shade_on_every_ground(colour: str, ground: str):
    shade = readable_shade(colour, ground)

    assert contrast(shade, ground) >= READABLE
    assert contrast(colour, ground) < READABLE or shade == colour


@pytest.mark.parametrize(
    ("form", "options"),
    [
        ("PNG", {}),
        ("JPEG", {}),
        ("JPEG", {"progressive": True}),
        ("JPEG", {"exif": b"Exif\0\0" + b"x" * 5000, "comment": b"a comment"}),
    ],
)
def test_a_picture_says_how_large_it_is(form: str, options: dict[str, object]):
    assert Size(300, 68) == pixel_size(_picture(300, 68, form, **options))


@pytest.mark.parametrize("form", ["GIF", "BMP", "TIFF", "WEBP"])
def test_other_pictures_are_not_for_slides(form: str):
    assert pixel_size(_picture(3, 2, form)) is None


@given(st.binary(max_size=40), st.integers(0, 40), st.sampled_from(["PNG", "JPEG"]))
def test_damaged_pictures_have_a_size_or_none(junk: bytes, length: int, form: str):
    size = pixel_size(_picture(3, 2, form)[:length] + junk)

    assert size is None or min(size) > 0


def test_mistakes_of_a_theme_come_together():
    text = "colours: {text: black}\nfonts: {body: Comic}\nlogo: {light: x.png}\nslide: wide\n"

    assert ["bad-colour", "unknown-font", "missing-key", "missing-file", "unknown-word"] == _codes(
        text
    )
