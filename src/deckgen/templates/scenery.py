"""What really is behind a text of a template: fills, shapes, and the pixels of pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.geometry import Rect
from deckgen.named import NamedTuple
from deckgen.packages.package import Package
from deckgen.packages.xml import find, local_name, reference, whole_number
from deckgen.templates.grounds import Ground, Photo, ground_behind, own_ground
from deckgen.templates.inventory import FoundLayout, FoundMaster
from deckgen.templates.photos import extremes
from deckgen.templates.placeholders import Placeholder
from deckgen.theme import Colour

if TYPE_CHECKING:
    from deckgen.packages.xml import Element


class Behind(NamedTuple):
    """What a text stands on. Of pictures whose pixels were seen, `colours` has the extremes."""

    ground: Ground
    colours: tuple[Colour, ...]
    is_known: bool = True


class Scenery(NamedTuple):
    """A master on its slides, which cover the `whole`."""

    package: Package
    master: FoundMaster
    whole: Rect

    def behind(self, rect: Rect, layout: FoundLayout, own: Placeholder | None = None) -> Behind:
        """What a text at `rect` stands on; one in a placeholder may have a fill of its `own`."""
        master = self.master
        ground = ground_behind(rect, layout.element, master.element, master.theme, layout.colours)
        if own:
            ground = own_ground(own.shapes, layout.colours, ground) or ground
        return self._looked_at(ground, rect, layout)

    def _looked_at(self, ground: Ground, rect: Rect, layout: FoundLayout) -> Behind:
        seen = [self._colours(photo, rect, layout) for photo in ground.photos]
        colours = (*ground.colours, *(colour for each in seen for colour in each))
        return Behind(ground, tuple(dict.fromkeys(colours)), all(seen))

    def _colours(self, photo: Photo, rect: Rect, layout: FoundLayout) -> tuple[Colour, ...]:
        """The extremes of a picture under `rect`; empty where they cannot be known."""
        fill = photo.element
        if local_name(fill) == "pic":
            fill = found if (found := find(fill, "p:blipFill")) is not None else fill
        blip = find(fill, "a:blip")
        part = self._part(fill, layout)
        if blip is None or len(blip) or not part:  # effects on it are not looked at
            return ()
        target = self.package.target(part, reference(blip, "embed"))
        if not target or target.is_external:
            return ()
        is_stretched = find(fill, "a:stretch") is not None
        shares = _shares(rect, photo.rect or self.whole, fill) if is_stretched else _ALL
        return extremes(self.package.content(target.target), shares)

    def _part(self, element: Element, layout: FoundLayout) -> str:
        """The part that an element is in."""
        root = element.getroottree().getroot()
        if root is layout.element:
            return layout.part
        if root is self.master.element:
            return self.master.part
        return self.package.only(self.master.part, "theme") if root is self.master.theme else ""


_ALL = Rect(0.0, 0.0, 1.0, 1.0)


def _shares(rect: Rect, frame: Rect, fill: Element) -> Rect:
    """What of a picture is under `rect`, in shares of it (ECMA-376-1, 20.1.8.55)."""
    left, top, right, bottom = (_edge(find(fill, "a:srcRect"), side) for side in "ltrb")
    wide, high = 1 - left - right, 1 - top - bottom
    shown = find(fill, "a:stretch/a:fillRect")
    out = [_edge(shown, side) for side in "ltrb"]
    area = Rect(
        frame.left + out[0] * frame.width,
        frame.top + out[1] * frame.height,
        max(1.0, frame.width * (1 - out[0] - out[2])),
        max(1.0, frame.height * (1 - out[1] - out[3])),
    )
    return Rect(
        left + (rect.left - area.left) / area.width * wide,
        top + (rect.top - area.top) / area.height * high,
        rect.width / area.width * wide,
        rect.height / area.height * high,
    )


def _edge(element: Element | None, side: str) -> float:
    return whole_number(element, side) / 100_000
