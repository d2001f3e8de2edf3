"""An Office package: parts, what they refer to, and the zip file they travel in.

The Open Packaging Conventions are ECMA-376-2. The same parts give the same bytes:
order, times and attributes of the zip's entries are fixed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain

from deckgen.packages.parts import TYPES, Part, Relationship, relationships_name
from deckgen.writing.pptx.archive import Archive
from deckgen.writing.pptx.markup import attribute, document

__all__ = ["OFFICE", "WORKBOOK", "Part", "References", "Relationship", "Through", "pack"]

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Through = Callable[[Iterator[Part]], Iterable[Part]]
"""What looks at parts on their way into the file: it hands each on before it asks for the next."""

_COMPRESSED = frozenset({"image/png", "image/jpeg", "image/gif", WORKBOOK})
_OF_LOOKS = ("slideLayout+xml", "slideMaster+xml", "theme+xml", "Props+xml", "tableStyles+xml")
"""How the types of parts end that decks have in common."""

_RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"


class References:
    """What a part under construction refers to: one relationship a target, numbered as asked."""

    def __init__(self) -> None:
        self._ids: dict[tuple[str, str, bool], str] = {}

    def to(self, kind: str, target: str, *, is_external: bool = False) -> str:
        """The id of the relationship of type `kind` to `target`."""
        return self._ids.setdefault((kind, target, is_external), f"rId{len(self._ids) + 1}")

    @property
    def relationships(self) -> tuple[Relationship, ...]:
        """Every relationship so far, in the order of their ids."""
        return tuple(Relationship(id_, *reference) for reference, id_ in self._ids.items())


def pack(parts: Iterable[Part], last: Callable[[Archive], Part], through: Through = iter) -> bytes:
    """The package of `parts`, itself among them, as a zip file.

    Each part goes `through` a function, is packed when it comes, and let go of. Of parts with
    one name the first is taken. The `last` part is made when all others are in the archive; what
    type it has, an empty archive tells. Raises ValueError for more parts than a zip file can hold.
    """
    archive = Archive()
    types: dict[str, str] = {}
    for part in through(chain(parts, _last(archive, types, last))):
        if part.name not in types:
            types[part.name] = part.content_type
            _add(archive, part)
    return archive.to_bytes()


def _last(
    archive: Archive, types: Mapping[str, str], last: Callable[[Archive], Part]
) -> Iterator[Part]:
    """The last part, made when it is asked for: then the archive holds all that goes before it."""
    likeness = last(Archive())
    archive.add_first(TYPES, _content_types({**types, likeness.name: likeness.content_type}))
    yield last(archive)


def _add(archive: Archive, part: Part) -> None:
    if part.content_type.endswith(_OF_LOOKS):
        archive.add_repeated(part.name, part.content)
    elif part.name:
        archive.add(part.name, part.content, is_compressed=part.content_type in _COMPRESSED)
    if part.relationships:
        content = _relationships_xml(part.name.rpartition("/")[0], part.relationships)
        # Slides on one layout refer to it in the same words.
        archive.add_repeated(relationships_name(part.name), content)


def _content_types(types: Mapping[str, str]) -> bytes:
    """What each part is, by its name; pictures and workbooks by the ends of their names."""
    defaults = {"rels": _RELATIONSHIPS, "xml": "application/xml"}
    overrides = []
    for name, content_type in types.items():
        if content_type.startswith("image/") or content_type == WORKBOOK:
            defaults[name.rpartition(".")[2]] = content_type
        elif name:
            overrides.append(f'<Override PartName="/{name}" ContentType="{content_type}"/>')
    extensions = "".join(
        f'<Default Extension="{extension}" ContentType="{content_type}"/>'
        for extension, content_type in sorted(defaults.items())
    )
    return document(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f"{extensions}{''.join(overrides)}</Types>"
    )


@lru_cache(maxsize=64)
def _relationships_xml(folder: str, relationships: tuple[Relationship, ...]) -> bytes:
    """What a part in a folder refers to: most slides to nothing but the same layout."""
    entries = "".join([_relationship_xml(folder, relationship) for relationship in relationships])
    return document(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{entries}</Relationships>"
    )


def _relationship_xml(folder: str, relationship: Relationship) -> str:
    id_, kind, target, is_external = relationship
    if is_external:
        end = f'Target="{attribute(target)}" TargetMode="External"/>'
    else:
        end = f'Target="{_relative(folder, target)}"/>'
    return f'<Relationship Id="{id_}" Type="{kind}" {end}'


def _relative(folder: str, target: str) -> str:
    """The way from a part in `folder` to the part `target`."""
    here, there = folder.split("/") if folder else [], target.split("/")
    shared = 0
    while shared < len(here) and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:])
