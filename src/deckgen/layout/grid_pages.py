"""Tables on pages: a header on each, as many columns and rows as fit, and the rest after them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from deckgen.geometry import Points, Rect
from deckgen.layout.bodies import Body, Draft, torn_in
from deckgen.layout.canvas import Canvas, SetParagraph
from deckgen.layout.cells import MARGIN_X, CellSetter, SetRow, pieces
from deckgen.layout.column_widths import Need, column_groups, column_widths
from deckgen.layout.flow import part_ends
from deckgen.layout.grid import Grid, GridColumn, description, sentences, side_by_side
from deckgen.named import NamedTuple
from deckgen.page import Run, Table, TableCell, TableRow, TextBox
from deckgen.problems import Problem
from deckgen.style import Anchor, Ink
from deckgen.typography import CREDIT_SIZE, cell_styles, plain_style

HEADER_WEIGHT: Points = 1.5
REMARK_GAP: Points = 8.0
MOST_LINES_IN_MIDDLE = 2.5


def grid_draft(grid: Grid, size: Points, canvas: Canvas) -> Draft:
    """`grid` with its cells in `size`, a body a page."""
    return set_grid(grid, size, canvas).draft


def set_grid(grid: Grid, size: Points, canvas: Canvas) -> SetGrid:
    """`grid` with its cells in `size`.

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
        set_tables = [_set_beside(grid, groups[0], columns, needs, frame, setter)]
    else:
        set_tables = [_set_apart(grid, group, frame, setter) for group in groups]
    shares = [page for set_table in set_tables for page in set_table.pages()]
    return SetGrid(shares, tuple(_remark_boxes(remark, frame, canvas)))


class SetGrid(NamedTuple):
    """A grid set in a size: what of which of its tables stands on which page, and what below."""

    shares: Sequence[_Share]
    below: tuple[TextBox, ...]

    @property
    def pages(self) -> int:
        return len(self.shares)

    @property
    def torn(self) -> int:
        """How many words had to be torn."""
        return torn_in([warning for share in self.shares for warning in share.warnings])

    @property
    def height(self) -> Points:
        """The height of the tables on all pages."""
        return sum(share.height for share in self.shares)

    @property
    def draft(self) -> Draft:
        return Draft(self.pages, self.torn > 0, self._bodies)

    def _bodies(self) -> tuple[Body, ...]:
        return tuple(share.body(self.below) for share in self.shares)


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
    return _set_beside(grid, group, columns, needs, frame, setter)


def _set_beside(
    grid: Grid,
    group: Sequence[int],
    columns: Sequence[GridColumn],
    needs: Sequence[Need],
    frame: Rect,
    setter: CellSetter,
) -> _SetTable:
    """The columns of a group in the widths in which they are low."""
    widths = column_widths(needs, frame.width)
    header, rows = setter.header(columns, widths), setter.rows(columns, needs, widths)
    chosen = [rows[number] for number in grid.rows(group)]
    return _SetTable(grid, columns, widths, header, chosen, frame, setter)


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
    def margin_y(self) -> Points:
        """What keeps text off the upper and the lower edge of its cell."""
        return round(self.setter.size * 0.42, 1)

    def pages(self) -> Iterator[_Share]:
        """What of the table stands on each page."""
        room = self.frame.height - self.high(self.header)
        rows = [p for row in self.rows for p in pieces(row, room - 2 * self.margin_y)]
        ends = part_ends([(0.0, self.high(row)) for row in rows], room)
        for start, end in pairwise((0, *ends)):
            yield _Share(self, rows[start:end])

    @property
    def anchor(self) -> Anchor:
        """Where cells stand in their rows: at the top where texts are long."""
        leading = cell_styles(self.setter.size)[0].leading
        highest = max(row.height for row in self.rows)
        return Anchor.TOP if highest > MOST_LINES_IN_MIDDLE * leading else Anchor.MIDDLE

    def high(self, row: SetRow) -> Points:
        """The height of a row with all that stands around its text."""
        return row.height + 2 * self.margin_y

    def part(self, rows: Sequence[SetRow], numbers: Sequence[int]) -> Table:
        """The table of some of the rows, which have these `numbers`."""
        grid, anchor = self.grid, self.anchor
        below = tuple(self._row(row, anchor) for row in rows)
        header = TableRow(
            self.high(self.header), _cells(self.header), Ink.PRIMARY, HEADER_WEIGHT, Anchor.BOTTOM
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
        return TableRow(self.high(row), _cells(row), rule, anchor=anchor)


class _Share(NamedTuple):
    """The rows of a table that stand on one page, or what of them does."""

    table: _SetTable
    rows: Sequence[SetRow]

    @property
    def warnings(self) -> tuple[Problem, ...]:
        rows = (self.table.header, *self.rows)
        return tuple(dict.fromkeys([warning for row in rows for warning in row.warnings]))

    @property
    def height(self) -> Points:
        return sum(self.table.high(row) for row in (self.table.header, *self.rows))

    def body(self, below: tuple[TextBox, ...]) -> Body:
        """The page, with what stands below a table of figures."""
        has_figures = any(column.is_of_figures for column in self.table.columns)
        numbers = list(dict.fromkeys(row.number for row in self.rows))
        notes = tuple(sentences(self.table.columns, numbers))
        remarks = below if has_figures else ()
        return Body("open", (self.table.part(self.rows, numbers), *remarks), self.warnings, notes)


def _cells(row: SetRow) -> tuple[TableCell, ...]:
    return tuple(
        TableCell(tuple(each.paragraph for each in cell.paragraphs), cell.styles, cell.inset)
        for cell in row.cells
    )
