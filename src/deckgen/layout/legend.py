"""What stands below the rows of a timeline: the report's day, and what its marks mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from deckgen.deck import TimelineSlide
from deckgen.geometry import Points, Rect
from deckgen.layout.axis import Axis
from deckgen.layout.bars import expected_mark, line_box, planned_mark, reached_mark
from deckgen.layout.canvas import Canvas
from deckgen.layout.label_places import MARK
from deckgen.layout.milestones import Mark
from deckgen.named import NamedTuple
from deckgen.page import Element, Rule, TextBox
from deckgen.style import Ink
from deckgen.typography import TICK_SIZES, plain_style

FOOT_GAP = 4.0
LABEL_INSET = 6.0
ENTRY_GAP = 16.0
TODAY_WEIGHT = 1.5

_TODAY = plain_style(TICK_SIZES[0], Ink.ACCENT)._replace(is_bold=True)
_LEGEND = plain_style(TICK_SIZES[1], Ink.MUTED)


class Foot(NamedTuple):
    """What stands below rows, at distances from their end; the line of today goes down to it."""

    today_x: Points | None
    today_label: tuple[TextBox, ...]
    today_line: str
    legend: tuple[Element, ...]

    @property
    def height(self) -> Points:
        """How high it is, with the space over it."""
        return max((each.rect.bottom for each in (*self.today_label, *self.legend)), default=0.0)

    def rule(self, top: Points, bottom: Points) -> Iterator[Rule]:
        """The line of today from `top` past the rows' end at `bottom`, beside its words."""
        if self.today_x is not None and self.today_label:
            height = bottom + self.today_label[0].rect.bottom - top
            rect = Rect(self.today_x, top, 0.0, height)
            yield Rule(self.today_line, rect, Ink.ACCENT, TODAY_WEIGHT, is_dashed=True)

    def elements(self, bottom: Points) -> Iterator[Element]:
        """The words of today and the legend below rows that end at `bottom`."""
        for each in (*self.today_label, *self.legend):
            yield each._replace(rect=each.rect._replace(top=each.rect.top + bottom))


def foot_of(
    slide: TimelineSlide, marks: Sequence[Mark], axis: Axis, frame: Rect, canvas: Canvas
) -> Foot:
    """The foot of a timeline in `frame`; its legend beside today's words, or below them."""
    x = axis.x(slide.today) if slide.today and axis.shows(slide.today) else None
    label = _today_label(slide, x, frame, canvas) if x is not None else ()
    entries = _entries(marks, canvas)
    width = sum(entry.width(canvas) + ENTRY_GAP for entry in entries)
    is_beside = not label or frame.left + width <= label[0].rect.left
    top = FOOT_GAP if is_beside else label[0].rect.bottom + FOOT_GAP
    line = f"{canvas.words.rule} {label[0].name}" if label else ""
    return Foot(x, label, line, tuple(_legend(entries, frame, top, canvas)))


def _today_label(
    slide: TimelineSlide, x: Points, frame: Rect, canvas: Canvas
) -> tuple[TextBox, ...]:
    """The day of the report, right of its line or, at the edge, left of it."""
    words = canvas.words.as_of.format(date=slide.as_of or "")
    width = canvas.width(words, _TODAY) + 1
    left = x + LABEL_INSET
    if left + width > frame.right:
        left = x - LABEL_INSET - width
    rect = Rect(left, FOOT_GAP, width, _TODAY.leading)
    return (line_box(words, rect, _TODAY),)


class _Entry(NamedTuple):
    """A mark and its word."""

    mark: Callable[[str, Rect], Element]
    word: str

    def width(self, canvas: Canvas) -> Points:
        return MARK + LABEL_INSET + canvas.width(self.word, _LEGEND) + 1


def _entries(marks: Sequence[Mark], canvas: Canvas) -> list[_Entry]:
    """What the marks that are shown mean."""
    words = canvas.words
    reached = [bool(mark.milestone.reached) for mark in marks if mark.x is not None]
    met = (
        (_Entry(reached_mark, words.reached.format(date="").strip()), any(reached)),
        (_Entry(expected_mark, words.phase_to_come), not all(reached)),
        (_Entry(planned_mark, words.planned_before), any(m.planned_x is not None for m in marks)),
    )
    return [entry for entry, is_met in met if is_met]


def _legend(
    entries: Sequence[_Entry], frame: Rect, top: Points, canvas: Canvas
) -> Iterator[Element]:
    left = frame.left
    for entry in entries:
        width = entry.width(canvas)
        if left > frame.left and left + width > frame.right:
            left, top = frame.left, top + MARK + FOOT_GAP
        yield entry.mark(entry.word, Rect(left, top, MARK, MARK))
        text = left + MARK + LABEL_INSET
        height = (MARK - _LEGEND.leading) / 2
        rect = Rect(text, top + height, left + width - text, _LEGEND.leading)
        yield line_box(entry.word, rect, _LEGEND)
        left += width + ENTRY_GAP
