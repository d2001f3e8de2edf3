"""Two revisions of a deck compared, and a series of reports at a glance."""

from __future__ import annotations

from pathlib import Path

from deckgen.changes import Changes
from deckgen.comparing import compare
from deckgen.content import Report
from deckgen.earlier import Earlier, Wish, earlier_report, tagged
from deckgen.folders import find_deck
from deckgen.history import History
from deckgen.named import NamedTuple
from deckgen.problems import InvalidInput, Problem, in_command
from deckgen.reading import read_report
from deckgen.standing import Standing, standing


class Review(NamedTuple):
    """What changed in a deck, from one revision to another or to the files as they are (None)."""

    deck: str
    before: str
    after: str | None
    changes: Changes
    warnings: tuple[Problem, ...]


def review(
    deck: str, revisions: tuple[str, ...] = (), *, root: str | Path = ".", history: History
) -> Review:
    """What changed in `deck` from the first revision to the second.

    Without the second it is to the files as they are, without the first since the last report.
    Raises InvalidInput for what is not there or cannot be read.
    """
    folder = find_deck(deck, Path(root))
    files = folder.deck_files()
    given = [Wish(in_command(name), name, is_needed=True) for name in revisions]
    if len(given) == 2:
        before, after = (earlier_report(folder, files, history, wish) for wish in given)
        warnings = (*before.warnings, *after.warnings)
        changes = _compared(before, _understood(after), after.unread)
        return Review(folder.shown, before.found.name, after.found.name, changes, warnings)
    report, _ = read_report(folder.name, folder.shown, files.yaml, files)
    wish = given[0] if given else Wish(report.source, below=report.number, is_needed=True)
    before = earlier_report(folder, files, history, wish)
    changes = _compared(before, report)
    return Review(folder.shown, before.found.name, None, changes, before.warnings)


def _compared(before: Earlier, report: Report, unread: frozenset[str] = frozenset()) -> Changes:
    return compare(_understood(before), report, before.unread | unread)


def _understood(earlier: Earlier) -> Report:
    if earlier.report is None:
        raise InvalidInput(earlier.warnings)
    return earlier.report


class SeriesOf(NamedTuple):
    """The reports of a deck that have tags, by their numbers, and at last the files as they are.

    `warnings` tell what of them had to be left out; a report of which nothing can be understood is.
    """

    standings: tuple[Standing, ...]
    warnings: tuple[Problem, ...]


def series(deck: str, *, root: str | Path = ".", history: History) -> SeriesOf:
    """The series of a deck. Raises InvalidInput for what is not there or cannot be read."""
    folder = find_deck(deck, Path(root))
    files = folder.deck_files()
    report, _ = read_report(folder.name, folder.shown, files.yaml, files)
    reports = tuple(tagged(folder, files, history))
    earlier = filter(None, (each.standing for each in reports))
    warnings = tuple(warning for each in reports for warning in each.warnings)
    return SeriesOf((*earlier, standing(report)), warnings)
