"""Warnings as a table: the code, the place, what it is, and the way out.

warnings
  item-cut  content/x/deck.yaml:12:9  this text is longer than a whole slide and …
                                      hint: say it in fewer words, or …
"""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from deckgen.named import NamedTuple
from deckgen.problems import Problem, shown

_GAP = "  "
_NARROWEST_TABLE = 60
_LONGEST_PLACE = 60
"""In lines that are not wrapped, a longer place stands out of its column."""


def warning_table(warnings: Sequence[Problem], width: int | None = None) -> str:
    """The warnings in the order of files, lines and codes, wrapped to `width` columns.

    Without a width every warning is one line, so that a search finds it whole.
    """
    rows = [_row(warning) for warning in sorted(warnings, key=_order)]
    if width is None:
        columns = _columns(rows, _LONGEST_PLACE)
        lines = [row.in_a_line(columns) for row in rows]
    else:
        width = max(width, _NARROWEST_TABLE)
        # One long path must not squeeze all messages: they get as much room as the places.
        columns = _columns(rows, (width - _columns(rows, 0).message) // 2)
        lines = [line for row in rows for line in row.wrapped(columns, width)]
    return "\n".join(["warnings", *lines])


class _Columns(NamedTuple):
    """How wide the first columns are, in characters, gaps not counted."""

    code: int
    place: int

    @property
    def message(self) -> int:
        """Where messages begin: right after the codes if no place fits its column."""
        widths = (self.code, self.place) if self.place else (self.code,)
        return len(_GAP) + sum(width + len(_GAP) for width in widths)


def _columns(rows: Sequence[_Row], longest_place: int) -> _Columns:
    places = (len(row.place) for row in rows)
    fitting = (length for length in places if length <= longest_place)
    return _Columns(max((len(row.code) for row in rows), default=0), max(fitting, default=0))


class _Row(NamedTuple):
    code: str
    place: str
    message: str
    hint: str | None

    def in_a_line(self, columns: _Columns) -> str:
        way_out = f"; hint: {self.hint}" if self.hint else ""
        return f"{self._start(columns)}{_GAP}{self.message}{way_out}"

    def wrapped(self, columns: _Columns, width: int) -> list[str]:
        """The row's lines; below a place too long for its column the message begins anew."""
        start, told = self._start(columns), self._told(width - columns.message)
        if len(self.place) <= columns.place:
            start += _GAP + told.pop(0)
        return [start, *(" " * columns.message + line for line in told)]

    def _start(self, columns: _Columns) -> str:
        return f"{_GAP}{self.code:{columns.code}}{_GAP}{self.place:{columns.place}}"

    def _told(self, width: int) -> list[str]:
        sentences = [self.message, *([f"hint: {self.hint}"] if self.hint else [])]
        # Ids such as `bus-stops` are copied and searched for: they are not parted at hyphens.
        return [line for each in sentences for line in wrap(each, width, break_on_hyphens=False)]


def _row(warning: Problem) -> _Row:
    hint = shown(warning.hint) if warning.hint else None
    return _Row(warning.code, shown(str(warning.source)), shown(warning.message), hint)


def _order(warning: Problem) -> tuple[str, int, str, int]:
    source = warning.source
    return source.file.path, source.line, warning.code, source.column
