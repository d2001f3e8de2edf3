"""Words → dates, amounts and choices, as the content format defines them.

YAML's own guesses play no part. Every function takes the text of one value and
raises Mistake if it is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TypeVar

from deckgen.content import PartialDate
from deckgen.reading.findings import Mistake
from deckgen.suggesting import suggest

E = TypeVar("E", bound=Enum)

_ISO = re.compile(r"([1-9][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_ISO_DAY = re.compile(r"[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}")
_GERMAN_DAY = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([1-9][0-9]{3})")
_GERMAN_MONTH = re.compile(r"([0-9]{1,2})[./]([1-9][0-9]{3})")

_WHOLE = r"(?:[1-9][0-9]*|[1-9][0-9]{0,2}(?:_[0-9]{3})+|0)"
_AMOUNT = re.compile(rf"-?{_WHOLE}(?:[.,][0-9]+)?")
_LIKE_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_UNIT = re.compile(r"\s*(?:[%€£$]|Euro|[A-Z]{3})$")
# What is in groups beyond doubt, by whether it is German: with decimals, or in more than two.
_GROUPED = {
    True: (".", re.compile(r"-?[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+,[0-9]+|(?:\.[0-9]{3}){2,})")),
    False: (",", re.compile(r"-?[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+(?:\.[0-9]+)?)")),
}


def parse_date(text: str, *, is_german: bool) -> date:
    """A day: `2020-01-31`, in a German deck also `31.01.2020`."""
    if _ISO_DAY.fullmatch(text):  # as nearly all are
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass  # the long way finds what is wrong
    year, month, day = _date_parts(text, is_german, _date_hint(is_german))
    if month is None or day is None:
        message = f"`{text}` is not a whole date; year, month and day are needed"
        raise Mistake("bad-date", message, _date_hint(is_german))
    return date(year, month, day)


def parse_partial_date(text: str, *, is_german: bool) -> PartialDate:
    """A year, month or day: `2020`, `2020-01`; in a German deck also `01/2020`, `31.01.2020`."""
    return _date_parts(text, is_german, _partial_hint(is_german))


def _date_parts(text: str, is_german: bool, hint: str) -> PartialDate:
    parts = _iso_parts(text) or _german_parts(text)
    if parts is None:
        raise Mistake("bad-date", f"`{text}` is not a date", hint)
    if not _is_in_calendar(parts):
        raise Mistake("bad-date", f"`{text}` is not in the calendar", _month_hint(parts))
    if not is_german and not _ISO.fullmatch(text):
        message = f"`{text}` is a date only in a German deck"
        raise Mistake("bad-date", message, f"write {_iso(parts)}")
    return parts


def _iso_parts(text: str) -> PartialDate | None:
    if not (found := _ISO.fullmatch(text)):
        return None
    year, month, day = found.groups()
    return PartialDate(int(year), int(month) if month else None, int(day) if day else None)


def _german_parts(text: str) -> PartialDate | None:
    if found := _GERMAN_DAY.fullmatch(text):
        day, month, year = found.groups()
        return PartialDate(int(year), int(month), int(day))
    if found := _GERMAN_MONTH.fullmatch(text):
        month, year = found.groups()
        return PartialDate(int(year), int(month))
    return None


def _is_in_calendar(parts: PartialDate) -> bool:
    try:
        date(parts.year, 1 if parts.month is None else parts.month, parts.day or 1)
    except ValueError:
        return False
    return parts.day != 0


def _month_hint(parts: PartialDate) -> str:
    """What there is in the calendar in place of what was written."""
    from calendar import month_name, monthrange

    if not 1 <= (parts.month or 0) <= 12:
        return "months go from 01 to 12"
    days = monthrange(parts.year, parts.month or 0)[1]
    return f"{month_name[parts.month or 0]} {parts.year} has {days} days"


def _iso(parts: PartialDate) -> str:
    numbers = (parts.month, parts.day)
    return f"{parts.year}" + "".join(f"-{number:02}" for number in numbers if number)


def _date_hint(is_german: bool) -> str:
    return "write 2020-01-31" + (" or 31.01.2020" if is_german else "")


def _partial_hint(is_german: bool) -> str:
    if is_german:
        return "write a year, a month or a day: 2020, 01/2020 or 31.01.2020"
    return "write a year, a month or a day: 2020, 2020-01 or 2020-01-31"


def is_amount(text: str, *, is_german: bool) -> bool:
    """Whether `text` is an amount, or meant as one but ambiguous."""
    return bool(_AMOUNT.fullmatch(text)) and (is_german or "," not in text)


def parse_amount(text: str, *, is_german: bool) -> Decimal:
    """An exact amount: `1200000`, `1_200_000`, `17.25`; in a German deck also `17,25`.

    `1.200` is a mistake in a German deck: its readers take it for thousands.
    """
    if not is_amount(text, is_german=is_german):
        hint = _amount_hint(text, is_german=is_german)
        raise Mistake("bad-amount", f"`{text}` is not an amount", hint)
    if is_german and _LIKE_THOUSANDS.fullmatch(text):
        whole, fraction = text.replace(".", ""), text.replace(".", ",")
        message = f"`{text}` can be read as {whole} and as {fraction}"
        raise Mistake("ambiguous-amount", message, f"write {whole} or {fraction}")
    return Decimal(text.replace(",", ".").replace("_", ""))


def _amount_hint(text: str, *, is_german: bool) -> str:
    """How to write an amount; this one, if it is clear but for its unit and its grouping."""
    figures = _UNIT.sub("", text)
    group, grouped = _GROUPED[is_german]
    if grouped.fullmatch(figures):
        figures = figures.replace(group, "")
    if is_amount(figures, is_german=is_german) and not _LIKE_THOUSANDS.fullmatch(figures):
        return f"write only figures: {figures}"
    return f"write only figures: 1200000, 1_200_000 or {'17,25' if is_german else '17.25'}"


def parse_whole_number(text: str) -> int:
    """A number to count with, from 1: `6`."""
    if not re.fullmatch("[1-9][0-9]{0,8}", text):
        raise Mistake("bad-number", f"`{text}` is not a whole number", "write only figures: 6")
    return int(text)


def parse_switch(text: str) -> bool:
    """`true` or `false`, and nothing else."""
    return parse_word(text, ("true", "false"), "choices") == "true"


def parse_choice(text: str, choices: type[E], noun: str) -> E:
    """The member of `choices` with the value `text`; `noun` is what they are, in the plural."""
    try:
        return choices(text)
    except ValueError:
        words = [choice.value for choice in choices]
        raise _not_one_of(text, words, noun) from None


def parse_word(text: str, words: Sequence[str], noun: str) -> str:
    """`text`, if it is one of `words`."""
    if text not in words:
        raise _not_one_of(text, words, noun)
    return text


def _not_one_of(text: str, words: Sequence[str], noun: str) -> Mistake:
    hint = suggest(text, words, noun)
    return Mistake("unknown-word", f"`{text}` is not one of the {noun}", hint)
