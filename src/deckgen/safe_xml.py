"""XML that others wrote, read so that it can do no harm. Only this module parses XML.

A document type is refused, and with it every entity: nothing is fetched, nothing unfolds
into more than was written. What is written again comes from the tree alone, so that no
program reads more in it than was looked at here.
"""

from __future__ import annotations

from xml.parsers import expat

from deckgen.named import NamedTuple

DEEPEST = 100
"""So many elements within one another: no picture or document that people make has more."""

_MOST_ELEMENTS = 100_000
_SEPARATOR = " "
_ESCAPES = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "\t": "&#9;",
        "\n": "&#10;",
        "\r": "&#13;",
    }
)


class Place(NamedTuple):
    """Where an element begins: line and column, from 1."""

    line: int
    column: int


class Element:
    """An element: its namespace and name, attributes by theirs, children, and the text before them.

    The name of an attribute is as that of an element, `namespace name`, or bare.
    """

    __slots__ = ("attributes", "children", "name", "namespace", "place", "text")

    def __init__(self, tag: str, attributes: dict[str, str], place: Place) -> None:
        self.namespace, _, self.name = tag.rpartition(_SEPARATOR)
        self.attributes = attributes
        self.place = place
        self.children: list[Element] = []
        self.text = ""


class BadXml(ValueError):
    """Bytes that are no XML, or XML that we do not read."""

    def __init__(self, message: str, place: Place) -> None:
        super().__init__(message)
        self.place = place


def parse_xml(content: bytes) -> Element:
    """The root element. Comments and instructions are left out.

    Raises BadXml for what is not well-formed, has a document type, or is deeper or larger
    than `DEEPEST` and a hundred thousand elements allow.
    """
    builder = _Builder()
    try:
        builder.parser.Parse(content, True)
    except expat.ExpatError as error:
        place = Place(error.lineno, error.offset + 1)
        raise BadXml(
            f"this is not well-formed XML: {expat.ErrorString(error.code)}", place
        ) from None
    except (LookupError, ValueError) as error:
        if isinstance(error, BadXml):
            raise
        raise BadXml("this XML is in an encoding that is not known", Place(1, 1)) from None
    return builder.root


class _Builder:
    """Builds the tree while expat reads."""

    def __init__(self) -> None:
        self.parser = parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = self._doctype
        self._open: list[Element] = []
        self._count = 0
        self.root = Element("", {}, Place(1, 1))

    def _here(self) -> Place:
        return Place(self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        element = Element(tag, attributes, self._here())
        self._count += 1
        if len(self._open) >= DEEPEST or self._count > _MOST_ELEMENTS:
            raise BadXml("this XML is deeper or larger than is read here", element.place)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _end(self, tag: str) -> None:  # noqa: ARG002 - expat says it again
        self._open.pop()

    def _characters(self, text: str) -> None:
        self._open[-1].text += text

    def _doctype(self, *_: object) -> None:
        raise BadXml("a document type (<!DOCTYPE …>) is not read here: take it out", self._here())


def write_xml(element: Element) -> str:
    """The element and all within it, in the one namespace of `element`."""
    return _written(element, {"xmlns": element.namespace})


def _written(element: Element, declared: dict[str, str]) -> str:
    attributes = {**declared, **element.attributes}.items()
    said = "".join(f' {name}="{value.translate(_ESCAPES)}"' for name, value in attributes)
    if not (element.children or element.text):
        return f"<{element.name}{said}/>"
    inside = "".join(_written(child, {}) for child in element.children)
    return f"<{element.name}{said}>{element.text.translate(_ESCAPES)}{inside}</{element.name}>"
