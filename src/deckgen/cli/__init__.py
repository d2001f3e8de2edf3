"""The commands. Only this package prints, exits and knows click."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from io import TextIOWrapper
from typing import TYPE_CHECKING, NoReturn, ParamSpec

import click

from deckgen import __version__
from deckgen.cli.lint import lint
from deckgen.cli.past import diff, log, show
from deckgen.cli.themes import theme as theme_commands

if TYPE_CHECKING:
    from deckgen.batch import Order, Wanted
    from deckgen.outcomes import Outcome

P = ParamSpec("P")

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


for each in (diff, lint, log, show, theme_commands):
    commands.add_command(each)


def _takes_decks(command: Callable[P, None]) -> Callable[P, None]:
    for add in (
        click.option("--strict", is_flag=True, help="Take warnings for mistakes."),
        click.option("--internal", is_flag=True, help="Include the slides marked internal."),
        click.option(
            "--jobs",
            metavar="N",
            type=click.IntRange(min=1),
            help="Work in N processes.  [default: one for each core]",
        ),
        click.option(
            "--since",
            metavar="REV",
            help="Compare with this revision, tag or day, not with the last report.",
        ),
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
@click.option("--force", is_flag=True, help="Build decks that are up to date, too.")
@click.option(
    "--overwrite", is_flag=True, help="Replace files that were edited, without keeping them."
)
@click.option("--watch", is_flag=True, help="Go on, and build again whenever files are saved.")
def build(
    decks: tuple[str, ...],
    root: str,
    output: str,
    theme: str | None,
    since: str | None,
    internal: bool,
    strict: bool,
    jobs: int | None,
    force: bool,
    overwrite: bool,
    watch: bool,
) -> None:
    """Write each DECK as a PowerPoint file.

    A DECK is a name under content/, a folder, or the path of a deck.yaml; without
    one, all decks under content/ are built. A deck with mistakes is not written:
    its older file stays as it was, and the other decks are built all the same. A
    deck that did not change since its file was written is left alone. A file that
    somebody has edited since then is kept beside the new one.

    \b
    Examples:
      deckgen build
      deckgen build bielefeld
      deckgen build bielefeld paderborn -o /tmp --internal
      deckgen build drafts/march/deck.yaml --theme default
      deckgen build bielefeld --watch
    """
    from deckgen.batch import build_each, order_for

    order = order_for(root, output, theme, internal, strict, overwrite, since)
    if watch:
        if jobs:
            raise click.UsageError("--watch builds in this process: leave out --jobs.")
        _watch(decks, order, force=force)
        return

    def outcomes(wanted: Sequence[Wanted]) -> Generator[Outcome]:
        return build_each(wanted, order, force=force, jobs=jobs or _cores())

    _run(decks, root, outcomes, is_writing=True)


@commands.command()
@_takes_decks
def check(
    decks: tuple[str, ...],
    root: str,
    theme: str | None,
    since: str | None,
    internal: bool,
    strict: bool,
    jobs: int | None,
) -> None:
    """Report the mistakes in each DECK, and write nothing.

    Does all that `deckgen build` does but writing. A DECK is named as for
    `deckgen build`.

    \b
    Examples:
      deckgen check
      deckgen check bielefeld --strict
    """
    from deckgen.batch import check_each, order_for

    order = order_for(root, theme=theme, include_internal=internal, is_strict=strict, since=since)

    def outcomes(wanted: Sequence[Wanted]) -> Generator[Outcome]:
        return check_each(wanted, order, jobs=jobs or _cores())

    _run(decks, root, outcomes, is_writing=False)


def _run(
    decks: Sequence[str],
    root: str,
    outcomes: Callable[[Sequence[Wanted]], Generator[Outcome]],
    *,
    is_writing: bool,
) -> NoReturn:
    from deckgen.batch import SameName, find_wanted
    from deckgen.cli.telling import Troubles, tell
    from deckgen.outcomes import Failed
    from deckgen.problems import InvalidInput

    try:
        wanted = find_wanted(decks or None, root)
        sys.exit(tell(outcomes(wanted), len(wanted), is_writing=is_writing))
    except SameName as same:
        raise click.UsageError(f"{same}; build them one by one, with -o.") from None
    except InvalidInput as invalid:
        Troubles([Failed("", invalid.problems)]).tell("; nothing was written" if is_writing else "")
        sys.exit(1)


def _watch(decks: Sequence[str], order: Order, *, force: bool) -> None:
    from deckgen.batch import SameName
    from deckgen.cli.live import show_live
    from deckgen.watching import Workshop

    workshop = Workshop(
        decks or None,
        root=order.root,
        output=order.output,
        theme=order.theme,
        include_internal=order.include_internal,
        is_strict=order.is_strict,
        overwrite=order.overwrite,
        since=order.since,
    )
    try:
        show_live(workshop, force=force)
    except SameName as same:
        raise click.UsageError(f"{same}; watch them one by one, with -o.") from None


def _cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
