"""Content without what is only a way to write it, so that equals are equal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from deckgen.comparing.likeness import normal
from deckgen.content import Fact, FactItem, Group, Item, Milestone, Project, Text

_UNORDERED = Fact | FactItem | Group | Item | Milestone


def meaning(value: object, ids: Mapping[str, str] | None = None) -> object:
    """What `value` means, to be compared with what another one means.

    Projects are told by their ids; of those in lists only those of `ids` count, by the ids that
    these have there.
    """
    match value:
        case Text():
            return normal(value.plain)
        case Project():
            return (ids or {}).get(value.id, value.id)
        case Decimal():
            return value.normalize()
        case str():
            return normal(value)
        case Enum() | date() | bytes() | int() | float() | None:
            return value
        case tuple() if type(value) is tuple:
            return _list(value, ids)
    return _fields(value, ids)


def _list(values: tuple[Any, ...], ids: Mapping[str, str] | None) -> object:
    if values and isinstance(values[0], Project):
        known = values if ids is None else [each for each in values if each.id in ids]
        return frozenset(meaning(each, ids) for each in known)
    meanings = [meaning(each, ids) for each in values]
    if values and isinstance(values[0], _UNORDERED):
        return tuple(sorted(meanings, key=repr))
    return tuple(meanings)


def _fields(value: object, ids: Mapping[str, str] | None) -> object:
    names = getattr(value, "_fields", None)
    if names is None:
        return repr(value)
    told = [meaning(getattr(value, name), ids) for name in names if name != "source"]
    return (type(value).__name__, *told)
