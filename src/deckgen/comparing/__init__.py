"""Report × report → changes: what is new since the earlier one, by its meaning."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from deckgen.changes import Change, Changes, News, PhaseChange, ProjectChange
from deckgen.comparing.likeness import ALIKE_TITLES, matched, normal
from deckgen.comparing.projects import project_changes
from deckgen.comparing.reports import report_changes
from deckgen.comparing.slides import slide_changes
from deckgen.content import Project, Report

__all__ = ["compare"]


def compare(earlier: Report, now: Report, unread: Collection[str] = ()) -> Changes:
    """What changed from one report to the other: nothing between equals.

    Order, markup, blanks, quotation marks and dashes are no change. Projects are the same by
    their ids, or by titles that are much alike; items by their words. Nothing is told of
    the projects whose ids are in `unread`: what they were is not known.
    """
    known = tuple(project for project in now.projects if project.id not in unread)
    found = _changes(earlier, now._replace(projects=known))
    return Changes.of(_as_called_today(change, now) for change in found)


def _as_called_today(change: Change, now: Report) -> Change:
    """The change with the phase before by the name that the programme of today has for it."""
    if not isinstance(change, PhaseChange) or change.before is None:
        return change
    before = change.before
    return change._replace(before=next((p for p in now.phases if p.id == before.id), before))


def _changes(earlier: Report, now: Report) -> Iterator[Change]:
    same = _same_projects(earlier.projects, now.projects)
    for project in now.projects:
        before = same.get(project.id)
        if before is None:
            yield ProjectChange(News.PROJECT_NEW, project)
        else:
            yield from project_changes(before, project)
    kept = {before.id for before in same.values()}
    for project in earlier.projects:
        if project.id not in kept:
            yield ProjectChange(News.PROJECT_DROPPED, project)
    ids = {before.id: project for project, before in same.items()}
    yield from slide_changes(earlier, now, ids)
    yield from report_changes(earlier, now)


def _same_projects(earlier: tuple[Project, ...], now: tuple[Project, ...]) -> Mapping[str, Project]:
    """The projects as they were, by the ids they have now."""
    by_id = {normal(project.id): project for project in earlier}
    same = {p.id: by_id[normal(p.id)] for p in now if normal(p.id) in by_id}
    known = {project.id for project in same.values()}
    left = [project for project in earlier if project.id not in known]
    new = [project for project in now if project.id not in same]
    pairs = matched([p.title.plain for p in left], [p.title.plain for p in new], ALIKE_TITLES)
    return same | {new[b].id: left[a] for a, b in pairs}
