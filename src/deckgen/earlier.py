"""Earlier reports of a deck: found in its history, and read as far as they can be understood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from deckgen.content import Report
from deckgen.files import DeckFiles, is_deck_file
from deckgen.folders import Folder
from deckgen.history import History
from deckgen.named import NamedTuple
from deckgen.problems import InvalidInput, Problem, Source, SourceFile, WarningCode
from deckgen.reading import read_earlier
from deckgen.standing import Standing, standing
from deckgen.suggesting import suggest

if TYPE_CHECKING:
    from deckgen.history.reports import Found
    from deckgen.history.repository import Repository, Snapshot


class Wish(NamedTuple):
    """Which earlier report is wanted: one that was named, or that before a number.

    `source` is where it was asked for, `is_needed` whether a slide shows nothing without it.
    """

    source: Source
    named: str | None = None
    below: int | None = None
    is_needed: bool = False


class Earlier(NamedTuple):
    """A report as it was at a revision, as far as it can be understood, and warnings.

    `unread` are the ids of projects that had to be left out.
    """

    found: Found
    report: Report | None
    unread: frozenset[str]
    warnings: tuple[Problem, ...]

    @property
    def standing(self) -> Standing | None:
        """What it comes to in figures, if anything of it can be understood."""
        if self.report is None:
            return None
        return standing(self.report, self.found.name, self.found.number, self.found.commit.day)


class NoEarlierReport(Exception):
    """There is none as it was wished for: a code, a sentence, a way out."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint

    def as_problem(self, wish: Wish) -> Problem:
        """The same as a mistake, where it was asked for."""
        return Problem(self.code, self.message, wish.source, self.hint)


def earlier_report(folder: Folder, files: DeckFiles, history: History, wish: Wish) -> Earlier:
    """The report that is wished for. Raises InvalidInput if there is none."""
    try:
        return find_earlier(folder, files, history, wish)
    except NoEarlierReport as missing:
        raise InvalidInput([missing.as_problem(wish)]) from None


def no_history() -> NoEarlierReport:
    """There is none, as the deck is in no repository."""
    hint = "put the project into a git repository, or leave out what asks for earlier reports"
    return NoEarlierReport("no-history", "the deck is in no git repository", hint)


def find_earlier(folder: Folder, files: DeckFiles, history: History, wish: Wish) -> Earlier:
    """The report that is wished for. Raises NoEarlierReport if there is none."""
    repository = history.of(folder.place)
    if repository is None:
        raise no_history()
    from deckgen.history.running import Unreadable

    try:
        found = _found(repository, folder, wish)
        snapshot = repository.snapshot(found.commit, folder.place, files.yaml, is_deck_file)
    except Unreadable as unreadable:
        raise NoEarlierReport("no-git", unreadable.message, unreadable.hint) from None
    if snapshot is None:
        hint = f"name a later revision, or see what `git ls-tree -r {found.name}` lists"
        raise NoEarlierReport("deck-not-there", f"the deck was not there at {found.name}", hint)
    return _read(folder, found, snapshot, wish.source)


def _found(repository: Repository, folder: Folder, wish: Wish) -> Found:
    from deckgen.history.reports import Asked, find_report

    found = find_report(repository, folder.name, Asked(wish.named, wish.below))
    if found is None:
        raise _no_report(repository, folder, wish)
    return found


def _no_report(repository: Repository, folder: Folder, wish: Wish) -> NoEarlierReport:
    hint = _way_out(repository, folder, wish) if wish.is_needed else ""  # else nobody reads it
    if wish.named is not None:
        return _unknown(repository, wish.named, hint)
    smaller = f" with a number below {wish.below}" if wish.below else ""
    message = f"no earlier report of `{folder.name}` has a tag{smaller}"
    return NoEarlierReport("no-tag", message, hint)


def _way_out(repository: Repository, folder: Folder, wish: Wish) -> str:
    if repository.is_shallow:
        return "only the last part of the history is here: run `git fetch --unshallow --tags`"
    if wish.named is not None:
        tags = (*repository.tags("report-*"), *repository.tags(f"{folder.name}/report-*"))
        return suggest(wish.named, sorted(tags), "tags of reports")
    if wish.below is None:
        return "give the deck its number as `report`, or name a revision, tag or day as `since`"
    tag = f"report-{max(1, wish.below - 1)}"
    return f"tag the last report, `git tag {tag} REVISION`, or fetch tags, `git fetch --tags`"


def _unknown(repository: Repository, named: str, hint: str) -> NoEarlierReport:
    from deckgen.history.reports import named_day

    message = f"git knows no revision, tag or day `{named}`"
    if named_day(named) and (first := repository.first_day()) and not repository.is_shallow:
        message = f"nothing was committed by {named}"
        hint = f"the first commit is of {first}: name that day or a later one"
    return NoEarlierReport("unknown-revision", message, hint)


def tagged(folder: Folder, files: DeckFiles, history: History) -> Iterator[Earlier]:
    """All reports of a deck that have a tag, by their numbers; those it was not part of left out.

    Raises InvalidInput if the history cannot be read; content in no repository has no reports.
    """
    from deckgen.history.running import Unreadable

    source = Source(SourceFile(folder.shown))
    try:
        yield from series_of(folder, files, history, source)
    except Unreadable as unreadable:
        problem = Problem("no-git", unreadable.message, source, unreadable.hint)
        raise InvalidInput([problem]) from None


def series_of(
    folder: Folder,
    files: DeckFiles,
    history: History,
    source: Source,
    below: int | None = None,
    most: int | None = None,
) -> Iterator[Earlier]:
    """The last `most` reports that have a tag with a number `below` another, by their numbers.

    Raises Unreadable if the history cannot be read. `source` is where the reports were asked for.
    """
    repository = history.of(folder.place)
    if repository is None:
        return
    from deckgen.history.reports import tagged_reports

    for found in tagged_reports(repository, folder.name, below, most):
        snapshot = repository.snapshot(found.commit, folder.place, files.yaml, is_deck_file)
        if snapshot:
            yield _read(folder, found, snapshot, source)


def _read(folder: Folder, found: Found, snapshot: Snapshot, source: Source) -> Earlier:
    shown = f"{found.name}:{snapshot.folder}"
    files, beside = snapshot.files, snapshot.beside
    report, mistakes, unread = read_earlier(folder.name, shown, files, beside)
    warnings = tuple(_warnings(shown, snapshot.missing, mistakes, unread, source))
    return Earlier(found, report, unread, warnings)


def _warnings(
    shown: str,
    missing: Iterable[str],
    mistakes: tuple[Problem, ...],
    unread: Iterable[str],
    source: Source,
) -> Iterable[Problem]:
    """What of the earlier report had to be left out: once, however much it is."""
    reasons = [f"{path} is not to be had" for path in missing]
    reasons += [f"{mistake.source}: {mistake.message}" for mistake in mistakes]
    if reasons:
        more = f" (and {len(reasons) - 1} more)" if len(reasons) > 1 else ""
        message = f"something of {shown} was left out: {reasons[0]}{more}"
        hint = "nothing needs to be done; what is new may be told as a little more than it is"
        if names := ", ".join(sorted(unread)):
            hint = f"nothing needs to be done; {names} cannot be compared"
        yield Problem(WarningCode.EARLIER_MISTAKES, message, source, hint)
