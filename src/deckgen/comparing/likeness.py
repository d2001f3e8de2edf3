"""Which texts are the same ones, though their words were edited."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

ALIKE = 0.6
"""From so much on, of 1, two items of one list are the same one in other words."""

ALIKE_TITLES = 0.75
"""From so much on, two titles are those of the same project: to be wrong is worse there."""

_QUOTES = re.compile("[\"'`´‘’‚‛“”„‟«»‹›]+")
_DASHES = re.compile("[-‐‑‒–—−]+")
_FIGURES = re.compile(r"\d+")
_WORD = re.compile(r"\w+")
_COMMON = 20
"""A word in more texts than these tells none from another."""

_CLOSEST = 5
_LONGEST = 400


def normal(words: str) -> str:
    """The words without what is only a way to write them: blanks, marks of quotation, dashes."""
    if words.isascii() and words.isalnum():
        return words
    composed = unicodedata.normalize("NFC", words).replace("\u00ad", "")
    return " ".join(_DASHES.sub("-", _QUOTES.sub('"', composed)).split())


def undated(title: str) -> str:
    """A title without its figures, which are often those of a date that is filled in."""
    return _FIGURES.sub("0", normal(title))


def matched(before: Sequence[str], now: Sequence[str], least: float) -> list[tuple[int, int]]:
    """The places of the same texts in two lists: equal ones first, then those most alike.

    Each is in one pair at most. Alike are texts from `least` on; pairs come in no order.
    """
    pairs = list(equal([normal(text) for text in before], [normal(text) for text in now]))
    left = sorted({*range(len(before))} - {a for a, _ in pairs})
    new = sorted({*range(len(now))} - {b for _, b in pairs})
    if left and new:
        alike = _alike([before[a] for a in left], [now[b] for b in new], least)
        pairs += [(left[a], new[b]) for a, b in alike]
    return pairs


def equal(before: Sequence[str], now: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The places of equal texts in two lists, each in one pair at most."""
    places: dict[str, list[int]] = defaultdict(list)
    for place in reversed(range(len(before))):
        places[before[place]].append(place)
    for place, text in enumerate(now):
        if places.get(text):
            yield places[text].pop(), place


def _alike(before: Sequence[str], now: Sequence[str], least: float) -> Iterator[tuple[int, int]]:
    bags = [_words(text) for text in before], [_words(text) for text in now]
    rated = [
        (-rating, a, b)
        for b, candidates in enumerate(_candidates(*bags))
        for a in candidates
        if (rating := _likeness(before[a], now[b], bags[0][a], bags[1][b], least)) >= least
    ]
    taken: tuple[set[int], set[int]] = set(), set()
    for _, a, b in sorted(rated):
        if a not in taken[0] and b not in taken[1]:
            taken[0].add(a)
            taken[1].add(b)
            yield a, b


def _candidates(before: Sequence[Counter[str]], now: Sequence[Counter[str]]) -> Iterator[list[int]]:
    """For each text of today those few of then that share most words with it."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, words in enumerate(before):
        for word in words:
            places[word].append(place)
    for words in now:
        shared = Counter(
            place for word in words if len(places[word]) <= _COMMON for place in places[word]
        )
        yield [place for place, _ in shared.most_common(_CLOSEST)]


def _likeness(a: str, b: str, words_a: Counter[str], words_b: Counter[str], least: float) -> float:
    """From 0 to 1, half by the words that both have, half by the letters in their order.

    Long words count for more: short ones are in every sentence. What is less than `least` is 0.
    """
    both = 2 * _letters(words_a & words_b) / max(1, _letters(words_a) + _letters(words_b))
    if (both + 1) / 2 < least:  # letters are not worth while, for they take long
        return 0.0
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, a[:_LONGEST], b[:_LONGEST], autojunk=False)
    if (both + matcher.quick_ratio()) / 2 < least:  # never less than the ratio itself
        return 0.0
    return (both + matcher.ratio()) / 2


def _letters(words: Counter[str]) -> int:
    return sum(len(word) * number for word, number in words.items())


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))
