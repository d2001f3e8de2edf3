"""Tables on pages: a header on each, as many columns and rows as fit, and the rest after them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from deckgen.geometry import Points, Rect
from deckgen.layout.canvas import Body, Canvas, Draft, SetParagraph
from deckgen.layout.cells import MARGIN_X, CellSetter, SetRow, pieces
from deckgen.layout.column_widths import Need, column_groups, column_widths
from deckgen.layout.flow import part_ends
from deckgen.layout.grid import Grid, GridColumn, description, sentences, side_by_side
from deckgen.page import Run, Table, TableCell, TableRow, TextBox
from deckgen.style import Anchor, Ink
from deckgen.typography import CREDIT_SIZE, cell_styles, plain_style

HEADER_WEIGHT: Points = 1.5
REMARK_GAP: Points = 8.0
MOST_LINES_IN_MIDDLE = 2.5


def grid_bodies(grid: Grid, size: Points, canvas: Canvas) -> tuple[Body, ...]:
    """`grid` with its cells in `size`, a body a page; see `grid_draft`."""
    return grid_draft(grid, size, canvas).make()


def grid_draft(grid: Grid, size: Points, canvas: Canvas) -> Draft:
    """What `grid` comes to with its cells in `size`.

    Columns for which there is no room beside one another follow on further pages.
    """
    frame, setter = canvas.frame("content"), CellSetter(canvas, size)
    remark = _set_remark(grid, canvas, frame.width)
    if remark:
        frame = frame._replace(height=frame.height - remark.height - REMARK_GAP)
    columns = side_by_side(grid.columns)
    needs = [setter.need(column) for column in columns]
    groups = column_groups(needs, frame.width)
    if len(groups) == 1:
        set_tables = [_lowest(grid, groups[0], columns, needs, frame, setter)]
    else:
        set_tables = [_set_apart(grid, group, frame, setter) for group in groups]
    shared = [(set_table, set_table.pages()) for set_table in set_tables]

    def bodies() -> tuple[Body, ...]:
        box = tuple(_remark_boxes(remark, frame, canvas))
        made = (body for set_table, pages in shared for body in set_table.bodies(pages))
        return tuple(body._replace(elements=(*body.elements, *box)) for body in made)

    has_torn = any(set_table.has_torn for set_table in set_tables)
    return Draft(sum(len(pages) for _, pages in shared), has_torn, bodies)


def _set_remark(grid: Grid, canvas: Canvas, width: Points) -> SetParagraph | None:
    if not grid.remark:
        return None
    style = plain_style(CREDIT_SIZE, Ink.MUTED)
    return canvas.set_runs((Run(grid.remark),), grid.source, (style,), width)


def _remark_boxes(remark: SetParagraph | None, frame: Rect, canvas: Canvas) -> Iterator[TextBox]:
    """The remark at the foot of the body, below a table in `frame`."""
    if remark:
        rect = Rect(frame.left, frame.bottom + REMARK_GAP, frame.width, remark.height)
        yield TextBox(canvas.words.remark, rect, (remark.paragraph,), (remark.style,))


def _set_apart(grid: Grid, group: Sequence[int], frame: Rect, setter: CellSetter) -> _SetTable:
    """Some columns of a grid as a table of their own."""
    columns = side_by_side([grid.columns[number] for number in group])
    needs = [setter.need(column) for column in columns]
    return _lowest(grid, group, columns, needs, frame, setter)


def _lowest(
    grid: Grid,
    group: Sequence[int],
    columns: Sequence[GridColumn],
    needs: Sequence[Need],
    frame: Rect,
    setter: CellSetter,
) -> _SetTable:
    """The columns of a group in the widths in which they are lowest."""
    ways = []
    for widths in column_widths(needs, frame.width):
        header, rows = setter.header(columns, widths), setter.rows(columns, needs, widths)
        chosen = [rows[number] for number in grid.rows(group)]
        ways.append(_SetTable(grid, columns, widths, header, chosen, frame, setter))
    return min(ways, key=lambda way: way.height)


@dataclass(frozen=True, slots=True)
class _SetTable:
    """Some columns of a grid, set in their widths, before they are shared out on pages."""

    grid: Grid
    columns: Sequence[GridColumn]
    widths: Sequence[Points]
    header: SetRow
    rows: Sequence[SetRow]
    frame: Rect
    setter: CellSetter

    @property
    def height(self) -> Points:
        """The height of all text."""
        return self.header.height + sum(row.height for row in self.rows)

    @property
    def margin_y(self) -> Points:
        """What keeps text off the upper and the lower edge of its cell."""
        return round(self.setter.size * 0.42, 1)

    @property
    def has_torn(self) -> bool:
        """Whether a word had to be torn."""
        return any(
            paragraph.torn
            for row in (self.header, *self.rows)
            for cell in row.cells
            for paragraph in cell.paragraphs
        )

    def pages(self) -> Sequence[Sequence[SetRow]]:
        """The rows of each page."""
        room = self.frame.height - self._high(self.header)
        rows = [p for row in self.rows for p in pieces(row, room - 2 * self.margin_y)]
        ends = part_ends([(0.0, self._high(row)) for row in rows], room)
        return [rows[start:end] for start, end in pairwise((0, *ends))]

    def bodies(self, pages: Sequence[Sequence[SetRow]]) -> Iterator[Body]:
        """The table with these rows on its pages, a body a page."""
        anchor = self._anchor()
        return (self._body(rows, anchor) for rows in pages)

    def _anchor(self) -> Anchor:
        """Where cells stand in their rows: at the top where texts are long."""
        leading = cell_styles(self.setter.size)[0].leading
        highest = max(row.height for row in self.rows)
        return Anchor.TOP if highest > MOST_LINES_IN_MIDDLE * leading else Anchor.MIDDLE

    def _body(self, rows: Sequence[SetRow], anchor: Anchor) -> Body:
        numbers = list(dict.fromkeys(row.number for row in rows))
        warnings = [warning for row in (self.header, *rows) for warning in row.warnings]
        notes = tuple(sentences(self.columns, numbers))
        return Body(
            "open", (self._table(rows, numbers, anchor),), tuple(dict.fromkeys(warnings)), notes
        )

    def _high(self, row: SetRow) -> Points:
        return row.height + 2 * self.margin_y

    def _table(self, rows: Sequence[SetRow], numbers: Sequence[int], anchor: Anchor) -> Table:
        grid = self.grid
        below = tuple(self._row(row, anchor) for row in rows)
        header = TableRow(
            self._high(self.header), _cells(self.header), Ink.PRIMARY, HEADER_WEIGHT, Anchor.BOTTOM
        )
        told = [number for number in numbers if number < grid.entries]
        return Table(
            grid.name,
            Rect(*self.frame[:2], sum(self.widths), sum(row.height for row in (header, *below))),
            tuple(self.widths),
            (header, *below),
            description(self.setter.canvas.words, grid.entities, self.columns, told),
            MARGIN_X,
            self.margin_y,
            has_names=grid.has_names,
            has_total=numbers[-1] >= grid.entries,
        )

    def _row(self, row: SetRow, anchor: Anchor) -> TableRow:
        """A row with a rule below it, a stronger one before the totals."""
        has_totals = self.rows[-1].number >= self.grid.entries
        is_summed_up = has_totals and row.number == self.grid.entries - 1
        rule = Ink.PRIMARY if is_summed_up else Ink.LINE
        return TableRow(self._high(row), _cells(row), rule, anchor=anchor)


def _cells(row: SetRow) -> tuple[TableCell, ...]:
    return tuple(
        TableCell(tuple(each.paragraph for each in cell.paragraphs), cell.styles, cell.inset)
        for cell in row.cells
    )
