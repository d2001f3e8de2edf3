"""A theme's master and layouts: the frames that layout and writers share."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import lru_cache
from types import MappingProxyType

from deckgen.brought import Brought
from deckgen.fonts import Typeface
from deckgen.frozen import Frozen
from deckgen.geometry import Points, Rect
from deckgen.house import BUILT_IN, House
from deckgen.named import NamedTuple
from deckgen.page import Picture, Rule, Shape
from deckgen.style import PLAIN, Align, Anchor, Bullet, Cut, Ink, ParagraphStyle
from deckgen.theme import Colour, Theme


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


class Told(NamedTuple):
    """What a level of a template's placeholder says of itself, and slides need not repeat.

    `ink` is the ink that stands for its colour. `leading` and `before` are None where they are
    no lengths, `size` where nothing tells it.
    """

    size: Points | None
    ink: Ink | None = None
    is_bold: bool = False
    cut: Cut = PLAIN
    align: Align = Align.LEFT
    indent: Points = 0.0
    hanging: Points = 0.0
    leading: Points | None = None
    before: Points | None = None
    bullet: Bullet | None = None


class Bound(NamedTuple):
    """The placeholder of a template that a slot is: what it tells, and where its text stands.

    `kind` is its type as the file has it. Of one that `is_doubled` in its layout programs take one
    or the other, so that nothing of it can be relied on.
    """

    kind: str
    idx: int
    rect: Rect
    insets: Insets
    anchor: Anchor
    levels: tuple[Told, ...]
    is_doubled: bool = False


class ThemeColour(NamedTuple):
    """A colour as a template has it: one of its theme's, lighter or darker, or one of its own.

    Its luminance is that of the theme's colour times `factor` plus `offset`.
    """

    value: Colour
    name: str | None = None
    factor: float = 1.0
    offset: float = 0.0


class Dress(NamedTuple):
    """How inks and fonts are told in a template's file; a font is a name, or the theme's.

    A layout may have a `mapping` of its own of names to the theme's colours.
    """

    inks: Mapping[Ink, ThemeColour]
    heading: str = "+mj-lt"
    body: str = "+mn-lt"
    mapping: Mapping[str, str] | None = None


class Slot(NamedTuple):
    """A placeholder of a layout: its frame, and the styles of its levels.

    `name` is how pages refer to it, `label` what an editor sees, `idx` its number
    in the file, unique in a layout; `fill` is the ink of its ground. In a
    template's look it is `bound` to a placeholder, or it `is_free`: a mere frame.
    """

    name: str
    label: str
    kind: SlotKind
    idx: int
    rect: Rect
    styles: tuple[ParagraphStyle, ...]
    anchor: Anchor = Anchor.TOP
    fill: Ink | None = None
    margin_x: float = 0.0
    margin_y: float = 0.0
    bound: Bound | None = None
    is_free: bool = False


class Layout(NamedTuple):
    """A slide layout. `role` is how pages refer to it, `name` what an editor sees.

    `shows_master` says whether the master's decorations show through. Slides put `plate` under
    their body, on a template whose ground is a picture; `dress` is None for the built-in look.
    """

    role: str
    name: str
    ground: Ink
    slots: tuple[Slot, ...]
    decorations: tuple[Shape | Rule | Picture, ...] = ()
    shows_master: bool = True
    plate: Shape | None = None
    dress: Dress | None = None

    def slot(self, name: str) -> Slot:
        """The slot called `name`; KeyError if the layout has none."""
        for slot in self.slots:
            if slot.name == name:
                return slot
        raise KeyError(name)


class Look(Frozen):
    """A theme with its master and layouts, ready for any number of decks in one language.

    `master` is a layout too: the slots and decorations that all others build on. A template
    has `brought` its own; there the section line and the source take room from the body, so
    the look `shares_body`, and it may have more `fonts` than two, by what the file calls them.
    A look is drawn once and known by itself, so that writers can prepare it once.
    """

    theme: Theme
    master: Layout
    layouts: tuple[Layout, ...]
    house: House = BUILT_IN
    shares_body: bool = False
    brought: Brought | None = None
    fonts: Mapping[str, Typeface] = MappingProxyType({})

    __eq__, __hash__ = object.__eq__, object.__hash__

    def layout(self, role: str) -> Layout:
        """The layout for `role`; KeyError if the look has none."""
        return _by_role(self)[role]


@lru_cache(maxsize=16)
def _by_role(look: Look) -> dict[str, Layout]:
    return {layout.role: layout for layout in look.layouts}
