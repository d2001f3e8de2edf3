"""A zip file in memory: the same entries always give the same bytes.

The standard library's writer takes longer to keep its books over thousands of small
entries than to compress them. This one knows only what an Office package needs: whole
entries with ASCII names and a fixed time, after APPNOTE.TXT of PKWARE, 4.3.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import sha256

from deckgen.named import NamedTuple

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
_LARGEST_NOTE = 0xFFFF
_LARGEST_KEPT = 0xFFFF


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

    def copy(self) -> Archive:
        """Another archive that begins with the entries so far."""
        other = Archive()
        other._entries = [*self._entries]
        return other

    def add(self, name: str, content: bytes, *, is_compressed: bool = False) -> None:
        """Add an entry; content that `is_compressed` already, such as a picture, stays as it is."""
        packed = _pack(content, _STORED if is_compressed else _DEFLATED)
        self._entries.append((name.encode("ascii"), packed))

    def add_repeated(self, name: str, content: bytes) -> None:
        """Add an entry whose content others have, here or in other archives: it is kept packed."""
        pack = _kept if len(content) <= _LARGEST_KEPT else _pack
        self._entries.append((name.encode("ascii"), pack(content, _DEFLATED)))

    def add_first(self, name: str, content: bytes) -> None:
        """Add an entry before all others."""
        self._entries.insert(0, (name.encode("ascii"), _pack(content, _DEFLATED)))

    def digest(self) -> str:
        """One digest of the names and contents of all entries so far, by their checksums."""
        return _digest((name, entry.checksum, entry.size) for name, entry in self._entries)

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


class Last(NamedTuple):
    """The last entry of a file: its name and content, and the digest of all before it."""

    name: str
    content: bytes
    digest_before: str


def last_entry(file: bytes) -> Last | None:
    """The last entry of a file, if it is one that an archive of ours could have given."""
    try:
        signature, _, _, count, _, size, length, _ = _END.unpack(file[-_END.size :])
        if signature != b"PK\5\6" or length + size + _END.size != len(file):
            return None
        *before, (name, checksum, _, place) = _directory(file[length : length + size], count)
        content = _content(file, name, place)
    except (struct.error, zlib.error, ValueError):
        return None
    if zlib.crc32(content) != checksum:
        return None
    return Last(name.decode("ascii"), content, _digest(entry[:3] for entry in before))


def _directory(directory: bytes, count: int) -> Iterator[tuple[bytes, int, int, int]]:
    """Name, checksum, size and place of each entry; ValueError unless there are `count`."""
    start = 0
    for _ in range(count):
        told = _CENTRAL.unpack_from(directory, start)
        name_length, others = told[10], told[11:13]
        if told[0] != b"PK\1\2" or any(others):
            raise ValueError("another program's directory")
        start += _CENTRAL.size
        yield directory[start : start + name_length], told[7], told[9], told[16]
        start += name_length
    if start != len(directory) or not count:
        raise ValueError("another program's directory")


def _content(file: bytes, name: bytes, place: int) -> bytes:
    """The content of a deflated entry, so much of it as an entry for notes may have."""
    told = _LOCAL.unpack_from(file, place)
    start = place + _LOCAL.size + len(name)
    packed = file[start : start + told[7]]
    return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, _LARGEST_NOTE)


def _digest(entries: Iterable[tuple[bytes, int, int]]) -> str:
    digesting = sha256()
    for name, checksum, size in entries:
        digesting.update(b"%b\0%d %d\n" % (name, checksum, size))
    return digesting.hexdigest()


def _end(directory: list[bytes], length: int) -> bytes:
    """The record that closes a file whose entries take `length` bytes before the directory."""
    count, size = len(directory), sum(map(len, directory))
    if count > _MOST or length + size > _LARGEST:
        raise ValueError("the file would be too large for a zip file")
    return _END.pack(b"PK\5\6", 0, 0, count, count, size, length, 0)


def _pack(content: bytes, method: int) -> _Packed:
    stored = zlib.compress(content, _LEVEL, -zlib.MAX_WBITS) if method else content
    return _Packed(stored, method, zlib.crc32(content), len(content))


# The layouts of some looks, and what the slides of a deck refer to: 8 MB at the very most.
_kept = lru_cache(maxsize=128)(_pack)
