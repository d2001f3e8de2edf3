"""Pictures: as large as their frame allows, with a caption below."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.content import Illustration
from deckgen.deck import PictureSlide
from deckgen.geometry import Points, Rect
from deckgen.layout.bodies import Body
from deckgen.layout.canvas import Canvas, SetParagraph, torn_words
from deckgen.named import NamedTuple
from deckgen.page import Element, Picture, TextBox
from deckgen.problems import Problem, WarningCode
from deckgen.style import Ink
from deckgen.typography import CAPTION_STEPS, plain_style

CAPTION_GAP = 8.0
FAIR_SHARE, SMALLEST_SHARE = 0.5, 0.2
"""The share of the height that a caption leaves to its picture, and what a long one leaves."""

SHARPEST = 150
"""So many pixels an inch look sharp on a slide."""

LARGEST_PIXEL: Points = 1.0
"""No picture is so large that its pixels are larger than this."""


def picture_bodies(slide: PictureSlide, _: Points, canvas: Canvas) -> tuple[Body, ...]:
    """The picture from the text's left edge, on one page."""
    shown = Shown.of(slide.illustration, canvas.frame("content"), canvas)
    return (Body("open", tuple(shown.elements(canvas)), shown.warnings),)


class Shown(NamedTuple):
    """A picture and its caption, as large as they are shown in `frame`."""

    illustration: Illustration
    frame: Rect
    caption: SetParagraph | None = None

    @classmethod
    def of(cls, illustration: Illustration, frame: Rect, canvas: Canvas) -> Shown:
        """`illustration` in `frame`, with its caption in a size that leaves room for it."""
        if not illustration.caption:
            return cls(illustration, frame)
        for size in CAPTION_STEPS:
            style = plain_style(size, Ink.MUTED)
            caption = canvas.set_text(illustration.caption, (style,), frame.width)
            if caption.height <= frame.height * (1 - FAIR_SHARE) and not caption.torn:
                break
        return cls(illustration, frame, caption)

    def elements(self, canvas: Canvas, name: str | None = None) -> Iterator[Element]:
        """The picture, and its caption below."""
        words = name or canvas.words.picture
        image, alt = self.illustration.image, self.illustration.alt
        rect = self._picture
        yield Picture(words, rect, image.content, alt.plain if alt else None, image.vector)
        if self.caption:
            top = rect.bottom + CAPTION_GAP
            height = min(self.caption.height, self.frame.bottom - top)
            box = self.frame._replace(top=top, height=height)
            yield TextBox(f"{words} ▾", box, (self.caption.paragraph,), (self.caption.style,))

    @property
    def _picture(self) -> Rect:
        """Where the picture stands: in its proportion, its pixels no larger than they may be."""
        left, top, width, height = self.frame
        if self.caption:
            taken = self.caption.height + CAPTION_GAP
            height = max(height - taken, height * SMALLEST_SHARE)
        pixels = self.illustration.image.size
        scale = min(width / pixels.width, height / pixels.height)
        if not self.illustration.image.vector:
            scale = min(scale, LARGEST_PIXEL)
        return Rect(left, top, pixels.width * scale, pixels.height * scale)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """Words of the caption that were torn, and that a picture has too few pixels."""
        torn = torn_words([self.caption]) if self.caption else ()
        return (*torn, *self._coarse())

    def _coarse(self) -> Iterator[Problem]:
        image, rect = self.illustration.image, self._picture
        sharpness = image.size.width / (rect.width / 72)
        fills = max(rect.width / self.frame.width, rect.height / self.frame.height) > 0.5
        if image.vector or round(sharpness) >= SHARPEST:
            return
        size = f"{image.size.width:.0f} × {image.size.height:.0f} pixels"
        shown = "is shown with" if fills else "stays small with"
        message = f"the picture has {size} and {shown} {sharpness:.0f} of them an inch"
        hint = f"use a larger one: {SHARPEST} pixels an inch look sharp"
        yield Problem(WarningCode.PICTURE_TOO_COARSE, message, self.illustration.source, hint)
