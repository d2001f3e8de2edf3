"""What pictures, charts and tables say to those who do not see them (WCAG 2.1, 1.1.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from deckgen.linting.finding import Finding
from deckgen.linting.sheet import Sheet
from deckgen.problems import WarningCode

_GRAPHIC = r'<p:nv(?:Pic|GraphicFrame)Pr><p:cNvPr id="([^"]*)"([^>]*)>'
_KINDS = frozenset({"Pic", "GraphicFrame"})
_DESCRIPTION = ' descr="([^"]*)"'
_FILE_NAME = r"(?i)[^\s/]+\.(?:png|jpe?g|gif|svg|bmp|emf|wmf|tiff?)"
_DECORATIVE = r'<adec:decorative\b[^>]* val="(?:1|true)"'
_HINT = "describe what it tells in a sentence or two, or mark it as decorative"


def alternatives(sheet: Sheet) -> Iterable[Finding]:
    """Pictures, charts, tables and diagrams with neither a text nor the mark of decoration."""
    return _missing(sheet) if sheet.shapes & _KINDS else ()


def _missing(sheet: Sheet) -> Iterator[Finding]:
    names = sheet.names()
    for found in re.finditer(_GRAPHIC, sheet.text):
        description = re.search(_DESCRIPTION, found[2])
        words = description[1].strip() if description else ""
        is_file_name = bool(re.fullmatch(_FILE_NAME, words))
        if (not words or is_file_name) and not _is_decorative(sheet.text, found):
            what = "a file name for" if is_file_name else "no"
            message = f"{names.get(found[1], f'shape {found[1]}')} has {what} alternative text"
            yield Finding(WarningCode.NO_ALTERNATIVE_TEXT, sheet.name, message, _HINT)


def _is_decorative(text: str, identity: re.Match[str]) -> bool:
    if identity[0].endswith("/>"):
        return False
    inside = text[identity.end() : text.find("</p:cNvPr>", identity.end())]
    return bool(re.search(_DECORATIVE, inside))
