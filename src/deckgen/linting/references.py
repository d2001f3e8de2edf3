"""References of elements to relationships of their part: `r:id`, `r:embed` (ECMA-376-1, 22.8)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from deckgen.linting.finding import Finding
from deckgen.linting.sheet import Sheet

_REFERENCE = re.compile(rb' r:\w+="([^"]*)"')
_WITHOUT = re.compile(
    r' action="ppaction:(?!//(?:hlinksldjump|hlinkpres|hlinkfile|program)\b)| invalidUrl="[^"]'
)
"""A link that needs no reference: it does something else, or its address could not be read."""

_EMPTY = r'<([\w:]+)([^<>]*) r:(\w+)=""([^<>]*)>'


def references(sheet: Sheet) -> Iterable[Finding]:
    """References that lead nowhere, or are empty."""
    if b" r:" not in sheet.content:
        return ()
    used = {id_.decode() for id_ in _REFERENCE.findall(sheet.content)}
    strange = used.difference([each.id for each in sheet.relationships])
    return _wrong(sheet, strange) if strange else ()


def _wrong(sheet: Sheet, strange: set[str]) -> Iterator[Finding]:
    for id_ in sorted(strange - {""}):
        message = f"an element refers to `{id_}`, which is no relationship of this part"
        yield Finding("unknown-reference", sheet.name, message)
    if "" in strange:
        yield from _empty(sheet)


def _empty(sheet: Sheet) -> Iterator[Finding]:
    """A link to the next slide has an action and no reference; anything else needs one."""
    for tag, before, attribute, after in re.findall(_EMPTY, sheet.text):
        if not _WITHOUT.search(before + after):
            message = f"an element `{tag}` has an empty `r:{attribute}`"
            yield Finding("empty-reference", sheet.name, message)
