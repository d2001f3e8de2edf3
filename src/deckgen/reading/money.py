"""Slides of kind `budget`: what was granted to projects, and what is left of it."""

from __future__ import annotations

from deckgen.aspects import knows
from deckgen.content import Aspect, Budgets
from deckgen.reading.fields import Fields
from deckgen.reading.topic import Common, Setting


def read_budgets(setting: Setting, fields: Fields, common: Common) -> Budgets:
    """All projects, or those named; at least one of them has money."""
    projects = setting.chosen(fields)
    is_whole = setting.roster.is_faultless or fields.has("projects")
    if projects and is_whole and not any(knows(project, Aspect.FUNDING) for project in projects):
        hint = "add a `budget` with `granted` to the files of those to be shown"
        message = "no project on this slide has granted money"
        setting.reader.findings.error("no-budget", message, fields.source, hint)
    return Budgets(**common, projects=projects)
