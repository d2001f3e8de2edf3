"""The built-in look: a theme's tokens turned into a master and its layouts.

Every frame of a slide is decided here, in points, for a slide of any size.
"""

from __future__ import annotations

from deckgen.geometry import Points, Rect
from deckgen.house import BUILT_IN
from deckgen.language import Language
from deckgen.logo import LOGO_BOX, clear_space, logo_extent
from deckgen.look import Layout, Look, Slot, SlotKind
from deckgen.named import NamedTuple
from deckgen.page import Picture, Rule, Shape
from deckgen.slots import (
    COLUMN_GAP,
    MOST_CARDS,
    SIDE_GAP,
    SIDE_WIDTH,
    STEPPER_HEIGHT,
    card_slot,
    column_slots,
    inner_layouts,
    side_slot,
)
from deckgen.style import Align, Anchor, Ink, ParagraphStyle
from deckgen.theme import Image, Logo, Theme
from deckgen.typography import (
    CREDIT_SIZE,
    FOOTER_SIZE,
    SECTION_LINE_STEPS,
    bullet_styles,
    cover_style,
    plain_style,
    status_styles,
    title_style,
)
from deckgen.words import Words

MARGIN = 48.0
COVER_MARGIN = 72.0
TITLE_TOP = 50.0
TITLE_HEIGHT = 76.0
BODY_TOP = 129.0
LOGO_GAP = 24.0
LOGO_TOP = 30.0
DARK_LOGO_TOP = 43.0
COVER_TITLE_TOP = 88.0
COVER_TITLE_BOTTOM = 300.0
HEADER_GAP = 10.0


def draw_look(theme: Theme, language: Language) -> Look:
    """The look of `theme`, with the names of its layouts in `language`."""
    design = _Design(theme, language.words)
    return Look(theme=theme, master=design.master(), layouts=design.layouts())


class _Design(NamedTuple):
    """The frames of a slide, derived from its size and the logo's place."""

    theme: Theme
    words: Words

    def master(self) -> Layout:
        slots = (
            self._title(),
            self.body(bullet_styles()),
            self._footer(),
            self._page_number(),
        )
        across = Rect(MARGIN, self._foot, self._width, 0)
        rule = Rule(self.words.layouts.footer_rule, across)
        return Layout("master", self.theme.title, Ink.BACKGROUND, slots, (rule, *self._logo()))

    def layouts(self) -> tuple[Layout, ...]:
        inner = inner_layouts(self, self.words, BUILT_IN)
        return (self._cover(), *inner, self._closing())

    @property
    def _width(self) -> float:
        return self.theme.slide.width - 2 * MARGIN

    @property
    def _foot(self) -> float:
        return self.theme.slide.height - 39

    @property
    def _frame(self) -> Rect:
        return Rect(MARGIN, BODY_TOP, self._width, self._foot - 31 - BODY_TOP)

    @property
    def _title_width(self) -> float:
        gap = max(LOGO_GAP, self._clear_space)
        return self._width - (LOGO_BOX.width + gap if self.theme.logo else 0)

    def inner(self, role: str, name: str, *slots: Slot) -> Layout:
        around = (
            self._title(),
            self._section_line(),
            *slots,
            self._credit(),
            self._footer(),
            self._page_number(),
        )
        return Layout(role, name, Ink.BACKGROUND, around)

    def _title(self) -> Slot:
        rect = Rect(MARGIN, TITLE_TOP, self._title_width, TITLE_HEIGHT)
        return Slot("title", self.words.slide_title, SlotKind.TITLE, 0, rect, (title_style(),))

    def _section_line(self) -> Slot:
        rect = Rect(MARGIN, 2, self._title_width, TITLE_TOP - 6)
        style = plain_style(SECTION_LINE_STEPS[0], Ink.MUTED)
        label = self.words.layouts.section
        return Slot("section", label, SlotKind.BODY, 13, rect, (style,), anchor=Anchor.BOTTOM)

    def body(self, styles: tuple[ParagraphStyle, ...], rect: Rect | None = None) -> Slot:
        return Slot("body", self.words.slide_text, SlotKind.BODY, 1, rect or self._frame, styles)

    def _credit(self) -> Slot:
        rect = Rect(MARGIN, self._foot - 27, self._width, 20)
        style = plain_style(CREDIT_SIZE, Ink.MUTED)
        label = self.words.layouts.credit
        return Slot("credit", label, SlotKind.BODY, 14, rect, (style,), anchor=Anchor.BOTTOM)

    def _footer(self) -> Slot:
        rect = Rect(MARGIN, self._foot + 6, self._width - 72, 18)
        style = plain_style(FOOTER_SIZE, Ink.MUTED)
        label = self.words.layouts.footer
        return Slot("footer", label, SlotKind.FOOTER, 11, rect, (style,))

    def _page_number(self) -> Slot:
        rect = Rect(MARGIN + self._width - 60, self._foot + 6, 60, 18)
        style = plain_style(FOOTER_SIZE, Ink.MUTED, Align.RIGHT)
        return Slot(
            "page number", self.words.layouts.page_number, SlotKind.PAGE_NUMBER, 12, rect, (style,)
        )

    def status(self) -> tuple[Slot, ...]:
        frame = self._frame._replace(height=self._frame.height - STEPPER_HEIGHT + 1)
        body = frame._replace(width=frame.width - SIDE_WIDTH - 2 * SIDE_GAP)
        side = frame.drop_left(frame.width - SIDE_WIDTH)._replace(height=frame.height + 6)
        return (self.body(status_styles(), body), side_slot(side, self.words))

    def cards(self) -> tuple[Slot, ...]:
        """Six cards in three rows; slides give those they use the height they need."""
        columns = self._frame.columns(2, COLUMN_GAP)
        height = (self._frame.height - 2 * COLUMN_GAP) / 3
        frames = (
            column.drop_top(row * (height + COLUMN_GAP))._replace(height=height)
            for column in columns
            for row in range(MOST_CARDS // 2)
        )
        return tuple(card_slot(number, rect, self.words) for number, rect in enumerate(frames, 1))

    def columns(self, count: int) -> tuple[Slot, ...]:
        return tuple(column_slots(self._frame, count, HEADER_GAP, self.words))

    def _cover(self) -> Layout:
        title = self._cover_title(SlotKind.CENTRE_TITLE)
        rect = Rect(COVER_MARGIN, title.rect.bottom + 18, title.rect.width, 84)
        subtitle = Slot(
            "subtitle",
            self.words.layouts.subtitle,
            SlotKind.SUBTITLE,
            1,
            rect,
            (plain_style(28, Ink.BACKGROUND),),
        )
        meeting = self._cover_foot("meeting", self.words.layouts.meeting)
        return self._dark("title", self.words.layouts.title, title, subtitle, meeting)

    def _closing(self) -> Layout:
        contact = self._cover_foot("contact", self.words.layouts.contact)
        return self._dark(
            "closing", self.words.layouts.closing, self._cover_title(SlotKind.TITLE), contact
        )

    def _dark(self, role: str, name: str, *slots: Slot) -> Layout:
        edge = Rect(0, 0, 13.5, self.theme.slide.height)
        bar = Shape(self.words.layouts.accent_bar, edge, Ink.ACCENT)
        return Layout(role, name, Ink.PRIMARY, slots, (bar, *self._dark_logo()), shows_master=False)

    def _cover_title(self, kind: SlotKind) -> Slot:
        under_logo = self._dark_logo_top + LOGO_BOX.height + self._clear_space
        top = max(COVER_TITLE_TOP, under_logo)
        width = self.theme.slide.width - 2 * COVER_MARGIN
        rect = Rect(COVER_MARGIN, top, width, COVER_TITLE_BOTTOM - top)
        return Slot(
            "title",
            self.words.slide_title,
            kind,
            0,
            rect,
            (cover_style(),),
            anchor=Anchor.BOTTOM,
        )

    def _cover_foot(self, name: str, label: str) -> Slot:
        width = self.theme.slide.width - 2 * COVER_MARGIN
        rect = Rect(COVER_MARGIN, self.theme.slide.height - 116, width, 72)
        style = plain_style(18, Ink.TINT)
        return Slot(name, label, SlotKind.BODY, 13, rect, (style,), anchor=Anchor.BOTTOM)

    def _logo(self) -> tuple[Picture, ...]:
        logo = self.theme.logo
        return (self._logo_picture(logo, logo.light, self._logo_top),) if logo else ()

    def _dark_logo(self) -> tuple[Picture, ...]:
        logo = self.theme.logo
        return (self._logo_picture(logo, logo.dark, self._dark_logo_top),) if logo else ()

    @property
    def _logo_top(self) -> Points:
        return max(LOGO_TOP, self._clear_space)

    @property
    def _dark_logo_top(self) -> Points:
        return max(DARK_LOGO_TOP, self._clear_space)

    @property
    def _clear_space(self) -> Points:
        return clear_space(self.theme.logo) if self.theme.logo else 0.0

    def _logo_picture(self, logo: Logo, image: Image, top: Points) -> Picture:
        """The logo as large as its box allows, hanging from the right margin."""
        width, height = logo_extent(image.size)
        left = self.theme.slide.width - MARGIN - width
        rect = Rect(left, top + (LOGO_BOX.height - height) / 2, width, height)
        return Picture("Logo", rect, image.content, logo.name, image.vector)
