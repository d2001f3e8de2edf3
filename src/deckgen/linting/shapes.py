"""Ids of shapes: no two on a slide are the same, none is 0 (ECMA-376-1, 20.1.2.2.8).

PowerPoint repairs such a file, and drops a shape (scanny/python-pptx 89, gitbrent/PptxGenJS 1449).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from deckgen.linting.finding import Finding
from deckgen.linting.sheet import Sheet


def shape_ids(sheet: Sheet) -> Iterable[Finding]:
    """Shapes with the id of another one, or with 0."""
    distinct = set(sheet.ids)
    is_clean = len(distinct) == len(sheet.ids) and "0" not in distinct
    return () if is_clean else _wrong(sheet)


def _wrong(sheet: Sheet) -> Iterator[Finding]:
    names = sheet.names()
    for id_, count in Counter(sheet.ids).items():
        name = names.get(id_, f"shape {id_}")
        if count > 1:
            message = f"{count} shapes have the id of {name}"
            yield Finding("doubled-shape-id", sheet.name, message)
        if id_ == "0":
            message = f"{name} has an id that no shape may have"
            yield Finding("bad-shape-id", sheet.name, message)
