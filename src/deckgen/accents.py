"""Names in two spellings that look the same: letters with their accents, or apart from them.

People type ü as one letter; archives and disks of Macs may store it as u and two dots. To authors
that is one name, so names of files are compared composed.
"""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import normalize

TWO_SPELLINGS = "this name is there twice, with its accents stored in two ways"
KEEP_ONE = "rename one of the two, or delete it"


def composed(name: str) -> str:
    """`name` with every letter and its accents in one."""
    return name if name.isascii() else normalize("NFC", name)


def alike(name: str, choices: Iterable[str]) -> tuple[str, ...]:
    """Those of `choices` that are `name` to the eye."""
    wanted = composed(name)
    return tuple(choice for choice in choices if composed(choice) == wanted)
