"""Time along the width of a slide, ruled into days, weeks, months, quarters or years."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta

from deckgen.geometry import Points
from deckgen.layout.canvas import Canvas
from deckgen.named import NamedTuple
from deckgen.style import Ink, ParagraphStyle
from deckgen.typography import TICK_SIZES, plain_style
from deckgen.words import Words

LABEL_INSET = 6.0
"""How far a label stands right of the line it belongs to."""

LABEL_ROOM = 8.0
"""How much is free at least behind a label, for all of them to be read as apart."""

LEAST_CELL = 20.0
YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


class Axis(NamedTuple):
    """The days from `first` to `last` between two edges, in points."""

    first: date
    last: date
    left: Points
    width: Points

    @property
    def right(self) -> Points:
        return self.left + self.width

    @property
    def days(self) -> int:
        """How many days are shown."""
        return (self.last - self.first).days + 1

    def x(self, day: date) -> Points:
        """Where `day` begins, or the edge that is nearest to it."""
        return self._at((day - self.first).days)

    def end(self, day: date) -> Points:
        """Where `day` ends, or the edge that is nearest to it."""
        return self._at((day - self.first).days + 1)

    def shows(self, day: date) -> bool:
        """Whether `day` is among those shown."""
        return self.first <= day <= self.last

    def _at(self, days: int) -> Points:
        shown = self.days
        return self.left + self.width * min(max(days, 0), shown) / shown


class Tick(NamedTuple):
    """Where a stretch of time begins, and what it is called."""

    x: Points
    label: str


class NamedTick(NamedTuple):
    """A tick whose label has room, `width` points wide."""

    tick: Tick
    width: Points


class Ruling(NamedTuple):
    """The ticks of an axis: long stretches, and perhaps the short ones in them.

    Those that are named have room for their labels.
    """

    long: tuple[Tick, ...]
    short: tuple[Tick, ...] = ()
    named_long: tuple[NamedTick, ...] = ()
    named_short: tuple[NamedTick, ...] = ()


class _Unit(NamedTuple):
    """A stretch of time: its usual length in days, where each begins, what it is called.

    `long` is the unit of the stretches above it.
    """

    days: float
    starts: Callable[[date, date], Iterator[date]]
    label: Callable[[date, Words], str]
    long: _Unit | None = None


LONG, SHORT = (plain_style(size, Ink.MUTED) for size in TICK_SIZES)
"""The labels of long and of short stretches."""


def ruled(axis: Axis, canvas: Canvas) -> Ruling:
    """The shortest stretches of time whose names fit above them, and the longer ones around."""
    for unit in _UNITS:
        cell = axis.width * unit.days / axis.days
        if cell < LEAST_CELL:
            continue
        ticks = _ticks(unit, axis, canvas.words)
        if _fit({tick.label for tick in ticks}, cell, canvas, SHORT if unit.long else LONG):
            if not unit.long:
                return Ruling(ticks, (), _named(ticks, axis, canvas, LONG))
            long = _ticks(unit.long, axis, canvas.words)
            named = _named(long, axis, canvas, LONG), _named(ticks, axis, canvas, SHORT)
            return Ruling(long, ticks, *named)
    return Ruling(())


def _named(
    ticks: Sequence[Tick], axis: Axis, canvas: Canvas, style: ParagraphStyle
) -> tuple[NamedTick, ...]:
    """The ticks whose labels have room up to the next one or the end of the axis."""
    ends = [*(tick.x for tick in ticks[1:]), axis.right]
    widths = {label: canvas.width(label, style) + 1 for label in {tick.label for tick in ticks}}
    named = [NamedTick(tick, widths[tick.label]) for tick in ticks]
    return tuple(
        [
            each
            for each, end in zip(named, ends, strict=True)
            if each.tick.x + LABEL_INSET + each.width <= end
        ]
    )


def _fit(labels: Iterable[str], cell: Points, canvas: Canvas, style: ParagraphStyle) -> bool:
    widest = max((canvas.width(label, style) for label in labels), default=0.0)
    return widest + LABEL_INSET + LABEL_ROOM <= cell


def _ticks(unit: _Unit, axis: Axis, words: Words) -> tuple[Tick, ...]:
    """A tick for each stretch; the first may have begun before the axis does."""
    days = list(unit.starts(axis.first, axis.last))
    return tuple(Tick(axis.x(max(day, axis.first)), unit.label(day, words)) for day in days)


def _days(first: date, last: date) -> Iterator[date]:
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


def _weeks(first: date, last: date) -> Iterator[date]:
    day = max(1, first.toordinal() - first.weekday())
    return (date.fromordinal(number) for number in range(day, last.toordinal() + 1, 7))


def _months(step: int) -> Callable[[date, date], Iterator[date]]:
    def starts(first: date, last: date) -> Iterator[date]:
        begin = (first.year * 12 + first.month - 1) // step * step
        for month in range(begin, last.year * 12 + last.month, step):
            yield date(month // 12, month % 12 + 1, 1)

    return starts


def _years(step: int) -> Callable[[date, date], Iterator[date]]:
    def starts(first: date, last: date) -> Iterator[date]:
        begin = first.year // step * step
        return (date(max(1, year), 1, 1) for year in range(begin, last.year + 1, step))

    return starts


def _week_label(day: date, words: Words) -> str:
    return words.week.format(number=day.isocalendar().week)


def _quarter_label(day: date, words: Words) -> str:
    return words.quarter.format(number=(day.month + 2) // 3)


_YEAR = _Unit(365.0, _years(1), lambda day, _: str(day.year))
_WHOLE_MONTH = _Unit(
    28.0, _months(1), lambda day, words: f"{words.months[day.month - 1]} {day.year}"
)
_UNITS = (
    _Unit(1.0, _days, lambda day, _: str(day.day), _WHOLE_MONTH),
    _Unit(7.0, _weeks, _week_label, _WHOLE_MONTH),
    _Unit(28.0, _months(1), lambda day, words: words.months[day.month - 1][:3], _YEAR),
    _Unit(90.0, _months(3), _quarter_label, _YEAR),
    *(_Unit(365.0 * step, _years(step), _YEAR.label) for step in YEAR_STEPS),
)
"""From the shortest up."""
