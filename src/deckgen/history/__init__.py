"""Content as it was: files at a revision, read from git's objects.

Only this package runs the program `git`, and only where a folder is in a repository. Nothing is
checked out, nothing is written, and nothing that a repository is configured to run is run.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen.history.finding import find_git

if TYPE_CHECKING:
    from deckgen.history.repository import Repository, State

__all__ = ["History"]


class History:
    """The repositories that folders are in, each opened once and only when it is needed."""

    def __init__(self) -> None:
        self._opened: dict[Path, Repository] = {}

    def of(self, place: Path) -> Repository | None:
        """The repository that holds the folder `place`; None where there is none."""
        git = find_git(place)
        if git is None:
            return None
        if git not in self._opened:
            from deckgen.history.repository import Repository

            self._opened[git] = Repository(git)
        return self._opened[git]

    def expect(self, place: Path) -> None:
        """Have git ready by the time that it is asked for the folder at `place`."""
        repository = self.of(place)
        if repository is None:
            return
        from deckgen.history.running import Unreadable

        with suppress(Unreadable):  # told to whoever asks
            repository.start()

    def state(
        self, place: Path, files: Mapping[str, bytes], is_wanted: Callable[[str], bool]
    ) -> State | None:
        """The revision of the folder at `place`, which holds `files`, and whether it is clean.

        None where it is in no repository, not committed yet, or git is not there to tell.
        """
        repository = self.of(place)
        if repository is None:
            return None
        from deckgen.history.running import Unreadable

        try:
            return repository.state(place, files, is_wanted)
        except Unreadable:
            return None

    def report_of(self, place: Path, deck: str, named: str | None, below: int | None) -> str | None:
        """Name and id of what `find_report` finds for the deck at `place`, or None."""
        repository = self.of(place) if named is not None or below else None
        if repository is None:
            return None
        from deckgen.history.reports import Asked, find_report
        from deckgen.history.running import Unreadable

        try:
            found = find_report(repository, deck, Asked(named, below))
        except Unreadable:
            return None
        return f"{found.name} {found.commit.id}" if found else None

    def series_of(self, place: Path, deck: str, below: int | None, most: int | None) -> str | None:
        """Names and ids of what `tagged_reports` finds for the deck at `place`, or None."""
        repository = self.of(place) if most else None
        if repository is None:
            return None
        from deckgen.history.reports import tagged_reports
        from deckgen.history.running import Unreadable

        try:
            found = tagged_reports(repository, deck, below, most)
        except Unreadable:
            return None
        return ", ".join(f"{each.name} {each.commit.id}" for each in found)
