"""The commands. Only this module prints, exits and knows click."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from io import TextIOWrapper
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple, NoReturn, ParamSpec

import click

from deckgen import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from deckgen.building import Looks
    from deckgen.problems import Problem

P = ParamSpec("P")


class Outcome(NamedTuple):
    """What became of a deck: a line about it, or its mistakes; and perhaps warnings."""

    line: str | None = None
    mistakes: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()


def main() -> NoReturn:
    """Run the command line and exit: 0 for success, 1 for mistakes, 2 for wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        # Not every terminal and pipe knows every letter; a question mark beats a crash.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    sys.exit(commands(prog_name="deckgen"))


@click.group(epilog="Start with `deckgen build`: it builds every deck under content/.")
@click.version_option(__version__, message="%(prog)s %(version)s")
def commands() -> None:
    """Turn a city's project status, written as YAML, into the deck its council sees.

    \b
    Examples:
      deckgen check
      deckgen build
      deckgen build bielefeld -o /tmp
    """


def _takes_decks(command: Callable[P, None]) -> Callable[P, None]:
    for add in (
        click.option("--strict", is_flag=True, help="Take warnings for mistakes."),
        click.option("--internal", is_flag=True, help="Include the slides marked internal."),
        click.option("--theme", metavar="NAME", help="Use this theme, not the deck's own."),
        click.option(
            "-C",
            "root",
            metavar="DIR",
            default=".",
            type=click.Path(exists=True, file_okay=False),
            help="Work as if started in DIR.",
        ),
        click.argument("decks", metavar="[DECK]...", nargs=-1),
    ):
        command = add(command)
    return command


@commands.command()
@_takes_decks
@click.option(
    "-o",
    "output",
    metavar="DIR",
    default="output",
    show_default=True,
    type=click.Path(),
    help="Write the files to DIR.",
)
def build(
    decks: tuple[str, ...],
    root: str,
    output: str,
    theme: str | None,
    internal: bool,
    strict: bool,
) -> None:
    """Write each DECK as a PowerPoint file.

    A DECK is a name under content/, a folder, or the path of a deck.yaml; without
    one, all decks under content/ are built. A deck with mistakes is not written:
    its older file stays as it was, and the other decks are built all the same.

    \b
    Examples:
      deckgen build
      deckgen build bielefeld
      deckgen build bielefeld paderborn -o /tmp --internal
      deckgen build drafts/march/deck.yaml --theme default
    """
    from deckgen.building import build as build_deck

    def attempt(deck: str, looks: Looks) -> Outcome:
        start = perf_counter()
        built = build_deck(
            deck,
            output=output,
            theme=theme,
            include_internal=internal,
            is_strict=strict,
            looks=looks,
        )
        kilobytes = max(1, round(built.size / 1000))
        amount = f"{_count(built.slides, 'slide')}, {kilobytes} kB, {_seconds_since(start)}"
        return Outcome(f"{built.shown}  {amount}", warnings=built.warnings)

    _run(decks, root, attempt, is_writing=True)


@commands.command()
@_takes_decks
def check(
    decks: tuple[str, ...], root: str, theme: str | None, internal: bool, strict: bool
) -> None:
    """Report the mistakes in each DECK, and write nothing.

    Does all that `deckgen build` does but writing. A DECK is named as for
    `deckgen build`.

    \b
    Examples:
      deckgen check
      deckgen check bielefeld --strict
    """
    from deckgen.building import typeset

    def attempt(deck: str, looks: Looks) -> Outcome:
        start = perf_counter()
        folder, pages, _, warnings = typeset(
            deck, looks, theme=theme, include_internal=internal, is_strict=strict
        )
        amount = f"{_count(len(pages.pages), 'slide')}, {_seconds_since(start)}"
        return Outcome(f"{folder.shown}  {amount}", warnings=warnings)

    _run(decks, root, attempt, is_writing=False)


Attempt = Callable[[str, "Looks"], Outcome]


def _run(decks: Sequence[str], root: str, attempt: Attempt, *, is_writing: bool) -> NoReturn:
    outcomes = list(_outcomes(decks, root, attempt))
    mistakes = list(dict.fromkeys(problem for each in outcomes for problem in each.mistakes))
    warnings = list(dict.fromkeys(problem for each in outcomes for problem in each.warnings))
    if mistakes:
        _complain([str(problem) for problem in mistakes])
        click.echo(_sum_up(mistakes, outcomes, is_writing), err=True)
    if mistakes and warnings:
        click.echo(err=True)
    if warnings:
        _warn(warnings)
    sys.exit(1 if mistakes else 0)


def _outcomes(decks: Sequence[str], root: str, attempt: Attempt) -> Iterator[Outcome]:
    """What became of each deck; its line is shown at once, or after the progress bar."""
    from deckgen.building import Looks
    from deckgen.folders import deck_names
    from deckgen.problems import InvalidInput

    try:
        looks = Looks(root)
        wanted = _each_once(decks, looks.root) or deck_names(looks.root)
    except InvalidInput as invalid:
        yield Outcome(mistakes=invalid.problems)
        return

    def outcome(deck: str) -> Outcome:
        try:
            return attempt(deck, looks)
        except InvalidInput as invalid:
            return Outcome(mistakes=invalid.problems)

    for done in _with_progress(wanted, outcome):
        if done.line:
            click.echo(done.line)
        yield done


def _with_progress(decks: Sequence[str], outcome: Callable[[str], Outcome]) -> Iterator[Outcome]:
    if len(decks) == 1 or not (sys.stdout.isatty() and sys.stderr.isatty()):
        yield from map(outcome, decks)
        return
    with click.progressbar(decks, file=sys.stderr, show_pos=True) as bar:
        outcomes = [outcome(deck) for deck in bar]
    yield from outcomes


def _each_once(decks: Sequence[str], root: Path) -> tuple[str, ...]:
    """`decks` without repetitions; wrong usage if two would be written to one file."""
    from deckgen.folders import find_deck
    from deckgen.problems import InvalidInput

    found: dict[str, str] = {}
    kept: dict[str, None] = {}
    for deck in decks:
        try:
            folder = find_deck(deck, root)
        except InvalidInput:
            kept[deck] = None  # building it will say what is wrong
            continue
        if found.setdefault(folder.name, folder.shown) != folder.shown:
            both = f"{found[folder.name]} and {folder.shown}"
            raise click.UsageError(f"{both} have one name; build them one by one, with -o.")
        kept[folder.shown] = None
    return tuple(kept)


def _complain(paragraphs: Sequence[str]) -> None:
    for paragraph in paragraphs:
        click.echo(f"{paragraph}\n", err=True)


def _warn(warnings: Sequence[Problem]) -> None:
    from shutil import get_terminal_size

    from deckgen.warning_table import warning_table

    # In a pipe or a file a warning is one line, so that grep finds it whole.
    width = get_terminal_size().columns if sys.stderr.isatty() else None
    counting = "it counts as a mistake" if len(warnings) == 1 else "they count as mistakes"
    click.echo(warning_table(warnings, width), err=True)
    click.echo(f"{_count(len(warnings), 'warning')}; with --strict {counting}", err=True)


def _sum_up(mistakes: Sequence[Problem], outcomes: Sequence[Outcome], is_writing: bool) -> str:
    files = {problem.source.file.path for problem in mistakes}
    places = f" in {len(files)} files" if len(files) > 1 else ""
    written = sum(outcome.line is not None for outcome in outcomes)
    ending = f"{written} of {len(outcomes)} decks written" if written else "nothing was written"
    return _count(len(mistakes), "mistake") + places + (f"; {ending}" if is_writing else "")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _seconds_since(start: float) -> str:
    return f"{perf_counter() - start:.1f} s"
