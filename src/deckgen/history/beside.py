"""The files of a deck's folder as they were, read when they are asked for and never before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from posixpath import normpath

from deckgen.history.running import Unreadable
from deckgen.problems import UnusableFile

Find = Callable[[str], bytes | None]


class Beside(Mapping[str, bytes]):
    """Files by their paths below a folder. Raises UnusableFile for those that cannot be had.

    `find` gives the bytes at a path, None where there is nothing, and `listed` are the paths.
    """

    def __init__(self, listed: Callable[[], Iterator[str]], find: Find) -> None:
        self._listed = listed
        self._find = find

    def __getitem__(self, path: str) -> bytes:
        place = normpath(path)
        if place.startswith(("../", "/")):
            raise UnusableFile("file-outside", f"`{path}` lies outside the deck's folder")
        try:
            found = self._find(place)
        except Unreadable as unreadable:
            raise UnusableFile("unreadable-file", unreadable.message) from None
        if found is None:
            raise KeyError(path)
        return found

    def __iter__(self) -> Iterator[str]:
        return self._listed()

    def __len__(self) -> int:
        return sum(1 for _ in self._listed())
