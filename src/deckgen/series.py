"""Looking back: the earlier report of a deck, and what is new since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from deckgen.changes import Since
from deckgen.content import Report, Text, Trended, WhatIsNew
from deckgen.files import DeckFiles, is_deck_file
from deckgen.folders import Folder, nearest
from deckgen.history import History
from deckgen.named import NamedTuple
from deckgen.problems import InvalidInput, Problem, Source, SourceFile, WarningCode
from deckgen.reading import read_earlier
from deckgen.standing import Standing, standing

if TYPE_CHECKING:
    from deckgen.history.reports import Asked, Found
    from deckgen.history.repository import Repository, Snapshot


class Wish(NamedTuple):
    """Which earlier report is wanted: one that was named, or that before a number.

    `source` is where it was asked for, `is_needed` whether a slide shows nothing without it.
    """

    source: Source
    named: str | None = None
    below: int | None = None
    is_needed: bool = False


class Retrospect(NamedTuple):
    """What came of looking back: what is new, if there is an earlier report, and warnings.

    `wish` is what was asked for; None where nothing was. `series` are the earlier reports and
    this one, as many as slides show; `span` says that these have a number below the first of
    the two, and are so many at most.
    """

    since: Since | None = None
    warnings: tuple[Problem, ...] = ()
    wish: Wish | None = None
    series: tuple[Standing, ...] = ()
    span: tuple[int | None, int | None] = (None, None)


class _NotFound(Exception):
    """There is no earlier report: a code, a sentence, a way out."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


def wish_of(report: Report, option: str | None = None) -> Wish | None:
    """What a deck is to be compared with, by its slides, by its marks, or by an `option`.

    Raises InvalidInput if its slides differ in that.
    """
    topics = [topic for topic in report.topics if isinstance(topic, WhatIsNew)]
    named = [topic.since for topic in topics if topic.since]
    if option is not None:
        return Wish(Source(SourceFile("--since")), option, is_needed=True)
    if named:
        _check_alike(named)
        return Wish(named[0].source, named[0].plain, is_needed=True)
    if topics:
        return Wish(topics[0].source, below=report.number, is_needed=True)
    return Wish(report.source, below=report.number) if report.marks and report.number else None


class Earlier(NamedTuple):
    """A report as it was at a revision, as far as it can be understood, and warnings.

    `unread` are the ids of projects that had to be left out.
    """

    found: Found
    report: Report | None
    unread: frozenset[str]
    warnings: tuple[Problem, ...]


def look_back(
    report: Report, folder: Folder, files: DeckFiles, history: History, option: str | None = None
) -> Retrospect:
    """What is new in `report`, made from the `files` in `folder`, since an earlier one.

    Raises InvalidInput if one was named that is not there. One that is looked for by itself and
    not found is worth a warning where a slide needs it.
    """
    wish = wish_of(report, option)
    since, warnings = _since_then(report, folder, files, history, wish) if wish else (None, ())
    series, others = _so_far(report, folder, files, history)
    known = {warning.message for warning in warnings}
    new = tuple(warning for warning in others if warning.message not in known)
    span = (report.number, most_earlier(report))
    return Retrospect(since, (*warnings, *new), wish, series, span)


def _since_then(
    report: Report, folder: Folder, files: DeckFiles, history: History, wish: Wish
) -> tuple[Since | None, tuple[Problem, ...]]:
    try:
        earlier = _earlier(folder, files, history, wish)
    except _NotFound as told:
        return None, _not_found(told, wish)
    return _since(report, earlier), earlier.warnings


def _so_far(
    report: Report, folder: Folder, files: DeckFiles, history: History
) -> tuple[tuple[Standing, ...], tuple[Problem, ...]]:
    """The reports that trends show, this one the last of them, and warnings."""
    trends = [topic for topic in report.topics if isinstance(topic, Trended)]
    if not trends:
        return (), ()
    from deckgen.history.running import Unreadable

    source, most = trends[0].source, most_earlier(report)
    try:
        found = tuple(_tagged(folder, files, history, source, report.number, most))
    except Unreadable as unreadable:
        code = WarningCode.HISTORY_UNREADABLE
        return (), (Problem(code, unreadable.message, source, unreadable.hint),)
    told = tuple(
        standing(each.report, each.found.name, each.found.number, each.found.commit.day)
        for each in found
        if each.report
    )
    warnings = tuple(warning for each in found for warning in each.warnings)
    if not told:
        return (), (*warnings, _no_series(report, folder, source))
    return (*told, standing(report)), warnings


def most_earlier(report: Report) -> int | None:
    """How many reports before this one slides show, if they show any."""
    wanted = [topic.reports - 1 for topic in report.topics if isinstance(topic, Trended)]
    return max(wanted, default=None)


def _no_series(report: Report, folder: Folder, source: Source) -> Problem:
    message = f"a trend needs an earlier report, and none of `{folder.name}` has a tag"
    tag = f"report-{max(1, (report.number or 2) - 1)}"
    hint = (
        f"tag the last report, `git tag {tag} REVISION`, or leave this slide out until there is one"
    )
    return Problem(WarningCode.NO_EARLIER_REPORT, message, source, hint)


def earlier_report(folder: Folder, files: DeckFiles, history: History, wish: Wish) -> Earlier:
    """The report that is wished for. Raises InvalidInput if there is none."""
    try:
        return _earlier(folder, files, history, wish)
    except _NotFound as told:
        problem = Problem(told.code, told.message, wish.source, told.hint)
        raise InvalidInput([problem]) from None


def tagged(folder: Folder, files: DeckFiles, history: History) -> Iterator[Earlier]:
    """All reports of a deck that have a tag, by their numbers; those it was not part of left out.

    Raises InvalidInput if the history cannot be read; content in no repository has no reports.
    """
    from deckgen.history.running import Unreadable

    source = Source(SourceFile(folder.shown))
    try:
        yield from _tagged(folder, files, history, source)
    except Unreadable as unreadable:
        problem = Problem("no-git", unreadable.message, source, unreadable.hint)
        raise InvalidInput([problem]) from None


def _tagged(
    folder: Folder,
    files: DeckFiles,
    history: History,
    source: Source,
    below: int | None = None,
    most: int | None = None,
) -> Iterator[Earlier]:
    """The last `most` reports with a number `below` another; raises Unreadable."""
    repository = history.of(folder.place)
    if repository is None:
        return
    from deckgen.history.reports import tagged_reports

    for found in tagged_reports(repository, folder.name, below, most):
        snapshot = repository.snapshot(found.commit, folder.place, files.yaml, is_deck_file)
        if snapshot:
            yield _read(folder, found, snapshot, source)


def asked_for(wish: Wish) -> Asked:
    """The wish, as the history is asked."""
    from deckgen.history.reports import Asked

    return Asked(wish.named, wish.below)


def _not_found(told: _NotFound, wish: Wish) -> tuple[Problem, ...]:
    if wish.named is not None:
        raise InvalidInput([Problem(told.code, told.message, wish.source, told.hint)])
    code = WarningCode.NO_EARLIER_REPORT
    if told.code == "no-git":
        code = WarningCode.HISTORY_UNREADABLE
    elif not wish.is_needed:
        return ()
    leave = "" if wish.is_needed else ", or write `marks: false` in deck.yaml"
    return (Problem(code, told.message, wish.source, told.hint + leave),)


def _earlier(folder: Folder, files: DeckFiles, history: History, wish: Wish) -> Earlier:
    repository = history.of(folder.place)
    if repository is None:
        hint = "put the project into a git repository, or leave out what asks for earlier reports"
        raise _NotFound("no-history", "the deck is in no git repository", hint)
    from deckgen.history.running import Unreadable

    try:
        found = _found(repository, folder, wish)
        snapshot = repository.snapshot(found.commit, folder.place, files.yaml, is_deck_file)
    except Unreadable as unreadable:
        raise _NotFound("no-git", unreadable.message, unreadable.hint) from None
    if snapshot is None:
        hint = f"name a later revision, or see what `git ls-tree -r {found.name}` lists"
        raise _NotFound("deck-not-there", f"the deck was not there at {found.name}", hint)
    return _read(folder, found, snapshot, wish.source)


def _found(repository: Repository, folder: Folder, wish: Wish) -> Found:
    from deckgen.history.reports import find_report

    found = find_report(repository, folder.name, asked_for(wish))
    if found is None:
        raise _no_report(repository, folder, wish)
    return found


def _no_report(repository: Repository, folder: Folder, wish: Wish) -> _NotFound:
    hint = ""
    if not wish.is_needed:  # nobody will read why
        pass
    elif repository.is_shallow:
        hint = "only the last part of the history is here: run `git fetch --unshallow --tags`"
    elif wish.named is not None:
        tags = (*repository.tags("report-*"), *repository.tags(f"{folder.name}/report-*"))
        hint = nearest(wish.named, tags, "tags of reports")
    elif wish.below is None:
        hint = "give the deck its number as `report`, or name a revision, tag or day as `since`"
    else:
        tag = f"report-{max(1, wish.below - 1)}"
        hint = f"tag the last report, `git tag {tag} REVISION`, or fetch tags, `git fetch --tags`"
    if wish.named is not None:
        message = f"git knows no revision, tag or day `{wish.named}`"
        return _NotFound("unknown-revision", message, hint)
    smaller = f" with a number below {wish.below}" if wish.below else ""
    message = f"no earlier report of `{folder.name}` has a tag{smaller}"
    return _NotFound("no-tag", message, hint)


def _read(folder: Folder, found: Found, snapshot: Snapshot, source: Source) -> Earlier:
    shown = f"{found.name}:{snapshot.folder}"
    files, beside = snapshot.files, snapshot.beside
    report, mistakes, unread = read_earlier(folder.name, shown, files, beside)
    warnings = tuple(_warnings(shown, snapshot.missing, mistakes, source))
    return Earlier(found, report, unread, warnings)


def _since(report: Report, earlier: Earlier) -> Since | None:
    if earlier.report is None:
        return None
    from deckgen.comparing import compare  # not needed where there is no earlier report

    changes = compare(earlier.report, report, earlier.unread)
    name, commit, number = earlier.found
    return Since(name, commit.id, number, earlier.report, changes)


def _warnings(
    shown: str, missing: Iterable[str], mistakes: tuple[Problem, ...], source: Source
) -> Iterable[Problem]:
    """What of the earlier report had to be left out: once, however much it is."""
    reasons = [f"{path} is not to be had" for path in missing]
    reasons += [f"{mistake.source}: {mistake.message}" for mistake in mistakes]
    if reasons:
        more = f" (and {len(reasons) - 1} more)" if len(reasons) > 1 else ""
        message = f"something of {shown} was left out: {reasons[0]}{more}"
        hint = "nothing needs to be done; what is new may be told as a little more than it is"
        yield Problem(WarningCode.EARLIER_MISTAKES, message, source, hint)


def _check_alike(named: list[Text]) -> None:
    first, *others = named
    message = f"another slide compares with `{first.plain}`, and a deck with one report only"
    hint = "give all slides of the kind `changes` the same `since`"
    problems = [
        Problem("two-earlier-reports", message, other.source, hint)
        for other in others
        if other.plain != first.plain
    ]
    if problems:
        raise InvalidInput(problems)
