"""What both kinds of looks have, the built-in one and a template's: layouts, and slots in them.

Lengths are in points.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from deckgen.geometry import Rect
from deckgen.house import House
from deckgen.look import Layout, Slot, SlotKind
from deckgen.style import Anchor, Ink, ParagraphStyle
from deckgen.typography import (
    agenda_styles,
    bullet_styles,
    card_styles,
    column_header_style,
    column_styles,
    conclusion_styles,
    row_styles,
    side_styles,
)
from deckgen.words import Words

MOST_COLUMNS = 4
MOST_CARDS = 6
COLUMN_GAP = 18.0
HEADER_HEIGHT = 34.0
SIDE_WIDTH = 193.0
SIDE_GAP = 24.0
STEPPER_HEIGHT = 33.0

CARD_MARGIN_X, CARD_MARGIN_Y = 25.5, 16.0
COLUMN_MARGIN_X, HEADER_MARGIN_Y = 10.5, 6.0

Slots = tuple[Slot, ...]


class Frames(Protocol):
    """A look in the making: where the slots of its slides stand."""

    def inner(self, role: str, name: str, *slots: Slot) -> Layout:
        """A layout with these slots and all that stands around a body."""

    def body(self, styles: tuple[ParagraphStyle, ...]) -> Slot:
        """The slot of the text, in the whole of the body."""

    def status(self) -> Slots:
        """Items at the left, the project's facts at the right, above its phases."""

    def cards(self) -> Slots:
        """Slots for as many cards as a slide may have."""

    def columns(self, count: int) -> Slots:
        """A heading and a list for each of `count` columns."""


def inner_layouts(frames: Frames, words: Words, house: House) -> tuple[Layout, ...]:
    """The layouts of all slides but the first and the last, in PowerPoint's order."""
    names = words.layouts
    columns = (
        frames.inner(
            f"columns-{count}",
            f"{count} {names.columns if count > 1 else names.column}",
            *frames.columns(count),
        )
        for count in range(1, MOST_COLUMNS + 1)
    )
    return (
        frames.inner("agenda", names.agenda, frames.body(agenda_styles())),
        frames.inner("content", names.content, frames.body(bullet_styles(house=house))),
        frames.inner("projects", names.projects, frames.body(row_styles())),
        frames.inner("status", names.status, *frames.status()),
        frames.inner("cards", names.cards, *frames.cards()),
        *columns,
        frames.inner("open", names.open),
        frames.inner("conclusion", names.conclusion, frames.body(conclusion_styles())),
    )


def side_slot(rect: Rect, words: Words, *, is_free: bool = False) -> Slot:
    """The facts beside a project's status."""
    label = words.layouts.side
    return Slot("side", label, SlotKind.BODY, 15, rect, side_styles(), is_free=is_free)


def card_slot(number: int, rect: Rect, words: Words, *, is_free: bool = False) -> Slot:
    """A card; `number` is counted from 1."""
    return Slot(
        f"card {number}",
        f"{words.layouts.card} {number}",
        SlotKind.BODY,
        19 + number,
        rect,
        card_styles(),
        fill=Ink.PANEL,
        margin_x=CARD_MARGIN_X,
        margin_y=CARD_MARGIN_Y,
        is_free=is_free,
    )


def column_slots(
    frame: Rect, count: int, gap: float, words: Words, *, is_free: bool = False
) -> Iterator[Slot]:
    """A heading and, by a `gap` below it, a list for each of `count` columns."""
    for number, column in enumerate(frame.columns(count, COLUMN_GAP), start=1):
        head, rest = column.take_top(HEADER_HEIGHT)
        yield _header(number, head, words, is_free=is_free)
        yield _column(number, rest.drop_top(gap), words, is_free=is_free)


def _header(number: int, rect: Rect, words: Words, *, is_free: bool) -> Slot:
    return Slot(
        f"header {number}",
        f"{words.layouts.header} {number}",
        SlotKind.BODY,
        19 + number,
        rect,
        (column_header_style(),),
        anchor=Anchor.MIDDLE,
        fill=Ink.PRIMARY,
        margin_x=COLUMN_MARGIN_X,
        margin_y=HEADER_MARGIN_Y,
        is_free=is_free,
    )


def _column(number: int, rect: Rect, words: Words, *, is_free: bool) -> Slot:
    return Slot(
        f"column {number}",
        f"{words.layouts.column} {number}",
        SlotKind.BODY,
        29 + number,
        rect,
        column_styles(),
        margin_x=COLUMN_MARGIN_X,
        is_free=is_free,
    )
