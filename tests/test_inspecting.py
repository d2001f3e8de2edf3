"""What a designer is told about a theme."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

import matplotlib as mpl
import pytest
from PIL import Image
from tests.made_templates import MAKES, packed
from tests.office import REPOSITORY
from tests.project import write_theme

from deckgen.geometry import Size
from deckgen.inspecting import FontUse, Frame, Inspection, LayoutUse, LogoUse, inspect
from deckgen.looks import Looks
from deckgen.problems import InvalidInput

LOGO = "logo: {light: logo.png, dark: dark.png, alt: City}"


def _picture(width: int, height: int) -> bytes:
    file = BytesIO()
    Image.new("L", (width, height)).save(file, "PNG")
    return file.getvalue()


def _inspected(root: Path, text: str, **files: bytes) -> Inspection:
    folder = write_theme(root, "city", text).parent
    for name, content in files.items():
        (folder / name.replace("__", ".")).write_bytes(content)
    return inspect("city", Looks(root))


def _codes(root: Path, text: str, **files: bytes) -> list[str]:
    return [warning.code for warning in _inspected(root, text, **files).warnings]


def _font(name: str) -> bytes:
    return Path(mpl.get_data_path(), "fonts", "ttf", name).read_bytes()


def test_a_theme_tells_its_name_its_size_and_whom_it_extends(tmp_path: Path):
    write_theme(tmp_path, "land", "slide: 4:3")

    found = _inspected(tmp_path, "name: City\nextends: land")

    assert ("themes/city", "City", ("land",), Size(720, 540)) == (
        found.shown,
        found.title,
        found.extended,
        found.slide,
    )


def test_fonts_tell_where_their_widths_are_known_from(tmp_path: Path):
    text = "fonts: {heading: {name: House, regular: a.ttf}, body: {name: Home, fallback: Cambria}}"

    found = _inspected(tmp_path, text, a__ttf=_font("DejaVuSans.ttf"))

    assert (
        FontUse("heading", "House", "measured by its own files"),
        FontUse("body", "Home", "measured as Cambria"),
    ) == found.fonts
    assert FontUse("body", "Arial", "widths known") == _inspected(tmp_path, "name: A").fonts[1]


def test_every_pair_of_colours_is_measured(tmp_path: Path):
    pairs = {(p.text, p.ground): p for p in _inspected(tmp_path, "name: City").pairs}

    assert 14 == len(pairs)
    assert pairs["text", "background"].contrast == pytest.approx(16.56, abs=0.01)
    assert all(pair.holds for pair in pairs.values())


def test_the_words_of_covers_are_measured_on_their_ground(tmp_path: Path):
    covers = [p for p in _inspected(tmp_path, "name: City").pairs if "slide" in p.ground]

    assert [("title", 3.0), ("subtitle", 4.5), ("occasion, contact", 4.5)] == [
        (pair.text, pair.needed) for pair in covers
    ]
    assert [10.98, 10.98, 9.23] == [pytest.approx(pair.contrast, abs=0.01) for pair in covers]


def test_a_logo_tells_its_points_and_pixels(tmp_path: Path):
    files = {"logo__png": _picture(600, 136), "dark__png": _picture(272, 136)}

    found = _inspected(tmp_path, LOGO, **files)

    assert (
        LogoUse("light", Size(150, 34), Size(600, 136), is_vector=False),
        LogoUse("dark", Size(68, 34), Size(272, 136), is_vector=False),
    ) == found.logos
    assert found.clear_space == pytest.approx(10.2)
    assert () == found.warnings


def test_frames_tell_how_much_text_they_hold(tmp_path: Path):
    frames = _inspected(tmp_path, "name: City").frames

    assert Frame("Title and content", "Text", Size(864, 341), 11, 24) in frames
    assert Frame("3 columns", "Column", Size(276, 297), 14, 18, times=3) in frames
    assert len(frames) == len(set(frames))


def test_too_few_pixels_are_a_warning(tmp_path: Path):
    files = {"logo__png": _picture(150, 34), "dark__png": _picture(600, 136)}

    assert ["logo-too-coarse"] == _codes(tmp_path, LOGO, **files)


def test_a_logo_without_one_for_dark_slides_is_a_warning(tmp_path: Path):
    text = "logo: {light: logo.png, alt: City}"

    assert ["no-dark-logo", "logo-too-coarse"] == _codes(
        tmp_path, text, logo__png=_picture(150, 34)
    )


def test_a_font_without_a_bold_face_is_a_warning(tmp_path: Path):
    text = "fonts: {heading: {name: House, regular: a.ttf}}"
    faces = {"a__ttf": _font("DejaVuSans.ttf"), "b__ttf": _font("DejaVuSans-Bold.ttf")}

    assert ["no-bold-face", "unused-file"] == _codes(tmp_path, text, **faces)
    assert [] == _codes(tmp_path, text.replace("}}", ", bold: b.ttf}}"), **faces)


def test_files_that_nobody_names_are_a_warning(tmp_path: Path):
    found = _inspected(tmp_path, "name: City", old__png=b"", README__md=b"", OFL__txt=b"")

    assert ["themes/city/old.png"] == [str(warning.source) for warning in found.warnings]


def test_a_theme_with_mistakes_has_no_figures(tmp_path: Path):
    with pytest.raises(InvalidInput) as caught:
        _inspected(tmp_path, "colours: {accent: '#FFDD00'}")

    assert ["low-contrast"] == [problem.code for problem in caught.value.problems]


def test_a_template_tells_its_layouts_and_its_own_colours():
    looks = Looks(REPOSITORY)

    found = inspect("vorlage", looks)

    assert [
        LayoutUse("title", "Titelfolie", "its type is `title`"),
        LayoutUse("content", "Titel und Inhalt", "its type is `obj`"),
        LayoutUse("title_only", "Nur Titel", "its type is `titleOnly`"),
        LayoutUse("closing", "Schlussfolie", "its name"),
    ] == list(found.layouts)
    assert all(pair.holds for pair in found.pairs)
    assert found.pairs != inspect("default", looks).pairs


def test_a_theme_that_extends_a_templates_theme_takes_its_template(tmp_path: Path):
    shutil.copytree(REPOSITORY / "themes" / "vorlage", tmp_path / "themes" / "vorlage")

    found = _inspected(tmp_path, "name: City\nextends: vorlage\nlayouts: {closing: Nur Titel}\n")

    assert LayoutUse("closing", "Nur Titel", "theme.yaml names it") in found.layouts


def _template(root: Path, make: str) -> Inspection:
    return _inspected(root, "template: a.potx", a__potx=packed(MAKES[make]()))


def test_a_template_s_own_texts_are_measured_on_what_is_behind_them(tmp_path: Path):
    found = _template(tmp_path, "lettered").pairs[11:]

    assert [
        *(("text", "`Titel und Inhalt`", 4.5), ("title", "`Titel und Inhalt`", 3.0)),
        *(("footer", "`Titel und Inhalt`", 4.5), ("page number", "`Titel und Inhalt`", 4.5)),
        *(("title", "`Titelfolie`", 3.0), ("subtitle", "`Titelfolie`", 4.5)),
        *(("contact", "`Titelfolie`", 4.5), ("title", "`Schlussfolie`", 3.0)),
        ("contact", "`Schlussfolie`", 4.5),
    ] == [(pair.text, pair.ground, pair.needed) for pair in found]
    assert all(pair.holds for pair in found)


def test_a_template_s_faint_texts_are_warnings_and_measured_as_they_are_shown(tmp_path: Path):
    found = _template(tmp_path, "faint")

    assert {"low-contrast-there"} == {warning.code for warning in found.warnings}
    assert all(pair.holds for pair in found.pairs)


def test_a_template_s_layouts_that_nobody_needs_are_listed(tmp_path: Path):
    assert ("Deux contenus",) == _template(tmp_path, "french").unused
    assert () == _template(tmp_path, "plain").unused


def test_what_a_template_has_not_is_listed_with_what_is_done_instead(tmp_path: Path):
    assert (
        "a layout with such a title only: cards and columns stand on `Titel und Inhalt`",
        "a layout for the last slide: it stands on `Titelfolie`",
        "a footer: it takes a line from the text",
        "a page number: it takes a line from the text",
        "a second text on the first slide: the occasion stands in a box below the subtitle",
    ) == _template(tmp_path, "footless").missing
    assert () == _template(tmp_path, "lettered").missing
    assert () == _inspected(tmp_path, "name: City").missing
