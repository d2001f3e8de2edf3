"""What a YAML file is made of, before anybody asks what it means.

Values are text as it was written, with its place: the format decides later
whether `2019-11` is a month or a name.
"""

from __future__ import annotations

from typing import NamedTuple

from deckgen.problems import Source


class Scalar(NamedTuple):
    """One value. `is_plain` says that it was written without quotes on its line."""

    text: str
    source: Source
    is_plain: bool = True

    @property
    def has_value(self) -> bool:
        """Whether anything but YAML's words for nothing was written."""
        if self.is_plain:
            return self.text not in ("", "~", "null", "Null", "NULL")
        return bool(self.text.strip())


class Sequence(NamedTuple):
    """A list, of entries with `- ` or in brackets."""

    entries: tuple[Node, ...]
    source: Source


class Entry(NamedTuple):
    """A key and its value."""

    key: Scalar
    value: Node


class Mapping(NamedTuple):
    """Keys with their values, each key once, in the order written.

    `is_flow` says that it was written in braces.
    """

    entries: tuple[Entry, ...]
    source: Source
    is_flow: bool = False


class Unreadable(NamedTuple):
    """Stands where a value could not be read; the mistake has been told already."""

    source: Source


Node = Scalar | Sequence | Mapping | Unreadable
