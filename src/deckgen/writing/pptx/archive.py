"""A zip file in memory: the same entries always give the same bytes.

The standard library's writer takes longer to keep its books over thousands of small
entries than to compress them. This one knows only what an Office package needs: whole
entries with ASCII names and a fixed time, after APPNOTE.TXT of PKWARE, 4.3.
"""

from __future__ import annotations

import struct
import zlib
from typing import NamedTuple

_LEVEL = 6
_STORED, _DEFLATED = 0, 8
_VERSION = 20
_DATE = 1 << 5 | 1
"""The first of January 1980, the first day a zip file knows (4.4.6); its first moment is 0."""

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_MOST = 0xFFFF
_LARGEST = 0xFFFFFFFF


class _Packed(NamedTuple):
    """An entry's content as it is stored, and what readers are told of it."""

    content: bytes
    method: int
    checksum: int
    size: int


class Archive:
    """Entries in the order in which they are added."""

    def __init__(self) -> None:
        self._entries: list[tuple[bytes, _Packed]] = []
        self._packed: dict[bytes, _Packed] = {}

    def add(self, name: str, content: bytes, *, is_compressed: bool = False) -> None:
        """Add an entry; content that `is_compressed` already, such as a picture, stays as it is."""
        packed = _pack(content, _STORED if is_compressed else _DEFLATED)
        self._entries.append((name.encode("ascii"), packed))

    def add_repeated(self, name: str, content: bytes) -> None:
        """Add an entry of which others have the same content: that is compressed only once."""
        if content not in self._packed:
            self._packed[content] = _pack(content, _DEFLATED)
        self._entries.append((name.encode("ascii"), self._packed[content]))

    def add_first(self, name: str, content: bytes) -> None:
        """Add an entry before all others."""
        self._entries.insert(0, (name.encode("ascii"), _pack(content, _DEFLATED)))

    def to_bytes(self) -> bytes:
        """The whole file. Raises ValueError if it has more or larger entries than zip files can."""
        chunks: list[bytes] = []
        directory: list[bytes] = []
        length = 0
        for name, (content, method, checksum, size) in self._entries:
            told = (_VERSION, 0, method, 0, _DATE, checksum, len(content), size, len(name), 0)
            place = min(length, _LARGEST)
            central = _CENTRAL.pack(b"PK\1\2", _VERSION, *told, 0, 0, 0, 0, place)
            directory.append(central + name)
            chunks += (_LOCAL.pack(b"PK\3\4", *told), name, content)
            length += _LOCAL.size + len(name) + len(content)
        return b"".join((*chunks, *directory, _end(directory, length)))


def _end(directory: list[bytes], length: int) -> bytes:
    """The record that closes a file whose entries take `length` bytes before the directory."""
    count, size = len(directory), sum(map(len, directory))
    if count > _MOST or length + size > _LARGEST:
        raise ValueError("the file would be too large for a zip file")
    return _END.pack(b"PK\5\6", 0, 0, count, count, size, length, 0)


def _pack(content: bytes, method: int) -> _Packed:
    stored = zlib.compress(content, _LEVEL, -zlib.MAX_WBITS) if method else content
    return _Packed(stored, method, zlib.crc32(content), len(content))
