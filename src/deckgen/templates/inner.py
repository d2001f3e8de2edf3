"""Slides with a body, as a template has them: their frames, their inks, what they stand on."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.contrast import contrast
from deckgen.geometry import Rect
from deckgen.look import Dress, Insets
from deckgen.named import NamedTuple
from deckgen.packages.refusing import refuse
from deckgen.style import Ink
from deckgen.templates.around import around_body, text_colour
from deckgen.templates.frames import (
    LEAST_HEIGHT,
    LEAST_WIDTH,
    ContentFrames,
    content_frames,
    plate_around,
)
from deckgen.templates.grounds import Ground
from deckgen.templates.inking import best_on, inks_on, plate_for
from deckgen.templates.inventory import FoundLayout
from deckgen.templates.lettering import Lettering
from deckgen.templates.readings import Reading
from deckgen.templates.scenery import Behind, Scenery
from deckgen.theme import Colour, Theme

ALIKE = 1.3
"""Two grounds with no more contrast than this are one to the eye."""


class PreparedInner(NamedTuple):
    """Frames and inks of slides with a body. `plate` is a ground to be put under the body.

    `instead` are the inks of texts that cannot be read in the template's colour, by slot; those
    that are `plated` have a ground of their own.
    """

    frames: ContentFrames
    dress: Dress
    plate: Rect | None
    instead: Mapping[str, Ink]
    plated: frozenset[str]
    readings: tuple[Reading, ...]


def prepared_inner(theme: Theme, content: FoundLayout, scenery: Scenery) -> PreparedInner:
    """Slides with the text of the layout `content`. Raises Refused if that is too small."""
    frames = _checked(content, content_frames(content, scenery.whole))
    behind = _behind_body(content, frames.body, scenery)
    dress, plate = _dress(theme, content, behind), None
    if not _is_bare(behind, content, scenery, frames):
        plate = _plate(content, frames, scenery.whole)
    ground = _paper(dress) if plate else behind
    around = around_body(content, frames, ground, scenery, dress)
    return PreparedInner(frames, dress, plate, around.instead, around.plated, around.readings)


def _checked(layout: FoundLayout, frames: ContentFrames) -> ContentFrames:
    width, height = frames.body.width, frames.body.height
    if width < LEAST_WIDTH or height < LEAST_HEIGHT:
        message = (
            f"the layout `{layout.name}` has {width:.0f} × {height:.0f} pt for text; "
            f"a report needs {LEAST_WIDTH:.0f} × {LEAST_HEIGHT:.0f}"
        )
        raise refuse("no-layout", message, "enlarge its text, or name another layout as `content`")
    return frames


def _title(layout: FoundLayout) -> Lettering:
    if not layout.title:
        raise ValueError("a layout without a title was chosen")
    return layout.title.levels[0]


def _dress(theme: Theme, content: FoundLayout, behind: Behind) -> Dress:
    """The inks and fonts of slides with a body."""
    words = text_colour(content) or best_on(_worst(behind), content.colours).value
    paper = _plain(behind) or plate_for(words, content.colours)
    title = _title(content)
    inks = inks_on(paper, words, title.colour, content.colours, theme.colours)
    body = content.texts[0].levels[0].typeface if content.texts else "+mn-lt"
    return Dress(inks, title.typeface, body, content.mapping)


def _behind_body(layout: FoundLayout, rect: Rect, scenery: Scenery) -> Behind:
    """What a body stands on: the fill of its own placeholder, or what is behind that."""
    return scenery.behind(rect, layout, layout.texts[0] if layout.texts else None)


def _is_bare(behind: Behind, layout: FoundLayout, scenery: Scenery, frames: ContentFrames) -> bool:
    """Whether boxes may stand on the slide's own ground."""
    has_fill = scenery.behind(frames.body, layout).ground != behind.ground
    return _plain(behind) is not None and not has_fill


def _plain(behind: Behind) -> Colour | None:
    """The one colour of a ground, or the first of some that are much alike."""
    ground = behind.ground
    if ground.is_picture or not ground.colours:
        return None
    first, *others = ground.colours
    return first if all(contrast(first, other) <= ALIKE for other in others) else None


def _worst(behind: Behind) -> Colour:
    return behind.ground.colours[0] if behind.ground.colours else "FFFFFF"


def _plate(layout: FoundLayout, frames: ContentFrames, whole: Rect) -> Rect:
    insets = layout.texts[0].insets if layout.texts else Insets()
    return plate_around(frames, insets, whole)


def _paper(dress: Dress) -> Behind:
    """What a body stands on that has a plate under it."""
    paper = dress.inks[Ink.BACKGROUND].value
    return Behind(Ground((paper,)), (paper,))
