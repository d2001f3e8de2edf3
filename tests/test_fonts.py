from __future__ import annotations

import importlib.util
import io
import struct
import unicodedata
import zlib
from pathlib import Path
from types import ModuleType

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from hypothesis import given
from hypothesis import strategies as st

from deckgen.faces import Face, wide_face
from deckgen.font_files import read_font
from deckgen.fonts import FACES, known_typefaces, metrics_file, typeface, typeface_from_files

SCRIPT = Path(__file__).parents[1] / "scripts" / "make_metrics.py"
GERMAN = "Überblick über „Größe“ – 17,25 Mio. €"


def make_metrics() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_metrics", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def font(widths: dict[str, int], flavor: str | None = None) -> bytes:
    """A font with these advance widths, in units of 1000 per em."""
    names = {ord(char): f"glyph{ord(char)}" for char in widths}
    builder = FontBuilder(1000)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap(names)
    builder.setupGlyf({name: Glyph() for name in (".notdef", *names.values())})
    advances = {names[ord(char)]: (width, 0) for char, width in widths.items()}
    builder.setupHorizontalMetrics({".notdef": (500, 0), **advances})
    builder.setupHorizontalHeader()
    builder.setupOS2()
    builder.setupPost()
    builder.font.flavor = flavor
    file = io.BytesIO()
    builder.save(file)
    return file.getvalue()


def raw_font(cmap: bytes, hmtx: bytes = bytes(4)) -> bytes:
    """A font of four tables and this character map, sound or not."""
    head = bytes(18) + struct.pack(">H", 1000) + bytes(34)
    hhea = bytes(34) + struct.pack(">H", len(hmtx) // 4)
    tables = {b"cmap": cmap, b"head": head, b"hhea": hhea, b"hmtx": hmtx}
    start = 12 + 16 * len(tables)
    directory, body = b"", b""
    for tag, table in tables.items():
        directory += struct.pack(">4s3L", tag, 0, start + len(body), len(table))
        body += table
    return struct.pack(">4s4H", b"\0\1\0\0", len(tables), 0, 0, 0) + directory + body


def unicode_subtable(subtable: bytes) -> bytes:
    return struct.pack(">4HL", 0, 1, 3, 10, 12) + subtable


@pytest.mark.parametrize("name", known_typefaces())
@pytest.mark.parametrize("face", FACES)
def test_the_tables_are_what_the_script_makes_of_the_open_fonts(name: str, face: str):
    script = make_metrics()
    table = (script.METRICS / metrics_file(name, face)).read_text(encoding="utf-8")
    try:
        installed = script.font_file(name, face)
    except FileNotFoundError as error:
        pytest.skip(str(error))
    expected = script.metrics(name, face, installed)
    if expected.splitlines()[3] != table.splitlines()[3]:
        pytest.skip(f"another version is installed: {expected.splitlines()[3].strip()}")

    assert expected == table


def test_the_package_holds_a_table_for_every_face_and_nothing_else():
    expected = {metrics_file(name, face) for name in known_typefaces() for face in FACES}

    assert expected == {file.name for file in make_metrics().METRICS.iterdir()}


def test_the_typefaces_that_come_along_are_named_in_order():
    assert ("Arial", "Calibri", "Cambria", "Times New Roman") == known_typefaces()


def test_a_typeface_that_does_not_come_along_is_a_key_error():
    with pytest.raises(KeyError, match="Comic Sans"):
        typeface("Comic Sans")


@pytest.mark.parametrize(
    ("name", "hello"), [("Arial", 0.722 + 0.556 + 0.222 * 2 + 0.556), ("Calibri", 2.107)]
)
def test_widths_are_those_of_the_office_fonts(name: str, hello: float):
    assert pytest.approx(hello, abs=0.001) == typeface(name).regular.width("Hello")


@pytest.mark.parametrize("name", ["Arial", "Calibri", "Times New Roman"])
def test_pairs_say_how_far_apart_letters_stand(name: str):
    pairs = typeface(name).regular.pairs

    assert pairs["AV"] < 0 < pairs["r’"]


@pytest.mark.parametrize("name", known_typefaces())
def test_nothing_is_closer_that_some_texts_do_not_kern(name: str):
    """Figures and marks in a text without letters; letters that are joined."""
    pairs = typeface(name).bold.pairs

    assert pairs.get("11", 0) >= 0
    assert name != "Calibri" or all(pairs.get(pair, 0) >= 0 for pair in ("ft", "te", "fo"))


def test_widths_of_cambria_are_never_too_small():
    """Its twin of 2020 is narrower than Cambria, whose letters are these thousandths wide."""
    hello = (687 + 488 + 2 * 271 + 531) / 1000

    assert hello <= typeface("Cambria").regular.width("Hello") <= 1.1 * hello
    assert 0.554 <= typeface("Cambria").regular.width("1") <= 1.1 * 0.554


@pytest.mark.parametrize("name", known_typefaces())
def test_bold_is_wider_and_digits_stand_in_columns(name: str):
    family = typeface(name)

    assert family.bold.width(GERMAN) > family.regular.width(GERMAN)
    assert len({family.regular.width(digit) for digit in "0123456789"}) == 1


def test_a_wide_face_is_as_wide_as_the_wider_of_two_and_never_closer():
    narrow, wide = Face({"i": 0.2, "m": 1.0}, {"im": -0.1}), Face({"i": 0.3, "m": 0.5})

    either = wide_face(narrow, wide, 1.5)

    assert pytest.approx([0.45, 1.0]) == either.advances("im")
    assert not either.pairs


def test_a_face_is_chosen_by_two_switches():
    family = typeface("Arial")

    assert family.regular is family.face(is_bold=False, is_italic=False)
    assert family.bold is family.face(is_bold=True, is_italic=False)
    assert family.italic is family.face(is_bold=False, is_italic=True)
    assert family.bold_italic is family.face(is_bold=True, is_italic=True)


@given(st.text(), st.text())
def test_a_text_is_as_wide_as_its_advances(one: str, other: str):
    face = typeface("Calibri").regular
    advances = face.advances(one + other)

    assert len(one + other) == len(advances)
    assert all(advance >= 0 for advance in advances)
    assert pytest.approx(sum(advances)) == face.width(one + other)


@given(st.text("aeiouAEIOUcn\u0308\u0301\u0327\u0303", min_size=1))
def test_letters_with_separate_accents_are_as_wide_as_composed_ones_at_least(text: str):
    face = typeface("Calibri").regular

    assert face.width(text) >= face.width(unicodedata.normalize("NFC", text)) - 1e-9


@pytest.mark.parametrize("unseen", ["\u200b", "\u200d", "\ufeff", "\u00ad", "\ufe0f", "\u202e"])
def test_characters_that_are_not_seen_have_no_width(unseen: str):
    face = typeface("Arial").regular

    assert face.width("ab") == face.width(f"a{unseen}b")


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [("日", 1.0, 1.1), ("✓", 1.0, 1.5), ("😀", 1.4, 1.5), ("ཀ", 1.0, 1.1), ("\u2011", 0.3, 0.6)],
)
@pytest.mark.parametrize("name", known_typefaces())
def test_what_the_font_lacks_is_measured_generously(
    name: str, text: str, least: float, most: float
):
    assert least <= typeface(name).bold.width(text) <= most


@pytest.mark.parametrize("flavor", [None, "woff"])
def test_a_citys_own_font_is_measured(flavor: str | None):
    family = typeface_from_files("Stadt", {"regular": font({"a": 300, "ß": 612}, flavor)})

    assert family.name == "Stadt"
    assert pytest.approx(0.3 + 2 * 0.612) == family.regular.width("aßß")


def test_characters_beyond_the_first_plane_are_measured():
    family = typeface_from_files("Stadt", {"regular": font({"a": 300, "\U0001f600": 900})})

    assert pytest.approx(1.2) == family.regular.width("a\U0001f600")


def test_a_missing_face_is_measured_with_the_nearest_one():
    family = typeface_from_files("Stadt", {"regular": font({"a": 1}), "bold": font({"a": 2})})

    assert family.italic is family.regular
    assert family.bold_italic is family.bold


def test_fonts_are_read_as_font_tools_reads_them():
    script = make_metrics()
    try:
        installed = [script.font_file(name, "italic") for name in known_typefaces()]
    except FileNotFoundError as error:
        pytest.skip(str(error))
    for path in installed:
        with TTFont(path, lazy=True) as opened:
            metrics = opened["hmtx"].metrics
            expected = {chr(code): metrics[name][0] for code, name in opened.getBestCmap().items()}

        assert expected == read_font(path.read_bytes()).advances


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "not a TrueType, OpenType or WOFF font"),
        (b"<svg/>", "not a TrueType, OpenType or WOFF font"),
        (b"wOF2" + bytes(100), "not a TrueType, OpenType or WOFF font"),
        (b"\0\1\0\0", "damaged"),
        (font({"a": 300})[:200], "damaged"),
        (struct.pack(">4s4H", b"OTTO", 0, 0, 0, 0), "no table head"),
        (raw_font(unicode_subtable(b""), b""), "damaged"),
        (raw_font(struct.pack(">HH", 0, 0)), "does not say which characters"),
        (raw_font(unicode_subtable(struct.pack(">7H", 6, 12, 0, 65, 1, 1, 0))), "format 6"),
    ],
)
def test_bytes_that_are_no_font_are_refused_by_face(content: bytes, complaint: str):
    with pytest.raises(ValueError, match=f"the bold italic face of Stadt: .*{complaint}"):
        typeface_from_files("Stadt", {"regular": font({"a": 300}), "bold_italic": content})


def test_a_typeface_without_a_regular_face_is_refused():
    with pytest.raises(ValueError, match="Stadt has no regular face"):
        typeface_from_files("Stadt", {"bold": font({"a": 300})})


def test_a_font_that_claims_endless_characters_is_refused():
    group = struct.pack(">3L", 0, 0xFFFFFFFF, 0)
    endless = struct.pack(">2H3L", 12, 0, 16 + 12 * 5000, 0, 5000) + group * 5000

    with pytest.raises(ValueError, match="more characters than there are"):
        read_font(raw_font(unicode_subtable(endless)))


def test_a_font_whose_segments_overlap_endlessly_is_refused():
    count = 2000
    head = struct.pack(">7H", 4, 0, 0, 2 * count, 0, 0, 0)
    ends = b"\xff\xff" * count
    segments = head + ends + bytes(2) + bytes(2 * count) * 3

    with pytest.raises(ValueError, match="more characters than there are"):
        read_font(raw_font(unicode_subtable(segments)))


def test_a_packed_table_does_not_unpack_beyond_its_size():
    bomb = zlib.compress(bytes(50_000_000))
    entry = struct.pack(">4s4L", b"head", 64, len(bomb), 54, 0)
    header = struct.pack(">4sLLHHLHHLLLLL", b"wOFF", 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0)

    with pytest.raises(ValueError, match="no table hhea"):
        read_font(header + entry + bomb)


SOUND = {flavor: font({"a": 300, "b": 400, "ß": 612}, flavor) for flavor in (None, "woff")}


@given(
    st.sampled_from(list(SOUND.values())),
    st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=6),
    st.integers(0, 3000),
)
def test_a_damaged_font_is_read_or_refused(
    content: bytes, damage: list[tuple[int, int]], length: int
):
    damaged = bytearray(content)
    for place, value in damage:
        damaged[place % len(damaged)] = value
    try:
        family = typeface_from_files("Stadt", {"regular": bytes(damaged[:length])})
    except ValueError as error:
        assert str(error).startswith("the regular face of Stadt: ")
    else:
        assert family.regular.width("aß") >= 0


def test_a_face_of_ones_own_measures_by_its_advances():
    assert Face({"a": 0.5, " ": 0.25}).width("a a") == 1.25
