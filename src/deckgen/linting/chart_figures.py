"""The workbook of a chart, without which nobody can edit its figures (ECMA-376-1, 21.2.2.63)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.linting.finding import Finding
from deckgen.linting.sheet import Sheet
from deckgen.problems import WarningCode

_CELLS = "<c:f>"
_WORKBOOK = r'<c:externalData\b[^>]* r:id="([^"]*)"'
_HINT = "copy the chart from its workbook again, and embed it"


def chart_figures(sheet: Sheet) -> Iterator[Finding]:
    """Charts that show cells of a workbook that is not in the file."""
    text = sheet.text
    found = re.search(_WORKBOOK, text)
    if not found and _CELLS in text:
        message = "it shows the cells of a workbook, but has none"
        yield Finding(WarningCode.NO_CHART_WORKBOOK, sheet.name, message, _HINT)
    elsewhere = [each for each in sheet.relationships if found and each.id == found[1]]
    for each in elsewhere:
        if each.is_external:
            message = f"its figures are in another file, `{each.target[:100]}`"
            yield Finding(WarningCode.NO_CHART_WORKBOOK, sheet.name, message, _HINT)
