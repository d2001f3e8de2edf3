"""A theme that extends another one says only what differs."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from tests.project import DECK, write_deck, write_theme

from deckgen.batch import build_all
from deckgen.fonts import typeface
from deckgen.looks import Looks
from deckgen.outcomes import UpToDate
from deckgen.problems import InvalidInput
from deckgen.style import Ink
from deckgen.theme import Theme

CITY = """\
name: City
slide: A4
footer: "{date}"
fonts: {body: Calibri}
colours: {primary: "#204D2B", accent: "#966300"}
logo: {light: logo.png, dark: dark.png, alt: City, clear_space: 12, minimum: 40}
labels: {status: Sachstand, phase: Schritt}
"""


def _picture(width: int) -> bytes:
    file = BytesIO()
    Image.new("L", (width, 68)).save(file, "PNG")
    return file.getvalue()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a theme that gives everything; gives the project's folder."""
    folder = write_theme(tmp_path, "city", CITY).parent
    (folder / "logo.png").write_bytes(_picture(300))
    (folder / "dark.png").write_bytes(_picture(280))
    return tmp_path


def _theme(root: Path, name: str, text: str) -> Theme:
    write_theme(root, name, text)
    return Looks(root).theme(name).theme


def _told(root: Path, name: str) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInput) as caught:
        Looks(root).theme(name)
    return [(str(problem.source), problem.message) for problem in caught.value.problems]


def test_what_a_theme_leaves_out_is_as_in_the_one_it_extends(project: Path):
    city = Looks(project).theme("city").theme

    assert city._replace(name="district", title="District") == _theme(
        project, "district", "name: District\nextends: city"
    )


def test_what_a_theme_says_takes_the_place_of_that_alone(project: Path):
    theme = _theme(
        project,
        "district",
        "extends: city\nslide: '16:9'\nfonts: {heading: Cambria}\n"
        "colours: {accent: '#0B3C5D'}\nlabels: {phase: Etappe}\n",
    )

    assert ("204D2B", "0B3C5D") == (theme.colours[Ink.PRIMARY], theme.colours[Ink.ACCENT])
    assert (typeface("Cambria"), typeface("Calibri")) == (theme.heading, theme.body)
    assert {"de-DE": {"status": "Sachstand", "phase": "Etappe"}} == theme.labels


def test_themes_may_extend_one_another_in_a_row(project: Path):
    write_theme(project, "district", "extends: city\nfonts: {heading: Cambria}")

    theme = _theme(project, "school", "extends: district\nlogo: false")

    assert ("{date}", "Cambria", None) == (theme.footer, theme.heading.name, theme.logo)
    assert ("school", "district", "city") == Looks(project).theme("school").names


def test_the_theme_of_deckgen_may_be_extended_by_name(tmp_path: Path):
    assert "default" == Looks(tmp_path).theme("default").names[0]
    assert _theme(tmp_path, "a", "name: A") == _theme(tmp_path, "a", "name: A\nextends: default")


def test_files_are_those_of_the_theme_that_names_them(project: Path):
    write_theme(project, "district", "extends: city\nlogo: {light: logo.png, alt: District}")

    assert [
        ("themes/district/theme.yaml:2:15", "there is no file `logo.png` beside theme.yaml")
    ] == (_told(project, "district"))


def test_a_logo_of_its_own_serves_on_dark_slides_too(project: Path):
    write_theme(project, "district", "extends: city\nlogo: {light: mine.png, alt: District}")
    (project / "themes" / "district" / "mine.png").write_bytes(_picture(200))

    logo = Looks(project).theme("district").theme.logo

    assert logo
    assert ("District", logo.light) == (logo.name, logo.dark)


def test_one_side_of_a_logo_may_be_changed(project: Path):
    write_theme(project, "district", "extends: city\nlogo: {dark: mine.png}")
    (project / "themes" / "district" / "mine.png").write_bytes(_picture(200))

    city, logo = (Looks(project).theme(name).theme.logo for name in ("city", "district"))

    assert city
    assert logo
    assert logo == city._replace(dark=logo.dark)
    assert 200 == logo.dark.size.width


def test_a_logo_too_narrow_for_the_other_theme_is_told_of_both(project: Path):
    write_theme(project, "city", CITY.replace("minimum: 40", "minimum: 160"))
    write_theme(project, "district", "extends: city\nlogo: {clear_space: 5}")

    warnings = Looks(project).theme("district").warnings

    assert [
        ("logo-too-small", "themes/city/theme.yaml:6:78"),
        ("logo-too-small", "themes/district/theme.yaml:2:7"),
    ] == [(warning.code, str(warning.source)) for warning in warnings]


def test_a_theme_that_is_not_there_is_told_with_what_else_is_wrong(project: Path):
    write_theme(project, "district", "extends: citty\ncolors: {}\n")

    assert [
        ("themes/district/theme.yaml:1:10", "there is no theme called `citty`"),
        ("themes/district/theme.yaml:2:1", "unknown key `colors`"),
    ] == _told(project, "district")


def test_mistakes_of_both_themes_come_together(project: Path):
    write_theme(project, "city", "colours: {primary: blue}")
    write_theme(project, "district", "extends: city\nlogo: {dark: a.png}\nslide: wide")

    assert [
        ("themes/city/theme.yaml:1:20", "`blue` is not a colour"),
        ("themes/district/theme.yaml:2:14", "there is no file `a.png` beside theme.yaml"),
        ("themes/district/theme.yaml:3:8", "`wide` is not one of the slide sizes"),
    ] == _told(project, "district")


@pytest.mark.parametrize(
    ("circle", "told"),
    [
        ("a", "`a` extends itself"),
        ("ab", "`a` extends `b`, which extends `a` again"),
        ("abc", "`a` extends `b`, which extends `c`, which extends `a` again"),
    ],
)
def test_a_circle_is_told_once(tmp_path: Path, circle: str, told: str):
    for name, other in zip(circle, circle[1:] + circle[0], strict=True):
        write_theme(tmp_path, name, f"extends: {other}")

    assert [(f"themes/{circle[-1]}/theme.yaml:1:10", told)] == _told(tmp_path, "a")


def test_a_circle_further_down_is_told_without_those_above(tmp_path: Path):
    for name, other in (("x", "a"), ("a", "b"), ("b", "a")):
        write_theme(tmp_path, name, f"extends: {other}")

    assert [("themes/b/theme.yaml:1:10", "`a` extends `b`, which extends `a` again")] == _told(
        tmp_path, "x"
    )


def test_colours_are_measured_on_those_of_the_other_theme(project: Path):
    write_theme(project, "district", "extends: city\ncolours: {tint: '#777777'}")

    assert ["themes/district/theme.yaml:2:17"] == [
        source for source, _ in _told(project, "district")
    ]


def test_a_deck_is_up_to_date_until_one_of_its_themes_changes(project: Path):
    write_theme(project, "district", "extends: city")
    write_deck(project, "a", DECK + "theme: district\n")

    def is_left_alone() -> bool:
        (outcome,) = build_all(["a"], root=project)
        return isinstance(outcome, UpToDate)

    assert not is_left_alone()
    assert is_left_alone()
    write_theme(project, "city", CITY.replace("204D2B", "2B204D"))
    assert not is_left_alone()
    assert is_left_alone()
    write_theme(project, "district", "name: D")
    assert not is_left_alone()
