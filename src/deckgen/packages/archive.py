"""The zip file of an Office file: its directory is looked at before anything is unpacked.

The format is APPNOTE.TXT of PKWARE, the names of parts are those of ECMA-376-2. Sizes that the
directory tells are not believed when a part is read, either.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO

from deckgen.packages.kinds import Kind
from deckgen.packages.refusing import Finding, Refused, refuse

STEEPEST = 150
"""How many bytes may come of one; drawings of Office itself stay far below that."""

HARMLESS = 2**20
"""What is no larger than this may be packed as tightly as it likes."""

_END = struct.Struct("<4s4H2LH")
_LONGEST_COMMENT = 0xFFFF
_ENCRYPTED = 1
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_OTHER_FORMATS = (
    (b"\xd0\xcf\x11\xe0", "is a file of an old Office, or has a password"),
    (b"%PDF", "is a PDF"),
    (b"{\\rtf", "is an RTF text"),
)


class Archive:
    """The entries of a zip file that was found harmless. Raises Refused for any other.

    `folders` are the names of entries that hold nothing.
    """

    def __init__(self, content: bytes, kind: Kind) -> None:
        self._kind = kind
        _check_file(content, kind)
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
            raise _damaged(kind) from None
        listed = self._zip.infolist()
        entries = [entry for entry in listed if not _is_folder(entry)]
        if findings := tuple(_unacceptable(entries, kind)):
            raise Refused(findings)
        self._entries: Mapping[str, zipfile.ZipInfo] = {each.filename: each for each in entries}
        self._left = kind.limits.whole
        self.folders = tuple(entry.filename for entry in listed if _is_folder(entry))

    @property
    def names(self) -> Sequence[str]:
        """The names of all entries, in the order of the file."""
        return tuple(self._entries)

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def read(self, name: str, *, is_xml: bool = False) -> bytes:
        """The bytes of an entry; Refused if it holds more than its kind may, or is damaged."""
        entry = self._entries[name]
        largest = self._kind.limits.xml if is_xml else self._kind.limits.part
        if entry.file_size > min(largest, self._left):
            raise Refused([_too_large(f"`{name}`", largest, self._kind)])
        try:
            with self._zip.open(entry) as file:
                content = file.read(largest + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError):
            raise _damaged(self._kind, name) from None
        if len(content) > largest or len(content) != entry.file_size:
            raise _damaged(self._kind, name)
        self._left -= len(content)
        return content


def _check_file(content: bytes, kind: Kind) -> None:
    """Refuse what is no zip file, or has a directory that is too large to be read at all."""
    for signature, words in _OTHER_FORMATS:
        if content.startswith(signature):
            raise refuse(f"no-{kind.main}", f"this {words}", kind.save_as)
    if not content.startswith(b"PK\3\4"):
        raise refuse(f"no-{kind.main}", f"this is not a file of {kind.program}", kind.save_as)
    if len(content) > kind.limits.file:
        raise Refused([_too_large("the file", kind.limits.file, kind)])
    start = content.rfind(b"PK\5\6", max(0, len(content) - _END.size - _LONGEST_COMMENT))
    if start < 0 or start + _END.size > len(content):
        raise _damaged(kind)
    *_, count, size, _offset, _comment = _END.unpack_from(content, start)
    if count > kind.limits.entries or size > kind.limits.directory:
        raise Refused([_too_many(count, kind)])


def _is_folder(entry: zipfile.ZipInfo) -> bool:
    return entry.filename.endswith("/")  # its own `is_dir` fails where there is no name


def _unacceptable(entries: Sequence[zipfile.ZipInfo], kind: Kind) -> Iterator[Finding]:
    """What keeps a file from being unpacked, as its directory tells."""
    if len(entries) > kind.limits.entries:
        yield _too_many(len(entries), kind)
        return
    seen: set[str] = set()
    for entry in entries:
        yield from _unacceptable_entry(entry, kind)
        # Names of parts that differ in case only are one name (ECMA-376-2, 6.2.2.3).
        if (name := entry.filename.casefold()) in seen:
            message = f"there are two parts called {_quoted(entry)}"
            yield Finding("bad-part", message, kind.save_as)
        seen.add(name)
    if sum(entry.file_size for entry in entries) > kind.limits.whole:
        yield _too_large("all of it", kind.limits.whole, kind)


def _unacceptable_entry(entry: zipfile.ZipInfo, kind: Kind) -> Iterator[Finding]:
    name, quoted = entry.filename, _quoted(entry)
    if not name or name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
        yield Finding("bad-part", f"{quoted} is not a name for a part", kind.save_as)
    if entry.flag_bits & _ENCRYPTED:
        yield Finding("bad-part", f"{quoted} is encrypted", "save it without a password")
    if entry.compress_type not in _METHODS:
        yield Finding("bad-part", f"{quoted} is packed in an unknown way", kind.save_as)
    if entry.file_size > max(HARMLESS, STEEPEST * entry.compress_size):
        message = f"{quoted} unpacks to {entry.file_size // 2**20} MB from next to nothing"
        yield Finding("zip-bomb", message, "do not open this file; ask where it comes from")


def _quoted(entry: zipfile.ZipInfo) -> str:
    return f"`{entry.filename[:100]}`"


def _damaged(kind: Kind, name: str | None = None) -> Refused:
    where = f"`{name}`" if name else "the zip file"
    return refuse("damaged-file", f"{where} is damaged", kind.save_as)


def _too_many(count: int, kind: Kind) -> Finding:
    message = f"the file has too many parts ({count}; {kind.limits.entries} are the most)"
    return Finding("file-too-large", message, kind.shrink)


def _too_large(what: str, largest: int, kind: Kind) -> Finding:
    message = f"{what} is too large ({largest // 2**20} MB are the most)"
    return Finding("file-too-large", message, kind.shrink)
