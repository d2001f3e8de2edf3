"""Which texts are the same ones, though their words were edited."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from deckgen.named import NamedTuple

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


def figures(words: str) -> list[str]:
    """The figures in words, whatever their order."""
    return sorted(_FIGURES.findall(words))


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


class _Counted(NamedTuple):
    """A text, cut off where it is very long; its words, each with how often; their letters."""

    text: str
    words: Counter[str]
    extent: int

    @staticmethod
    def of(text: str) -> _Counted:
        words = Counter(_WORD.findall(text.casefold()))
        return _Counted(text[:_LONGEST], words, _letters(words))


def _alike(before: Sequence[str], now: Sequence[str], least: float) -> Iterator[tuple[int, int]]:
    then, today = [_Counted.of(text) for text in before], [_Counted.of(text) for text in now]
    rated = [
        (-rating, a, b)
        for b, candidates in enumerate(_candidates(then, today))
        for a in candidates
        if (rating := _likeness(then[a], today[b], least)) >= least
    ]
    taken: tuple[set[int], set[int]] = set(), set()
    for _, a, b in sorted(rated):
        if a not in taken[0] and b not in taken[1]:
            taken[0].add(a)
            taken[1].add(b)
            yield a, b


def _candidates(before: Sequence[_Counted], now: Sequence[_Counted]) -> Iterator[list[int]]:
    """For each text of today those few of then that share most words with it."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(before):
        for word in text.words:
            places[word].append(place)
    for text in now:
        shared = Counter(
            place for word in text.words if len(places[word]) <= _COMMON for place in places[word]
        )
        yield [place for place, _ in shared.most_common(_CLOSEST)]


def _likeness(a: _Counted, b: _Counted, least: float) -> float:
    """From 0 to 1, half by the words that both have, half by the letters in their order.

    Long words count for more: short ones are in every sentence. What is less than `least` is 0.
    """
    both = 2 * _letters(_shared(a.words, b.words)) / max(1, a.extent + b.extent)
    if (both + 1) / 2 < least:  # letters are not worth while, for they take long
        return 0.0
    return both / 2 + _in_order(a.text, b.text) / (len(a.text) + len(b.text))


def _in_order(a: str, b: str) -> int:
    """How many letters both texts have in the same order, with whatever between them.

    A bit of `row` is 0 where one more letter of `a` is found (Hyyrö 2004): so all of `a` is looked
    at in one step for each letter of `b`.
    """
    places: dict[str, int] = {}
    for place, letter in enumerate(a):
        places[letter] = places.get(letter, 0) | 1 << place
    row = every = (1 << len(a)) - 1
    for letter in b:
        found = row & places.get(letter, 0)
        row = ((row + found) | (row - found)) & every
    return len(a) - row.bit_count()


def _shared(a: Counter[str], b: Counter[str]) -> dict[str, int]:
    """What both have, and how often."""
    return {each: min(a[each], b[each]) for each in a.keys() & b.keys()}


def _letters(words: Mapping[str, int]) -> int:
    return sum([len(word) * number for word, number in words.items()])
