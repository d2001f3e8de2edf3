"""Slides that show projects: `projects`, `status`, `portfolio` and `timeline`."""

from __future__ import annotations

from deckgen.content import Aspect, Portfolio, Project, ProjectList, Status, Timeline
from deckgen.reading.fields import Fields
from deckgen.reading.nodes import Node
from deckgen.reading.topic import Common, Setting
from deckgen.schedule import first_day, last_day


def read_project_list(setting: Setting, fields: Fields, common: Common) -> ProjectList:
    """All projects, or those named."""
    return ProjectList(**common, projects=setting.chosen(fields))


def read_status(setting: Setting, fields: Fields, common: Common) -> Status:
    """The projects with status items, or those named."""
    setting.check_roster(fields)
    roster = setting.roster
    with_status = tuple(project for project in roster.ordered if project.status)
    projects = fields.optional(
        "projects", lambda node: _named_with_status(setting, node), with_status
    )
    if not with_status and roster.is_faultless and not fields.has("projects"):
        hint = "add `status` to the files of those to be shown"
        message = "no project of the deck has `status`"
        setting.reader.findings.error("no-status", message, fields.source, hint)
    return Status(**common, projects=projects)


def read_portfolio(setting: Setting, fields: Fields, common: Common) -> Portfolio:
    """All projects, or those named, with the columns named, or those there is something for."""
    reader = setting.reader
    read_aspect = reader.choice(Aspect, "columns")
    projects = setting.chosen(fields)
    aspects = fields.optional("columns", lambda node: reader.entries(node, read_aspect), ())
    return Portfolio(**common, projects=projects, aspects=tuple(dict.fromkeys(aspects)))


def read_timeline(setting: Setting, fields: Fields, common: Common) -> Timeline:
    """All projects over time, or those named; some of them must have dates."""
    reader, projects = setting.reader, setting.chosen(fields)
    first = fields.optional("from", reader.partial_date)
    last = fields.optional("to", reader.partial_date)
    timeline = Timeline(
        **common,
        projects=projects,
        first=first_day(first) if first else None,
        last=last_day(last) if last else None,
    )
    _check_dates(setting, fields, timeline)
    return timeline


def _check_dates(setting: Setting, fields: Fields, timeline: Timeline) -> None:
    findings, projects = setting.reader.findings, timeline.projects
    if timeline.first and timeline.last and timeline.last < timeline.first:
        day = setting.reader.language.date(timeline.first)
        message = f"the time shown ends before it begins, {day}"
        findings.error("end-before-start", message, fields.value_source("to"))
    if projects and setting.roster.is_faultless and not any(map(_is_dated, projects)):
        hint = "add `start`, `end` or `milestones` to the files of those to be shown"
        source = fields.value_source("projects") if fields.has("projects") else fields.source
        findings.error("no-dates", "no project of the timeline has a date", source, hint)


def _is_dated(project: Project) -> bool:
    return bool(project.start or project.end or project.milestones)


def _named_with_status(setting: Setting, node: Node) -> tuple[Project, ...]:
    named = setting.roster.named(node)
    for project_id, source in named:
        project = setting.roster.project(project_id)
        if project and not project.status:
            hint = f"add `status` to {project.source}"
            message = f"`{project_id}` has no `status` to be shown"
            setting.reader.findings.error("no-status", message, source, hint)
    return setting.roster.read([name.project_id for name in named])
