"""One file under `projects` → Project."""

from __future__ import annotations

from collections.abc import Mapping as Table
from dataclasses import dataclass
from datetime import date

from deckgen.content import (
    Item,
    Light,
    Milestone,
    Phase,
    PhaseReached,
    Project,
    State,
    Trend,
)
from deckgen.problems import Source, WarningCode
from deckgen.reading.budget import read_budget
from deckgen.reading.fields import Fields
from deckgen.reading.findings import Mistake
from deckgen.reading.items import read_items
from deckgen.reading.nodes import Mapping, Node, Sequence
from deckgen.reading.reader import Reader
from deckgen.reading.suggest import suggest

MILESTONE_DATES = ("planned", "forecast", "reached")


@dataclass(frozen=True, slots=True)
class ProjectReader:
    """Reads the projects of one deck.

    `phases` are the programme's by id, None where the deck's own could not be read;
    `today` is the day of the report.
    """

    reader: Reader
    phases: Table[str, Phase] | None
    today: date | None = None

    def project(self, project_id: str, mapping: Mapping) -> Project | None:
        """The project in a file's mapping; None if its title is missing."""
        reader, source = self.reader, Source(mapping.source.file)
        with Fields(mapping, reader.findings, source) as fields:
            title = fields.required("title", reader.text)
            short_title = fields.optional("short_title", reader.text)
            subtitle = fields.optional("subtitle", reader.text)
            field = fields.optional("field", reader.text)
            partners = fields.optional("partners", reader.texts, ())
            phases = fields.optional("phase", self._phases, ())
            light = fields.optional("light", reader.choice(Light, "lights"))
            trend = fields.optional("trend", reader.choice(Trend, "trends"))
            reason = fields.optional("reason", reader.text)
            measure = fields.optional("measure", reader.text)
            status = fields.optional("status", self._status, ())
            milestones = fields.optional("milestones", self._milestones, ())
            start = fields.optional("start", reader.date)
            end = fields.optional("end", reader.date)
            budget = fields.optional("budget", lambda node: read_budget(reader, node))
            notes = fields.optional("notes", reader.paragraphs, ())
            self._check_light(light, fields)
            self._check_duration(start, end, fields)
        return title and Project(
            id=project_id,
            source=source,
            title=title,
            short_title=short_title,
            subtitle=subtitle,
            field=field,
            partners=partners,
            phases=phases,
            light=light,
            trend=trend,
            reason=reason,
            measure=measure,
            status=status,
            milestones=milestones,
            start=start,
            end=end,
            budget=budget,
            notes=notes,
        )

    def _status(self, node: Node) -> tuple[Item, ...]:
        return read_items(self.reader, node, State.DONE)

    def _phases(self, node: Node) -> tuple[PhaseReached, ...]:
        if not isinstance(node, Sequence):
            phase = self._phase(node)
            return (PhaseReached(phase),) if phase else ()
        phases = self.reader.entries(node, self._phase_reached)
        if len(phases) == len(node.entries):
            self._check_history(phases, node)
        return phases

    def _phase_reached(self, node: Node) -> PhaseReached | None:
        if not isinstance(node, Mapping):
            phase = self._phase(node)
            return PhaseReached(phase) if phase else None
        with Fields(node, self.reader.findings) as fields:
            phase = fields.required("phase", self._phase)
            since = fields.optional("since", self.reader.date)
        return PhaseReached(phase, since) if phase else None

    def _phase(self, node: Node) -> Phase | None:
        return self.reader.value(node, self._known_phase)

    def _known_phase(self, name: str) -> Phase | None:
        if self.phases is None:
            return None
        if name not in self.phases:
            hint = suggest(name, self.phases, "phases")
            raise Mistake("unknown-phase", f"there is no phase `{name}`", hint)
        return self.phases[name]

    def _check_history(self, phases: tuple[PhaseReached, ...], node: Sequence) -> None:
        latest: date | None = None
        for reached, entry in zip(phases, node.entries, strict=True):
            if latest and reached.since and reached.since < latest:
                day = self.reader.language.date(latest)
                message = f"this phase begins before the one above, which began on {day}"
                hint = "list the phases in the order in which they were reached"
                self.reader.findings.error("phase-order", message, entry.source, hint)
            latest = reached.since or latest

    def _milestones(self, node: Node) -> tuple[Milestone, ...]:
        return self.reader.entries(node, self._milestone)

    def _milestone(self, node: Node) -> Milestone | None:
        mapping = self.reader.mapping(node)
        if not mapping:
            return None
        with Fields(mapping, self.reader.findings) as fields:
            title = fields.required("title", self.reader.text)
            days = {key: fields.optional(key, self.reader.date) for key in MILESTONE_DATES}
            self._check_milestone(days["reached"], fields)
        return title and Milestone(title, **days)

    def _check_milestone(self, reached: date | None, fields: Fields) -> None:
        if not any(fields.has(key) for key in MILESTONE_DATES):
            hint = f"add one of: {', '.join(MILESTONE_DATES)}"
            self.reader.findings.error(
                "milestone-without-date", "the milestone has no date", fields.source, hint
            )
        if reached and self.today and reached > self.today:
            day = self.reader.language.date(self.today)
            message = f"the milestone is reached only after the day of the report, {day}"
            source = fields.value_source("reached")
            hint = "a day to come is a `forecast`"
            self.reader.findings.warning(WarningCode.REACHED_TOO_LATE, message, source, hint)

    def _check_light(self, light: Light | None, fields: Fields) -> None:
        missing = [f"`{key}`" for key in ("reason", "measure") if not fields.has(key)]
        if light in (Light.YELLOW, Light.RED) and missing:
            message = f"a {light.value} light needs {' and '.join(missing)}"
            source = fields.value_source("light")
            hint = "say why it is not green, and what is done about it"
            self.reader.findings.error("light-without-reason", message, source, hint)

    def _check_duration(self, start: date | None, end: date | None, fields: Fields) -> None:
        if start and end and end < start:
            day = self.reader.language.date(start)
            message = f"the end lies before the start, {day}"
            self.reader.findings.error("end-before-start", message, fields.value_source("end"))
