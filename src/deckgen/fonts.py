"""Font metrics: how wide text is, the same on every machine.

Advance widths of the Office fonts come with the package as tables; a theme may
add font files of its own. Widths are in ems: multiply by the size in points.
"""

from __future__ import annotations

import json
import struct
import sys
import unicodedata
import zlib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import islice
from operator import add
from pkgutil import get_data
from types import MappingProxyType
from typing import Any

from deckgen.named import NamedTuple

TYPEFACES = ("Arial", "Calibri", "Cambria", "Times New Roman")
FACES = ("regular", "bold", "italic", "bold_italic")
DRAWN_FACES = ("regular", "bold")
"""The faces that text in pictures is set in."""

_NEAREST = {
    "regular": ("regular",),
    "bold": ("bold", "regular"),
    "italic": ("italic", "regular"),
    "bold_italic": ("bold_italic", "bold", "italic", "regular"),
}
"""What serves as a face, in the order in which it is looked for."""

_WIDE_SYMBOL = 1.45
_WIDE_LETTER = 1.05
_STAND_INS = {"\u2010": "–", "\u2011": "–", "\u202f": "\u00a0", "\u2007": "0"}

_TABLES = {b"head", b"hhea", b"hmtx", b"cmap"}
_LARGEST_TABLE = 16 * 1024 * 1024
_UNICODE_SUBTABLES = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))


class Face:
    """The advance widths of one face of a typeface, by character, in ems.

    `pairs` is how much wider two characters are side by side where a renderer kerns or joins
    them; mostly that is less than 0.
    """

    __slots__ = ("_advances", "advance", "pairs")

    def __init__(
        self, advances: Mapping[str, float], pairs: Mapping[str, float] = MappingProxyType({})
    ) -> None:
        self._advances: dict[str, float] = _Advances(advances)
        self.advance = self._advances.__getitem__
        self.pairs = pairs

    def width(self, text: str) -> float:
        """The width of `text` set in one line, without kerning, in ems."""
        return sum(map(self.advance, text) if is_composed(text) else self.advances(text))

    def advances(self, text: str) -> list[float]:
        """How far each character moves the pen, in ems; together the width of `text`."""
        advances = list(map(self.advance, text))
        if not is_composed(text):
            self._compose(text, advances)
        return advances

    def _compose(self, text: str, advances: list[float]) -> None:
        """Give bases the width of the letter that they and their marks compose to.

        Renderers prefer the composed glyph, which may be wider: compare i and ï.
        """
        base = 0
        for index, char in enumerate(text):
            if is_drawn_without_advance(char):
                letter = unicodedata.normalize("NFC", text[base : index + 1])
                advances[base] = max(advances[base], sum(map(self._advances.__getitem__, letter)))
            else:
                base = index


@lru_cache(maxsize=256)
def cut_face(face: Face, is_capital: bool, spacing: float) -> Face:
    """`face` as it is shown in capitals, or with `spacing` ems after each character."""
    return _CutFace(face, is_capital, spacing)


class _CutFace(Face):
    """A face whose characters are drawn as others, or with more room."""

    __slots__ = ()

    def __init__(self, face: Face, is_capital: bool, spacing: float) -> None:
        super().__init__({}, _CapitalPairs(face.pairs) if is_capital else face.pairs)
        self._advances = _CutAdvances(face, is_capital, spacing)
        self.advance = self._advances.__getitem__


class _CutAdvances(dict[str, float]):
    def __init__(self, face: Face, is_capital: bool, spacing: float) -> None:
        self._face, self._is_capital, self._spacing = face, is_capital, spacing

    def __missing__(self, char: str) -> float:
        shown = char.upper() if self._is_capital else char
        spacing = sum(0 if is_drawn_without_advance(each) else self._spacing for each in shown)
        self[char] = width = self._face.width(shown) + spacing
        return width


class _CapitalPairs(dict[str, float]):
    """How two characters are kerned that are shown as capitals."""

    def get(self, pair: str, default: float = 0.0) -> float:  # type: ignore[override]
        return super().get(pair[:1].upper()[-1:] + pair[1:].upper()[:1], default)


class _Advances(dict[str, float]):
    """Advances by character; those the font has no glyph for are judged when first met."""

    def __missing__(self, char: str) -> float:
        self[char] = advance = self._judge(char)
        return advance

    def _judge(self, char: str) -> float:
        """A width that is safe for `char` in the font a renderer falls back to.

        Hyphens and fixed spaces are as wide as a relative at most. Of the letters of common
        fallback fonts nearly all keep within an em; symbols and emoji reach 1.45.
        """
        if is_drawn_without_advance(char):
            return 0.0
        if (relative := _STAND_INS.get(char, "")) in self:
            return self[relative]
        is_symbol = char > "\uffff" or unicodedata.category(char).startswith("S")
        return _WIDE_SYMBOL if is_symbol else _WIDE_LETTER


def is_composed(text: str) -> bool:
    """Whether no letter of `text` is written as a base and marks that it could do without."""
    return text.isascii() or unicodedata.is_normalized("NFC", text)


def is_drawn_without_advance(char: str) -> bool:
    """Whether renderers give `char` no width whatever the font says.

    True for marks that stand on the letter before them, and for format characters:
    zero-width spaces and joiners, soft hyphens, direction marks, variation selectors.
    """
    return unicodedata.category(char) in {"Mn", "Me", "Cf"}


class _PackagedOutlines(dict[str, bytes]):
    """The letters of a typeface's faces, each read when first asked for."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __missing__(self, face: str) -> bytes:
        content = get_data("deckgen", f"outlines/{outline_file(self._name, face)}")
        self[face] = content or b""
        return self[face]


class Typeface(NamedTuple):
    """A font family by the name that goes into the file, and its faces by the names of `FACES`.

    `outlines` are font files of `DRAWN_FACES`, with the letters that pictures are drawn with;
    look each up by its name, as they are read when first asked for.
    """

    name: str
    faces: Mapping[str, Face]
    outlines: Mapping[str, bytes] = _PackagedOutlines(TYPEFACES[0])

    @property
    def regular(self) -> Face:
        return self.faces["regular"]

    @property
    def bold(self) -> Face:
        return self.faces["bold"]

    @property
    def italic(self) -> Face:
        return self.faces["italic"]

    @property
    def bold_italic(self) -> Face:
        return self.faces["bold_italic"]

    def face(self, is_bold: bool, is_italic: bool) -> Face:
        """The face for these two switches."""
        if is_bold:
            return self.bold_italic if is_italic else self.bold
        return self.italic if is_italic else self.regular


def known_typefaces() -> tuple[str, ...]:
    """The names of the typefaces whose metrics come with the package, sorted."""
    return TYPEFACES


@cache
def typeface(name: str) -> Typeface:
    """The typeface called `name`; KeyError if its metrics do not come with the package."""
    if name not in TYPEFACES:
        raise KeyError(name)
    return Typeface(name, _PackagedFaces(name), _PackagedOutlines(name))


def metrics_file(name: str, face: str) -> str:
    """The name of the file in `metrics` that holds one face of a typeface."""
    return f"{name} {face}.json".lower().replace(" ", "-").replace("_", "-")


def outline_file(name: str, face: str) -> str:
    """The name of the file in `outlines` with the letters of one face of a typeface."""
    return metrics_file(name, face).replace(".json", ".ttf")


_DRAWN_AS = str.maketrans("\u00a0\u202f\u2007\u2009\u2010\u2011", "    --")


def as_drawn(text: str) -> str:
    """`text` in the signs that it is drawn with: fixed spaces and hyphens are like all others."""
    composed = unicodedata.normalize("NFC", text).translate(_DRAWN_AS)
    return "".join(sign for sign in composed if unicodedata.category(sign) != "Cf")


@cache
def drawn_letters(outlines: bytes) -> frozenset[str]:
    """The characters that a font file has a letter for."""
    return frozenset(read_font(outlines).advances)


class _PackagedFaces(dict[str, Face]):
    """The faces of a typeface, each read when first asked for: few decks use all of them."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __missing__(self, face: str) -> Face:
        self[face] = read = _packaged_face(self._name, face)
        return read


def _packaged_face(name: str, face: str) -> Face:
    content = get_data("deckgen", f"metrics/{metrics_file(name, face)}")
    table = json.loads(content or b"{}")
    units_per_em = table["units_per_em"]
    advances: dict[str, float] = {}
    for units, chars in table["characters"].items():
        advances |= dict.fromkeys(chars, int(units) / units_per_em)
    pairs: dict[str, float] = {}
    for units, chars in table["pairs"].items():
        pairs |= dict.fromkeys(map(add, chars[::2], chars[1::2]), int(units) / units_per_em)
    return Face(advances, pairs)


def typeface_from_files(name: str, files: Mapping[str, bytes]) -> Typeface:
    """A typeface from a city's own font files, by face: `regular` and perhaps others of `FACES`.

    The files are TrueType, OpenType or WOFF. A face that is missing is measured with the
    nearest one that is there: renderers slant and embolden that one, too. Raises ValueError,
    naming the face, for bytes that are not such a font and for a missing regular face.
    """
    if "regular" not in files:
        raise ValueError(f"{name} has no regular face")
    given = {face: _face_from_file(name, face, content) for face, content in files.items()}
    nearest = {
        face: next(other for other in others if other in given) for face, others in _NEAREST.items()
    }
    faces = {face: given[other] for face, other in nearest.items()}
    return Typeface(name, faces, {face: files[nearest[face]] for face in DRAWN_FACES})


def _face_from_file(name: str, face: str, content: bytes) -> Face:
    try:
        table = read_font(content)
    except ValueError as error:
        raise ValueError(f"the {face.replace('_', ' ')} face of {name}: {error}") from error
    return Face({char: units / table.units_per_em for char, units in table.advances.items()})


class FontTable(NamedTuple):
    """What a font file says of its advance widths: by character, in units of the font."""

    units_per_em: int
    advances: dict[str, int]


def read_font(content: bytes) -> FontTable:
    """The advance widths in a TrueType, OpenType or WOFF file, after the OpenType specification.

    Only the four tables that matter are unpacked, in time and memory that a hostile file cannot
    drive up; a library that reads whole fonts promises less. Raises ValueError if `content` is
    no such font.
    """
    try:
        tables = _tables(content)
        (units_per_em,) = struct.unpack_from(">H", tables[b"head"], 18)
        widths = _glyph_widths(tables[b"hhea"], tables[b"hmtx"])
        glyphs = _glyphs(tables[b"cmap"])
    except KeyError as error:
        raise ValueError(f"it has no table {error.args[0].decode()}") from error
    except (struct.error, zlib.error) as error:
        raise ValueError("it is damaged or not a TrueType, OpenType or WOFF font") from error
    if not 16 <= units_per_em <= 16384 or not widths:
        raise ValueError("it has no usable widths")
    last = len(widths) - 1
    return FontTable(
        units_per_em, {char: widths[min(glyph, last)] for char, glyph in glyphs.items()}
    )


def _tables(content: bytes) -> dict[bytes, bytes]:
    """The tables of a font file that widths are read from, by tag."""
    signature = content[:4]
    if signature == b"wOFF":
        entries = _records(">4s4L", content, 44, *struct.unpack_from(">H", content, 12))
        return {
            tag: _unpacked(content[start : start + packed], size)
            for tag, start, packed, size, _ in entries
            if tag in _TABLES
        }
    if signature not in {b"\0\1\0\0", b"OTTO", b"true"}:
        raise ValueError("it is not a TrueType, OpenType or WOFF font")
    entries = _records(">4s3L", content, 12, *struct.unpack_from(">H", content, 4))
    return {tag: content[start : start + size] for tag, _, start, size in entries if tag in _TABLES}


def _records(layout: str, content: bytes, start: int, count: int) -> Iterator[tuple[Any, ...]]:
    size = struct.calcsize(layout)
    return (struct.unpack_from(layout, content, start + i * size) for i in range(count))


def _unpacked(packed: bytes, size: int) -> bytes:
    if len(packed) == size:
        return packed
    if size > _LARGEST_TABLE:
        raise ValueError("one of its tables is too large")
    return zlib.decompressobj().decompress(packed, max(1, size))


def _glyph_widths(hhea: bytes, hmtx: bytes) -> list[int]:
    """Advance widths by glyph; further glyphs are as wide as the last one."""
    (count,) = struct.unpack_from(">H", hhea, 34)
    return [width for width, _ in _records(">Hh", hmtx, 0, count)]


def _glyphs(cmap: bytes) -> dict[str, int]:
    """The glyph of each character, by the fullest Unicode subtable there is."""
    (count,) = struct.unpack_from(">H", cmap, 2)
    starts = {
        (platform, encoding): start
        for platform, encoding, start in _records(">HHL", cmap, 4, count)
    }
    start = next((starts[key] for key in _UNICODE_SUBTABLES if key in starts), None)
    if start is None:
        raise ValueError("it does not say which characters it has")
    (form,) = struct.unpack_from(">H", cmap, start)
    if form not in {4, 12}:
        raise ValueError(f"its characters are listed in format {form}, which is not supported")
    pairs = (_segments if form == 4 else _groups)(cmap[start:])
    glyphs = dict(islice(pairs, sys.maxunicode + 1))
    if next(pairs, None):
        raise ValueError("it lists more characters than there are")
    return {chr(code): glyph for code, glyph in glyphs.items() if glyph}


def _groups(subtable: bytes) -> Iterator[tuple[int, int]]:
    """Character codes and glyphs of a subtable in format 12."""
    (count,) = struct.unpack_from(">L", subtable, 12)
    for first, last, glyph in _records(">3L", subtable, 16, count):
        for code in range(first, min(last, sys.maxunicode) + 1):
            yield code, glyph + code - first


def _segments(subtable: bytes) -> Iterator[tuple[int, int]]:
    """Character codes and glyphs of a subtable in format 4."""
    (doubled,) = struct.unpack_from(">H", subtable, 6)
    for place in range(14, 14 + doubled, 2):
        (last,) = struct.unpack_from(">H", subtable, place)
        first, delta, offset = (
            *struct.unpack_from(">H", subtable, place + 2 + doubled),
            *struct.unpack_from(">H", subtable, place + 2 + 2 * doubled),
            *struct.unpack_from(">H", subtable, place + 2 + 3 * doubled),
        )
        for code in range(first, last + 1):
            if not offset:
                yield code, (code + delta) & 0xFFFF
                continue
            cell = place + 2 + 3 * doubled + offset + 2 * (code - first)
            (glyph,) = struct.unpack_from(">H", subtable, cell)
            yield code, (glyph + delta) & 0xFFFF if glyph else 0
