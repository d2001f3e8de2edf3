"""Breaking text into lines, given font metrics."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from deckgen.fonts import Face
from deckgen.geometry import Points


class Piece(NamedTuple):
    """A stretch of text in one face and size."""

    text: str
    face: Face
    size: Points


class Lines(NamedTuple):
    """Broken text: each line's words and width in points, and the words that had to be torn."""

    lines: tuple[str, ...]
    widths: tuple[Points, ...]
    torn: tuple[str, ...] = ()


def break_lines(pieces: Sequence[Piece], width: Points) -> Lines:
    """The lines of a paragraph no wider than `width` points.

    A word wider than a line is torn where it hurts least (after a hyphen in it
    first) and listed in `torn`. A paragraph without words is one empty line.
    """
    raise NotImplementedError
