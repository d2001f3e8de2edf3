"""The commands. Only this package prints, exits and knows click."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import NoReturn

import click

from deckgen import __version__
from deckgen.cli.decks import build, check
from deckgen.cli.lint import lint
from deckgen.cli.past import diff, log, show
from deckgen.cli.themes import theme as theme_commands

INTERRUPTED = 130
"""What shells expect of a program that Ctrl-C has ended."""


def main() -> NoReturn:
    """Run the command line and exit: 0 for success, 1 for mistakes, 2 for wrong usage.

    An interrupt makes it 130.
    """
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        # Not every terminal and pipe knows every letter; a question mark beats a crash.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        sys.exit(commands(prog_name="deckgen"))
    except (OSError, MemoryError) as error:
        _give_up(error)


def _open_what_is_closed() -> None:
    """Without a standard stream, what is said goes nowhere, and no file may get its number."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(number)
    sys.stdout = sys.stdout or os.fdopen(1, "w", closefd=False)
    sys.stderr = sys.stderr or os.fdopen(2, "w", closefd=False)


def _give_up(error: OSError | MemoryError) -> NoReturn:
    """Tell what the system refuses to do, be it only to take what is printed."""
    reason = str(error) if isinstance(error, OSError) else "there is not enough memory"
    with suppress(OSError):
        click.echo(f"deckgen cannot go on: {reason}", err=True)
        click.echo("  hint: look at the disk and the memory; --jobs 1 needs least", err=True)
    # What could not be printed is not tried again at the very end.
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (1, 2):
        os.dup2(nowhere, number)
    sys.exit(1)


class _Commands(click.Group):
    """Commands that an interrupt ends with the exit code that shells expect."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)


@click.group(
    cls=_Commands, epilog="Start with `deckgen build`: it builds every deck under content/."
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def commands() -> None:
    """Turn a city's project status, written as YAML, into the deck its council sees.

    \b
    Examples:
      deckgen check
      deckgen build
      deckgen build bielefeld -o /tmp
    """


for each in (build, check, diff, lint, log, show, theme_commands):
    commands.add_command(each)
