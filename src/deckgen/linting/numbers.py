"""Numbers in attributes, as long as somebody may have made them."""

from __future__ import annotations

_LONGEST = 20
"""No number of a package has more digits; Python refuses to read those of thousands."""


def is_in(number: str, numbers: range) -> bool:
    """Whether the words of an attribute are one of the `numbers`."""
    return len(number) <= _LONGEST and number.isdecimal() and int(number) in numbers
