"""Pages with sketches → pages with pictures, as SVG and as PNG for programs that know no SVG.

What stands where was decided before. A picture that was drawn once is kept on a shelf by all
that shows in it; only for one that is not there matplotlib is loaded.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Protocol

from deckgen.drawing import Drawing
from deckgen.fonts import DRAWN_FACES
from deckgen.look import Look
from deckgen.named import NamedTuple
from deckgen.page import Element, Page, Pages, Picture, Sketch
from deckgen.style import Ink
from deckgen.theme import Colour


class Drawn(NamedTuple):
    """A finished picture, in both forms."""

    vector: bytes
    image: bytes


class Shelf(Protocol):
    """Where finished pictures are kept."""

    def take(self, key: str) -> Drawn | None:
        """The picture kept as `key`; None where there is none, or none that is whole."""

    def put(self, key: str, drawn: Drawn) -> None:
        """Keep a picture as `key`."""


def draw_sketches(pages: Pages, look: Look, shelf: Shelf, makers: str) -> Pages:
    """The pages with a picture for each sketch; `makers` tells programs from one another."""
    artist = _Artist(look, shelf, makers)
    sections = tuple(
        section._replace(pages=tuple(artist.page(page) for page in section.pages))
        for section in pages.sections
    )
    return pages._replace(sections=sections)


class _Artist(NamedTuple):
    look: Look
    shelf: Shelf
    makers: str

    def page(self, page: Page) -> Page:
        if not any(isinstance(each, Sketch) for each in page.elements):
            return page
        colours = _colours(self.look, page.layout)
        return page._replace(elements=tuple(self._element(e, colours) for e in page.elements))

    def _element(self, element: Element, colours: Mapping[Ink, Colour]) -> Element:
        if not isinstance(element, Sketch):
            return element
        drawn = self._drawn(element.drawing, colours)
        return Picture(element.name, element.rect, drawn.image, element.description, drawn.vector)

    def _drawn(self, drawing: Drawing, colours: Mapping[Ink, Colour]) -> Drawn:
        outlines = self.look.theme.body.outlines
        letters = {face: outlines[face] for face in DRAWN_FACES}
        key = _key(self.makers, drawing, colours, letters)
        drawn = self.shelf.take(key)
        if drawn is None:
            from deckgen.figures.plotting import plot

            drawn = plot(drawing, colours, letters)
            self.shelf.put(key, drawn)
        return drawn


def _colours(look: Look, role: str) -> Mapping[Ink, Colour]:
    """The colour of each ink on slides with a layout."""
    dress = look.layout(role).dress
    if dress is None:
        return look.theme.colours
    return {ink: colour.value for ink, colour in dress.inks.items()}


def _key(
    makers: str, drawing: Drawing, colours: Mapping[Ink, Colour], letters: Mapping[str, bytes]
) -> str:
    """Tells pictures that differ in anything that shows."""
    shades = sorted((ink.value, colour) for ink, colour in colours.items())
    fonts = [sha256(content).hexdigest() for content in letters.values()]
    return sha256(repr((makers, drawing, shades, fonts)).encode()).hexdigest()
