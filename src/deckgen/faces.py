"""How wide the characters of a face are, in ems.

Those that a font has no letter for have a width that is safe in the fonts renderers fall back to.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

_MOST_MARKS = 16
"""So many marks may make a letter wider; no language has a letter with more than three."""

_WIDE_SYMBOL = 1.45
_WIDE_LETTER = 1.05
_STAND_INS = {"\u2010": "–", "\u2011": "–", "\u202f": "\u00a0", "\u2007": "0"}


class Face:
    """The advance widths of one face of a typeface, by character, in ems.

    `pairs` is how much wider two characters are side by side where a renderer kerns or joins
    them; mostly that is less than 0.
    """

    __slots__ = ("_advances", "advance", "pairs")

    def __init__(
        self, advances: Mapping[str, float], pairs: Mapping[str, float] = MappingProxyType({})
    ) -> None:
        self._advances: dict[str, float] = _Advances(advances)
        self.advance = self._advances.__getitem__
        self.pairs = pairs

    def width(self, text: str) -> float:
        """The width of `text` set in one line, without kerning, in ems."""
        return sum(map(self.advance, text) if is_composed(text) else self.advances(text))

    def advances(self, text: str) -> list[float]:
        """How far each character moves the pen, in ems; together the width of `text`."""
        advances = list(map(self.advance, text))
        if not is_composed(text):
            self._compose(text, advances)
        return advances

    def _compose(self, text: str, advances: list[float]) -> None:
        """Give bases the width of the letter that they and their marks compose to.

        Renderers prefer the composed glyph, which may be wider: compare i and ï.
        """
        base = 0
        for index, char in enumerate(text):
            if not is_drawn_without_advance(char):
                base = index
            elif index - base <= _MOST_MARKS:
                letter = unicodedata.normalize("NFC", text[base : index + 1])
                advances[base] = max(advances[base], sum(map(self._advances.__getitem__, letter)))


@lru_cache(maxsize=256)
def cut_face(face: Face, is_capital: bool, spacing: float) -> Face:
    """`face` as it is shown in capitals, or with `spacing` ems after each character."""
    return _CutFace(face, is_capital, spacing)


class _CutFace(Face):
    """A face whose characters are drawn as others, or with more room."""

    __slots__ = ()

    def __init__(self, face: Face, is_capital: bool, spacing: float) -> None:
        super().__init__({}, _CapitalPairs(face.pairs) if is_capital else face.pairs)
        self._advances = _CutAdvances(face, is_capital, spacing)
        self.advance = self._advances.__getitem__


class _CutAdvances(dict[str, float]):
    def __init__(self, face: Face, is_capital: bool, spacing: float) -> None:
        self._face, self._is_capital, self._spacing = face, is_capital, spacing

    def __missing__(self, char: str) -> float:
        shown = char.upper() if self._is_capital else char
        spacing = sum(0 if is_drawn_without_advance(each) else self._spacing for each in shown)
        self[char] = width = self._face.width(shown) + spacing
        return width


@lru_cache(maxsize=64)
def wide_face(face: Face, other: Face, share: float) -> Face:
    """A face whose characters are as wide as in `face`, or `share` times as wide as in `other`."""
    return _WideFace(face, other, share)


class _WideFace(Face):
    """A face that is as wide as the wider of two, without pairs that stand closer."""

    __slots__ = ()

    def __init__(self, face: Face, other: Face, share: float) -> None:
        super().__init__({})
        self._advances = _WideAdvances(face, other, share)
        self.advance = self._advances.__getitem__


class _WideAdvances(dict[str, float]):
    def __init__(self, face: Face, other: Face, share: float) -> None:
        self._face, self._other, self._share = face, other, share

    def __missing__(self, char: str) -> float:
        width = max(self._face.advance(char), self._share * self._other.advance(char))
        self[char] = width
        return width


class _CapitalPairs(dict[str, float]):
    """How two characters are kerned that are shown as capitals."""

    def get(self, pair: str, default: float = 0.0) -> float:  # type: ignore[override]
        return super().get(pair[:1].upper()[-1:] + pair[1:].upper()[:1], default)


class _Advances(dict[str, float]):
    """Advances by character; those the font has no glyph for are judged when first met."""

    def __missing__(self, char: str) -> float:
        self[char] = advance = self._judge(char)
        return advance

    def _judge(self, char: str) -> float:
        """A width that is safe for `char` in the font a renderer falls back to.

        Hyphens and fixed spaces are as wide as a relative at most. Of the letters of common
        fallback fonts nearly all keep within an em; symbols and emoji reach 1.45.
        """
        if is_drawn_without_advance(char):
            return 0.0
        if (relative := _STAND_INS.get(char, "")) in self:
            return self[relative]
        is_symbol = char > "\uffff" or unicodedata.category(char).startswith("S")
        return _WIDE_SYMBOL if is_symbol else _WIDE_LETTER


def is_composed(text: str) -> bool:
    """Whether no letter of `text` is written as a base and marks that it could do without."""
    return text.isascii() or unicodedata.is_normalized("NFC", text)


def is_drawn_without_advance(char: str) -> bool:
    """Whether renderers give `char` no width whatever the font says.

    True for marks that stand on the letter before them, and for format characters:
    zero-width spaces and joiners, soft hyphens, direction marks, variation selectors.
    """
    return unicodedata.category(char) in {"Mn", "Me", "Cf"}
