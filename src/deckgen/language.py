"""The languages decks speak: numbers and dates as readers expect them, and the words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache, lru_cache
from unicodedata import category

from deckgen.content import PartialDate
from deckgen.named import NamedTuple
from deckgen.words import ENGLISH, GERMAN, Words, relabelled

NO_BREAK_SPACE = "\u00a0"
PERCENT = "%"
MINUS = "−"
"""The sign before what is less than nothing; a hyphen is too short for one."""


class Language(NamedTuple):
    """One language: its tag, its words, and how it writes numbers and dates."""

    tag: str
    words: Words

    @property
    def is_german(self) -> bool:
        """Whether dates and amounts are written and read in German forms."""
        return self.tag.startswith("de")

    @property
    def decimal_mark(self) -> str:
        """What stands between whole numbers and decimals."""
        return "," if self.is_german else "."

    def with_labels(self, labels: Mapping[str, str]) -> Language:
        """The same language with words of a theme's own, by the names of `words.LABELS`."""
        return self._replace(words=relabelled(self.words, labels)) if labels else self

    def number(self, value: Decimal, *, is_below_others: bool = False) -> str:
        """`value` exactly, with the language's marks: 17,25 or 17.25.

        Thousands are grouped from five digits on, so that a year stays a year; from four
        only where a figure stands below longer ones in a column (DIN 5008).
        """
        is_grouped = is_below_others or value.adjusted() >= 4
        written = f"{value:,f}" if is_grouped else f"{value:f}"
        return written.translate(_MARKS[self.tag])

    def figure(self, value: Decimal, places: int = 0) -> str:
        """`value` rounded to so many places, with thousands grouped, as figures in charts are.

        Halves are rounded up, as the programs do that draw charts.
        """
        return f"{rounded(value, places):,f}".translate(_MARKS[self.tag])

    def with_unit(self, figure: str, unit: str) -> str:
        """A figure and its unit, if there is one: 12 %, 12% or £12 in English, 17,25 Mio. €."""
        if not unit:
            return figure
        if self.leads(unit):
            _, minus, amount = figure.rpartition(MINUS)
            return f"{minus}{unit}{amount}"
        gap = "" if unit == PERCENT and not self.is_german else NO_BREAK_SPACE
        return f"{figure}{gap}{unit}"

    def leads(self, unit: str) -> bool:
        """Whether a unit stands before its figure: in English the sign of a currency does."""
        return not self.is_german and len(unit) == 1 and category(unit) == "Sc"

    def percent(self, share: Decimal) -> str:
        """A share of 1 as whole percent: 12 % or 12%; what is little more than nothing is told."""
        value = share * 100
        words = self.words
        if 0 < value < 1 / Decimal(2):
            return words.below.format(share=self._percent(1))
        if 99 + 1 / Decimal(2) <= value < 100:
            return words.above.format(share=self._percent(99))
        return self._percent(int(rounded(value)))

    def _percent(self, number: int) -> str:
        return self.with_unit(str(number), PERCENT)

    def amount(self, value: Decimal, currency: str) -> str:
        """Money exactly, with its symbol where the language puts it: 840.000 € or €840,000.50.

        It has cents, all of them, or none.
        """
        places = 0 if value == value.to_integral_value() else 2
        if value == rounded(value, places):
            value = rounded(value, places)
        return self._money(self.number(value), currency)

    def millions(self, value: Decimal, currency: str) -> str:
        """Money in hundredths of a million: 0,84 Mio. € or €0.84m."""
        number = self.number(rounded(value / 1_000_000, 2))
        return self._money(self.words.millions.format(number=number), currency)

    def _money(self, number: str, currency: str) -> str:
        symbol = self.symbol(currency)
        if self.is_german:
            return f"{number}{NO_BREAK_SPACE}{symbol}"
        gap = "" if len(symbol) == 1 else NO_BREAK_SPACE
        return f"{symbol}{gap}{number}"

    def date(self, day: dt.date) -> str:
        """`day` in figures: 26.11.2019."""
        return _in_figures(day, _DATES[self.tag])

    def long_date(self, day: dt.date) -> str:
        """`day` with the month's name: 26. November 2019."""
        month = self.words.months[day.month - 1]
        if self.is_german:
            return f"{day.day}. {month} {day.year}"
        if self.tag == "en-US":
            return f"{month} {day.day}, {day.year}"
        return f"{day.day} {month} {day.year}"

    def partial_date(self, moment: PartialDate) -> str:
        """`moment` in figures, as exact as it is: 2019, 11/2019 or 26.11.2019."""
        if moment.month is None:
            return str(moment.year)
        if moment.day is None:
            return f"{moment.month:02}/{moment.year}"
        return self.date(dt.date(moment.year, moment.month, moment.day))

    def symbol(self, currency: str) -> str:
        """What the language writes for a currency; Babel knows all but takes a while to come."""
        if currency == "EUR":
            return "€"
        from babel.numbers import get_currency_symbol

        return get_currency_symbol(currency, locale=self.tag.replace("-", "_"))


def rounded(value: Decimal, places: int = 0) -> Decimal:
    """`value` to so many decimal places, halves away from zero, as people and programs do."""
    place = _place(places)
    if value.same_quantum(place):  # as nearly all figures are written
        return value
    digits = Context(prec=max(1, value.adjusted() + places + 2))
    return value.quantize(place, ROUND_HALF_UP, digits)


@cache
def _place(places: int) -> Decimal:
    """One of the last of so many decimal places."""
    return Decimal(1).scaleb(-places)


@lru_cache(maxsize=4096)
def _in_figures(day: dt.date, pattern: str) -> str:
    """`day` by a pattern; a report has the same days again and again."""
    return day.strftime(pattern)


# A string for a table is read in half the time of a dictionary, which raises for every digit.
_ENGLISH_MARKS = "".join(map(chr, range(128))).replace("-", MINUS)
_GERMAN_MARKS = _ENGLISH_MARKS.translate(str.maketrans(",.", ".,"))
_MARKS = {"de-DE": _GERMAN_MARKS, "en-GB": _ENGLISH_MARKS, "en-US": _ENGLISH_MARKS}
_DATES = {"de-DE": "%d.%m.%Y", "en-GB": "%d/%m/%Y", "en-US": "%m/%d/%Y"}
_WORDS = {"de-DE": GERMAN, "en-GB": ENGLISH, "en-US": ENGLISH}

TAGS = tuple(_WORDS)
"""The tags that a report's `language` may be."""


def language(tag: str) -> Language:
    """The language called `tag`, one of `TAGS`; KeyError for others."""
    return Language(tag, _WORDS[tag])
