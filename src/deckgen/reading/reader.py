"""Nodes → values: what may stand where, and what to say if something else does."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Sequence as Words
from datetime import date
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import TypeVar

from deckgen.content import PartialDate, Text
from deckgen.language import Language
from deckgen.named import NamedTuple
from deckgen.problems import text_too_long
from deckgen.reading.findings import Findings, Mistake
from deckgen.reading.markup import FillIns, is_unmarked, style
from deckgen.reading.nodes import Mapping, Node, Scalar, Sequence, Unreadable
from deckgen.reading.swallowed import IS_COMMENT, comment_follows, unlike_dashes
from deckgen.reading.values import (
    is_amount,
    parse_amount,
    parse_choice,
    parse_date,
    parse_partial_date,
    parse_switch,
    parse_whole_number,
    parse_word,
)

T = TypeVar("T")
E = TypeVar("E", bound=Enum)

_SHAPES = {Scalar: "a text", Sequence: "a list", Mapping: "lines with `key: value`"}


class Reader(NamedTuple):
    """Reads values in one language, with what the deck fills in.

    What is none is noted in `findings`; then a method gives None, or leaves the
    entry out of its tuple.
    """

    findings: Findings
    language: Language
    fill_ins: FillIns = MappingProxyType({})

    def text(self, node: Node) -> Text | None:
        """A text with its markup read and its names filled in."""
        if isinstance(node, Scalar) and node.has_value and is_unmarked(node.text):
            return Text.of(node.text, node.source)  # as most are
        scalar = self.scalar(node)
        return self._text(scalar.text, scalar) if scalar else None

    def words(self, node: Node) -> str | None:
        """A text that knows no markup."""
        scalar = self.scalar(node)
        return scalar.text.strip() if scalar else None

    def unmarked(self, node: Node) -> Text | None:
        """A text that knows no markup, and where it stands."""
        words = self.words(node)
        return Text.of(words, node.source) if words else None

    def texts(self, node: Node) -> tuple[Text, ...]:
        """A list of texts."""
        return self.entries(node, self.text)

    def paragraphs(self, node: Node) -> tuple[Text, ...]:
        """A list of texts, or one text of which each line is a paragraph."""
        if isinstance(node, Sequence):
            return self.texts(node)
        scalar = self.scalar(node)
        if not scalar:
            return ()
        lines = (line for line in scalar.text.splitlines() if line.strip())
        return tuple(text for line in lines if (text := self._text(line, scalar)))

    def date(self, node: Node) -> date | None:
        """A day, in the forms of the deck's language."""
        return self.value(node, lambda text: parse_date(text, is_german=self.language.is_german))

    def partial_date(self, node: Node) -> PartialDate | None:
        """A year, a month or a day, in the forms of the deck's language."""
        return self.value(
            node, lambda text: parse_partial_date(text, is_german=self.language.is_german)
        )

    def amount(self, node: Node) -> Decimal | None:
        """An exact amount, in the forms of the deck's language."""
        return self.value(node, lambda text: parse_amount(text, is_german=self.language.is_german))

    def figure(self, node: Node) -> Decimal | Text | None:
        """An amount, to be written as the language does; in quotes, or else, a text."""
        is_german = self.language.is_german
        if isinstance(node, Scalar) and node.is_plain and is_amount(node.text, is_german=is_german):
            return self.amount(node)
        return self.text(node)

    def whole_number(self, node: Node) -> int | None:
        """A number to count with, from 1."""
        return self.value(node, parse_whole_number)

    def switch(self, node: Node) -> bool | None:
        """`true` or `false`."""
        return self.value(node, parse_switch)

    def choice(self, choices: type[E], noun: str) -> Callable[[Node], E | None]:
        """Reads a member of `choices`; `noun` is what they are, in the plural."""
        return lambda node: self.value(node, lambda text: parse_choice(text, choices, noun))

    def one_of(self, words: Words[str], noun: str) -> Callable[[Node], str | None]:
        """Reads one of `words`; `noun` is what they are, in the plural."""
        return lambda node: self.value(node, lambda text: parse_word(text, words, noun))

    def value(self, node: Node, parse: Callable[[str], T]) -> T | None:
        """What `parse` makes of a scalar."""
        scalar = self.scalar(node)
        if not scalar:
            return None
        try:
            return parse(scalar.text.strip())
        except Mistake as mistake:
            self.findings.mistake(mistake, scalar.source)
            return None

    def entries(self, node: Node, read: Callable[[Node], T | None]) -> tuple[T, ...]:
        """What `read` makes of each entry of a list, which must not be empty."""
        if not isinstance(node, Sequence):
            self._tell_no_list(node)
            return ()
        if not node.entries:
            hint = "add an entry, or delete the key"
            self.findings.error("empty-list", "the list is empty", node.source, hint)
        values = [read(entry) for entry in node.entries]
        return tuple([value for value in values if value is not None])

    def scalar(self, node: Node) -> Scalar | None:
        """A single value that is not empty."""
        if not isinstance(node, Scalar):
            self._wrong_shape(node, Scalar, _text_hint(node))
            return None
        if not node.has_value:
            is_comment = comment_follows(node.source)
            hint = IS_COMMENT if is_comment else "write something, or delete the entry"
            self.findings.error("no-value", "there is nothing here", node.source, hint)
            return None
        return node

    def mapping(self, node: Node) -> Mapping | None:
        """Keys with values."""
        if isinstance(node, Mapping):
            return node
        hint = "write each `key: value` on a line of its own, or write {key: value, key: value}"
        self._wrong_shape(node, Mapping, hint)
        return None

    def _text(self, words: str, scalar: Scalar) -> Text | None:
        styled = style(words, self.fill_ins)
        for mistake in styled.mistakes:
            self.findings.mistake(mistake, scalar.source)
        if styled.mistakes:
            return None
        if not styled.plain.strip():
            self.findings.error("no-value", "the text has no words", scalar.source)
            return None
        if found := text_too_long(styled.plain):  # with what was filled in
            self.findings.mistake(Mistake(*found), scalar.source)
            return None
        return Text(styled.spans, scalar.source)

    def _tell_no_list(self, node: Node) -> None:
        signs = unlike_dashes(node) if isinstance(node, Scalar) and node.is_plain else ()
        if signs:
            self.findings.errors(signs)
        else:
            hint = "begin each entry with `- ` on a line of its own, or write [one, two]"
            self._wrong_shape(node, Sequence, hint)

    def _wrong_shape(self, node: Node, wanted: type[Node], hint: str | None) -> None:
        if isinstance(node, Unreadable):
            return
        message = f"{_SHAPES[wanted]} must stand here, not {_SHAPES[type(node)]}"
        self.findings.error("wrong-shape", message, node.source, hint)


def _text_hint(node: Node) -> str | None:
    """How to write what YAML took for more than a text."""
    if isinstance(node, Mapping):
        begin = "begins with {" if node.is_flow else "holds a colon and a blank"
        return f"a text that {begin} needs quotes"
    return "write the text without `- ` and brackets"
