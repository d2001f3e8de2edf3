"""What the format of a cell says of its number (ECMA-376-1, 18.8.30 and 18.8.31)."""

from __future__ import annotations

import re
from enum import Enum

from deckgen.named import NamedTuple


class Meaning(Enum):
    """What a number stands for."""

    NUMBER = "number"
    PERCENT = "percent"
    DAY = "day"
    TIME = "time"


class NumberFormat(NamedTuple):
    """What numbers in a format mean, and with how many decimal places they are shown."""

    meaning: Meaning = Meaning.NUMBER
    places: int | None = None


_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)

# Formats that files need not write out.
_BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    **dict.fromkeys((*range(14, 18), 22, *range(27, 37), *range(50, 59)), "d"),
    **dict.fromkeys((*range(18, 22), *range(45, 48)), "h"),
}


def number_format(number: int, code: str | None) -> NumberFormat:
    """What the format with this `number` means; its `code` if the file has one for it."""
    if code is None:
        code = _BUILT_IN.get(number, "General")
    return _meaning(code)


def _meaning(code: str) -> NumberFormat:
    if _ELAPSED.search(code):
        return NumberFormat(Meaning.TIME)
    positive = _LITERAL.sub("", code).split(";")[0].casefold()
    if "general" in positive or "standard" in positive:
        return NumberFormat()
    if re.search("[yd]", positive):
        return NumberFormat(Meaning.DAY)
    if re.search("[hs]", positive):
        return NumberFormat(Meaning.TIME)
    if "m" in positive:
        return NumberFormat(Meaning.DAY)
    places = re.search(r"[0#?](?:\.([0#?]*))?(?:e|$|[^0#?.,])", positive)
    shown = len(places[1] or "") if places and "e" not in positive and "/" not in positive else None
    return NumberFormat(Meaning.PERCENT if "%" in positive else Meaning.NUMBER, shown)
