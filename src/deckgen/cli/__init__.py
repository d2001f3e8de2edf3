"""The commands. Only this package prints, exits and knows click."""

from __future__ import annotations

import sys
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
    for stream in (sys.stdout, sys.stderr):
        # Not every terminal and pipe knows every letter; a question mark beats a crash.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    sys.exit(commands(prog_name="deckgen"))


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
