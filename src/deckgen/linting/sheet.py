"""A part as the checks see it, and what the whole has to know of it later."""

from __future__ import annotations

from functools import lru_cache

from deckgen.named import NamedTuple
from deckgen.packages.parts import Part, Relationship

SLIDE, LAYOUT, MASTER = "slide", "slideLayout", "slideMaster"
NOTES, NOTES_MASTER, HANDOUT_MASTER = "notesSlide", "notesMaster", "handoutMaster"
PRESENTATION, THEME, CHART, CORE = "main", "theme", "chart", "core-properties"
TREES = frozenset({SLIDE, LAYOUT, MASTER, NOTES, NOTES_MASTER, HANDOUT_MASTER})
"""The kinds of parts that have a tree of shapes."""

CUSTOM = "custom-properties"
SVG = "image/svg+xml"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_OFFICE = (
    "http://schemas.openxmlformats.org/",
    "http://purl.oclc.org/ooxml/",
    "http://schemas.microsoft.com/",
)
_KEPT = frozenset({PRESENTATION, MASTER})


class Sheet(NamedTuple):
    """A part with XML: its name, its kind, its content in our spelling, what it refers to."""

    name: str
    kind: str
    content: bytes
    relationships: tuple[Relationship, ...]

    @property
    def text(self) -> str:
        """The content as text, for those that take it apart: to search bytes is faster."""
        return self.content.decode()


class Trace(NamedTuple):
    """What is kept of a part: all but its content.

    `leads` are the parts it refers to, each after the last word of the relationship's type.
    `text` is that of the presentation and of masters, empty for all other parts; `title` is that
    of a slide, None for all other parts and for a slide that cannot be read.
    """

    name: str
    kind: str
    content_type: str
    relationships: tuple[Relationship, ...]
    leads: list[tuple[str, str]]
    text: str = ""
    title: str | None = None

    def targets(self, word: str) -> list[str]:
        """The parts that a kind of relationship leads to, by the last word of its type."""
        return [target for each, target in self.leads if each == word]


Traces = dict[str, Trace]
"""The traces of all parts by their names, the package itself among them by an empty one."""


def trace_of(part: Part, content: bytes, title: str | None) -> Trace:
    """What is kept of `part`, whose content in our spelling is `content`, empty if unreadable."""
    kind = kind_of(part.content_type)
    own = part.relationships
    leads = [(word_of(each.kind), each.target) for each in own if not each.is_external]
    kept = content.decode() if kind in _KEPT else ""
    return Trace(part.name, kind, part.content_type, own, leads, kept, title)


@lru_cache(maxsize=256)
def word_of(kind: str) -> str:
    """The last word of a relationship's type; all of a type that is not one of Office's own."""
    return kind.rpartition("/")[2] if kind.startswith(_OFFICE) else kind


@lru_cache(maxsize=256)
def is_xml(content_type: str) -> bool:
    """Whether a part is XML of Office's own; a picture may be XML as well."""
    return content_type.endswith("xml") and content_type != SVG


@lru_cache(maxsize=256)
def kind_of(content_type: str) -> str:
    """The word of a content type that says what a part is: `slide`, `theme`, `chart`."""
    return content_type.removesuffix("+xml").rpartition(".")[2]
