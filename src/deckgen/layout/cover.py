"""The first and the last slide, on their dark ground."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from deckgen.content import Text
from deckgen.deck import ClosingSlide, Slide, TitleSlide
from deckgen.geometry import Points, Rect
from deckgen.house import Voice
from deckgen.layout.bodies import Body
from deckgen.layout.canvas import Canvas, SetParagraph, height_of, runs_of, torn_words
from deckgen.layout.last_lines import set_calmly
from deckgen.look import Slot
from deckgen.page import Run, TextBox
from deckgen.style import Anchor, ParagraphStyle
from deckgen.typography import (
    CALM_COVER_STEPS,
    COVER_STEPS,
    FOOT_STEPS,
    SUBTITLE_STEPS,
    cover_style,
    voiced_style,
)

SEPARATOR = " · "
CALM_LINES = 2
GAP = 18.0


def title_bodies(slide: TitleSlide, _size: Points, canvas: Canvas) -> tuple[Body, ...]:
    """Title, subtitle, and along the foot the occasion and who reports."""
    house = canvas.look.house
    cover = _Cover(canvas, "title", slide)
    cover.add_title(house.cover)
    if slide.subtitle:
        cover.add("subtitle", [runs_of(slide.subtitle)], SUBTITLE_STEPS, house.subtitle)
    foot = [tuple(_joined(texts)) for texts in (slide.occasion, slide.sender) if texts]
    if foot:
        cover.add("meeting", foot, FOOT_STEPS, house.meeting)
    return (cover.body(),)


def closing_bodies(slide: ClosingSlide, _size: Points, canvas: Canvas) -> tuple[Body, ...]:
    """The words of thanks, and along the foot how to reach whom."""
    house = canvas.look.house
    cover = _Cover(canvas, "closing", slide)
    cover.add_title(house.closing)
    if slide.contact:
        cover.add("contact", [runs_of(slide.contact)], FOOT_STEPS, house.contact)
    return (cover.body(),)


class _Cover:
    """The boxes of a cover, one after the other, each as large as its frame allows.

    A frame that is too small grows into the room that the boxes before it leave.
    """

    def __init__(self, canvas: Canvas, role: str, slide: Slide) -> None:
        self.canvas = canvas
        self.role = role
        self.slide = slide
        self.boxes: list[TextBox] = []
        self.set: list[SetParagraph] = []

    def add_title(self, voice: Voice) -> None:
        """The title in two lines if it can be set so at a size that still is one."""
        lines = [runs_of(self.slide.title)]

        def style(size: Points) -> ParagraphStyle:
            return cover_style(size, voice)

        calm_steps = voice.steps(CALM_COVER_STEPS)
        calm = self._first_fitting("title", lines, calm_steps, style, CALM_LINES)
        steps = voice.steps(COVER_STEPS) if calm is None else (calm,)
        self._add("title", lines, steps, style)

    def add(
        self, slot: str, lines: Sequence[Sequence[Run]], steps: tuple[Points, ...], voice: Voice
    ) -> None:
        """A paragraph for each of `lines`, at the first of `steps` at which all fit."""
        self._add(slot, lines, voice.steps(steps), lambda size: voiced_style(size, voice))

    def body(self) -> Body:
        return Body(self.role, tuple(self.boxes), torn_words(self.set))

    def _add(
        self,
        slot: str,
        lines: Sequence[Sequence[Run]],
        steps: Sequence[Points],
        style: Callable[[Points], ParagraphStyle],
    ) -> None:
        size = self._first_fitting(slot, lines, steps, style) or steps[-1]
        paragraphs = self._set(slot, lines, style(size))
        self.set += paragraphs
        frame = self.canvas.look.layout(self.role).slot(slot)
        self.boxes.append(
            TextBox(
                frame.label,
                self._grown(frame, height_of(paragraphs)),
                tuple(p.paragraph for p in paragraphs),
                (style(size),),
                slot=slot,
                anchor=frame.anchor,
                fill=frame.fill,
            )
        )

    def _grown(self, frame: Slot, height: Points) -> Rect:
        """The frame as high as its text needs, if there is so much room."""
        extra = max(0.0, height - frame.rect.height)
        bottom = self._last_line(frame)
        if frame.anchor is Anchor.BOTTOM:
            extra = min(extra, max(0.0, frame.rect.top - bottom))
            return frame.rect._replace(top=frame.rect.top - extra, height=frame.rect.height + extra)
        return frame.rect._replace(height=frame.rect.height + extra)

    def _last_line(self, frame: Slot) -> Points:
        """How far down the box before reaches, and a gap; the frame's own top if there is none."""
        if not self.boxes:
            return frame.rect.top
        last = self.boxes[-1]
        under = last.rect.top + last.text_height if last.anchor is Anchor.TOP else last.rect.bottom
        return under + GAP

    def _set(
        self, slot: str, lines: Sequence[Sequence[Run]], style: ParagraphStyle
    ) -> list[SetParagraph]:
        width = self.canvas.frame(self.role, slot).width
        source = self.slide.title.source
        if slot == "title":
            return [set_calmly(self.canvas, line, source, style, width) for line in lines]
        return [self.canvas.set_runs(line, source, (style,), width) for line in lines]

    def _first_fitting(
        self,
        slot: str,
        lines: Sequence[Sequence[Run]],
        steps: Sequence[Points],
        style: Callable[[Points], ParagraphStyle],
        most_lines: int = 99,
    ) -> Points | None:
        room = self.canvas.frame(self.role, slot).height
        for size in steps:
            paragraphs = self._set(slot, lines, style(size))
            count = sum(len(p.paragraph.lines) for p in paragraphs)
            is_whole = not any(p.torn for p in paragraphs)
            if is_whole and count <= most_lines and height_of(paragraphs) <= room:
                return size
        return None


def _joined(texts: Sequence[Text]) -> Iterator[Run]:
    for index, text in enumerate(texts):
        if index:
            yield Run(SEPARATOR)
        yield from runs_of(text)
