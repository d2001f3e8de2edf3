"""The portfolio: a row for each project, a column for each aspect, money summed up below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from deckgen.content import Aspect, Milestone, Project, Text
from deckgen.deck import PortfolioSlide
from deckgen.geometry import Points
from deckgen.language import NO_BREAK_SPACE
from deckgen.layout.bodies import Draft
from deckgen.layout.canvas import Canvas, runs_of
from deckgen.layout.grid import (
    Entry,
    Grid,
    GridCell,
    GridColumn,
    blank_cell,
    figure_cell,
    missing_cell,
    text_cell,
)
from deckgen.layout.grid_pages import SetGrid, set_grid
from deckgen.layout.marking import new_mark
from deckgen.layout.side import duration, listed
from deckgen.layout.sums import (
    Money,
    Scale,
    money_of,
    rounded,
    scale_of,
    total,
    totals,
    written,
)
from deckgen.marks import Marks
from deckgen.page import Run
from deckgen.problems import Source
from deckgen.schedule import dates_of
from deckgen.signs import LIGHT_INKS, LIGHT_MARKS, TREND_ARROWS
from deckgen.style import Align
from deckgen.typography import CELL_NOTE, MARKED_CELL, NAME_CELL
from deckgen.words import Words

_MONEY = (Aspect.FUNDING, Aspect.SPENT)
_NO_MARKS = Marks()


def portfolio_draft(slide: PortfolioSlide, size: Points, canvas: Canvas) -> Draft:
    """The projects in `size`, a body a page; trends in words only where these take no room."""
    choices = (True, False) if Aspect.TREND in slide.aspects else (False,)
    portfolios = [_Portfolio(slide, size, canvas, has_trend_words=choice) for choice in choices]
    return min((set_grid(each.grid, size, canvas) for each in portfolios), key=_cost).draft


def _cost(grid: SetGrid) -> tuple[int, int, Points]:
    """How many pages there are, words torn, and points of tables."""
    return grid.pages, grid.torn, round(grid.height, 1)


@dataclass(frozen=True)
class _Portfolio:
    slide: PortfolioSlide
    size: Points
    canvas: Canvas
    has_trend_words: bool

    @property
    def grid(self) -> Grid:
        words, slide = self._words, self.slide
        columns = (self._names, *(self._column(aspect) for aspect in slide.aspects))
        return Grid(
            words.table_of_projects,
            columns,
            words.in_projects,
            slide.title.source,
            has_names=len(columns) > 1,
            totals=len(self._currencies),
            remark=words.rounded if self._is_rounded else None,
        )

    @property
    def _words(self) -> Words:
        return self.canvas.words

    @cached_property
    def _money(self) -> dict[Aspect, tuple[Money | None, ...]]:
        """What each project has of money, for each of the columns with some."""
        aspects = [aspect for aspect in self.slide.aspects if aspect in _MONEY]
        projects = self.slide.projects
        return {
            aspect: tuple(money_of(project, aspect) for project in projects) for aspect in aspects
        }

    @cached_property
    def _currencies(self) -> tuple[str, ...]:
        """Those with a row of totals."""
        return totals([_given(column) for column in self._money.values()])

    @cached_property
    def _scale(self) -> Scale:
        """How exact all amounts are shown: columns of money are compared with one another."""
        return scale_of(self._amounts_of_all)

    @property
    def _is_rounded(self) -> bool:
        return any(rounded(money, self._scale) != money for money in self._amounts_of_all)

    @property
    def _amounts_of_all(self) -> list[Money]:
        return [money for column in self._money.values() for money in _given(column)]

    @property
    def _names(self) -> GridColumn:
        """How the projects are called where there is little room; their notes have the titles."""
        cells = [self._name(project) for project in self.slide.projects]
        return GridColumn(self._text(self._words.project), (*cells, *self._total_names()))

    def _name(self, project: Project) -> GridCell:
        cell = text_cell(project.short_title or project.title, NAME_CELL)
        if not self._marks_of(project).is_new:
            return cell._replace(said=project.title.plain)
        entry = cell.entries[0]
        mark = new_mark(self._words, self.size)
        said = f"{project.title.plain} ({self._words.news.mark})"
        return GridCell((entry._replace(runs=(*entry.runs, Run(" "), mark)),), said)

    def _marks_of(self, project: Project) -> Marks:
        return self._marks.get(project.id, _NO_MARKS)

    @cached_property
    def _marks(self) -> Mapping[str, Marks]:
        slide = self.slide
        ids = (project.id for project in slide.projects)
        return dict(zip(ids, slide.marks, strict=True)) if slide.marks else {}

    def _with_before(self, cell: GridCell, before: str | None, source: Source) -> GridCell:
        """The cell with a line below that tells how it was."""
        if before is None:
            return cell
        words = self._words.news.before.format(before=before)
        entry = Entry((Run(words),), source, CELL_NOTE)
        return GridCell((*cell.entries, entry), f"{cell.said} ({words})")

    def _total_names(self) -> list[GridCell]:
        words, currencies = self._words, self._currencies
        if len(currencies) == 1:
            return [text_cell(self._text(words.sum), NAME_CELL)]
        named = [words.sum_of.format(sum=words.sum, currency=each) for each in currencies]
        return [text_cell(self._text(name), NAME_CELL) for name in named]

    def _column(self, aspect: Aspect) -> GridColumn:
        title = self._text(_titles(self._words)[aspect])
        if aspect in _MONEY:
            return GridColumn(title, self._amounts(aspect), Align.RIGHT)
        cells = tuple(self._cell(project, aspect) for project in self.slide.projects)
        blank = blank_cell(self.slide.title.source)
        return GridColumn(title, (*cells, *(blank for _ in self._currencies)))

    def _amounts(self, aspect: Aspect) -> tuple[GridCell, ...]:
        column = self._money[aspect]
        sums = [total(_given(column), currency) for currency in self._currencies]
        amounts = [self._amount(money) for money in column]
        return (*amounts, *(_as_total(self._amount(each)) for each in sums))

    def _amount(self, money: Money | None) -> GridCell:
        source, language = self.slide.title.source, self.canvas.language
        if not money:
            return missing_cell(source)
        shown = written(money, self._scale, language)
        exact = language.amount(money.amount, money.currency)
        return figure_cell(shown, source, language.decimal_mark, exact)

    def _cell(self, project: Project, aspect: Aspect) -> GridCell:
        return self._told(project, aspect) or missing_cell(project.source)

    def _told(self, project: Project, aspect: Aspect) -> GridCell | None:
        match aspect:
            case Aspect.PHASE:
                return self._phase(project)
            case Aspect.LIGHT:
                return self._light(project)
            case Aspect.TREND:
                return self._trend(project)
            case Aspect.MILESTONE:
                return self._milestone(project.milestone) if project.milestone else None
            case Aspect.FIELD:
                return text_cell(project.field) if project.field else None
            case Aspect.PARTNERS:
                return _partners(project) if project.partners else None
        told = duration(self.canvas.language, project)
        return text_cell(Text.of(told, project.source)) if told else None

    def _phase(self, project: Project) -> GridCell | None:
        if not project.phase:
            return None
        before = self._marks_of(project).phase
        told = before.label.plain if before else None
        return self._with_before(text_cell(project.phase.label), told, project.source)

    def _light(self, project: Project) -> GridCell | None:
        light, before = project.light, self._marks_of(project).light
        if not light:
            return None
        word = self._words.lights[light]
        run = Run(word, ink=LIGHT_INKS[light])
        entry = Entry((run,), project.source, MARKED_CELL, LIGHT_MARKS[light])
        told = self._words.lights[before] if before else None
        return self._with_before(GridCell((entry,), word), told, project.source)

    def _trend(self, project: Project) -> GridCell | None:
        trend = project.trend
        if not trend:
            return None
        shown = TREND_ARROWS[trend]
        if self.has_trend_words:
            shown += NO_BREAK_SPACE + self._words.brief_trend(trend)
        return GridCell((Entry((Run(shown),), project.source),), self._words.trends[trend])

    def _milestone(self, milestone: Milestone) -> GridCell:
        """Its title with the day it is expected; below that, the day that was promised."""
        words, write = self._words, self.canvas.language.date
        told = [*dates_of(milestone, self.canvas.language)]
        said = f"{milestone.title.plain} ({', '.join(told)})" if told else milestone.title.plain
        runs, source = runs_of(milestone.title), milestone.title.source
        notes: list[str] = []
        if milestone.reached:
            notes.append(words.reached.format(date=write(milestone.reached)))
        elif milestone.day:
            runs = (*runs, Run(f" {write(milestone.day)}"))
        if milestone.planned and milestone.planned != milestone.day:
            notes.append(words.planned.format(date=write(milestone.planned)))
        entries = [Entry((Run(note),), source, CELL_NOTE) for note in notes]
        return GridCell((Entry(runs, source), *entries), said)

    def _text(self, words: str) -> Text:
        return Text.of(words, self.slide.title.source)


def _titles(words: Words) -> dict[Aspect, str]:
    return {
        Aspect.PHASE: words.phase,
        Aspect.LIGHT: words.overall_status,
        Aspect.TREND: words.trend,
        Aspect.FUNDING: words.funding,
        Aspect.SPENT: words.spending,
        Aspect.MILESTONE: words.next_milestone,
        Aspect.FIELD: words.field,
        Aspect.PARTNERS: words.partners,
        Aspect.DURATION: words.duration,
    }


def _given(column: Sequence[Money | None]) -> tuple[Money, ...]:
    return tuple(money for money in column if money)


def _as_total(cell: GridCell) -> GridCell:
    """The same in bold."""
    return cell._replace(entries=tuple(each._replace(level=NAME_CELL) for each in cell.entries))


def _partners(project: Project) -> GridCell:
    said = ", ".join(partner.plain for partner in project.partners)
    return GridCell((Entry(listed(project.partners), project.partners[0].source),), said)
