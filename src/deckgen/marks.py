"""What slides mark of projects as new since the last report."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from deckgen.changes import Changes, News, ProjectChange
from deckgen.content import Aspect, Light, Milestone, Phase, Project
from deckgen.named import NamedTuple


class Marks(NamedTuple):
    """Whether a project is new, and how it was where it is otherwise now."""

    is_new: bool = False
    phase: Phase | None = None
    light: Light | None = None


def pared_marks(project: Project, aspects: Collection[Aspect], changes: Changes) -> Marks:
    """What is marked of `project` where only some of its aspects are shown."""
    has_phase = Aspect.PHASE in aspects and project.phase is not None
    has_light = Aspect.LIGHT in aspects and project.light is not None
    return Marks(
        is_new_project(project, changes),
        changes.phase_before(project.id) if has_phase else None,
        changes.light_before(project.id) if has_light else None,
    )


def is_new_project(project: Project, changes: Changes) -> bool:
    """Whether the last report did not know of `project`."""
    return any(
        isinstance(change, ProjectChange) and change.news is News.PROJECT_NEW
        for change in changes.by_project.get(project.id, ())
    )


def with_baselines(project: Project, changes: Changes) -> Project:
    """`project` with the days that the last report told as the plan of moved milestones.

    Where the content tells of another plan itself, it is that.
    """
    days = changes.days_before(project.id)
    if not days:
        return project
    moved = tuple(_with_baseline(each, days.get(each.title)) for each in project.milestones)
    return project._replace(milestones=moved)


def _with_baseline(milestone: Milestone, told: date | None) -> Milestone:
    if told is None or milestone.planned not in (None, milestone.day):
        return milestone
    forecast = milestone.forecast or (None if milestone.reached else milestone.planned)
    return milestone._replace(planned=told, forecast=forecast)
