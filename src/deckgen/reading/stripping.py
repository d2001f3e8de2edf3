"""PNG and JPEG pictures without what is not picture: no names, places, times or programs.

Not a pixel is touched: what goes are whole chunks and segments. What tells how colours
are meant stays.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Literal

_PNG = b"\x89PNG\r\n\x1a\n"
_KEPT_CHUNKS = frozenset(
    (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP")
)

_EOI, _SOS = 0xD9, 0xDA
_DATA = 0x00
"""No marker: what stands for the data of a scan."""

_TABLES = frozenset({*range(0xC0, 0xD0), 0xDB, 0xDC, 0xDD, 0xDE, 0xDF, _SOS})
_JFIF, _ICC, _ADOBE = (0xE0, b"JFIF\0"), (0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe")
_WITHOUT_THUMBNAIL = b"\0\0"


_EXIF, _EXIF_CHUNK = (0xE1, b"Exif\0\0"), b"eXIf"
_ORIENTATION, _UPRIGHT = 0x0112, 1
_TURNS = range(2, 9)
_MOST_ENTRIES = 100


class Damaged(ValueError):
    """A picture that ends too early, or is not what it says."""


def stripped(content: bytes) -> bytes:
    """The same picture with nothing beside it. Raises Damaged."""
    parts = _png_parts(content) if content.startswith(_PNG) else _jpeg_parts(content)
    return b"".join(parts)


def orientation(content: bytes) -> int:
    """How a picture is to be turned or mirrored to be shown, as Exif counts; 1 is not at all.

    Raises Damaged.
    """
    notes = _png_notes(content) if content.startswith(_PNG) else _jpeg_notes(content)
    found = next(filter(None, map(_orientation_in, notes)), _UPRIGHT)
    return found if found in _TURNS else _UPRIGHT


def _png_notes(content: bytes) -> Iterator[bytes]:
    for chunk in _chunks(content):
        if chunk[4:8] == _EXIF_CHUNK:
            yield chunk[8:-4]


def _jpeg_notes(content: bytes) -> Iterator[bytes]:
    marker, name = _EXIF
    for found, body in _segments(content):
        if found == marker and body.startswith(name):
            yield body[len(name) :]


def _orientation_in(notes: bytes) -> int | None:
    """What the first directory of Exif says, a TIFF file of its own (CIPA DC-008, 4.6.4)."""
    order: Literal["little", "big"] = "little" if notes[:2] == b"II" else "big"

    def number(start: int, size: int = 2) -> int:
        return int.from_bytes(notes[start : start + size], order)

    start = number(4, 4)
    for entry in range(start + 2, start + 2 + 12 * min(number(start), _MOST_ENTRIES), 12):
        if number(entry) == _ORIENTATION:
            return number(entry + 8)
    return None


def _png_parts(content: bytes) -> Iterator[bytes]:
    yield _PNG
    yield from (chunk for chunk in _chunks(content) if chunk[4:8] in _KEPT_CHUNKS)


def _chunks(content: bytes) -> Iterator[bytes]:
    """The chunks of a PNG, each whole."""
    start, kind = len(_PNG), b""
    while kind != b"IEND":
        length = int.from_bytes(content[start : start + 4])
        chunk = content[start : start + 12 + length]
        kind, body, check = chunk[4:8], chunk[4 : 8 + length], chunk[8 + length :]
        if len(chunk) < 12 + length or zlib.crc32(body) != int.from_bytes(check):
            raise Damaged
        yield chunk
        start += len(chunk)


def _jpeg_parts(content: bytes) -> Iterator[bytes]:
    yield content[:2]
    for marker, body in _segments(content):
        yield body if marker == _DATA else _kept(marker, body)
    yield b"\xff\xd9"


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """The segments of a JPEG, each by its marker; the data of a scan follow its head."""
    start = 2
    while True:
        start = _marker(content, start)
        marker = content[start + 1]
        if marker == _EOI:
            return
        end = start + 2 + int.from_bytes(content[start + 2 : start + 4])
        if end > len(content) or end < start + 4 or marker == _DATA:
            raise Damaged
        yield marker, content[start + 4 : end]
        start = end
        if marker == _SOS:
            end = _end_of_scan(content, start)
            yield _DATA, content[start:end]
            start = end


def _marker(content: bytes, start: int) -> int:
    """Where the next marker begins, past the FF that may fill the room before it."""
    if content[start : start + 1] != b"\xff":
        raise Damaged
    while content[start + 1 : start + 2] == b"\xff":
        start += 1
    if start + 2 > len(content):
        raise Damaged
    return start


def _kept(marker: int, body: bytes) -> bytes:
    """The segment, if it is picture."""
    for kind, name in (_JFIF, _ICC, _ADOBE):
        if marker == kind and body.startswith(name):
            if name == _JFIF[1]:
                body = body[:12] + _WITHOUT_THUMBNAIL
            return _segment(marker, body)
    return _segment(marker, body) if marker in _TABLES else b""


def _segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2) + body


def _end_of_scan(content: bytes, start: int) -> int:
    """Where the scan's data end: at an FF that is neither data nor a restart."""
    while (start := content.find(b"\xff", start)) >= 0:
        after = content[start + 1 : start + 2]
        if after != b"\0" and not b"\xd0" <= after <= b"\xd7":
            return start
        start += 2
    raise Damaged
