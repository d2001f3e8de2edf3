"""A zip file that others made: its directory is looked at before anything is unpacked.

The format is APPNOTE.TXT of PKWARE, the names of parts are those of ECMA-376-2. Sizes that the
directory tells are not believed when a part is read, either.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import NamedTuple

from deckgen.packages.refusing import Finding, Refused, refuse


class Limits(NamedTuple):
    """The most that is opened: bytes of the file, its directory, a part, all parts; entries."""

    file: int
    directory: int
    entries: int
    part: int
    whole: int


TEMPLATE = Limits(50 * 2**20, 2**20, 4000, 24 * 2**20, 200 * 2**20)
DECK = Limits(200 * 2**20, 8 * 2**20, 32_000, 48 * 2**20, 800 * 2**20)
"""Decks hold slides, notes and pictures, so they are larger than what they are made from."""

STEEPEST = 150
"""How many bytes may come of one; drawings of Office itself stay far below that."""

HARMLESS = 2**20
"""What is no larger than this may be packed as tightly as it likes."""

_END = struct.Struct("<4s4H2LH")
_LONGEST_COMMENT = 0xFFFF
_ENCRYPTED = 1
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_SAVE = "open it in PowerPoint and save it anew"
_OTHER_FORMATS = (
    (b"\xd0\xcf\x11\xe0", "is an old PowerPoint file (.ppt, .pot), or has a password"),
    (b"%PDF", "is a PDF"),
    (b"{\\rtf", "is an RTF text"),
)


class Archive:
    """The entries of a zip file that was found harmless. Raises Refused for any other."""

    def __init__(self, content: bytes, limits: Limits = TEMPLATE) -> None:
        _check_file(content, limits)
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
            raise _damaged() from None
        listed = self._zip.infolist()
        entries = [entry for entry in listed if not entry.is_dir()]
        if findings := tuple(_unacceptable(entries, limits)):
            raise Refused(findings)
        self._entries: Mapping[str, zipfile.ZipInfo] = {each.filename: each for each in entries}
        self._limits, self._left = limits, limits.whole
        self.folders = tuple(entry.filename for entry in listed if entry.is_dir())

    @property
    def names(self) -> Sequence[str]:
        """The names of all entries, in the order of the file."""
        return tuple(self._entries)

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def read(self, name: str, largest: int | None = None) -> bytes:
        """The bytes of an entry; Refused if it holds more than `largest`, or is damaged."""
        largest = min(largest or self._limits.part, self._limits.part)
        entry = self._entries[name]
        if entry.file_size > min(largest, self._left):
            raise refuse("file-too-large", *_too_large(name, largest))
        try:
            with self._zip.open(entry) as file:
                content = file.read(largest + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError):
            raise _damaged(name) from None
        if len(content) > largest or len(content) != entry.file_size:
            raise _damaged(name)
        self._left -= len(content)
        return content


def _check_file(content: bytes, limits: Limits) -> None:
    """Refuse what is no zip file, or has a directory that is too large to be read at all."""
    for signature, words in _OTHER_FORMATS:
        if content.startswith(signature):
            raise refuse("no-presentation", f"this {words}", _SAVE)
    if not content.startswith(b"PK\3\4"):
        raise refuse("no-presentation", "this is not a PowerPoint file", _SAVE)
    if len(content) > limits.file:
        raise refuse("file-too-large", *_too_large("the file", limits.file))
    start = content.rfind(b"PK\5\6", max(0, len(content) - _END.size - _LONGEST_COMMENT))
    if start < 0 or start + _END.size > len(content):
        raise _damaged()
    *_, count, size, _offset, _comment = _END.unpack_from(content, start)
    if count > limits.entries or size > limits.directory:
        raise _too_many(count, limits)


def _unacceptable(entries: Sequence[zipfile.ZipInfo], limits: Limits) -> Iterator[Finding]:
    """What keeps a file from being unpacked, as its directory tells."""
    if len(entries) > limits.entries:
        yield from _too_many(len(entries), limits).findings
        return
    seen: set[str] = set()
    for entry in entries:
        yield from _unacceptable_entry(entry)
        # Names of parts that differ in case only are one name (ECMA-376-2, 6.2.2.3).
        if (name := entry.filename.casefold()) in seen:
            yield Finding("bad-part", f"there are two parts called {_quoted(entry)}", _SAVE)
        seen.add(name)
    if sum(entry.file_size for entry in entries) > limits.whole:
        yield Finding("file-too-large", *_too_large("all of it", limits.whole))


def _unacceptable_entry(entry: zipfile.ZipInfo) -> Iterator[Finding]:
    name = entry.filename
    if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
        yield Finding("bad-part", f"{_quoted(entry)} is not a name for a part", _SAVE)
    if entry.flag_bits & _ENCRYPTED:
        yield Finding("bad-part", f"{_quoted(entry)} is encrypted", "save it without a password")
    if entry.compress_type not in _METHODS:
        yield Finding("bad-part", f"{_quoted(entry)} is packed in an unknown way", _SAVE)
    if entry.file_size > max(HARMLESS, STEEPEST * entry.compress_size):
        message = f"{_quoted(entry)} unpacks to {entry.file_size // 2**20} MB from next to nothing"
        yield Finding("zip-bomb", message, "do not open this file; ask where it comes from")


def _quoted(entry: zipfile.ZipInfo) -> str:
    return f"`{entry.filename[:100]}`"


def _damaged(name: str | None = None) -> Refused:
    where = f"`{name}`" if name else "the zip file"
    return refuse("damaged-file", f"{where} is damaged", _SAVE)


def _too_many(count: int, limits: Limits) -> Refused:
    message = f"the file has too many parts ({count}; {limits.entries} are the most)"
    return refuse("file-too-large", message, "delete slides and layouts that are not needed")


def _too_large(what: str, largest: int) -> tuple[str, str]:
    shown = what if what.startswith(("the ", "all ")) else f"`{what}`"
    message = f"{shown} is too large ({largest // 2**20} MB are the most)"
    return message, "compress its pictures, and delete slides and layouts that are not needed"
