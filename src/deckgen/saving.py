"""Writing files whole or not at all, and keeping those of deckgen's own."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_ISREG
from threading import get_ident
from typing import BinaryIO

from deckgen.files import Files, exists, file_problem, read_file, read_if_there, shown_path
from deckgen.problems import InvalidInput, Problem

if sys.platform != "win32":
    import fcntl


_IN_ANOTHER_FOLDER = "write to another folder with -o"
_IN_ANOTHER_PROJECT = "name another project's folder with -C"


def write_whole(path: Path, content: bytes, root: Path, elsewhere: str = _IN_ANOTHER_FOLDER) -> str:
    """Write a file in one step: whoever opens `path` sees the old bytes or the new ones.

    Gives the path as shown. Raises InvalidInput if the file cannot be written; then
    the old one is untouched. `elsewhere` says how it is written to another place.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _unfinished(path) as (part, file):
            _write_durably(file, content)
            if sys.platform == "win32":
                file.close()  # only closed files can be renamed there
            part.replace(path)
    except OSError as error:
        raise InvalidInput([_unwritable(shown_path(path, root), error, elsewhere)]) from None
    return shown_path(path, root)


def keep_beside(path: Path, name: Path, root: Path) -> bool:
    """Give a file a second name, which stays with its bytes when another one takes its place.

    False if the name is taken by another file. Raises InvalidInput where it cannot be.
    """
    try:
        name.hardlink_to(path)
    except FileExistsError:
        there = read_if_there(path)
        return there is not None and there == read_if_there(name)
    except OSError:  # a file system on which a file has one name only
        write_whole(name, read_file(path, root), root)
    return True


def write_new_folder(folder: Path, files: Files, root: Path) -> str:
    """Write a folder that must not be there yet, with its files; gives its path as shown.

    Raises InvalidInput if it is there, or cannot be written; nothing is ever overwritten.
    """
    shown = shown_path(folder, root)
    _make_folder(folder.parent, root)
    try:
        folder.mkdir()
    except FileExistsError:
        hint = "choose another name, or change the files that are there"
        problem = file_problem("folder-exists", shown, "is there already", hint)
        raise InvalidInput([problem]) from None
    except OSError as error:
        raise InvalidInput([_unwritable(shown, error, _IN_ANOTHER_PROJECT)]) from None
    try:
        for name, content in files.items():
            write_whole(folder / name, content, root, _IN_ANOTHER_PROJECT)
    except InvalidInput:
        for name in files:
            _remove(folder / name)
        folder.rmdir()
        raise
    return shown


def _make_folder(folder: Path, root: Path) -> None:
    """Make the folder that new ones stand in, unless it is there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        problem = _unwritable(shown_path(folder, root), error, _IN_ANOTHER_PROJECT)
        raise InvalidInput([problem]) from None


def write_beside(path: Path, content: bytes) -> None:
    """Write a note of deckgen's own; it may fail or break off, for a broken one tells nothing."""
    with suppress(OSError), _own_file(path) as file:
        file.truncate(0)
        file.write(content)


def keep(path: Path, content: bytes, most: int) -> None:
    """Write a file of deckgen's own in one step, into a folder of `most` of its kind.

    If there are more, those that were not asked for the longest go. It may fail: then the
    file is not kept. A link in place of the folder may lead to files of others: nothing is kept.
    """
    if path.parent.is_symlink():
        return
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.{get_ident()}.part")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with _own_file(unfinished) as file:
            file.write(content)
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
            file = _own_file(part)
            with suppress(OSError):  # not every file system has locks
                fcntl.flock(file, fcntl.LOCK_EX)
            if _is_at(file, part):
                file.truncate(0)
                return part, file
            file.close()


def _own_file(path: Path) -> BinaryIO:
    """A file of deckgen's own, to be added to.

    What stands in its place and is none, others have put there: a link would lead the bytes
    to another file, and a pipe wait for somebody to read them. It goes.
    """
    try:
        is_ours = S_ISREG(path.lstat().st_mode)
    except FileNotFoundError:
        is_ours = True
    if not is_ours:
        path.unlink()
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
    flags |= getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, 0o666), "ab")


def _is_at(file: BinaryIO, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.lstat())
    except FileNotFoundError:
        return False


def _write_durably(file: BinaryIO, content: bytes) -> None:
    file.write(content)
    file.flush()
    os.fsync(file.fileno())


def _remove(path: Path) -> None:
    # After a folder could not be made, the path leads nowhere, or through a file.
    if exists(path):
        path.unlink()


_WAYS_OUT = {
    errno.ENOSPC: "make room on that disk, or {elsewhere}",
    errno.EDQUOT: "delete what you need no longer there, or {elsewhere}",
    errno.EFBIG: "files there have to be smaller: {elsewhere}",
    errno.EACCES: "you may not write there: ask who may, or {elsewhere}",
    errno.EPERM: "you may not write there: ask who may, or {elsewhere}",
    errno.EROFS: "nobody can write there: {elsewhere}",
    errno.ENAMETOOLONG: "give the deck's or the theme's folder a shorter name",
    errno.EEXIST: "a file has the name of that folder: rename it, or {elsewhere}",
    errno.ENOTDIR: "a file has the name of that folder: rename it, or {elsewhere}",
    errno.EISDIR: "a folder has the name of that file: rename it, or {elsewhere}",
}


def _unwritable(shown: str, error: OSError, elsewhere: str) -> Problem:
    way_out = _WAYS_OUT.get(error.errno or 0, "close it where it is open, or {elsewhere}")
    hint = way_out.format(elsewhere=elsewhere)
    return file_problem("unwritable-file", shown, f"cannot be written ({error.strerror})", hint)
