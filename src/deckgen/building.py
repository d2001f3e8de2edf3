"""The whole pipeline: read, plan, lay out, write."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from deckgen.content import Report
from deckgen.deck import Deck
from deckgen.delivering import deliver
from deckgen.files import DeckFiles
from deckgen.folders import Folder, find_deck, output_file
from deckgen.freshness import (
    AS_THE_DECK_SAYS,
    Options,
    Past,
    program,
    record_of,
    revision_told,
    write_record,
)
from deckgen.layout import lay_out
from deckgen.linting import sound
from deckgen.look import Look
from deckgen.looking_back import Retrospect, look_back
from deckgen.looks import Looks
from deckgen.named import NamedTuple
from deckgen.outcomes import Built, Checked
from deckgen.page import Pages
from deckgen.planning import plan
from deckgen.problems import InvalidInput, Problem
from deckgen.provenance import Provenance
from deckgen.reading import read_report, read_theme_name
from deckgen.unshown import unshown
from deckgen.writing.pptx import write_pptx

if TYPE_CHECKING:
    from deckgen.history.repository import State

Warnings = tuple[Problem, ...]


class Typeset(NamedTuple):
    """A deck without mistakes: its files, what came of looking back, its pages, their look, what
    to look at."""

    folder: Folder
    files: DeckFiles
    theme: str
    retrospect: Retrospect
    pages: Pages
    look: Look
    warnings: Warnings


def build(
    deck: str | Path,
    *,
    root: str | Path = ".",
    output: str | Path = "output",
    theme: str | None = None,
    include_internal: bool = False,
    is_strict: bool = False,
    overwrite: bool = False,
    since: str | None = None,
    looks: Looks | None = None,
) -> Built:
    """Write `deck` to `<output>/<deck>.pptx`, replacing an older file in one step.

    If somebody has edited that file since it was written, it is kept under another name,
    with a warning, unless `overwrite`.

    `deck` is a name under `content`, a folder, or the path of a deck.yaml; it and
    `output` start from `root`, the project's folder. `theme` overrules the deck's
    own; `since` is a revision, a tag or a day to be compared with, in place of the last report.
    Builds that share `looks` (of the same root) read and draw each look once.
    Beside the file a record is kept, by which `build_all` sees that it is up to date.

    Raises InvalidInput with every mistake that was found, warnings too if
    `is_strict`. Then nothing is written.
    """
    options = Options(theme, include_internal, since)
    looks = looks or Looks(root)
    return write_deck(deck, looks, options, output, is_strict=is_strict, overwrite=overwrite)


@contextmanager
def _without_cycle_collection() -> Iterator[None]:
    """A build makes hundreds of thousands of values, none of which refer to each other in circles.

    Looking for such circles takes up to a quarter of the time of a large deck. A function that does
    without has let go of its values when circles are looked for again.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@_without_cycle_collection()
def write_deck(
    deck: str | Path,
    looks: Looks,
    options: Options,
    output: str | Path,
    *,
    is_strict: bool,
    overwrite: bool,
) -> Built:
    """What `build` does, in the folder of `looks`."""
    start = perf_counter()
    folder = find_deck(str(deck), looks.root)
    looks.history.expect(folder.place)
    made = _typeset(folder, looks, options, is_strict=is_strict)
    path = output_file(looks.root, output, made.folder)
    state = looks.history.state(made.folder.place, made.files.read, made.files.is_read)
    pages = _drawn(made, path.parent)
    provenance = _provenance(made, looks, state)
    content = write_pptx(pages, made.look, provenance, through=sound)
    delivered = deliver(content, path, looks.root, is_strict=is_strict, overwrite=overwrite)
    if not made.warnings:  # else the file would be up to date, and its warnings never seen again
        _record(made, looks, options, state, path, content)
    seconds = perf_counter() - start
    size, slides = len(content), len(made.pages.pages)
    warnings = (*delivered.warnings, *made.warnings)
    return Built(str(deck), path, delivered.shown, slides, size, warnings, seconds)


def _drawn(made: Typeset, output: Path) -> Pages:
    """The pages with their pictures, which are kept in `output`; most decks have none."""
    if not made.pages.has_sketches:
        return made.pages
    from deckgen.figures import draw_sketches
    from deckgen.shelf import PictureShelf

    return draw_sketches(made.pages, made.look, PictureShelf(output), program())


def _provenance(made: Typeset, looks: Looks, state: State | None) -> Provenance:
    since = made.retrospect.since
    return Provenance(
        revision=state.commit.id if state else None,
        is_clean=state.is_clean if state else None,
        theme=made.theme,
        theme_digest=looks.theme(made.theme).digest,
        since=f"{since.name} ({since.revision})" if since else None,
    )


def _record(
    made: Typeset, looks: Looks, options: Options, state: State | None, path: Path, content: bytes
) -> None:
    theme, wish, place = looks.theme(made.theme), made.retrospect.wish, made.folder.place
    asked = (wish.named, wish.below) if wish else (None, None)
    earlier = looks.history.report_of(place, made.folder.name, *asked)
    number, most = made.retrospect.span
    series = looks.history.series_of(place, made.folder.name, number, most)
    past = Past(revision_told(state), *asked, earlier, number, most, series)
    record = record_of(
        made.folder, made.files, theme.chain, theme.digest, options, looks.folders, past, content
    )
    write_record(path, record)


@_without_cycle_collection()
def check(deck: str | Path, looks: Looks, options: Options, *, is_strict: bool) -> Checked:
    """Find what is wrong with `deck` as `write_deck` does, and write nothing."""
    start = perf_counter()
    made = typeset(deck, looks, options, is_strict=is_strict)
    slides, seconds = len(made.pages.pages), perf_counter() - start
    return Checked(str(deck), made.folder.shown, slides, made.warnings, seconds)


def typeset(
    deck: str | Path, looks: Looks, options: Options = AS_THE_DECK_SAYS, *, is_strict: bool = False
) -> Typeset:
    """All that `build` does but drawing pictures and writing; raises InvalidInput as it does."""
    return _typeset(find_deck(str(deck), looks.root), looks, options, is_strict=is_strict)


def _typeset(folder: Folder, looks: Looks, options: Options, *, is_strict: bool) -> Typeset:
    files = folder.deck_files()
    report, found = _read(folder, files, looks, options.theme)
    theme = looks.choose(options.theme, report)
    labels = looks.labels(theme, report.language)
    retrospect = look_back(report, folder, files, looks.history, options.since)
    planned = plan(
        report,
        include_internal=options.include_internal,
        since=retrospect.since,
        series=retrospect.series,
        labels=labels,
    )
    look = looks.look(theme, planned.language)
    pages = lay_out(planned, look)
    of_theme, of_plan = looks.theme(theme).warnings, _unshown(report, planned)
    warnings = (*found, *retrospect.warnings, *of_theme, *of_plan, *pages.warnings)
    if is_strict and warnings:
        raise InvalidInput(warnings)
    return Typeset(folder, files, theme, retrospect, pages, look, warnings)


def _unshown(report: Report, planned: Deck) -> Warnings:
    """What no slide shows; what internal slides show is left out on purpose."""
    if not report.projects:
        return ()
    is_partial = any(topic.is_internal for topic in report.topics)
    return unshown(report, plan(report, include_internal=True) if is_partial else planned)


def _read(
    folder: Folder, files: DeckFiles, looks: Looks, wished: str | None
) -> tuple[Report, Warnings]:
    """The report and warnings. A theme's mistakes are told together with the report's."""
    try:
        return read_report(folder.name, folder.shown, files.yaml, files)
    except InvalidInput as mistakes:
        also = looks.mistakes(wished, read_theme_name(folder.shown, files), folder.name)
        raise InvalidInput([*mistakes.problems, *also]) from None
