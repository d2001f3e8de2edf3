"""What a template has that decks do not use, and what it has not that they could."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.templates.preparing import Prepared
from deckgen.templates.roles import CLOSING, CONTENT, TITLE, TITLE_ONLY


def unused_layouts(prepared: Prepared) -> tuple[str, ...]:
    """The names of layouts that serve for nothing, in their order."""
    used = {layout.part for layout in prepared.roles.layouts.values()}
    layouts = prepared.roles.master.layouts
    return tuple(each.name or each.part for each in layouts if each.part not in used)


def lacking(prepared: Prepared) -> tuple[str, ...]:
    """What is missing, and what is done instead."""
    return (*_layouts(prepared), *_placeholders(prepared))


def _layouts(prepared: Prepared) -> Iterator[str]:
    layouts = prepared.roles.layouts
    content = layouts[CONTENT]
    if layouts[TITLE] is content:
        yield f"a layout for the first slide: it stands on `{content.name}`"
    if layouts[TITLE_ONLY] is content and content.texts:
        yield f"a layout with such a title only: cards and columns stand on `{content.name}`"
    if layouts[CLOSING] is layouts[TITLE]:
        yield f"a layout for the last slide: it stands on `{layouts[TITLE].name}`"


def _placeholders(prepared: Prepared) -> Iterator[str]:
    content, first, last = prepared.content, prepared.title, prepared.closing
    if not content.texts:
        yield "a text: lists stand in the room that the title leaves"
    if not content.of("ftr"):
        yield "a footer: it takes a line from the text"
    if not content.of("sldNum"):
        yield "a page number: it takes a line from the text"
    if not first.text:
        yield "a subtitle: it stands below the title of the first slide"
    if not first.contact:
        yield "a second text on the first slide: the occasion stands in a box below the subtitle"
    if not last.contact:
        yield "a text on the last slide: the contact stands in a box below the title"
