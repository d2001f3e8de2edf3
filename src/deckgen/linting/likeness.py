"""Slides that are like others: only their words differ.

Most slides of a deck are. All that is looked at on one of them, but for the characters of its
words and its title, is the same on the next.
"""

from __future__ import annotations

import re

from deckgen.linting.sheet import Sheet
from deckgen.packages.parts import Relationship

MOST_KEPT, LARGEST = 128, 2**17
"""So many likenesses are kept in a process, of slides with no more bytes than these: less than a
megabyte in most runs, 16 MB at the very most."""

_WORDS = re.compile(rb"<a:t>[^<]*[^<\s]")
_TOLD = re.compile(rb' descr="\w[^"< ]* \w[^"<]*')
"""Alternative texts of two words or more, which are no names of files."""


def likeness(sheet: Sheet) -> Sheet:
    """All that the checks of a slide by itself go by: dots stand for words where there are any.

    What it refers to counts by the ids, whether it is there, and whether its name is an SVG's.
    """
    words = _WORDS.sub(b"<a:t>.", sheet.content)
    if b' descr="' in words:
        words = _TOLD.sub(b' descr=". .', words)
    return Sheet("", sheet.kind, words, tuple(map(_alike, sheet.relationships)))


def _alike(each: Relationship) -> Relationship:
    is_vector = each.target.lower().endswith(".svg")
    return Relationship(each.id, "", ".svg" if is_vector else each.target and "another")
