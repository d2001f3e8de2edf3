"""How much of a line words take, in points, whichever program sets them.

PowerPoint sets the advances of the font one after another. LibreOffice pulls pairs of letters
together and sets type in whole dots. A word is as wide as the wider of the two.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from math import floor
from operator import add

from deckgen.faces import Face, is_composed
from deckgen.geometry import Points

_DOTS = 600
"""LibreOffice lays text out on a device of so many dots to the inch, whatever is printed."""

_HUNDREDTHS = 2540
"""It keeps sizes and places in hundredths of a millimetre; so many are an inch."""

_POINTS = 72
_DOT = _POINTS / _DOTS

_WORDS = 16384
_RULERS = 64
"""How many words are kept for a face and size, and how many of these: some megabytes at most."""


def rounding(runs: int) -> Points:
    """What rounding may take from a line of so many runs.

    LibreOffice rounds the width of a frame and where each run of a line ends, and needs the last
    one to end before the frame does.
    """
    return (runs + 1) / 2 * _POINTS / _HUNDREDTHS


ONE_RUN = rounding(1)
"""What it may take from a line of one run, as most are."""


def as_spaced(spacing: Points) -> Points:
    """What is between letters at most: LibreOffice rounds that, too."""
    return max(spacing, round(spacing * _HUNDREDTHS / _POINTS) * _POINTS / _HUNDREDTHS)


@lru_cache(maxsize=_RULERS)
def ruler(face: Face, size: Points) -> Ruler:
    """What measures words in a face and size; the same one each time, as it remembers words."""
    return Ruler(face, size)


class Ruler:
    """The widths of words in a face at a size.

    `words` is the width of each word with a space after it; look words up and they are measured.
    """

    __slots__ = ("_dots", "_face", "_size", "space", "words")

    def __init__(self, face: Face, size: Points) -> None:
        self._face, self._size = face, size
        self._dots = _Dots(face, _em(size))
        self.space = self.width(" ")
        self.words = _Words(self)

    def width(self, text: str) -> Points:
        """The width of `text` in one line."""
        if not is_composed(text):
            return self.reach(text)[-1]
        ideal = sum(map(self._face.advance, text)) * self._size
        dots = sum(map(self._dots.__getitem__, map(add, text, text[1:] + _NOTHING)))
        return max(ideal, dots * _DOT)

    def reach(self, text: str) -> list[Points]:
        """How far `text` reaches with each of its characters."""
        advances = self._face.advances(text)
        if is_composed(text):
            dots = map(self._dots.__getitem__, map(add, text, text[1:] + _NOTHING))
        else:
            dots = map(self._dots.rounded, advances)
        ideal = [place * self._size for place in accumulate(advances)]
        return list(map(max, ideal, [place * _DOT for place in accumulate(dots)]))


_NOTHING = "\0"
"""What the last character is not kerned with."""


class _Words(dict[str, Points]):
    def __init__(self, measure: Ruler) -> None:
        self._measure = measure

    def __missing__(self, word: str) -> Points:
        if len(self) >= _WORDS:
            self.clear()
        self[word] = width = self._measure.width(word) + self._measure.space
        return width


class _Dots(dict[str, int]):
    """Advances in whole dots, by a character and the one it is kerned with."""

    def __init__(self, face: Face, em: int) -> None:
        self._face, self._em = face, em

    def __missing__(self, pair: str) -> int:
        if len(self) >= _WORDS:
            self.clear()
        self[pair] = dots = self.rounded(
            self._face.advance(pair[0]) + self._face.pairs.get(pair, 0)
        )
        return dots

    def rounded(self, advance: float) -> int:
        """An advance in ems as LibreOffice rounds it."""
        return floor(advance * self._em + 0.5)


def _em(size: Points) -> int:
    """The size in dots: LibreOffice rounds it to hundredths of a millimetre before."""
    hundredths = floor(size * _HUNDREDTHS / _POINTS + 0.5)
    return floor(hundredths * _DOTS / _HUNDREDTHS + 0.5)
