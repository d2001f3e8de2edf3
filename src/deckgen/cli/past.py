"""`deckgen diff`, `deckgen log` and `deckgen show`: what a deck was, and what a file is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from deckgen.cli import options
from deckgen.cli.mistakes import mistakes_told
from deckgen.named import NamedTuple

if TYPE_CHECKING:
    from deckgen.cli.telling import Troubles
    from deckgen.outcomes import Failed
    from deckgen.problems import Problem
    from deckgen.reviewing import Review

TROUBLE = 2
"""The exit code where nothing could be compared: 1 says that there are changes."""


@click.command()
@click.argument("words", metavar="[DECK] [REV [REV]]", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="For people, for a merge request, or for programs.",
)
@options.language("en-GB", "What the changes are told in.")
@options.in_root
def diff(words: tuple[str, ...], form: str, language: str, root: str) -> None:
    """Tell what changed in DECK from one revision to another.

    Without a REV it is compared with the last report, as a slide would be; with one REV, that
    is compared with the files here. A REV is whatever git knows as one, or a day. Without
    a DECK all decks are meant. Only the meaning counts, not the order or the markup.

    Ends with 0 if nothing changed, with 1 if something did, and with 2 if it cannot be told.

    \b
    Examples:
      deckgen diff bielefeld
      deckgen diff bielefeld report-4 report-5
      deckgen diff bielefeld 2025-01-31
      deckgen diff main --format markdown
    """
    from shutil import get_terminal_size

    from deckgen.cli.changes import FORMS, fitted
    from deckgen.language import language as called

    with mistakes_told(exit_code=TROUBLE):
        meant = _decks_and_revisions(words, root)
    reviews, failures = _reviews(meant, root)
    if reviews:
        lines = FORMS[form](reviews, called(language))
        if form == "text" and sys.stdout.isatty():  # in a pipe a change is one line, for grep
            lines = fitted(lines, get_terminal_size().columns)
        click.echo("\n".join(lines))
    troubles = _troubles(failures, reviews)
    troubles.tell(knows_strict=False)
    if failures:
        sys.exit(TROUBLE)
    sys.exit(1 if any(review.changes.all for review in reviews) else 0)


@click.command()
@click.argument("decks", metavar="[DECK]...", nargs=-1)
@options.in_root
def log(decks: tuple[str, ...], root: str) -> None:
    """List the reports of each DECK that have tags.

    There is a line for each report, and at last one for the files as they are.

    \b
    Examples:
      deckgen log
      deckgen log bielefeld
    """
    from pathlib import Path

    from deckgen.cli.changes import series_lines
    from deckgen.cli.telling import Troubles
    from deckgen.folders import deck_names
    from deckgen.history import History
    from deckgen.reviewing import series

    warnings: list[Problem] = []
    with mistakes_told():
        history = History()
        for deck in decks or deck_names(Path(root)):
            found = series(deck, root=root, history=history)
            click.echo("\n".join(series_lines(deck, found.standings)))
            warnings += found.warnings
    Troubles([], warnings=warnings).tell(knows_strict=False)


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False))
def show(file: str) -> None:
    """Tell where a deck's FILE comes from.

    That is the revision of its content, its theme, and whether somebody has edited the
    file since deckgen wrote it.

    \b
    Examples:
      deckgen show output/bielefeld.pptx
      git show "$(deckgen show march.pptx | grep -o '[0-9a-f]\\{40\\}' | head -n 1)"
    """
    from pathlib import Path

    from deckgen.cli.changes import provenance_lines
    from deckgen.files import read_file
    from deckgen.templates.properties import properties_in
    from deckgen.writing.pptx import is_sealed

    with mistakes_told():
        content = read_file(Path(file), Path())
        title, provenance = properties_in(file, content)
        lines = provenance_lines(file, title, provenance, is_sealed=is_sealed(content))
        click.echo("\n".join(lines))


class _Meant(NamedTuple):
    """The decks and the revisions that are meant, and why the first word is no deck, if so."""

    decks: list[str]
    revisions: tuple[str, ...]
    no_deck: tuple[Problem, ...] = ()


def _decks_and_revisions(words: tuple[str, ...], root: str) -> _Meant:
    """What is meant by the words: the first is a deck if there is such one."""
    from pathlib import Path

    from deckgen.folders import deck_names, find_deck
    from deckgen.problems import InvalidInput

    place = Path(root)
    if not words:
        return _Meant(list(deck_names(place)), ())
    if len(words) > 3:
        raise click.UsageError("at most two revisions can be compared.")
    try:
        find_deck(words[0], place)
    except InvalidInput as invalid:
        if len(words) > 2:
            raise
        return _Meant(list(deck_names(place)), words, invalid.problems)
    return _Meant([words[0]], words[1:])


def _reviews(meant: _Meant, root: str) -> tuple[list[Review], list[Failed]]:
    """What changed in each deck, and the decks of which it cannot be told."""
    from deckgen.history import History
    from deckgen.outcomes import Failed
    from deckgen.problems import InvalidInput
    from deckgen.reviewing import review

    history, reviews, failures = History(), [], []
    for deck in meant.decks:
        try:
            reviews.append(review(deck, meant.revisions, root=root, history=history))
        except InvalidInput as invalid:
            places = {str(problem.source) for problem in invalid.problems}
            # Where a word is no revision, either, it is told why it is no deck.
            also = [problem for problem in meant.no_deck if str(problem.source) in places]
            failures.append(Failed(deck, (*also, *invalid.problems)))
    return reviews, failures


def _troubles(failures: list[Failed], reviews: list[Review]) -> Troubles:
    from deckgen.cli.telling import Troubles

    return Troubles(failures, warnings=[w for review in reviews for w in review.warnings])
