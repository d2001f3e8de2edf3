"""theme.yaml and the files beside it → Theme."""

from __future__ import annotations

from collections.abc import Mapping as Table
from dataclasses import dataclass
from importlib import resources
from typing import NamedTuple

from deckgen.fonts import Typeface
from deckgen.geometry import Size
from deckgen.language import language
from deckgen.problems import Problem, Source, SourceFile
from deckgen.reading.beside import file_beside
from deckgen.reading.fields import Fields
from deckgen.reading.findings import Findings, Mistake
from deckgen.reading.markup import names_in
from deckgen.reading.nodes import Mapping, Node
from deckgen.reading.own_template import read_own_template, with_fonts
from deckgen.reading.palette import Palette, read_palette
from deckgen.reading.pictures import pixel_size
from deckgen.reading.reader import Reader
from deckgen.reading.suggest import suggest
from deckgen.reading.syntax import parse
from deckgen.reading.typefaces import read_typeface
from deckgen.theme import Logo, Theme

THEME = "theme.yaml"
FOOTER_NAMES = ("short_title", "as_of", "organisation", "date")
SLIDES = {"16:9": Size(960, 540), "4:3": Size(720, 540)}


def theme_from(
    name: str, folder: str, files: Table[str, bytes]
) -> tuple[Theme, tuple[Problem, ...]]:
    """The theme in a folder's files; see `deckgen.reading.read_theme`."""
    return _read(name, folder, files, built_in_theme())


def built_in_theme() -> Theme:
    """The theme that comes with the package, complete; others may leave out what it says."""
    content = (resources.files("deckgen") / "themes" / "default" / THEME).read_bytes()
    return _read("default", "deckgen/themes/default", {THEME: content}, None)[0]


def _read(
    name: str, folder: str, files: Table[str, bytes], base: Theme | None
) -> tuple[Theme, tuple[Problem, ...]]:
    findings = Findings()
    # Nothing in a theme depends on the language; no text of it knows markup.
    reader = Reader(findings, language("en-GB"))
    return findings.conclude(_ThemeReader(name, folder, files, reader, base).theme())


class _Fonts(NamedTuple):
    heading: Typeface | None = None
    body: Typeface | None = None


class _Picture(NamedTuple):
    content: bytes
    size: Size


@dataclass(frozen=True, slots=True)
class _ThemeReader:
    """Reads one theme; what it leaves out is taken from `base`, if there is one."""

    name: str
    folder: str
    files: Table[str, bytes]
    reader: Reader
    base: Theme | None

    def theme(self) -> Theme | None:
        """The theme; None if a mistake leaves it incomplete."""
        mapping = self._mapping()
        if not mapping:
            return None
        reader, base = self.reader, self.base
        with Fields(mapping, reader.findings, Source(mapping.source.file)) as fields:
            title = fields.optional("name", reader.words, self.name)
            take = fields.optional if base else fields.required
            colours = take("colours", self._colours) or (base and base.colours)
            fonts = take("fonts", self._fonts) or _Fonts()
            logo = fields.optional("logo", self._logo)
            footer = fields.optional("footer", lambda node: reader.value(node, _footer))
            slide = fields.optional("slide", reader.one_of(tuple(SLIDES), "slide sizes"), "16:9")
            template = read_own_template(fields, reader, self.folder, self.files)
        heading = fonts.heading or (base and base.heading)
        body = fonts.body or (base and base.body)
        if not (title and colours and heading and body and slide):
            return None
        template = with_fonts(template, fonts.heading, fonts.body)
        return Theme(
            self.name, title, colours, heading, body, SLIDES[slide], logo, footer, template
        )

    def _mapping(self) -> Mapping | None:
        path = f"{self.folder}/{THEME}"
        if THEME not in self.files:
            source = Source(SourceFile(path))
            self.reader.findings.error("no-theme-file", "the file is missing", source)
            return None
        mapping, problems = parse(path, self.files[THEME])
        self.reader.findings.errors(problems)
        return mapping

    def _colours(self, node: Node) -> Palette | None:
        return read_palette(node, self.reader, self.base.colours if self.base else None)

    def _fonts(self, node: Node) -> _Fonts | None:
        mapping = self.reader.mapping(node)
        if not mapping:
            return None
        with Fields(mapping, self.reader.findings) as fields:
            take = fields.optional if self.base else fields.required
            return _Fonts(take("heading", self._typeface), take("body", self._typeface))

    def _typeface(self, node: Node) -> Typeface | None:
        return read_typeface(node, self.reader, self.files)

    def _logo(self, node: Node) -> Logo | None:
        mapping = self.reader.mapping(node)
        if not mapping:
            return None
        with Fields(mapping, self.reader.findings) as fields:
            light = fields.required("light", self._picture)
            dark = fields.optional("dark", self._picture, light)
            alt = fields.required("alt", self.reader.words)
        if not (light and dark and alt):
            return None
        return Logo(alt, light.content, dark.content, light.size, dark.size)

    def _picture(self, node: Node) -> _Picture | None:
        return self.reader.value(node, self._picture_beside)

    def _picture_beside(self, path: str) -> _Picture:
        content = file_beside(path, self.files)
        size = pixel_size(content)
        if not size:
            hint = "save it as PNG or JPEG"
            raise Mistake("no-picture", f"`{path}` is not a PNG or JPEG picture", hint)
        return _Picture(content, size)


def _footer(pattern: str) -> str:
    """A footer's pattern, which takes only names that every deck knows."""
    for name in sorted(names_in(pattern)):
        if name not in FOOTER_NAMES:
            words = f"{{{name}}}"
            hint = suggest(name, FOOTER_NAMES, "names")
            message = f"`{words}` is not a name that a footer can fill in"
            raise Mistake("unknown-fill-in", message, hint, words)
    return pattern
