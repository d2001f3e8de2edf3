"""What pictures, charts and tables say to those who do not see them (WCAG 2.1, 1.1.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from deckgen.linting.finding import Finding
from deckgen.linting.sheet import Sheet
from deckgen.problems import WarningCode

_GRAPHIC = (
    r'<p:nv(?:Pic|GraphicFrame)Pr[^>]*><p:cNvPr id="([^"]*)"([^>]*)>'
    r"(.*?)<p:cNv(?:Pic|GraphicFrame)Pr"
)
_KINDS = frozenset({"Pic", "GraphicFrame"})
_DESCRIPTION = r' descr="\s*([^"]*[^"\s])\s*"'
_FILE_NAME = r"(?i)[^\s/]+\.(?:png|jpe?g|gif|svg|bmp|emf|wmf|tiff?)"
_DECORATIVE = r'<adec:decorative\b[^>]* val="(?:1|true)"'
_HINT = "describe what it tells in a sentence or two, or mark it as decorative"


def alternatives(sheet: Sheet) -> Iterable[Finding]:
    """Pictures, charts, tables and diagrams with neither a text nor the mark of decoration."""
    return _missing(sheet) if any(kind in _KINDS for kind, _ in sheet.shapes) else ()


def _missing(sheet: Sheet) -> Iterator[Finding]:
    for id_, attributes, inside in re.findall(_GRAPHIC, sheet.text):
        description = re.search(_DESCRIPTION, attributes)
        if description and not re.fullmatch(_FILE_NAME, description[1]):
            continue
        if not re.search(_DECORATIVE, inside):
            found = "a file name for" if description else "no"
            message = f"{sheet.named(id_)} has {found} alternative text"
            yield Finding(WarningCode.NO_ALTERNATIVE_TEXT, sheet.name, message, _HINT)
