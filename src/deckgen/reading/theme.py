"""theme.yaml and the files beside it → Theme."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Table
from functools import partial
from itertools import chain
from pkgutil import get_data

from deckgen.accents import composed
from deckgen.content import Text
from deckgen.fonts import Typeface
from deckgen.geometry import Size
from deckgen.language import language
from deckgen.named import NamedTuple
from deckgen.problems import Problem, Source, SourceFile
from deckgen.reading.begun import sure_mistakes
from deckgen.reading.fields import Fields
from deckgen.reading.findings import Findings
from deckgen.reading.labels import Labels, read_labels
from deckgen.reading.logo import LogoReader
from deckgen.reading.nodes import Mapping, Node, Scalar, Sequence
from deckgen.reading.own_template import read_own_template, with_fonts
from deckgen.reading.palette import Palette, read_palette
from deckgen.reading.patterns import check_pattern
from deckgen.reading.reader import Reader
from deckgen.reading.syntax import parse
from deckgen.reading.typefaces import read_typeface
from deckgen.theme import Theme

THEME = "theme.yaml"
FOOTER_NAMES = ("short_title", "as_of", "organisation", "date")
SLIDES = {"16:9": Size(960, 540), "4:3": Size(720, 540), "A4": Size(780, 540)}
"""What PowerPoint calls these sizes; its A4 leaves a margin for the printer."""


def theme_from(
    name: str, folder: str, files: Table[str, bytes], base: Theme | None
) -> tuple[Theme, tuple[Problem, ...]]:
    """The theme in a folder's files; see `deckgen.reading.read_theme`."""
    return _read(name, folder, files, base or built_in_theme())


def extended_in(folder: str, files: Table[str, bytes]) -> Text | None:
    """The name of the theme that this one extends, whatever else is wrong with it."""
    content = files.get(THEME, b"")
    if b"extends" not in content:  # as in most themes
        return None
    theme = parse(f"{folder}/{THEME}", content).mapping
    named = theme.values.get("extends") if theme else None
    if not (isinstance(named, Scalar) and named.has_value):
        return None
    return Text.of(named.text.strip(), named.source)


def files_named_in(folder: str, files: Table[str, bytes]) -> frozenset[str]:
    """Those of a theme's files that its theme.yaml names, and that file itself."""
    theme = parse(f"{folder}/{THEME}", files.get(THEME, b"")).mapping
    texts = map(composed, _texts(theme)) if theme else ()
    words = {text.strip().removeprefix("./") for text in texts}
    return frozenset(path for path in files if composed(path) in words or path == THEME)


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node.text
    elif isinstance(node, Mapping):
        yield from chain.from_iterable(map(_texts, node.values.values()))
    elif isinstance(node, Sequence):
        yield from chain.from_iterable(map(_texts, node.entries))


def built_in_theme() -> Theme:
    """The theme that comes with the package, complete; others may leave out what it says."""
    content = get_data("deckgen", f"themes/default/{THEME}") or b""
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


class _ThemeReader(NamedTuple):
    """Reads one theme; what it leaves out is taken from `base`, if there is one."""

    name: str
    folder: str
    files: Table[str, bytes]
    reader: Reader
    base: Theme | None

    def theme(self) -> Theme | None:
        """The theme; None if a mistake leaves it incomplete."""
        mapping = self._mapping()
        return self.theme_in(mapping) if mapping else None

    def theme_in(self, mapping: Mapping) -> Theme | None:
        """The theme that these keys and values say."""
        with Fields(mapping, self.reader.findings, Source(mapping.source.file)) as fields:
            return self._theme(fields)

    def _theme(self, fields: Fields) -> Theme | None:
        reader, base = self.reader, self.base
        fields.optional("extends", reader.words)  # whoever gave `base` has followed it
        title = fields.optional("name", reader.words, self.name)
        take = fields.optional if base else fields.required
        colours = take("colours", self._colours) or (base and base.colours)
        fonts = take("fonts", self._fonts) or _Fonts()
        logo_reader = LogoReader(self.folder, self.files, reader, base and base.logo)
        logo = fields.optional("logo", logo_reader.logo, base and base.logo)
        read_footer = partial(reader.value, parse=_footer)
        footer = fields.optional("footer", read_footer, base and base.footer)
        slide = fields.optional("slide", self._slide) or (base and base.slide)
        own = fields.optional("labels", self._labels)
        template = read_own_template(
            fields, reader, self.folder, self.files, base and base.template
        )
        heading = fonts.heading or (base and base.heading)
        body = fonts.body or (base and base.body)
        labels = own or (base.labels if base else {})
        if not (title and colours and heading and body and slide):
            return None
        template = with_fonts(template, fonts.heading, fonts.body)
        return Theme(
            self.name, title, colours, heading, body, slide, logo, footer, labels, template
        )

    def _mapping(self) -> Mapping | None:
        path = f"{self.folder}/{THEME}"
        if THEME not in self.files:
            source = Source(SourceFile(path))
            self.reader.findings.error("no-theme-file", "the file is missing", source)
            return None
        mapping, problems, begun = parse(path, self.files[THEME])
        self.reader.findings.errors(problems)
        if begun:
            self.reader.findings.errors(sure_mistakes(begun, partial(self._read_apart, begun)))
        return mapping

    def _read_apart(self, begun: Mapping, findings: Findings) -> None:
        self._replace(reader=self.reader._replace(findings=findings)).theme_in(begun)

    def _colours(self, node: Node) -> Palette | None:
        return read_palette(node, self.reader, self.base.colours if self.base else None)

    def _slide(self, node: Node) -> Size | None:
        named = self.reader.one_of(tuple(SLIDES), "slide sizes")(node)
        return SLIDES[named] if named else None

    def _labels(self, node: Node) -> Labels | None:
        return read_labels(node, self.reader, self.base.labels if self.base else {})

    def _fonts(self, node: Node) -> _Fonts | None:
        mapping = self.reader.mapping(node)
        if not mapping:
            return None
        with Fields(mapping, self.reader.findings) as fields:
            take = fields.optional if self.base else fields.required
            return _Fonts(take("heading", self._typeface), take("body", self._typeface))

    def _typeface(self, node: Node) -> Typeface | None:
        return read_typeface(node, self.reader, self.files)


def _footer(pattern: str) -> str:
    """A footer's pattern, which takes only names that every deck knows."""
    check_pattern(pattern, FOOTER_NAMES, "a footer")
    return pattern
