"""The shapes of a timeline: the ruled axis, and for each project its name, bar and milestones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from deckgen.geometry import Points, Rect
from deckgen.layout.axis import LABEL_INSET, LONG, SHORT, Axis, Ruling, Tick
from deckgen.layout.canvas import Canvas, SetParagraph, one_line
from deckgen.layout.label_places import CLEAR, MARK, Strip
from deckgen.layout.milestones import Label, Mark
from deckgen.named import NamedTuple
from deckgen.page import Element, Paragraph, Rule, Rules, Run, Shape, TextBox
from deckgen.schedule import Scheduled, in_brief
from deckgen.style import Align, Anchor, Form, Ink, ParagraphStyle
from deckgen.typography import leading, plain_style

ARROW = 9.0
"""How far an arrow goes beyond the time shown."""

THINNEST_BAR = 3.0
THIN_RULE = 0.5
MOVE_WEIGHT = 1.5

_MARGIN = CLEAR - 1.0
"""How far the gap in a line is wider than the words that stand in it, at either end."""

_CHECK = ParagraphStyle(12.0, 14.0, ink=Ink.BACKGROUND, is_bold=True, align=Align.CENTRE)
_CHECKMARK = (Paragraph((Run("✓"),), ("✓",)),)


def time_lines(
    ruling: Ruling, axis: Axis, top: Points, bottom: Points, canvas: Canvas
) -> Iterator[Rule | Rules]:
    """Lines down from the long ticks and at the end of the axis."""
    end = Tick(axis.right, canvas.language.date(axis.last))
    yield from _lines(canvas.words.rule, (*ruling.long, end), top, bottom, 1.0)


def time_names(ruling: Ruling, top: Points, canvas: Canvas) -> Iterator[Element]:
    """The names of time, right of the lines they belong to, and the short ones of these."""
    below = top + LONG.leading
    yield from _lines(canvas.words.rule, ruling.short, below, below + SHORT.leading, THIN_RULE)
    for named, style, here in (
        (ruling.named_long, LONG, top),
        (ruling.named_short, SHORT, below),
    ):
        for (x, label), width in named:
            rect = Rect(x + LABEL_INSET, here, width, style.leading)
            yield line_box(label, rect, style)


def line_box(words: str, rect: Rect, style: ParagraphStyle) -> TextBox:
    """A box with words in one line, which is called like them."""
    return TextBox(words, rect, (one_line((Run(words),)),), (style,))


def _lines(
    word: str, ticks: Sequence[Tick], top: Points, bottom: Points, weight: Points
) -> Iterator[Rule | Rules]:
    """Lines down from ticks, as one shape if there are several."""
    if not ticks:
        return
    first, last = ticks[0], ticks[-1]
    rect = Rect(first.x, top, last.x - first.x, bottom - top)
    if rect.width:
        places = tuple([tick.x - first.x for tick in ticks])
        yield Rules(f"{word} {first.label} – {last.label}", rect, places, weight=weight)
    else:
        yield Rule(f"{word} {first.label}", rect, weight=weight)


class Bars(NamedTuple):
    """A project's row in `frame`, from `top` down: bars and marks beside the name's first line."""

    project: Scheduled
    name: SetParagraph
    axis: Axis
    frame: Rect
    top: Points

    @property
    def _size(self) -> Points:
        return self.name.style.size

    @property
    def _middle(self) -> Points:
        return self.top + self.name.style.leading / 2

    def elements(self, canvas: Canvas, today: date | None) -> Iterator[Element]:
        """The name, and the bar: what has passed by `today`, what is to come, where it is cut."""
        width = self.axis.left - self.frame.left - MARK / 2 - 1
        rect = Rect(self.frame.left, self.top, width, self.name.height)
        words = self.project.name.plain
        yield TextBox(words, rect, (self.name.paragraph,), (self.name.style,))
        told = in_brief(self.project, canvas.language)
        if self._begins_before:
            told += f"; {canvas.words.begins_before}"
        if self._ends_after:
            told += f"; {canvas.words.ends_after}"
        name = f"{canvas.words.duration} {words}"
        for index, shape in enumerate(self._shapes(name, today)):
            yield shape if index else shape._replace(description=told)

    @property
    def _has_bar(self) -> bool:
        return bool(self.project.start or self.project.end)

    @property
    def _begins_before(self) -> bool:
        start = self.project.start
        return start is not None and start < self.axis.first

    @property
    def _ends_after(self) -> bool:
        end = self.project.end
        return end is not None and end > self.axis.last

    def _shapes(self, name: str, today: date | None) -> Iterator[Shape]:
        if not self._has_bar:
            return
        start, end = self.project.start, self.project.end
        left = self.axis.x(start) if start else self.axis.left
        right = self.axis.end(end) if end else self.axis.right
        now = min(max(self.axis.x(today) if today else left, left), right)
        is_open_left = start is None or self._begins_before
        is_open_right = end is None or self._ends_after
        if right - left < THINNEST_BAR and not (is_open_left or is_open_right):
            left = min(left, self.axis.right - THINNEST_BAR)
            right, now = left + THINNEST_BAR, left if now <= left else left + THINNEST_BAR
        for part, start_x, end_x, ink in ((1, left, now, Ink.PRIMARY), (2, now, right, Ink.TINT)):
            if end_x - start_x > 0.01:
                yield Shape(f"{name} {part}", self._band(start_x, end_x), ink)
        if is_open_left and left <= self.axis.left:
            ink = Ink.PRIMARY if now > self.axis.left or self._is_past(today) else Ink.TINT
            band = self._band(self.axis.left - ARROW, self.axis.left)
            yield Shape(f"{name} ◂", band, ink, Form.TO_LEFT)
        if is_open_right and right >= self.axis.right:
            ink = Ink.PRIMARY if self._is_past(today) else Ink.TINT
            band = self._band(self.axis.right, self.axis.right + ARROW)
            yield Shape(f"{name} ▸", band, ink, Form.TO_RIGHT)

    def _is_past(self, today: date | None) -> bool:
        return today is not None and today > self.axis.last

    def _band(self, left: Points, right: Points) -> Rect:
        return Rect(left, self._middle - self._size / 2, right - left, self._size)

    def marks(self, marks: Sequence[Mark], canvas: Canvas) -> Iterator[Element]:
        """A mark for each milestone; one that was moved is joined to where it was planned.

        Of checkmarks that would stand over each other the last is shown.
        """
        checked: Points | None = None
        elements: list[Element] = []
        for mark in reversed(marks):
            name = f"{canvas.words.milestone} {mark.milestone.title.plain}"
            if mark.x is not None and mark.milestone.reached:
                is_free = checked is None or checked - mark.x >= MARK
                checked = mark.x if is_free else checked
                elements.append(reached_mark(name, self._around(mark.x), is_checked=is_free))
            elif mark.x is not None:
                elements.append(expected_mark(name, self._around(mark.x)))
            if mark.is_moved:
                elements += self._move(mark, name)
        return reversed(elements)

    def _move(self, mark: Mark, name: str) -> Iterator[Element]:
        """Where a milestone was planned to be, above the line from there."""
        if mark.planned_x is not None:
            yield planned_mark(name, self._around(mark.planned_x))
        start, end = sorted((mark.from_x, mark.to_x))
        rect = Rect(start, self._middle, end - start, 0.0)
        yield Rule(f"{name} –", rect, Ink.ACCENT, MOVE_WEIGHT)

    def _around(self, x: Points) -> Rect:
        return Rect(x - MARK / 2, self._middle - MARK / 2, MARK, MARK)

    def labels(
        self, labels: Sequence[Label], style: ParagraphStyle, strip: Strip
    ) -> Iterator[TextBox]:
        """The labels below the bar; a line that goes through one has a gap for its words."""
        top = self.top + leading(self._size)
        for runs, width, (line, left, is_ending, _) in labels:
            rect = Rect(left, top + line * style.leading, width, style.leading)
            paragraph = one_line(runs)
            styles = (plain_style(style.size, style.ink, Align.RIGHT) if is_ending else style,)
            box = TextBox(paragraph.text, rect, (paragraph,), styles)
            if strip.crosses(left, left + width):
                rect = rect.inset(-_MARGIN, 0.0)
                box = box._replace(rect=rect, fill=Ink.BACKGROUND, margin_x=_MARGIN)
            yield box


def reached_mark(name: str, rect: Rect, *, is_checked: bool = True) -> Element:
    """The mark of what was reached: a checkmark on a disc, or the disc alone."""
    if not is_checked:
        return Shape(name, rect, Ink.GOOD, Form.ELLIPSE)
    form, anchor = Form.ELLIPSE, Anchor.MIDDLE
    return TextBox(name, rect, _CHECKMARK, (_CHECK,), anchor=anchor, form=form, fill=Ink.GOOD)


def expected_mark(name: str, rect: Rect) -> Shape:
    """The mark of what is to come."""
    return Shape(name, rect, Ink.ACCENT, Form.DIAMOND, outline=Ink.BACKGROUND)


def planned_mark(name: str, rect: Rect) -> Shape:
    """The mark of what was planned and came at another day, or will."""
    inner = rect.inset(1.0, 1.0)
    return Shape(name, inner, Ink.BACKGROUND, Form.DIAMOND, outline=Ink.ACCENT)
