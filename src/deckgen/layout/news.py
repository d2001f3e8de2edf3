"""What is new since the last report: a row for each sort of news, what happened beside it."""

from __future__ import annotations

from deckgen.changes import News
from deckgen.content import State, Text
from deckgen.deck import NewsGroup, NewsSlide
from deckgen.geometry import Points
from deckgen.language import NO_BREAK_SPACE
from deckgen.layout.bodies import Draft
from deckgen.layout.canvas import Canvas, runs_of
from deckgen.layout.grid import Entry, Grid, GridCell, GridColumn
from deckgen.layout.grid_pages import grid_draft
from deckgen.page import Run
from deckgen.signs import STATE_MARKS
from deckgen.style import Ink, Mark
from deckgen.typography import MARKED_CELL, NEXT_CELL, secondary
from deckgen.wording import Told, sentence

_PLAIN = Mark("•", Ink.MUTED)
NEWS_MARKS = {
    News.PROJECT_NEW: Mark("+", Ink.GOOD),
    News.PROJECT_DROPPED: Mark("–", Ink.MUTED),
    News.PHASE: Mark("►", Ink.PRIMARY, 0.8),
    News.LIGHT: Mark("●", Ink.MUTED),
    News.TREND: Mark("↗", Ink.MUTED),
    News.REACHED: Mark("◆", Ink.GOOD),
    News.MOVED: Mark("⇢", Ink.WARNING),
    News.MONEY: Mark("±", Ink.MUTED),
    News.DONE: STATE_MARKS[State.DONE],
    News.STATE: STATE_MARKS[State.IN_PROGRESS],
    News.NEW: Mark("+", Ink.PRIMARY),
}


def news_draft(slide: NewsSlide, size: Points, canvas: Canvas) -> Draft:
    """What the news come to in `size`."""
    words, source = canvas.words.news, slide.title.source
    sorts = tuple(_heading(group, slide) for group in slide.groups)
    news = tuple(_entries(group, size, canvas) for group in slide.groups)
    columns = (
        GridColumn(Text.of(words.sort, source), sorts),
        GridColumn(Text.of(words.subject, source), news),
    )
    grid = Grid(words.table, columns, words.in_sorts, source, has_names=True)
    return grid_draft(grid, size, canvas)


def _heading(group: NewsGroup, slide: NewsSlide) -> GridCell:
    run = Run(group.heading, is_bold=True, ink=Ink.PRIMARY)
    mark = NEWS_MARKS.get(group.news, _PLAIN)
    return GridCell((Entry((run,), slide.title.source, MARKED_CELL, mark),), group.heading)


def _entries(group: NewsGroup, size: Points, canvas: Canvas) -> GridCell:
    entries = tuple(_entry(told, size, canvas) for told in group.entries)
    return GridCell(entries, "; ".join(sentence(told, canvas.language) for told in group.entries))


def _entry(told: Told, size: Points, canvas: Canvas) -> Entry:
    """Whom it is about in bold, what happened, and smaller how it was before."""
    runs = runs_of(told.statement)
    if told.name:
        runs = (Run(told.name.plain, is_bold=True), Run(" – "), *runs)
    if told.before:
        before = canvas.words.news.before.format(before=told.before.plain)
        before = before.replace(" ", NO_BREAK_SPACE, 1)  # no line ends with "(was:"
        runs = (*runs, Run(" "), Run(f"({before})", size=secondary(size), ink=Ink.MUTED))
    return Entry(runs, told.statement.source, NEXT_CELL)
