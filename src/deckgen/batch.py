"""Many decks: what is up to date is left alone, the rest is built, here or by an executor.

What is up to date is found out here, and finding out must stay fast: the pipeline is
imported only where something is built.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from deckgen.files import shown_path
from deckgen.folders import Folder, deck_names, find_deck, find_themes, output_file
from deckgen.freshness import Freshness, Options
from deckgen.history import History
from deckgen.named import NamedTuple
from deckgen.outcomes import Built, Checked, Failed, UpToDate
from deckgen.problems import InvalidInput, lightened
from deckgen.workers import Ready, spread

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from typing import Unpack

    from deckgen.looks import Looks


class Wishes(TypedDict, total=False):
    """What may be wished of every deck of a run: the options of `build`, called as there."""

    root: str | Path
    output: str | Path
    theme: str | None
    include_internal: bool
    is_strict: bool
    overwrite: bool
    since: str | None


class Order(NamedTuple):
    """What is wanted of every deck of a run; small, for it is sent along with each of them.

    A worker that outlives the run must not take its themes for those of the next: their
    `run` differs.
    """

    root: str
    output: str
    options: Options
    is_strict: bool
    overwrite: bool
    run: str

    def anew(self) -> Order:
        """The same order for another run: its themes are read again."""
        return self._replace(run=os.urandom(16).hex())


class Wanted(NamedTuple):
    """A deck as it was asked for, and its folder, if there is one."""

    deck: str
    folder: Folder | None


class SameName(ValueError):
    """Two decks of one name would be written to one file."""


def build_all(
    decks: Iterable[str | Path] | None = None,
    *,
    force: bool = False,
    jobs: int = 1,
    executor: Executor | None = None,
    **wishes: Unpack[Wishes],
) -> Iterator[Built | UpToDate | Failed]:
    """Build many decks, by default all under `content`; what became of each comes in their order.

    The `wishes` are options of `build`. A deck whose content, theme, options and program are
    as they were when its file was written is left alone, unless `force`. One with
    mistakes is a `Failed`, and the next ones are built all the same.

    With one job all is done in this process, with more in as many processes, where there
    are decks enough. Any `executor` may do the building instead: threads, processes or
    machines that have deckgen and see the same folders. It is not shut down.

    Outcomes are made while they are taken, and only those not taken yet are kept. Raises
    InvalidInput if there are no decks, SameName if two would be written to one file.
    """
    order = order_for(**wishes)
    wanted = find_wanted(decks, order.root)
    return build_each(wanted, order, force=force, jobs=jobs, executor=executor)


def order_for(
    *,
    root: str | Path = ".",
    output: str | Path = "output",
    theme: str | None = None,
    include_internal: bool = False,
    is_strict: bool = False,
    overwrite: bool = False,
    since: str | None = None,
) -> Order:
    """An order for a run that begins now. Its paths hold wherever it is sent."""
    options = Options(theme, include_internal, since)
    return Order(str(_whole(root)), str(output), options, is_strict, overwrite, run="").anew()


def find_wanted(decks: Iterable[str | Path] | None, root: str | Path) -> tuple[Wanted, ...]:
    """The decks, each once; all under `content` if none is named.

    Raises InvalidInput if there are none, SameName if two would be written to one file.
    """
    place = _whole(root)
    names = deck_names(place) if decks is None else [str(deck) for deck in decks]
    found: dict[str, Wanted] = {}
    for wanted in (_wanted(name, place) for name in names):
        key = wanted.folder.name if wanted.folder else f"{wanted.deck}/"
        if found.setdefault(key, wanted).deck != wanted.deck:
            raise SameName(f"{found[key].deck} and {wanted.deck} have one name")
    return tuple(found.values())


def _whole(root: str | Path) -> Path:
    return Path(os.path.abspath(root))  # noqa: PTH100 - Path.absolute leaves `..` in what is shown


def _wanted(deck: str, root: Path) -> Wanted:
    try:
        folder = find_deck(deck, root)
    except InvalidInput:
        return Wanted(deck, None)  # building it will say what is wrong
    return Wanted(folder.shown, folder)


def build_each(
    wanted: Sequence[Wanted],
    order: Order,
    *,
    force: bool = False,
    jobs: int = 1,
    executor: Executor | None = None,
) -> Generator[Built | UpToDate | Failed]:
    """What becomes of the `wanted` decks; `build_all` tells the rest."""
    steps = _decks(wanted) if force else _steps(wanted, order)
    work = partial(build_one, order)
    return spread(work, steps, len(wanted), jobs, executor, _import_pipeline)


def check_each(
    wanted: Sequence[Wanted], order: Order, *, jobs: int = 1
) -> Generator[Checked | Failed]:
    """Whether the `wanted` decks are without mistakes; every one of them is looked at."""
    work = partial(check_one, order)
    return spread(work, _decks(wanted), len(wanted), jobs, prepare=_import_pipeline)


def _decks(wanted: Sequence[Wanted]) -> Iterator[str]:
    return (each.deck for each in wanted)


def _steps(wanted: Iterable[Wanted], order: Order) -> Iterator[str | Ready[UpToDate]]:
    """The decks to be built, and between them those that are up to date."""
    root = Path(order.root)
    freshness = Freshness(find_themes(root), order.options, _history(order.run))
    for deck, folder in wanted:
        path = output_file(root, order.output, folder) if folder else None
        if folder and path and freshness.is_up_to_date(folder, path):
            yield Ready(UpToDate(deck, path, shown_path(path, root)))
        else:
            yield deck


def build_one(order: Order, deck: str) -> Built | Failed:
    """Build a deck, in whatever process this is."""
    from deckgen.building import write_deck

    options, is_strict, overwrite = order.options, order.is_strict, order.overwrite
    try:
        looks = _looks(order.root, order.run)
        built = write_deck(
            deck, looks, options, order.output, is_strict=is_strict, overwrite=overwrite
        )
    except InvalidInput as invalid:
        return Failed(deck, lightened(invalid.problems))
    return built._replace(warnings=lightened(built.warnings))


def check_one(order: Order, deck: str) -> Checked | Failed:
    """Do all that `build_one` does but writing."""
    from deckgen.building import check

    try:
        looks = _looks(order.root, order.run)
        checked = check(deck, looks, order.options, is_strict=order.is_strict)
    except InvalidInput as invalid:
        return Failed(deck, lightened(invalid.problems))
    return checked._replace(warnings=lightened(checked.warnings))


def _import_pipeline() -> None:
    import deckgen.building  # noqa: F401 - imported to be there


@lru_cache(maxsize=2)
def _looks(root: str, run: str) -> Looks:
    """The looks that all decks of a run share, in this process."""
    from deckgen.looks import Looks

    return Looks(root, _history(run))


@lru_cache(maxsize=2)
def _history(run: str) -> History:  # noqa: ARG001 - a new run, new processes of git
    """The repositories that all decks of a run share, in this process."""
    return History()
