"""Heatmaps: projects by criteria, each rating a tinted cell with a mark and its word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from math import ceil

from deckgen.content import Heatmap, Rating, Text, Tone
from deckgen.drawing import Area, Drawing, Label, Line, Point
from deckgen.geometry import Points, Rect, Size
from deckgen.layout.canvas import Canvas, torn_words
from deckgen.layout.flow import shares
from deckgen.layout.lettering import SetLabel, Sheet, set_label, widest, widest_word
from deckgen.layout.marks import mark_area
from deckgen.style import Ink, ParagraphStyle
from deckgen.telling import LIGHTS, heatmap_told, rating_word
from deckgen.typography import plain_style

NARROWEST_NAME, WIDEST_NAME = 0.18, 0.34
"""The shares of the picture that names may take."""

WIDEST_CELL: Points = 150.0
GAP, NAME_GAP, HEADER_GAP = 3.0, 12.0, 6.0
PADDING_X, PADDING_Y = 8.0, 6.0
AIR = 0.75
"""How much higher a row gets where there is room, in sizes of type."""

MARK, MARK_GAP = 0.62, 0.45
"""The size of a mark and its distance from the word, in sizes of type."""

INKS = {
    Tone.GOOD: (Ink.GOOD, 0.18),
    Tone.WARNING: (Ink.WARNING, 0.18),
    Tone.BAD: (Ink.BAD, 0.18),
    Tone.NONE: (Ink.PANEL, 1.0),
}


def heatmap_sheets(heatmap: Heatmap, room: Size, size: Points, canvas: Canvas) -> tuple[Sheet, ...]:
    """The ratings in type of `size`, on as many sheets as it takes.

    Criteria that do not stand side by side and rows that do not stand below one another go on
    on further sheets; all columns are of one width.
    """
    return tuple(_Cells(heatmap, room, size, canvas).sheets())


@dataclass(frozen=True)
class _Cells:
    heatmap: Heatmap
    room: Size
    size: Points
    canvas: Canvas

    def sheets(self) -> Iterator[Sheet]:
        for columns in self._groups:
            headers = [self._headers[column] for column in columns]
            head = max(header.height for header in headers) + HEADER_GAP
            rows = [self._height(row, columns) + GAP for row in range(len(self.heatmap.names))]
            parts = shares(rows, self.room.height - head)
            free = min((self.room.height - head - sum(rows[r] for r in p)) / len(p) for p in parts)
            rows = [height + max(0.0, min(free, self.size * AIR)) for height in rows]
            for part in parts:
                told = heatmap_told(self.heatmap, self.canvas.language, part, columns)
                names = [self._names[row].torn for row in part]
                cells = [self._cells[row][c].torn for row in part for c in columns]
                warnings = torn_words([*names, *(each.torn for each in headers), *cells])
                yield Sheet(self._drawing(head, rows, part, columns), told, warnings)

    @cached_property
    def _groups(self) -> Sequence[range]:
        """The criteria that stand side by side on a sheet, balanced."""
        count = len(self.heatmap.criteria)
        most = max(1, int((self._cells_width + GAP) / (self._least + GAP)))
        groups = ceil(count / most)
        ends = [round(count * number / groups) for number in range(groups + 1)]
        return [range(start, end) for start, end in pairwise(ends)]

    @cached_property
    def _needed(self) -> Points:
        """How wide a column must be for no word to be torn."""
        words = widest_word(self.canvas, self._ratings, self._style) + self._indent
        headers = widest_word(self.canvas, self.heatmap.criteria, self._header_style)
        return max(words + 2 * PADDING_X, headers + PADDING_X)

    @cached_property
    def _least(self) -> Points:
        """The same, within bounds."""
        return min(self._needed, self._cells_width)

    @property
    def _ratings(self) -> Iterator[Text]:
        for row in self.heatmap.ratings:
            for rating in row:
                yield self._text(rating)

    def _text(self, rating: Rating | None) -> Text:
        source = rating.word.source if rating and rating.word else self.heatmap.source
        return Text.of(rating_word(rating, self.canvas.words), source)

    @property
    def _indent(self) -> Points:
        """Where words begin in their cells, after the mark."""
        return self.size * (MARK + MARK_GAP)

    @property
    def _style(self) -> ParagraphStyle:
        return plain_style(self.size)

    @property
    def _header_style(self) -> ParagraphStyle:
        return plain_style(self.size, Ink.MUTED)._replace(is_bold=True)

    @cached_property
    def _names_width(self) -> Points:
        """What the columns leave to the names, which may take several lines."""
        style, names = self._style._replace(is_bold=True), self.heatmap.names
        most = min(self.room.width * WIDEST_NAME, widest(self.canvas, names, style))
        word = widest_word(self.canvas, names, style)
        least = min(most, max(word, self.room.width * NARROWEST_NAME))
        columns = len(self.heatmap.criteria) * (self._needed + GAP)
        left = self.room.width - columns - NAME_GAP
        return max(least, min(most, left)) + NAME_GAP

    @property
    def _cells_width(self) -> Points:
        return self.room.width - self._names_width

    @cached_property
    def _width(self) -> Points:
        """How wide a column is: as wide as the fullest sheet allows."""
        most = max(len(group) for group in self._groups)
        whole = (self._cells_width + GAP) / most - GAP
        return max(self._least, min(whole, WIDEST_CELL))

    @cached_property
    def _names(self) -> Sequence[SetLabel]:
        style = self._style._replace(is_bold=True)
        width = self._names_width - NAME_GAP
        return [set_label(self.canvas, name, width, style) for name in self.heatmap.names]

    @cached_property
    def _headers(self) -> Sequence[SetLabel]:
        width = self._width - PADDING_X
        style = self._header_style
        return [set_label(self.canvas, each, width, style) for each in self.heatmap.criteria]

    @cached_property
    def _cells(self) -> Sequence[Sequence[SetLabel]]:
        """The word of each rating; there are many ratings, but few words."""
        words: dict[str, SetLabel] = {}
        return [[self._set(rating, words) for rating in row] for row in self.heatmap.ratings]

    def _set(self, rating: Rating | None, words: dict[str, SetLabel]) -> SetLabel:
        text = self._text(rating)
        if text.plain not in words:
            style = self._style if rating else plain_style(self.size, Ink.MUTED)
            width = self._width - self._indent - 2 * PADDING_X
            words[text.plain] = set_label(self.canvas, text, width, style)
        return words[text.plain]

    def _height(self, row: int, columns: range) -> Points:
        cells = max(self._cells[row][column].height for column in columns)
        return max(self._names[row].height, cells) + 2 * PADDING_Y

    def _left(self, position: int) -> Points:
        return self._names_width + position * (self._width + GAP)

    def _drawing(
        self, head: Points, heights: Sequence[Points], rows: range, columns: range
    ) -> Drawing:
        tops = list(accumulate((heights[row] for row in rows), initial=head))
        areas: list[Area] = []
        labels = list(self._head(head, columns))
        for top, row in zip(tops, rows, strict=False):
            height = heights[row] - GAP
            name = self._names[row]
            labels.append(name.at(0.0, top + (height - name.height) / 2))
            for position, column in enumerate(columns):
                frame = Rect(self._left(position), top, self._width, height)
                areas += self._areas(row, column, frame)
                labels.append(self._word(row, column, frame))
        right = self._left(len(columns)) - GAP
        rule = Line((Point(0, head - 4), Point(right, head - 4)), Ink.PRIMARY, 1.5)
        size = Size(self.room.width, tops[-1] - GAP)
        return Drawing(size, tuple(areas), (rule,), tuple(labels))

    def _head(self, head: Points, columns: range) -> Iterator[Label]:
        """The criteria over their columns, on one foot."""
        for position, column in enumerate(columns):
            header = self._headers[column]
            left = self._left(position) + PADDING_X
            yield header.at(left, head - HEADER_GAP - header.height)

    def _areas(self, row: int, column: int, frame: Rect) -> Iterator[Area]:
        rating = self.heatmap.ratings[row][column]
        if not rating:
            return
        yield Area.of(frame, *INKS[rating.tone])
        cell, mark = self._cells[row][column], self.size * MARK
        first = frame.top + (frame.height - cell.height + cell.style.leading) / 2
        if rating.tone is not Tone.NONE:
            yield mark_area(
                LIGHTS[rating.tone], Point(frame.left + PADDING_X + mark / 2, first), mark
            )

    def _word(self, row: int, column: int, frame: Rect) -> Label:
        cell = self._cells[row][column]
        left = frame.left + PADDING_X + self._indent
        return cell.at(left, frame.top + (frame.height - cell.height) / 2)
