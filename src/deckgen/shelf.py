"""Finished pictures, kept beside the decks they were drawn for.

In `output/.figures` each has a file of its own, called by all that shows in it. A file that is
broken counts for none. Many processes may use a shelf at a time, as files come and go in one step.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from deckgen.figures import Drawn
from deckgen.saving import keep, kept

FOLDER = ".figures"
MOST = 300
"""So many pictures are kept; of more, those that were not used the longest are thrown away."""

_LENGTH = 8


class PictureShelf:
    """The pictures in the folder `.figures` of `output`."""

    def __init__(self, output: Path) -> None:
        self._folder = output / FOLDER

    def take(self, key: str) -> Drawn | None:
        """The picture kept as `key`; None where there is none, or none that is whole."""
        content = kept(self._folder / key)
        return _unpacked(content) if content else None

    def put(self, key: str, drawn: Drawn) -> None:
        """Keep a picture as `key`. Where that fails it is drawn again next time."""
        keep(self._folder / key, _packed(drawn), MOST)


def _packed(drawn: Drawn) -> bytes:
    """Both forms after their digest and the length of the first one."""
    content = len(drawn.vector).to_bytes(_LENGTH, "big") + drawn.vector + drawn.image
    return sha256(content).digest() + content


def _unpacked(packed: bytes) -> Drawn | None:
    digest, content = packed[:32], packed[32:]
    if sha256(content).digest() != digest:
        return None
    end = _LENGTH + int.from_bytes(content[:_LENGTH], "big")
    return Drawn(content[_LENGTH:end], content[end:])
