"""Breaking text into lines, given font metrics.

Lines are filled as PowerPoint and LibreOffice fill them, but broken only where both do.
So a paragraph takes as many lines there as measured here, or fewer.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from deckgen.breaking import KEEPING, beginnings, is_glued, is_plain, tearing
from deckgen.faces import Face
from deckgen.geometry import Points
from deckgen.measuring import ONE_RUN, rounding, ruler
from deckgen.named import NamedTuple
from deckgen.unbroken import Piece, Row, pen, pens, row_of


class Lines(NamedTuple):
    """Broken text: the words of each line, and those that had to be torn."""

    lines: tuple[str, ...]
    torn: tuple[str, ...] = ()


_EMPTY = Lines(("",))

_TOLERANCE = 1e-6
"""Points by which sums of widths may be out."""


def break_lines(pieces: Sequence[Piece], width: Points) -> Lines:
    """The lines of a paragraph no wider than `width` points, which is to be positive.

    Words are separated by spaces (U+0020); those at the end of a line have no width there, and
    those at either end of the paragraph are left out. A word wider than a line is torn where it
    hurts least (after a hyphen in it first) and listed in `torn`. A paragraph without words is
    one empty line.
    """
    return _broken(tuple(pieces), width)


class _Place(NamedTuple):
    """Where a line begins: at a word, given by its number, or after some characters of it."""

    word: int
    cut: int


# Layouts try things on: of 8,339 calls for the sample deck of the tests 243 are different.
@lru_cache(maxsize=4096)
def _broken(pieces: tuple[Piece, ...], width: Points) -> Lines:
    plain = _plain_lines(*pieces[0], width) if len(pieces) == 1 else None
    return Lines(plain) if plain else _carefully_broken(pieces, width)


def _plain_lines(text: str, face: Face, size: Points, width: Points) -> tuple[str, ...] | None:
    """The lines of a text in one style, all of which end between two words; None for others."""
    measure = ruler(face, size)
    words = text.split(" ")
    # Each word is followed by a space, the last one of a line as well: there is room for that.
    ends = list(accumulate(map(measure.words.__getitem__, words)))
    room = width - ONE_RUN + measure.space + _TOLERANCE
    if not (words[0] and words[-1]):
        return None
    if ends[-1] <= room:
        return (text,)
    lines: list[str] = []
    first, limit = 0, room
    while (stop := bisect_right(ends, limit, first)) < len(words):
        if stop == first or not is_plain(words[stop]) or words[stop - 1][-1:] in KEEPING:
            return None
        lines.append(" ".join(words[first:stop]))
        first, limit = stop, ends[stop - 1] + room
    lines.append(" ".join(words[first:]))
    return tuple(lines)


def _carefully_broken(pieces: tuple[Piece, ...], width: Points) -> Lines:
    row = row_of(pieces)
    words, ends, gaps, _ = row
    room, count = width - rounding(len(pieces)) + _TOLERANCE, len(words)
    lines: list[str] = []
    torn: dict[int, str] = {}
    first = cut = 0
    while first < count:
        start = pen(row, first, cut, cut) if cut else ends[first] + gaps[first]
        stop = bisect_right(ends, start + room, first + 1) - 1
        if stop == count:
            lines.append(" ".join(words[first:])[cut:])
            break
        ending = _ending(row, _Place(first, cut), stop, start + room)
        lines.append(ending.line)
        torn |= ending.torn
        first, cut = ending.next
    return Lines(tuple(lines), tuple(torn.values())) if lines else _EMPTY


class _Ending(NamedTuple):
    """A line, where in the row the next one begins, and words torn, by number."""

    line: str
    next: _Place
    torn: dict[int, str]


def _ending(row: Row, begin: _Place, stop: int, room: Points) -> _Ending:
    """The line from a place on if word `stop` does not fit wholly; it has to end at `room`."""
    torn: dict[int, str] = {}
    end = _last_break(row, begin, stop, room)
    if not end:
        end, torn = _torn(row, begin, stop, room)
    word, cut = end
    line = " ".join([*row.words[begin.word : word], row.words[word][:cut] if cut else ""])
    line = line[begin.cut :].rstrip(" ")
    following = end if cut else _Place(_next_word(row.words, word), 0)
    return _Ending(line, following, torn)


def _last_break(row: Row, begin: _Place, stop: int, room: Points) -> _Place | None:
    """Where the line from a place on ends at the latest; None if there is no place to break it."""
    words = row.words
    word = _next_word(words, stop)
    while True:
        cut = begin.cut if word == begin.word else 0
        for part in beginnings(words[word][cut:]):
            if pen(row, word, cut, cut + len(part)) <= room:
                return _Place(word, cut + len(part))
        if word == begin.word:
            return None
        before = word - 1
        while not words[before]:
            before -= 1
        if not is_glued(words[before], words[word]):
            return _Place(word, 0)
        word = before


def _torn(row: Row, begin: _Place, stop: int, room: Points) -> tuple[_Place, dict[int, str]]:
    """Where the line from a place on is torn, and the word that is torn there."""
    after = _next_word(row.words, stop)
    text = " ".join(row.words[begin.word : after + 1])[begin.cut :]
    is_first = stop == begin.word
    before = 0 if is_first else len(" ".join(row.words[begin.word : stop])) + 1 - begin.cut
    reach = pens(row, stop, begin.cut if is_first else 0)
    limit = min(before + bisect_right(reach, room) - 1, len(text) - 1)
    line = text[: tearing(text, limit)].rstrip(" ")
    word = begin.word + line.count(" ")
    cut = len(line) - line.rfind(" ") - 1 + (begin.cut if word == begin.word else 0)
    if cut < len(row.words[word]):
        return _Place(word, cut), {word: row.words[word]}
    return _Place(word + 1, 0), {word: row.words[word]} if is_first else {}


def _next_word(words: Sequence[str], number: int) -> int:
    """The number of the first word from `number` on that is not empty."""
    while number < len(words) and not words[number]:
        number += 1
    return number
