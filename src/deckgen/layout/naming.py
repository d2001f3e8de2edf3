"""How the pages of one slide are told apart, as what follows its title."""

from __future__ import annotations

from enum import Enum

from deckgen.words import Words

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


class Naming(Enum):
    """`– Teil 1` for lists of projects, `– I` for conclusions, `(1/2)` for all others."""

    PART = "part"
    ROMAN = "roman"
    FRACTION = "fraction"


def suffix(naming: Naming, words: Words, part: int, total: int) -> str:
    """What names page `part` of `total`; nothing when there is but one."""
    if total == 1:
        return ""
    match naming:
        case Naming.PART:
            return f" – {words.part.format(number=part)}"
        case Naming.ROMAN:
            return f" – {roman(part)}"
        case Naming.FRACTION:
            return f" ({part}/{total})"


def roman(number: int) -> str:
    """`number`, from 1, in Roman numerals."""
    for value, numeral in _ROMAN:
        if number >= value:
            return numeral + roman(number - value)
    return ""
