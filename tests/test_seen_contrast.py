"""The check of contrast can fail: it sees what was made faint on purpose."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from tests.project import write_deck
from tests.repeating import repeated
from tests.seen_contrast import faint_words

from deckgen.building import build


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    write_deck(tmp_path, "march")
    return build("march", root=tmp_path).path


def _changed(path: Path, name: str, old: str, new: str) -> Path:
    other = path.with_name("changed.pptx")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(other, "w") as target:
        for part in source.namelist():
            content = source.read(part)
            if part == name:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode())
            target.writestr(part, content)
    return other


def test_a_deck_as_it_is_can_be_read(deck: Path):
    assert [] == faint_words(deck)


def test_a_pale_colour_of_the_theme_is_seen_on_all_slides(deck: Path):
    faint = faint_words(_changed(deck, "ppt/theme/theme1.xml", "2C3E50", "C9D1D9"))

    assert {"Bericht an den Rat", "Lage"} <= {each.words for each in faint}


def test_a_ground_of_the_text_s_colour_is_seen(deck: Path):
    ground = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="tx2"/></a:solidFill>'
    changed = ground.replace("tx2", "bg1")
    faint = faint_words(_changed(deck, "ppt/slideLayouts/slideLayout1.xml", ground, changed))

    assert 1.0 in [each.contrast for each in faint]


def test_a_place_that_a_slide_repeats_is_seen(deck: Path):
    with zipfile.ZipFile(deck) as archive:
        master = archive.read("ppt/slideMasters/slideMaster1.xml").decode()
    title = master[master.index('type="title"') :]
    place = title[title.index("<a:xfrm>") : title.index("</a:xfrm>")]
    moved = f"<p:spPr>{place}</a:xfrm></p:spPr>"

    assert [] == repeated(deck)
    assert "slide 2: `Titel` tells its place" in repeated(
        _changed(deck, "ppt/slides/slide2.xml", "<p:spPr/>", moved)
    )
