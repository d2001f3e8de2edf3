"""An Office file as a package: parts, their content types, what they refer to (ECMA-376-2)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from deckgen.packages.archive import Archive
from deckgen.packages.kinds import Kind
from deckgen.packages.refusing import Finding, Refused, refuse
from deckgen.packages.xml import parse

if TYPE_CHECKING:
    from deckgen.packages.xml import Element

_TYPES = "[Content_Types].xml"
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
    """The parts of a file of `kind`; `main` is the name of that in which all begins.

    Raises Refused for a file that is none, or that is dangerous.
    """

    def __init__(self, content: bytes, kind: Kind) -> None:
        self._kind = kind
        self._archive = Archive(content, kind)
        _check_is_package(self._archive, kind)
        self._types = _content_types(self._archive, kind)
        self._trees: dict[str, Element] = {}
        self._nodes = 0
        self._references: dict[str, tuple[Reference, ...]] = {}
        if findings := tuple(_active_parts(self._archive, self._types, kind)):
            raise Refused(findings)
        self.main = self._main()

    def content_type(self, name: str) -> str:
        """What kind of part `name` is; empty if nothing tells."""
        own = self._types.get(f"/{name}".casefold())
        return own or self._types.get(name.rpartition(".")[2].casefold(), "")

    def content(self, name: str) -> bytes:
        """The bytes of the part `name`; Refused if there is none."""
        self._demand(name)
        return self._archive.read(name)

    def xml(self, name: str) -> Element:
        """The root of the part `name`: the same one for every call."""
        if name not in self._trees:
            self._demand(name)
            content = self._archive.read(name, is_xml=True)
            self._nodes += content.count(b"<") + content.count(b"=")
            if self._nodes > self._kind.most_nodes:
                message = f"its parts hold too much, up to `{name}`"
                raise refuse(f"{self._kind.noun}-too-large", message, self._kind.simplify)
            self._trees[name] = parse(content, name, self._kind)
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
        raise refuse(f"damaged-{self._kind.noun}", f"`{source}` has no {kind}", self._kind.save_as)

    def _read_references(self, source: str) -> Iterator[Reference]:
        folder, file = posixpath.split(source)
        name = posixpath.join(folder, "_rels", f"{file}.rels")
        if name not in self._archive:
            return
        for each in parse(self._archive.read(name, is_xml=True), name, self._kind):
            kind = each.get("Type", "").rpartition("/")[2]
            target, is_external = each.get("Target", ""), each.get("TargetMode") == "External"
            if not is_external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            yield Reference(each.get("Id", ""), kind, target, is_external)

    def _demand(self, name: str) -> None:
        if name not in self._archive:
            message = f"the file refers to `{name[:100]}`, which is not in it"
            raise refuse(f"damaged-{self._kind.noun}", message, self._kind.save_as)

    def _main(self) -> str:
        kind = self._kind
        name = self.only("", "officeDocument")
        content_type = self.content_type(name)
        if content_type not in kind.main_types:
            message = f"this is not a {kind.main}, but `{content_type[:100]}`"
            raise refuse(f"no-{kind.noun}", message, kind.save_as)
        return name


def _check_is_package(archive: Archive, kind: Kind) -> None:
    if "mimetype" in archive:
        message = "this is an OpenDocument file"
        raise refuse(f"no-{kind.noun}", message, kind.open_document)
    if _TYPES not in archive:
        message = f"this is a zip file, but no file of {kind.program}"
        raise refuse(f"no-{kind.noun}", message, kind.save_as)


def _content_types(archive: Archive, kind: Kind) -> Mapping[str, str]:
    """Content types by the names of parts, with a leading slash, and by extensions."""
    found: dict[str, str] = {}
    for each in parse(archive.read(_TYPES, is_xml=True), _TYPES, kind):
        key = each.get("PartName") or each.get("Extension") or ""
        found[key.casefold()] = each.get("ContentType", "")
    return found


def _active_parts(archive: Archive, types: Mapping[str, str], kind: Kind) -> Iterator[Finding]:
    """Parts that can do something, whoever refers to them."""
    for name in archive.names:
        told = (name + types.get(f"/{name}".casefold(), "")).casefold()
        for noun, words in _ACTIVE:
            if any(word in told for word in words):
                message = f"the {kind.noun} has a part that can run programs: `{name}` ({noun})"
                hint = f"delete it in {kind.program}, and save as {kind.extension}; or {_ASK}"
                yield Finding(f"hostile-{kind.noun}", message, hint)
                break
    if any("macroenabled" in found.casefold() for found in types.values()):
        message = f"the {kind.noun} is a file with macros ({kind.macro_names})"
        yield Finding(f"hostile-{kind.noun}", message, kind.save_as)
