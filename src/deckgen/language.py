"""The languages decks speak: numbers and dates as readers expect them, and the words."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import NamedTuple

from deckgen.content import PartialDate
from deckgen.words import ENGLISH, GERMAN, Words

NO_BREAK_SPACE = "\u00a0"


class Language(NamedTuple):
    """One language: its tag, its words, and how it writes numbers and dates."""

    tag: str
    words: Words

    @property
    def is_german(self) -> bool:
        return self.tag.startswith("de")

    def number(self, value: Decimal) -> str:
        """`value` exactly, with the language's marks: 17,25 or 17.25.

        Thousands are grouped from five digits on, so that a year stays a year
        (DIN 5008 groups from four only where figures stand in columns).
        """
        from babel.numbers import format_decimal

        is_long = abs(value) >= 10_000
        pattern = "#,##0" if is_long else "0"
        exponent = value.as_tuple().exponent
        decimals = max(0, -exponent) if isinstance(exponent, int) else 0
        pattern += "." + "0" * decimals if decimals else ""
        return format_decimal(value, format=pattern, locale=self._locale)

    def amount(self, value: Decimal, currency: str) -> str:
        """Money exactly, with its symbol where the language puts it: 840.000 € or €840,000."""
        from babel.numbers import get_currency_symbol

        symbol = get_currency_symbol(currency, locale=self._locale)
        if self.is_german:
            return f"{self.number(value)}{NO_BREAK_SPACE}{symbol}"
        gap = "" if len(symbol) == 1 else NO_BREAK_SPACE
        return f"{symbol}{gap}{self.number(value)}"

    def date(self, day: dt.date) -> str:
        """`day` in figures: 26.11.2019."""
        return self._format(day, {"de": "dd.MM.yyyy", "en-GB": "dd/MM/yyyy", "en-US": "MM/dd/yyyy"})

    def long_date(self, day: dt.date) -> str:
        """`day` with the month's name: 26. November 2019."""
        return self._format(
            day, {"de": "d. MMMM yyyy", "en-GB": "d MMMM yyyy", "en-US": "MMMM d, yyyy"}
        )

    def partial_date(self, moment: PartialDate) -> str:
        """`moment` in figures, as exact as it is: 2019, 11/2019 or 26.11.2019."""
        if moment.month is None:
            return str(moment.year)
        if moment.day is None:
            return f"{moment.month:02}/{moment.year}"
        return self.date(dt.date(moment.year, moment.month, moment.day))

    @property
    def _locale(self) -> str:
        return self.tag.replace("-", "_")

    def _format(self, day: dt.date, patterns: dict[str, str]) -> str:
        from babel.dates import format_date

        pattern = patterns["de" if self.is_german else self.tag]
        return format_date(day, format=pattern, locale=self._locale)


_WORDS = {"de-DE": GERMAN, "en-GB": ENGLISH, "en-US": ENGLISH}

TAGS = tuple(_WORDS)
"""The tags that a report's `language` may be."""


def language(tag: str) -> Language:
    """The language called `tag`, one of `TAGS`; KeyError for others."""
    return Language(tag, _WORDS[tag])
