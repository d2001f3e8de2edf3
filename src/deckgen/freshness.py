"""Whether a deck's file is what deckgen would write now.

Beside `bielefeld.pptx` lies `.bielefeld.built`, a record of what the file was made from:
digests of the deck's and the theme's files, of the program and of the file itself. Where
nothing differs, nothing needs to be read, laid out or written. So that finding out stays
fast, this module knows no YAML and no stage.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen import __version__
from deckgen.files import DeckFiles, Files, package_state, read_if_there
from deckgen.folders import Folder
from deckgen.history import History
from deckgen.named import NamedTuple
from deckgen.problems import InvalidInput
from deckgen.saving import write_beside

if TYPE_CHECKING:
    from deckgen.history.repository import State

_TEXTS = (".csv", ".md", ".svg", ".txt", ".yaml")

CHAIN = "/"
"""Stands between the names of themes that extend one another; no folder's name has it."""


class Options(NamedTuple):
    """What was asked for, as far as it shows in the file."""

    theme: str | None = None
    include_internal: bool = False
    since: str | None = None


AS_THE_DECK_SAYS = Options()
"""Nothing but what the deck itself asks for."""


class Past(NamedTuple):
    """What a file tells of the past of its deck: its revision, and those it was compared with.

    Only the deck's content says which earlier report it wants, so `named` and `below` keep that;
    of a `series` it wants `most` before its own `number`.
    """

    revision: str | None = None
    named: str | None = None
    below: int | None = None
    since: str | None = None
    number: int | None = None
    most: int | None = None
    series: str | None = None


class Record(NamedTuple):
    """What a deck's file was made from, and the file itself.

    Only the deck's content says which theme it has, so `theme` names the one it got, with
    those that this one extends; and which files it `named` besides its YAML files.
    """

    theme: str
    named: list[str]
    theme_files: str
    deck_files: str
    options: str
    past: Past
    program: str
    file: str


def record_of(
    deck: Folder,
    files: DeckFiles,
    theme: str,
    theme_digest: str,
    options: Options,
    themes: Mapping[str, Folder],
    past: Past,
    written: bytes,
) -> Record:
    """The record of a file with the bytes `written`, made from the deck's `files`."""
    # With the same content, another theme is chosen only when one of the deck's name comes
    # or goes: the names of all the others make no difference.
    chosen_from = f"{options} {deck.name in themes}"
    named, content = list(files.named), digest(files.read)
    made_by, file = program(), _digest_of(written)
    return Record(theme, named, theme_digest, content, chosen_from, past, made_by, file)


def revision_told(state: State | None) -> str | None:
    """What a file says of the revision of its content."""
    return state and f"{state.commit.id} {'clean' if state.is_clean else 'changed'}"


def write_record(file: Path, record: Record) -> None:
    """Keep the record beside `file`. Where that fails, the deck is built again next time."""
    write_beside(_place(file), json.dumps(record._asdict(), indent=1).encode())


class Freshness:
    """Knows which files are up to date. Reads each of the `themes` once."""

    def __init__(
        self, themes: Mapping[str, Folder], options: Options, history: History | None = None
    ) -> None:
        self._themes = themes
        self._history = history or History()
        self._options = options
        self._digests: dict[str, str] = {}

    def is_up_to_date(self, deck: Folder, file: Path) -> bool:
        """Whether building `deck` would write what is in `file`, and warn of nothing."""
        recorded, written = _recorded(file), read_if_there(file)
        if recorded is None or written is None:
            return False
        if not all(name in self._themes for name in recorded.theme.split(CHAIN)):
            return False
        try:
            return recorded == self._now(deck, recorded, written)
        except InvalidInput:  # building will say what cannot be read
            return False

    def _now(self, deck: Folder, recorded: Record, written: bytes) -> Record:
        theme = recorded.theme
        if theme not in self._digests:
            folders = [self._themes[name] for name in theme.split(CHAIN)]
            digests = [digest(folder.theme_files()) for folder in folders]
            self._digests[theme] = digest_of_all(digests)
        look, files = self._digests[theme], deck.deck_files()
        for path in recorded.named:
            files.get(path)  # as the deck did
        past = self._past(deck, files, recorded.past)
        return record_of(deck, files, theme, look, self._options, self._themes, past, written)

    def _past(self, deck: Folder, files: DeckFiles, recorded: Past) -> Past:
        """What a file would tell now, if its deck is as it was."""
        state = self._history.state(deck.place, files.read, files.is_read)
        since = self._history.report_of(deck.place, deck.name, recorded.named, recorded.below)
        series = self._history.series_of(deck.place, deck.name, recorded.number, recorded.most)
        return recorded._replace(revision=revision_told(state), since=since, series=series)


def digest_of_all(digests: Iterable[str]) -> str:
    """One digest of several, in their order."""
    return _digest_of(*map(_raw, digests))


def digest(files: Files) -> str:
    """One digest of all files: their paths and their bytes.

    It is the same on systems that end the lines of texts in another way.
    """
    return _digest_of(
        *(part for path, content in files.items() for part in (_raw(path), _same(path, content)))
    )


def _same(path: str, content: bytes) -> bytes:
    return content.replace(b"\r\n", b"\n") if path.lower().endswith(_TEXTS) else content


@cache
def program() -> str:
    """A digest of all that makes files: deckgen's code, and those who do its reading."""
    # Size and time tell whether a module is another one, as they do for Python itself.
    others = (package_state(name, is_whole=False) for name in ("babel", "matplotlib", "yaml"))
    state = [line for each in (package_state("deckgen"), *others) for line in each]
    return _digest_of(*map(_raw, (__version__, sys.version, *state)))


def _digest_of(*parts: bytes) -> str:
    digesting = sha256()
    for part in parts:
        # With its length before it, no part can pass for another one and a half.
        digesting.update(b"%d:" % len(part))
        digesting.update(part)
    return digesting.hexdigest()


def _raw(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")  # names of files need not be text


def _place(file: Path) -> Path:
    return file.with_name(f".{file.stem}.built")


def _recorded(file: Path) -> Record | None:
    """The record beside `file`, or None where there is none that makes sense."""
    try:
        found = json.loads(read_if_there(_place(file)) or b"")
        record = Record(**{**found, "past": Past(*found["past"])})
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    named = record.named
    is_sound = isinstance(named, list) and all(isinstance(path, str) for path in named)
    is_sound = is_sound and isinstance(record.theme, str) and _makes_sense(record.past)
    return record if is_sound else None


def _makes_sense(past: Past) -> bool:
    """Whether all that is told of the past is of the kind that it has to be."""
    texts = (past.revision, past.named, past.since, past.series)
    numbers = (past.below, past.number, past.most)
    return all(isinstance(each, str | None) for each in texts) and all(
        isinstance(each, int | None) for each in numbers
    )
