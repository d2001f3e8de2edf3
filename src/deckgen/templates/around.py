"""The texts of slides with a body that are in a template's own colours, and what replaces these."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deckgen.contrast import READABLE
from deckgen.look import Dress
from deckgen.named import NamedTuple
from deckgen.style import Ink
from deckgen.templates.covers import SMALLEST_TITLE
from deckgen.templates.frames import ContentFrames, is_at
from deckgen.templates.inventory import FoundLayout
from deckgen.templates.readings import Reading, Text, ink_instead, needed
from deckgen.templates.scenery import Behind, Scenery
from deckgen.theme import Colour
from deckgen.typography import FOOTER_SIZE


class Around(NamedTuple):
    """How the texts on slides with a body are shown: by slot, the inks of those that cannot be read
    in the template's colour, and those that have a ground of their own."""

    instead: Mapping[str, Ink]
    plated: frozenset[str]
    readings: tuple[Reading, ...]


def around_body(
    content: FoundLayout, frames: ContentFrames, behind: Behind, scenery: Scenery, dress: Dress
) -> Around:
    """What stands in for colours that cannot be read; `behind` is what a body stands on."""
    texts = dict(_texts(content, frames, behind, scenery, dress))
    found = {name: ink_instead(text, dress.inks) for name, text in texts.items() if not text.reads}
    plated = frozenset(name for name, ink in found.items() if not ink)
    instead = {name: ink or Ink.TEXT for name, ink in found.items()}
    readings = (_reading(name, text, dress, instead, plated) for name, text in texts.items())
    return Around(instead, plated, tuple(readings))


def _texts(
    content: FoundLayout,
    frames: ContentFrames,
    behind_body: Behind,
    scenery: Scenery,
    dress: Dress,
) -> Iterator[tuple[str, Text]]:
    """The texts on slides with a body that are in the template's colours, and a foot, by slots."""
    if colour := text_colour(content):
        yield "body", Text("text", content.name, colour, behind_body, READABLE)
    shown = (
        ("title", content.title, frames.title, SMALLEST_TITLE),
        ("footer", content.of("ftr"), frames.footer, FOOTER_SIZE),
        ("page number", content.of("sldNum"), frames.number, FOOTER_SIZE),
    )
    for name, found, rect, size in shown:
        if found and (name == "title" or is_at(found.rect, rect)):
            own = found.levels[0]
            behind = scenery.behind(rect, content, found)
            least = needed(size, is_bold=own.is_bold and name == "title")
            yield name, Text(name, content.name, own.colour, behind, least)
        else:
            muted, behind = dress.inks[Ink.MUTED].value, scenery.behind(rect, content)
            yield name, Text(name, content.name, muted, behind, READABLE, is_own=False)


def _reading(
    name: str, text: Text, dress: Dress, instead: Mapping[str, Ink], plated: frozenset[str]
) -> Reading:
    shown = dress.inks[instead[name]].value if name in instead else text.colour
    plate = dress.inks[Ink.BACKGROUND].value if name in plated else None
    return Reading(text, shown, plate)


def text_colour(layout: FoundLayout) -> Colour | None:
    """The colour of the layout's text, if it has one."""
    return layout.texts[0].levels[0].colour if layout.texts else None
