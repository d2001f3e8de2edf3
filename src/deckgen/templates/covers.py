"""The first and the last slide on a template: which placeholder says what, and in which colour."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.contrast import READABLE, contrast
from deckgen.geometry import Rect
from deckgen.look import Dress, ThemeColour
from deckgen.named import NamedTuple
from deckgen.style import Ink
from deckgen.templates.colours import Colours
from deckgen.templates.frames import CoverFrames, cover_frames, inside
from deckgen.templates.grounds import drawn_on
from deckgen.templates.inking import best_on, candidates, named, plate_for
from deckgen.templates.inventory import FoundLayout
from deckgen.templates.lettering import Lettering
from deckgen.templates.placeholders import Placeholder
from deckgen.templates.readings import Reading, Text, colour_instead, needed
from deckgen.templates.scenery import Scenery
from deckgen.theme import Colour

SMALLEST_TITLE, SMALLEST_TEXT = 24.0, 16.0
LEAST_WIDTH, LEAST_HEIGHT = 160.0, 30.0
"""What the occasion or a contact needs: two lines of its smallest type."""

PLATE = Ink.PANEL
INKS = {"title": Ink.PRIMARY, "subtitle": Ink.BACKGROUND, "contact": Ink.TINT}
"""The inks that stand for the colours of a cover's three texts."""


class PreparedCover(NamedTuple):
    """The first or the last slide: its layout, frames and inks, and the placeholders of its texts.

    `contact` is for the occasion or how to reach whom. The colours of `recoloured` texts are not
    those of the template, and those that are `plated` have a ground of their own.
    """

    layout: FoundLayout
    text: Placeholder | None
    contact: Placeholder | None
    frames: CoverFrames
    dress: Dress
    recoloured: frozenset[str]
    plated: frozenset[str]
    readings: tuple[Reading, ...]

    @property
    def title_lettering(self) -> Lettering:
        """How the title is set."""
        return _lettering(self.layout.title)

    @property
    def text_lettering(self) -> Lettering:
        """How the subtitle is set; where only a title is told, smaller, and not bold."""
        if self.text:
            return self.text.levels[0]
        title = self.title_lettering
        return title._replace(size=title.size * 0.6, is_bold=False)


def prepared_cover(
    layout: FoundLayout, scenery: Scenery, dress: Dress, *, is_last: bool
) -> PreparedCover:
    """What a cover is made of; on the last slide the contact takes the place of the subtitle."""
    text = layout.of("subTitle") or next(iter(layout.texts), None)
    frames = _frames(layout, text, scenery)
    contact = text if is_last else _second_text(layout, text, frames, scenery.whole)
    if contact and not _holds_contact(inside(contact.rect, scenery.whole)):
        contact = None
    if is_last:
        area = frames.subtitle._replace(height=frames.contact.bottom - frames.subtitle.top)
        frames = frames._replace(contact=area)
    elif contact and text:
        own, other = (inside(each.rect, scenery.whole) for each in (text, contact))
        frames = frames._replace(subtitle=own, contact=other)
    bare = PreparedCover(layout, text, contact, frames, dress, frozenset(), frozenset(), ())
    return _readable(bare, scenery, is_last=is_last)


def _frames(layout: FoundLayout, text: Placeholder | None, scenery: Scenery) -> CoverFrames:
    drawn = drawn_on(layout.element, scenery.master.element, layout.colours)
    return cover_frames(layout, text, drawn, scenery.whole)


def _second_text(
    layout: FoundLayout, text: Placeholder | None, frames: CoverFrames, whole: Rect
) -> Placeholder | None:
    """The largest other text that has room for a contact and stands apart from the others."""
    taken = [frames.title, *([text.rect] if text else [])]
    fitting = (
        each
        for each in layout.texts
        if text and each is not text and each.kind in ("body", "subTitle") and not each.is_doubled
        if _holds_contact(inside(each.rect, whole))
        if not any(_cross(each.rect, other) for other in taken)
    )
    return next(fitting, None)


def _holds_contact(rect: Rect) -> bool:
    return rect.width >= LEAST_WIDTH and rect.height >= LEAST_HEIGHT


def _cross(one: Rect, other: Rect) -> bool:
    is_beside = one.right <= other.left + 1 or other.right <= one.left + 1
    return not is_beside and one.top < other.bottom - 1 and other.top < one.bottom - 1


def _readable(cover: PreparedCover, scenery: Scenery, *, is_last: bool) -> PreparedCover:
    """The cover with colours that can be read, the template's own wherever these can."""
    texts = _texts(cover, scenery, is_last=is_last)
    colours = cover.layout.colours
    own = {name: named(text.colour, colours) for name, text in texts.items()}
    shown = {name: _shown(text, colours) for name, text in texts.items()}
    plate = _plate(cover.text_lettering.colour, texts, colours)
    bare = frozenset(name for name, colour in shown.items() if not colour)
    on_plate = {
        name: own[name] if _reads_on(plate, own[name]) else best_on(plate.value, colours)
        for name in bare
    }
    final = {name: on_plate.get(name) or shown[name] or own[name] for name in texts}
    inks = {INKS[name]: colour for name, colour in final.items()}
    return cover._replace(
        dress=cover.dress._replace(
            inks={**cover.dress.inks, **inks, PLATE: plate}, mapping=cover.layout.mapping
        ),
        recoloured=frozenset(name for name in texts if final[name] != own[name]),
        plated=bare,
        readings=tuple(
            Reading(text, final[name].value, plate.value if name in bare else None)
            for name, text in texts.items()
        ),
    )


def _shown(text: Text, colours: Colours) -> ThemeColour | None:
    """Its own colour if that reads, or else another one that does; None where none does."""
    if text.reads:
        return named(text.colour, colours)
    return colour_instead(text, candidates(colours))


def _reads_on(plate: ThemeColour, words: ThemeColour) -> bool:
    return contrast(words.value, plate.value) >= READABLE


def _plate(words: Colour, texts: Mapping[str, Text], colours: Colours) -> ThemeColour:
    """A ground for texts: one of those behind them if words of a colour read on it."""
    grounds = [each for text in texts.values() for each in text.behind.ground.colours]
    found = (each for each in grounds if contrast(words, each) >= READABLE)
    return named(next(found, None) or plate_for(words, colours), colours)


def _texts(cover: PreparedCover, scenery: Scenery, *, is_last: bool) -> dict[str, Text]:
    """The texts of a cover by their slots. The free ones are in the subtitle's colour."""
    layout, frames = cover.layout, cover.frames
    title, quiet = cover.title_lettering, cover.text_lettering
    contact = cover.contact.levels[0] if cover.contact else quiet
    shown = [
        ("title", title, SMALLEST_TITLE, frames.title, layout.title),
        *([] if is_last else [("subtitle", quiet, SMALLEST_TEXT, frames.subtitle, cover.text)]),
        ("contact", contact, SMALLEST_TEXT, frames.contact, cover.contact),
    ]
    return {
        name: Text(
            name,
            layout.name,
            lettering.colour,
            scenery.behind(rect, layout, placeholder),
            needed(size, is_bold=lettering.is_bold),
        )
        for name, lettering, size, rect, placeholder in shown
    }


def _lettering(title: Placeholder | None) -> Lettering:
    if not title:
        raise ValueError("a layout without a title was chosen")
    return title.levels[0]
