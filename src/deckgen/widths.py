"""How wide a frame has to be for a paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from deckgen.breaking import KEEPING, is_glued, is_plain, places
from deckgen.geometry import Points
from deckgen.measuring import ONE_RUN, rounding, ruler
from deckgen.named import NamedTuple
from deckgen.unbroken import Piece, Row, row_of, width_in


def width_of(piece: Piece) -> Points:
    """How wide a frame has to be, in points, for `piece` to take one line."""
    text, face, size = piece
    text = text.strip(" ")
    if not text:
        return ONE_RUN
    measure = ruler(face, size)
    # Each word is as wide as with a space after it; the last one has none.
    end = -measure.space
    for width in map(measure.words.__getitem__, text.split(" ")):
        end += width
    return end + ONE_RUN


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


class Places(NamedTuple):
    """Where the lines of a paragraph may end, if all of it stands in one.

    What begins at a place does so a `gap` after it, the first one included. A frame has to be
    `more` wider than a line.
    """

    ends: tuple[Points, ...]
    gap: Points = 0.0
    more: Points = 0.0

    def wider(self, more: Points) -> Places:
        """The same in a frame that has to be `more` wider yet."""
        return Places(self.ends, self.gap, self.more + more)


class Widths(NamedTuple):
    """How wide a frame has to be, in points, for a paragraph.

    `line` is for all of it in one line, `word` for none of its words to be broken, `part` for
    these to be broken after their hyphens only. Between words its lines may end at `places`.
    """

    line: Points
    word: Points
    part: Points
    places: Places

    def wider(self, more: Points) -> Widths:
        """The same in a frame that has to be `more` wider."""
        line, word, part, places = self
        return Widths(line + more, word + more, part + more, places.wider(more))

    @classmethod
    def whole(cls, line: Points) -> Widths:
        """Those of a paragraph that is never broken."""
        return cls(line, line, line, Places((0.0, line)))


def widths_of(pieces: Sequence[Piece]) -> Widths:
    """How wide a frame has to be for a paragraph, in one line or in many."""
    return _widths(tuple(pieces))


@lru_cache(maxsize=4096)
def _widths(pieces: tuple[Piece, ...]) -> Widths:
    row, spare = row_of(pieces), rounding(len(pieces))
    words, ends, gaps, _ = row
    if not words:
        return Widths.whole(0.0)
    line = ends[-1] - ends[0] - gaps[0]
    if len(pieces) == 1 and _are_plain(words):
        space = gaps[0]
        word = max([end - start - space for start, end in pairwise(ends)])
        part = max(map(ruler(*pieces[0][1:]).words.__getitem__, words)) - space
        line_ends = Places(tuple(ends), space, spare)
        return Widths(line + spare, word + spare, part + spare, line_ends)
    units = _units(words)
    kept = [ends[last + 1] - ends[first] - gaps[first] for first, last in units]
    parts = [
        _widest_part(row, first) if first == last and places(words[first]) else width
        for (first, last), width in zip(units, kept, strict=True)
    ]
    gap = ruler(*pieces[0][1:]).space
    begin = ends[0] + gaps[0] - gap
    line_ends = Places((begin, *(ends[last + 1] for _, last in units)), gap, spare)
    return Widths(line + spare, max(kept) + spare, max(parts) + spare, line_ends)


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


def _widest_part(row: Row, word: int) -> Points:
    """The width of the widest part of a word between the places where a line may end."""
    text = row.words[word]
    cuts = (0, *places(text), len(text))
    return max(width_in(row, word, begin, end) for begin, end in pairwise(cuts))
