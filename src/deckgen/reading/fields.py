"""The keys of one mapping, taken one by one; what nobody takes is unknown."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Sequence as Words
from types import TracebackType
from typing import Self, TypeVar, overload

from deckgen.problems import Source
from deckgen.reading.findings import Findings
from deckgen.reading.nodes import Mapping, Node, Scalar
from deckgen.reading.swallowed import IS_COMMENT, comment_follows
from deckgen.suggesting import did_you_mean, suggest

T = TypeVar("T")
D = TypeVar("D")


class Fields:
    """Gives the values of `mapping` by key; the end of a `with` tells missing and unknown keys.

    `source` is where a missing key is told; by default where the mapping begins. Where keys are
    not taken in the order in which authors know them, these come `first` when all are named.
    """

    def __init__(
        self,
        mapping: Mapping,
        findings: Findings,
        source: Source | None = None,
        first: Words[str] = (),
    ) -> None:
        self._mapping = mapping
        self._findings = findings
        self._source = source
        self._first = first
        self._left = mapping.values.copy()
        self._known: list[str] = []
        self._missing: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        if error is None and (self._left or self._missing):
            self._tell_missing()
            self._tell_unknown()

    @property
    def source(self) -> Source:
        """Where a missing key is told."""
        return self._source or self._mapping.source

    @overload
    def optional(self, key: str, read: Callable[[Node], T]) -> T | None: ...
    @overload
    def optional(self, key: str, read: Callable[[Node], T], default: D) -> T | D: ...
    def optional(self, key: str, read: Callable[[Node], T], default: object = None) -> object:
        """What `read` makes of the value of `key`; `default` if there is none."""
        self._known.append(key)
        node = self._left.pop(key, None)
        if node is None:
            return default
        if isinstance(node, Scalar) and not node.has_value:
            self._tell_empty(self._mapping.keys[key], node)
            return default
        return read(node)

    def required(self, key: str, read: Callable[[Node], T]) -> T | None:
        """As `optional`; a missing key is a mistake, told as unknown if it is just misspelt."""
        if key not in self._left:
            self._missing.append(key)
        return self.optional(key, read)

    def ignore_rest(self) -> None:
        """Tell nothing of keys that are left, where it is not known which there should be."""
        self._left.clear()

    def has(self, key: str) -> bool:
        """Whether `key` is given, with whatever value."""
        return key in self._mapping.values

    def is_near(self, *keys: str) -> bool:
        """Whether one of the keys left, which will be told, is most likely one of `keys`."""
        return any(did_you_mean(left, keys) for left in self._left)

    def value_source(self, key: str) -> Source:
        """Where the value of `key` stands."""
        return self._mapping.values[key].source

    def _tell_missing(self) -> None:
        for key in self._missing:
            if not self.is_near(key):
                hint = f"add `{key}: …`"
                self._findings.error("missing-key", f"`{key}` is missing", self.source, hint)

    def _tell_unknown(self) -> None:
        for key, value in self._left.items():
            source = self._mapping.keys[key].source
            if self._mapping.is_flow and isinstance(value, Scalar) and not value.text:
                self._tell_comma(key, source)
            else:
                hint = suggest(key, dict.fromkeys((*self._first, *self._known)), "keys here")
                message = f"unknown key `{key}`"
                self._findings.error("unknown-key", message, source, hint)

    def _tell_comma(self, key: str, source: Source) -> None:
        """`{value: 17,25}` has a key `25` without a value."""
        message = f"the comma before `{key}` ends the value in front of it"
        hint = "within braces, a value with a comma in it needs quotes"
        self._findings.error("comma-in-braces", message, source, hint)

    def _tell_empty(self, key: Scalar, value: Scalar) -> None:
        message = f"`{key.text}` has no value"
        self._findings.error("no-value", message, key.source, _empty_hint(key.source, value))


def _empty_hint(source: Source, value: Scalar) -> str:
    if comment_follows(source):
        return IS_COMMENT
    if value.is_plain and value.text:
        return f'to YAML {value.text} means nothing; write "{value.text}" if the word is meant'
    return "write one, or delete the key"
