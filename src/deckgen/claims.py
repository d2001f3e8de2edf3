"""What of the content has to be seen: every text, figure and name, as a reader finds it.

Content is walked by the fields of its types, so a field that is added to them is
claimed without being named here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from typing import Any, NamedTuple

from deckgen.content import Budget, Light, PartialDate, State, Text, Trend
from deckgen.language import Language
from deckgen.problems import Source

_UNSEEN = {"history", "programme", "short_title", "source"}
"""Fields that nobody need see: what says the same once more, the steps that projects could be
at, a name for places with little room, a place in a file."""


class Claim(NamedTuple):
    """Words to be shown, the key they were written under, and where."""

    words: str
    key: str
    source: Source


def claims_of(value: Any, source: Source, language: Language) -> Iterator[Claim]:
    """The claims of a part of the content or of a plan, as `language` writes them.

    `source` is the place of what does not know its own.
    """
    return _Claims(language).of(value, "", source)


class _Claims(NamedTuple):
    language: Language

    def of(self, value: Any, key: str, source: Source) -> Iterator[Claim]:
        if isinstance(value, Text):
            yield Claim(value.plain, key, value.source)
        elif isinstance(value, Budget):
            yield from self._money(value)
        elif words := self._written(value):
            yield Claim(words, key, source)
        elif names := fields_of(value):
            source = getattr(value, "source", source)
            for name in names:
                yield from self.of(getattr(value, name), name, source)
        elif isinstance(value, tuple):
            for each in value:
                yield from self.of(each, key, source)

    def _written(self, value: Any) -> str | None:
        """The words for a single value that is no text; None if it has none."""
        if isinstance(value, Decimal):
            return self.language.number(value)
        if isinstance(value, PartialDate):
            return self.language.partial_date(value)
        if isinstance(value, dt.date):
            return self.language.date(value)
        return self._word(value) if isinstance(value, Enum) else None

    def _word(self, value: Enum) -> str | None:
        """The word for a state; that something is done, its checkmark says."""
        words = self.language.words
        match value:
            case State():
                return None if value is State.DONE else words.states[value]
            case Light():
                return words.lights[value]
            case Trend():
                return words.trends[value]
        return None

    def _money(self, budget: Budget) -> Iterator[Claim]:
        for name, value in zip(budget._fields, budget, strict=True):
            if isinstance(value, Decimal):
                yield Claim(self.language.amount(value, budget.currency), name, budget.source)


def fields_of(value: Any) -> tuple[str, ...]:
    """The names of the fields of a named tuple or dataclass that are to be seen."""
    names = getattr(value, "_fields", ()) or getattr(value, "__dataclass_fields__", ())
    return tuple(name for name in names if name not in _UNSEEN)
