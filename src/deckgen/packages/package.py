"""An Office file whose parts are asked for by name: what they hold, what they refer to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from deckgen.packages.archive import Archive
from deckgen.packages.conventions import (
    check_is_package,
    content_type,
    content_types,
    relationships,
)
from deckgen.packages.kinds import Kind
from deckgen.packages.parts import Relationship
from deckgen.packages.refusing import Finding, Refused, refuse
from deckgen.packages.xml import nodes_in, parse

if TYPE_CHECKING:
    from deckgen.packages.xml import Element

_ASK = "do not open this file; ask where it comes from"
_ACTIVE = (
    ("macro", ("vbaproject", "vbadata")),
    ("ActiveX control", ("activex",)),
    ("OLE object", ("oleobject",)),
)


class Package:
    """The parts of a file of `kind`; `main` is the name of that in which all begins.

    Raises Refused for a file that is none, or that is dangerous.
    """

    def __init__(self, content: bytes, kind: Kind) -> None:
        self._kind = kind
        self._archive = Archive(content, kind)
        check_is_package(self._archive, kind)
        told = content_types(self._archive, kind)
        self._types = {each.key.casefold(): each.content_type for each in told}
        self._trees: dict[str, Element] = {}
        self._nodes = 0
        self._references: dict[str, tuple[Relationship, ...]] = {}
        if findings := tuple(_active_parts(self._archive, self._types, kind)):
            raise Refused(findings)
        self.main = self._main()

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
            content = self._archive.read(name, is_xml=True)
            self._nodes += nodes_in(content)
            if self._nodes > self._kind.limits.nodes:
                message = f"its parts hold too much, up to `{name}`"
                raise refuse("file-too-large", message, self._kind.simplify)
            self._trees[name] = parse(content, name, self._kind)
        return self._trees[name]

    def references(self, source: str) -> tuple[Relationship, ...]:
        """What the part `source` refers to; the package itself is called by an empty name."""
        if source not in self._references:
            self._references[source] = tuple(relationships(self._archive, source, self._kind))
        return self._references[source]

    def target(self, source: str, id_: str) -> Relationship | None:
        """What a reference by its id leads to."""
        return next((each for each in self.references(source) if each.id == id_), None)

    def only(self, source: str, word: str) -> str:
        """The one part of a kind, a `word`, that `source` refers to; Refused if there is none."""
        for each in self.references(source):
            if each.word == word and not each.is_external:
                self._demand(each.target)
                return each.target
        raise refuse("damaged-file", f"`{source}` has no {word}", self._kind.save_as)

    def _demand(self, name: str) -> None:
        if name not in self._archive:
            message = f"the file refers to `{name[:100]}`, which is not in it"
            raise refuse("damaged-file", message, self._kind.save_as)

    def _main(self) -> str:
        kind = self._kind
        name = self.only("", "officeDocument")
        told = self.content_type(name)
        if told not in kind.main_types:
            message = f"this is not a {kind.main}, but `{told[:100]}`"
            raise refuse(f"no-{kind.main}", message, kind.save_as)
        return name


def _active_parts(archive: Archive, types: Mapping[str, str], kind: Kind) -> Iterator[Finding]:
    """Parts that can do something, whoever refers to them."""
    for name in archive.names:
        told = (name + types.get(f"/{name}".casefold(), "")).casefold()
        for noun, words in _ACTIVE:
            if any(word in told for word in words):
                message = f"the {kind.noun} has a part that can run programs: `{name}` ({noun})"
                hint = f"delete it in {kind.program}, and save as {kind.extension}; or {_ASK}"
                yield Finding("hostile-file", message, hint)
                break
    if any("macroenabled" in found.casefold() for found in types.values()):
        message = f"the {kind.noun} is a file with macros ({kind.macro_names})"
        yield Finding("hostile-file", message, kind.save_as)
