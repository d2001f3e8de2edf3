"""PNG and JPEG pictures without what is not picture: no names, places, times or programs.

Not a pixel is touched: what goes are whole chunks and segments. What tells how colours
are meant stays.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_KEPT_CHUNKS = frozenset(
    (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP")
)

_EOI, _SOS = 0xD9, 0xDA
_TABLES = frozenset({*range(0xC0, 0xD0), 0xDB, 0xDC, 0xDD, 0xDE, 0xDF, _SOS})
_JFIF, _ICC, _ADOBE = (0xE0, b"JFIF\0"), (0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe")
_WITHOUT_THUMBNAIL = b"\0\0"


class Damaged(ValueError):
    """A picture that ends too early, or is not what it says."""


def stripped(content: bytes) -> bytes:
    """The same picture with nothing beside it. Raises Damaged."""
    parts = _png_parts(content) if content.startswith(_PNG) else _jpeg_parts(content)
    return b"".join(parts)


def _png_parts(content: bytes) -> Iterator[bytes]:
    yield _PNG
    start, kind = len(_PNG), b""
    while kind != b"IEND":
        length = int.from_bytes(content[start : start + 4])
        chunk = content[start : start + 12 + length]
        kind, body, check = chunk[4:8], chunk[4 : 8 + length], chunk[8 + length :]
        if len(chunk) < 12 + length or zlib.crc32(body) != int.from_bytes(check):
            raise Damaged
        if kind in _KEPT_CHUNKS:
            yield chunk
        start += len(chunk)


def _jpeg_parts(content: bytes) -> Iterator[bytes]:
    yield content[:2]
    start = 2
    while True:
        start = _marker(content, start)
        marker = content[start + 1]
        if marker == _EOI:
            yield b"\xff\xd9"
            return
        end = start + 2 + int.from_bytes(content[start + 2 : start + 4])
        if end > len(content) or end < start + 4:
            raise Damaged
        yield _kept(marker, content[start + 4 : end])
        start = end
        if marker == _SOS:
            end = _end_of_scan(content, start)
            yield content[start:end]
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
