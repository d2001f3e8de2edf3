"""The keys of one mapping, taken one by one; what nobody takes is unknown."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import Self, TypeVar, overload

from deckgen.problems import Source
from deckgen.reading.findings import Findings
from deckgen.reading.nodes import Entry, Mapping, Node, Scalar
from deckgen.reading.suggest import did_you_mean, suggest

T = TypeVar("T")
D = TypeVar("D")


class Fields:
    """Gives the values of `mapping` by key; the end of a `with` tells missing and unknown keys.

    `source` is where a missing key is told; by default where the mapping begins.
    """

    def __init__(self, mapping: Mapping, findings: Findings, source: Source | None = None) -> None:
        self.source = source or mapping.source
        self._findings = findings
        self._is_flow = mapping.is_flow
        self._given = {entry.key.text: entry for entry in mapping.entries}
        self._known: list[str] = []
        self._missing: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        if error is None:
            left = [key for key in self._given if key not in self._known]
            self._tell_missing(left)
            self._tell_unknown(left)

    @overload
    def optional(self, key: str, read: Callable[[Node], T]) -> T | None: ...
    @overload
    def optional(self, key: str, read: Callable[[Node], T], default: D) -> T | D: ...
    def optional(self, key: str, read: Callable[[Node], T], default: object = None) -> object:
        """What `read` makes of the value of `key`; `default` if there is none."""
        self._known.append(key)
        if key not in self._given:
            return default
        entry = self._given[key]
        if isinstance(entry.value, Scalar) and not entry.value.has_value:
            self._tell_empty(entry)
            return default
        return read(entry.value)

    def required(self, key: str, read: Callable[[Node], T]) -> T | None:
        """As `optional`; a missing key is a mistake, told as unknown if it is just misspelt."""
        if key not in self._given:
            self._missing.append(key)
        return self.optional(key, read)

    def has(self, key: str) -> bool:
        """Whether `key` is given, with whatever value."""
        return key in self._given

    def value_source(self, key: str) -> Source:
        """Where the value of `key` stands."""
        return self._given[key].value.source

    def _tell_missing(self, left: list[str]) -> None:
        for key in self._missing:
            if not did_you_mean(key, left):
                hint = f"add `{key}: …`"
                self._findings.error("missing-key", f"`{key}` is missing", self.source, hint)

    def _tell_unknown(self, left: list[str]) -> None:
        for key in left:
            entry = self._given[key]
            if self._is_flow and isinstance(entry.value, Scalar) and not entry.value.text:
                self._tell_comma(entry.key)
            else:
                hint = suggest(key, self._known, "keys here")
                message = f"unknown key `{key}`"
                self._findings.error("unknown-key", message, entry.key.source, hint)

    def _tell_comma(self, key: Scalar) -> None:
        """`{value: 17,25}` has a key `25` without a value."""
        message = f"the comma before `{key.text}` ends the value in front of it"
        hint = "within braces, a value with a comma in it needs quotes"
        self._findings.error("comma-in-braces", message, key.source, hint)

    def _tell_empty(self, entry: Entry) -> None:
        key = entry.key
        message = f"`{key.text}` has no value"
        self._findings.error("no-value", message, key.source, _empty_hint(entry))


def _empty_hint(entry: Entry) -> str:
    source, value = entry.key.source, entry.value
    rest = source.file.line(source.line)[source.column - 1 + source.length :]
    if rest.lstrip(": ").startswith("#"):
        return "what follows # is a comment; a text that begins with # needs quotes"
    if isinstance(value, Scalar) and value.is_plain and value.text:
        return f'to YAML {value.text} means nothing; write "{value.text}" if the word is meant'
    return "write one, or delete the key"
