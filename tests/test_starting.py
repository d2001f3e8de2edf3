"""A theme made of one colour: it can be read, and is written once."""

from __future__ import annotations

from errno import EACCES
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from deckgen.contrast import contrast
from deckgen.inspecting import inspect
from deckgen.looks import Looks
from deckgen.problems import InvalidInput
from deckgen.reading import read_theme
from deckgen.scheme import scheme
from deckgen.starting import new_theme, theme_files
from deckgen.style import Ink
from deckgen.theme import Theme

COLOURS = st.binary(min_size=3, max_size=3).map(lambda channels: channels.hex().upper())
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 68"><path d="M0 0h9v9z"/></svg>'


def _picture(form: str = "PNG") -> bytes:
    file = BytesIO()
    Image.new("L", (300, 68)).save(file, form)
    return file.getvalue()


def _read(root: Path, name: str = "city") -> Theme:
    return Looks(root).theme(name).theme


def _told(root: Path, name: str, colour: str, logo: str | None = None) -> list[str]:
    with pytest.raises(InvalidInput) as caught:
        new_theme(name, colour, logo, root)
    return [f"{problem.source}: {problem.message}" for problem in caught.value.problems]


@given(COLOURS)
def test_whatever_the_colour_the_theme_has_no_mistake(colour: str):
    theme, warnings = read_theme("city", "themes/city", theme_files("city", colour, {}))

    assert () == warnings
    assert scheme(colour).primary == theme.colours[Ink.PRIMARY]


@given(COLOURS)
def test_a_colour_that_can_be_read_stays_as_it_is(colour: str):
    made = scheme(colour)

    assert made.primary == colour or contrast(colour, made.tint) < 4.5
    assert made.accent != made.primary


@given(st.from_regex(r"[^\W_][\w-]{0,20}", fullmatch=True))
def test_whatever_its_name_the_theme_can_be_read(name: str):
    theme, _ = read_theme(name, f"themes/{name}", theme_files(name, "0B3C5D", {}))

    assert name == theme.name


@pytest.mark.parametrize(
    ("name", "title"), [("stadt-OWL", "Stadt OWL"), ("heepen", "Heepen"), ("a__b-", "A B")]
)
def test_a_theme_is_called_like_its_folder_with_the_capitals_that_it_has(
    tmp_path: Path, name: str, title: str
):
    new_theme(name, "#0b3c5d", root=tmp_path)

    assert title == _read(tmp_path, name).title


def test_a_theme_is_written_with_its_colour(tmp_path: Path):
    shown = new_theme("bad-salzuflen", "#0b3c5d", root=tmp_path)

    theme = _read(tmp_path, "bad-salzuflen")
    assert "themes/bad-salzuflen" == shown
    assert ("Bad Salzuflen", "0B3C5D") == (theme.title, theme.colours[Ink.PRIMARY])


@pytest.mark.parametrize(("form", "name"), [("PNG", "logo.png"), ("JPEG", "logo.jpg")])
def test_a_logo_is_copied(tmp_path: Path, form: str, name: str):
    (tmp_path / "Arms of the city").write_bytes(_picture(form))

    new_theme("city", "0B3C5D", "Arms of the city", tmp_path)

    logo = _read(tmp_path).logo
    assert logo
    assert ("City", _picture(form)) == (logo.name, logo.light.content)
    assert _picture(form) == (tmp_path / "themes" / "city" / name).read_bytes()


def test_an_svg_brings_the_picture_beside_it(tmp_path: Path):
    (tmp_path / "arms.svg").write_bytes(SVG)
    (tmp_path / "arms.png").write_bytes(_picture())

    new_theme("city", "0B3C5D", "arms.svg", tmp_path)

    logo = _read(tmp_path).logo
    assert logo
    assert SVG == logo.light.vector
    assert ["no-dark-logo"] == [w.code for w in inspect("city", Looks(tmp_path)).warnings]


@pytest.mark.parametrize(
    ("logo", "told"),
    [
        ("no.png", "no.png: there is no such file"),
        ("text.png", "--logo: `text.png` is not a PNG or JPEG picture"),
        ("alone.svg", "--logo: `alone.svg` is an SVG picture, which older programs do not show"),
        ("acting.svg", "acting.svg:1:62: `<script>` has no place in a logo"),
        ("cut.png", "--logo: `logo.png` is damaged or cut off"),
    ],
)
def test_a_logo_that_cannot_be_used_is_told_and_nothing_written(
    tmp_path: Path, logo: str, told: str
):
    (tmp_path / "text.png").write_bytes(b"no picture")
    (tmp_path / "alone.svg").write_bytes(SVG)
    (tmp_path / "acting.svg").write_bytes(SVG.replace(b"<path", b"<script"))
    (tmp_path / "acting.png").write_bytes(_picture())
    (tmp_path / "cut.png").write_bytes(_picture()[:60])

    assert [told] == _told(tmp_path, "city", "0B3C5D", logo)
    assert not (tmp_path / "themes").exists()


@pytest.mark.parametrize("name", ["", "..", "a/b", ".hidden", "a b", "-a", "a\n"])
def test_a_theme_needs_the_name_of_a_folder(tmp_path: Path, name: str):
    assert [
        f"NAME: `{name}` cannot be the name of a theme",
        "--colour: `blue` is not a colour",
    ] == _told(tmp_path, name, "blue")


def test_a_theme_that_is_there_is_never_overwritten(tmp_path: Path):
    new_theme("city", "0B3C5D", root=tmp_path)
    before = (tmp_path / "themes" / "city" / "theme.yaml").read_bytes()

    assert ["themes/city: is there already"] == _told(tmp_path, "city", "C8102E")
    assert before == (tmp_path / "themes" / "city" / "theme.yaml").read_bytes()


def test_a_folder_without_a_theme_is_not_touched_either(tmp_path: Path):
    (tmp_path / "themes" / "city").mkdir(parents=True)

    assert ["themes/city: is there already"] == _told(tmp_path, "city", "C8102E")


def test_a_file_in_place_of_the_folder_of_themes_is_told_as_one(tmp_path: Path):
    (tmp_path / "themes").write_text("", "utf-8")

    with pytest.raises(InvalidInput) as caught:
        new_theme("city", "0B3C5D", root=tmp_path)
    assert str(caught.value) == (
        "themes: cannot be written (File exists)\n  hint: a file has the name of that folder: "
        "rename it, or name another project's folder with -C"
    )


def test_where_no_theme_may_be_written_only_ways_out_are_told_that_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)

    with pytest.raises(InvalidInput) as caught:
        new_theme("city", "0B3C5D", root=tmp_path)
    assert str(caught.value) == (
        "themes: cannot be written (Permission denied)\n  hint: you may not write there: "
        "ask who may, or name another project's folder with -C"
    )
