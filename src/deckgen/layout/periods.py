"""The names of periods below a chart: all of them, or as many as can be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deckgen.content import Text
from deckgen.geometry import Points
from deckgen.layout.canvas import Canvas
from deckgen.layout.lettering import SetLabel, set_label
from deckgen.named import NamedTuple
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


class PeriodRoom(NamedTuple):
    """How wide the chart is, and how far names may reach out of it on both sides."""

    before: Points
    width: Points
    after: Points


def set_periods(
    canvas: Canvas, texts: Sequence[Text], room: PeriodRoom, style: ParagraphStyle
) -> Periods:
    """The names of periods: every one, or every second, third and so on.

    The first of those with which no word is torn. They stand under the middle of their periods;
    long ones of few periods begin there.
    """
    setter = _Setter(canvas, texts, room, style)
    for stride in range(1, len(texts) + 1):
        for align in (Align.CENTRE, Align.LEFT):
            labels = setter.labels(stride, align)
            if all(_is_calm(label) for label in labels.values()):
                return Periods(labels, setter.slot)
    return Periods(labels, setter.slot)


class _Setter(NamedTuple):
    canvas: Canvas
    texts: Sequence[Text]
    room: PeriodRoom
    style: ParagraphStyle

    @property
    def slot(self) -> Points:
        return self.room.width / len(self.texts)

    def labels(self, stride: int, align: Align) -> dict[int, SetLabel]:
        """Every name that is `stride` periods after the one before."""
        style = self.style._replace(align=align)
        return {
            index: set_label(
                self.canvas, self.texts[index], self._width(index, stride, align), style
            )
            for index in range(0, len(self.texts), stride)
        }

    def _width(self, index: int, stride: int, align: Align) -> Points:
        """How wide a name may be, so that it meets no other and stays in the picture."""
        place = (index + 0.5) * self.slot
        after = self.room.width + self.room.after - place
        if align is Align.CENTRE:
            most = 2 * min(place + self.room.before, after)
            return max(1.0, min(stride * self.slot - GAP, most))
        return max(1.0, min(stride * self.slot - GAP, after))


def _is_calm(label: SetLabel) -> bool:
    return len(label.lines) <= MOST_LINES and not label.torn.torn
