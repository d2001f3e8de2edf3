"""Where a line may end: only where both PowerPoint and LibreOffice end one."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CLOSING = frozenset(".,:;)]}!?/")
"""LibreOffice (ICU) keeps these with the word before them even across a space, as UAX #14 did."""

KEEPING = frozenset(["", *"([{„‚"])
"""A word that ends with one of these keeps the next one in its line; no word does, too."""

_BREAKABLE = re.compile(r"[-‐–—\u200bぁ-ゖァ-ヺ㐀-䶿一-鿿]").search
"""Finds whether `_INSIDE` may find anything; most words are done with here."""

_INSIDE = re.compile(
    r""".+(?:
        (?<=[^(\[{„‚\-‐–—][-‐])(?=[^\W\d_])                 # a hyphen inside a word, not "-5"
      | (?<=.[–—])(?=[^\W\d_])                              # a dash inside a word, not "2018–2021"
      | (?<=\u200b)(?=\w)
      | (?<=[ぁ-ゖァ-ヺ㐀-䶿一-鿿])(?=[ぁ-ゖァ-ヺ㐀-䶿一-鿿])
    )""",
    re.VERBOSE | re.DOTALL,
).match
"""Finds the last place inside a word where a line may end. Soft hyphens are not among them: no
program shows a hyphen there."""

_TEARS = (
    re.compile(r".+(?<=[-‐–—|\\!?…\u00ad])(?=[^ /.,:;!?)\]}\-‐–—])", re.DOTALL).match,
    re.compile(r".+(?<=/)(?=[^ /.,:;!?)\]}].*/[^ /])", re.DOTALL).match,
    re.compile(r".+(?<=/)(?=[^ /.,:;!?)\]}])", re.DOTALL).match,
)
"""Find where a word that is too long is torn best. LibreOffice may tear it there, too: of
the slashes that fit it takes the last but one."""


@lru_cache(maxsize=16384)
def is_plain(word: str) -> bool:
    """Whether a line may end before this word, wherever it stands, and never inside."""
    return bool(word) and word[0] not in _CLOSING and not _BREAKABLE(word)


def is_glued(word: str, following: str) -> bool:
    """Whether two words stay in one line in spite of the space between them."""
    return word[-1:] in KEEPING or following[0] in _CLOSING


@lru_cache(maxsize=16384)
def beginnings(word: str) -> tuple[str, ...]:
    """What of a word may stand at the end of a line without the rest, longest first."""
    if not _BREAKABLE(word):
        return ()
    found: list[str] = []
    end = len(word)
    # LibreOffice takes what has a slash for a path and moves the whole of it to the next line.
    while (inside := _INSIDE(word, 0, end)) and "/" not in word[inside.end() :]:
        end = inside.end()
        found.append(word[:end])
    return tuple(found)


def tearing(text: str, limit: int) -> int:
    """Where to tear `text`, in which no line may end and of which the part up to `limit` fits."""
    for tear in _TEARS:
        found = tear(text, 0, limit + 1)
        if found and not _is_inside_letter(text, found.end()):
            return found.end()
    end = limit
    while end > 0 and (_is_inside_letter(text, end) or _is_inside_ligature(text, end)):
        end -= 1
    if end > 0:
        return end
    # Not even the first letter fits: a line holds one at least.
    end = 1
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


def _is_inside_ligature(text: str, place: int) -> bool:
    """Whether LibreOffice may set the letters around `place` as one, which it does not tear."""
    return text[place - 1] in "ft" and text[place] in "bfhijklt"
