"""A prepared template as a look: its own placeholders, and frames for all else in its body."""

from __future__ import annotations

from deckgen.geometry import Rect
from deckgen.house import House, Voice
from deckgen.language import Language
from deckgen.look import Layout, Look, Slot, SlotKind
from deckgen.named import NamedTuple
from deckgen.page import Shape
from deckgen.slots import (
    MOST_CARDS,
    SIDE_GAP,
    SIDE_WIDTH,
    STEPPER_HEIGHT,
    card_slot,
    column_slots,
    inner_layouts,
    side_slot,
)
from deckgen.style import Align, Anchor, Cut, Ink, ParagraphStyle
from deckgen.templates.bound_slots import bound_slot
from deckgen.templates.covers import PLATE, PreparedCover
from deckgen.templates.frames import is_at
from deckgen.templates.inventory import FoundLayout
from deckgen.templates.placeholders import Placeholder
from deckgen.templates.preparing import Prepared
from deckgen.templates.roles import CLOSING, CONTENT, TITLE, TITLE_ONLY
from deckgen.typography import (
    CREDIT_SIZE,
    FOOTER_SIZE,
    SECTION_LINE_STEPS,
    cover_style,
    plain_style,
    status_styles,
    title_style,
    voiced_style,
)
from deckgen.words import Words

LARGEST_SIDE = 0.3
"""The share of a narrow body that a project's facts may take."""

STEPS_GAP, SIDE_STEPS_GAP = 12.0, 6.0
LINE_HEIGHT = 17.0

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
        theme=prepared.theme,
        master=master,
        layouts=layouts,
        house=prepared.house,
        shares_body=True,
        brought=brought,
        fonts=prepared.fonts,
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
        first = self._cover(self.prepared.title, "title", names.title)
        last = self._cover(self.prepared.closing, "closing", names.closing)
        return (first, *inner_layouts(self, self.words, self.house), last)

    @property
    def house(self) -> House:
        return self.prepared.house

    @property
    def _frame(self) -> Rect:
        return self.prepared.inner.frames.body

    def inner(self, role: str, name: str, *slots: Slot) -> Layout:
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
        plate = self.prepared.inner.plate
        shape = Shape(self.words.layouts.ground, plate, Ink.BACKGROUND) if plate else None
        dress = self.prepared.inner.dress
        return Layout(role, name, Ink.BACKGROUND, around, plate=shape, dress=dress)

    def _title(self, found: FoundLayout) -> Slot:
        voice = self.house.title
        style = title_style(voice.largest or FOOTER_SIZE, voice)
        rect = self.prepared.inner.frames.title
        fill = self._plate("title")
        slot = Slot("title", self.words.slide_title, SlotKind.TITLE, 0, rect, (style,), fill=fill)
        return self._bound(slot, found.title, is_recoloured="title" in self.prepared.inner.instead)

    def _plate(self, name: str) -> Ink | None:
        """A ground for a text where the template's own makes every colour hard to read."""
        return Ink.BACKGROUND if name in self.prepared.inner.plated else None

    def body(self, styles: Styles, rect: Rect | None = None) -> Slot:
        texts = self.prepared.content.texts
        found = texts[0] if texts else None
        styles = self.house.in_body(styles)
        label, frame = self.words.slide_text, rect or self._frame
        slot = Slot("body", label, SlotKind.BODY, 0, frame, styles)
        is_recoloured = "body" in self.prepared.inner.instead
        return bound_slot(slot, found, self.prepared.faces, self.house, is_recoloured=is_recoloured)

    def _line(self, name: str, label: str, index: int, size: float, share: float) -> Slot:
        """A line at the top (`share` 0) or foot (1) of the body."""
        height = LINE_HEIGHT
        top = self._frame.top + share * (self._frame.height - height)
        rect = self._frame._replace(top=top, height=height)
        style = plain_style(size, Ink.MUTED)
        anchor = Anchor.BOTTOM if share else Anchor.TOP
        return Slot(name, label, SlotKind.BODY, index, rect, (style,), anchor, is_free=True)

    def _footer(self, found: FoundLayout) -> Slot:
        rect, label = self.prepared.inner.frames.footer, self.words.layouts.footer
        return self._foot("footer", label, SlotKind.FOOTER, found.of("ftr"), rect)

    def _page_number(self, found: FoundLayout) -> Slot:
        rect, label = self.prepared.inner.frames.number, self.words.layouts.page_number
        return self._foot("page number", label, SlotKind.PAGE_NUMBER, found.of("sldNum"), rect)

    def _foot(
        self, name: str, label: str, kind: SlotKind, found: Placeholder | None, rect: Rect
    ) -> Slot:
        """A placeholder of the foot where the template has one there."""
        is_there = found is not None and is_at(found.rect, rect)
        align = found.levels[0].align if found and is_there else _OWN_ALIGN[kind]
        instead = self.prepared.inner.instead.get(name)
        style = plain_style(FOOTER_SIZE, instead or Ink.MUTED, align)
        if found and is_there:
            style = style._replace(cut=Cut(self.prepared.faces.cut(found.levels[0]).font))
        fill = self._plate(name)
        slot = Slot(name, label, kind, 0, rect, (style,), fill=fill)
        return self._bound(slot, found if is_there else None, is_recoloured=bool(instead))

    def status(self) -> tuple[Slot, ...]:
        whole = self._frame
        side_width = min(SIDE_WIDTH, whole.width * LARGEST_SIDE)
        body = whole._replace(
            width=whole.width - side_width - 2 * SIDE_GAP,
            height=whole.height - STEPPER_HEIGHT - STEPS_GAP,
        )
        height = whole.height - STEPPER_HEIGHT - SIDE_STEPS_GAP
        side = whole.drop_left(whole.width - side_width)._replace(height=height)
        return (self.body(status_styles(), body), side_slot(side, self.words, is_free=True))

    def cards(self) -> tuple[Slot, ...]:
        numbers = range(1, MOST_CARDS + 1)
        return tuple(card_slot(n, self._frame, self.words, is_free=True) for n in numbers)

    def columns(self, count: int) -> tuple[Slot, ...]:
        return tuple(column_slots(self._frame, count, 0.0, self.words, is_free=True))

    def _cover(self, cover: PreparedCover, role: str, name: str) -> Layout:
        """Title, then what the slide says below it: a subtitle, the occasion or the contact."""
        names, house = self.words.layouts, self.house
        if role == "closing":
            title = self._cover_title(cover, house.closing)
            below = [self._contact("contact", names.contact, cover, house.contact)]
        else:
            title = self._cover_title(cover, house.cover)
            meeting = self._contact("meeting", names.meeting, cover, house.meeting)
            below = [self._subtitle(cover), meeting]
        return Layout(role, name, Ink.PRIMARY, (title, *below), dress=cover.dress)

    def _cover_title(self, cover: PreparedCover, voice: Voice) -> Slot:
        found = cover.layout.title
        kind = SlotKind.CENTRE_TITLE if found and found.kind == "ctrTitle" else SlotKind.TITLE
        style = cover_style(voice.largest or FOOTER_SIZE, voice)
        slot = Slot("title", self.words.slide_title, kind, 0, cover.frames.title, (style,))
        return self._on_cover(slot, "title", found, cover)

    def _subtitle(self, cover: PreparedCover) -> Slot:
        voice, label = self.house.subtitle, self.words.layouts.subtitle
        style = voiced_style(voice.largest or FOOTER_SIZE, voice)
        rect = cover.frames.subtitle
        slot = Slot("subtitle", label, SlotKind.SUBTITLE, 0, rect, (style,))
        return self._on_cover(slot, "subtitle", cover.text, cover)

    def _contact(self, name: str, label: str, cover: PreparedCover, voice: Voice) -> Slot:
        style = voiced_style(voice.largest or FOOTER_SIZE, voice)
        slot = Slot(name, label, SlotKind.BODY, 13, cover.frames.contact, (style,))
        return self._on_cover(slot, "contact", cover.contact, cover)

    def _on_cover(
        self, slot: Slot, name: str, found: Placeholder | None, cover: PreparedCover
    ) -> Slot:
        plated = slot._replace(fill=PLATE if name in cover.plated else None)
        return self._bound(plated, found, is_recoloured=name in cover.recoloured)

    def _bound(self, slot: Slot, found: Placeholder | None, *, is_recoloured: bool = False) -> Slot:
        return bound_slot(slot, found, self.prepared.faces, is_recoloured=is_recoloured)


_OWN_ALIGN = {SlotKind.FOOTER: Align.LEFT, SlotKind.PAGE_NUMBER: Align.RIGHT}
