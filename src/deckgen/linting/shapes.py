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
    ids = [id_ for _, id_ in sheet.shapes]
    is_clean = len(set(ids)) == len(ids) and "0" not in ids
    return () if is_clean else _wrong(sheet, ids)


def _wrong(sheet: Sheet, ids: list[str]) -> Iterator[Finding]:
    for id_, count in Counter(ids).items():
        if count > 1:
            message = f"{count} shapes have the id of {sheet.named(id_)}"
            yield Finding("doubled-shape-id", sheet.name, message)
        if id_ == "0":
            yield Finding(
                "bad-shape-id", sheet.name, f"{sheet.named(id_)}: no shape may have the id 0"
            )
