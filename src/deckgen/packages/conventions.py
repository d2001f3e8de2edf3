"""Content types and relationships as a package's zip file tells them (ECMA-376-2, 7 and 9)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import NamedTuple

from deckgen.packages.archive import Archive
from deckgen.packages.parts import Relationship, relationships_name
from deckgen.packages.xml import LARGEST_XML, parse

TYPES = "[Content_Types].xml"


class ContentType(NamedTuple):
    """An entry of the list: for a part, by its name with a leading slash, or for an extension."""

    key: str
    content_type: str

    @property
    def part(self) -> str:
        """The name of the part, without the slash; empty for an extension."""
        return self.key.removeprefix("/") if self.key.startswith("/") else ""


def content_types(archive: Archive) -> tuple[ContentType, ...]:
    """All entries of the list, in its order."""
    root = parse(archive.read(TYPES, LARGEST_XML), TYPES)
    return tuple(
        ContentType(
            each.get("PartName") or each.get("Extension") or "", each.get("ContentType", "")
        )
        for each in root
    )


def content_type(types: dict[str, str], name: str) -> str:
    """What kind of part `name` is, by the list's keys in small letters; empty if nothing tells."""
    own = types.get(f"/{name}".casefold())
    return own or types.get(name.rpartition(".")[2].casefold(), "")


def relationships(archive: Archive, source: str) -> Iterator[Relationship]:
    """What the part `source` refers to, targets as the names of parts."""
    name = relationships_name(source)
    if name not in archive:
        return
    folder = posixpath.dirname(source)
    for each in parse(archive.read(name, LARGEST_XML), name):
        target, is_external = each.get("Target", ""), each.get("TargetMode") == "External"
        if not is_external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        yield Relationship(each.get("Id", ""), each.get("Type", ""), target, is_external)
