"""A house's own type: what looks differ in where all else about text follows from its size."""

from __future__ import annotations

from deckgen.geometry import Points
from deckgen.named import NamedTuple
from deckgen.style import PLAIN, Align, Cut, Ink, Mark, ParagraphStyle


class Voice(NamedTuple):
    """How the text of a placeholder speaks. No `largest` size means: that of all looks."""

    ink: Ink
    is_bold: bool = False
    align: Align = Align.LEFT
    largest: Points | None = None
    cut: Cut = PLAIN

    def spoken(self, style: ParagraphStyle) -> ParagraphStyle:
        """`style` in this voice."""
        spoken = style._replace(ink=self.ink, is_bold=self.is_bold, align=self.align)
        return spoken._replace(cut=self.cut)

    def steps(self, steps: tuple[Points, ...]) -> tuple[Points, ...]:
        """The steps of type from the largest size down."""
        if self.largest is None:
            return steps
        return (self.largest, *(step for step in steps if step < self.largest))


class House(NamedTuple):
    """The voices of a look's titles and texts, and its bullets.

    Plain points have no bullet where a template's text has none; `cut` is that of a body.
    """

    title: Voice = Voice(Ink.PRIMARY, is_bold=True)
    cover: Voice = Voice(Ink.BACKGROUND, is_bold=True)
    subtitle: Voice = Voice(Ink.BACKGROUND)
    meeting: Voice = Voice(Ink.TINT)
    closing: Voice = Voice(Ink.BACKGROUND, is_bold=True)
    contact: Voice = Voice(Ink.TINT)
    body: Points | None = None
    bullet: Mark | None = Mark("•", Ink.ACCENT)
    sub_bullet: Mark = Mark("–", Ink.MUTED)
    hanging: Points = 24.0
    cut: Cut = PLAIN

    def body_steps(self, steps: tuple[Points, ...]) -> tuple[Points, ...]:
        """`steps` of a body's text, none larger than the template's own."""
        if self.body is None:
            return steps
        return tuple(step for step in steps if step <= self.body) or steps[-1:]

    def in_body(self, styles: tuple[ParagraphStyle, ...]) -> tuple[ParagraphStyle, ...]:
        """`styles` with the letters of a template's body."""
        if self.cut == PLAIN:
            return styles
        return tuple([style._replace(cut=self.cut) for style in styles])


BUILT_IN = House()
"""How all looks speak that deckgen draws itself."""
