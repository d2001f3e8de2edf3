"""`deckgen build` and `deckgen check`: decks, many at once."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator, Sequence
from typing import TYPE_CHECKING, NoReturn, ParamSpec

import click

from deckgen.cli import options
from deckgen.cli.mistakes import mistakes_told

if TYPE_CHECKING:
    from typing import Unpack

    from deckgen.batch import Wanted, Wishes
    from deckgen.outcomes import Outcome

P = ParamSpec("P")

_OF_DECKS = (
    options.strict,
    click.option(
        "--internal",
        "include_internal",
        is_flag=True,
        help="Include the slides marked internal.",
    ),
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
    options.in_root,
    click.argument("decks", metavar="[DECK]...", nargs=-1),
)
"""What `build` and `check` have in common, the last one first.

All but the decks and the jobs are wishes, and called so.
"""


def _takes_decks(command: Callable[P, None]) -> Callable[P, None]:
    for add in _OF_DECKS:
        command = add(command)
    return command


@click.command()
@_takes_decks
@options.output("files")
@click.option("--force", is_flag=True, help="Build decks that are up to date, too.")
@click.option(
    "--overwrite", is_flag=True, help="Replace files that were edited, without keeping them."
)
@click.option("--watch", is_flag=True, help="Go on, and build again whenever files are saved.")
def build(
    decks: tuple[str, ...],
    jobs: int | None,
    force: bool,
    watch: bool,
    **wishes: Unpack[Wishes],
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

    if watch:
        if jobs:
            raise click.UsageError("--watch builds in this process: leave out --jobs.")
        _watch(decks, wishes, force=force)
        return
    order = order_for(**wishes)

    def outcomes(wanted: Sequence[Wanted]) -> Generator[Outcome]:
        return build_each(wanted, order, force=force, jobs=jobs or _cores())

    _run(decks, order.root, outcomes, is_writing=True)


@click.command()
@_takes_decks
def check(decks: tuple[str, ...], jobs: int | None, **wishes: Unpack[Wishes]) -> None:
    """Report the mistakes in each DECK, and write nothing.

    Does all that `deckgen build` does but writing. A DECK is named as for
    `deckgen build`.

    \b
    Examples:
      deckgen check
      deckgen check bielefeld --strict
    """
    from deckgen.batch import check_each, order_for

    order = order_for(**wishes)

    def outcomes(wanted: Sequence[Wanted]) -> Generator[Outcome]:
        return check_each(wanted, order, jobs=jobs or _cores())

    _run(decks, order.root, outcomes, is_writing=False)


def _run(
    decks: Sequence[str],
    root: str,
    outcomes: Callable[[Sequence[Wanted]], Generator[Outcome]],
    *,
    is_writing: bool,
) -> NoReturn:
    from deckgen.batch import SameName, find_wanted
    from deckgen.cli.telling import tell

    with mistakes_told("; nothing was written" if is_writing else ""):
        try:
            wanted = find_wanted(decks or None, root)
        except SameName as same:
            raise click.UsageError(f"{same}; build them one by one, with -o.") from None
        sys.exit(tell(outcomes(wanted), len(wanted), is_writing=is_writing))


def _watch(decks: Sequence[str], wishes: Wishes, *, force: bool) -> None:
    from deckgen.batch import SameName
    from deckgen.cli.live import show_live
    from deckgen.watching import Workshop

    try:
        show_live(Workshop(decks or None, **wishes), force=force)
    except SameName as same:
        raise click.UsageError(f"{same}; watch them one by one, with -o.") from None


def _cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
