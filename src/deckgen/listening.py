"""What is read aloud comes to an end."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

from deckgen.words import Words

MOST_WORDS = 150
"""So long is an alternative text at most: about a minute."""


def as_heard(entries: Iterable[str], words: Words, most: int = MOST_WORDS) -> tuple[str, ...]:
    """The first entries, no more than `most` words of them, and how many more there are.

    The first one is always told, as far as that goes.
    """
    whole = tuple(entries)
    if sum(map(len, whole)) + len(whole) <= 2 * most:  # a word takes a letter and a space
        return whole
    told = tuple([_shortened(entry, most) for entry in whole])
    reach = accumulate([len(entry.split()) for entry in told])
    count = max(1, sum(end <= most for end in reach))
    if count >= len(told):
        return told
    return (*told[:count], words.and_more.format(count=len(told) - count))


def _shortened(entry: str, most: int) -> str:
    words = entry.split(" ")
    return entry if len(words) <= most else " ".join((*words[:most], "…"))
