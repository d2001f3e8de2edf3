"""Where a line may end: only where both PowerPoint and LibreOffice end one."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

_CLOSING = frozenset(".,:;)]}!?/")
"""LibreOffice (ICU) keeps these with the word before them even across a space, as UAX #14 did."""

_LAST_OF_THE_SHORT = "\uffff"
"""What comes after it, emoji above all, is two units of UTF-16.

LibreOffice ends no line before such a character: in its place the word before it moves, too.
"""

KEEPING = frozenset(["", *"([{„‚"])
"""A word that ends with one of these keeps the next one in its line; no word does, too."""

_HYPHENS = frozenset("-‐")
_DASHES = frozenset("–—")
_ENDING = _HYPHENS | _DASHES | {"\u200b"}
"""A line may end after these, if what is around them allows it."""

_NO_WORD = frozenset("([{„‚") | _HYPHENS | _DASHES
"""A hyphen after one of these does not join two parts of a word: "-5", "(-fach"."""


@lru_cache(maxsize=16384)
def is_plain(word: str) -> bool:
    """Whether a line may end before this word, wherever it stands, and never inside."""
    return bool(word) and not _follows(word[0]) and not _is_breakable(word)


def _follows(char: str) -> bool:
    """Whether a word that begins with `char` stays in the line of the word before it."""
    return char in _CLOSING or char > _LAST_OF_THE_SHORT


def _is_breakable(word: str) -> bool:
    """Whether a line may perhaps end inside this word; most words are done with here."""
    return not _ENDING.isdisjoint(word) or (not word.isascii() and any(map(_is_east_asian, word)))


def _is_east_asian(char: str) -> bool:
    """Whether lines may end before and after `char`, a kana or a Han character."""
    return "ぁ" <= char <= "ゖ" or "ァ" <= char <= "ヺ" or "㐀" <= char <= "鿿"


def is_glued(word: str, following: str) -> bool:
    """Whether two words stay in one line in spite of the space between them."""
    return word[-1:] in KEEPING or _follows(following[0])


@lru_cache(maxsize=16384)
def places(word: str) -> tuple[int, ...]:
    """Before which characters of a word a line may end, by number, in order."""
    if not _is_breakable(word):
        return ()
    # LibreOffice takes what has a slash for a path and moves the whole of it to the next line.
    first = max(1, word.rfind("/") + 1)
    return tuple([place for place in range(first, len(word)) if _may_end(word, place)])


def places_after(word: str, begin: int, most: int) -> Iterator[int]:
    """Those `places` where a line may end that begins with character `begin`; from `most` down."""
    known = places(word)
    for place in reversed(known[bisect_right(known, begin) : bisect_right(known, most)]):
        # A hyphen that begins the line does not join two parts of a word.
        if not begin or place > begin + 1 or word[begin] not in _HYPHENS | _DASHES:
            yield place


def _may_end(word: str, place: int) -> bool:
    """Whether a line may end inside `word`, before the character at `place`.

    Soft hyphens are not among the places: no program shows a hyphen there.
    """
    before, after = word[place - 1], word[place]
    if before in _HYPHENS:
        return place > 1 and word[place - 2] not in _NO_WORD and _is_letter(after)
    if before in _DASHES:
        return place > 1 and _is_letter(after)
    if before == "\u200b":
        return after.isalnum() or after == "_"
    return _is_east_asian(before) and _is_east_asian(after)


def _is_letter(char: str) -> bool:
    """Whether `char` begins a word: a line may not end in "2018–2021"."""
    return char.isalnum() and not char.isdecimal()


@cache
def _tears() -> tuple[Callable[[str, int, int], re.Match[str] | None], ...]:
    """Find where a word that is too long is torn best.

    LibreOffice may tear it there, too: of the slashes that fit it takes the last but one.
    """
    return (
        re.compile(r".+(?<=[-‐–—|\\!?…\u00ad])(?=[^ /.,:;!?)\]}\-‐–—])", re.DOTALL).match,
        re.compile(r".+(?<=/)(?=[^ /.,:;!?)\]}].*/[^ /])", re.DOTALL).match,
        re.compile(r".+(?<=/)(?=[^ /.,:;!?)\]}])", re.DOTALL).match,
    )


_LONGEST_LIGATURE = 8
"""No face sets so many letters as one: a longer row of them is torn all the same."""


def tearing(text: str, limit: int) -> int:
    """Where to tear `text`, in which no line may end and of which the part up to `limit` fits."""
    for tear in _tears():
        found = tear(text, 0, limit + 1)
        if found and not _is_inside_letter(text, found.end()):
            return found.end()
    for end in range(limit, max(0, limit - _LONGEST_LIGATURE), -1):
        if not (_is_inside_letter(text, end) or _is_inside_ligature(text, end)):
            return end
    end = limit
    while end > 0 and _is_inside_letter(text, end):
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
        or (_is_half_a_flag(char) and _halves_before(text, place) % 2 == 1)
    )


def _is_half_a_flag(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _halves_before(text: str, place: int) -> int:
    start = place
    while start > 0 and _is_half_a_flag(text[start - 1]):
        start -= 1
    return place - start


def _is_inside_ligature(text: str, place: int) -> bool:
    """Whether LibreOffice may set the letters around `place` as one, which it does not tear."""
    return text[place - 1] in "ft" and text[place] in "bfhijklt"
