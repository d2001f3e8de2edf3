"""Bytes → text: only UTF-8, and only characters that a slide can show."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from deckgen.problems import LINE_BREAK, Problem, Source, SourceFile

# What XML 1.0 (section 2.2) and YAML 1.1 (section 5.1) do not allow; and the byte order mark
# and the line ends that only YAML knows, as nobody sees them.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)

# The bytes with which all of them are written begin so.
_CONTROLS = bytes(byte for byte in (*range(0x20), 0x7F) if byte not in b"\t\n\r")
_STARTS = (b"\xc2", b"\xe2\x80\xa8", b"\xe2\x80\xa9", b"\xef")

LARGEST = 2 * 2**20
"""How many bytes of YAML a file may have: a hundred times what anybody writes."""

_SAVE_AS = "save the file with the encoding UTF-8"


def decode(path: str, content: bytes) -> tuple[SourceFile, tuple[Problem, ...]]:
    """The file's text, and where it is not UTF-8, or each line's first character of no use.

    A file that is too large has no text.
    """
    if len(content) > LARGEST:
        return SourceFile(path), (_too_large(path, content),)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return SourceFile(path), (_utf_16(path),)
    try:
        file = SourceFile(path, content.decode("utf-8").removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        file = SourceFile(path, content.decode("utf-8", "replace").removeprefix("\ufeff"))
        return file, (_not_utf_8(file, content, error.start),)
    return file, tuple(_forbidden(file)) if _may_hold_forbidden(content) else ()


def _may_hold_forbidden(content: bytes) -> bool:
    """Whether it is worth while to search; nearly always not, and this is ten times as fast."""
    if len(content.translate(None, _CONTROLS)) < len(content):
        return True
    return any(start in content for start in _STARTS)


def character_name(char: str) -> str:
    """How to speak of a character nobody can see: U+000B."""
    return f"U+{ord(char):04X}"


def _too_large(path: str, content: bytes) -> Problem:
    message = f"the file has {len(content):,} bytes; {LARGEST:,} are the most"
    hint = "is this the right file? If so, share it out: a file for each project"
    return Problem("file-too-large", message, Source(SourceFile(path)), hint)


def _utf_16(path: str) -> Problem:
    message = "the file is UTF-16; only UTF-8 can be read"
    return Problem("not-utf-8", message, Source(SourceFile(path)), _SAVE_AS)


def _not_utf_8(file: SourceFile, content: bytes, start: int) -> Problem:
    lines = LINE_BREAK.split(content[:start].decode("utf-8").removeprefix("\ufeff"))
    message = f"the byte {content[start]:02X} is not UTF-8"
    likely = content[start : start + 1].decode("cp1252", "replace")
    if unicodedata.category(likely) in ("Ll", "Lu", "Pi", "Pf", "Pd", "Sc"):
        message += f"; it may be the `{likely}` of an older encoding"
    source = Source(file, len(lines), len(lines[-1]) + 1)
    return Problem("not-utf-8", message, source, _SAVE_AS)


def _forbidden(file: SourceFile) -> Iterator[Problem]:
    if not FORBIDDEN.search(file.text):
        return
    for number, line in enumerate(LINE_BREAK.split(file.text), start=1):
        if found := FORBIDDEN.search(line):
            message = f"the character {character_name(found[0])} cannot be shown on a slide"
            hint = "it is invisible and often comes with copied text: delete it"
            source = Source(file, number, found.start() + 1)
            yield Problem("control-character", message, source, hint)
