"""Breaking text into lines, given font metrics.

Lines are filled as PowerPoint and LibreOffice fill them, but broken only where both do.
So a paragraph takes as many lines there as measured here, or fewer.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from deckgen.breaking import KEEPING, is_glued, is_plain, places, places_after, tearing
from deckgen.faces import Face
from deckgen.geometry import Points
from deckgen.measuring import ONE_RUN, rounding, ruler
from deckgen.named import NamedTuple
from deckgen.unbroken import Piece, Row, reach_in, row_of, width_in


class Lines(NamedTuple):
    """Broken text: the words of each line, and those that had to be torn."""

    lines: tuple[str, ...]
    torn: tuple[str, ...] = ()


_EMPTY = Lines(("",))

_TOLERANCE = 1e-6
"""Points by which sums of widths may be out."""

_LONGEST_LETTER = 1000
"""So many characters are looked at to keep together what people see as one letter."""


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
    room, count = width - rounding(len(pieces)) + _TOLERANCE, len(row.words)
    lines: list[str] = []
    torn: dict[int, str] = {}
    first = cut = 0
    while first < count:
        line = _Line(row, _Place(first, cut), _start(row, first, cut, room), room)
        stop = bisect_right(row.ends, line.start + room, first + 1) - 1
        if stop == count:
            lines.append(" ".join(row.words[first:])[cut:])
            break
        if first < stop and is_plain(row.words[stop]) and row.words[stop - 1][-1:] not in KEEPING:
            lines.append(" ".join(row.words[first:stop])[cut:])  # as most lines end
            first, cut = stop, 0
            continue
        ending = _ending(line, stop)
        lines.append(ending.line)
        torn |= ending.torn
        first, cut = ending.next
    return Lines(tuple(lines), tuple(torn.values())) if lines else _EMPTY


def _start(row: Row, word: int, cut: int, room: Points) -> Points:
    """Where in the row a line begins; where it ends in the same word, anywhere before that."""
    return row.ends[word + 1] - reach_in(row, word, cut, room)[-1] if cut else row.start(word)


class _Line(NamedTuple):
    """A line to be filled: where it begins, where that is in the row, and how much it holds."""

    row: Row
    begin: _Place
    start: Points
    room: Points

    def cut(self, word: int) -> int:
        """How many characters of a word stand on the line before."""
        return self.begin.cut if word == self.begin.word else 0

    def left(self, word: int) -> Points:
        """The room for a word and what follows it."""
        is_first = word == self.begin.word
        return self.room if is_first else self.start + self.room - self.row.start(word)

    def until(self, end: _Place) -> str:
        """The words up to a place."""
        words, (first, begin) = self.row.words, self.begin
        if end.word == first:
            return words[first][begin : end.cut]
        between = [*words[first : end.word], words[end.word][: end.cut] if end.cut else ""]
        return " ".join(between)[begin:].rstrip(" ")


class _Ending(NamedTuple):
    """A line, where in the row the next one begins, and words torn, by number."""

    line: str
    next: _Place
    torn: dict[int, str]


def _ending(line: _Line, stop: int) -> _Ending:
    """Where a line ends if word `stop` does not fit wholly."""
    torn: dict[int, str] = {}
    end = _last_break(line, stop)
    if not end:
        end, torn = _torn(line, stop)
    following = end if end.cut else _Place(line.row.next_word(end.word), 0)
    return _Ending(line.until(end), following, torn)


def _last_break(line: _Line, stop: int) -> _Place | None:
    """Where a line ends at the latest; None if there is no place to break it."""
    words = line.row.words
    word = line.row.next_word(stop)
    while True:
        if cut := _last_cut(line, word):
            return _Place(word, cut)
        if word == line.begin.word:
            return None
        before = word - 1
        while not words[before]:
            before -= 1
        if not is_glued(words[before], words[word]):
            return _Place(word, 0)
        word = before


def _last_cut(line: _Line, word: int) -> int:
    """After how many characters of a word a line may end at the latest; 0 if after none."""
    row, cut, left = line.row, line.cut(word), line.left(word)
    if not places(row.words[word]):
        return 0
    # A character less wide for the next one's sake may seem not to fit.
    most = cut + bisect_right(reach_in(row, word, cut, left), left) + 1
    fitting = (
        place
        for place in places_after(row.words[word], cut, most)
        if width_in(row, word, cut, place) <= left
    )
    return next(fitting, 0)


def _torn(line: _Line, stop: int) -> tuple[_Place, dict[int, str]]:
    """Where a line is torn, and the word that is torn there."""
    words, begin = line.row.words, line.begin
    cut, left, is_first = line.cut(stop), line.left(stop), stop == begin.word
    fitting = bisect_right([0.0, *reach_in(line.row, stop, cut, left)], left) - 1
    before = "" if is_first else " ".join(words[begin.word : stop])[begin.cut :] + " "
    text = before + words[stop][cut : cut + fitting + _LONGEST_LETTER]
    if not words[stop]:
        text += " ".join(words[stop : line.row.next_word(stop) + 1])
    limit = min(len(before) + fitting, len(text) - 1)
    fits = text[: tearing(text, limit)].rstrip(" ")
    word = begin.word + fits.count(" ")
    end = len(fits) - fits.rfind(" ") - 1 + line.cut(word)
    if end < len(words[word]):
        return _Place(word, end), {word: words[word]}
    return _Place(word + 1, 0), {word: words[word]} if is_first else {}
