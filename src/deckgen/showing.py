"""A sample deck in a theme, so that whoever draws the theme sees every kind of slide."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

from deckgen.content import Report
from deckgen.delivering import deliver
from deckgen.figures import draw_sketches
from deckgen.folders import Folder, output_file, sample_deck
from deckgen.freshness import program
from deckgen.layout import lay_out
from deckgen.linting import sound
from deckgen.looks import Looks
from deckgen.outcomes import Built
from deckgen.planning import plan
from deckgen.problems import InvalidInput
from deckgen.reading import read_report
from deckgen.shelf import PictureShelf
from deckgen.writing.pptx import write_pptx

_CONTENT = {"de-DE": "de-DE", "en-GB": "en-GB", "en-US": "en-GB"}


def show_theme(
    name: str,
    tag: str,
    *,
    root: str | Path = ".",
    output: str | Path = "output",
    is_strict: bool = False,
) -> Built:
    """Write the sample deck to `<output>/theme-<name>.pptx`, in the language called `tag`.

    Its content comes with deckgen. A file there that somebody has edited is kept. Raises
    InvalidInput with every mistake of the theme, warnings too if `is_strict`; then nothing
    is written.
    """
    start = perf_counter()
    looks = Looks(root)
    name = looks.known(name)
    theme = looks.theme(name)
    folder = sample_deck(f"theme-{name}", _CONTENT[tag])
    deck = plan(_sample(folder, tag), labels=looks.labels(name, tag))
    look = looks.look(name, deck.language)
    pages = lay_out(deck, look)
    warnings = (*theme.warnings, *pages.warnings)
    if is_strict and warnings:
        raise InvalidInput(warnings)
    path = output_file(looks.root, output, folder)
    drawn = draw_sketches(pages, look, PictureShelf(path.parent), program())
    content = write_pptx(drawn, look, through=sound)
    delivered = deliver(content, path, looks.root, is_strict=is_strict)
    seconds = perf_counter() - start
    warnings = (*delivered.warnings, *warnings)
    slides, size = len(pages.pages), len(content)
    return Built(folder.name, path, delivered.shown, slides, size, warnings, seconds)


def _sample(folder: Folder, tag: str) -> Report:
    """The report in `folder`, in the language called `tag`."""
    files = folder.deck_files()
    report, _ = read_report(folder.name, folder.shown, files.yaml, files)
    return report._replace(language=tag)
