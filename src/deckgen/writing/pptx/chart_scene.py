"""What the parts of a chart's XML have in common: how its words and figures are set."""

from __future__ import annotations

from deckgen.geometry import Points
from deckgen.language import MINUS
from deckgen.named import NamedTuple
from deckgen.page import Chart
from deckgen.style import Ink
from deckgen.writing.pptx.emu import hundredths
from deckgen.writing.pptx.inks import Inks

NO_LINE = "<a:ln><a:noFill/></a:ln>"

_LOCALES = {"de-DE": "407", "en-GB": "809", "en-US": "409"}


class ChartScene(NamedTuple):
    """The chart that XML is written for, the tag of its language, and its inks."""

    chart: Chart
    language: str
    inks: Inks

    def type_xml(self, size: Points, ink: Ink, *, is_bold: bool = False, wraps: bool = True) -> str:
        """How words of the chart are set."""
        level = ' rot="0" vert="horz"' + ("" if wraps else ' wrap="none"')
        return (
            f"<c:txPr><a:bodyPr{level}/><a:lstStyle/><a:p><a:pPr>"
            f'<a:defRPr sz="{hundredths(size)}" b="{is_bold:d}" i="0" kern="0">'
            f"{self.inks.fill(ink)}{self.inks.body_font}</a:defRPr></a:pPr>"
            f'<a:endParaRPr lang="{self.language}"/></a:p></c:txPr>'
        )

    def figure_format(self, places: int) -> str:
        """The format of figures; the locale says with which marks (ECMA-376-1, 18.8.31).

        Behind the semicolon is that of figures below nothing, which would have a hyphen.
        """
        fraction = f".{'0' * places}" if places else ""
        before, after = _quoted(self.chart.before), _quoted(self.chart.after)
        locale, figures = f"[$-{_LOCALES[self.language]}]", f"{before}#,##0{fraction}{after}"
        return f'{locale}{figures};{locale}"{MINUS}"{figures}'


def _quoted(words: str) -> str:
    """`words` as they stand in a number's format: in quotes, and quotes behind a backslash."""
    return '\\"'.join(f'"{part}"' if part else "" for part in words.split('"'))
