"""Native charts: what stands on the pages of a slide of figures, or in a column.

`chart_draft` lays out a chart in any frame. Columns whose names have no room, and
doughnuts of many parts, become bars, which have room for everything.
"""

from __future__ import annotations

from deckgen.content import Chart, ChartType
from deckgen.geometry import Points, Rect
from deckgen.layout.canvas import Canvas
from deckgen.layout.charts.bars import bar_draft
from deckgen.layout.charts.columns import column_draft
from deckgen.layout.charts.lines import line_draft
from deckgen.layout.charts.parts import ChartDraft, ChartPart, Task
from deckgen.layout.charts.rings import ring_draft
from deckgen.style import Shade

__all__ = ["ChartDraft", "ChartPart", "chart_draft"]


def chart_draft(
    chart: Chart, frame: Rect, size: Points, canvas: Canvas, shades: tuple[Shade, ...] = ()
) -> ChartDraft:
    """What stands in `frame`, a part a page: only bars may need more than one.

    Names of categories are set in `size` or smaller. `shades` are those of the bars of a
    single series, if they have their own.
    """
    task = Task(chart, frame, size, canvas, shades)
    match chart.type:
        case ChartType.LINE:
            return line_draft(task)
        case ChartType.COLUMN:
            return column_draft(task) or bar_draft(task)
        case ChartType.DOUGHNUT:
            return ring_draft(task) or bar_draft(task)
    return bar_draft(task)
