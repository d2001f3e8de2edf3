"""Waterfalls: a total, what goes away or comes in addition, and what is left, a bar each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from deckgen.content import Text, Waterfall
from deckgen.drawing import Area, Drawing, Label, Line, Point
from deckgen.geometry import Points, Rect, Size
from deckgen.layout.canvas import Canvas, torn_words
from deckgen.layout.flow import shares
from deckgen.layout.lettering import SetLabel, Sheet, figure, set_label
from deckgen.layout.scale import places_of
from deckgen.named import NamedTuple
from deckgen.style import Ink, ParagraphStyle
from deckgen.telling import rest_text, waterfall_told
from deckgen.typography import plain_style

WIDEST_LABEL, WIDEST_VALUE = 0.36, 0.3
"""The shares of the picture that names and figures may take."""

LABEL_GAP, VALUE_GAP = 14.0, 9.0
LEAST_GAP = 5.0
HIGHEST_ROW, THICKEST_BAR = 56.0, 36.0
BAR_SHARE = 0.66
THINNEST: Points = 1.5
CHANGE = 0.62
"""How strong the ink of a change is: it stays apart from the ground and from whole bars."""


class _Row(NamedTuple):
    """A bar from one level to another; `is_sum` are total and rest."""

    label: Text
    amount: Decimal
    start: Decimal
    end: Decimal
    is_sum: bool = False


def waterfall_sheets(
    waterfall: Waterfall, room: Size, size: Points, canvas: Canvas
) -> tuple[Sheet, ...]:
    """The bars of a waterfall below one another in type of `size`, on as many sheets as it takes.

    All sheets have one scale.
    """
    return tuple(_Bars(waterfall, room, size, canvas).sheets())


@dataclass(frozen=True)
class _Bars:
    waterfall: Waterfall
    room: Size
    size: Points
    canvas: Canvas

    def sheets(self) -> Iterator[Sheet]:
        for part in shares(self._heights, self.room.height):
            drawing = self._drawing(part)
            told = waterfall_told(self.waterfall, self.canvas.language, part)
            set_labels = [self._names[i].torn for i in part] + [self._values[i].torn for i in part]
            yield Sheet(drawing, told, torn_words(set_labels))

    @cached_property
    def _rows(self) -> Sequence[_Row]:
        total, level = self.waterfall.total, self.waterfall.total.amount
        rows = [_Row(total.label, level, Decimal(0), level, is_sum=True)]
        for label, amount in self.waterfall.steps:
            rows.append(_Row(label, amount, level, level + amount))
            level += amount
        rest = rest_text(self.waterfall, self.canvas.words)
        return (*rows, _Row(rest, level, Decimal(0), level, is_sum=True))

    @cached_property
    def _names(self) -> Sequence[SetLabel]:
        styles = [self._style(row, Ink.TEXT) for row in self._rows]
        most = self.room.width * WIDEST_LABEL
        return [
            set_label(self.canvas, r.label, most, s)
            for r, s in zip(self._rows, styles, strict=True)
        ]

    @cached_property
    def _values(self) -> Sequence[SetLabel]:
        return [self._value(row) for row in self._rows]

    def _value(self, row: _Row) -> SetLabel:
        places = places_of(each.amount for each in self._rows)
        unit = self.waterfall.unit if row.is_sum else None
        sign = "" if row.is_sum else "+"
        words = figure(row.amount, places, self.canvas.language, unit, sign)
        most = self.room.width * WIDEST_VALUE
        style = self._style(row, _ink(row))
        if self.canvas.width(words, style) > most and unit:
            words = figure(row.amount, places, self.canvas.language, sign=sign) + f" {unit.plain}"
        return set_label(self.canvas, Text.of(words, row.label.source), most, style)

    def _style(self, row: _Row, ink: Ink) -> ParagraphStyle:
        return plain_style(self.size, ink)._replace(is_bold=row.is_sum)

    @cached_property
    def _heights(self) -> Sequence[Points]:
        """The least height of each row."""
        return [
            max(name.height, value.height) + LEAST_GAP
            for name, value in zip(self._names, self._values, strict=True)
        ]

    @cached_property
    def _left(self) -> Points:
        """Where bars may begin."""
        return max(name.width for name in self._names) + LABEL_GAP

    @cached_property
    def _low(self) -> Decimal:
        return min(Decimal(0), *(min(row.start, row.end) for row in self._rows))

    @cached_property
    def _high(self) -> Decimal:
        high = max(Decimal(0), *(max(row.start, row.end) for row in self._rows))
        return high if high > self._low else self._low + 1

    @cached_property
    def _length(self) -> Points:
        """How long a bar over the whole scale is, so that every figure has room after its own."""
        room = self.room.width - self._left
        lengths = [room]
        for row, value in zip(self._rows, self._values, strict=True):
            if share := self._share(max(row.start, row.end)):
                lengths.append((room - VALUE_GAP - value.width) / share)
        return min(lengths)

    def _share(self, level: Decimal) -> float:
        return float((level - self._low) / (self._high - self._low))

    def _x(self, level: Decimal) -> Points:
        return self._left + self._length * self._share(level)

    def _drawing(self, part: range) -> Drawing:
        tops = self._tops(part)
        frames = [Rect(0, top, self.room.width, end - top) for top, end in pairwise(tops)]
        bars = [self._bar(self._rows[i], frame) for i, frame in zip(part, frames, strict=True)]
        areas = [_area(self._rows[i], bar) for i, bar in zip(part, bars, strict=True)]
        labels = [each for i, bar in zip(part, bars, strict=True) for each in self._labels(i, bar)]
        lines = (*self._zero(tops), *self._connectors(part, bars))
        return Drawing(Size(self.room.width, tops[-1]), tuple(areas), lines, tuple(labels))

    def _tops(self, part: range) -> list[Points]:
        """Where each row of a sheet begins, and where the last one ends."""
        least = [self._heights[i] for i in part]
        free = max(0.0, self.room.height - sum(least)) / len(least)
        tops = [0.0]
        for height in least:
            tops.append(tops[-1] + max(height, min(HIGHEST_ROW, height + free)))
        return tops

    def _bar(self, row: _Row, frame: Rect) -> Rect:
        thick = min(THICKEST_BAR, frame.height * BAR_SHARE)
        low, high = self._x(min(row.start, row.end)), self._x(max(row.start, row.end))
        middle = frame.top + frame.height / 2
        return Rect(low, middle - thick / 2, max(THINNEST, high - low), thick)

    def _labels(self, index: int, bar: Rect) -> Iterator[Label]:
        middle = bar.top + bar.height / 2
        name, value = self._names[index], self._values[index]
        yield name.at(0.0, middle - name.height / 2)
        yield value.at(bar.right + VALUE_GAP, middle - value.height / 2)

    def _zero(self, tops: Sequence[Points]) -> Iterator[Line]:
        x = self._x(Decimal(0))
        yield Line((Point(x, tops[0]), Point(x, tops[-1])), Ink.MUTED, 0.75)

    def _connectors(self, part: range, bars: Sequence[Rect]) -> Iterator[Line]:
        for (index, bar), (_, below) in pairwise(zip(part, bars, strict=True)):
            x = self._x(self._rows[index].end)
            yield Line((Point(x, bar.bottom), Point(x, below.top)), Ink.MUTED, 0.75)


def _area(row: _Row, bar: Rect) -> Area:
    return Area.of(bar, *((_ink(row), 1.0) if row.is_sum else (Ink.PRIMARY, CHANGE)))


def _ink(row: _Row) -> Ink:
    """Whole bars in the inks of titles and of what is less than nothing."""
    if not row.is_sum:
        return Ink.TEXT
    return Ink.BAD if row.amount < 0 else Ink.PRIMARY
