"""A theme's master and layouts: the frames that layout and writers share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from deckgen.geometry import Points, Rect
from deckgen.page import Picture, Rule, Shape
from deckgen.style import Anchor, Ink, ParagraphStyle
from deckgen.theme import Theme


class SlotKind(Enum):
    """What a placeholder is for, in PowerPoint's terms."""

    TITLE = "title"
    CENTRE_TITLE = "ctrTitle"
    SUBTITLE = "subTitle"
    BODY = "body"
    FOOTER = "ftr"
    PAGE_NUMBER = "sldNum"


class Insets(NamedTuple):
    """How far text stands off the edges of its frame, in points."""

    left: Points = 0.0
    top: Points = 0.0
    right: Points = 0.0
    bottom: Points = 0.0

    def within(self, frame: Rect) -> Rect:
        """Where text stands in `frame`."""
        width = max(1.0, frame.width - self.left - self.right)
        height = max(1.0, frame.height - self.top - self.bottom)
        return Rect(frame.left + self.left, frame.top + self.top, width, height)

    def around(self, text: Rect) -> Rect:
        """The frame in which text stands at `text`."""
        width, height = self.left + self.right, self.top + self.bottom
        return Rect(
            text.left - self.left, text.top - self.top, text.width + width, text.height + height
        )


@dataclass(frozen=True, slots=True)
class Slot:
    """A placeholder of a layout: its frame, and the styles of its levels.

    `name` is how pages refer to it, `label` what an editor sees, `index` its
    `idx` in the file, unique in a layout; `fill` is the ink of its ground.
    """

    name: str
    label: str
    kind: SlotKind
    index: int
    rect: Rect
    styles: tuple[ParagraphStyle, ...]
    anchor: Anchor = Anchor.TOP
    fill: Ink | None = None
    margin_x: float = 0.0
    margin_y: float = 0.0


class Layout(NamedTuple):
    """A slide layout. `role` is how pages refer to it, `name` what an editor sees.

    `shows_master` says whether the master's decorations show through.
    """

    role: str
    name: str
    ground: Ink
    slots: tuple[Slot, ...]
    decorations: tuple[Shape | Rule | Picture, ...] = ()
    shows_master: bool = True

    def slot(self, name: str) -> Slot:
        """The slot called `name`; KeyError if the layout has none."""
        for slot in self.slots:
            if slot.name == name:
                return slot
        raise KeyError(name)


class Look(NamedTuple):
    """A theme with its master and layouts, ready for any number of decks in one language.

    `master` is a layout too: the slots and decorations that all others build on.
    """

    theme: Theme
    master: Layout
    layouts: tuple[Layout, ...]

    def layout(self, role: str) -> Layout:
        """The layout for `role`; KeyError if the look has none."""
        for layout in self.layouts:
            if layout.role == role:
                return layout
        raise KeyError(role)
