"""Slides of kind `budget`: what was granted to projects, and what is left of it."""

from __future__ import annotations

from deckgen.content import Budgets, Project
from deckgen.reading.fields import Fields
from deckgen.reading.topic import Common, Setting


def read_budgets(setting: Setting, fields: Fields, common: Common) -> Budgets:
    """All projects, or those named; at least one of them has money."""
    projects = setting.chosen(fields)
    is_whole = setting.roster.is_faultless or fields.has("projects")
    if projects and is_whole and not any(map(_is_granted, projects)):
        hint = "add a `budget` with `granted` to the files of those to be shown"
        message = "no project on this slide has granted money"
        setting.reader.findings.error("no-budget", message, fields.source, hint)
    return Budgets(**common, projects=projects)


def _is_granted(project: Project) -> bool:
    return bool(project.budget and project.budget.granted is not None)
