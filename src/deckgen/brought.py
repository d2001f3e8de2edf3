"""What a city's own template brings: parts of a file that are used as they are."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.named import NamedTuple


class BroughtReference(NamedTuple):
    """A relationship of a part: its id, its whole type, and a part's name or a web address."""

    id: str
    kind: str
    target: str
    is_external: bool = False


class BroughtPart(NamedTuple):
    """A part as the template has it, free of all that slides must not get from it."""

    name: str
    content_type: str
    content: bytes
    references: tuple[BroughtReference, ...] = ()


class Brought(NamedTuple):
    """A master's parts, and the names of those that are the layouts of the look's roles."""

    parts: tuple[BroughtPart, ...]
    layouts: Mapping[str, str]
