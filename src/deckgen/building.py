"""The whole pipeline: read, plan, lay out, write."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from deckgen.content import Report, Text
from deckgen.design import draw_look
from deckgen.folders import Folder, find_deck, find_themes, nearest, write_whole
from deckgen.language import Language
from deckgen.layout import lay_out
from deckgen.look import Look
from deckgen.page import Pages
from deckgen.planning import plan
from deckgen.problems import InvalidInput, Problem, Source, SourceFile
from deckgen.reading import read_report, read_theme, read_theme_name
from deckgen.theme import Theme
from deckgen.unshown import unshown
from deckgen.writing.pptx import write_pptx

BUILT_IN_THEME = "default"

Warnings = tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """A deck that was written: its file, how many slides and bytes, what to look at.

    `shown` is the file's path as seen from the project's folder.
    """

    path: Path
    shown: str
    slides: int
    size: int
    warnings: Warnings


class Typeset(NamedTuple):
    """A deck without mistakes: its folder, its pages, their look, what to look at."""

    folder: Folder
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
    looks: Looks | None = None,
) -> Built:
    """Write `deck` to `<output>/<deck>.pptx`, replacing an older file in one step.

    `deck` is a name under `content`, a folder, or the path of a deck.yaml; it and
    `output` start from `root`, the project's folder. `theme` overrules the deck's
    own. Builds that share `looks` (of the same root) read and draw each look once.

    Raises InvalidInput with every mistake that was found, warnings too if
    `is_strict`. Then nothing is written.
    """
    looks = looks or Looks(root)
    folder, pages, look, warnings = typeset(
        deck, looks, theme=theme, include_internal=include_internal, is_strict=is_strict
    )
    content = write_pptx(pages, look)
    path = looks.root / output / f"{folder.name}.pptx"
    shown = write_whole(path, content, looks.root)
    return Built(path, shown, len(pages.pages), len(content), warnings)


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
    report, found = _read(folder, looks, theme)
    name = looks.choose(theme, report)
    plan_of_slides = plan(report, include_internal=include_internal)
    look = looks.look(name, plan_of_slides.language)
    pages = lay_out(plan_of_slides, look)
    everything = plan(report, include_internal=True)
    warnings = (
        *found,
        *looks.theme(name).warnings,
        *unshown(report, everything),
        *pages.warnings,
    )
    if is_strict and warnings:
        raise InvalidInput(warnings)
    return Typeset(folder, pages, look, warnings)


def _read(folder: Folder, looks: Looks, wished: str | None) -> tuple[Report, Warnings]:
    """The report and warnings. A theme's mistakes are told together with the report's."""
    files = folder.deck_files()
    try:
        return read_report(folder.name, folder.shown, files)
    except InvalidInput as mistakes:
        also = looks.mistakes(wished, read_theme_name(folder.shown, files), folder.name)
        raise InvalidInput([*mistakes.problems, *also]) from None


class _ReadTheme(NamedTuple):
    theme: Theme
    warnings: Warnings


class Looks:
    """The themes of a project (`root`): each is read, and each look drawn, once."""

    def __init__(self, root: str | Path = ".") -> None:
        """Find the themes. Raises InvalidInput if a folder of themes cannot be listed."""
        self.root = Path(root)
        self._folders = find_themes(self.root)
        self._themes: dict[str, _ReadTheme] = {}
        self._looks: dict[tuple[str, str], Look] = {}

    def choose(self, wished: str | None, report: Report) -> str:
        """The theme's name: as wished, as the deck says, as the deck is called, or the built-in.

        Raises InvalidInput, with a hint, for a theme that is not there.
        """
        return self._chosen(wished, report.theme, report.name)

    def theme(self, name: str) -> _ReadTheme:
        """The theme called `name`, and warnings; InvalidInput with every mistake in it."""
        if name not in self._themes:
            folder = self._folders[name]
            read = read_theme(folder.name, folder.shown, folder.theme_files())
            self._themes[name] = _ReadTheme(*read)
        return self._themes[name]

    def look(self, theme: str, language: Language) -> Look:
        """The look of `theme` for decks in `language`."""
        key = theme, language.tag
        if key not in self._looks:
            self._looks[key] = draw_look(self.theme(theme).theme, language)
        return self._looks[key]

    def mistakes(self, wished: str | None, named: Text | None, deck: str) -> tuple[Problem, ...]:
        """What is wrong with the theme that `choose` would choose."""
        try:
            self.theme(self._chosen(wished, named, deck))
        except InvalidInput as mistakes:
            return mistakes.problems
        return ()

    def _chosen(self, wished: str | None, named: Text | None, deck: str) -> str:
        if wished is not None:
            return self._known(wished, Source(SourceFile("--theme")))
        if named is not None:
            return self._known(named.plain, named.source)
        return deck if deck in self._folders else BUILT_IN_THEME

    def _known(self, name: str, source: Source) -> str:
        if name in self._folders:
            return name
        hint = nearest(name, self._folders, "themes")
        message = f"there is no theme called `{name}`"
        raise InvalidInput([Problem("unknown-theme", message, source, hint)])
