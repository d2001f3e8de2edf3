"""Look and content are two things: changing one leaves the other as it was."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.office import REPOSITORY
from tests.project import write_theme

from deckgen.building import build
from deckgen.style import Ink

THEME = """\
name: City
colours:
  text: "#1B1F24"
  background: "#FFFFFF"
  primary: "#0B3C5D"
  accent: "#C8102E"
  muted: "#5A6570"
  line: "#D5DAE0"
  panel: "#F3F5F7"
  tint: "#E6ECF1"
  good: "#1E7B45"
  warning: "#B15D00"
  bad: "#B3261E"
"""
CHANGED = {
    Ink.TEXT: "#101010",
    Ink.BACKGROUND: "#FFFEFC",
    Ink.PRIMARY: "#1F4D2B",
    Ink.ACCENT: "#0E7C86",
    Ink.MUTED: "#505050",
    Ink.LINE: "#CCCCCC",
    Ink.PANEL: "#F5F5F0",
    Ink.TINT: "#EAEAE4",
    Ink.GOOD: "#006000",
    Ink.WARNING: "#8A4B00",
    Ink.BAD: "#990000",
}


def _parts(path: Path) -> Mapping[str, bytes]:
    """All parts but the one that seals the others."""
    with zipfile.ZipFile(path) as archive:
        names = (name for name in archive.namelist() if name != "docProps/custom.xml")
        return {name: archive.read(name) for name in names}


def _built(root: Path, output: str, theme: str = "city") -> Mapping[str, bytes]:
    deck = REPOSITORY / "content" / "example"
    return _parts(build(deck, root=root, output=output, theme=theme).path)


def _changed(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> set[str]:
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}


@pytest.mark.parametrize("ink", Ink)
def test_another_colour_changes_the_theme_part_alone(tmp_path: Path, ink: Ink):
    """Slides have one theme part and notes another: no two masters may share one.

    Pictures that are drawn have their colours in themselves.
    """
    write_theme(tmp_path, "city", THEME)
    before = _built(tmp_path, "before")
    lines = THEME.splitlines()
    (line,) = (each for each in lines if each.startswith(f"  {ink.value}:"))
    write_theme(tmp_path, "city", THEME.replace(line, f'  {ink.value}: "{CHANGED[ink]}"'))

    changed = {
        name
        for name in _changed(before, _built(tmp_path, "after"))
        if not name.startswith(("ppt/media/", "ppt/slides/_rels/"))
    }

    assert {"ppt/theme/theme1.xml", "ppt/theme/theme2.xml"} == changed


def test_another_theme_changes_nothing_in_the_content(tmp_path: Path):
    """Both have a logo and the same fonts: all that differs is master, layouts, theme, pictures."""
    output = str(tmp_path)
    one, other = (
        _built(REPOSITORY, f"{output}/{theme}", theme) for theme in ("bielefeld", "paderborn")
    )

    changed = {name.rpartition("/")[0] for name in _changed(one, other)}

    assert changed <= {
        *("ppt/theme", "ppt/media", "ppt/slideMasters", "ppt/slideMasters/_rels"),
        *("ppt/slideLayouts", "ppt/slideLayouts/_rels", "ppt/slides/_rels"),
    }
    assert "ppt/theme" in changed


def test_no_slide_names_a_colour_or_a_font(tmp_path: Path):
    write_theme(tmp_path, "city", THEME)

    naming = [
        name
        for name, content in _built(tmp_path, "output").items()
        if not name.startswith(("ppt/theme/", "ppt/media/"))
        and (b"srgbClr" in content or b'typeface="Arial"' in content)
    ]

    assert naming == []
