"""GIF pictures: their size, and the first picture of those that move (GIF89a specification)."""

from __future__ import annotations

import struct

from deckgen.geometry import Size
from deckgen.reading.stripping import Damaged

_EXTENSION, _IMAGE, _END = 0x21, 0x2C, 0x3B
_CONTROL = 0xF9
_SCREEN = 13
_DESCRIPTOR = 10


def gif_size(content: bytes) -> Size | None:
    """Width and height of a GIF picture in pixels; None for bytes that are none."""
    if content[:6] not in (b"GIF87a", b"GIF89a") or len(content) < _SCREEN:
        return None
    size = Size(*struct.unpack("<HH", content[6:10]))
    return size if min(size) > 0 else None


def first_picture(content: bytes) -> tuple[bytes, bool]:
    """The first picture of a GIF with nothing beside it, and whether more follow. Raises Damaged.

    Comments and the data of programs are left out; what tells transparency stays.
    """
    start = _SCREEN + _palette(content[10])
    kept, control = [content[:start]], b""
    while content[start : start + 1] == bytes((_EXTENSION,)):
        end = _end_of_blocks(content, start + 2)
        if content[start + 1] == _CONTROL:
            control = content[start:end]
        start = end
    data = _start_of_data(content, start)
    end = _end_of_blocks(content, data)
    kept += (control, content[start:end], bytes((_END,)))
    return b"".join(kept), _has_picture(content, end)


def _palette(flags: int) -> int:
    """How many bytes the table of colours takes that `flags` tell of."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _start_of_data(content: bytes, start: int) -> int:
    """Where the blocks of the picture at `start` begin, if it lies on its screen."""
    head = content[start : start + _DESCRIPTOR]
    if len(head) < _DESCRIPTOR or head[0] != _IMAGE:
        raise Damaged
    left, top, width, height = struct.unpack("<HHHH", head[1:9])
    screen = struct.unpack("<HH", content[6:10])
    if not (0 < width <= screen[0] - left and 0 < height <= screen[1] - top):
        raise Damaged
    return start + _DESCRIPTOR + _palette(head[9]) + 1


def _end_of_blocks(content: bytes, start: int) -> int:
    """Where the blocks from `start` end, after the empty one."""
    while start < len(content):
        length = content[start]
        start += 1 + length
        if not length:
            return start
    raise Damaged


def _has_picture(content: bytes, start: int) -> bool:
    """Whether one more picture begins at `start` or after what stands there."""
    while content[start : start + 1] == bytes((_EXTENSION,)):
        try:
            start = _end_of_blocks(content, start + 2)
        except Damaged:
            return False
    return content[start : start + 1] == bytes((_IMAGE,))
