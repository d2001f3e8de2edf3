"""Content types and relationships as a package's zip file tells them (ECMA-376-2, 7 and 9)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from deckgen.named import NamedTuple
from deckgen.packages.archive import Archive
from deckgen.packages.kinds import Kind
from deckgen.packages.parts import TYPES, Relationship, relationships_name
from deckgen.packages.refusing import refuse
from deckgen.packages.xml import parse


class ContentType(NamedTuple):
    """An entry of the list: for a part, by its name with a leading slash, or for an extension."""

    key: str
    content_type: str

    @property
    def part(self) -> str:
        """The name of the part, without the slash; empty for an extension."""
        return self.key.removeprefix("/") if self.key.startswith("/") else ""


def check_is_package(archive: Archive, kind: Kind) -> None:
    """Refuse a zip file of something else."""
    if "mimetype" in archive:
        message = "this is an OpenDocument file"
        raise refuse(f"no-{kind.main}", message, kind.open_document)
    if TYPES not in archive:
        message = f"this is a zip file, but no file of {kind.program}"
        raise refuse(f"no-{kind.main}", message, kind.save_as)


def content_types(archive: Archive, kind: Kind) -> tuple[ContentType, ...]:
    """All entries of the list, in its order."""
    root = parse(archive.read(TYPES, is_xml=True), TYPES, kind)
    return tuple(
        ContentType(
            each.get("PartName") or each.get("Extension") or "", each.get("ContentType", "")
        )
        for each in root
    )


def content_type(types: Mapping[str, str], name: str) -> str:
    """What kind of part `name` is, by the list's keys in small letters; empty if nothing tells."""
    own = types.get(f"/{name}".casefold())
    return own or types.get(name.rpartition(".")[2].casefold(), "")


def relationships(archive: Archive, source: str, kind: Kind) -> Iterator[Relationship]:
    """What the part `source` refers to, targets as the names of parts."""
    name = relationships_name(source)
    if name not in archive:
        return
    folder = posixpath.dirname(source)
    for each in parse(archive.read(name, is_xml=True), name, kind):
        target, is_external = each.get("Target", ""), each.get("TargetMode") == "External"
        if not is_external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        yield Relationship(each.get("Id", ""), each.get("Type", ""), target, is_external)
