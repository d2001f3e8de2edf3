"""What a portfolio tells of projects, and what is left of them when that is all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from deckgen.content import Aspect, PhaseReached, Project

USUAL = (Aspect.PHASE, Aspect.LIGHT, Aspect.TREND, Aspect.FUNDING, Aspect.MILESTONE)
"""What a portfolio tells unless it is told what to tell."""


def known_aspects(projects: Sequence[Project]) -> tuple[Aspect, ...]:
    """The usual aspects that there is something to say of for at least one of the projects."""
    return tuple(aspect for aspect in USUAL if any(knows(project, aspect) for project in projects))


def knows(project: Project, aspect: Aspect) -> bool:
    """Whether there is something to say of `aspect`."""
    match aspect:
        case Aspect.PHASE:
            return bool(project.phases)
        case Aspect.LIGHT:
            return project.light is not None
        case Aspect.TREND:
            return project.trend is not None
        case Aspect.FUNDING | Aspect.SPENT:
            return amount_of(project, aspect) is not None
        case Aspect.MILESTONE:
            return bool(project.milestones)
        case Aspect.FIELD:
            return project.field is not None
        case Aspect.PARTNERS:
            return bool(project.partners)
        case Aspect.DURATION:
            return bool(project.start or project.end)


def amount_of(project: Project, aspect: Aspect) -> Decimal | None:
    """The amount of a project's money that an aspect tells; None for those of something else."""
    if project.budget and aspect is Aspect.FUNDING:
        return project.budget.granted
    return project.budget.spent if project.budget and aspect is Aspect.SPENT else None


def pared(project: Project, aspects: Iterable[Aspect]) -> Project:
    """`project` with its names, and of the rest with no more than `aspects` tell."""
    told = Project(project.id, project.source, project.title, project.short_title)
    for aspect in aspects:
        if knows(project, aspect):
            told = _with(told, project, aspect)
    return told


def _with(told: Project, project: Project, aspect: Aspect) -> Project:
    match aspect:
        case Aspect.PHASE:
            return told._replace(phases=(PhaseReached(project.phases[-1].phase),))
        case Aspect.LIGHT:
            return told._replace(light=project.light)
        case Aspect.TREND:
            return told._replace(trend=project.trend)
        case Aspect.FUNDING | Aspect.SPENT:
            return _with_money(told, project, aspect)
        case Aspect.MILESTONE:
            return told._replace(milestones=tuple(filter(None, [project.milestone])))
        case Aspect.FIELD:
            return told._replace(field=project.field)
        case Aspect.PARTNERS:
            return told._replace(partners=project.partners)
        case Aspect.DURATION:
            return told._replace(start=project.start, end=project.end)


def _with_money(told: Project, project: Project, aspect: Aspect) -> Project:
    budget = project.budget
    if budget is None:
        return told
    bare = told.budget or budget._replace(total=None, granted=None, own_share=None, spent=None)
    if aspect is Aspect.SPENT:
        return told._replace(budget=bare._replace(spent=budget.spent))
    return told._replace(budget=bare._replace(granted=budget.granted))
