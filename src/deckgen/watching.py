"""Rebuilding decks when their files change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen.batch import Wishes, build_each, find_wanted, order_for
from deckgen.files import identity
from deckgen.folders import as_stored, deck_names
from deckgen.outcomes import Built, Failed, UpToDate
from deckgen.problems import InvalidInput, lightened

if TYPE_CHECKING:
    from typing import Unpack

_STEP = 10
"""After a change, so many milliseconds without another one make a saved file."""

_LONGEST_STORM = 400
"""Where changes do not cease, so many milliseconds of them are dealt with together."""

_WHILE = 100
"""After so many milliseconds without changes we look whether folders have come or gone."""


class Workshop:
    """Decks that are built again and again in this process, with what stays the same kept warm.

    `decks` are all under `content` if none is named; they and their themes may come
    later. The `wishes` are options of `build`.
    """

    def __init__(self, decks: Iterable[str | Path] | None = None, **wishes: Unpack[Wishes]) -> None:
        self._names = None if decks is None else tuple(str(deck) for deck in decks)
        self._order = order_for(**wishes)
        self._root = Path(self._order.root)
        self._states: dict[str, Built | UpToDate | Failed] = {}

    @property
    def states(self) -> Mapping[str, Built | UpToDate | Failed]:
        """What became of each deck when it was last built."""
        return self._states

    def build(self, *, force: bool = False) -> tuple[Built | UpToDate | Failed, ...]:
        """Build all decks that are not up to date, or all by `force`; says what became of all."""
        self._order = self._order.anew()
        return self._build(None, force=force)

    def rebuild(self, changed: Iterable[str | Path]) -> tuple[Built | UpToDate | Failed, ...]:
        """After these files have changed: build again the decks they concern, and only these.

        A theme's change concerns the decks that are no longer up to date by it. Files in
        the output folder concern nobody.
        """
        paths = [self._root / path for path in changed]
        paths = [path for path in paths if path.parent != self._output]
        if any(self._themes in (path, *path.parents) for path in paths):
            return self.build()
        return self._build(paths) if paths else ()

    def folders(self) -> Mapping[Path, object]:
        """The folders to be watched that are there now, and which folder each of them is."""
        places = {self._root / "content", self._themes}
        places |= {place for deck in self._names or () for place in self._places(deck)}
        identities = {place: identity(place) for place in places}
        return {place: same for place, same in identities.items() if same is not None}

    @property
    def _themes(self) -> Path:
        return self._root / "themes"

    @property
    def _output(self) -> Path:
        return self._root / self._order.output

    def _places(self, deck: str) -> tuple[Path, Path]:
        """Where the deck may be, as `find_deck` looks for it."""
        named = Path(deck)
        folder = named.parent if named.name == "deck.yaml" else named
        return as_stored(self._root / "content" / folder), as_stored(self._root / folder)

    def _build(
        self, paths: Iterable[Path] | None, *, force: bool = False
    ) -> tuple[Built | UpToDate | Failed, ...]:
        """Build those decks that the paths concern; None stands for all."""
        others = {} if paths is None else self._unconcerned(paths)
        try:
            names = deck_names(self._root) if self._names is None else self._names
            concerned = [name for name in names if paths is None or self._concern(paths, name)]
            wanted = find_wanted(concerned, self._root)
            outcomes = tuple(build_each(wanted, self._order, force=force))
        except InvalidInput as invalid:  # there is no deck, or no folder to be looked into
            outcomes = (Failed("", lightened(invalid.problems)),)
        self._states = {**others, **{outcome.deck: outcome for outcome in outcomes}}
        return outcomes

    def _unconcerned(self, paths: Iterable[Path]) -> dict[str, Built | UpToDate | Failed]:
        states = self._states.items()
        return {deck: state for deck, state in states if not self._concern(paths, deck)}

    def _concern(self, paths: Iterable[Path], deck: str) -> bool:
        """Whether one of the paths is in the deck's folder, or that folder is in it."""
        return any(
            place in (path, *path.parents) or path in place.parents
            for path in paths
            for place in self._places(deck)
        )


def watch(
    workshop: Workshop, *, force: bool = False
) -> Iterator[tuple[Built | UpToDate | Failed, ...]]:
    """Build everything, then wait for changes and rebuild after each; what became of the decks.

    Goes on until it is interrupted: KeyboardInterrupt.
    """
    while True:
        folders = workshop.folders()
        changes = _changes(folders)
        try:
            next(changes)  # from now on no change is missed
        except FileNotFoundError:  # a folder that has gone just now
            continue
        yield workshop.build(force=force)
        force = False
        new: set[str] = set()
        while folders == workshop.folders():
            # A new folder is watched a little later than it is there: it is looked at once more.
            if changed := next(changes) | new:
                new = {path for path in changed - new if identity(Path(path))}
                before = workshop.states
                outcomes = workshop.rebuild(changed)
                if outcomes or before != workshop.states:
                    yield outcomes
                if any(Path(path) in folders for path in changed):
                    break  # another folder of this name may have the number of the old one


def _changes(folders: Iterable[Path]) -> Iterator[set[str]]:
    """Again and again the paths that changed, or none after a while without changes."""
    from time import sleep

    from watchfiles import watch as watch_files

    if not folders:
        while True:
            sleep(_WHILE / 1000)
            yield set()
    for changes in watch_files(
        *folders,
        watch_filter=None,
        step=_STEP,
        debounce=_LONGEST_STORM,
        rust_timeout=_WHILE,
        yield_on_timeout=True,
    ):
        yield {path for _, path in changes}
