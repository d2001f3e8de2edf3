"""Breaking text into lines, given font metrics.

Lines are filled as PowerPoint and LibreOffice fill them, but broken only where both do.
So a paragraph takes as many lines there as measured here, or fewer.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
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


_CLOSING = frozenset(".,:;)]}")
"""LibreOffice (ICU) keeps these with the word before them even across a space, as UAX #14 did."""

_BREAK = re.compile(
    r""".+(?:
        (?<![ (\[{„‚])(?=\ )                                # a space, but not after an opening mark
      | (?<=[^ (\[{„‚\-‐–—][-‐])(?=[^\W\d_])                # a hyphen inside a word, not "-5"
      | (?<=[^ ][–—])(?=[^\W\d_])                           # a dash inside a word, not "2018–2021"
      | (?<=\u200b)(?=\w)
      | (?<=[ぁ-ゖァ-ヺ㐀-䶿一-鿿])(?=[ぁ-ゖァ-ヺ㐀-䶿一-鿿])
    )""",
    re.VERBOSE | re.DOTALL,
).match
"""Finds the last place where a line may end, if it is matched against what fits and the
character after it. Soft hyphens are not among them: no program shows a hyphen there."""

_TEARS = (
    re.compile(r".+(?<=[-‐–—|\\!?…])(?=[^ /.,:;!?)\]}\-‐–—])", re.DOTALL).match,
    re.compile(r".+(?<=/)(?=[^ /.,:;!?)\]}].*/[^ /])", re.DOTALL).match,
    re.compile(r".+(?<=/)(?=[^ /.,:;!?)\]}])", re.DOTALL).match,
)
"""Find where a word that is too long is torn best. LibreOffice may tear it there, too: of
the slashes that fit it takes the last but one."""

_USABLE = 0.994
"""How much of a line is filled. LibreOffice 7.4 sets type in whole dots of 600 to the inch and
rounds each glyph; lines that it cannot kern come out up to 0.6 % wider than their advances."""


def break_lines(pieces: Sequence[Piece], width: Points) -> Lines:
    """The lines of a paragraph no wider than `width` points, which is to be positive.

    Words are separated by spaces (U+0020); those at the end of a line have no width there, and
    those at either end of the paragraph are left out. A word wider than a line is torn where it
    hurts least (after a hyphen in it first) and listed in `torn`. A paragraph without words is
    one empty line.
    """
    return _broken(tuple(pieces), width)


# Layouts try things on: of 8,339 calls for the sample deck of the tests 243 are different.
@lru_cache(maxsize=4096)
def _broken(pieces: tuple[Piece, ...], width: Points) -> Lines:
    text = "".join([piece.text for piece in pieces])
    start, stop = _after_spaces(text, 0), len(text.rstrip(" "))
    if not stop:
        return Lines(("",), (0.0,))
    size = pieces[0].size
    pens = _pens(pieces, size)
    room = width * _USABLE / size
    lines: list[str] = []
    widths: list[Points] = []
    torn: dict[int, str] = {}
    while start < stop:
        limit = bisect_right(pens, pens[start] + room) - 1
        end = stop if limit >= stop else _line_end(text, start, limit)
        if not end:
            end = _tearing(text, start, limit)
            torn.setdefault(*_word_around(text, start))
        lines.append(text[start:end])
        widths.append((pens[end] - pens[start]) * size)
        start = _after_spaces(text, end)
    return Lines(tuple(lines), tuple(widths), tuple(torn.values()))


def _pens(pieces: Sequence[Piece], size: Points) -> list[float]:
    """Where each character of the pieces starts and the last one ends, in ems of `size`."""
    if len(pieces) == 1:
        return list(accumulate(pieces[0].face.advances(pieces[0].text), initial=0.0))
    advances = (
        advance * piece.size / size
        for piece in pieces
        for advance in piece.face.advances(piece.text)
    )
    return list(accumulate(advances, initial=0.0))


def _after_spaces(text: str, place: int) -> int:
    while text.startswith(" ", place):
        place += 1
    return place


def _line_end(text: str, start: int, limit: int) -> int:
    """The last place after `start` and up to `limit` where a line may end; 0 if there is none."""
    while found := _BREAK(text, start, limit + 1):
        end = found.end()
        if text[end] != " " and "/" in text[end:].partition(" ")[0]:
            # LibreOffice takes the word for a path and moves the whole of it to the next line.
            limit = text.rfind(" ", start, end)
        elif text[_after_spaces(text, end)] in _CLOSING:
            limit = end - 1
        else:
            return end
    return 0


def _tearing(text: str, start: int, limit: int) -> int:
    """Where to tear the word at `start` of which the part up to `limit` fits."""
    for tear in _TEARS:
        found = tear(text, start, limit + 1)
        if found and not _is_inside_letter(text, found.end()):
            return found.end()
    end = limit
    while end > start and _is_inside_letter(text, end):
        end -= 1
    if end > start:
        return end
    # Not even the first letter fits: a line holds one at least.
    end = start + 1
    while end < len(text) and _is_inside_letter(text, end):
        end += 1
    return end


def _is_inside_letter(text: str, place: int) -> bool:
    """Whether what people see as one letter or emoji goes on at `place`."""
    before, char = text[place - 1], text[place]
    return (
        unicodedata.category(char) in {"Mn", "Mc", "Me", "Cf"}
        or before == "\u200d"
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or ("\U0001f1e6" <= before <= "\U0001f1ff" and "\U0001f1e6" <= char <= "\U0001f1ff")
    )


def _word_around(text: str, start: int) -> tuple[int, str]:
    """Where the word at `start` begins, and the whole word."""
    first = text.rfind(" ", 0, start) + 1
    return first, text[first:].partition(" ")[0]
