"""Sizes of type, as they come out."""

from __future__ import annotations

from collections.abc import Iterator

from tests.office import boxes_of

from deckgen.geometry import Points
from deckgen.page import Page, Pages, Sketch, Table, TextBox

SURROUNDINGS = {"section", "side", "credit", "footer", "page number", "meeting", "contact"}
"""The slots whose text may be smaller than that of a slide's body."""

SMALLEST: Points = 12.0
SMALLEST_BODY: Points = 16.0


def sizes(page: Page) -> Iterator[tuple[TextBox, Points]]:
    """The size of every run of a page, with its box."""
    return ((box, size) for box, size, _ in _sizes(page))


def _sizes(page: Page) -> Iterator[tuple[TextBox, Points, bool]]:
    """The same, and whether the run is a mark on a ground of its own."""
    for box in (box for element in page.elements for box in boxes_of(element)):
        for paragraph in box.paragraphs:
            for run in paragraph.runs:
                size = run.size or box.styles[paragraph.level].size
                yield box, size, run.ground is not None


def too_small(pages: Pages) -> list[str]:
    """The texts nobody in the last row can read, a line each."""
    return [
        *(
            f"page {number}: a table is set in {size} pt"
            for number, page in enumerate(pages.pages, start=1)
            for table in page.elements
            if isinstance(table, Table)
            for size in _text_sizes(table)
            if size < SMALLEST_BODY
        ),
        *(
            f"page {number}: `{box.name}` is set in {size} pt"
            for number, page in enumerate(pages.pages, start=1)
            for box, size, is_mark in _sizes(page)
            if size < (SMALLEST_BODY if _is_body(box) and not is_mark else SMALLEST)
        ),
        *(
            f"page {number}: `{' '.join(label.lines)}` is drawn in {label.style.size} pt"
            for number, page in enumerate(pages.pages, start=1)
            for sketch in page.elements
            if isinstance(sketch, Sketch)
            for label in sketch.drawing.labels
            if label.style.size < SMALLEST
        ),
    ]


def _text_sizes(table: Table) -> set[Points]:
    """The sizes of the first paragraphs of cells; what stands under them may be smaller."""
    cells = (cell for row in table.rows[1:] for cell in row.cells)
    return {cell.styles[cell.paragraphs[0].level].size for cell in cells}


def _is_body(box: TextBox) -> bool:
    return box.slot is not None and box.slot not in SURROUNDINGS
