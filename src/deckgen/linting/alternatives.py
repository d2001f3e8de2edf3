"""What all that has no words says to those who do not see it (WCAG 2.1, 1.1.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from deckgen.linting.finding import Finding
from deckgen.linting.shapes import names_of
from deckgen.linting.sheet import Sheet
from deckgen.problems import WarningCode

_SIGNS = (b"<p:nvPic", b"<p:nvGraphicFrame", b"<p:nvCxnSp", b"><p:cNvSpPr/>")
"""What a slide has only if something on it may need an alternative text."""

_GRAPHIC = r'<p:nv(Pic|GraphicFrame|CxnSp|Sp)Pr><p:cNvPr id="([^"]*)"([^>]*)>'
_DRAWN = "<p:cNvSpPr/>"
_WORDS = r"<a:t>[^<]*[^<\s]"
_DESCRIPTION = ' descr="([^"]*)"'
_FILE_NAME = r"(?i)[^\s/]+\.(?:png|jpe?g|gif|svg|bmp|emf|wmf|tiff?)"
# Under any other uri programs ignore the mark without a word ([MS-ODRAWXML], decorative).
_DECORATIVE = (
    r'(?i)<a:ext uri="\{C183D7F6-B498-43B3-948B-1728B52AA6E4\}">'
    r'<adec:decorative\b[^>]* val="(?:1|true)"'
)
_HINT = "describe what it tells in a sentence or two, or mark it as decorative"


def alternatives(sheet: Sheet) -> Iterable[Finding]:
    """Pictures, charts, tables, diagrams, lines and shapes without words, if they say nothing."""
    has_any = any(sign in sheet.content for sign in _SIGNS)
    return _missing(sheet.name, sheet.text) if has_any else ()


def _missing(name: str, text: str) -> Iterator[Finding]:
    names: dict[str, str] = {}
    for found, rest in _graphics(text):
        description = re.search(_DESCRIPTION, found[3])
        words = description[1].strip() if description else ""
        is_file_name = bool(re.fullmatch(_FILE_NAME, words))
        if (words and not is_file_name) or (found[1] == "Sp" and not _is_drawn(rest)):
            continue
        if not _is_decorative(found, rest):
            what = "a file name for" if is_file_name else "no"
            names = names or names_of(text)
            shape = names.get(found[2], f"shape {found[2]}")
            message = f"{shape} has {what} alternative text"
            yield Finding(WarningCode.NO_ALTERNATIVE_TEXT, name, message, _HINT)


def _graphics(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """What may need words: where it says what it is, and all that follows up to the next one."""
    found = list(re.finditer(_GRAPHIC, text))
    ends = [each.start() for each in found[1:]] + [len(text)]
    for each, end in zip(found, ends, strict=False):
        yield each, text[each.end() : end]


def _is_drawn(rest: str) -> bool:
    """Whether a shape is no text box or placeholder, and has no words."""
    shape = rest.partition("</p:sp>")[0]
    return _DRAWN in shape and "<p:ph" not in shape and not re.search(_WORDS, shape)


def _is_decorative(identity: re.Match[str], rest: str) -> bool:
    if identity[0].endswith("/>"):
        return False
    return bool(re.search(_DECORATIVE, rest.partition("</p:cNvPr>")[0]))
