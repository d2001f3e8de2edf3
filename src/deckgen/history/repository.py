"""One repository: its revisions, and the files of a folder at one of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from hashlib import sha1, sha256
from pathlib import Path

from deckgen.history.beside import Beside
from deckgen.history.lfs import kept, pointed_to
from deckgen.history.running import Object, Objects, run
from deckgen.history.trees import FOLDER, MODULE, Entry, Trees
from deckgen.named import NamedTuple
from deckgen.problems import UnusableFile

Files = Mapping[str, bytes]

LARGEST_NAMED = 64 * 2**20
"""As of a file that a deck names today."""

_MOST_FOLDERS = 5000


class Commit(NamedTuple):
    """A revision: its id in full, the id of its folder, and the day where it was committed."""

    id: str
    tree: str
    day: date | None


class Snapshot(NamedTuple):
    """The wanted files of a folder at a revision, by their paths below it.

    `folder` is where it was, from the repository's root; `missing` are the paths of files that were
    there and cannot be had: in LFS and not fetched, in another repository, behind a link out.
    All others are `beside` these, and read when they are asked for.
    """

    commit: Commit
    folder: str
    files: Files
    missing: tuple[str, ...]
    beside: Files


class State(NamedTuple):
    """The revision that content is at, and whether it is as it was committed there."""

    commit: Commit
    is_clean: bool


class Repository:
    """The repository at `git`, a folder or a file that names one. Raises Unreadable if it is none.

    Folders are told by their places on disk.
    """

    def __init__(self, git: Path) -> None:
        self._git = git
        self._root = git.parent
        self._objects = Objects(git)
        self._trees = Trees(self._objects)

    def start(self) -> None:
        """Start git, which takes some milliseconds until it answers."""
        self._objects.start()

    def commits(self, names: list[str]) -> list[Commit | None]:
        """The revisions called so, such as `HEAD`, a tag or an id; None for each that is none."""
        found = self._objects.get([f"{name}^{{commit}}" for name in names])
        return [_commit(each) if each else None for each in found]

    def commit(self, name: str) -> Commit | None:
        """The revision called so, or None."""
        return self.commits([name])[0]

    def commit_of(self, day: date) -> Commit | None:
        """The last revision on the way to `HEAD` that was committed on `day` or before it.

        Each commit's day is that of the place where it was made.
        """
        found = next((name for name, made in self._line() if made <= day.isoformat()), None)
        return self.commit(found) if found else None

    def first_day(self) -> str | None:
        """The day of the first revision on the way to `HEAD`, as in 2025-01-31."""
        commits = self._line()
        return commits[-1][1] if commits else None

    def _line(self) -> list[tuple[str, str]]:
        """The ids of revisions on the way to `HEAD`, the last one first, with their days."""
        words = ("rev-list", "--first-parent", "--format=%cd", "--date=short", "HEAD")
        return re.findall(r"^commit (\w+)\n(\S+)$", run(self._git, *words), re.MULTILINE)

    def tags(self, pattern: str) -> tuple[str, ...]:
        """The names of the tags that match one of git's patterns, such as `report-*`."""
        words = ("for-each-ref", "--format=%(refname:lstrip=2)", f"refs/tags/{pattern}")
        return tuple(run(self._git, *words).splitlines())

    @property
    def is_shallow(self) -> bool:
        """Whether only the last part of the history was fetched."""
        return run(self._git, "rev-parse", "--is-shallow-repository").strip() == "true"

    def state(self, place: Path, files: Files, is_wanted: Callable[[str], bool]) -> State | None:
        """What `HEAD` says of the folder at `place`, which holds `files`; None if nothing."""
        head, folder = self.commit("HEAD"), self._path(place)
        if head is None:
            return None
        listed = dict(self._trees.files(head.tree, folder, is_wanted))
        if not listed:
            return None
        is_clean = listed.keys() == files.keys() and all(
            entry is not None and self._is_same(entry, files[path])
            for path, entry in listed.items()
        )
        return State(head, is_clean)

    def snapshot(
        self, commit: Commit, place: Path, present: Files, is_wanted: Callable[[str], bool]
    ) -> Snapshot | None:
        """The wanted files of the folder that is at `place` now, as they were at `commit`.

        If it was somewhere else, it is found by its name or by the files in it, of which `present`
        are those of today; None if it is not found.
        """
        folder = self._path(place)
        if not self._holds_deck(commit, folder):
            moved = self._moved(commit, folder, present, is_wanted)
            if moved is None:
                return None
            folder = moved
        listed = dict(self._trees.files(commit.tree, folder, is_wanted))
        files = dict(self._contents(listed))
        missing = tuple(path for path in listed if path not in files)
        return Snapshot(commit, "/".join(folder), files, missing, self._beside(commit, folder))

    def _beside(self, commit: Commit, folder: tuple[str, ...]) -> Beside:
        def listed() -> Iterator[str]:
            return (path for path, _ in self._trees.files(commit.tree, folder, lambda _: True))

        def find(path: str) -> bytes | None:
            entry = self._trees.find(commit.tree, (*folder, *path.split("/")))
            return self._named(entry, path) if entry else None

        return Beside(listed, find)

    def _named(self, entry: Entry, path: str) -> bytes | None:
        """The bytes of a file that a deck names. Raises UnusableFile if it is too large."""
        if entry.mode in (FOLDER, MODULE):
            return None
        size = run(self._git, "cat-file", "-s", entry.id).strip()
        if size.isdecimal() and int(size) > LARGEST_NAMED:
            message = f"`{path}` is too large ({LARGEST_NAMED // 2**20} MB are the most)"
            raise UnusableFile("file-too-large", message)
        found = self._objects.one(entry.id)
        content = self._whole(found.content) if found else None
        if content is None:
            raise UnusableFile("unreadable-file", f"`{path}` is not to be had")
        return content

    def _path(self, place: Path) -> tuple[str, ...]:
        return place.resolve().relative_to(self._root).parts

    def _holds_deck(self, commit: Commit, folder: tuple[str, ...]) -> bool:
        found = self._trees.find(commit.tree, (*folder, "deck.yaml"))
        return found is not None and found.mode != FOLDER

    def _moved(
        self,
        commit: Commit,
        folder: tuple[str, ...],
        present: Files,
        is_wanted: Callable[[str], bool],
    ) -> tuple[str, ...] | None:
        """Where the folder was: most like it by name, then by the names of the files in it."""
        known = {path for path in present if path.startswith("projects/")}
        best: tuple[bool, float, tuple[str, ...]] | None = None
        for other in self._trees.folders_with(commit.tree, "deck.yaml", _MOST_FOLDERS):
            held = {path for path, _ in self._trees.files(commit.tree, other, is_wanted)}
            shared = len(known & held) / max(1, len(known))
            is_same_name = other[-1:] == folder[-1:]
            if is_same_name or shared >= 0.5:
                best = max(best or (False, 0.0, ()), (is_same_name, shared, other))
        return best[2] if best else None

    def _contents(self, listed: Mapping[str, Entry | None]) -> Iterator[tuple[str, bytes]]:
        entries = {path: entry for path, entry in listed.items() if entry is not None}
        found = self._objects.get([entry.id for entry in entries.values()])
        for path, each in zip(entries, found, strict=True):
            content = self._whole(each.content) if each else None
            if content is not None:
                yield path, content

    def _whole(self, content: bytes) -> bytes | None:
        """The bytes themselves, where `content` is a pointer to them."""
        pointed = pointed_to(content)
        if pointed is None:
            return content
        common = run(self._git, "rev-parse", "--path-format=absolute", "--git-common-dir").strip()
        return kept(Path(common or self._git), pointed)

    def _is_same(self, entry: Entry, content: bytes) -> bool:
        """Whether the file is as committed; the ends of its lines may be of another system."""
        unix = content.replace(b"\r\n", b"\n")
        if entry.id in (_blob_id(content, entry), _blob_id(unix, entry)):
            return True
        committed = self._objects.one(entry.id)
        pointed = pointed_to(committed.content) if committed else None
        return pointed is not None and pointed == sha256(content).hexdigest()


def _blob_id(content: bytes, entry: Entry) -> str:
    hashing = sha256() if len(entry.id) == sha256().digest_size * 2 else sha1(usedforsecurity=False)
    hashing.update(b"blob %d\0" % len(content))
    hashing.update(content)
    return hashing.hexdigest()


def _commit(found: Object) -> Commit:
    tree = found.content[len(b"tree ") :].split(b"\n", 1)[0].decode("ascii", "replace")
    return Commit(found.id, tree, _day(found.content))


def _day(content: bytes) -> date | None:
    """The day told by `committer NAME <MAIL> SECONDS +HHMM`."""
    head = content.split(b"\n\n", 1)[0]
    try:
        words = head[head.find(b"\ncommitter ") :].split(b"\n")[1].rsplit(b" ", 2)
        seconds, zone = int(words[1]), words[2]
        minutes = int(zone[1:3]) * 60 + int(zone[3:5])
        offset = timedelta(minutes=-minutes if zone.startswith(b"-") else minutes)
        return (datetime.fromtimestamp(seconds, UTC) + offset).date()
    except (ValueError, IndexError, OverflowError, OSError):
        return None
