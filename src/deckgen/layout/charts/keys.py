"""What stands over a chart: the unit of its figures, and which shade is which series."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.content import Chart, Text
from deckgen.geometry import Points, Rect
from deckgen.layout.canvas import Canvas, SetParagraph
from deckgen.layout.charts.figures import Written
from deckgen.named import NamedTuple
from deckgen.page import Element, Run, Shape, TextBox
from deckgen.style import Anchor, Form, Ink, Shade
from deckgen.typography import CHART_KEY_STEPS, plain_style

SWATCH: Points = 12.0
SWATCH_GAP: Points = 8.0
ENTRY_GAP: Points = 24.0
LARGEST_SHARE = 0.35
"""The share of a frame's height that a key should take at most."""

BELOW: Points = 12.0
"""Between what stands over a chart, and the chart."""


class Entry(NamedTuple):
    """A series in the key."""

    name: Text
    shade: Shade
    form: Form = Form.RECTANGLE


def series_entries(chart: Chart, shades: Sequence[Shade]) -> list[Entry]:
    """An entry for each of several series."""
    if len(chart.series) == 1:
        return []
    named = zip(chart.series, shades, strict=True)
    return [Entry(series.name, shade) for series, shade in named if series.name]


class Header(NamedTuple):
    """What stands over a chart, and how much of its frame that takes."""

    elements: tuple[Element, ...]
    height: Points
    torn: tuple[SetParagraph, ...] = ()


def header(
    chart: Chart, shown: Written, entries: Sequence[Entry], frame: Rect, canvas: Canvas
) -> Header:
    """The line on the figures, where they need one, and the key, where there are `entries`."""
    elements: list[Element] = []
    torn: list[SetParagraph] = []
    top = frame.top
    line = _line(chart, shown, canvas)
    if line:
        style = plain_style(CHART_KEY_STEPS[-2], Ink.MUTED)
        paragraph = canvas.set_runs(line, chart.source, (style,), frame.width)
        rect = Rect(frame.left, top, frame.width, paragraph.height)
        elements.append(TextBox(canvas.words.figures, rect, (paragraph.paragraph,), (style,)))
        torn.append(paragraph)
        top = rect.bottom + BELOW / 2
    if entries:
        key = _key(entries, frame.drop_top(top - frame.top), canvas)
        elements += key.elements
        torn += key.torn
        top += key.height + BELOW / 2
    height = top - frame.top
    return Header(tuple(elements), height + BELOW / 2 if height else 0.0, tuple(torn))


def _line(chart: Chart, shown: Written, canvas: Canvas) -> tuple[Run, ...]:
    words = canvas.words
    told = []
    if chart.unit and not shown.has_unit:
        told.append(words.in_unit.format(unit=chart.unit.plain))
    if shown.is_rounded:
        told.append(words.figures_rounded)
    return (Run(" · ".join(told)),) if told else ()


def _key(entries: Sequence[Entry], frame: Rect, canvas: Canvas) -> Header:
    """The key at the first step at which it takes no more than its share of the frame."""
    for size in CHART_KEY_STEPS:
        key = set_key(entries, size, frame, canvas)
        if key.height <= frame.height * LARGEST_SHARE:
            break
    return key


def set_key(
    entries: Sequence[Entry], size: Points, frame: Rect, canvas: Canvas, *, is_list: bool = False
) -> Header:
    """Swatches with names from the left, as many beside one another as there is room for."""
    style = plain_style(size)
    left, top, height = frame.left, frame.top, 0.0
    elements: list[Element] = []
    torn: list[SetParagraph] = []
    for number, entry in enumerate(entries, start=1):
        indent = SWATCH + SWATCH_GAP
        natural = canvas.width(entry.name.plain, style) + 1
        width = min(natural, frame.width - indent)
        is_full = left > frame.left and (is_list or left + indent + width > frame.right)
        if is_full:
            left, top, height = frame.left, top + height + size * 0.4, 0.0
        paragraph = canvas.set_text(entry.name, (style,), width)
        height = max(height, paragraph.height)
        swatch = Rect(left, top + (style.leading - SWATCH) / 2, SWATCH, SWATCH)
        rect = Rect(left + indent, top, width, paragraph.height)
        elements += (
            Shape(f"{canvas.words.figures} {number}", swatch, entry.shade, entry.form),
            _name_box(f"{canvas.words.key} {number}", paragraph, rect),
        )
        torn.append(paragraph)
        left = rect.right + ENTRY_GAP
    return Header(tuple(elements), top + height - frame.top, tuple(torn))


def _name_box(name: str, paragraph: SetParagraph, rect: Rect) -> TextBox:
    return TextBox(name, rect, (paragraph.paragraph,), (paragraph.style,), anchor=Anchor.TOP)
