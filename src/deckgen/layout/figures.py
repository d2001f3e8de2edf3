"""Slides of figures: a chart, and below it what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.content import Chart
from deckgen.deck import ChartSlide, Remark
from deckgen.geometry import Points, Rect
from deckgen.layout.bodies import Body, Draft
from deckgen.layout.canvas import Canvas, SetParagraph
from deckgen.layout.charts import chart_draft
from deckgen.layout.charts.shades import phase_shades
from deckgen.page import Element, TextBox
from deckgen.style import Ink
from deckgen.typography import MONEY_SIZE, plain_style

REMARK_GAP: Points = 10.0
MOST_LINES = 2


def figures_draft(slide: ChartSlide, size: Points, canvas: Canvas) -> Draft:
    """The chart, with the remark at the foot of its first page."""
    figures = slide.figures
    if not isinstance(figures, Chart):
        raise TypeError(f"no chart for {type(figures).__name__}")
    frame = canvas.frame("content")
    remark = set_remark(slide.remark, frame, canvas)
    shades = phase_shades(len(figures.categories), canvas) if slide.is_pipeline else ()
    chart = chart_draft(figures, room_over(frame, remark), size, canvas, shades)

    def bodies() -> tuple[Body, ...]:
        below = (remark_boxes(remark, frame, page, canvas) for page in range(chart.pages))
        made = zip(chart.make(), below, strict=True)
        return tuple([Body("open", (*p.elements, *boxes), p.warnings) for p, boxes in made])

    return Draft(chart.pages, chart.has_torn, bodies)


def set_remark(remark: Remark | None, frame: Rect, canvas: Canvas) -> SetParagraph | None:
    """Muted lines at the foot of a slide, in few words if the full ones need many."""
    if not remark:
        return None
    styles = (plain_style(MONEY_SIZE, Ink.MUTED),)
    full = canvas.set_text(remark.text, styles, frame.width)
    if len(full.paragraph.lines) <= MOST_LINES and not full.torn:
        return full
    return canvas.set_text(remark.summary, styles, frame.width)


def room_over(frame: Rect, remark: SetParagraph | None) -> Rect:
    """What is left of a frame over a remark."""
    taken = remark.height + REMARK_GAP if remark else 0.0
    return frame._replace(height=frame.height - taken)


def remark_boxes(
    remark: SetParagraph | None, frame: Rect, page: int, canvas: Canvas
) -> Iterator[Element]:
    """The remark, on the first of a slide's pages."""
    if remark and page == 0:
        rect = frame._replace(top=frame.bottom - remark.height, height=remark.height)
        yield TextBox(canvas.words.remark, rect, (remark.paragraph,), (remark.style,))
