"""The axes of a chart: what they reach to, where they cross, and how they are set."""

from __future__ import annotations

from decimal import Decimal

from deckgen.page import ChartForm, Scale
from deckgen.style import Ink
from deckgen.writing.pptx.chart_scene import NO_LINE, ChartScene
from deckgen.writing.pptx.emu import emu
from deckgen.writing.pptx.markup import attribute

CATEGORY_AXIS, VALUE_AXIS = 111111111, 222222222


def axes_xml(scene: ChartScene) -> str:
    """The axis of the categories, then that of the figures."""
    is_bar = scene.chart.form is ChartForm.BAR
    first, second = ("l", "b") if is_bar else ("b", "l")
    orientation = "maxMin" if is_bar else "minMax"
    return (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/>'
        f'<c:scaling><c:orientation val="{orientation}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{first}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{_base_line_xml(scene)}</c:spPr>"
        f"{scene.type_xml(scene.chart.size, Ink.TEXT)}"
        f'<c:crossAx val="{VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="50"/><c:tickLblSkip val="1"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
        f"{_value_axis_xml(scene, second)}"
    )


def _base_line_xml(scene: ChartScene) -> str:
    """The line that bars start from; bars that all reach to the right show it themselves."""
    scale = scene.chart.scale
    if scene.chart.form is ChartForm.BAR and scale and scale.low >= 0 and not scale.step:
        return NO_LINE
    return f'<a:ln w="{emu(1.0)}">{scene.inks.fill(Ink.LINE)}</a:ln>'


def _value_axis_xml(scene: ChartScene, place: str) -> str:
    low, high, step, places = scene.chart.scale or Scale(Decimal(0), Decimal(1))
    # The first bar stands at the top, and the axis below the last.
    crossing = "max" if scene.chart.form is ChartForm.BAR else "min"
    lines = f'<a:ln w="{emu(0.75)}">{scene.inks.fill(Ink.LINE)}</a:ln>'
    shown = f"<c:majorGridlines><c:spPr>{lines}</c:spPr></c:majorGridlines>" if step else ""
    unit = f'<c:majorUnit val="{step:f}"/>' if step else ""
    return (
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{high:f}"/><c:min val="{low:f}"/></c:scaling>'
        f'<c:delete val="{0 if step else 1}"/><c:axPos val="{place}"/>{shown}'
        f'<c:numFmt formatCode="{attribute(scene.figure_format(places))}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f"<c:spPr>{NO_LINE}</c:spPr>{scene.type_xml(scene.chart.tick_size, Ink.MUTED)}"
        f'<c:crossAx val="{CATEGORY_AXIS}"/><c:crosses val="{crossing}"/>'
        f'<c:crossBetween val="between"/>{unit}</c:valAx>'
    )
