"""The themes of a project, each read once, and the looks drawn from them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen.accents import composed
from deckgen.content import Report, Text
from deckgen.design import draw_look
from deckgen.files import Files
from deckgen.folders import Folder, find_themes
from deckgen.freshness import CHAIN, digest, digest_of_all
from deckgen.history import History
from deckgen.language import Language
from deckgen.look import Look
from deckgen.named import NamedTuple
from deckgen.problems import InvalidInput, Problem, Source, in_command
from deckgen.reading import read_extended, read_theme
from deckgen.suggesting import suggest
from deckgen.theme import Theme

if TYPE_CHECKING:
    from deckgen.templates import Prepared

BUILT_IN_THEME = "default"
_DEPENDING = frozenset({"low-contrast", "missing-key"})
"""Mistakes that a theme may have only because the one it extends could not be read."""


class ReadTheme(NamedTuple):
    """A theme, what to look at in it, and what it was made from.

    `names` are its own and those of the themes it extends, `digests` those of their files.
    """

    theme: Theme
    warnings: tuple[Problem, ...]
    names: tuple[str, ...]
    digests: tuple[str, ...]
    template: Prepared | None = None

    @property
    def chain(self) -> str:
        """What a record calls the theme."""
        return CHAIN.join(self.names)

    @property
    def digest(self) -> str:
        """One digest of all files."""
        return digest_of_all(self.digests)

    def on(self, base: ReadTheme) -> ReadTheme:
        """The same theme, made from itself and from all that `base` was made from."""
        return ReadTheme(
            self.theme,
            tuple(dict.fromkeys((*base.warnings, *self.warnings))),
            (*self.names, *base.names),
            (*self.digests, *base.digests),
            self.template,
        )


class Looks:
    """The themes of a project (`root`): each is read, and each look drawn, once."""

    def __init__(self, root: str | Path = ".", history: History | None = None) -> None:
        """Find the themes. Raises InvalidInput if a folder of themes cannot be listed.

        `history` are the repositories that decks are in, opened for all that share these looks.
        """
        self.root = Path(root)
        self.history = history or History()
        self.folders = find_themes(self.root)
        self._themes: dict[str, ReadTheme] = {}
        self._looks: dict[tuple[str, str], Look] = {}

    def choose(self, wished: str | None, report: Report) -> str:
        """The theme's name: as wished, as the deck says, as the deck is called, or the built-in.

        Raises InvalidInput, with a hint, for a theme that is not there.
        """
        return self._chosen(wished, report.theme, report.name)

    def theme(self, name: str) -> ReadTheme:
        """The theme called `name`, warnings, the digest of its files and of those it extends.

        Raises InvalidInput with every mistake in it.
        """
        if name not in self._themes:
            self._themes[name] = self._read(name, ())
        return self._themes[name]

    def labels(self, theme: str, tag: str) -> Mapping[str, str]:
        """The theme's own words for decks in the language called `tag`."""
        return self.theme(theme).theme.labels.get(tag, {})

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

    def _read(self, name: str, extending: tuple[str, ...]) -> ReadTheme:
        """Read a theme, after the one it extends; `extending` are those that extend it."""
        folder = self.folders[name]
        files = folder.theme_files()
        base, problems = self._base(folder, files, (*extending, name))
        try:
            theme, warnings = read_theme(name, folder.shown, files, base and base.theme)
        except InvalidInput as mistakes:
            own = [p for p in mistakes.problems if not (problems and p.code in _DEPENDING)]
            raise InvalidInput([*problems, *own]) from None
        if problems:
            raise InvalidInput(problems)
        template = _prepared(theme)
        found = (*warnings, *_findings(template))
        alone = ReadTheme(theme, found, (name,), (digest(files),), template)
        return alone.on(base) if base else alone

    def _base(
        self, folder: Folder, files: Files, extending: tuple[str, ...]
    ) -> tuple[ReadTheme | None, tuple[Problem, ...]]:
        """The theme that the one in `folder` extends, if any, or what is wrong with it."""
        named = read_extended(folder.shown, files)
        try:
            return (self._extended(named, extending) if named else None), ()
        except InvalidInput as mistakes:
            return None, mistakes.problems

    def _extended(self, named: Text, extending: tuple[str, ...]) -> ReadTheme:
        """The theme that another one extends. Raises InvalidInput for one that extends itself."""
        name = self._known(named.plain, named.source)
        if name in extending:
            raise InvalidInput([_circle(extending, named)])
        if name not in self._themes:
            self._themes[name] = self._read(name, extending)
        return self._themes[name]

    def known(self, name: str) -> str:
        """The name of a theme that is there, `composed`. Raises InvalidInput for others."""
        return self._known(name, in_command(name))

    def _chosen(self, wished: str | None, named: Text | None, deck: str) -> str:
        if wished is not None:
            return self._known(wished, in_command("--theme"))
        if named is not None:
            return self._known(named.plain, named.source)
        return deck if deck in self.folders else BUILT_IN_THEME

    def _known(self, name: str, source: Source) -> str:
        if composed(name) in self.folders:
            return composed(name)
        hint = suggest(name, self.folders, "themes")
        message = f"there is no theme called `{name}`"
        raise InvalidInput([Problem("unknown-theme", message, source, hint)])


def _circle(extending: tuple[str, ...], named: Text) -> Problem:
    first, *others = extending[extending.index(named.plain) :]
    message = f"`{first}` extends itself"
    if others:
        way = " which extends ".join(f"`{each}`," for each in others)
        message = f"`{first}` extends {way} which extends `{first}` again"
    hint = "leave out `extends`: then what is not said is as in the theme of deckgen"
    return Problem("circular-theme", message, named.source, hint)


def _prepared(theme: Theme) -> Prepared | None:
    """The theme's own template, looked at; themes without one load nothing for it."""
    if not theme.template:
        return None
    from deckgen.templates import prepared_template

    return prepared_template(theme, theme.template)


def _findings(template: Prepared | None) -> tuple[Problem, ...]:
    if not template:
        return ()
    from deckgen.templates import findings_in

    return findings_in(template)


def _look(read: ReadTheme, language: Language) -> Look:
    if not read.template:
        return draw_look(read.theme, language)
    from deckgen.templates import bind

    return bind(read.template, language)
