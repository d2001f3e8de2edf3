"""Pictures: the same bytes, nothing but the picture in them, and each drawn once."""

from __future__ import annotations

import hashlib
import os
import re
import struct
from pathlib import Path

import pytest
from tests.fresh_python import printed_by
from tests.project import write_deck

import deckgen
from deckgen.building import build
from deckgen.drawing import Area, Drawing, Label, Line, Point
from deckgen.figures import Drawn
from deckgen.figures.plotting import plot
from deckgen.fonts import DRAWN_FACES, TYPEFACES, as_drawn, drawn_letters, typeface
from deckgen.geometry import Rect, Size
from deckgen.language import language
from deckgen.looks import Looks
from deckgen.reading.vectors import read_vector
from deckgen.shelf import MOST, PictureShelf
from deckgen.style import Align, Ink
from deckgen.typography import plain_style
from deckgen.words import ENGLISH, GERMAN

DECK = """\
title: Bericht
language: de-DE
agenda: false
closing: false
sections:
  - title: Geld
    slides:
      - kind: chart
        type: waterfall
        categories: [Bewilligt, Ausgegeben]
        values: [17.25, -4.2]
        unit: Mio. €
"""


def _picture() -> Drawing:
    style = plain_style(16, align=Align.RIGHT)
    return Drawing(
        Size(200, 80),
        (Area.of(Rect(10, 10, 60, 20), Ink.PRIMARY, 0.5),),
        (Line((Point(0, 40), Point(200, 40)), Ink.ACCENT, 2, is_dashed=True),),
        (
            Label(("Äußerst gut,", "17,25 €"), 190, 4, 100, style),
            Label(("fett",), 10, 45, 40, plain_style(12)._replace(is_bold=True)),
        ),
    )


@pytest.fixture(scope="module")
def drawn() -> Drawn:
    return plot(_picture(), _colours(), _letters("Arial"))


def _colours() -> dict[Ink, str]:
    return dict(Looks(".").theme("default").theme.colours)


def _letters(name: str) -> dict[str, bytes]:
    return {face: typeface(name).outlines[face] for face in DRAWN_FACES}


def test_an_svg_holds_nothing_that_a_logo_may_not_hold(drawn: Drawn):
    assert (200, 80) == read_vector(drawn.vector).size
    assert drawn.vector.startswith(b"<svg")


def test_words_are_outlines_so_that_they_need_no_font(drawn: Drawn):
    assert not re.search(
        rb"<text|font-family|<style", drawn.vector.replace(b'<style type="text/css">*', b"")
    )


def test_nothing_says_who_drew_it_and_when(drawn: Drawn):
    assert not re.search(rb"metadata|matplotlib|\d{4}-\d\d-\d\d", drawn.vector)
    assert [b"IHDR", b"pHYs", b"IDAT", b"IEND"] == _chunks(drawn.image)


def _chunks(png: bytes) -> list[bytes]:
    kinds, place = [], 8
    while place < len(png):
        (length,) = struct.unpack_from(">L", png, place)
        kinds.append(png[place + 4 : place + 8])
        place += length + 12
    return kinds


def test_a_png_has_two_hundred_dots_to_the_inch(drawn: Drawn):
    assert (round(200 / 72 * 200), round(80 / 72 * 200)) == pytest.approx(
        struct.unpack_from(">2L", drawn.image, 16), abs=1
    )


def test_the_same_drawing_gives_the_same_bytes(drawn: Drawn):
    assert drawn == plot(_picture(), _colours(), _letters("Arial"))


def test_another_typeface_has_other_letters(drawn: Drawn):
    assert drawn.vector != plot(_picture(), _colours(), _letters("Calibri")).vector


def test_settings_of_the_machine_play_no_part(drawn: Drawn, tmp_path: Path):
    rules = "savefig.dpi: 50\nlines.antialiased: False\nsvg.fonttype: none\nfont.size: 30\n"
    (tmp_path / "matplotlibrc").write_text(rules, encoding="utf-8")
    script = (
        "import sys, hashlib\n"
        "from tests.test_figures import _colours, _letters, _picture, plot\n"
        "d = plot(_picture(), _colours(), _letters('Arial'))\n"
        "print(hashlib.sha256(d.vector + d.image).hexdigest())\n"
    )
    repository = Path(__file__).parents[1]
    told = printed_by(script, repository, MATPLOTLIBRC=str(tmp_path), PYTHONHASHSEED="7")

    assert hashlib.sha256(drawn.vector + drawn.image).hexdigest() == told


@pytest.mark.parametrize("name", TYPEFACES)
@pytest.mark.parametrize("face", DRAWN_FACES)
def test_every_typeface_has_the_letters_of_our_words(name: str, face: str):
    letters = drawn_letters(typeface(name).outlines[face])
    words = "".join(str(words) for words in (GERMAN, ENGLISH))
    signs = "0123456789.,;:–−+%€£$„“‚‘’()/&äöüÄÖÜßéèàçñåøłńőšžČĞ\u00a0"

    assert set() == {*as_drawn(words), *as_drawn(signs)} - letters


def test_the_open_fonts_that_letters_were_taken_from_are_named_with_their_licence():
    text = (Path(deckgen.__file__).parent / "outlines" / "OFL.txt").read_text(encoding="utf-8")

    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert all(name in text for name in ("Liberation", "Carlito", "Caladea"))


def _built(root: Path) -> bytes:
    return build("bericht", root=root).path.read_bytes()


def test_a_picture_is_kept_beside_the_deck(tmp_path: Path):
    write_deck(tmp_path, "bericht", DECK)
    first = _built(tmp_path)

    assert len(list((tmp_path / "output" / ".figures").iterdir())) == 1
    assert first == _built(tmp_path)


def test_for_a_picture_that_is_kept_matplotlib_is_not_loaded(tmp_path: Path):
    write_deck(tmp_path, "bericht", DECK)
    script = (
        "import sys\nfrom deckgen.building import build\nbuild('bericht')\n"
        "print('matplotlib' in sys.modules, 'numpy' in sys.modules)"
    )

    assert ["True True", "False False"] == [printed_by(script, tmp_path) for _ in range(2)]


def test_a_deck_without_pictures_loads_nothing_for_them(tmp_path: Path):
    write_deck(tmp_path, "bericht")
    script = (
        "import sys\nfrom deckgen.building import build\nbuild('bericht')\n"
        "needless = ('deckgen.figures', 'deckgen.layout.waterfall', 'matplotlib')\n"
        "print([name for name in needless if name in sys.modules])"
    )

    assert "[]" == printed_by(script, tmp_path)


def test_a_broken_picture_is_drawn_anew(tmp_path: Path):
    write_deck(tmp_path, "bericht", DECK)
    first = _built(tmp_path)
    (kept,) = (tmp_path / "output" / ".figures").iterdir()
    whole = kept.read_bytes()

    for broken in (b"", whole[:100], whole[:-1], whole.replace(b"<svg", b"<gvs")):
        kept.write_bytes(broken)

        assert first == _built(tmp_path)
        assert whole == kept.read_bytes()


def test_a_shelf_that_cannot_be_used_keeps_no_deck_from_being_built(tmp_path: Path):
    write_deck(tmp_path, "bericht", DECK)
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / ".figures").write_bytes(b"in the way")

    assert _built(tmp_path)


def test_a_shelf_keeps_what_was_used_last(tmp_path: Path):
    shelf = PictureShelf(tmp_path)
    for number in range(MOST):
        shelf.put(f"{number}", Drawn(b"<svg", b"png"))
        os.utime(tmp_path / ".figures" / f"{number}", (number, number))

    shelf.take("0")
    shelf.put("new", Drawn(b"<svg>", b"\x89PNG"))

    assert Drawn(b"<svg>", b"\x89PNG") == shelf.take("new")
    assert shelf.take("0")
    assert shelf.take("1") is None
    assert shelf.take("2")


def test_language_and_theme_change_the_picture(tmp_path: Path):
    assert language("de-DE").words.rest != language("en-GB").words.rest
    write_deck(tmp_path, "bericht", DECK)
    write_deck(tmp_path, "report", DECK.replace("de-DE", "en-GB"))
    build("bericht", root=tmp_path)
    build("report", root=tmp_path)

    assert len(list((tmp_path / "output" / ".figures").iterdir())) == 2


def test_for_a_sign_that_a_typeface_has_not_its_box_is_drawn():
    style = plain_style(16)
    pictures = [
        plot(
            Drawing(Size(60, 20), labels=(Label((words,), 0, 0, 60, style),)),
            _colours(),
            _letters("Arial"),
        )
        for words in ("東", "ش", " ")
    ]

    assert pictures[0].image == pictures[1].image != pictures[2].image
