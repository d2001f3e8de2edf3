"""Slides with a picture that is drawn: waterfalls, heatmaps, forecasts.

Here it is decided what stands where in the picture; `deckgen.figures` draws it.
"""

from __future__ import annotations

from deckgen.content import Drawable, Heatmap, Waterfall
from deckgen.deck import DrawingSlide
from deckgen.geometry import Points, Rect, Size
from deckgen.layout.bodies import Body
from deckgen.layout.canvas import Canvas
from deckgen.layout.lettering import Sheet, undrawn_signs
from deckgen.layout.sizing import family_size
from deckgen.page import Sketch
from deckgen.typography import DRAWING_STEPS
from deckgen.words import Words


def drawn_bodies(slide: DrawingSlide, size: Points, canvas: Canvas) -> tuple[Body, ...]:
    """The pictures of a slide with text of `size`, a body a page."""
    return tuple(
        Body("open", (sketch,), sheet.warnings)
        for sketch, sheet in sketches(slide.figures, canvas.frame("content"), size, canvas)
    )


def sketches(
    figures: Drawable, frame: Rect, size: Points, canvas: Canvas
) -> tuple[tuple[Sketch, Sheet], ...]:
    """The pictures that show `figures` at the top of a frame; several if one is not enough."""
    first, *others = _sheets(figures, Size(frame.width, frame.height), size, canvas)
    signs = tuple(undrawn_signs(figures, canvas))
    warned = (first._replace(warnings=(*first.warnings, *signs)), *others)
    name = _name(figures, canvas.words)
    return tuple((_sketch(name, frame, sheet), sheet) for sheet in warned)


def fitting_size(figures: Drawable, frame: Rect, largest: Points, canvas: Canvas) -> Points:
    """The largest size, `largest` at most, in which one picture in a frame shows `figures`.

    If there is none, one in which there are no more pictures than in smaller ones.
    """

    def cost(size: Points) -> tuple[int, ...]:
        drawn = sketches(figures, frame, size, canvas)
        return (len(drawn) + any(sheet.warnings for _, sheet in drawn),)

    return family_size([step for step in DRAWING_STEPS if step <= largest], cost)


def _sheets(figures: Drawable, room: Size, size: Points, canvas: Canvas) -> tuple[Sheet, ...]:
    """What stands where. Few decks have drawings, so others need not wait for these modules."""
    match figures:
        case Waterfall():
            from deckgen.layout.waterfall import waterfall_sheets

            return waterfall_sheets(figures, room, size, canvas)
        case Heatmap():
            from deckgen.layout.heatmap import heatmap_sheets

            return heatmap_sheets(figures, room, size, canvas)
    from deckgen.layout.forecast import forecast_sheets

    return forecast_sheets(figures, room, size, canvas)


def _sketch(name: str, frame: Rect, sheet: Sheet) -> Sketch:
    rect = Rect(frame.left, frame.top, *sheet.drawing.size)
    return Sketch(name, rect, sheet.drawing, sheet.description)


def _name(figures: Drawable, words: Words) -> str:
    match figures:
        case Waterfall():
            return words.waterfall
        case Heatmap():
            return words.heatmap
    return words.forecast_chart
