"""Pages, and the deck that they are."""

from __future__ import annotations

from datetime import date

from deckgen.named import NamedTuple
from deckgen.page.charts import Chart
from deckgen.page.shapes import Picture, Rule, Rules, Shape, Sketch
from deckgen.page.tables import Table
from deckgen.page.text import TextBox
from deckgen.problems import Problem

Element = TextBox | Shape | Rule | Rules | Picture | Table | Chart | Sketch


class Page(NamedTuple):
    """One slide with everything in its place.

    `layout` is the role of the layout it is made on, `notes` the speaker's notes,
    a string a paragraph.
    """

    id: str
    layout: str
    title: str
    elements: tuple[Element, ...]
    notes: tuple[str, ...] = ()


class PageSection(NamedTuple):
    """A named run of pages, as PowerPoint's slide sorter groups them."""

    id: str
    name: str
    pages: tuple[Page, ...]


class Properties(NamedTuple):
    """What the file says of itself. `language` is a tag such as de-DE."""

    title: str
    language: str
    subject: str | None = None
    author: str | None = None
    organisation: str | None = None
    date: date | None = None


class Pages(NamedTuple):
    """A whole deck, laid out. `warnings` is what an author should look at."""

    properties: Properties
    sections: tuple[PageSection, ...]
    warnings: tuple[Problem, ...] = ()

    @property
    def pages(self) -> tuple[Page, ...]:
        """Every page, in order."""
        return tuple(page for section in self.sections for page in section.pages)

    @property
    def has_sketches(self) -> bool:
        """Whether pictures are still to be drawn."""
        return any(isinstance(each, Sketch) for page in self.pages for each in page.elements)
