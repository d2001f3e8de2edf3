"""Milestones on a row of a timeline: their marks, and labels that never stand over one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum

from deckgen.content import Milestone
from deckgen.geometry import Points
from deckgen.layout.axis import Axis
from deckgen.layout.canvas import Canvas, runs_of
from deckgen.layout.label_places import CLEAR, LABEL_GAP, Place, Strip, places_of
from deckgen.named import NamedTuple
from deckgen.page import Run
from deckgen.schedule import Scheduled, day_of, was_moved
from deckgen.style import Ink, ParagraphStyle


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
    """Words under a row's bar."""

    runs: tuple[Run, ...]
    width: Points
    place: Place


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
    marks: Sequence[Mark], wording: Wording, strip: Strip, lines: int
) -> tuple[Label, ...] | None:
    """The labels of a row in `lines` lines, or None if there is no room for them."""
    _, texts, widths = wording
    places = places_of([mark.anchor for mark in marks], widths, strip, lines)
    if places is None:
        return None
    return tuple(map(Label, texts, widths, places))


def _runs(mark: Mark, detail: Detail, canvas: Canvas) -> tuple[Run, ...]:
    """The title, and perhaps the day; an arrow says that this lies beyond the time shown."""
    runs = runs_of(mark.milestone.title)
    if detail is Detail.TITLED:
        return runs
    day = canvas.language.date(day_of(mark.milestone))
    return (*runs, Run(f" → {day}" if mark.x is None else f" {day}", ink=Ink.MUTED))


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
    marks: Sequence[Mark], first: int, strip: Strip, style: ParagraphStyle, canvas: Canvas
) -> Iterator[Label]:
    """The numbers of a row's marks, from `first` on; those that would touch are told as one."""
    clusters: list[tuple[_Cluster, Points, Points]] = []
    for number, mark in enumerate(marks, first):
        cluster = _Cluster(number, number, mark.anchor, mark.anchor)
        left, width = _centred(cluster, strip, style, canvas)
        while clusters and left < sum(clusters[-1][1:]) + LABEL_GAP / 2:
            before = clusters.pop()[0]
            cluster = cluster._replace(first=before.first, start=before.start)
            left, width = _centred(cluster, strip, style, canvas)
        clusters.append((cluster, left, width))
    for cluster, left, width in clusters:
        yield Label((Run(cluster.words),), width, Place(0, left))


def _centred(
    cluster: _Cluster, strip: Strip, style: ParagraphStyle, canvas: Canvas
) -> tuple[Points, Points]:
    """The left edge and the width of a cluster's numbers: below its middle, beside today's line."""
    width = canvas.width(cluster.words, style) + 2
    middle = (cluster.start + cluster.end) / 2
    left = max(strip.first, min(middle - width / 2, strip.end - width))
    if strip.today is not None and strip.today_crosses(left, left + width):
        is_before = middle < strip.today
        left = strip.today - CLEAR - width if is_before else strip.today + CLEAR
    return left, width
