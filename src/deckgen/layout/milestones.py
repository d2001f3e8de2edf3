"""Milestones on a row of a timeline: their marks, and labels that never stand over one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum

from deckgen.content import Milestone
from deckgen.geometry import Points
from deckgen.layout.axis import Axis
from deckgen.layout.canvas import Canvas, runs_of
from deckgen.named import NamedTuple
from deckgen.page import Run
from deckgen.schedule import Scheduled, day_of, was_moved
from deckgen.style import Ink, ParagraphStyle

MARK = 16.0
"""How wide and high a mark is."""

LABEL_GAP = 10.0
"""What is free at least between two labels of one line."""


class Mark(NamedTuple):
    """A milestone at `x`, and where it was planned to be if it was moved; None is not shown.

    A line goes from `from_x` to `to_x`, which are these places or the edges that are nearest.
    """

    milestone: Milestone
    x: Points | None
    planned_x: Points | None
    from_x: Points
    to_x: Points

    @property
    def is_moved(self) -> bool:
        """Whether it stands at another day than was planned."""
        return was_moved(self.milestone)

    @property
    def anchor(self) -> Points:
        """Where the label belongs."""
        x = self.planned_x if self.x is None else self.x
        return x or 0.0


class Detail(IntEnum):
    """How much the labels of a row tell; those that tell numbers have a key elsewhere."""

    DATED = 0
    TITLED = 1
    NUMBERED = 2


class Label(NamedTuple):
    """Words in line `line` under a row's bar."""

    runs: tuple[Run, ...]
    line: int
    left: Points
    width: Points


def marks_of(project: Scheduled, axis: Axis) -> tuple[Mark, ...]:
    """The marks of the milestones that stand in the time shown, or were planned to."""
    marks = (_mark(milestone, axis) for milestone in project.milestones)
    shown = (mark for mark in marks if mark.x is not None or mark.planned_x is not None)
    return tuple(sorted(shown, key=lambda mark: mark.anchor))


def _mark(milestone: Milestone, axis: Axis) -> Mark:
    day, planned = day_of(milestone), milestone.planned
    x = axis.x(day)
    shown_x = x if axis.shows(day) else None
    if planned is None or planned == day:
        return Mark(milestone, shown_x, None, x, x)
    planned_x = axis.x(planned)
    return Mark(milestone, shown_x, planned_x if axis.shows(planned) else None, planned_x, x)


class Wording(NamedTuple):
    """What the labels of a row may say, and how wide that is."""

    detail: Detail
    runs: tuple[tuple[Run, ...], ...]
    widths: tuple[Points, ...]


def wording_of(
    marks: Sequence[Mark], detail: Detail, style: ParagraphStyle, canvas: Canvas
) -> Wording:
    """What the labels of a row say that tell so much."""
    texts = tuple([_runs(mark, detail, canvas) for mark in marks])
    return Wording(detail, texts, tuple([canvas.line_width(runs, style) + 1 for runs in texts]))


def labels_of(
    marks: Sequence[Mark], wording: Wording, axis: Axis, lines: int
) -> tuple[Label, ...] | None:
    """The labels of a row in `lines` lines, or None if there is no room for them."""
    _, texts, widths = wording
    places = _places([mark.anchor for mark in marks], widths, axis, lines)
    if places is None:
        return None
    placed = zip(texts, places, widths, strict=True)
    return tuple([Label(runs, *place, width) for runs, place, width in placed])


def _runs(mark: Mark, detail: Detail, canvas: Canvas) -> tuple[Run, ...]:
    """The title, and perhaps the day; an arrow says that this lies beyond the time shown."""
    runs = runs_of(mark.milestone.title)
    if detail is Detail.TITLED:
        return runs
    day = canvas.language.date(day_of(mark.milestone))
    return (*runs, Run(f" → {day}" if mark.x is None else f" {day}", ink=Ink.MUTED))


def _places(
    anchors: Sequence[Points], widths: Sequence[Points], axis: Axis, lines: int
) -> list[tuple[int, Points]] | None:
    """The line and the left edge of each label, or None if one finds no room.

    A label begins below its mark, or ends there where it would leave the axis.
    """
    first, end = axis.left, axis.right
    taken = [first - LABEL_GAP] * lines
    places: list[tuple[int, Points]] = []
    for anchor, width in zip(anchors, widths, strict=True):
        left = max(first, min(anchor - MARK / 2, end - width))
        if left + width > end + 0.01:
            return None
        line = next((line for line, before in enumerate(taken) if before + LABEL_GAP <= left), None)
        if line is None:
            return None
        taken[line] = left + width
        places.append((line, left))
    return places


class _Cluster(NamedTuple):
    """Numbers from `first` to `last` under marks from `start` to `end`."""

    first: int
    last: int
    start: Points
    end: Points

    @property
    def words(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


def numbers_of(
    marks: Sequence[Mark], first: int, axis: Axis, style: ParagraphStyle, canvas: Canvas
) -> Iterator[Label]:
    """The numbers of a row's marks, from `first` on; those that would touch are told as one."""
    clusters: list[tuple[_Cluster, Points, Points]] = []
    for number, mark in enumerate(marks, first):
        cluster = _Cluster(number, number, mark.anchor, mark.anchor)
        left, width = _centred(cluster, axis, style, canvas)
        while clusters and left < sum(clusters[-1][1:]) + LABEL_GAP / 2:
            before = clusters.pop()[0]
            cluster = cluster._replace(first=before.first, start=before.start)
            left, width = _centred(cluster, axis, style, canvas)
        clusters.append((cluster, left, width))
    for cluster, left, width in clusters:
        yield Label((Run(cluster.words),), 0, left, width)


def _centred(
    cluster: _Cluster, axis: Axis, style: ParagraphStyle, canvas: Canvas
) -> tuple[Points, Points]:
    width = canvas.width(cluster.words, style) + 2
    left = (cluster.start + cluster.end - width) / 2
    return max(axis.left - MARK / 2, min(left, axis.right - width)), width
