"""The languages decks speak: words, numbers and dates as readers expect them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from deckgen.content import PartialDate

TAGS = ("de-DE", "en-GB", "en-US")
"""The tags that a report's `language` may be."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language; see `language()`."""

    tag: str

    def number(self, value: Decimal) -> str:
        """`value` exactly, with the language's marks: 17,25 or 17.25."""
        raise NotImplementedError

    def date(self, day: date) -> str:
        """`day` in figures: 26.11.2019."""
        raise NotImplementedError

    def long_date(self, day: date) -> str:
        """`day` with the month's name: 26. November 2019."""
        raise NotImplementedError

    def partial_date(self, moment: PartialDate) -> str:
        """`moment` in figures, as exact as it is: 2019, 11/2019 or 26.11.2019."""
        raise NotImplementedError


def language(tag: str) -> Language:
    """The language called `tag`, one of `TAGS`; KeyError for others."""
    raise NotImplementedError
