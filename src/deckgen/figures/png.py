"""PNG files with nothing in them but the picture (ISO/IEC 15948)."""

from __future__ import annotations

import struct
import zlib

import numpy as np
from numpy.typing import ArrayLike

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_LEVEL = 6
_UP = 2
"""The filter that writes down by how much a row differs from the one above it."""

_INCHES_A_METRE = 39.3701


def png(pixels: ArrayLike, dots: int) -> bytes:
    """The file for rows of red, green, blue and opacity; `dots` to the inch."""
    rows = np.asarray(pixels, dtype=np.uint8)
    height, width, _ = rows.shape
    per_metre = round(dots * _INCHES_A_METRE)
    header = struct.pack(">2L5B", width, height, 8, 6, 0, 0, 0)
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", header),
            _chunk(b"pHYs", struct.pack(">2LB", per_metre, per_metre, 1)),
            _chunk(b"IDAT", zlib.compress(_filtered(rows.reshape(height, width * 4)), _LEVEL)),
            _chunk(b"IEND", b""),
        )
    )


def _filtered(rows: np.ndarray[tuple[int, int], np.dtype[np.uint8]]) -> bytes:
    """Each row as what it differs from the one above, with the filter's number before it."""
    above = np.vstack([np.zeros_like(rows[:1]), rows[:-1]])
    kinds = np.full((len(rows), 1), _UP, dtype=np.uint8)
    return np.hstack([kinds, rows - above]).tobytes()


def _chunk(kind: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(kind + content)
    return struct.pack(">L", len(content)) + kind + content + struct.pack(">L", checksum)
