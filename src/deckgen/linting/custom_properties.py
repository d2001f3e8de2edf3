"""Properties of a file's own naming: each once, by its number and its name.

ECMA-376-1, 22.3.2.2; [MS-OLEPS], 2.18: ids 0 and 1 are taken, names differ in more than case.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from deckgen.linting.finding import Finding
from deckgen.linting.numbers import is_in
from deckgen.linting.sheet import Sheet

_PROPERTY = r"<(?:\w+:)?property\b([^>]*)>"
_ATTRIBUTE = r' (pid|name)="([^"]*)"'
_NUMBERS = range(2, 2**31)


def custom_properties(sheet: Sheet) -> Iterator[Finding]:
    """What is wrong with the names and numbers of properties."""
    told = [dict(re.findall(_ATTRIBUTE, each)) for each in re.findall(_PROPERTY, sheet.text)]
    numbers = [each.get("pid", "") for each in told]
    for number in numbers:
        if not is_in(number, _NUMBERS):
            message = f"{number[:20] or 'nothing'} is no id for a property"
            yield Finding("bad-property", sheet.name, message)
    names = [each.get("name", "").casefold() for each in told]
    for what, keys in (("id", numbers), ("name", names)):
        for key, count in Counter(keys).items():
            if count > 1:
                message = f"{count} properties have the {what} {key}"
                yield Finding("doubled-property", sheet.name, message)
