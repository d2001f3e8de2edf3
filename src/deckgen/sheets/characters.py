"""Bytes of a CSV file → text, in whatever encoding an office's program wrote it."""

from __future__ import annotations

import codecs

from deckgen.problems import SourceFile
from deckgen.sheets.grid import unusable

ENCODINGS = {
    "utf-8": "utf-8-sig",
    "utf-16": "utf-16",
    "windows-1252": "cp1252",
    "iso-8859-1": "iso-8859-1",
    "iso-8859-15": "iso-8859-15",
}
"""What an author may call an encoding, and what Python calls it."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HINT = f"say which: `encoding:` with one of {', '.join(ENCODINGS)}"


def decoded(path: str, content: bytes, encoding: str | None) -> str:
    """The text of a file in `encoding`, or else in the one it is found to have.

    A mark at the beginning tells UTF-8 and UTF-16. What is not UTF-8 without one is what Windows
    writes in Western Europe; UTF-16 without one must be named. Raises InvalidInput.
    """
    found = encoding or next((name for mark, name in _MARKS if content.startswith(mark)), None)
    if not found and b"\0" in content:
        message = "the file is not UTF-8, perhaps UTF-16 without a mark at its beginning"
        raise unusable(SourceFile(path), "unknown-encoding", message, "save it as UTF-8")
    for name in (found,) if found else ("utf-8", "windows-1252"):
        try:
            return content.decode(ENCODINGS[name])
        except UnicodeDecodeError:
            continue
    message = f"the file is not {found}" if found else "the encoding cannot be told"
    raise unusable(SourceFile(path), "unknown-encoding", message, _HINT)
