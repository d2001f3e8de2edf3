"""What a picture's bytes say of it."""

from __future__ import annotations

import struct

from deckgen.geometry import Size

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
# Frame headers of JPEG (ITU-T T.81, table B.1); between them, C4, C8 and CC mean other things.
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})


def is_png(content: bytes) -> bool:
    """Whether these are the bytes of a PNG picture."""
    return content.startswith(_PNG)


def pixel_size(content: bytes) -> Size | None:
    """Width and height of a PNG or JPEG picture in pixels; None for bytes that are neither."""
    size = None
    if content.startswith(_PNG):
        size = _png_size(content)
    elif content.startswith(_JPEG):
        size = _jpeg_size(content)
    return size if size and min(size) > 0 else None


def _png_size(content: bytes) -> Size | None:
    # The header must be the first chunk (ISO/IEC 15948, 11.2.2).
    if content[12:16] != b"IHDR" or len(content) < 33:
        return None
    return Size(*struct.unpack(">II", content[16:24]))


def _jpeg_size(content: bytes) -> Size | None:
    start = 2
    while start + 9 <= len(content) and content[start] == 0xFF:
        marker = content[start + 1]
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", content[start + 5 : start + 9])
            return Size(width, height)
        # Any number of FF may fill the room before a marker.
        start += 1 if marker == 0xFF else 2 + int.from_bytes(content[start + 2 : start + 4])
    return None
