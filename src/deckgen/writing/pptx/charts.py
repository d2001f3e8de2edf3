"""Native charts (ECMA-376-1, 21.2), each with the workbook that it is edited in.

All that programs choose for themselves is told: where the plot stands, what its axes reach to,
fonts, sizes and colours. So a chart is laid out alike wherever it is opened.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from deckgen.geometry import Points
from deckgen.named import NamedTuple
from deckgen.page import Chart, ChartForm, ChartSeries, Labelling, Scale
from deckgen.style import Form, Ink, Shade
from deckgen.writing.pptx.emu import emu, hundredths
from deckgen.writing.pptx.inks import Inks
from deckgen.writing.pptx.markup import attribute, document
from deckgen.writing.pptx.package import OFFICE, Part, References
from deckgen.writing.pptx.shapes import CHART, chart_name
from deckgen.writing.pptx.workbook import (
    categories_range,
    figure,
    name_cell,
    text,
    values_range,
    workbook_part,
)

LINE: Points = 2.5
"""How thick a line of a chart is."""

MARKER = 8
"""The size of a line's markers, in points."""

HOLE = 58
"""The size of a doughnut's hole, in percent."""

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_NAMESPACES = (
    f'xmlns:c="{CHART}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:r="{OFFICE}"'
)
_CATEGORY_AXIS, _VALUE_AXIS = 111111111, 222222222
_NO_LINE = "<a:ln><a:noFill/></a:ln>"
_STRAIGHT = '<c:smooth val="0"/>'
_MARKERS = {
    Form.ELLIPSE: "circle",
    Form.RECTANGLE: "square",
    Form.TRIANGLE: "triangle",
    Form.DIAMOND: "diamond",
}
_MINUS = "−"
_LOCALES = {"de-DE": "407", "en-GB": "809", "en-US": "409"}
_SHOWN = {Labelling.END: "outEnd", Labelling.MIDDLE: "ctr"}


def chart_parts(chart: Chart, number: int, language: str, inks: Inks) -> tuple[Part, Part]:
    """The parts of chart `number`, from 1: itself, and its workbook."""
    workbook = workbook_part(f"ppt/embeddings/Microsoft_Excel_Worksheet{number}.xlsx", chart)
    references = References()
    reference = references.to(f"{OFFICE}/package", workbook.name)
    content = document(_Writer(chart, language, inks).chart_space_xml(reference))
    part = Part(chart_name(number), _CONTENT_TYPE, content, references.relationships)
    return part, workbook


class _Writer(NamedTuple):
    chart: Chart
    language: str
    inks: Inks

    def chart_space_xml(self, workbook: str) -> str:
        axes = "" if self.chart.form is ChartForm.DOUGHNUT else self._axes_xml()
        return (
            f'<c:chartSpace {_NAMESPACES}><c:date1904 val="0"/><c:lang val="{self.language}"/>'
            '<c:roundedCorners val="0"/><c:style val="2"/>'
            '<c:chart><c:autoTitleDeleted val="1"/>'
            f"<c:plotArea>{self._layout_xml()}{self._plot_xml()}{axes}"
            f"<c:spPr><a:noFill/>{_NO_LINE}</c:spPr></c:plotArea>"
            '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
            f"<c:spPr><a:noFill/>{_NO_LINE}</c:spPr>"
            f"{self._type_xml(self.chart.size, Ink.TEXT)}"
            f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData>'
            "</c:chartSpace>"
        )

    def _layout_xml(self) -> str:
        """The plot's place in shares of the chart's frame."""
        frame, plot = self.chart.rect, self.chart.plot
        return (
            '<c:layout><c:manualLayout><c:layoutTarget val="inner"/>'
            '<c:xMode val="edge"/><c:yMode val="edge"/>'
            f'<c:x val="{(plot.left - frame.left) / frame.width:.6f}"/>'
            f'<c:y val="{(plot.top - frame.top) / frame.height:.6f}"/>'
            f'<c:w val="{plot.width / frame.width:.6f}"/>'
            f'<c:h val="{plot.height / frame.height:.6f}"/></c:manualLayout></c:layout>'
        )

    def _plot_xml(self) -> str:
        chart = self.chart
        categories = f"<c:cat>{_texts_xml(categories_range(chart), chart.categories)}</c:cat>"
        series = "".join([self._series_xml(n, categories) for n in range(len(chart.series))])
        ids = f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'
        varied = '<c:varyColors val="0"/>'
        match self.chart.form:
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
        direction = "bar" if self.chart.form is ChartForm.BAR else "col"
        grouping, overlap = ("stacked", 100) if self.chart.is_stacked else ("clustered", 0)
        return (
            f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/>{varied}'
            f'{series}<c:gapWidth val="{round(100 * self.chart.gap)}"/>'
            f'<c:overlap val="{overlap}"/>{ids}</c:barChart>'
        )

    def _series_xml(self, index: int, categories: str) -> str:
        chart, series = self.chart, self.chart.series[index]
        is_line = chart.form is ChartForm.LINE
        first = series.shades[0]
        look = self._line_look_xml(series) if is_line else self._bar_look_xml(series, first)
        inverted = '<c:invertIfNegative val="0"/>' if chart.form in _BARS else ""
        return (
            f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>'
            f"<c:tx>{_texts_xml(name_cell(index), (series.name,))}</c:tx>"
            f"{look}{inverted}{self._points_xml(series)}{self._labels_xml(series)}"
            f"{categories}<c:val>{self._figures_xml(series, values_range(chart, index))}</c:val>"
            f"{_STRAIGHT if is_line else ''}</c:ser>"
        )

    def _bar_look_xml(self, series: ChartSeries, shade: Shade) -> str:
        """A fill, and the edge of a pale one that no figure tells the end of.

        Parts of a doughnut or a stack are set apart by a line of the ground.
        """
        edge = _NO_LINE
        if self.chart.form is ChartForm.DOUGHNUT or self.chart.is_stacked:
            edge = f'<a:ln w="{emu(1.0)}">{self.inks.fill(Ink.BACKGROUND)}</a:ln>'
        elif shade.strength < 1 and series.labelling is Labelling.NONE:
            edge = f'<a:ln w="{emu(1.0)}">{self.inks.fill(shade.ink)}</a:ln>'
        return f"<c:spPr>{self.inks.fill(shade)}{edge}</c:spPr>"

    def _line_look_xml(self, series: ChartSeries) -> str:
        fill = self.inks.fill(series.shades[0])
        return (
            f'<c:spPr><a:ln w="{emu(LINE)}" cap="rnd">{fill}<a:round/></a:ln></c:spPr>'
            f'<c:marker><c:symbol val="{_MARKERS[series.marker]}"/><c:size val="{MARKER}"/>'
            f"<c:spPr>{fill}{_NO_LINE}</c:spPr></c:marker>"
        )

    def _points_xml(self, series: ChartSeries) -> str:
        """The points that have a shade of their own."""
        if len(series.shades) == 1:
            return ""
        inverted = '<c:invertIfNegative val="0"/>' if self.chart.form in _BARS else ""
        return "".join(
            f'<c:dPt><c:idx val="{index}"/>{inverted}<c:bubble3D val="0"/>'
            f"{self._bar_look_xml(series, shade)}</c:dPt>"
            for index, shade in enumerate(series.shades)
        )

    def _labels_xml(self, series: ChartSeries) -> str:
        match series.labelling:
            case Labelling.NONE:
                return f"<c:dLbls>{_shown_xml()}</c:dLbls>"
            case Labelling.LAST | Labelling.LAST_WITH_NAME:
                return f"<c:dLbls>{self._last_label_xml(series)}{_shown_xml()}</c:dLbls>"
        place = _SHOWN[series.labelling]
        hidden = "".join(
            f'<c:dLbl><c:idx val="{index}"/><c:delete val="1"/></c:dLbl>'
            for index in sorted(series.hidden)
        )
        if self.chart.form is ChartForm.LINE:
            place = "t"
        return (
            f"<c:dLbls>{hidden}{self._label_look_xml(series)}"
            f'<c:dLblPos val="{place}"/>{_shown_xml(value=True)}</c:dLbls>'
        )

    def _last_label_xml(self, series: ChartSeries) -> str:
        last = max((i for i, v in enumerate(series.values) if v is not None), default=None)
        if last is None:
            return ""
        has_name = series.labelling is Labelling.LAST_WITH_NAME
        return (
            f'<c:dLbl><c:idx val="{last}"/>{self._label_look_xml(series)}<c:dLblPos val="r"/>'
            f"{_shown_xml(value=True, name=has_name)}<c:separator>\u2002</c:separator></c:dLbl>"
        )

    def _label_look_xml(self, series: ChartSeries) -> str:
        figures = attribute(self._format(self.chart.decimals))
        return (
            f'<c:numFmt formatCode="{figures}" sourceLinked="0"/>'
            f"<c:spPr><a:noFill/>{_NO_LINE}</c:spPr>"
            f"{self._type_xml(self.chart.label_size, series.ink, is_bold=True, wraps=False)}"
        )

    def _format(self, places: int) -> str:
        """The format of figures; the locale says with which marks (ECMA-376-1, 18.8.31).

        Behind the semicolon is that of figures below nothing, which would have a hyphen.
        """
        fraction = f".{'0' * places}" if places else ""
        before, after = _quoted(self.chart.before), _quoted(self.chart.after)
        locale, figures = f"[$-{_LOCALES[self.language]}]", f"{before}#,##0{fraction}{after}"
        return f'{locale}{figures};{locale}"{_MINUS}"{figures}'

    def _axes_xml(self) -> str:
        is_bar = self.chart.form is ChartForm.BAR
        first, second = ("l", "b") if is_bar else ("b", "l")
        orientation = "maxMin" if is_bar else "minMax"
        return (
            f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/>'
            f'<c:scaling><c:orientation val="{orientation}"/></c:scaling><c:delete val="0"/>'
            f'<c:axPos val="{first}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
            '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
            f"<c:spPr>{self._base_line_xml()}</c:spPr>"
            f"{self._type_xml(self.chart.size, Ink.TEXT)}"
            f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
            '<c:lblAlgn val="ctr"/><c:lblOffset val="50"/><c:tickLblSkip val="1"/>'
            '<c:noMultiLvlLbl val="1"/></c:catAx>'
            f"{self._value_axis_xml(second)}"
        )

    def _base_line_xml(self) -> str:
        """The line that bars start from; bars that all reach to the right show it themselves."""
        scale = self.chart.scale
        if self.chart.form is ChartForm.BAR and scale and scale.low >= 0 and not scale.step:
            return _NO_LINE
        return f'<a:ln w="{emu(1.0)}">{self.inks.fill(Ink.LINE)}</a:ln>'

    def _value_axis_xml(self, place: str) -> str:
        low, high, step, places = self.chart.scale or Scale(Decimal(0), Decimal(1))
        # The first bar stands at the top, and the axis below the last.
        crossing = "max" if self.chart.form is ChartForm.BAR else "min"
        lines = f'<a:ln w="{emu(0.75)}">{self.inks.fill(Ink.LINE)}</a:ln>'
        shown = f"<c:majorGridlines><c:spPr>{lines}</c:spPr></c:majorGridlines>" if step else ""
        unit = f'<c:majorUnit val="{step:f}"/>' if step else ""
        return (
            f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>'
            f'<c:max val="{high:f}"/><c:min val="{low:f}"/></c:scaling>'
            f'<c:delete val="{0 if step else 1}"/><c:axPos val="{place}"/>{shown}'
            f'<c:numFmt formatCode="{attribute(self._format(places))}" sourceLinked="0"/>'
            '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
            f"<c:spPr>{_NO_LINE}</c:spPr>{self._type_xml(self.chart.tick_size, Ink.MUTED)}"
            f'<c:crossAx val="{_CATEGORY_AXIS}"/><c:crosses val="{crossing}"/>'
            f'<c:crossBetween val="between"/>{unit}</c:valAx>'
        )

    def _figures_xml(self, series: ChartSeries, cells: str) -> str:
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

    def _type_xml(
        self, size: Points, ink: Ink, *, is_bold: bool = False, wraps: bool = True
    ) -> str:
        level = ' rot="0" vert="horz"' + ("" if wraps else ' wrap="none"')
        return (
            f"<c:txPr><a:bodyPr{level}/><a:lstStyle/><a:p><a:pPr>"
            f'<a:defRPr sz="{hundredths(size)}" b="{is_bold:d}" i="0" kern="0">'
            f"{self.inks.fill(ink)}{self.inks.body_font}</a:defRPr></a:pPr>"
            f'<a:endParaRPr lang="{self.language}"/></a:p></c:txPr>'
        )


_BARS = (ChartForm.BAR, ChartForm.COLUMN)


def _texts_xml(cells: str, texts: Sequence[str]) -> str:
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


def _quoted(words: str) -> str:
    """`words` as they stand in a number's format: in quotes, and quotes behind a backslash."""
    return '\\"'.join(f'"{part}"' if part else "" for part in words.split('"'))
