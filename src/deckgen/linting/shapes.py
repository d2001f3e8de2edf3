"""Ids of shapes: no two on a slide are the same, none is 0 (ECMA-376-1, 20.1.2.2.8).

PowerPoint repairs such a file, and drops a shape (scanny/python-pptx 89, gitbrent/PptxGenJS 1449).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from deckgen.linting.finding import Finding
from deckgen.linting.sheet import Sheet

# What is drawn by hand stands in a namespace of its own, and among the same ids.
_ID = re.compile(rb'<p(?:14)?:cNvPr id="([^"]*)"')
_NAME = '<p:cNvPr id="([^"]*)" name="([^"]+)"'


def shape_ids(sheet: Sheet) -> Iterable[Finding]:
    """Shapes with the id of another one, or with 0."""
    ids = _ID.findall(sheet.content)
    distinct = set(ids)
    is_clean = len(distinct) == len(ids) and b"0" not in distinct
    return () if is_clean else _wrong(sheet, [id_.decode() for id_ in ids])


def names_of(text: str) -> dict[str, str]:
    """What to call each shape, by its id; of several with one id it is the first."""
    found = re.findall(_NAME, text)
    return {id_: f"shape {id_} ({name})" for id_, name in reversed(found)}


def _wrong(sheet: Sheet, ids: list[str]) -> Iterator[Finding]:
    names = names_of(sheet.text)
    for id_, count in Counter(ids).items():
        name = names.get(id_, f"shape {id_}")
        if count > 1:
            message = f"{count} shapes have the id of {name}"
            yield Finding("doubled-shape-id", sheet.name, message)
        if id_ == "0":
            message = f"{name} has an id that no shape may have"
            yield Finding("bad-shape-id", sheet.name, message)
