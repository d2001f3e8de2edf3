"""Files that others packed: their entries, content types and parts, brought to our spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.linting.characters import forbidden
from deckgen.linting.finding import Finding
from deckgen.linting.sheet import is_xml
from deckgen.linting.spelling import respelled
from deckgen.packages.archive import Archive
from deckgen.packages.conventions import (
    ContentType,
    check_is_package,
    content_type,
    content_types,
    relationships,
)
from deckgen.packages.kinds import DECK
from deckgen.packages.parts import TYPES, Part, Relationship, relationships_name
from deckgen.packages.refusing import Refused, refuse
from deckgen.packages.xml import nodes_in

_RELATIONSHIPS = re.compile(r"(?:(.*)/)?_rels/([^/]*)\.rels")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class Opened:
    """The parts of a file; `findings` grows while they are taken, by those that cannot be read.

    Raises Refused for a file that is not opened at all.
    """

    def __init__(self, content: bytes) -> None:
        self._archive = Archive(content, DECK)
        check_is_package(self._archive, DECK)
        told = content_types(self._archive, DECK)
        self._types = {each.key.casefold(): each.content_type for each in told}
        self._names = {name.casefold(): name for name in self._archive.names}
        self.findings = [*_entries(self._archive), *_content_types(self._archive, told)]

    def parts(self) -> Iterator[Part]:
        """Every part that can be read, the package itself first."""
        yield Part("", "", b"", self._relationships(""))
        for name in self._archive.names:
            if name == TYPES or _RELATIONSHIPS.fullmatch(name):
                continue
            told = content_type(self._types, name)
            if not told:
                self.findings.append(Finding("no-content-type", name, "nothing says what it is"))
            yield Part(name, told, self._content(name, told), self._relationships(name))

    def _content(self, name: str, told: str) -> bytes:
        """The bytes of a part; none where they are not fit to be looked at."""
        try:
            content = self._archive.read(name)
            if not content:
                self.findings.append(Finding("empty-part", name, "it is empty"))
            return self._spelled(name, content) if is_xml(told) and content else content
        except Refused as refused:
            self._refuse(refused, name)
            return b""

    def _spelled(self, name: str, content: bytes) -> bytes:
        if nodes_in(content) > DECK.limits.nodes:
            message = f"it has more than {DECK.limits.nodes} elements and attributes"
            raise refuse("file-too-large", message, DECK.simplify)
        wrong = tuple(forbidden(name, _as_utf_8(content)))
        self.findings += wrong
        return b"" if wrong else respelled(content, name)

    def _relationships(self, source: str) -> tuple[Relationship, ...]:
        try:
            return tuple(map(self._exact, relationships(self._archive, source, DECK)))
        except Refused as refused:
            self._refuse(refused, relationships_name(source))
            return ()

    def _exact(self, each: Relationship) -> Relationship:
        """The same, with its target as that part spells its name (ECMA-376-2, 6.2.2.3)."""
        name = self._names.get(each.target.casefold(), each.target)
        return each if each.is_external else each._replace(target=name)

    def _refuse(self, refused: Refused, name: str) -> None:
        told = (Finding(each.code, name, each.message, each.hint) for each in refused.findings)
        self.findings += told


def _as_utf_8(content: bytes) -> bytes:
    if not content.startswith(_UTF_16):
        return content
    try:
        return content.decode("utf-16", "surrogatepass").encode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return content


def _entries(archive: Archive) -> Iterator[Finding]:
    """Entries of the zip file that are no parts (ECMA-376-2, 7.3)."""
    for name in archive.folders:
        yield Finding("folder-entry", name, "the zip file has an entry for a folder")
    for name in archive.names:
        found = _RELATIONSHIPS.fullmatch(name)
        source = "/".join(filter(None, found.groups())) if found else ""
        if source and source not in archive:
            message = f"it tells what `{source}` refers to, which is not there"
            yield Finding("unreferenced-part", name, message)


def _content_types(archive: Archive, told: tuple[ContentType, ...]) -> Iterator[Finding]:
    """Content types of parts that are not there, or that are told twice (ECMA-376-2, 7.2.3)."""
    names = {name.casefold() for name in archive.names}
    seen: set[str] = set()
    for each in told:
        key = each.key.casefold()
        if key in seen:
            yield Finding("doubled-content-type", TYPES, f"`{each.key}` is listed twice")
        seen.add(key)
        if "/" in each.key and not each.part:
            message = f"`{each.key}` is no name of a part: it begins with no slash"
            yield Finding("bad-content-type", TYPES, message)
        if each.part and each.part.casefold() not in names:
            message = f"`{each.part}` is listed, but is not there"
            yield Finding("missing-part", TYPES, message)
