"""The whole pipeline: read, plan, lay out, write."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from deckgen.content import Report
from deckgen.deck import Deck
from deckgen.delivering import deliver
from deckgen.files import DeckFiles
from deckgen.folders import Folder, find_deck, output_file
from deckgen.freshness import Options, program, record_of, write_record
from deckgen.layout import lay_out
from deckgen.linting import sound
from deckgen.look import Look
from deckgen.looks import Looks
from deckgen.outcomes import Built, Checked
from deckgen.page import Pages
from deckgen.planning import plan
from deckgen.problems import InvalidInput, Problem
from deckgen.reading import read_report, read_theme_name
from deckgen.unshown import unshown
from deckgen.writing.pptx import write_pptx

Warnings = tuple[Problem, ...]


class Typeset(NamedTuple):
    """A deck without mistakes: its files, its pages, their look, what to look at."""

    folder: Folder
    files: DeckFiles
    theme: str
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
    looks: Looks | None = None,
) -> Built:
    """Write `deck` to `<output>/<deck>.pptx`, replacing an older file in one step.

    If somebody has edited that file since it was written, it is kept under another name,
    with a warning, unless `overwrite`.

    `deck` is a name under `content`, a folder, or the path of a deck.yaml; it and
    `output` start from `root`, the project's folder. `theme` overrules the deck's
    own. Builds that share `looks` (of the same root) read and draw each look once.
    Beside the file a record is kept, by which `build_all` sees that it is up to date.

    Raises InvalidInput with every mistake that was found, warnings too if
    `is_strict`. Then nothing is written.
    """
    start = perf_counter()
    looks = looks or Looks(root)
    with _without_cycle_collection():
        made = typeset(
            deck, looks, theme=theme, include_internal=include_internal, is_strict=is_strict
        )
        path = output_file(looks.root, output, made.folder)
        content = write_pptx(_drawn(made, path.parent), made.look, through=sound)
    delivered = deliver(content, path, looks.root, is_strict=is_strict, overwrite=overwrite)
    if not made.warnings:  # else the file would be up to date, and its warnings never seen again
        _record(made, looks, Options(theme, include_internal), path, content)
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


def _record(made: Typeset, looks: Looks, options: Options, path: Path, content: bytes) -> None:
    theme = looks.theme(made.theme)
    record = record_of(
        made.folder, made.files, theme.chain, theme.digest, options, looks.folders, content
    )
    write_record(path, record)


def check(
    deck: str | Path,
    looks: Looks,
    *,
    theme: str | None = None,
    include_internal: bool = False,
    is_strict: bool = False,
) -> Checked:
    """Find what is wrong with `deck` as `build` does, and write nothing."""
    start = perf_counter()
    with _without_cycle_collection():
        made = typeset(
            deck, looks, theme=theme, include_internal=include_internal, is_strict=is_strict
        )
    slides, seconds = len(made.pages.pages), perf_counter() - start
    return Checked(str(deck), made.folder.shown, slides, made.warnings, seconds)


def typeset(
    deck: str | Path,
    looks: Looks,
    *,
    theme: str | None = None,
    include_internal: bool = False,
    is_strict: bool = False,
) -> Typeset:
    """All that `build` does but writing; raises InvalidInput as it does."""
    folder = find_deck(str(deck), looks.root)
    files = folder.deck_files()
    report, found = _read(folder, files, looks, theme)
    name = looks.choose(theme, report)
    labels = looks.labels(name, report.language)
    plan_of_slides = plan(report, include_internal=include_internal, labels=labels)
    look = looks.look(name, plan_of_slides.language)
    pages = lay_out(plan_of_slides, look)
    warnings = (
        *found,
        *looks.theme(name).warnings,
        *_unshown(report, plan_of_slides),
        *pages.warnings,
    )
    if is_strict and warnings:
        raise InvalidInput(warnings)
    return Typeset(folder, files, name, pages, look, warnings)


def _unshown(report: Report, planned: Deck) -> Warnings:
    """What no slide shows; what internal slides show is left out on purpose."""
    if not report.projects:
        return ()
    is_partial = any(topic.is_internal for topic in report.topics)
    return unshown(report, plan(report, include_internal=True) if is_partial else planned)


@contextmanager
def _without_cycle_collection() -> Iterator[None]:
    """A build makes hundreds of thousands of values, none of which refer to each other in circles.

    Looking for such circles takes up to a quarter of the time of a large deck.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _read(
    folder: Folder, files: DeckFiles, looks: Looks, wished: str | None
) -> tuple[Report, Warnings]:
    """The report and warnings. A theme's mistakes are told together with the report's."""
    try:
        return read_report(folder.name, folder.shown, files.yaml, files)
    except InvalidInput as mistakes:
        also = looks.mistakes(wished, read_theme_name(folder.shown, files), folder.name)
        raise InvalidInput([*mistakes.problems, *also]) from None
