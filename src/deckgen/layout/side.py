"""A project's facts beside its status: the light, why and what is done, partners, dates, money."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from deckgen.content import Budget, Light, Milestone, Project, Text, Trend
from deckgen.geometry import Points
from deckgen.language import NO_BREAK_SPACE, Language
from deckgen.layout.canvas import Canvas, SetParagraph, runs_of, torn_words
from deckgen.layout.flow import Block
from deckgen.page import Run
from deckgen.problems import Source
from deckgen.style import Ink
from deckgen.typography import (
    LIGHT_MARKS,
    SIDE_LABEL,
    SIDE_LIGHT,
    SIDE_VALUE,
    side_styles,
)

TREND_ARROWS = {Trend.UP: "↗", Trend.STEADY: "→", Trend.DOWN: "↘"}
LIGHT_INKS = {Light.GREEN: Ink.GOOD, Light.YELLOW: Ink.WARNING, Light.RED: Ink.BAD}


class _Entry(NamedTuple):
    """A label and the paragraphs under it."""

    label: str
    values: tuple[tuple[Run, ...], ...]
    source: Source
    light: Light | None = None


def side_blocks(canvas: Canvas, project: Project, size: Points, width: Points) -> list[Block]:
    """What there is to say of `project`, a block a label, in `size`."""
    return [_block(canvas, entry, size, width) for entry in _entries(canvas, project)]


def _block(canvas: Canvas, entry: _Entry, size: Points, width: Points) -> Block:
    styles = side_styles(size)
    label = canvas.set_runs((Run(entry.label),), entry.source, styles, width, SIDE_LABEL)
    values = [_value(canvas, entry, index, size, width) for index in range(len(entry.values))]
    paragraphs = (label, *values)
    return Block(paragraphs, torn_words(paragraphs))


def _value(canvas: Canvas, entry: _Entry, index: int, size: Points, width: Points) -> SetParagraph:
    styles, runs = side_styles(size), entry.values[index]
    if entry.light and index == 0:
        mark = LIGHT_MARKS[entry.light]
        bullet = None if mark == styles[SIDE_LIGHT].bullet else mark
        return canvas.set_runs(runs, entry.source, styles, width, SIDE_LIGHT, bullet)
    return canvas.set_runs(runs, entry.source, styles, width, SIDE_VALUE)


def _entries(canvas: Canvas, project: Project) -> Iterator[_Entry]:
    words = canvas.words
    if project.light:
        yield _light(canvas, project, project.light)
    for label, text in ((words.reason, project.reason), (words.measure, project.measure)):
        if text:
            yield _sentence(label, text)
    if project.partners:
        yield _Entry(words.partners, (_listed(project.partners),), project.partners[0].source)
    yield from _milestone(canvas, project)
    yield from _duration(canvas, project)
    if project.field:
        yield _Entry(words.field, (runs_of(project.field),), project.field.source)
    if project.budget:
        yield from _money(canvas.language, project.budget)


def _light(canvas: Canvas, project: Project, light: Light) -> _Entry:
    words = canvas.words
    values = [(Run(words.lights[light], ink=LIGHT_INKS[light]),)]
    if project.trend:
        arrow = TREND_ARROWS[project.trend]
        trend = f"{arrow}{NO_BREAK_SPACE}{words.trends[project.trend]}"
        values.append((Run(trend, is_bold=False),))
    return _Entry(words.overall_status, tuple(values), project.source, light)


def _sentence(label: str, text: Text) -> _Entry:
    runs = tuple(replace(run, is_bold=bool(run.is_bold)) for run in runs_of(text))
    return _Entry(label, (runs,), text.source)


def _listed(texts: tuple[Text, ...]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for index, text in enumerate(texts):
        runs += ([Run(", ")] if index else []) + list(runs_of(text))
    return tuple(runs)


def _milestone(canvas: Canvas, project: Project) -> Iterator[_Entry]:
    """The next milestone, or the last one reached when none is to come."""
    to_come = [m for m in project.milestones if not m.reached]
    if to_come:
        milestone = min(to_come, key=_expected)
        yield _dated(canvas, canvas.words.next_milestone, milestone)
    elif project.milestones:
        milestone = max(project.milestones, key=lambda m: m.reached or date.min)
        yield _dated(canvas, canvas.words.last_milestone, milestone)


def _expected(milestone: Milestone) -> date:
    return milestone.forecast or milestone.planned or date.max


def _dated(canvas: Canvas, label: str, milestone: Milestone) -> _Entry:
    day = milestone.reached or milestone.forecast or milestone.planned
    values = [runs_of(milestone.title)]
    if day:
        values[0] = (*values[0], Run(f" {canvas.language.date(day)}"))
    if day and milestone.planned and milestone.planned != day:
        planned = canvas.words.planned.format(date=canvas.language.date(milestone.planned))
        values.append((Run(planned, is_bold=False, ink=Ink.MUTED),))
    return _Entry(label, tuple(values), milestone.title.source)


def _duration(canvas: Canvas, project: Project) -> Iterator[_Entry]:
    write = canvas.language.date
    start, end = project.start, project.end
    if start and end:
        words = f"{write(start)} – {write(end)}"
    elif start:
        words = canvas.words.since.format(date=write(start))
    elif end:
        words = canvas.words.until.format(date=write(end))
    else:
        return
    yield _Entry(canvas.words.duration, ((Run(words),),), project.source)


def _money(language: Language, budget: Budget) -> Iterator[_Entry]:
    words = language.words
    patterns = (
        (words.total, budget.total),
        (words.granted, budget.granted),
        (words.own_share, budget.own_share),
        (words.spent, budget.spent),
    )
    values = tuple(
        (Run(pattern.format(amount=language.amount(value, budget.currency))),)
        for pattern, value in patterns
        if value is not None
    )
    if values:
        yield _Entry(words.money, values, budget.source)
