"""The language of every run, by which it is read aloud and hyphenated (WCAG 2.1, 3.1.2)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from deckgen.linting.finding import Finding
from deckgen.linting.sheet import Sheet
from deckgen.problems import WarningCode

_BARE = re.compile(
    rb'<a:(?:r>(?!<a:rPr lang="[^"])|fld [^>]*>(?!<a:rPr lang="[^"])|endParaRPr(?! lang="[^"]))'
)


def languages(sheet: Sheet) -> Iterable[Finding]:
    """How many runs, fields and ends of paragraphs tell no language."""
    if not _BARE.search(sheet.content):
        return ()
    count = len(_BARE.findall(sheet.content))
    message = f"{count} runs tell no language" if count > 1 else "a run tells no language"
    hint = "select all text, then Review, Language, Set Proofing Language"
    return (Finding(WarningCode.NO_LANGUAGE, sheet.name, message, hint),)
