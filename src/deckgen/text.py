"""Breaking text into lines, given font metrics.

Lines are filled as PowerPoint and LibreOffice fill them, but broken only where both do.
So a paragraph takes as many lines there as measured here, or fewer.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from operator import add

from deckgen.breaking import KEEPING, beginnings, is_glued, is_plain, tearing
from deckgen.fonts import Face
from deckgen.geometry import Points
from deckgen.measuring import Ruler, rounding, ruler
from deckgen.named import NamedTuple


class Piece(NamedTuple):
    """A stretch of text in one face and size."""

    text: str
    face: Face
    size: Points


class Lines(NamedTuple):
    """Broken text: the words of each line, and those that had to be torn."""

    lines: tuple[str, ...]
    torn: tuple[str, ...] = ()


_EMPTY = Lines(("",))

_TOLERANCE = 1e-6
"""Points by which sums of widths may be out."""

_ONE_RUN = rounding(1)


def break_lines(pieces: Sequence[Piece], width: Points) -> Lines:
    """The lines of a paragraph no wider than `width` points, which is to be positive.

    Words are separated by spaces (U+0020); those at the end of a line have no width there, and
    those at either end of the paragraph are left out. A word wider than a line is torn where it
    hurts least (after a hyphen in it first) and listed in `torn`. A paragraph without words is
    one empty line.
    """
    return _broken(tuple(pieces), width)


def width_of(piece: Piece) -> Points:
    """How wide a frame has to be, in points, for `piece` to take one line."""
    text, face, size = piece
    text = text.strip(" ")
    if not text:
        return _ONE_RUN
    measure = ruler(face, size)
    # Each word is as wide as with a space after it; the last one has none.
    end = -measure.space
    for width in map(measure.words.__getitem__, text.split(" ")):
        end += width
    return end + _ONE_RUN


def line_width(pieces: Sequence[Piece]) -> Points:
    """How wide a frame has to be, in points, for a paragraph to take one line.

    It is the `line` of `widths_of`, for less.
    """
    first, last = pieces[0].text, pieces[-1].text
    if not first or not last or first[0] == " " or last[-1] == " ":
        return widths_of(pieces).line
    end = gap = word = 0.0
    for text, face, size in pieces:
        measure = ruler(face, size)
        start, *others = text.split(" ")
        word += measure.words[start] - measure.space
        for other in others:
            end += gap + word
            gap, word = measure.space, measure.words[other] - measure.space
    return end + (gap + word) + rounding(len(pieces))


class Widths(NamedTuple):
    """How wide a frame has to be, in points, for a paragraph.

    `line` is for all of it in one line, `word` for none of its words to be broken, `part` for
    these to be broken after their hyphens only.
    """

    line: Points
    word: Points
    part: Points


def widths_of(pieces: Sequence[Piece]) -> Widths:
    """How wide a frame has to be for a paragraph, in one line or in many."""
    return _widths(tuple(pieces))


@lru_cache(maxsize=4096)
def _widths(pieces: tuple[Piece, ...]) -> Widths:
    words, ends, gaps = _row_of_one(*pieces[0]) if len(pieces) == 1 else _row_of_several(pieces)
    if not words:
        return Widths(0.0, 0.0, 0.0)
    row, spare = _Row(words, ends, pieces), rounding(len(pieces))
    line = ends[-1] - ends[0] - gaps[0]
    if len(pieces) == 1 and _are_plain(words):
        space = gaps[0]
        word = max([end - start - space for start, end in pairwise(ends)])
        part = max(map(ruler(*pieces[0][1:]).words.__getitem__, words)) - space
        return Widths(line + spare, word + spare, part + spare)
    units = _units(words)
    kept = [ends[last + 1] - ends[first] - gaps[first] for first, last in units]
    parts = [
        _widest_part(row, first) if first == last else width
        for (first, last), width in zip(units, kept, strict=True)
    ]
    return Widths(line + spare, max(kept) + spare, max(parts) + spare)


def _are_plain(words: Sequence[str]) -> bool:
    """Whether a line may end after each word, and inside none of them."""
    return all(map(is_plain, words)) and not any(word[-1] in KEEPING for word in words)


def _units(words: Sequence[str]) -> list[tuple[int, int]]:
    """The first and the last word, by number, of each stretch that is to stay in one line."""
    units: list[tuple[int, int]] = []
    for number, word in enumerate(words):
        if units and (not word or is_glued(words[number - 1], word)):
            units[-1] = (units[-1][0], number)
        else:
            units.append((number, number))
    return units


def _widest_part(row: _Row, word: int) -> Points:
    """The width of the widest part of a word between the places where a line may end."""
    text = row.words[word]
    cuts = [0, *(len(part) for part in reversed(beginnings(text))), len(text)]
    return max(_width(row, word, begin, end) for begin, end in pairwise(cuts))


class _Row(NamedTuple):
    """The words of a paragraph in one line without end.

    A word ends at the next of `ends`, in points; the first of them is where the space before the
    first word begins. Between two spaces is an empty word.
    """

    words: Sequence[str]
    ends: Sequence[Points]
    pieces: tuple[Piece, ...]


class _Place(NamedTuple):
    """Where a line begins: at a word, given by its number, or after some characters of it."""

    word: int
    cut: int


class _Part(NamedTuple):
    """What of a word is in one face and size."""

    ruler: Ruler
    text: str


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
    room = width - _ONE_RUN + measure.space + _TOLERANCE
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
    words, ends, gaps = _row_of_one(*pieces[0]) if len(pieces) == 1 else _row_of_several(pieces)
    row = _Row(words, ends, pieces)
    room, count = width - rounding(len(pieces)) + _TOLERANCE, len(words)
    lines: list[str] = []
    torn: dict[int, str] = {}
    first = cut = 0
    while first < count:
        start = _pen(row, first, cut, cut) if cut else ends[first] + gaps[first]
        stop = bisect_right(ends, start + room, first + 1) - 1
        if stop == count:
            lines.append(" ".join(words[first:])[cut:])
            break
        ending = _ending(row, _Place(first, cut), stop, start + room)
        lines.append(ending.line)
        torn |= ending.torn
        first, cut = ending.next
    return Lines(tuple(lines), tuple(torn.values())) if lines else _EMPTY


def _row_of_one(
    text: str, face: Face, size: Points
) -> tuple[list[str], list[Points], list[Points]]:
    measure = ruler(face, size)
    words, space = text.strip(" ").split(" "), measure.space
    if not words[0]:
        return [], [], []
    # `measure.words` has a space after each word, so a word ends one space before the next one.
    ends = list(accumulate(map(measure.words.__getitem__, words), initial=-space))
    return words, ends, [space] * len(words)


def _row_of_several(
    pieces: tuple[Piece, ...],
) -> tuple[list[str], list[Points], list[Points]]:
    parts, gaps = _parts(pieces)
    words = ["".join([text for _, text in word]) for word in parts]
    widths = [sum([ruler.words[text] - ruler.space for ruler, text in word]) for word in parts]
    ends = list(accumulate(map(add, gaps, widths), initial=0.0))
    return words, ends, gaps


@lru_cache(maxsize=256)
def _parts(pieces: tuple[Piece, ...]) -> tuple[list[list[_Part]], list[Points]]:
    """What the words of a paragraph are made of, and the space before each of them."""
    parts: list[list[_Part]] = [[]]
    gaps = [0.0]
    for text, face, size in pieces:
        measure = ruler(face, size)
        start, *words = text.split(" ")
        parts[-1].append(_Part(measure, start))
        parts += [[_Part(measure, word)] for word in words]
        gaps += [measure.space] * len(words)
    full = [number for number, word in enumerate(parts) if any(part.text for part in word)]
    inner = slice(full[0], full[-1] + 1) if full else slice(0)
    return parts[inner], gaps[inner]


def _parts_of(row: _Row, word: int) -> list[_Part]:
    """What a word is made of."""
    if len(row.pieces) > 1:
        return _parts(row.pieces)[0][word]
    _, face, size = row.pieces[0]
    return [_Part(ruler(face, size), row.words[word])]


def _width(row: _Row, word: int, begin: int, end: int) -> Points:
    """The width of some characters of a word."""
    width = 0.0
    if len(row.pieces) == 1:
        measure = ruler(*row.pieces[0][1:])
        return measure.words[row.words[word][begin:end]] - measure.space
    for measure, text in _parts(row.pieces)[0][word]:
        width += measure.words[text[max(0, begin) : max(0, end)]] - measure.space
        begin, end = begin - len(text), end - len(text)
    return width


def _pen(row: _Row, word: int, cut: int, end: int) -> Points:
    """Where in the row a word without its first `cut` characters is after `end` of them."""
    rest = _width(row, word, cut, len(row.words[word]))
    return row.ends[word + 1] - rest + _width(row, word, cut, end)


def _pens(row: _Row, word: int, cut: int) -> list[Points]:
    """Where in the row a word without `cut` characters starts and each of the others ends."""
    reach = [0.0]
    for measure, text in _parts_of(row, word):
        so_far = reach[-1]
        reach += [so_far + width for width in measure.reach(text[max(0, cut) :])]
        cut -= len(text)
    start = row.ends[word + 1] - reach[-1]
    return [start + width for width in reach]


class _Ending(NamedTuple):
    """A line, where in the row the next one begins, and words torn, by number."""

    line: str
    next: _Place
    torn: dict[int, str]


def _ending(row: _Row, begin: _Place, stop: int, room: Points) -> _Ending:
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


def _last_break(row: _Row, begin: _Place, stop: int, room: Points) -> _Place | None:
    """Where the line from a place on ends at the latest; None if there is no place to break it."""
    words = row.words
    word = _next_word(words, stop)
    while True:
        cut = begin.cut if word == begin.word else 0
        for part in beginnings(words[word][cut:]):
            if _pen(row, word, cut, cut + len(part)) <= room:
                return _Place(word, cut + len(part))
        if word == begin.word:
            return None
        before = word - 1
        while not words[before]:
            before -= 1
        if not is_glued(words[before], words[word]):
            return _Place(word, 0)
        word = before


def _torn(row: _Row, begin: _Place, stop: int, room: Points) -> tuple[_Place, dict[int, str]]:
    """Where the line from a place on is torn, and the word that is torn there."""
    after = _next_word(row.words, stop)
    text = " ".join(row.words[begin.word : after + 1])[begin.cut :]
    is_first = stop == begin.word
    before = 0 if is_first else len(" ".join(row.words[begin.word : stop])) + 1 - begin.cut
    pens = _pens(row, stop, begin.cut if is_first else 0)
    limit = min(before + bisect_right(pens, room) - 1, len(text) - 1)
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
