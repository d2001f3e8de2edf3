"""Which entries of two lists are the same ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from deckgen.comparing.likeness import equal, matched
from deckgen.comparing.meaning import meaning

T = TypeVar("T")


def paired(
    before: Sequence[T], now: Sequence[T], words: Callable[[T], str], least: float
) -> dict[int, int]:
    """For places in the list of today, those of the same entries in that of then.

    What means the same is the same; of the rest, those are whose `words` are equal, or alike from
    `least` on.
    """
    then, today = ([repr(meaning(entry)) for entry in entries] for entries in (before, now))
    pairs = {b: a for a, b in equal(then, today)}
    known = {*pairs.values()}
    left = [place for place in range(len(before)) if place not in known]
    new = [place for place in range(len(now)) if place not in pairs]
    alike = matched([words(before[a]) for a in left], [words(now[b]) for b in new], least)
    return pairs | {new[b]: left[a] for a, b in alike}
