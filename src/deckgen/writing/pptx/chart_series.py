"""The series of a chart: their figures, how they look, and what is written beside their points."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from deckgen.geometry import Points
from deckgen.page import ChartForm, ChartSeries, Labelling
from deckgen.style import Form, Ink, Shade
from deckgen.writing.pptx.chart_scene import NO_LINE, ChartScene
from deckgen.writing.pptx.emu import emu
from deckgen.writing.pptx.markup import attribute
from deckgen.writing.pptx.workbook import figure, name_cell, text, values_range

LINE: Points = 2.5
"""How thick a line of a chart is."""

MARKER = 8
"""The size of a line's markers, in points."""

_STRAIGHT = '<c:smooth val="0"/>'
_MARKERS = {
    Form.ELLIPSE: "circle",
    Form.RECTANGLE: "square",
    Form.TRIANGLE: "triangle",
    Form.DIAMOND: "diamond",
}
_PLACES = {Labelling.END: "outEnd", Labelling.MIDDLE: "ctr"}
_BARS = (ChartForm.BAR, ChartForm.COLUMN)


def series_xml(scene: ChartScene, index: int, categories: str) -> str:
    """Series `index`, with the `categories` that all of them share."""
    chart, series = scene.chart, scene.chart.series[index]
    is_line = chart.form is ChartForm.LINE
    shade = series.shades[0]
    look = _line_look_xml(scene, series) if is_line else _bar_look_xml(scene, series, shade)
    inverted = '<c:invertIfNegative val="0"/>' if chart.form in _BARS else ""
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>'
        f"<c:tx>{texts_xml(name_cell(index), (series.name,))}</c:tx>"
        f"{look}{inverted}{_points_xml(scene, series)}{_labels_xml(scene, series)}"
        f"{categories}<c:val>{_figures_xml(series, values_range(chart, index))}</c:val>"
        f"{_STRAIGHT if is_line else ''}</c:ser>"
    )


def _bar_look_xml(scene: ChartScene, series: ChartSeries, shade: Shade) -> str:
    """A fill, and the edge of a pale one that no figure tells the end of.

    Parts of a doughnut or a stack are set apart by a line of the ground.
    """
    edge = NO_LINE
    if scene.chart.form is ChartForm.DOUGHNUT or scene.chart.is_stacked:
        edge = f'<a:ln w="{emu(1.0)}">{scene.inks.fill(Ink.BACKGROUND)}</a:ln>'
    elif shade.strength < 1 and series.labelling is Labelling.NONE:
        edge = f'<a:ln w="{emu(1.0)}">{scene.inks.fill(shade.ink)}</a:ln>'
    return f"<c:spPr>{scene.inks.fill(shade)}{edge}</c:spPr>"


def _line_look_xml(scene: ChartScene, series: ChartSeries) -> str:
    fill = scene.inks.fill(series.shades[0])
    return (
        f'<c:spPr><a:ln w="{emu(LINE)}" cap="rnd">{fill}<a:round/></a:ln></c:spPr>'
        f'<c:marker><c:symbol val="{_MARKERS[series.marker]}"/><c:size val="{MARKER}"/>'
        f"<c:spPr>{fill}{NO_LINE}</c:spPr></c:marker>"
    )


def _points_xml(scene: ChartScene, series: ChartSeries) -> str:
    """The points that have a shade of their own."""
    if len(series.shades) == 1:
        return ""
    inverted = '<c:invertIfNegative val="0"/>' if scene.chart.form in _BARS else ""
    return "".join(
        f'<c:dPt><c:idx val="{index}"/>{inverted}<c:bubble3D val="0"/>'
        f"{_bar_look_xml(scene, series, shade)}</c:dPt>"
        for index, shade in enumerate(series.shades)
    )


def _labels_xml(scene: ChartScene, series: ChartSeries) -> str:
    match series.labelling:
        case Labelling.NONE:
            return f"<c:dLbls>{_shown_xml()}</c:dLbls>"
        case Labelling.LAST | Labelling.LAST_WITH_NAME:
            return f"<c:dLbls>{_last_label_xml(scene, series)}{_shown_xml()}</c:dLbls>"
    place = "t" if scene.chart.form is ChartForm.LINE else _PLACES[series.labelling]
    hidden = "".join(
        f'<c:dLbl><c:idx val="{index}"/><c:delete val="1"/></c:dLbl>'
        for index in sorted(series.hidden)
    )
    return (
        f"<c:dLbls>{hidden}{_label_look_xml(scene, series)}"
        f'<c:dLblPos val="{place}"/>{_shown_xml(value=True)}</c:dLbls>'
    )


def _last_label_xml(scene: ChartScene, series: ChartSeries) -> str:
    last = max((i for i, v in enumerate(series.values) if v is not None), default=None)
    if last is None:
        return ""
    has_name = series.labelling is Labelling.LAST_WITH_NAME
    return (
        f'<c:dLbl><c:idx val="{last}"/>{_label_look_xml(scene, series)}<c:dLblPos val="r"/>'
        f"{_shown_xml(value=True, name=has_name)}<c:separator>\u2002</c:separator></c:dLbl>"
    )


def _label_look_xml(scene: ChartScene, series: ChartSeries) -> str:
    figures = attribute(scene.figure_format(scene.chart.decimals))
    return (
        f'<c:numFmt formatCode="{figures}" sourceLinked="0"/>'
        f"<c:spPr><a:noFill/>{NO_LINE}</c:spPr>"
        f"{scene.type_xml(scene.chart.label_size, series.ink, is_bold=True, wraps=False)}"
    )


def _figures_xml(series: ChartSeries, cells: str) -> str:
    points = "".join(
        [
            f'<c:pt idx="{index}"><c:v>{figure(value)}</c:v></c:pt>'
            for index, value in enumerate(series.values)
            if value is not None
        ]
    )
    return (
        f"<c:numRef><c:f>{cells}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(series.values)}"/>{points}</c:numCache></c:numRef>'
    )


def texts_xml(cells: str, texts: Sequence[str]) -> str:
    """Texts, and the `cells` of the workbook that they stand in."""
    points = "".join(
        [f'<c:pt idx="{n}"><c:v>{text(words)}</c:v></c:pt>' for n, words in enumerate(texts)]
    )
    return (
        f"<c:strRef><c:f>{cells}</c:f><c:strCache>"
        f'<c:ptCount val="{len(texts)}"/>{points}</c:strCache></c:strRef>'
    )


@cache
def _shown_xml(*, value: bool = False, name: bool = False) -> str:
    shown = {"LegendKey": False, "Val": value, "CatName": False, "SerName": name}
    all_of_it = {**shown, "Percent": False, "BubbleSize": False}
    return "".join(f'<c:show{what} val="{is_shown:d}"/>' for what, is_shown in all_of_it.items())
