"""The cells of a table as they are set: how wide they have to be, and how high they become."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from deckgen.content import Text
from deckgen.geometry import Points
from deckgen.layout.canvas import Canvas, SetParagraph, height_of, one_line, torn_words
from deckgen.layout.column_widths import Need
from deckgen.layout.flow import SLACK, Block, cut, share_out, warnings_of
from deckgen.layout.grid import GridCell, GridColumn
from deckgen.named import NamedTuple
from deckgen.page import Paragraph, Run
from deckgen.problems import Problem
from deckgen.style import ParagraphStyle
from deckgen.typography import NEXT_CELL, cell_styles, header_cell_style
from deckgen.widths import Widths

MARGIN_X: Points = 8.0
"""What keeps text off the left and the right edge of its cell."""

AFTER_FIGURES: Points = 10.0
"""What more keeps figures off a column that is not of figures: these begin where they end."""


class SetCell(NamedTuple):
    """The paragraphs of a cell, and how far more than others it keeps off its right edge."""

    paragraphs: tuple[SetParagraph, ...]
    styles: tuple[ParagraphStyle, ...]
    inset: Points = 0.0


class SetRow(NamedTuple):
    """A row, or what of it stands on a page; `number` is that of the row in its grid.

    `height` is that of its text, in points.
    """

    number: int
    cells: tuple[SetCell, ...]
    height: Points
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class CellSetter:
    """Sets cells in `size`."""

    canvas: Canvas
    size: Points

    def need(self, column: GridColumn) -> Need:
        """How wide a column has to be."""
        runs, insets, trail = _title_runs(column.title), self.insets(column), _trail(column)
        title = self.canvas.widths(runs, header_cell_style(column.align)).wider(trail)
        cells = [self._widths(column, *each) for each in zip(column.cells, insets, strict=True)]
        together = [title, *[widths for cell in cells for widths in cell]]
        around = 2 * MARGIN_X
        ideal, word, part = map(max, *[each[:3] for each in together])
        rows = tuple([tuple([widths.places for widths in cell]) for cell in ([title], *cells)])
        lines = tuple([tuple([widths.line for widths in cell]) for cell in cells])
        widest = (ideal + around, word + around, part + around)
        return Need(*widest, around, rows, column.is_of_figures, lines, insets)

    def _widths(self, column: GridColumn, cell: GridCell, inset: Points) -> list[Widths]:
        """What each paragraph of a cell needs; a figure is never broken."""
        styles, canvas = cell_styles(self.size, column.align), self.canvas
        if cell.tail is not None:
            told = [(entry.runs, styles[entry.level]) for entry in cell.entries]
            lines = [canvas.line_width(runs, style) + style.indent for runs, style in told]
            return [Widths.whole(line + inset) for line in lines]
        found = [canvas.widths(entry.runs, styles[entry.level]) for entry in cell.entries]
        return [widths.wider(inset) for widths in found] if inset else found

    def insets(self, column: GridColumn) -> tuple[Points, ...]:
        """How far each figure of a column is set in, so that decimal marks are in line."""
        if not column.is_of_figures:
            return (0.0,) * len(column.cells)
        tails = [self._tail_width(cell) for cell in column.cells]
        widest = max((tail for tail in tails if tail is not None), default=0.0)
        trail = _trail(column)
        return tuple([trail if tail is None else trail + widest - tail for tail in tails])

    def _tail_width(self, cell: GridCell) -> Points | None:
        if not cell.tail:
            return None if cell.tail is None else 0.0
        return self.canvas.width(cell.tail, cell_styles(self.size)[cell.entries[0].level])

    def header(self, columns: Sequence[GridColumn], widths: Sequence[Points]) -> SetRow:
        """The titles of columns in these widths."""
        cells = [
            self._title(column, width - 2 * MARGIN_X)
            for column, width in zip(columns, widths, strict=True)
        ]
        return _row(-1, cells, _torn(cells))

    def _title(self, column: GridColumn, room: Points) -> SetCell:
        styles = (header_cell_style(column.align),)
        runs, source, trail = _title_runs(column.title), column.title.source, _trail(column)
        return SetCell((self.canvas.set_runs(runs, source, styles, room - trail),), styles, trail)

    def rows(
        self, columns: Sequence[GridColumn], needs: Sequence[Need], widths: Sequence[Points]
    ) -> tuple[SetRow, ...]:
        """The rows below the header in columns of these widths, which need so much."""
        set_columns = map(self._column, columns, needs, widths)
        rows = enumerate(zip(*set_columns, strict=True))
        return tuple([_row(number, cells, _torn(cells)) for number, cells in rows])

    def _column(self, column: GridColumn, need: Need, width: Points) -> list[SetCell]:
        styles, room = cell_styles(self.size, column.align), width - 2 * MARGIN_X
        return [
            SetCell(self._paragraphs(cell, styles, room - inset, lines, room), styles, inset)
            for cell, inset, lines in zip(column.cells, need.insets, need.lines, strict=True)
        ]

    def _paragraphs(
        self,
        cell: GridCell,
        styles: tuple[ParagraphStyle, ...],
        width: Points,
        lines: Sequence[Points],
        room: Points,
    ) -> tuple[SetParagraph, ...]:
        """The paragraphs of a cell; those whose lines have room need not be broken."""
        set_runs = self.canvas.set_runs
        paragraphs: list[SetParagraph] = []
        for entry, line in zip(cell.entries, lines, strict=True):
            runs, source, level, mark = entry
            if line <= room:
                before = None if paragraphs else 0.0
                paragraph = one_line(runs, level, mark, before)
                paragraphs.append(SetParagraph(paragraph, styles[level], source))
            else:
                paragraphs.append(set_runs(runs, source, styles, width, level, mark))
        if paragraphs[0].paragraph.before is None:
            paragraphs[0] = paragraphs[0].with_before(0.0)
        return tuple(paragraphs)


def _row(number: int, cells: Sequence[SetCell], warnings: tuple[Problem, ...]) -> SetRow:
    height = max([_height(cell.paragraphs) for cell in cells])
    return SetRow(number, tuple(cells), height, warnings)


def _height(paragraphs: Sequence[SetParagraph]) -> Points:
    if len(paragraphs) == 1:
        paragraph, style, _, _ = paragraphs[0]
        before = style.before if paragraph.before is None else paragraph.before
        return before + len(paragraph.lines) * style.leading
    return height_of(paragraphs)


def _trail(column: GridColumn) -> Points:
    return AFTER_FIGURES if column.is_of_figures and column.is_before_texts else 0.0


def pieces(row: SetRow, room: Points) -> Sequence[SetRow]:
    """The row, or if it is higher than `room` what of it stands on each page.

    The first cell, which says what the row is about, is repeated if the others go on.
    """
    if row.height <= room + SLACK:
        return (row,)
    cut_cells = [_cut(cell, room) for cell in row.cells]
    rows = [_piece(row, blocks) for blocks in zip_longest(*cut_cells)]
    rows[0] = rows[0]._replace(warnings=(*row.warnings, *rows[0].warnings))
    return rows


def _cut(cell: SetCell, room: Points) -> Sequence[Block]:
    """What of a cell stands on each page: of several texts as many as fit, each of them once."""
    if cell.paragraphs[0].paragraph.level != NEXT_CELL:
        return cut(Block(cell.paragraphs), room)
    parts = share_out([Block((paragraph,)) for paragraph in cell.paragraphs], room)
    return [
        Block(tuple(each for block in part for each in block.paragraphs), warnings_of(part))
        for part in parts
    ]


def _piece(row: SetRow, blocks: Sequence[Block | None]) -> SetRow:
    cells = []
    for number, (cell, block) in enumerate(zip(row.cells, blocks, strict=True)):
        left = block.paragraphs if block else cell.paragraphs[:1] if number == 0 else ()
        first, *others = left or (_nothing(cell.paragraphs[0]),)
        cells.append(cell._replace(paragraphs=(first.with_before(0.0), *others)))
    warnings = tuple(warning for block in blocks if block for warning in block.warnings)
    return _row(row.number, cells, warnings)


def _nothing(paragraph: SetParagraph) -> SetParagraph:
    """An empty one, where a cell ended on a page before."""
    return paragraph._replace(paragraph=Paragraph((), ("",), is_continued=True), torn=())


def _title_runs(text: Text) -> tuple[Run, ...]:
    """The title of a column, all of it as bold as headers are."""
    return tuple(Run(span.text, is_italic=span.is_italic, link=span.link) for span in text.spans)


def _torn(cells: Iterable[SetCell]) -> tuple[Problem, ...]:
    return torn_words(paragraph for cell in cells for paragraph in cell.paragraphs)
