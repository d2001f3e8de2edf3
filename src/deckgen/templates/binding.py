"""A prepared template as a look: its own placeholders, and frames for all else in its body."""

from __future__ import annotations

from typing import NamedTuple

from deckgen.design import (
    COLUMN_GAP,
    MOST_CARDS,
    MOST_COLUMNS,
    SIDE_GAP,
    SIDE_WIDTH,
    STEPPER_HEIGHT,
)
from deckgen.geometry import Rect
from deckgen.house import House
from deckgen.language import Language
from deckgen.look import Bound, Layout, Look, Slot, SlotKind, Told
from deckgen.page import Shape
from deckgen.style import Align, Anchor, Ink, Mark, ParagraphStyle
from deckgen.templates.inventory import FoundLayout
from deckgen.templates.lettering import Lettering
from deckgen.templates.placeholders import Placeholder
from deckgen.templates.preparing import Prepared, PreparedCover
from deckgen.templates.roles import CLOSING, CONTENT, TITLE, TITLE_ONLY
from deckgen.typography import (
    CREDIT_SIZE,
    FOOTER_SIZE,
    SECTION_LINE_STEPS,
    agenda_styles,
    bullet_styles,
    card_styles,
    column_header_style,
    column_styles,
    conclusion_styles,
    cover_style,
    plain_style,
    row_styles,
    side_styles,
    status_styles,
    title_style,
    voiced_style,
)
from deckgen.words import Words

LARGEST_SIDE = 0.3
"""The share of a narrow body that a project's facts may take."""

STEPS_GAP, SIDE_STEPS_GAP = 12.0, 6.0
LINE_HEIGHT, CREDIT_HEIGHT = 17.0, 20.0
CARD_MARGINS = (25.5, 16.0)
HEADER_HEIGHT = 34.0

Styles = tuple[ParagraphStyle, ...]


def bind(prepared: Prepared, language: Language) -> Look:
    """The look of a template for decks in one language."""
    binder = _Binder(prepared, language.words)
    layouts = binder.layouts()
    content = next(layout for layout in layouts if layout.role == "content")
    master = content._replace(role="master", name=prepared.theme.title)
    brought = prepared.brought._replace(
        layouts={
            each.role: prepared.brought.layouts[_SERVES.get(each.role, TITLE_ONLY)]
            for each in layouts
        }
    )
    return Look(
        prepared.theme,
        master,
        layouts,
        prepared.house,
        shares_body=True,
        brought=brought,
    )


_SERVES = {
    "title": TITLE,
    "closing": CLOSING,
    **dict.fromkeys(("agenda", "content", "projects", "status", "conclusion"), CONTENT),
}
"""Which layout of a template serves for a layout of ours; for all others, the title only."""


class _Binder(NamedTuple):
    prepared: Prepared
    words: Words

    def layouts(self) -> tuple[Layout, ...]:
        names = self.words.layouts
        house = self.house
        columns = tuple(
            self._inner(f"columns-{count}", f"{count} {names.columns}", *self._columns(count))
            for count in range(1, MOST_COLUMNS + 1)
        )
        return (
            self._cover(self.prepared.title, "title", names.title),
            self._inner("agenda", names.agenda, self._body(agenda_styles())),
            self._inner("content", names.content, self._body(bullet_styles(house=house))),
            self._inner("projects", names.projects, self._body(row_styles())),
            self._inner("status", names.status, *self._status()),
            self._inner("cards", names.cards, *self._cards()),
            *columns,
            self._inner("open", names.open),
            self._inner("conclusion", names.conclusion, self._body(conclusion_styles())),
            self._cover(self.prepared.closing, "closing", names.closing),
        )

    @property
    def house(self) -> House:
        return self.prepared.house

    @property
    def _frame(self) -> Rect:
        return self.prepared.frames.body

    def _inner(self, role: str, name: str, *slots: Slot) -> Layout:
        serves = _SERVES.get(role, TITLE_ONLY)
        found = self.prepared.roles.layouts[serves]
        around = (
            self._title(found),
            self._line("section", self.words.layouts.section, 13, SECTION_LINE_STEPS[0], 0.0),
            *slots,
            self._line("credit", self.words.layouts.credit, 14, CREDIT_SIZE, 1.0),
            self._footer(found),
            self._page_number(found),
        )
        plate = self.prepared.plate
        shape = Shape("Ground", plate, Ink.BACKGROUND) if plate else None
        dress = self.prepared.dress
        return Layout(role, name, Ink.BACKGROUND, around, plate=shape, dress=dress)

    def _title(self, found: FoundLayout) -> Slot:
        voice = self.house.title
        style = title_style(voice.largest or FOOTER_SIZE, voice)
        rect = self.prepared.frames.title
        label = self.words.slide_title
        return bound_slot("title", label, SlotKind.TITLE, found.title, rect, (style,))

    def _body(self, styles: Styles, rect: Rect | None = None) -> Slot:
        texts = self.prepared.content.texts
        frame = rect or self._frame
        found = texts[0] if texts else None
        label = self.words.slide_text
        house = self.house
        return bound_slot("body", label, SlotKind.BODY, found, frame, styles, house)

    def _line(self, name: str, label: str, index: int, size: float, share: float) -> Slot:
        """A line at the top (`share` 0) or foot (1) of the body."""
        height = LINE_HEIGHT
        top = self._frame.top + share * (self._frame.height - height)
        rect = self._frame._replace(top=top, height=height)
        style = plain_style(size, Ink.MUTED)
        anchor = Anchor.BOTTOM if share else Anchor.TOP
        return Slot(name, label, SlotKind.BODY, index, rect, (style,), anchor, is_free=True)

    def _footer(self, found: FoundLayout) -> Slot:
        rect, label = self.prepared.frames.footer, self.words.layouts.footer
        return self._foot("footer", label, SlotKind.FOOTER, found.of("ftr"), rect)

    def _page_number(self, found: FoundLayout) -> Slot:
        rect, label = self.prepared.frames.number, self.words.layouts.page_number
        return self._foot("page number", label, SlotKind.PAGE_NUMBER, found.of("sldNum"), rect)

    def _foot(
        self, name: str, label: str, kind: SlotKind, found: Placeholder | None, rect: Rect
    ) -> Slot:
        """A placeholder of the foot where the template has one there."""
        is_there = found is not None and _is_at(found.rect, rect)
        align = found.levels[0].align if found and is_there else _OWN_ALIGN[kind]
        style = plain_style(FOOTER_SIZE, Ink.MUTED)._replace(align=align)
        return bound_slot(name, label, kind, found if is_there else None, rect, (style,))

    def _status(self) -> tuple[Slot, ...]:
        """Items at the left, the project's facts at the right, above the phases."""
        whole = self._frame
        side_width = min(SIDE_WIDTH, whole.width * LARGEST_SIDE)
        body = whole._replace(
            width=whole.width - side_width - 2 * SIDE_GAP,
            height=whole.height - STEPPER_HEIGHT - STEPS_GAP,
        )
        height = whole.height - STEPPER_HEIGHT - SIDE_STEPS_GAP
        side = whole.drop_left(whole.width - side_width)._replace(height=height)
        label = self.words.layouts.side
        return (
            self._body(status_styles(), body),
            Slot("side", label, SlotKind.BODY, 15, side, side_styles(), is_free=True),
        )

    def _cards(self) -> tuple[Slot, ...]:
        across, down = CARD_MARGINS
        label = self.words.layouts.card
        return tuple(
            Slot(
                f"card {number}",
                f"{label} {number}",
                SlotKind.BODY,
                19 + number,
                self._frame,
                card_styles(),
                fill=Ink.PANEL,
                margin_x=across,
                margin_y=down,
                is_free=True,
            )
            for number in range(1, MOST_CARDS + 1)
        )

    def _columns(self, count: int) -> tuple[Slot, ...]:
        slots: list[Slot] = []
        for number, column in enumerate(self._frame.columns(count, COLUMN_GAP), 1):
            head, rest = column.take_top(HEADER_HEIGHT)
            slots += (self._header(number, head), self._column(number, rest))
        return tuple(slots)

    def _header(self, number: int, rect: Rect) -> Slot:
        return Slot(
            f"header {number}",
            f"{self.words.layouts.header} {number}",
            SlotKind.BODY,
            19 + number,
            rect,
            (column_header_style(),),
            anchor=Anchor.MIDDLE,
            fill=Ink.PRIMARY,
            margin_x=10.5,
            margin_y=6,
            is_free=True,
        )

    def _column(self, number: int, rect: Rect) -> Slot:
        label = f"{self.words.layouts.column} {number}"
        name, styles = f"column {number}", column_styles()
        return Slot(
            name, label, SlotKind.BODY, 29 + number, rect, styles, margin_x=10.5, is_free=True
        )

    def _cover(self, cover: PreparedCover, role: str, name: str) -> Layout:
        """Title, then what the slide says below it: a subtitle, the occasion or the contact."""
        names, house, frames = self.words.layouts, self.house, cover.frames
        largest = house.cover.largest or FOOTER_SIZE
        style = cover_style(largest, house.cover)
        found = cover.layout.title
        kind = SlotKind.CENTRE_TITLE if found and found.kind == "ctrTitle" else SlotKind.TITLE
        title = bound_slot("title", self.words.slide_title, kind, found, frames.title, (style,))
        foot = voiced_style(house.contact.largest or FOOTER_SIZE, house.contact)
        below = {"title": "meeting", "closing": "contact"}[role]
        label = {"title": names.meeting, "closing": names.contact}[role]
        contact = Slot(
            below, label, SlotKind.BODY, 13, frames.contact, (foot,), Anchor.TOP, is_free=True
        )
        if role == "closing":
            area = frames.subtitle._replace(height=frames.contact.bottom - frames.subtitle.top)
            contact = Slot(below, label, SlotKind.BODY, 13, area, (foot,), is_free=True)
            return Layout(role, name, Ink.PRIMARY, (title, contact), dress=cover.dress)
        second = voiced_style(house.subtitle.largest or FOOTER_SIZE, house.subtitle)
        subtitle = bound_slot(
            "subtitle", names.subtitle, SlotKind.SUBTITLE, cover.text, frames.subtitle, (second,)
        )
        return Layout(role, name, Ink.PRIMARY, (title, subtitle, contact), dress=cover.dress)


def bound_slot(
    name: str,
    label: str,
    kind: SlotKind,
    found: Placeholder | None,
    rect: Rect,
    styles: Styles,
    house: House | None = None,
) -> Slot:
    """A slot on a placeholder of the template; without one, a free frame."""
    if found is None:
        return Slot(name, label, kind, 0, rect, styles, is_free=True)
    levels = tuple(_told(found.levels, level, styles[0].ink, house) for level in range(9))
    bound = Bound(
        found.kind, found.idx, found.rect, found.insets, found.anchor, levels, found.is_doubled
    )
    # Lists begin at the top of their frame; titles and feet stand as the template has them.
    anchor = Anchor.TOP if house else found.anchor
    return Slot(name, label, kind, found.idx, rect, styles, anchor, bound=bound)


def _told(levels: tuple[Lettering, ...], level: int, ink: Ink, house: House | None) -> Told:
    """What a level tells, in the terms of the look; bullets are those of the house."""
    own = levels[level]
    bullets: tuple[Mark | None, ...] = (house.bullet, house.sub_bullet) if house else (None, None)
    bullet = bullets[min(level, 1)] if own.bullet else None
    is_house_bullet = bullet is not None and bullet.char == own.bullet
    return Told(
        own.size,
        ink if own.colour == levels[0].colour else None,
        own.is_bold,
        own.is_italic,
        own.is_spaced,
        own.align,
        own.indent,
        own.hanging,
        own.leading,
        own.before,
        bullet if is_house_bullet else _UNLIKE if own.bullet is not None else None,
    )


_UNLIKE = Mark("", Ink.TEXT)
"""A bullet that no style has, so that it is always replaced."""

_OWN_ALIGN = {SlotKind.FOOTER: Align.LEFT, SlotKind.PAGE_NUMBER: Align.RIGHT}


def _is_at(own: Rect, rect: Rect) -> bool:
    """Whether a frame is that of a placeholder, perhaps a little higher."""
    return abs(own.left - rect.left) < 1 and abs(own.width - rect.width) < 1
