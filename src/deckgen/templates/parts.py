"""A template as an Office package: parts, their content types, what they refer to (ECMA-376-2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from deckgen.packages.archive import Archive
from deckgen.packages.conventions import TYPES, content_type, content_types, relationships
from deckgen.packages.refusing import Finding, Refused, refuse
from deckgen.packages.xml import LARGEST_XML, MOST_NODES, nodes_in, parse

if TYPE_CHECKING:
    from deckgen.packages.xml import Element

_PRESENTATIONS = {
    f"application/vnd.openxmlformats-officedocument.presentationml.{kind}.main+xml"
    for kind in ("presentation", "template", "slideshow")
}
_SAVE = "open it in PowerPoint and save it as a template (.potx)"
_ASK = "do not open this file; ask where it comes from"
_ACTIVE = (
    ("macro", ("vbaproject", "vbadata")),
    ("ActiveX control", ("activex",)),
    ("OLE object", ("oleobject",)),
)


class Reference(NamedTuple):
    """A relationship: its id, the last word of its type, and a part's name or an address."""

    id: str
    kind: str
    target: str
    is_external: bool


class Package:
    """The parts of a template. Raises Refused for a file that is none, or that is dangerous."""

    def __init__(self, content: bytes) -> None:
        self._archive = Archive(content)
        _check_is_package(self._archive)
        self._types = {
            each.key.casefold(): each.content_type for each in content_types(self._archive)
        }
        self._trees: dict[str, Element] = {}
        self._nodes = 0
        self._references: dict[str, tuple[Reference, ...]] = {}
        if findings := tuple(_active_parts(self._archive, self._types)):
            raise Refused(findings)
        self.presentation = self._presentation()

    def content_type(self, name: str) -> str:
        """What kind of part `name` is; empty if nothing tells."""
        return content_type(self._types, name)

    def content(self, name: str) -> bytes:
        """The bytes of the part `name`; Refused if there is none."""
        self._demand(name)
        return self._archive.read(name)

    def xml(self, name: str) -> Element:
        """The root of the part `name`: the same one for every call."""
        if name not in self._trees:
            self._demand(name)
            content = self._archive.read(name, LARGEST_XML)
            self._nodes += nodes_in(content)
            if self._nodes > MOST_NODES:
                message = f"master and layouts are too large, up to `{name}`"
                raise refuse("file-too-large", message, "turn drawings into pictures")
            self._trees[name] = parse(content, name)
        return self._trees[name]

    def references(self, source: str) -> tuple[Reference, ...]:
        """What the part `source` refers to; the package itself is called by an empty name."""
        if source not in self._references:
            self._references[source] = tuple(self._read_references(source))
        return self._references[source]

    def target(self, source: str, id_: str) -> Reference | None:
        """What a reference by its id leads to."""
        return next((each for each in self.references(source) if each.id == id_), None)

    def only(self, source: str, kind: str) -> str:
        """The one part of a kind that `source` refers to; Refused if there is none."""
        for each in self.references(source):
            if each.kind == kind and not each.is_external:
                self._demand(each.target)
                return each.target
        raise refuse("damaged-file", f"`{source}` has no {kind}", _SAVE)

    def _read_references(self, source: str) -> Iterator[Reference]:
        for id_, kind, target, is_external in relationships(self._archive, source):
            yield Reference(id_, kind.rpartition("/")[2], target, is_external)

    def _demand(self, name: str) -> None:
        if name not in self._archive:
            message = f"the file refers to `{name[:100]}`, which is not in it"
            raise refuse("damaged-file", message, _SAVE)

    def _presentation(self) -> str:
        name = self.only("", "officeDocument")
        content_type = self.content_type(name)
        if content_type not in _PRESENTATIONS:
            message = f"this is not a presentation, but `{content_type[:100]}`"
            raise refuse("no-presentation", message, _SAVE)
        return name


def _check_is_package(archive: Archive) -> None:
    if "mimetype" in archive:
        message = "this is an OpenDocument file"
        raise refuse("no-presentation", message, "save it as .potx or .pptx")
    if TYPES not in archive:
        raise refuse("no-presentation", "this is a zip file, but no PowerPoint file", _SAVE)


def _active_parts(archive: Archive, types: Mapping[str, str]) -> Iterator[Finding]:
    """Parts that can do something, whoever refers to them."""
    for name in archive.names:
        told = (name + types.get(f"/{name}".casefold(), "")).casefold()
        for noun, words in _ACTIVE:
            if any(word in told for word in words):
                message = f"the template has a part that can run programs: `{name}` ({noun})"
                hint = f"delete it in PowerPoint, and save as .potx; or {_ASK}"
                yield Finding("hostile-file", message, hint)
                break
    if any("macroenabled" in kind.casefold() for kind in types.values()):
        message = "the template is a file with macros (.potm or .pptm)"
        yield Finding("hostile-file", message, _SAVE)
