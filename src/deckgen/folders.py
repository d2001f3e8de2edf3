"""Where a project's decks and themes are, and the bytes of their files.

Only this module touches files. It shows paths as an author types them: from the
project's folder (`root`), with forward slashes.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from threading import get_ident
from typing import BinaryIO

from deckgen.problems import InvalidInput, Problem, Source, SourceFile, UnusableFile

_UNREADABLE = "is it open elsewhere, or closed to you?"
_COPY = "copy the file into the deck's folder"

if sys.platform != "win32":
    import fcntl


@dataclass(frozen=True, slots=True)
class Folder:
    """A deck's or a theme's folder: its name, and its path as an author is shown it."""

    name: str
    shown: str
    place: Path

    def deck_files(self) -> DeckFiles:
        """A deck's files. Raises InvalidInput for YAML files that cannot be read."""
        return DeckFiles(self.place, self._read(_yaml_files))

    def theme_files(self) -> Mapping[str, bytes]:
        """All files of a theme but hidden ones, by their paths below the folder."""
        return self._read(_all_files)

    def _read(self, list_files: Callable[[Path], Mapping[str, Path]]) -> Files:
        with _listing(self.shown):
            found = list_files(self.place)
        return _read_files(self.shown, found)


Files = Mapping[str, bytes]

LARGEST_NAMED = 64 * 2**20
"""A file that a deck names has no more bytes than these; what it is bounds it further."""


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
        return iter({**self.yaml, **_all_files(self._place)})

    def __len__(self) -> int:
        return len({**self.yaml, **_all_files(self._place)})


def is_deck_file(path: str) -> bool:
    """Whether a file at this path below a deck's folder is one that the deck is written in."""
    folder, _, name = path.rpartition("/")
    return path == "deck.yaml" or (folder == "projects" and name.endswith(".yaml"))


def deck_names(root: Path) -> tuple[str, ...]:
    """The names of all decks under `content`, sorted; InvalidInput if there are none."""
    names = _folders_with("deck.yaml", root / "content")
    if not names:
        hint = "start deckgen in the project's folder, or name that folder with -C"
        raise InvalidInput([_problem("no-decks", "content", "there are no decks here", hint)])
    return names


def find_deck(deck: str, root: Path) -> Folder:
    """The folder of `deck`: a name under `content`, a folder, or the path of a deck.yaml.

    Raises InvalidInput, with the nearest name as a hint, if there is no such deck.
    """
    named = Path(deck)
    folder = named.parent if named.name == "deck.yaml" else named
    for path in (root / "content" / folder, root / folder):
        if _exists(path / "deck.yaml"):
            return Folder(path.resolve().name, shown_path(path, root), path)
    raise InvalidInput([_no_such_deck(deck, root)])


def find_themes(root: Path) -> Mapping[str, Folder]:
    """The themes of the project, and those that come with deckgen, by name, sorted."""
    built_in = Path(__file__).with_name("themes")
    own = root / "themes"
    found = {
        name: Folder(name, f"{shown}/{name}", place / name)
        for shown, place in (("deckgen/themes", built_in), ("themes", own))
        for name in _folders_with("theme.yaml", place)
    }
    return dict(sorted(found.items()))


def sample_deck(name: str, content: str) -> Folder:
    """The deck that comes with deckgen under `samples`, to be built under another name."""
    return Folder(name, f"deckgen/samples/{content}", Path(__file__).parent / "samples" / content)


def output_file(root: Path, output: str | Path, deck: Folder) -> Path:
    """Where a deck's file is written: in `output`, which starts from the project's folder."""
    return root / output / f"{deck.name}.pptx"


def shown_path(path: Path, root: Path) -> str:
    """The path as an author is shown it: from the project's folder, with forward slashes."""
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()


def write_whole(path: Path, content: bytes, root: Path) -> str:
    """Write a file in one step: whoever opens `path` sees the old bytes or the new ones.

    Gives the path as shown. Raises InvalidInput if the file cannot be written; then
    the old one is untouched.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _unfinished(path) as (part, file):
            _write_durably(file, content)
            if sys.platform == "win32":
                file.close()  # only closed files can be renamed there
            part.replace(path)
    except OSError as error:
        raise InvalidInput([_unwritable(shown_path(path, root), error)]) from None
    return shown_path(path, root)


def keep_beside(path: Path, name: Path, root: Path) -> bool:
    """Give a file a second name, which stays with its bytes when another one takes its place.

    False if the name is taken by another file. Raises InvalidInput where it cannot be.
    """
    try:
        name.hardlink_to(path)
    except FileExistsError:
        return read_if_there(name) == read_if_there(path)
    except OSError:  # a file system on which a file has one name only
        write_whole(name, read_file(path, root), root)
    return True


def time_of_change(path: Path) -> float:
    """When a file was last written, in seconds since 1970; 0 where that is not known."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def write_new_folder(folder: Path, files: Files, root: Path) -> str:
    """Write a folder that must not be there yet, with its files; gives its path as shown.

    Raises InvalidInput if it is there, or cannot be written; nothing is ever overwritten.
    """
    shown = shown_path(folder, root)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir()
    except FileExistsError:
        hint = "choose another name, or change the files that are there"
        raise InvalidInput([_problem("folder-exists", shown, "is there already", hint)]) from None
    except OSError as error:
        raise InvalidInput([_unwritable(shown, error)]) from None
    try:
        for name, content in files.items():
            write_whole(folder / name, content, root)
    except InvalidInput:
        for name in files:
            _remove(folder / name)
        folder.rmdir()
        raise
    return shown


def read_file(path: Path, root: Path) -> bytes:
    """The bytes of a file that an author named; InvalidInput if it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise InvalidInput([_unreadable(shown_path(path, root), error)]) from None


def write_beside(path: Path, content: bytes) -> None:
    """Write a note of deckgen's own; it may fail or break off, for a broken one tells nothing."""
    with suppress(OSError):
        path.write_bytes(content)


def read_if_there(path: Path) -> bytes | None:
    """The bytes of a file of deckgen's own, or None where there are none to be had."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def keep(path: Path, content: bytes, most: int) -> None:
    """Write a file of deckgen's own in one step, into a folder of `most` of its kind.

    If there are more, those that were not asked for the longest go. It may fail: then the
    file is not kept.
    """
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.{get_ident()}.part")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(content)
        unfinished.replace(path)
        _clear(path.parent, most)


def kept(path: Path) -> bytes | None:
    """The bytes of a file that was kept, which is noted as asked for; None where there is none."""
    content = read_if_there(path)
    if content is not None:
        with suppress(OSError):
            os.utime(path)
    return content


def _clear(folder: Path, most: int) -> None:
    """Leave `most` files in a folder. Another process may be doing the same."""
    with os.scandir(folder) as entries:
        names = [entry.name for entry in entries]
    if len(names) <= most:
        return
    times: list[tuple[int, str]] = []
    for name in names:
        with suppress(OSError):
            times.append(((folder / name).stat().st_mtime_ns, name))
    for _, name in sorted(times)[:-most]:
        with suppress(OSError):
            (folder / name).unlink()


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
def _unfinished(path: Path) -> Iterator[tuple[Path, BinaryIO]]:
    """A file beside `path` to write to, which nobody else does meanwhile; then it is gone.

    One that a killed process left behind is taken over. Where files cannot be locked, each
    process has one of its own.
    """
    part, file = _own_part(path)
    with file:
        try:
            yield part, file
        except BaseException:
            _remove(part)
            raise


if sys.platform == "win32":

    def _own_part(path: Path) -> tuple[Path, BinaryIO]:
        part = path.with_name(f".{path.name}.{os.getpid()}.part")
        return part, part.open("wb")

else:

    def _own_part(path: Path) -> tuple[Path, BinaryIO]:
        """The file to write to, locked. One that has been renamed while we waited is not it."""
        part = path.with_name(f".{path.name}.part")
        while True:
            file = part.open("ab")
            with suppress(OSError):  # not every file system has locks
                fcntl.flock(file, fcntl.LOCK_EX)
            if _is_at(file, part):
                file.truncate(0)
                return part, file
            file.close()


def _is_at(file: BinaryIO, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _write_durably(file: BinaryIO, content: bytes) -> None:
    file.write(content)
    file.flush()
    os.fsync(file.fileno())


def _remove(path: Path) -> None:
    # After a folder could not be made, the path leads nowhere, or through a file.
    if _exists(path):
        path.unlink()


def _yaml_files(folder: Path) -> Mapping[str, Path]:
    projects = folder / "projects"
    found = {"deck.yaml": folder / "deck.yaml"}
    if projects.is_dir():
        found |= {
            f"projects/{entry.name}": entry
            for entry in sorted(projects.iterdir(), key=lambda entry: entry.name)
            if is_deck_file(f"projects/{entry.name}") and not entry.name.startswith(".")
        }
    return found


def _read_named(folder: Path, path: str) -> bytes:
    """The bytes of a file that a deck names; KeyError if there is none."""
    try:
        file = (folder / path).resolve(strict=True)
        stat = file.stat()
    except (OSError, ValueError, RuntimeError):  # a name no file can have, or links in a circle
        raise KeyError(path) from None
    if not file.is_relative_to(folder.resolve()):
        raise UnusableFile("file-outside", f"`{path}` lies outside the deck's folder", _COPY)
    if not S_ISREG(stat.st_mode):
        raise UnusableFile("no-file", f"`{path}` is not a file")
    if stat.st_size > LARGEST_NAMED:
        message = f"`{path}` is too large ({LARGEST_NAMED // 2**20} MB are the most)"
        raise UnusableFile("file-too-large", message)
    try:
        return file.read_bytes()
    except OSError as error:
        message = f"`{path}` cannot be read ({error.strerror})"
        raise UnusableFile("unreadable-file", message, _UNREADABLE) from None


def _all_files(folder: Path, below: str = "") -> Mapping[str, Path]:
    found: dict[str, Path] = {}
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            found |= _all_files(entry, f"{below}{entry.name}/")
        else:
            found[below + entry.name] = entry
    return found


def _read_files(folder: str, found: Mapping[str, Path]) -> Files:
    contents: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path, file in found.items():
        try:
            contents[path] = file.read_bytes()
        except OSError as error:
            problems.append(_unreadable(f"{folder}/{path}", error))
    if problems:
        raise InvalidInput(problems)
    return contents


def _folders_with(file: str, place: Path) -> tuple[str, ...]:
    with _listing(place.name):
        entries = tuple(place.iterdir()) if place.is_dir() else ()
        names = (entry.name for entry in entries if (entry / file).is_file())
        return tuple(sorted(name for name in names if not name.startswith(".")))


@contextmanager
def _listing(shown: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InvalidInput([_unreadable(shown, error)]) from None


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name no file can have, or a folder closed to us
        return False


def nearest(word: str, known: Iterable[str], noun: str) -> str:
    """A hint: the name most like `word`, or else all known ones."""
    from difflib import get_close_matches

    names = sorted(known)
    if close := get_close_matches(word, names, n=1):
        return f"did you mean `{close[0]}`?"
    return f"the {noun} are: {', '.join(names)}" if names else f"there are no {noun} yet"


def _no_such_deck(deck: str, root: Path) -> Problem:
    if _exists(root / "content" / deck) or _exists(root / deck):
        return _problem("no-deck-file", deck, "there is no deck.yaml in this folder")
    hint = nearest(deck, _folders_with("deck.yaml", root / "content"), "decks")
    return _problem("no-such-deck", deck, "there is no such deck", hint)


def _unreadable(shown: str, error: OSError) -> Problem:
    return _problem("unreadable-file", shown, f"cannot be read ({error.strerror})", _UNREADABLE)


def _unwritable(shown: str, error: OSError) -> Problem:
    hint = "close it where it is open, or write to another folder with -o"
    return _problem("unwritable-file", shown, f"cannot be written ({error.strerror})", hint)


def _problem(code: str, shown: str, message: str, hint: str | None = None) -> Problem:
    return Problem(code, message, Source(SourceFile(shown)), hint)
