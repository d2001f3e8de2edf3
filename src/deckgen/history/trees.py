"""Git's trees: folders as objects, and the way through them, links included."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from deckgen.history.running import Object, Objects
from deckgen.named import NamedTuple

FOLDER, LINK, MODULE = "40000", "120000", "160000"
_MOST_LINKS = 10
_MOST_KEPT = 2000
DEEPEST = 40


class Entry(NamedTuple):
    """What a folder holds under a name: the kind of it, as git writes modes, and its id."""

    mode: str
    id: str


class Trees:
    """The folders of a repository, as its objects tell. Those that were read are kept."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._kept: dict[str, Mapping[str, Entry]] = {}

    def entries(self, tree: str) -> Mapping[str, Entry]:
        """What the folder with this id holds, by name; nothing if it is not there."""
        self._read([tree])
        return self._kept.get(tree, {})

    def find(self, root: str, path: Sequence[str], links: int = _MOST_LINKS) -> Entry | None:
        """What stands at `path` below the folder `root`, links followed; None if nothing does."""
        found = Entry(FOLDER, root)
        for depth, name in enumerate(path, 1):
            entry = self.entries(found.id).get(name) if found.mode == FOLDER else None
            if entry is None:
                return None
            if entry.mode == LINK:
                target = self._target(entry, path[: depth - 1])
                if target is None or not links:
                    return None
                return self.find(root, (*target, *path[depth:]), links - 1)
            found = entry
        return found

    def files(
        self, root: str, folder: Sequence[str], is_wanted: Callable[[str], bool]
    ) -> Iterator[tuple[str, Entry | None]]:
        """The wanted files below `folder`, by their paths below it; None for those out of reach.

        Hidden ones are left out. Out of reach is what a link leads to outside of the repository,
        and what another repository holds.
        """
        found = self.find(root, folder)
        if found is not None and found.mode == FOLDER:
            yield from self._files(root, tuple(folder), (found.id,), "", is_wanted)

    def _files(
        self,
        root: str,
        place: tuple[str, ...],
        trees: tuple[str, ...],
        below: str,
        is_wanted: Callable[[str], bool],
    ) -> Iterator[tuple[str, Entry | None]]:
        """The files of the last of `trees`, each of which holds the next: no circle is walked."""
        shown = {n: e for n, e in self.entries(trees[-1]).items() if not n.startswith(".")}
        self._read([entry.id for entry in shown.values() if entry.mode == FOLDER])
        for name, written in shown.items():
            path = below + name
            entry = self.find(root, (*place, name)) if written.mode == LINK else written
            if entry is not None and entry.mode == FOLDER:
                if entry.id not in trees and len(trees) < DEEPEST:
                    deeper = (*trees, entry.id)
                    yield from self._files(root, (*place, name), deeper, f"{path}/", is_wanted)
            elif entry is not None and entry.mode == MODULE:
                yield path, None
            elif is_wanted(path):
                yield path, entry

    def folders_with(self, root: str, file: str, most: int) -> Iterator[tuple[str, ...]]:
        """The paths of the folders that hold a file of this name; `most` folders are looked at."""
        level: list[tuple[tuple[str, ...], str]] = [((), root)]
        while level and most > 0:
            level, most = level[:most], most - len(level)
            self._read([tree for _, tree in level])
            yield from (path for path, tree in level if file in self.entries(tree))
            level = [
                ((*path, name), entry.id)
                for path, tree in level
                for name, entry in self.entries(tree).items()
                if entry.mode == FOLDER and not name.startswith(".") and len(path) < DEEPEST
            ]

    def _target(self, link: Entry, folder: Sequence[str]) -> tuple[str, ...] | None:
        """Where a link in `folder` leads; None if that is outside of the repository."""
        found = self._objects.one(link.id)
        words = found.content.decode("utf-8", "surrogateescape") if found else "/"
        if words.startswith("/"):
            return None
        path = list(folder)
        for name in words.split("/"):
            if name == ".." and not path:
                return None
            if name == "..":
                path.pop()
            elif name not in ("", "."):
                path.append(name)
        return tuple(path)

    def _read(self, trees: Sequence[str]) -> None:
        unknown = [tree for tree in trees if tree not in self._kept]
        if not unknown:
            return
        if len(self._kept) > _MOST_KEPT:
            self._kept.clear()
            unknown = list(trees)
        for found in self._objects.get(unknown):
            if found and found.kind == "tree":
                self._kept[found.id] = dict(_parsed(found))


def _parsed(tree: Object) -> Iterator[tuple[str, Entry]]:
    """Mode, name and id of each entry, as gitformat-tree tells."""
    content, length = tree.content, len(tree.id) // 2
    start = 0
    while start < len(content):
        blank, end = content.index(b" ", start), content.index(b"\0", start)
        mode, name = content[start:blank], content[blank + 1 : end]
        start = end + 1 + length
        entry = Entry(mode.decode("ascii", "replace"), content[end + 1 : start].hex())
        yield name.decode("utf-8", "surrogateescape"), entry
