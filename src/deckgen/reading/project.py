"""One file under `projects` → Project."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as Table
from datetime import date

from deckgen.content import (
    Item,
    Light,
    Milestone,
    Phase,
    PhaseReached,
    Project,
    State,
    Text,
    Trend,
)
from deckgen.named import NamedTuple
from deckgen.problems import Source
from deckgen.reading.budget import read_budget
from deckgen.reading.fields import Fields
from deckgen.reading.findings import Mistake
from deckgen.reading.items import read_items
from deckgen.reading.milestones import read_milestones
from deckgen.reading.nodes import Mapping, Node, Sequence
from deckgen.reading.project_rows import ProjectRows
from deckgen.reading.reader import Reader
from deckgen.reading.sheet_columns import folded
from deckgen.reading.sheets import Sheets
from deckgen.suggesting import suggest


class ProjectReader(NamedTuple):
    """Reads the projects of one deck.

    `phases` are the programme's by id, None where the deck's own could not be read;
    `today` is the day of the report, and `sheets` are the rows and columns of the deck's files.
    """

    reader: Reader
    phases: Table[str, Phase] | None
    sheets: Sheets
    today: date | None = None

    def project(self, project_id: str, mapping: Mapping) -> Project | None:
        """The project in a file's mapping; None if its title is missing."""
        reader, source = self.reader, Source(mapping.source.file)
        with Fields(mapping, reader.findings, source) as fields:
            title = fields.required("title", reader.text)
            short_title = fields.optional("short_title", reader.text)
            names = (project_id, *(each.plain for each in (title, short_title) if each))
            rows = ProjectRows(self.sheets, names)
            project = Project(
                id=project_id,
                source=source,
                title=title or Text.of(project_id, source),
                short_title=short_title,
                subtitle=fields.optional("subtitle", reader.text),
                field=fields.optional("field", reader.text),
                partners=fields.optional("partners", reader.texts, ()),
                phases=fields.optional("phase", self._phases, ()),
                light=fields.optional("light", reader.choice(Light, "lights")),
                trend=fields.optional("trend", reader.choice(Trend, "trends")),
                reason=fields.optional("reason", reader.text),
                measure=fields.optional("measure", reader.text),
                status=fields.optional("status", self._status, ()),
                milestones=fields.optional("milestones", self._milestones(rows), ()),
                start=fields.optional("start", reader.date),
                end=fields.optional("end", reader.date),
                budget=fields.optional("budget", lambda node: read_budget(reader, node, rows)),
                notes=fields.optional("notes", reader.paragraphs, ()),
            )
            self._check_light(project.light, fields)
            self._check_duration(project.start, project.end, fields)
        return project if title else None

    def _milestones(self, rows: ProjectRows) -> Callable[[Node], tuple[Milestone, ...]]:
        return lambda node: read_milestones(self.reader, node, rows, self.today)

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
            named = folded(name)
            labels = (each.id for each in self.phases.values() if folded(each.label.plain) == named)
            hint = suggest(next(labels, name), self.phases, "phases")
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
