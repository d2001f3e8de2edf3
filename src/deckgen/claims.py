"""What of the content has to be seen: every text, figure and name, as a reader finds it.

Content is walked by the fields of its types, so a field that is added to them is
claimed without being named here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from functools import partial
from typing import Any

from deckgen.content import Budget, Light, PartialDate, State, Text, Trend
from deckgen.language import Language
from deckgen.named import NamedTuple
from deckgen.problems import Source

_UNSEEN = {"first", "history", "last", "programme", "short_title", "source", "summary", "today"}
"""Fields that nobody need see: what says the same once more, the steps that projects could be
at, names and sentences for places with little room, a place in a file, the ends of an axis and a
day on it."""


class Claim(NamedTuple):
    """Words to be shown, and where they were written."""

    words: str
    source: Source


def claims_of(value: object, source: Source, language: Language) -> list[Claim]:
    """The claims of a part of the content or of a plan, as `language` writes them.

    `source` is the place of what does not know its own.
    """
    claims: list[Claim] = []
    _collect(value, source, language, claims)
    return claims


def fields_of(kind: type[Any]) -> tuple[str, ...]:
    """The names of the fields of a named tuple or frozen value that are to be seen."""
    names: tuple[str, ...] = getattr(kind, "_fields", ())
    return tuple(name for name in names if name not in _UNSEEN)


Collect = Callable[[Any, Source, Language, list[Claim]], None]

_COLLECTORS: dict[type[Any], Collect] = {}
"""What was found out of types: the types of content and plans are few."""


def _collect(value: object, source: Source, language: Language, claims: list[Claim]) -> None:
    kind = type(value)
    if kind not in _COLLECTORS:
        _COLLECTORS[kind] = _collector(kind)
    _COLLECTORS[kind](value, source, language, claims)


def _collector(kind: type[Any]) -> Collect:
    """What finds the claims of values of `kind`."""
    if kind is Text:
        return _text
    if kind is Budget:
        return _money
    if issubclass(kind, dt.date):
        return _day
    if kind is PartialDate or issubclass(kind, Decimal | Enum):
        return _single
    if names := fields_of(kind):
        return partial(_fields, names, "source" in kind._fields)
    return _each if issubclass(kind, tuple) else _nothing


def _text(text: Text, _: Source, __: Language, claims: list[Claim]) -> None:
    claims.append(Claim(text.plain, text.source))


def _fields(
    names: tuple[str, ...],
    has_source: bool,
    value: Any,
    source: Source,
    language: Language,
    claims: list[Claim],
) -> None:
    if has_source:
        source = value.source
    for name in names:
        field = getattr(value, name)
        if field is not None and field != ():
            _collect(field, source, language, claims)


def _each(values: tuple[object, ...], source: Source, lang: Language, claims: list[Claim]) -> None:
    for value in values:
        _collect(value, source, lang, claims)


def _nothing(_: object, __: Source, ___: Language, ____: list[Claim]) -> None:
    """Numbers and names that are no content."""


def _money(budget: Budget, _: Source, language: Language, claims: list[Claim]) -> None:
    claims += (
        Claim(language.amount(value, budget.currency), budget.source)
        for value in budget
        if isinstance(value, Decimal)
    )


def _day(day: dt.date, source: Source, language: Language, claims: list[Claim]) -> None:
    claims.append(Claim(language.date(day), source))


def _single(value: Any, source: Source, language: Language, claims: list[Claim]) -> None:
    if words := _written(value, language):
        claims.append(Claim(words, source))


def _written(value: object, language: Language) -> str | None:
    """The words for a single value that is no text; that something is done, a checkmark says."""
    match value:
        case Decimal():
            return language.number(value)
        case PartialDate():
            return language.partial_date(value)
        case State():
            return None if value is State.DONE else language.words.states[value]
        case Light():
            return language.words.lights[value]
        case Trend():
            return language.words.trends[value]
    return None
