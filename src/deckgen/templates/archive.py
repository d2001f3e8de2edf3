"""A template's zip file: its directory is looked at before anything is unpacked.

The format is APPNOTE.TXT of PKWARE, the names of parts are those of ECMA-376-2. Sizes that the
directory tells are not believed when a part is read, either.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO

from deckgen.templates.refusing import Finding, Refused, refuse

LARGEST_FILE = 50 * 2**20
LARGEST_DIRECTORY = 2**20
MOST_ENTRIES = 4000
LARGEST_PART = 24 * 2**20
LARGEST_WHOLE = 200 * 2**20
STEEPEST = 150
"""How many bytes may come of one; drawings of Office itself stay far below that."""

HARMLESS = 2**20
"""What is no larger than this may be packed as tightly as it likes."""

_END = struct.Struct("<4s4H2LH")
_LONGEST_COMMENT = 0xFFFF
_ENCRYPTED = 1
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_SAVE = "open it in PowerPoint and save it as a template (.potx)"
_OTHER_FORMATS = (
    (b"\xd0\xcf\x11\xe0", "is an old PowerPoint file (.ppt, .pot), or has a password"),
    (b"%PDF", "is a PDF"),
    (b"{\\rtf", "is an RTF text"),
)


class Archive:
    """The entries of a zip file that was found harmless. Raises Refused for any other."""

    def __init__(self, content: bytes) -> None:
        _check_file(content)
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
            raise _damaged() from None
        entries = [entry for entry in self._zip.infolist() if not entry.is_dir()]
        if findings := tuple(_unacceptable(entries)):
            raise Refused(findings)
        self._entries: Mapping[str, zipfile.ZipInfo] = {each.filename: each for each in entries}
        self._left = LARGEST_WHOLE

    @property
    def names(self) -> Sequence[str]:
        """The names of all entries, in the order of the file."""
        return tuple(self._entries)

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def read(self, name: str, largest: int = LARGEST_PART) -> bytes:
        """The bytes of an entry; Refused if it holds more than `largest`, or is damaged."""
        entry = self._entries[name]
        if entry.file_size > min(largest, self._left):
            raise refuse("template-too-large", *_too_large(name, largest))
        try:
            with self._zip.open(entry) as file:
                content = file.read(largest + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError):
            raise _damaged(name) from None
        if len(content) > largest or len(content) != entry.file_size:
            raise _damaged(name)
        self._left -= len(content)
        return content


def _check_file(content: bytes) -> None:
    """Refuse what is no zip file, or has a directory that is too large to be read at all."""
    for signature, words in _OTHER_FORMATS:
        if content.startswith(signature):
            raise refuse("no-template", f"this {words}", _SAVE)
    if not content.startswith(b"PK\3\4"):
        raise refuse("no-template", "this is not a PowerPoint file", _SAVE)
    if len(content) > LARGEST_FILE:
        raise refuse("template-too-large", *_too_large("the file", LARGEST_FILE))
    start = content.rfind(b"PK\5\6", max(0, len(content) - _END.size - _LONGEST_COMMENT))
    if start < 0 or start + _END.size > len(content):
        raise _damaged()
    *_, count, size, _offset, _comment = _END.unpack_from(content, start)
    if count > MOST_ENTRIES or size > LARGEST_DIRECTORY:
        raise _too_many(count)


def _unacceptable(entries: Sequence[zipfile.ZipInfo]) -> Iterator[Finding]:
    """What keeps a file from being unpacked, as its directory tells."""
    if len(entries) > MOST_ENTRIES:
        yield from _too_many(len(entries)).findings
        return
    seen: set[str] = set()
    for entry in entries:
        yield from _unacceptable_entry(entry)
        # Names of parts that differ in case only are one name (ECMA-376-2, 6.2.2.3).
        if (name := entry.filename.casefold()) in seen:
            yield Finding("bad-part", f"there are two parts called {_quoted(entry)}", _SAVE)
        seen.add(name)
    if sum(entry.file_size for entry in entries) > LARGEST_WHOLE:
        yield Finding("template-too-large", *_too_large("all of it", LARGEST_WHOLE))


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
    return refuse("damaged-template", f"{where} is damaged", _SAVE)


def _too_many(count: int) -> Refused:
    message = f"the file has too many parts ({count}; {MOST_ENTRIES} are the most)"
    return refuse("template-too-large", message, "delete slides and layouts that are not needed")


def _too_large(what: str, largest: int) -> tuple[str, str]:
    shown = what if what.startswith(("the ", "all ")) else f"`{what}`"
    message = f"{shown} is too large ({largest // 2**20} MB are the most)"
    return message, "compress its pictures, and delete slides and layouts that are not needed"
