"""A project's facts: the light, why it is so, partners, dates."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.content import Light, Milestone, Project, Text
from deckgen.geometry import Points
from deckgen.language import NO_BREAK_SPACE, Language
from deckgen.layout.canvas import Canvas, SetParagraph, runs_of, torn_words
from deckgen.layout.flow import Block
from deckgen.named import NamedTuple
from deckgen.page import Run
from deckgen.problems import Source
from deckgen.signs import LIGHT_INKS, LIGHT_MARKS, TREND_ARROWS
from deckgen.style import Ink
from deckgen.typography import (
    SIDE_LABEL,
    SIDE_LIGHT,
    SIDE_VALUE,
    side_styles,
)


class Entry(NamedTuple):
    """A label and the paragraphs under it; a brief one may share the label's line."""

    label: str
    values: tuple[tuple[Run, ...], ...]
    source: Source
    light: Light | None = None
    is_brief: bool = False


def side_block(canvas: Canvas, entry: Entry, size: Points, width: Points) -> Block:
    """`entry` as a muted label over its values, in `size`."""
    styles = side_styles(size)
    label = canvas.set_runs((Run(entry.label),), entry.source, styles, width, SIDE_LABEL)
    if entry.is_brief:
        muted = Run(f"{entry.label}\u2002", is_bold=False, ink=Ink.MUTED, size=label.style.size)
        runs = (muted, *entry.values[0])
        line = canvas.set_runs(runs, entry.source, styles, width, SIDE_VALUE)
        if len(line.paragraph.lines) == 1:
            return Block((line.with_before(label.before),))
    values = [_value(canvas, entry, index, size, width) for index in range(len(entry.values))]
    paragraphs = (label, *values)
    return Block(paragraphs, torn_words(paragraphs))


def sentence(entry: Entry) -> tuple[Run, ...]:
    """`entry` in one paragraph: its label in bold, then its values."""
    runs = [Run(f"{entry.label}: ", is_bold=True)]
    for index, value in enumerate(entry.values):
        runs += ([Run(" · ")] if index else []) + list(value)
    return tuple(runs)


def _value(canvas: Canvas, entry: Entry, index: int, size: Points, width: Points) -> SetParagraph:
    styles, runs = side_styles(size), entry.values[index]
    if entry.light and index == 0:
        mark = LIGHT_MARKS[entry.light]
        return canvas.set_runs(runs, entry.source, styles, width, SIDE_LIGHT, mark)
    return canvas.set_runs(runs, entry.source, styles, width, SIDE_VALUE)


def reasons(canvas: Canvas, project: Project) -> list[Entry]:
    """Why the light is what it is, and what is done about it."""
    words = canvas.words
    given = ((words.reason, project.reason), (words.measure, project.measure))
    return [Entry(label, (runs_of(text),), text.source) for label, text in given if text]


def side_entries(canvas: Canvas, project: Project, *, tells_phase: bool) -> list[Entry]:
    """What else there is to say of `project` beside its status, the phase if it `tells_phase`."""
    return list(_entries(canvas, project, tells_phase=tells_phase))


def _entries(canvas: Canvas, project: Project, *, tells_phase: bool) -> Iterator[Entry]:
    words = canvas.words
    if project.light or project.trend:
        yield _light(canvas, project)
    if tells_phase and project.phase:
        label = project.phase.label
        yield Entry(words.phase, (runs_of(label),), label.source)
    if project.partners:
        yield Entry(words.partners, (listed(project.partners),), project.partners[0].source)
    yield from _milestone(canvas, project)
    yield from _duration(canvas, project)
    if project.field:
        yield Entry(words.field, (runs_of(project.field),), project.field.source, is_brief=True)


def _light(canvas: Canvas, project: Project) -> Entry:
    """The light and where it is heading, in words."""
    words = canvas.words
    values: list[tuple[Run, ...]] = []
    if project.light:
        values.append((Run(words.lights[project.light], ink=LIGHT_INKS[project.light]),))
    if project.trend:
        arrow = TREND_ARROWS[project.trend]
        trend = f"{arrow}{NO_BREAK_SPACE}{words.trends[project.trend]}"
        values.append((Run(trend, is_bold=False),))
    return Entry(words.overall_status, tuple(values), project.source, project.light)


def listed(texts: tuple[Text, ...]) -> tuple[Run, ...]:
    """Texts in one line, with commas between them."""
    runs: list[Run] = []
    for index, text in enumerate(texts):
        runs += ([Run(", ")] if index else []) + list(runs_of(text))
    return tuple(runs)


def _milestone(canvas: Canvas, project: Project) -> Iterator[Entry]:
    """The next milestone, or the last one reached when none is to come."""
    words, milestone = canvas.words, project.milestone
    if milestone:
        label = words.last_milestone if milestone.reached else words.next_milestone
        yield _dated(canvas, label, milestone)


def _dated(canvas: Canvas, label: str, milestone: Milestone) -> Entry:
    day = milestone.day
    values = [runs_of(milestone.title)]
    if day:
        values[0] = (*values[0], Run(f" {canvas.language.date(day)}"))
    if day and milestone.planned and milestone.planned != day:
        planned = canvas.words.planned.format(date=canvas.language.date(milestone.planned))
        values.append((Run(planned, is_bold=False, ink=Ink.MUTED),))
    return Entry(label, tuple(values), milestone.title.source)


def _duration(canvas: Canvas, project: Project) -> Iterator[Entry]:
    if words := duration(canvas.language, project):
        yield Entry(canvas.words.duration, ((Run(words),),), project.source)


def duration(language: Language, project: Project) -> str | None:
    """From when until when a project lasts, as far as that is known."""
    write, words = language.date, language.words
    start, end = project.start, project.end
    if start and end:
        return f"{write(start)} – {write(end)}"
    if start:
        return words.since.format(date=write(start))
    return words.until.format(date=write(end)) if end else None
