"""What an Office package is made of (the Open Packaging Conventions, ECMA-376-2)."""

from __future__ import annotations

from deckgen.named import NamedTuple

TYPES = "[Content_Types].xml"
"""Where the zip file of a package tells what each of its parts is."""


class Relationship(NamedTuple):
    """A reference of one part to another, or to an address outside the package.

    `kind` is the relationship's type, `target` the name of a part or the address.
    """

    id: str
    kind: str
    target: str
    is_external: bool = False

    @property
    def word(self) -> str:
        """The last word of the type, which says what it is: `slideLayout`, `image`."""
        return self.kind.rpartition("/")[2]


class Part(NamedTuple):
    """A file of the package. `name` has no leading slash: ppt/slides/slide1.xml.

    The package itself, which refers to where programs start to read, is a part without a name.
    """

    name: str
    content_type: str
    content: bytes
    relationships: tuple[Relationship, ...] = ()


def relationships_name(source: str) -> str:
    """Where the zip file of a package tells what the part `source` refers to."""
    folder, slash, file = source.rpartition("/")
    return f"{folder}{slash}_rels/{file}.rels"
