"""What changed in one project."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from deckgen.changes import (
    Change,
    DetailChange,
    LightChange,
    MilestoneChange,
    MoneyChange,
    News,
    PhaseChange,
    Sum,
    TrendChange,
    expected,
)
from deckgen.comparing.items import item_changes
from deckgen.comparing.likeness import ALIKE
from deckgen.comparing.meaning import meaning
from deckgen.comparing.pairing import paired
from deckgen.content import Budget, Milestone, Project

_DETAILS = (
    *("title", "short_title", "subtitle", "field", "reason", "measure", "start", "end"),
    *("partners", "notes"),
)
_ALIKE_DATED = 0.4
"""From so much on, two titles of milestones on one day are those of the same one."""


def project_changes(before: Project, now: Project) -> Iterator[Change]:
    """The changes from a project as it was to what it is now."""
    yield from _standing(before, now)
    yield from _milestones(before, now)
    yield from _money(before, now)
    yield from item_changes(before.status, now.status, project=now)
    yield from _details(before, now)


def _standing(before: Project, now: Project) -> Iterator[Change]:
    if _phase_id(before) != _phase_id(now):
        yield PhaseChange(now, before.phase, now.phase)
    if before.light is not now.light:
        yield LightChange(now, before.light, now.light)
    if before.trend is not now.trend:
        yield TrendChange(now, before.trend, now.trend)


def _phase_id(project: Project) -> str | None:
    return project.phase.id if project.phase else None


def _milestones(before: Project, now: Project) -> Iterator[MilestoneChange]:
    pairs = _same_milestones(before.milestones, now.milestones)
    for place, milestone in enumerate(now.milestones):
        earlier = before.milestones[pairs[place]] if place in pairs else None
        if news := _milestone_news(earlier, milestone):
            yield MilestoneChange(news, now, milestone, earlier)
    kept = {*pairs.values()}
    for place, milestone in enumerate(before.milestones):
        if place not in kept:
            yield MilestoneChange(News.GONE, now, milestone)


def _same_milestones(before: tuple[Milestone, ...], now: tuple[Milestone, ...]) -> dict[int, int]:
    """By their titles; where these are less alike, the same day makes up for it."""
    pairs = paired(before, now, _title, ALIKE)
    known = {*pairs.values()}
    left = [place for place in range(len(before)) if place not in known]
    new = [place for place in range(len(now)) if place not in pairs]
    alike = paired([before[a] for a in left], [now[b] for b in new], _title, _ALIKE_DATED)
    dated = {new[b]: left[a] for b, a in alike.items()}
    return pairs | {b: a for b, a in dated.items() if expected(before[a]) == expected(now[b])}


def _title(milestone: Milestone) -> str:
    return milestone.title.plain


def _milestone_news(before: Milestone | None, now: Milestone) -> News | None:
    if before is None:
        return News.NEW
    if now.reached and not before.reached:
        return News.REACHED
    if expected(before) != expected(now):
        return News.MOVED
    return News.REWORDED if meaning(before) != meaning(now) else None


def _money(before: Project, now: Project) -> Iterator[MoneyChange]:
    currencies = _currency(before, now), _currency(now, before)
    for each in Sum:
        then, today = _amount(before.budget, each), _amount(now.budget, each)
        if then != today or (then is not None and currencies[0] != currencies[1]):
            yield MoneyChange(now, each, then, today, *currencies)


def _amount(budget: Budget | None, kind: Sum) -> Decimal | None:
    found: Decimal | None = getattr(budget, kind.value, None)
    return found


def _currency(project: Project, other: Project) -> str:
    budget = project.budget or other.budget
    return budget.currency if budget else ""


def _details(before: Project, now: Project) -> Iterator[DetailChange]:
    for key in _DETAILS:
        then, today = getattr(before, key), getattr(now, key)
        if _said(then) != _said(today):
            yield DetailChange(key, then or None, today or None, now.source, now)
    if _phase_id(before) == _phase_id(now) and meaning(before.phases) != meaning(now.phases):
        then, today = before.phases[-1].since, now.phases[-1].since
        days = (then, today) if then != today else (None, None)
        yield DetailChange("phase", *days, now.source, now)


def _said(value: object) -> object:
    said = meaning(value)
    return tuple(sorted(said)) if isinstance(said, tuple) else said
