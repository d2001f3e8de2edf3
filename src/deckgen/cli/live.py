"""`deckgen build --watch`: shows what is wrong now, and nothing of what was wrong before."""

from __future__ import annotations

import sys

import click

from deckgen.cli.telling import Troubles, tell_of
from deckgen.outcomes import Built, Outcome
from deckgen.watching import Workshop, watch

_WATCHING = "watching for changes; Ctrl-C ends"


def show_live(workshop: Workshop, *, force: bool) -> None:
    """Build, watch and tell until Ctrl-C."""
    is_screen = sys.stdout.isatty() and sys.stderr.isatty()
    troubled: set[str] = set()
    is_first = True
    try:
        for outcomes in watch(workshop, force=force):
            troubles = Troubles(workshop.states.values())
            if is_screen and troubled:
                click.clear()
            _tell_round(outcomes, troubles, troubled, is_first)
            troubled = {deck for deck, state in workshop.states.items() if Troubles([state])}
            is_first = False
    except OSError as error:  # such as more folders than the system watches for one user
        raise click.ClickException(f"cannot watch: {error}") from None
    except KeyboardInterrupt:
        click.echo()


def _tell_round(
    outcomes: tuple[Outcome, ...], troubles: Troubles, troubled: set[str], is_first: bool
) -> None:
    for outcome in outcomes:
        # By a theme's change many decks are looked at that stay as they were.
        if is_first or isinstance(outcome, Built) or outcome.deck in troubled:
            tell_of(outcome)
    troubles.tell()
    if troubled and not troubles:
        click.echo("all is well again")
    if is_first:
        click.echo(_WATCHING)
