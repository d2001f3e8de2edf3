"""A project's status: its items at the left, its facts at the right, its phases along the foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.content import Project
from deckgen.deck import StatusSlide
from deckgen.geometry import Points, Rect
from deckgen.layout.bodies import Body, torn
from deckgen.layout.callout import callout_boxes, set_callout
from deckgen.layout.canvas import Canvas, SetParagraph, torn_words
from deckgen.layout.flow import Block, Part, height_of_blocks, share_out, warnings_of
from deckgen.layout.items import item_block, paragraphs_of
from deckgen.layout.money_line import set_money
from deckgen.layout.side import Entry, reasons, sentence, side_block, side_entries
from deckgen.layout.stepper import stepper
from deckgen.named import NamedTuple
from deckgen.page import Element, Rule, TextBox
from deckgen.slots import SIDE_GAP
from deckgen.style import Ink, ParagraphStyle
from deckgen.typography import (
    BODY_STEPS,
    LEAD,
    SIDE_STEPS,
    side_styles,
    status_styles,
)

MONEY_GAP = 10.0
MONEY_DISTANCE = 5.0
SMALLER = 2.0
"""By how much reasons are at least smaller than items."""


def status_bodies(slide: StatusSlide, size: Points, canvas: Canvas) -> tuple[Body, ...]:
    """The project's items in `size`, a body a page; its facts stand on the first.

    Where a word of the items fits no line beside the facts, the facts follow the items.
    """
    status = _Status(canvas, slide, size)
    bodies = tuple(status.bodies())
    if size > BODY_STEPS[-1] or not torn(bodies):
        return bodies
    return min(bodies, tuple(status.bodies(has_side=False)), key=torn)


class _Side(NamedTuple):
    """The facts that stand beside the items, their size, and those that found no room."""

    part: Part
    size: Points
    left_over: tuple[Entry, ...]


class _Status(NamedTuple):
    canvas: Canvas
    slide: StatusSlide
    size: Points

    def bodies(self, *, has_side: bool = True) -> Iterator[Body]:
        steps = stepper(self.canvas, self.project, self.slide.programme)
        facts = side_entries(self.canvas, self.project, tells_phase=not steps)
        foot = self._money()
        side_frame = self._above(foot, self.canvas.frame("status", "side"))
        side = _set_side(self.canvas, facts, side_frame if has_side else None)
        frame = self._above(foot, self._frame(has_side=bool(side.part)))
        entries = reasons(self.canvas, self.project)
        callout = set_callout(self.canvas, entries, frame, self.size - SMALLER)
        told = (*side.left_over, *(() if callout else entries))
        blocks = [*self._items(frame.width), *(self._told(entry, frame) for entry in told)]
        parts = self._parts(blocks, frame, callout.room if callout else 0.0)
        for index, part in enumerate(parts):
            box = TextBox(self._name, frame, paragraphs_of(part), self._styles, slot="body")
            around: list[Element] = []
            if index == 0:
                around += callout_boxes(self.canvas, callout, frame, self.project.light)
                around += self._side_boxes(side, side_frame)
                around += self._money_box(foot)
            shown = (*part, *side.part) if index == 0 else part
            yield Body("status", (box, *around, *steps), warnings_of(shown))

    @property
    def project(self) -> Project:
        return self.slide.project

    @property
    def _name(self) -> str:
        return self.canvas.words.layouts.status

    @property
    def _styles(self) -> tuple[ParagraphStyle, ...]:
        return self.canvas.look.house.in_body(status_styles(self.size))

    def _frame(self, *, has_side: bool) -> Rect:
        """The frame of the items; without facts beside them they have the whole width."""
        frame = self.canvas.frame("status")
        return frame if has_side else frame._replace(width=self.canvas.frame("content").width)

    def _above(self, foot: SetParagraph | None, frame: Rect) -> Rect:
        """What of `frame` the line of money along its foot leaves."""
        taken = foot.height + MONEY_GAP + MONEY_DISTANCE if foot else 0.0
        return frame._replace(height=frame.height - taken)

    def _money(self) -> SetParagraph | None:
        budget = self.project.budget
        width = self.canvas.frame("content").width
        return set_money(self.canvas, budget, width) if budget else None

    def _money_box(self, foot: SetParagraph | None) -> Iterator[TextBox]:
        if foot:
            frame = self.canvas.frame("status", "side")
            width = self.canvas.frame("content").width
            top = frame.bottom - foot.height - MONEY_DISTANCE
            rect = Rect(frame.right - width, top, width, foot.height)
            yield TextBox(self.canvas.words.money, rect, (foot.paragraph,), (foot.style,))

    def _items(self, width: Points) -> list[Block]:
        new = self.slide.new
        return [item_block(self.canvas, i, self._styles, width, new) for i in self.project.status]

    def _told(self, entry: Entry, frame: Rect) -> Block:
        """A fact for which there is no better place, after the items."""
        runs = tuple([run._replace(ink=run.ink or Ink.TEXT) for run in sentence(entry)])
        paragraph = self.canvas.set_runs(runs, entry.source, self._styles, frame.width, LEAD)
        paragraph = paragraph.with_before(self.size * 0.6)
        return Block((paragraph,), torn_words((paragraph,)))

    def _parts(self, blocks: list[Block], frame: Rect, taken: Points) -> tuple[Part, ...]:
        """The blocks of each page; on the first of them `taken` points are for the reasons.

        Where not even one block has room over these, pages are no higher than the first.
        """
        first, *others = self._led(blocks, frame, frame.height - taken)
        if (least := first.height + taken) > frame.height:
            return share_out([first, *others], frame.height - taken)
        return share_out([first._replace(least=least), *others], frame.height)

    def _led(self, blocks: list[Block], frame: Rect, room: Points) -> list[Block]:
        """The blocks after the project's subtitle, which stays with the first of them."""
        subtitle = self.project.subtitle
        if not subtitle:
            return blocks
        set_subtitle = self.canvas.set_text(subtitle, self._styles, frame.width, LEAD)
        lead = Block((set_subtitle,), torn_words((set_subtitle,)))
        first, *others = blocks
        led = Block((set_subtitle, *first.paragraphs), (*lead.warnings, *first.warnings))
        return [led, *others] if led.height <= room else [lead, *blocks]

    def _side_boxes(self, side: _Side, rect: Rect) -> Iterator[Element]:
        if side.part:
            name = self.canvas.words.layouts.side
            styles = side_styles(side.size)
            yield TextBox(name, rect, paragraphs_of(side.part), styles, slot="side")
            yield Rule(self.canvas.words.rule, Rect(rect.left - SIDE_GAP, rect.top, 0, rect.height))


def _set_side(canvas: Canvas, entries: Sequence[Entry], frame: Rect | None) -> _Side:
    """The facts at the first step at which all fit whole; at the last one, those that do.

    Without a frame none of them fit.
    """
    size = SIDE_STEPS[-1]
    if not frame:
        return _Side((), size, tuple(entries))
    for size in SIDE_STEPS:
        blocks = tuple(side_block(canvas, entry, size, frame.width) for entry in entries)
        if height_of_blocks(blocks) <= frame.height and not warnings_of(blocks):
            return _Side(blocks, size, ())
    fitting: Part = ()
    left_over: list[Entry] = []
    for entry, block in zip(entries, blocks, strict=True):
        if block.warnings or height_of_blocks((*fitting, block)) > frame.height:
            left_over.append(entry)
        else:
            fitting = (*fitting, block)
    return _Side(fitting, size, tuple(left_over))
