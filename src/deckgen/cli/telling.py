"""What the commands say: lines about decks, their mistakes and warnings, and a sum."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterable, Sequence
from contextlib import closing

import click

from deckgen.cli.progress import Progress
from deckgen.outcomes import Built, Failed, Outcome, UpToDate
from deckgen.problems import Problem, shown


class Troubles:
    """Mistakes and warnings of many decks, in their order; what decks share comes once."""

    def __init__(
        self, outcomes: Iterable[Outcome] = (), *, warnings: Iterable[Problem] = ()
    ) -> None:
        self.mistakes: dict[Problem, None] = {}
        self.warnings = dict.fromkeys(warnings)
        for outcome in outcomes:
            self.add(outcome)

    def __bool__(self) -> bool:
        return bool(self.mistakes or self.warnings)

    def add(self, outcome: Outcome) -> None:
        """Take in what is wrong with a deck."""
        if isinstance(outcome, Failed):
            self.mistakes |= dict.fromkeys(outcome.problems)
        elif not isinstance(outcome, UpToDate):
            self.warnings |= dict.fromkeys(outcome.warnings)

    def tell(self, ending: str = "", *, knows_strict: bool = True) -> None:
        """Show the mistakes, their number with the `ending`, and the table of warnings.

        What `--strict` would make of these is told where there is that option.
        """
        for mistake in self.mistakes:
            click.echo(f"{mistake}\n", err=True)
        if self.mistakes:
            click.echo(_sum_of(tuple(self.mistakes)) + ending, err=True)
        if self.mistakes and self.warnings:
            click.echo(err=True)
        if self.warnings:
            _warn(tuple(self.warnings), knows_strict=knows_strict)


def tell(outcomes: Generator[Outcome], total: int, *, is_writing: bool) -> int:
    """Tell of every deck in its turn, at the end of what is wrong with any; the exit code."""
    troubles, done, good = Troubles(), 0, 0
    try:
        # Closed by name: at an interrupt nothing may wait for what nobody will take.
        with closing(outcomes), closing(_with_progress(outcomes, total)) as told:
            for outcome in told:
                troubles.add(outcome)
                done += 1
                good += not isinstance(outcome, Failed)
    except KeyboardInterrupt:
        click.echo(f"interrupted after {done} of {total} decks", err=True)
        raise
    written = f"{good} of {total} decks written" if good else "nothing was written"
    troubles.tell(f"; {written}" if is_writing else "")
    return 1 if troubles.mistakes else 0


def _with_progress(outcomes: Iterable[Outcome], total: int) -> Generator[Outcome]:
    """The outcomes; a line about each is shown, and below it on a terminal how far we are."""
    progress = Progress(total, sys.stderr)
    progress.show()
    try:
        for outcome in outcomes:
            progress.hide()
            tell_of(outcome)
            progress.advance(is_work=not isinstance(outcome, UpToDate))
            progress.show()
            yield outcome
    finally:
        progress.hide()


def tell_of(outcome: Outcome) -> None:
    """A line about a deck, unless it has mistakes."""
    if isinstance(outcome, UpToDate):
        click.echo(f"{shown(outcome.shown)}  up to date")
    elif not isinstance(outcome, Failed):
        size = f", {max(1, round(outcome.size / 1000))} kB" if isinstance(outcome, Built) else ""
        amount = f"{count(outcome.slides, 'slide')}{size}, {outcome.seconds:.1f} s"
        click.echo(f"{shown(outcome.shown)}  {amount}")


def count(number: int, noun: str) -> str:
    """`1 slide`, `2 slides`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _sum_of(mistakes: Sequence[Problem]) -> str:
    files = {m.source.file.path for m in mistakes if not m.source.file.is_command}
    places = f" in {len(files)} files" if len(files) > 1 else ""
    return count(len(mistakes), "mistake") + places


def _warn(warnings: Sequence[Problem], *, knows_strict: bool) -> None:
    from shutil import get_terminal_size

    from deckgen.warning_table import warning_table

    # In a pipe or a file a warning is one line, so that grep finds it whole.
    width = get_terminal_size().columns if sys.stderr.isatty() else None
    counting = "it counts as a mistake" if len(warnings) == 1 else "they count as mistakes"
    click.echo(warning_table(warnings, width), err=True)
    ending = f"; with --strict {counting}" if knows_strict else ""
    click.echo(count(len(warnings), "warning") + ending, err=True)
