"""The words of a paragraph in one line without end, and how far they reach in it.

What is asked of a word takes as long as a line is, not as the word: a word may have any length.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from operator import add, attrgetter

from deckgen.faces import Face
from deckgen.geometry import Points
from deckgen.measuring import Ruler, ruler
from deckgen.named import NamedTuple


class Piece(NamedTuple):
    """A stretch of text in one face and size."""

    text: str
    face: Face
    size: Points


class Row(NamedTuple):
    """The words of a paragraph in one line without end.

    A word ends at the next of `ends`, in points; the first of them is where the space before the
    first word begins, and `gaps` has how wide the space before each word is. Between two spaces
    is an empty word.
    """

    words: Sequence[str]
    ends: Sequence[Points]
    gaps: Sequence[Points]
    pieces: tuple[Piece, ...]

    def start(self, word: int) -> Points:
        """Where a word begins."""
        return self.ends[word] + self.gaps[word]

    def next_word(self, number: int) -> int:
        """The number of the first word from `number` on that is not empty."""
        while number < len(self.words) and not self.words[number]:
            number += 1
        return number


class _Part(NamedTuple):
    """What of a word is in one face and size, behind so many characters."""

    ruler: Ruler
    text: str
    behind: int


_AT_ONCE = 64
"""So many characters are measured before it is asked whether a line is full."""


def row_of(pieces: tuple[Piece, ...]) -> Row:
    """The row of a paragraph."""
    return _row_of_one(*pieces[0]) if len(pieces) == 1 else _row_of_several(pieces)


def _row_of_one(text: str, face: Face, size: Points) -> Row:
    measure, pieces = ruler(face, size), (Piece(text, face, size),)
    words, space = text.strip(" ").split(" "), measure.space
    if not words[0]:
        return Row([], [], [], pieces)
    # `measure.words` has a space after each word, so a word ends one space before the next one.
    ends = list(accumulate(map(measure.words.__getitem__, words), initial=-space))
    return Row(words, ends, [space] * len(words), pieces)


def _row_of_several(pieces: tuple[Piece, ...]) -> Row:
    words, widths, gaps = [""], [0.0], [0.0]
    for text, face, size in pieces:
        measure = ruler(face, size)
        known, space = measure.words, measure.space
        start, *others = text.split(" ")
        words[-1] += start
        widths[-1] += known[start] - space
        words += others
        widths += [known[other] - space for other in others]
        gaps += [space] * len(others)
    inner = _from_first_to_last(words)
    words, gaps = words[inner], gaps[inner]
    ends = list(accumulate(map(add, gaps, widths[inner]), initial=0.0))
    return Row(words, ends, gaps, pieces)


def _from_first_to_last(words: Sequence[str]) -> slice:
    """Where the words are between those at either end that are empty."""
    full = [number for number, word in enumerate(words) if word]
    return slice(full[0], full[-1] + 1) if full else slice(0)


@lru_cache(maxsize=256)
def _parts(pieces: tuple[Piece, ...]) -> list[list[_Part]]:
    """What the words of a paragraph are made of."""
    parts: list[list[_Part]] = [[]]
    behind = 0
    for text, face, size in pieces:
        measure = ruler(face, size)
        start, *words = text.split(" ")
        parts[-1].append(_Part(measure, start, behind))
        parts += [[_Part(measure, word, 0)] for word in words]
        behind = len(words[-1]) if words else behind + len(start)
    return parts[_from_first_to_last(["".join([part.text for part in word]) for word in parts])]


def _parts_from(row: Row, word: int, begin: int) -> Iterator[_Part]:
    """What a word is made of from one of its characters on."""
    if len(row.pieces) == 1:
        _, face, size = row.pieces[0]
        yield _Part(ruler(face, size), row.words[word], 0)
        return
    parts = _parts(row.pieces)[word]
    first = max(0, bisect_right(parts, begin, key=attrgetter("behind")) - 1)
    for number in range(first, len(parts)):
        yield parts[number]


def width_in(row: Row, word: int, begin: int, end: int) -> Points:
    """The width of some characters of a word."""
    width = 0.0
    for measure, text, behind in _parts_from(row, word, begin):
        if behind >= end:
            break
        width += measure.words[text[max(0, begin - behind) : end - behind]] - measure.space
    return width


def reach_in(row: Row, word: int, begin: int, room: Points) -> list[Points]:
    """How far the characters of a word from `begin` on reach: all of them, or more than `room`."""
    reach: list[Points] = []
    so_far = 0.0
    for measure, text, behind in _parts_from(row, word, begin):
        widths = _reach_of(measure, text, max(0, begin - behind), room - so_far)
        reach += [so_far + width for width in widths]
        so_far = reach[-1] if reach else 0.0
        if so_far > room:
            break
    return reach


def _reach_of(measure: Ruler, text: str, begin: int, room: Points) -> list[Points]:
    length = _AT_ONCE
    while begin + length < len(text):
        # Without the last one, which may be kerned with the next.
        reach = measure.reach(text[begin : begin + length])[:-1]
        if reach[-1] > room:
            return reach
        length *= 2
    return measure.reach(text[begin:])
