"""Where a project's decks and themes are."""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Mapping
from pathlib import Path

from deckgen.accents import KEEP_ONE, TWO_SPELLINGS, alike, composed
from deckgen.files import (
    DeckFiles,
    Files,
    all_files,
    exists,
    file_problem,
    listing,
    misnamed_file,
    read_files,
    right_name,
    shown_path,
    yaml_files,
)
from deckgen.named import NamedTuple
from deckgen.problems import InvalidInput, Problem, in_command
from deckgen.suggesting import suggest


class Folder(NamedTuple):
    """A deck's or a theme's folder: its name, and its path as an author is shown it.

    The name is `composed`, whichever way the folder's own is stored.
    """

    name: str
    shown: str
    place: Path

    def deck_files(self) -> DeckFiles:
        """A deck's files. Raises InvalidInput for YAML files that are unreadable."""
        return DeckFiles(self.place, self._read(yaml_files))

    def theme_files(self) -> Mapping[str, bytes]:
        """All files of a theme but hidden ones, by their paths below the folder."""
        return self._read(all_files)

    def _read(self, list_files: Callable[[Path], Mapping[str, Path]]) -> Files:
        with listing(self.shown):
            found = list_files(self.place)
        return read_files(self.shown, self.place, found)


def deck_names(root: Path) -> tuple[str, ...]:
    """The names of all decks under `content`, sorted; InvalidInput if there are none."""
    named = _folders_with("deck.yaml", root / "content")
    names = (*named, *_misnamed_decks(root / "content", named))
    if not names:
        above = _project_above(root)
        which = f", which is {above}" if above else ""
        hint = f"start deckgen in the project's folder{which}, or name that folder with -C"
        raise InvalidInput([file_problem("no-decks", "content", "there are no decks here", hint)])
    return tuple(sorted(names))


def find_deck(deck: str, root: Path) -> Folder:
    """The folder of `deck`: a name under `content`, a folder, or the path of a deck.yaml.

    Raises InvalidInput, with the nearest name as a hint, if there is no such deck.
    """
    named = Path(deck)
    folder = named.parent if named.name == "deck.yaml" else named
    places = (as_stored(root / "content" / folder), as_stored(root / folder))
    there = [path for path in places if exists(path / "deck.yaml")]
    closed = [path for path in places if exists(path) and _is_closed(path / "deck.yaml")]
    path = next(iter((*there, *closed)), None)  # of one that is closed, reading will say so
    if path is None:
        raise InvalidInput([_no_such_deck(deck, root)])
    _reject_twins(path, "deck.yaml", root)
    return Folder(composed(path.resolve().name), shown_path(path, root), path)


def find_themes(root: Path) -> Mapping[str, Folder]:
    """The themes of the project, and those that come with deckgen, by name, sorted.

    Raises InvalidInput if a folder of them cannot be listed, or two have one name.
    """
    built_in = Path(__file__).with_name("themes")
    own = root / "themes"
    found = {
        composed(name): Folder(composed(name), f"{shown}/{name}", place / name)
        for shown, place in (("deckgen/themes", built_in), ("themes", own))
        for name in _folders_with("theme.yaml", place)
    }
    for folder in found.values():
        _reject_twins(folder.place, "theme.yaml", root)
    return dict(sorted(found.items()))


def as_stored(path: Path) -> Path:
    """What is there under this path, whichever way its accents are stored; else the same path."""
    if exists(path) or path.as_posix().isascii():
        return path
    folder = as_stored(path.parent)
    return next(iter(_all_as_stored(folder / path.name)), folder / path.name)


def sample_deck(name: str, content: str) -> Folder:
    """The deck that comes with deckgen under `samples`, to be built under another name."""
    return Folder(name, f"deckgen/samples/{content}", Path(__file__).parent / "samples" / content)


def output_file(root: Path, output: str | Path, deck: Folder) -> Path:
    """Where a deck's file is written: in `output`, which starts from the project's folder."""
    return root / output / f"{deck.name}.pptx"


def _folders_with(file: str, place: Path) -> tuple[str, ...]:
    """The names of folders that hold such a file, and of those that are closed to us."""
    with listing(place.name):
        entries = tuple(place.iterdir()) if place.is_dir() else ()
        names = (entry.name for entry in entries if _may_hold(entry / file))
        return tuple(sorted(name for name in names if not name.startswith(".")))


def _may_hold(file: Path) -> bool:
    return _is_closed(file) or file.is_file()


def _is_closed(path: Path) -> bool:
    """Whether we may not see what is at `path`, or whether there is anything."""
    try:
        path.lstat()
    except OSError as error:
        return isinstance(error, PermissionError)
    return False


def _all_as_stored(path: Path) -> tuple[Path, ...]:
    """All that is in the path's folder under this name, in whichever spelling; it may be two."""
    try:
        names = sorted(os.listdir(path.parent))  # noqa: PTH208 - names alone are wanted
    except (OSError, ValueError):  # no such folder, or it is closed to us
        return ()
    return tuple(path.with_name(name) for name in alike(path.name, names))


def _reject_twins(path: Path, file: str, root: Path) -> None:
    """Raise InvalidInput if two folders with this `file` have one name to the eye."""
    if path.name.isascii():
        return
    twins = [twin for twin in _all_as_stored(path) if exists(twin / file)]
    if len(twins) > 1:
        shown = shown_path(path, root)
        raise InvalidInput([file_problem("same-name", shown, TWO_SPELLINGS, KEEP_ONE)])


def _misnamed_decks(place: Path, named: Container[str]) -> Mapping[str, str]:
    """The folders but those `named` whose deck.yaml has another ending, and what it is called."""
    with listing(place.name):
        entries = tuple(place.iterdir()) if place.is_dir() else ()
        return {
            folder.name: file.name
            for folder in entries
            if folder.name not in named and not folder.name.startswith(".") and folder.is_dir()
            for file in folder.iterdir()
            if right_name(file.name.lower()) == "deck.yaml"
        }


def _project_above(root: Path) -> str | None:
    """The way to the project's folder, if `root` is below its `content`."""
    parts = root.resolve().parts
    if "content" not in parts:
        return None
    return "/".join([".."] * (parts[::-1].index("content") + 1))


def _no_such_deck(deck: str, root: Path) -> Problem:
    decks = _folders_with("deck.yaml", root / "content")
    if misnamed := _misnamed_decks(root / "content", decks).get(deck):
        return misnamed_file(f"content/{deck}/{misnamed}")
    if exists(root / "content" / deck) or exists(root / deck):
        hint = f"the decks are: {', '.join(decks)}" if decks else None
        return file_problem("no-deck-file", deck, "there is no deck.yaml in this folder", hint)
    hint = suggest(deck, decks, "decks")
    return Problem("no-such-deck", "there is no such deck", in_command(deck), hint)
