"""Numbers as people write them: 1.234,56 in German, 1,234.56 in English.

Which of them is meant is never guessed: 1.234 alone may be either.
"""

from __future__ import annotations

import re
from decimal import Decimal

from deckgen.named import NamedTuple

_BLANKS = "[ \u00a0\u202f\u2009]"
_MINUS = str.maketrans({"\u2212": "-", "\u2013": "-"})
_PERCENT = re.compile(f"{_BLANKS}?%$")


class Numeral(NamedTuple):
    """A number as it was read; `is_percent` where a percent sign stood after it."""

    value: Decimal
    is_percent: bool


def _pattern(group: str, mark: str) -> re.Pattern[str]:
    groups = rf"[1-9]\d{{0,2}}(?:{group}\d{{3}})+|[1-9]\d{{0,2}}(?:{_BLANKS}\d{{3}})+"
    return re.compile(rf"([+-]?)({groups}|\d+)(?:{mark}(\d+))?", re.ASCII)


_PATTERNS = {",": _pattern(r"\.", ","), ".": _pattern(",", r"\.")}
"""How numbers are written, by what stands before their decimals."""


def numeral(text: str, mark: str) -> Numeral | None:
    """The number that `text` is, with `mark` (a comma or a point) before its decimals."""
    words = text.translate(_MINUS)
    number = _PERCENT.sub("", words)
    found = _PATTERNS[mark].fullmatch(number)
    if not found:
        return None
    sign, whole, fraction = found.groups()
    digits = re.sub(r"\D", "", whole) + (f".{fraction}" if fraction else "")
    return Numeral(Decimal(sign + digits), number != words)


def readings(text: str) -> dict[str, Numeral]:
    """The numbers that `text` may be, by what would stand before their decimals."""
    read = {mark: numeral(text, mark) for mark in _PATTERNS}
    return {mark: number for mark, number in read.items() if number}
