"""The names of periods below a chart: all of them, or as many as can be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from deckgen.content import Text
from deckgen.geometry import Points
from deckgen.layout.canvas import Canvas
from deckgen.layout.lettering import SetLabel, set_label
from deckgen.style import Align, ParagraphStyle

MOST_LINES = 3
GAP: Points = 8.0


class Periods(NamedTuple):
    """Names by the number of their period; each period is a `slot` wide."""

    labels: Mapping[int, SetLabel]
    slot: Points

    @property
    def height(self) -> Points:
        return max(label.height for label in self.labels.values())


def set_periods(
    canvas: Canvas, texts: Sequence[Text], width: Points, reach: Points, style: ParagraphStyle
) -> Periods:
    """The names of periods over `width` points: every one, or every second, third and so on.

    The first of those with which no word is torn; the last name may reach as far as `reach`.
    """
    slot = width / len(texts)
    for stride in range(1, len(texts) + 1):
        labels = {
            index: _label(canvas, texts[index], index, stride, slot, reach, style)
            for index in range(0, len(texts), stride)
        }
        if all(_is_calm(label) for label in labels.values()):
            break
    return Periods(labels, slot)


def _label(
    canvas: Canvas,
    text: Text,
    index: int,
    stride: int,
    slot: Points,
    reach: Points,
    style: ParagraphStyle,
) -> SetLabel:
    """A name under its point, or from there on if it stands for several periods."""
    if stride == 1:
        return set_label(canvas, text, max(1.0, slot - GAP), style._replace(align=Align.CENTRE))
    room = min(stride * slot, reach - (index + 0.5) * slot)
    return set_label(canvas, text, max(1.0, room - GAP), style)


def _is_calm(label: SetLabel) -> bool:
    return len(label.lines) <= MOST_LINES and not label.torn.torn
