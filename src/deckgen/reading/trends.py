"""Slides of the kind `trend`: projects or money over the reports of a series."""

from __future__ import annotations

from deckgen.aspects import knows
from deckgen.content import Aspect, Project, Tally, Trended
from deckgen.reading.fields import Fields
from deckgen.reading.findings import Mistake
from deckgen.reading.nodes import Node
from deckgen.reading.topic import Common, Setting
from deckgen.reading.values import parse_whole_number

USUAL, LEAST, MOST = 8, 2, 24
"""How many reports are shown if nobody says, and how many may be asked for."""


def read_trend(setting: Setting, fields: Fields, common: Common) -> Trended:
    """What is shown, and of how many reports; there must be something of it today."""
    reader = setting.reader
    tally = fields.optional("shows", reader.choice(Tally, "choices")) or Tally.PHASES
    reports = fields.optional("reports", lambda node: _reports(node, setting))
    _check_figures(setting, fields, tally)
    return Trended(**common, tally=tally, reports=reports or USUAL)


def _reports(node: Node, setting: Setting) -> int | None:
    return setting.reader.value(node, _number)


def _number(text: str) -> int:
    number = parse_whole_number(text)
    if not LEAST <= number <= MOST:
        message = f"a trend goes over {LEAST} to {MOST} reports, not {number}"
        hint = f"leave `reports` out for the last {USUAL}, or those there are"
        raise Mistake("bad-number", message, hint)
    return number


def _check_figures(setting: Setting, fields: Fields, tally: Tally) -> None:
    setting.check_roster(fields)
    roster, findings = setting.roster, setting.reader.findings
    if roster.is_empty or not roster.is_faultless:
        return
    if tally is Tally.PHASES and not any(project.phase for project in roster.ordered):
        message = "no project of the deck has a `phase`"
        findings.error("no-phase", message, fields.source, "add `phase` to the files of projects")
    if tally is Tally.MONEY and not any(map(_has_money, roster.ordered)):
        hint = "add a `budget` with `granted` or `spent` to the files of projects"
        findings.error("no-budget", "no project of the deck has money", fields.source, hint)


def _has_money(project: Project) -> bool:
    return knows(project, Aspect.FUNDING) or knows(project, Aspect.SPENT)
