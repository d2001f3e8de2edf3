"""Words in drawings: measured as all other text, set where the drawing has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from deckgen.claims import claims_of
from deckgen.content import Drawable, Text
from deckgen.drawing import Drawing, Label
from deckgen.fonts import as_drawn, drawn_letters
from deckgen.geometry import Points
from deckgen.language import MINUS, NO_BREAK_SPACE, Language, rounded
from deckgen.layout.canvas import Canvas, SetParagraph
from deckgen.named import NamedTuple
from deckgen.problems import Problem, Source, SourceFile, WarningCode
from deckgen.style import ParagraphStyle


class Sheet(NamedTuple):
    """What a drawing shows on one page, and the same in words."""

    drawing: Drawing
    description: str
    warnings: tuple[Problem, ...] = ()


class SetLabel(NamedTuple):
    """Words broken into lines, and how wide the widest of them is."""

    lines: tuple[str, ...]
    width: Points
    style: ParagraphStyle
    torn: SetParagraph

    @property
    def height(self) -> Points:
        return len(self.lines) * self.style.leading

    def at(self, x: Points, top: Points) -> Label:
        """The words at a place in the picture."""
        return Label(self.lines, x, top, self.width, self.style)


def set_label(canvas: Canvas, text: Text, width: Points, style: ParagraphStyle) -> SetLabel:
    """`text` without its markup, in lines of at most `width` points."""
    plain = Text.of(text.plain, text.source)
    paragraph = canvas.set_text(plain, (style,), width)
    lines = paragraph.paragraph.lines
    widest = max(canvas.width(line, style) for line in lines)
    return SetLabel(lines, min(widest, width), style, paragraph)


def widest(canvas: Canvas, texts: Iterable[Text], style: ParagraphStyle) -> Points:
    """How wide a column has to be for each text to take one line."""
    return max((canvas.width(text.plain, style) for text in texts), default=0.0)


def widest_word(canvas: Canvas, texts: Iterable[Text], style: ParagraphStyle) -> Points:
    """How wide a column has to be for no word to be torn."""
    words = {word for text in texts for word in text.plain.split(" ")}
    return max((canvas.width(word, style) for word in words), default=0.0)


def figure(
    value: Decimal, places: int, language: Language, unit: Text | None = None, sign: str = ""
) -> str:
    """`value` as people write it, with `places`, a true minus, and its unit held to it.

    `sign` stands before what is more than nothing.
    """
    written = language.number(rounded(abs(value), places))
    before = MINUS if value < 0 else sign if value else ""
    held = unit.plain.replace(" ", NO_BREAK_SPACE) if unit else ""
    return before + language.with_unit(written, held)


def undrawn_signs(figures: Drawable, canvas: Canvas) -> Iterator[Problem]:
    """A warning for each text with signs that no picture can show."""
    known = drawn_letters(canvas.look.theme.body.outlines["regular"])
    for words, source in claims_of(figures, Source(SourceFile("")), canvas.language):
        if missing := [sign for sign in as_drawn(words) if sign not in known]:
            yield _undrawn(source, "".join(dict.fromkeys(missing)))


def _undrawn(source: Source, signs: str) -> Problem:
    return Problem(
        WarningCode.UNDRAWN_SIGN,
        f"the letters of pictures have no `{signs}`",
        source,
        "write it in other letters; in the notes and the alternative text it stands as it is",
    )
