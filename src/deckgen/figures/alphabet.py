"""Letters as outlines, from font files."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cached_property

from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.path import Path

from deckgen.font_files import FontTable, read_font
from deckgen.fonts import as_drawn
from deckgen.named import NamedTuple

_SIXTY_FOURTHS = 64
"""Matplotlib takes outlines for such parts of a unit, whatever they are measured in."""


class Letter:
    """The outline of a letter, in units of its font. Known by itself: each is made once."""

    __slots__ = ("path", "units_per_em")

    def __init__(self, path: Path, units_per_em: int) -> None:
        self.path = path
        self.units_per_em = units_per_em


class Row(NamedTuple):
    """Letters with their distances from the beginning of their line, and its width, in ems."""

    letters: tuple[tuple[Letter, float], ...]
    width: float


class Alphabet:
    """The letters of a typeface's upright and bold face, from its font files."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._faces = {face: _Face(content) for face, content in files.items()}

    def row(self, words: str, is_bold: bool) -> Row:
        """The letters of a line."""
        face = self._faces["bold" if is_bold else "regular"]
        pen, letters = 0.0, []
        for sign in as_drawn(words):
            if letter := face.letter(sign):
                letters.append((letter, pen))
            pen += face.advance(sign)
        return Row(tuple(letters), pen)


class _Face:
    def __init__(self, content: bytes) -> None:
        self._font = FT2Font(io.BytesIO(content))
        self._content = content
        self._letters: dict[str, Letter | None] = {}

    @cached_property
    def _table(self) -> FontTable:
        return read_font(self._content)

    def advance(self, sign: str) -> float:
        """How wide a letter is, in ems; one that the font has not, as a wide one."""
        return self._table.advances.get(sign, self._table.units_per_em) / self._table.units_per_em

    def letter(self, sign: str) -> Letter | None:
        """The letter; None if there is nothing to be seen, as in a space."""
        if sign not in self._letters:
            self._letters[sign] = self._outline(sign)
        return self._letters[sign]

    def _outline(self, sign: str) -> Letter | None:
        # The first glyph stands for all that a font does not have.
        self._font.load_glyph(self._font.get_char_index(ord(sign)), LoadFlags.NO_SCALE)
        vertices, codes = self._font.get_path()
        if not len(codes):
            return None
        return Letter(Path(vertices * _SIXTY_FOURTHS, codes), self._table.units_per_em)
