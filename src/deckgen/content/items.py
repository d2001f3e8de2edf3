"""Lists of points with their states, and key figures."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from deckgen.content.text import PartialDate, Text
from deckgen.named import NamedTuple
from deckgen.problems import Source


class State(Enum):
    """How far a status item has come."""

    DONE = "done"
    IN_PROGRESS = "in_progress"
    OPEN = "open"
    BLOCKED = "blocked"


class Item(NamedTuple):
    """An entry of a list, with entries of its own.

    `state` is None where the list shows plain bullets.
    """

    text: Text
    items: tuple[Item, ...] = ()
    state: State | None = None
    date: PartialDate | None = None
    note: Text | None = None


class Group(NamedTuple):
    """A list with a heading."""

    title: Text
    items: tuple[Item, ...]


class FactItem(NamedTuple):
    """A line inside a fact: words, perhaps after a figure."""

    text: Text
    value: Decimal | Text | None = None


class Fact(NamedTuple):
    """A key figure: at least one of value, text and items is given."""

    source: Source
    label: Text | None = None
    value: Decimal | Text | None = None
    unit: Text | None = None
    text: Text | None = None
    items: tuple[FactItem, ...] = ()
