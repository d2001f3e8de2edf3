"""Advance widths in font files, which come from others: no more is read than that takes."""

from __future__ import annotations

import struct
import sys
import zlib
from collections.abc import Iterator
from itertools import islice
from typing import Any

from deckgen.named import NamedTuple

_TABLES = {b"head", b"hhea", b"hmtx", b"cmap"}
_LARGEST_TABLE = 16 * 1024 * 1024
_UNICODE_SUBTABLES = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))


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
