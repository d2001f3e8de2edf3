"""Native charts (ECMA-376-1, 21.2), each with the workbook that it is edited in.

All that programs choose for themselves is told: where the plot stands, what its axes reach to,
fonts, sizes and colours. So a chart is laid out alike wherever it is opened.
"""

from __future__ import annotations

from deckgen.page import Chart, ChartForm
from deckgen.style import Ink
from deckgen.writing.pptx.chart_axes import CATEGORY_AXIS, VALUE_AXIS, axes_xml
from deckgen.writing.pptx.chart_scene import NO_LINE, ChartScene
from deckgen.writing.pptx.chart_series import series_xml, texts_xml
from deckgen.writing.pptx.inks import Inks
from deckgen.writing.pptx.markup import document
from deckgen.writing.pptx.package import OFFICE, Part, References
from deckgen.writing.pptx.shapes import CHART, chart_name
from deckgen.writing.pptx.workbook import categories_range, workbook_part

HOLE = 58
"""The size of a doughnut's hole, in percent."""

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_NAMESPACES = (
    f'xmlns:c="{CHART}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:r="{OFFICE}"'
)


def chart_parts(chart: Chart, number: int, language: str, inks: Inks) -> tuple[Part, Part]:
    """The parts of chart `number`, from 1: itself, and its workbook."""
    workbook = workbook_part(f"ppt/embeddings/Microsoft_Excel_Worksheet{number}.xlsx", chart)
    references = References()
    reference = references.to(f"{OFFICE}/package", workbook.name)
    content = document(_chart_space_xml(ChartScene(chart, language, inks), reference))
    part = Part(chart_name(number), _CONTENT_TYPE, content, references.relationships)
    return part, workbook


def _chart_space_xml(scene: ChartScene, workbook: str) -> str:
    axes = "" if scene.chart.form is ChartForm.DOUGHNUT else axes_xml(scene)
    return (
        f'<c:chartSpace {_NAMESPACES}><c:date1904 val="0"/><c:lang val="{scene.language}"/>'
        '<c:roundedCorners val="0"/><c:style val="2"/>'
        '<c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea>{_layout_xml(scene)}{_plot_xml(scene)}{axes}"
        f"<c:spPr><a:noFill/>{NO_LINE}</c:spPr></c:plotArea>"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/>{NO_LINE}</c:spPr>"
        f"{scene.type_xml(scene.chart.size, Ink.TEXT)}"
        f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    )


def _layout_xml(scene: ChartScene) -> str:
    """The plot's place in shares of the chart's frame."""
    frame, plot = scene.chart.rect, scene.chart.plot
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/>'
        '<c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{(plot.left - frame.left) / frame.width:.6f}"/>'
        f'<c:y val="{(plot.top - frame.top) / frame.height:.6f}"/>'
        f'<c:w val="{plot.width / frame.width:.6f}"/>'
        f'<c:h val="{plot.height / frame.height:.6f}"/></c:manualLayout></c:layout>'
    )


def _plot_xml(scene: ChartScene) -> str:
    chart = scene.chart
    categories = f"<c:cat>{texts_xml(categories_range(chart), chart.categories)}</c:cat>"
    series = "".join([series_xml(scene, n, categories) for n in range(len(chart.series))])
    ids = f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/>'
    varied = '<c:varyColors val="0"/>'
    match chart.form:
        case ChartForm.LINE:
            return (
                f'<c:lineChart><c:grouping val="standard"/>{varied}{series}'
                f'<c:marker val="1"/>{ids}</c:lineChart>'
            )
        case ChartForm.DOUGHNUT:
            return (
                f'<c:doughnutChart><c:varyColors val="1"/>{series}'
                f'<c:firstSliceAng val="0"/><c:holeSize val="{HOLE}"/></c:doughnutChart>'
            )
    direction = "bar" if chart.form is ChartForm.BAR else "col"
    grouping, overlap = ("stacked", 100) if chart.is_stacked else ("clustered", 0)
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/>{varied}'
        f'{series}<c:gapWidth val="{round(100 * chart.gap)}"/>'
        f'<c:overlap val="{overlap}"/>{ids}</c:barChart>'
    )
