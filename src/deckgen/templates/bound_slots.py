"""Slots on the placeholders of a template, and what these tell already."""

from __future__ import annotations

from deckgen.house import House
from deckgen.look import Bound, Slot, Told
from deckgen.style import Anchor, Ink, Mark, ParagraphStyle
from deckgen.templates.faces import Faces
from deckgen.templates.lettering import Lettering
from deckgen.templates.placeholders import Placeholder

_UNLIKE = Mark("", Ink.TEXT)
"""A bullet that no style has, so that it is always replaced."""


def bound_slot(
    slot: Slot,
    found: Placeholder | None,
    faces: Faces,
    house: House | None = None,
    *,
    is_recoloured: bool = False,
) -> Slot:
    """The slot on a placeholder of the template; without one, a free frame.

    A `house` is given for lists. Of one that `is_recoloured` no colour is the placeholder's.
    """
    if found is None:
        return slot._replace(is_free=True)
    style = slot.styles[0]
    levels = tuple(_told(found.levels, n, style, faces, house) for n in range(len(found.levels)))
    if is_recoloured:
        levels = tuple(told._replace(ink=None) for told in levels)
    bound = Bound(
        found.kind, found.idx, found.rect, found.insets, found.anchor, levels, found.is_doubled
    )
    # Lists begin at the top of their frame; titles and feet stand as the template has them.
    anchor = Anchor.TOP if house else found.anchor
    return slot._replace(idx=found.idx, anchor=anchor, bound=bound)


def _told(
    levels: tuple[Lettering, ...],
    level: int,
    style: ParagraphStyle,
    faces: Faces,
    house: House | None,
) -> Told:
    """What a level tells, in the terms of the look; bullets are those of the house."""
    own = levels[level]
    return Told(
        None if "size" in own.assumed else own.size,
        style.ink if own.colour == levels[0].colour else None,
        own.is_bold,
        faces.told(own, is_heading=style.is_heading),
        own.align,
        own.indent,
        own.hanging,
        own.leading,
        own.before,
        _bullet(own, level, house),
    )


def _bullet(own: Lettering, level: int, house: House | None) -> Mark | None:
    """The house's bullet where the level has it, none where it has none."""
    bullets = (house.bullet, house.sub_bullet) if house else (None, None)
    bullet = bullets[min(level, 1)] if own.bullet else None
    if bullet is not None and bullet.char == own.bullet:
        return bullet
    return None if own.bullet is None and "bullet" not in own.assumed else _UNLIKE
