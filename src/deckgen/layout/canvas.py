"""What every kind of slide is laid out on: the look, the language, and set paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deckgen.content import Text
from deckgen.faces import Face, cut_face, wide_face
from deckgen.fonts import Typeface, typeface
from deckgen.geometry import Points, Rect
from deckgen.language import Language
from deckgen.layout.runs import by_font, cut_links, has_right_to_left
from deckgen.look import Look
from deckgen.measuring import as_spaced
from deckgen.named import NamedTuple
from deckgen.page import Paragraph, Run
from deckgen.problems import Problem, Source, WarningCode, first_words
from deckgen.style import PLAIN, Bullet, Cut, ParagraphStyle
from deckgen.text import break_lines
from deckgen.unbroken import Piece
from deckgen.widths import Widths, line_width, width_of, widths_of
from deckgen.words import Words

_WIDEST = 1.45
"""How much wider than in Arial Bold letters are in the widest fonts, DejaVu Sans and Verdana."""


class SetParagraph(NamedTuple):
    """A paragraph broken into lines, in the style of its level.

    `before` is the space over it and `height` that of its lines, in points;
    `source` is where its words were written, `torn` the words no line could hold.
    """

    paragraph: Paragraph
    style: ParagraphStyle
    source: Source
    torn: tuple[str, ...] = ()

    @property
    def before(self) -> Points:
        given = self.paragraph.before
        return self.style.before if given is None else given

    @property
    def height(self) -> Points:
        return len(self.paragraph.lines) * self.style.leading

    def with_before(self, before: Points) -> SetParagraph:
        """The same paragraph with `before` points over it."""
        runs, lines, level, bullet, _, is_continued = self.paragraph
        paragraph = Paragraph(runs, lines, level, bullet, before, is_continued)
        return SetParagraph(paragraph, self.style, self.source, self.torn)


class Canvas(NamedTuple):
    """Where a slide is laid out.

    `drop` is how far a long section line pushes the title down, `shift` how far both
    push the body's top down, `lift` how far a source below pushes its bottom up.
    """

    look: Look
    language: Language
    drop: Points = 0.0
    shift: Points = 0.0
    lift: Points = 0.0

    @property
    def words(self) -> Words:
        return self.language.words

    def frame(self, role: str, slot: str = "body") -> Rect:
        """The frame of a layout's slot, between title and source."""
        left, top, width, height = self.look.layout(role).slot(slot).rect
        return Rect(left, top + self.shift, width, height - self.shift - self.lift)

    def set_runs(
        self,
        runs: Sequence[Run],
        source: Source,
        styles: Sequence[ParagraphStyle],
        width: Points,
        level: int = 0,
        bullet: Bullet | None = None,
    ) -> SetParagraph:
        """`runs` as a paragraph of `level` in a frame `width` points wide."""
        style = styles[level]
        lines, torn = break_lines(self._pieces(runs, style), width - style.indent)
        paragraph = Paragraph(cut_links(tuple(runs), lines), lines, level, bullet)
        return SetParagraph(paragraph, style, source, torn)

    def set_text(
        self,
        text: Text,
        styles: Sequence[ParagraphStyle],
        width: Points,
        level: int = 0,
        bullet: Bullet | None = None,
    ) -> SetParagraph:
        """`text` as a paragraph of `level` in a frame `width` points wide."""
        return self.set_runs(runs_of(text), text.source, styles, width, level, bullet)

    def width(self, words: str, style: ParagraphStyle) -> Points:
        """How wide a frame has to be for `words` to take one line."""
        if has_right_to_left(words):
            return self.line_width((Run(words),), style)
        face = self._face(style, style.size, style.is_bold, False)
        return width_of(Piece(words, face, style.size))

    def line_width(self, runs: Sequence[Run], style: ParagraphStyle) -> Points:
        """How wide a frame has to be for `runs` to take one line, without any indent."""
        return line_width(self._pieces(runs, style))

    def widths(self, runs: Sequence[Run], style: ParagraphStyle) -> Widths:
        """How wide a frame has to be for `runs` as a paragraph in `style`, its indent included."""
        widths = widths_of(self._pieces(runs, style))
        return widths.wider(style.indent) if style.indent else widths

    def _pieces(self, runs: Sequence[Run], style: ParagraphStyle) -> tuple[Piece, ...]:
        for run in runs:
            if has_right_to_left(run.text):
                return tuple([self._safe_piece(*each, style) for each in by_font(runs)])
        return tuple([self._piece(run, style) for run in runs])

    def _safe_piece(self, run: Run, is_other_font: bool, style: ParagraphStyle) -> Piece:
        """A run that is as wide as in its own font, or as in any that may take its place."""
        text, face, size = self._piece(run, style)
        if is_other_font:
            other = _cut(typeface("Arial").bold, style.cut, size)
            face = wide_face(face, other, _WIDEST)
        return Piece(text, face, size)

    def _piece(self, run: Run, style: ParagraphStyle) -> Piece:
        is_bold = style.is_bold if run.is_bold is None else run.is_bold
        size = run.size or style.size
        if style.cut is PLAIN:  # as nearly all text is
            theme = self.look.theme
            typeface = theme.heading if style.is_heading else theme.body
            return Piece(run.text, typeface.face(is_bold, run.is_italic), size)
        return Piece(run.text, self._face(style, size, is_bold, run.is_italic), size)

    def _face(self, style: ParagraphStyle, size: Points, is_bold: bool, is_italic: bool) -> Face:
        is_italic = is_italic or style.cut.is_italic
        return _cut(self._typeface(style).face(is_bold, is_italic), style.cut, size)

    def _typeface(self, style: ParagraphStyle) -> Typeface:
        if style.cut.font:
            return self.look.fonts[style.cut.font]
        return self.look.theme.heading if style.is_heading else self.look.theme.body


def _cut(face: Face, cut: Cut, size: Points) -> Face:
    if not (cut.is_capital or cut.spacing):
        return face
    return cut_face(face, cut.is_capital, as_spaced(cut.spacing) / size)


def one_line(
    runs: tuple[Run, ...],
    level: int = 0,
    bullet: Bullet | None = None,
    before: Points | None = None,
) -> Paragraph:
    """`runs` as a paragraph of one line, for which there is room."""
    words = runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])
    lines = (words.strip(" "),)
    return Paragraph(cut_links(runs, lines), lines, level, bullet, before)


def runs_of(text: Text) -> tuple[Run, ...]:
    """The runs of a text; its own bold and italic, and all else as the style says."""
    return tuple([_run(*span) for span in text.spans])


def _run(words: str, is_bold: bool, is_italic: bool, link: str | None) -> Run:
    return Run(words, is_bold or None, is_italic, link=link)


def height_of(paragraphs: Iterable[SetParagraph]) -> Points:
    """The height of paragraphs set below one another, the space over the first included."""
    return sum([paragraph.before + paragraph.height for paragraph in paragraphs])


def torn_words(paragraphs: Iterable[SetParagraph]) -> tuple[Problem, ...]:
    """A warning for each word that had to be torn."""
    affected = [paragraph for paragraph in paragraphs if paragraph.torn]
    if not affected:  # as nearly always
        return ()
    return tuple([_torn_word(each.source, word) for each in affected for word in each.torn])


def _torn_word(source: Source, word: str) -> Problem:
    return Problem(
        WarningCode.TORN_WORD,
        f"the word `{first_words(word)}` is wider than its line and was broken",
        source,
        "write a shorter word, or put a hyphen or a blank where it may break",
    )
