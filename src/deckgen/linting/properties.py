"""The title and language of the file as a whole (WCAG 2.1, 2.4.2 and 3.1.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.linting.finding import Finding
from deckgen.linting.sheet import Sheet
from deckgen.problems import WarningCode

_TITLE = r"<dc:title>[^<]*[^<\s]"
_LANGUAGE = r"<dc:language>[^<]*[^<\s]"


def properties(sheet: Sheet) -> Iterator[Finding]:
    """What the document's own properties do not tell."""
    if not re.search(_TITLE, sheet.text):
        message = "the file's properties tell no title"
        yield Finding(WarningCode.NO_TITLE, sheet.name, message, "File, Info, Title")
    if not re.search(_LANGUAGE, sheet.text):
        message = "the file's properties tell no language"
        yield Finding(WarningCode.NO_LANGUAGE, sheet.name, message)
