"""Slides that are like others: only their words differ.

Most slides of a deck are. All that is looked at on one of them, but for the characters of its
words and its title, is the same on the next.
"""

from __future__ import annotations

import re

from deckgen.linting.sheet import Sheet

MOST = 256
"""So many likenesses are kept, which takes a megabyte at most."""

_WORDS = re.compile(rb"<a:t>[^<]*[^<\s]")
_TOLD = re.compile(rb' descr="\w[^"< ]* \w[^"<]*')
"""Alternative texts of two words or more, which are no names of files."""


def likeness(sheet: Sheet) -> tuple[object, ...]:
    """All that the checks of a slide by itself go by: dots stand for words where there are any.

    What it refers to counts by the ids, and by the end of its name.
    """
    own = [(each.id, each.target.endswith(".svg")) for each in sheet.relationships]
    words = _WORDS.sub(b"<a:t>.", sheet.content)
    if b' descr="' in words:
        words = _TOLD.sub(b' descr=". .', words)
    return sheet.kind, words, *own
