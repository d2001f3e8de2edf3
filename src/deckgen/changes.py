"""What is new in a report since an earlier one: what changed in meaning, not in how it is written.

A change holds the values then (`before`) and now, as the reports have them. How it is said is
the business of `wording.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum

from deckgen.content import (
    Item,
    Light,
    Milestone,
    PartialDate,
    Phase,
    Project,
    Report,
    Text,
    Trend,
)
from deckgen.named import NamedTuple
from deckgen.problems import Source


class News(Enum):
    """The sorts of news, those of most weight first."""

    PROJECT_NEW = "project_new"
    PROJECT_DROPPED = "project_dropped"
    PHASE = "phase"
    LIGHT = "light"
    TREND = "trend"
    REACHED = "reached"
    MOVED = "moved"
    MONEY = "money"
    DONE = "done"
    STATE = "state"
    NEW = "new"
    FIGURE = "figure"
    DETAIL = "detail"
    REWORDED = "reworded"
    GONE = "gone"


class ProjectChange(NamedTuple):
    """A project that came (PROJECT_NEW) or went (PROJECT_DROPPED)."""

    news: News
    project: Project


class PhaseChange(NamedTuple):
    """A project reached another phase, or fell back to one."""

    project: Project
    before: Phase | None
    now: Phase | None
    news: News = News.PHASE


class LightChange(NamedTuple):
    """A project's overall status changed."""

    project: Project
    before: Light | None
    now: Light | None
    news: News = News.LIGHT


class TrendChange(NamedTuple):
    """A project's overall status heads somewhere else."""

    project: Project
    before: Trend | None
    now: Trend | None
    news: News = News.TREND


class MilestoneChange(NamedTuple):
    """A milestone REACHED, MOVED, NEW, REWORDED or GONE; `milestone` is then as it was."""

    news: News
    project: Project
    milestone: Milestone
    before: Milestone | None = None

    @property
    def days(self) -> int:
        """By how many days it is later than it was expected; less than 0 if it is sooner."""
        now, then = expected(self.milestone), expected(self.before) if self.before else None
        return (now - then).days if now and then else 0


class Sum(Enum):
    """The amounts of a budget."""

    TOTAL = "total"
    GRANTED = "granted"
    OWN_SHARE = "own_share"
    SPENT = "spent"


class MoneyChange(NamedTuple):
    """An amount of a project's budget is another one; each in units of its currency (ISO 4217)."""

    project: Project
    sum: Sum
    before: Decimal | None
    now: Decimal | None
    currency_before: str
    currency: str
    news: News = News.MONEY


class ItemChange(NamedTuple):
    """An item of a list DONE, NEW, REWORDED or GONE, in another STATE, with another date (MOVED),
    or with other figures in its words (DETAIL).

    It is one of a project's status, or of the list on the slide called `slide`. A GONE item is as
    it was; all but a NEW one may be reworded, too.
    """

    news: News
    item: Item
    before: Item | None = None
    project: Project | None = None
    slide: Text | None = None


class Figure(NamedTuple):
    """What a fact says: the name of it, and a value, which may have a unit."""

    name: Text
    value: Decimal | Text | None = None
    unit: Text | None = None


class FigureChange(NamedTuple):
    """A fact with another value (FIGURE), or NEW, REWORDED or GONE; then `figure` is as it was."""

    news: News
    figure: Figure
    before: Figure | None = None


Detail = Text | date | PartialDate | int | str | tuple[Text, ...] | None
"""What a report or a project may say of itself."""


class DetailChange(NamedTuple):
    """The `key` of a project, or of the report itself, says something else.

    Both values are None where they are more than words. `place` is where whose key it is begins.
    """

    key: str
    before: Detail
    now: Detail
    place: Source
    project: Project | None = None
    news: News = News.DETAIL


class SlideChange(NamedTuple):
    """A slide NEW or GONE, or one of which something else changed (DETAIL)."""

    news: News
    title: Text


Change = (
    ProjectChange
    | PhaseChange
    | LightChange
    | TrendChange
    | MilestoneChange
    | MoneyChange
    | ItemChange
    | FigureChange
    | DetailChange
    | SlideChange
)


class Changes(NamedTuple):
    """All changes, by their weight and then as the report is ordered; and those of each project.

    Projects are told by their ids of today.
    """

    all: tuple[Change, ...]
    by_project: Mapping[str, tuple[Change, ...]]

    @staticmethod
    def of(changes: Iterable[Change]) -> Changes:
        """These changes, which come as the report is ordered."""
        weights = {news: weight for weight, news in enumerate(News)}
        ordered = tuple(sorted(changes, key=lambda change: weights[change.news]))
        of_projects: dict[str, list[Change]] = {}
        for change in ordered:
            if project := project_of(change):
                of_projects.setdefault(project.id, []).append(change)
        return Changes(ordered, {name: tuple(found) for name, found in of_projects.items()})

    def items_of(self, project: str) -> Mapping[Text, News]:
        """The texts of a project's items that are NEW or newly DONE."""
        return {
            change.item.text: change.news
            for change in self.by_project.get(project, ())
            if isinstance(change, ItemChange) and change.news in (News.NEW, News.DONE)
        }

    def phase_before(self, project: str) -> Phase | None:
        """The phase that a project was in, if it is in another one now."""
        found = self._first(project, PhaseChange)
        return found.before if isinstance(found, PhaseChange) else None

    def light_before(self, project: str) -> Light | None:
        """A project's light as it was, if it is another one now."""
        found = self._first(project, LightChange)
        return found.before if isinstance(found, LightChange) else None

    def days_before(self, project: str) -> Mapping[Text, date]:
        """The days for which a project's moved milestones were expected, by their titles."""
        return {
            change.milestone.title: day
            for change in self.by_project.get(project, ())
            if isinstance(change, MilestoneChange) and change.before
            if change.news in (News.MOVED, News.REACHED)
            if (day := expected(change.before)) and day != expected(change.milestone)
        }

    def _first(self, project: str, kind: type[Change]) -> Change | None:
        found = self.by_project.get(project, ())
        return next((change for change in found if isinstance(change, kind)), None)


class Since(NamedTuple):
    """An earlier report, and what is new since then.

    `name` is what its revision is called, such as `report-5`, and `revision` its id in full.
    """

    name: str
    revision: str
    number: int | None
    earlier: Report
    changes: Changes


def expected(milestone: Milestone) -> date | None:
    """The day of a milestone as far as it is known: reached, or forecast, or planned."""
    return milestone.reached or milestone.forecast or milestone.planned


def project_of(change: Change) -> Project | None:
    """The project that a change is about, if it is about one."""
    return None if isinstance(change, FigureChange | SlideChange) else change.project
