"""The bytes of the files of decks and themes, and what else is known of files.

Paths are shown as an author types them: from the project's folder (`root`), with forward slashes.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG

from deckgen.problems import InvalidInput, Problem, Source, SourceFile, UnusableFile

_UNREADABLE = "is it open elsewhere, or closed to you?"
_COPY = "copy the file into the folder, in place of a link"

# Editors of Windows add an ending of their own, and do not show it.
_MISNAMED = re.compile(r"(.+)\.ya?ml(?:\.txt)?", re.IGNORECASE)

Files = Mapping[str, bytes]

LARGEST_FILE = 64 * 2**20
"""No file of a deck or a theme has more bytes than these; what it is bounds it further."""

LARGEST_READ = 256 * 2**20
"""No other file that somebody names has more bytes than these."""


class DeckFiles(Mapping[str, bytes]):
    """All files of a deck's folder by their paths below it; `yaml` are those it is written in.

    Others, such as tables and pictures, are read when they are asked for and never before. Those
    that lie elsewhere, that are no files or are too large raise UnusableFile.
    """

    def __init__(self, place: Path, yaml: Files) -> None:
        self.yaml = yaml
        self._place = place
        self._named: dict[str, bytes] = {}

    @property
    def named(self) -> tuple[str, ...]:
        """The paths of those that were asked for besides the YAML files, sorted."""
        return tuple(sorted(self._named))

    @property
    def read(self) -> Files:
        """All that was read: what the deck is made from."""
        return {**self.yaml, **{path: self._named[path] for path in self.named}}

    def is_read(self, path: str) -> bool:
        """Whether the deck is made from a file at this path, as far as it was asked for."""
        return is_deck_file(path) or path in self._named

    def __getitem__(self, path: str) -> bytes:
        if path in self.yaml:
            return self.yaml[path]
        if path not in self._named:
            self._named[path] = _read_named(self._place, path)
        return self._named[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    @property
    def _all(self) -> Mapping[str, object]:
        return {**self.yaml, **all_files(self._place, leave_closed=True)}


def is_deck_file(path: str) -> bool:
    """Whether a file at this path below a deck's folder is one that the deck is written in."""
    folder, _, name = path.rpartition("/")
    return path == "deck.yaml" or (folder == "projects" and name.endswith(".yaml"))


def right_name(name: str) -> str | None:
    """What a YAML file is to be called whose name ends otherwise; None for all other files."""
    found = _MISNAMED.fullmatch(name)
    return f"{found[1]}.yaml" if found and not name.endswith(".yaml") else None


def misnamed_file(shown: str) -> Problem:
    """The mistake in the name of a YAML file that `right_name` mends."""
    name = right_name(shown.rpartition("/")[2])
    hint = f"rename it to {name}; where endings are hidden, let the system show them"
    message = "the name of a deck's or a project's file ends in .yaml"
    return file_problem("misnamed-file", shown, message, hint)


def yaml_files(folder: Path) -> Mapping[str, Path]:
    """The files that a deck is written in, by their paths below its folder.

    Among them are those of projects whose names end as `right_name` mends it.
    """
    projects = folder / "projects"
    found = {"deck.yaml": folder / "deck.yaml"}
    if projects.is_dir():
        found |= {
            f"projects/{entry.name}": entry
            for entry in sorted(projects.iterdir(), key=lambda entry: entry.name)
            if _MISNAMED.fullmatch(entry.name) and not entry.name.startswith(".")
        }
    return found


def all_files(folder: Path, below: str = "", *, leave_closed: bool = False) -> Mapping[str, Path]:
    """All files of a folder but hidden ones, by their paths below it. Linked folders stay out.

    Raises OSError for a folder that is closed to us, unless these are to be left.
    """
    found: dict[str, Path] = {}
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except PermissionError:
        if leave_closed:
            return found
        raise
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if entry.is_symlink():
                continue
            found |= all_files(entry, f"{below}{entry.name}/", leave_closed=leave_closed)
        else:
            found[below + entry.name] = entry
    return found


def read_files(shown: str, place: Path, found: Mapping[str, Path]) -> Files:
    """The bytes of files in the folder at `place`, with all that cannot be read told together."""
    contents: dict[str, bytes] = {}
    problems: list[Problem] = []
    linked = {folder for folder in {file.parent for file in found.values()} if folder.is_symlink()}
    for path, file in found.items():
        try:
            contents[path] = _read(file, place, is_linked=file.parent in linked - {place})
        except UnusableFile as unusable:
            told = file_problem(unusable.code, f"{shown}/{path}", unusable.message, unusable.hint)
            problems.append(told)
        except OSError as error:
            problems.append(_unreadable(f"{shown}/{path}", error))
    if problems:
        raise InvalidInput(problems)
    return contents


def _read_named(place: Path, path: str) -> bytes:
    """The bytes of a file that a deck names; KeyError if there is none."""
    try:
        file = (place / path).resolve(strict=True)
    except (OSError, ValueError, RuntimeError):  # a name no file can have, or links in a circle
        raise KeyError(path) from None
    try:
        return _read(file, place, is_linked=True)
    except UnusableFile as unusable:
        message = f"`{path}` {unusable.message}"
        raise UnusableFile(unusable.code, message, unusable.hint) from None
    except OSError as error:
        message = f"`{path}` cannot be read ({error.strerror})"
        raise UnusableFile("unreadable-file", message, _UNREADABLE) from None


def _read(file: Path, place: Path, *, is_linked: bool = False) -> bytes:
    """The bytes of a file. Raises UnusableFile for what is none, too large, or not in `place`.

    Only a link may lead out of that: the file itself, or a folder, and then it `is_linked`.
    """
    stat = file.lstat()
    if S_ISLNK(stat.st_mode) or is_linked:
        file = file.resolve(strict=True)
        stat = file.stat()
        if not file.is_relative_to(place.resolve()):
            raise UnusableFile(
                "file-outside", "lies outside the deck's or the theme's folder", _COPY
            )
    if not S_ISREG(stat.st_mode):
        raise UnusableFile("no-file", "is not a file")
    if stat.st_size > LARGEST_FILE:
        message = f"is too large ({LARGEST_FILE // 2**20} MB are the most)"
        raise UnusableFile("file-too-large", message)
    return file.read_bytes()


def read_file(path: Path, root: Path) -> bytes:
    """The bytes of a file that an author named, or of a pipe; InvalidInput if it cannot be read."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_READ + 1)
    except OSError as error:
        raise InvalidInput([_unreadable(shown_path(path, root), error)]) from None
    if len(content) > LARGEST_READ:
        message = f"is too large ({LARGEST_READ // 2**20} MB are the most)"
        raise InvalidInput([file_problem("file-too-large", shown_path(path, root), message)])
    return content


def read_if_there(path: Path) -> bytes | None:
    """The bytes of a file of deckgen's own, or None where there are none to be had."""
    try:
        return path.read_bytes() if path.is_file() else None  # a pipe would be waited for
    except OSError:
        return None


def is_file(path: Path) -> bool:
    """Whether there is a file at `path`, be it one that we may not read."""
    try:
        return path.is_file()
    except OSError:
        return False


def shown_path(path: Path, root: Path) -> str:
    """The path as an author is shown it: from the project's folder, with forward slashes."""
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()


def exists(path: Path) -> bool:
    """Whether there is something at `path` that we may see."""
    try:
        return path.exists()
    except OSError:  # a name no file can have, or a folder closed to us
        return False


def time_of_change(path: Path) -> float:
    """When a file was last written, in seconds since 1970; 0 where that is not known."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def identity(folder: Path) -> tuple[int, int] | None:
    """Tells a folder from another one that takes its place; None where there is none."""
    try:
        stat = folder.stat()
    except OSError:
        return None
    return (stat.st_dev, stat.st_ino) if S_ISDIR(stat.st_mode) else None


def package_state(package: str, *, is_whole: bool = True) -> tuple[str, ...]:
    """Name, size and time of an installed package's files, or of its first module alone."""
    found = find_spec(package)
    if found is None or found.origin is None:
        return ()
    first = Path(found.origin)
    try:
        return tuple(_states(first.parent)) if is_whole else (_state(first.name, first.stat()),)
    except OSError:  # a package in an archive: then its version must do
        return ()


def _states(folder: str | Path) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_file():
                yield _state(entry.name, entry.stat())
            elif entry.name != "__pycache__":
                yield entry.name
                yield from _states(entry.path)


def _state(name: str, stat: os.stat_result) -> str:
    return f"{name} {stat.st_size} {stat.st_mtime_ns}"


@contextmanager
def listing(shown: str) -> Iterator[None]:
    """Tells it as a mistake if a folder cannot be listed."""
    try:
        yield
    except OSError as error:
        raise InvalidInput([_unreadable(shown, error)]) from None


def _unreadable(shown: str, error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError):
        hint = "look how its name is written, and in which folder it lies"
        return file_problem("missing-file", shown, "there is no such file", hint)
    return file_problem("unreadable-file", shown, f"cannot be read ({error.strerror})", _UNREADABLE)


def file_problem(code: str, shown: str, message: str, hint: str | None = None) -> Problem:
    """A mistake of a file as a whole, called as the author is shown it."""
    return Problem(code, message, Source(SourceFile(shown)), hint)
