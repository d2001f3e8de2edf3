"""The themes of a project, each read once, and the looks drawn from them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from deckgen.content import Report, Text
from deckgen.design import draw_look
from deckgen.folders import find_themes, nearest
from deckgen.freshness import digest
from deckgen.language import Language
from deckgen.look import Look
from deckgen.problems import InvalidInput, Problem, Source, SourceFile
from deckgen.reading import read_theme
from deckgen.theme import Theme

if TYPE_CHECKING:
    from deckgen.templates import Prepared

BUILT_IN_THEME = "default"


class _ReadTheme(NamedTuple):
    theme: Theme
    warnings: tuple[Problem, ...]
    digest: str
    template: Prepared | None = None


class Looks:
    """The themes of a project (`root`): each is read, and each look drawn, once."""

    def __init__(self, root: str | Path = ".") -> None:
        """Find the themes. Raises InvalidInput if a folder of themes cannot be listed."""
        self.root = Path(root)
        self.folders = find_themes(self.root)
        self._themes: dict[str, _ReadTheme] = {}
        self._looks: dict[tuple[str, str], Look] = {}

    def choose(self, wished: str | None, report: Report) -> str:
        """The theme's name: as wished, as the deck says, as the deck is called, or the built-in.

        Raises InvalidInput, with a hint, for a theme that is not there.
        """
        return self._chosen(wished, report.theme, report.name)

    def theme(self, name: str) -> _ReadTheme:
        """The theme called `name`, warnings, the digest of its files.

        Raises InvalidInput with every mistake in it.
        """
        if name not in self._themes:
            folder = self.folders[name]
            files = folder.theme_files()
            theme, warnings = read_theme(folder.name, folder.shown, files)
            template = _prepared(theme)
            self._themes[name] = _ReadTheme(theme, warnings, digest(files), template)
        return self._themes[name]

    def look(self, theme: str, language: Language) -> Look:
        """The look of `theme` for decks in `language`."""
        key = theme, language.tag
        if key not in self._looks:
            self._looks[key] = _look(self.theme(theme), language)
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
        return deck if deck in self.folders else BUILT_IN_THEME

    def _known(self, name: str, source: Source) -> str:
        if name in self.folders:
            return name
        hint = nearest(name, self.folders, "themes")
        message = f"there is no theme called `{name}`"
        raise InvalidInput([Problem("unknown-theme", message, source, hint)])


def _prepared(theme: Theme) -> Prepared | None:
    """The theme's own template, looked at; themes without one load nothing for it."""
    if not theme.template:
        return None
    from deckgen.templates import prepared_template

    return prepared_template(theme, theme.template)


def _look(read: _ReadTheme, language: Language) -> Look:
    if not read.template:
        return draw_look(read.theme, language)
    from deckgen.templates import bind

    return bind(read.template, language)
