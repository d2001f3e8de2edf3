"""A paragraph in one line without end: its words, and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from operator import add

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
    first word begins, and `gaps` are the spaces before the words. Between two spaces is an empty
    word. A paragraph without words has none.
    """

    words: Sequence[str]
    ends: Sequence[Points]
    gaps: Sequence[Points]
    pieces: tuple[Piece, ...]


class Part(NamedTuple):
    """What of a word is in one face and size."""

    ruler: Ruler
    text: str


def row_of(pieces: tuple[Piece, ...]) -> Row:
    """The row of a paragraph that is made of these pieces, one at least."""
    return _row_of_one(pieces) if len(pieces) == 1 else _row_of_several(pieces)


def _row_of_one(pieces: tuple[Piece, ...]) -> Row:
    ((text, face, size),) = pieces
    measure = ruler(face, size)
    words, space = text.strip(" ").split(" "), measure.space
    if not words[0]:
        return Row((), (), (), pieces)
    # `measure.words` has a space after each word, so a word ends one space before the next one.
    ends = list(accumulate(map(measure.words.__getitem__, words), initial=-space))
    return Row(words, ends, [space] * len(words), pieces)


def _row_of_several(pieces: tuple[Piece, ...]) -> Row:
    parts, gaps = _parts(pieces)
    words = ["".join([text for _, text in word]) for word in parts]
    widths = [sum([ruler.words[text] - ruler.space for ruler, text in word]) for word in parts]
    ends = list(accumulate(map(add, gaps, widths), initial=0.0))
    return Row(words, ends, gaps, pieces)


@lru_cache(maxsize=256)
def _parts(pieces: tuple[Piece, ...]) -> tuple[list[list[Part]], list[Points]]:
    """What the words of a paragraph are made of, and the space before each of them."""
    parts: list[list[Part]] = [[]]
    gaps = [0.0]
    for text, face, size in pieces:
        measure = ruler(face, size)
        start, *words = text.split(" ")
        parts[-1].append(Part(measure, start))
        parts += [[Part(measure, word)] for word in words]
        gaps += [measure.space] * len(words)
    full = [number for number, word in enumerate(parts) if any(part.text for part in word)]
    inner = slice(full[0], full[-1] + 1) if full else slice(0)
    return parts[inner], gaps[inner]


def _parts_of(row: Row, word: int) -> list[Part]:
    """What a word is made of."""
    if len(row.pieces) > 1:
        return _parts(row.pieces)[0][word]
    _, face, size = row.pieces[0]
    return [Part(ruler(face, size), row.words[word])]


def part_width(row: Row, word: int, begin: int, end: int) -> Points:
    """The width of some characters of a word."""
    if len(row.pieces) == 1:
        measure = ruler(*row.pieces[0][1:])
        return measure.words[row.words[word][begin:end]] - measure.space
    width = 0.0
    for measure, text in _parts(row.pieces)[0][word]:
        width += measure.words[text[max(0, begin) : max(0, end)]] - measure.space
        begin, end = begin - len(text), end - len(text)
    return width


def pen(row: Row, word: int, cut: int, end: int) -> Points:
    """Where in the row a word without its first `cut` characters is after `end` of them."""
    rest = part_width(row, word, cut, len(row.words[word]))
    return row.ends[word + 1] - rest + part_width(row, word, cut, end)


def pens(row: Row, word: int, cut: int) -> list[Points]:
    """Where in the row a word without `cut` characters starts and each of the others ends."""
    reach = [0.0]
    for measure, text in _parts_of(row, word):
        so_far = reach[-1]
        reach += [so_far + width for width in measure.reach(text[max(0, cut) :])]
        cut -= len(text)
    start = row.ends[word + 1] - reach[-1]
    return [start + width for width in reach]
