"""What a YAML file is made of, before anybody asks what it means.

Values are text as it was written, with its place: the format decides later
whether `2019-11` is a month or a name.

Nodes are made once, by the parser, and never changed. As there are ten thousands in a
megabyte, they are plain classes, which are made faster than tuples with names; and they
keep the parser's marks, as few nodes are ever asked for their source.
"""

from __future__ import annotations

from typing import TypeAlias

import yaml
from yaml._yaml import Mark as _CMark

from deckgen.problems import Source, SourceFile

Mark: TypeAlias = _CMark | yaml.Mark | None
"""A place, as events have it. None is not met: events of a parser have all their marks."""

_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
_new = tuple.__new__


class Written:
    """Something that stands in a file from `start` to `end`."""

    __slots__ = ("end", "file", "start")

    def __init__(self, file: SourceFile, start: Mark, end: Mark) -> None:
        self.file = file
        self.start = start
        self.end = end

    @property
    def source(self) -> Source:
        """Its place, of which the length ends with the line it begins in."""
        start, end = self.start, self.end
        if start is None or end is None:
            raise TypeError("the parser gave no place")
        line, column = start.line, start.column
        if end.line == line:
            length = end.column - column
        else:
            length = _rest_of_line(self.file.text, start.index)
        # As `Source(…)`, in half the time: every text has one.
        return _new(Source, (self.file, line + 1, column + 1, length if length > 0 else 1))


class Scalar(Written):
    """One value. `is_plain` says that it was written without quotes on its line."""

    __slots__ = ("is_plain", "text")

    def __init__(
        self, text: str, file: SourceFile, start: Mark, end: Mark, is_plain: bool = True
    ) -> None:
        self.text = text
        self.file = file
        self.start = start
        self.end = end
        self.is_plain = is_plain

    @property
    def has_value(self) -> bool:
        """Whether anything but YAML's words for nothing was written."""
        if self.is_plain:
            return self.text not in _NOTHING
        return bool(self.text.strip())

    def saying(self, text: str) -> Scalar:
        """Another text at the same place."""
        return Scalar(text, self.file, self.start, self.end)


class Sequence(Written):
    """A list, of entries with `- ` or in brackets."""

    __slots__ = ("entries",)

    def __init__(self, entries: list[Node], file: SourceFile, start: Mark, end: Mark) -> None:
        self.file = file
        self.start = start
        self.end = end
        self.entries = entries


class Mapping(Written):
    """Keys with their values, each key once, in the order written.

    `keys` and `values` are found by what the key says; `is_flow` says that the
    mapping was written in braces.
    """

    __slots__ = ("is_flow", "keys", "values")

    def __init__(
        self,
        keys: dict[str, Scalar],
        values: dict[str, Node],
        file: SourceFile,
        start: Mark,
        end: Mark,
        is_flow: bool,
    ) -> None:
        self.file = file
        self.start = start
        self.end = end
        self.keys = keys
        self.values = values
        self.is_flow = is_flow


class Unreadable(Written):
    """Stands where a value could not be read; the mistake has been told already."""

    __slots__ = ()


Node = Scalar | Sequence | Mapping | Unreadable


def _rest_of_line(text: str, start: int) -> int:
    """How many characters stand from `start` to the last in its line."""
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else None]
    return len(line.partition("\r")[0].rstrip())
