"""A deck's file brought to its place, without taking from anybody what was there."""

from __future__ import annotations

from datetime import datetime
from itertools import count
from pathlib import Path

from deckgen.files import is_file, read_if_there, shown_path, time_of_change
from deckgen.named import NamedTuple
from deckgen.problems import InvalidInput, Problem, Source, SourceFile, WarningCode
from deckgen.saving import keep_beside, write_whole
from deckgen.writing.pptx import is_sealed


class Delivered(NamedTuple):
    """The path as an author is shown it, and a warning if somebody's file was kept."""

    shown: str
    warnings: tuple[Problem, ...] = ()


def deliver(
    file: bytes, path: Path, root: Path, *, is_strict: bool = False, overwrite: bool = False
) -> Delivered:
    """Write `file` to `path` in one step.

    What is there and is not as deckgen wrote it has been edited by somebody: it is kept
    beside the new file under another name, unless `overwrite`. Raises InvalidInput if the
    file cannot be written, or if so much as that `is_strict`ly a mistake; then nothing changed.
    """
    if overwrite or not _is_edited(path):
        return Delivered(write_whole(path, file, root))
    if is_strict:
        raise InvalidInput([_edited(path, root)])
    kept = _keep(path, root)
    return Delivered(write_whole(path, file, root), (_edited(path, root, kept),))


def _is_edited(path: Path) -> bool:
    """Whether a file at `path` is another one than deckgen wrote; one closed to us may be."""
    there = read_if_there(path)
    return is_file(path) if there is None else not is_sealed(there)


def _keep(path: Path, root: Path) -> Path:
    """Give what is at `path` a name of its own, by the time when it was changed."""
    moment = datetime.fromtimestamp(time_of_change(path)).astimezone()
    name = f"{path.stem}.edited-{moment:%Y-%m-%d-%H%M%S}"
    for number in count(1):
        kept = path.with_name(f"{name}{f'-{number}' if number > 1 else ''}{path.suffix}")
        if keep_beside(path, kept, root):
            break
    return kept


def _edited(path: Path, root: Path, kept: Path | None = None) -> Problem:
    message = "this file was edited after deckgen wrote it"
    if kept:
        message += f"; the edited one is kept as {kept.name}"
        hint = "write into the content what should stay, then delete the edited file"
    else:
        hint = "write into the content what should stay, and build with --overwrite"
    return Problem(WarningCode.EDITED, message, Source(SourceFile(shown_path(path, root))), hint)
