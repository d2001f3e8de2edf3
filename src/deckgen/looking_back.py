"""Looking back in a build: what is new since the last report, and the series of reports so far."""

from __future__ import annotations

from deckgen.changes import Since
from deckgen.content import Report, Text, Trended, WhatIsNew
from deckgen.earlier import Earlier, NoEarlierReport, Wish, find_earlier, no_history, series_of
from deckgen.files import DeckFiles
from deckgen.folders import Folder
from deckgen.history import History
from deckgen.named import NamedTuple
from deckgen.problems import InvalidInput, Problem, Source, WarningCode, in_command
from deckgen.standing import Standing, standing


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


def look_back(
    report: Report, folder: Folder, files: DeckFiles, history: History, option: str | None = None
) -> Retrospect:
    """What is new in `report`, made from the `files` in `folder`, since an earlier one.

    Raises InvalidInput if one was named that is not there. One that is looked for by itself and
    not found is worth a warning where a slide needs it.
    """
    wish = _wish(report, option)
    since, warnings = _since_then(report, folder, files, history, wish) if wish else (None, ())
    series, others = _so_far(report, folder, files, history)
    known = {warning.message for warning in warnings}
    new = tuple(warning for warning in others if warning.message not in known)
    span = (report.number, _most_earlier(report))
    return Retrospect(since, (*warnings, *new), wish, series, span)


def _wish(report: Report, option: str | None) -> Wish | None:
    """What a deck is to be compared with, by its slides, by its marks, or by an `option`.

    Raises InvalidInput if its slides differ in that.
    """
    topics = [topic for topic in report.topics if isinstance(topic, WhatIsNew)]
    named = [topic.since for topic in topics if topic.since]
    if option is not None:
        return Wish(in_command("--since"), option, is_needed=True)
    if named:
        _check_alike(named)
        return Wish(named[0].source, named[0].plain, is_needed=True)
    if topics:
        return Wish(topics[0].source, below=report.number, is_needed=True)
    return Wish(report.source, below=report.number) if report.has_marks and report.number else None


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


def _since_then(
    report: Report, folder: Folder, files: DeckFiles, history: History, wish: Wish
) -> tuple[Since | None, tuple[Problem, ...]]:
    try:
        earlier = find_earlier(folder, files, history, wish)
    except NoEarlierReport as missing:
        return None, _not_found(missing, wish)
    return _since(report, earlier), earlier.warnings


def _not_found(missing: NoEarlierReport, wish: Wish) -> tuple[Problem, ...]:
    """A mistake if the report was named, a warning if a slide needs it, else nothing.

    That the history cannot be read is worth a warning in any case.
    """
    if wish.named is not None:
        raise InvalidInput([missing.as_problem(wish)])
    code = WarningCode.NO_EARLIER_REPORT
    if missing.code == "no-git":
        code = WarningCode.HISTORY_UNREADABLE
    elif not wish.is_needed:
        return ()
    leave = "" if wish.is_needed else ", or write `marks: false` in deck.yaml"
    return (Problem(code, missing.message, wish.source, missing.hint + leave),)


def _since(report: Report, earlier: Earlier) -> Since | None:
    if earlier.report is None:
        return None
    from deckgen.comparing import compare  # not needed where there is no earlier report

    changes = compare(earlier.report, report, earlier.unread)
    name, commit, number = earlier.found
    return Since(name, commit.id, number, earlier.report, changes)


def _so_far(
    report: Report, folder: Folder, files: DeckFiles, history: History
) -> tuple[tuple[Standing, ...], tuple[Problem, ...]]:
    """The reports that trends show, this one the last of them, and warnings."""
    trends = [topic for topic in report.topics if isinstance(topic, Trended)]
    if not trends:
        return (), ()
    from deckgen.history.running import Unreadable

    source, most = trends[0].source, _most_earlier(report)
    try:
        found = tuple(series_of(folder, files, history, source, report.number, most))
    except Unreadable as unreadable:
        code = WarningCode.HISTORY_UNREADABLE
        return (), (Problem(code, unreadable.message, source, unreadable.hint),)
    told = tuple(filter(None, (each.standing for each in found)))
    warnings = tuple(warning for each in found for warning in each.warnings)
    if not told:
        is_in_git = history.of(folder.place) is not None
        return (), (*warnings, _no_series(report, folder, source, is_in_git=is_in_git))
    return (*told, standing(report)), warnings


def _no_series(report: Report, folder: Folder, source: Source, *, is_in_git: bool) -> Problem:
    if not is_in_git:
        missing = no_history()
        return Problem(WarningCode.NO_EARLIER_REPORT, missing.message, source, missing.hint)
    message = f"a trend needs an earlier report, and none of `{folder.name}` has a tag"
    tag = f"report-{max(1, (report.number or 2) - 1)}"
    hint = (
        f"tag the last report, `git tag {tag} REVISION`, or leave this slide out until there is one"
    )
    return Problem(WarningCode.NO_EARLIER_REPORT, message, source, hint)


def _most_earlier(report: Report) -> int | None:
    """How many reports before this one slides show, if they show any."""
    wanted = [topic.reports - 1 for topic in report.topics if isinstance(topic, Trended)]
    return max(wanted, default=None)
