"""deck.yaml and the files under `projects` → Report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping as Table
from datetime import date

from deckgen.accents import KEEP_ONE, TWO_SPELLINGS, composed
from deckgen.content import (
    AgendaUse,
    Closing,
    Meeting,
    PartialDate,
    Project,
    Report,
    Text,
)
from deckgen.files import misnamed_file
from deckgen.language import TAGS, language
from deckgen.named import NamedTuple
from deckgen.problems import Problem, Source, SourceFile
from deckgen.reading.begun import sure_mistakes
from deckgen.reading.fields import Fields
from deckgen.reading.fill_ins import MEETING_TEXTS, read_fill_ins, unknown_fill_ins
from deckgen.reading.findings import Findings
from deckgen.reading.nodes import Mapping, Node, Scalar
from deckgen.reading.phases import read_phases
from deckgen.reading.project import ProjectReader
from deckgen.reading.reader import Reader
from deckgen.reading.roster import Roster
from deckgen.reading.sheets import Sheets
from deckgen.reading.syntax import parse
from deckgen.reading.topic import Setting
from deckgen.reading.topics import TopicReader

DECK = "deck.yaml"
DEFAULT_LANGUAGE = "de-DE"
_FIRST_KEYS = (
    *("title", "subtitle", "short_title", "report", "organisation", "author", "date"),
    *("as_of", "language", "theme", "meeting", "phases", "projects"),
)
_PROJECT = re.compile(r"projects/([^/]+)\.yaml")
_MISNAMED = re.compile(r"projects/([^/]+)\.ya?ml(?:\.txt)?", re.IGNORECASE)

_OF_OTHER_VERSIONS = frozenset({"unknown-key", "unknown-kind", "missing-key"})
"""What is no mistake in a report that was written for another version of the format."""


def report_from(
    name: str, folder: str, files: Table[str, bytes], beside: Table[str, bytes]
) -> tuple[Report, tuple[Problem, ...]]:
    """The report in a deck's files; see `deckgen.reading.read_report`."""
    findings = Findings()
    deck, begun = _deck(folder, files, findings)
    reader = _DeckReader(name, folder, findings, files, beside)
    report = reader.report(deck)
    if begun:
        reader.tell_begun(begun)
    return findings.conclude(report)


class Earlier(NamedTuple):
    """An earlier report as far as it can be understood, the mistakes in it, and the ids of the
    projects that had to be left out."""

    report: Report | None
    mistakes: tuple[Problem, ...]
    unread: frozenset[str]


def earlier_from(
    name: str, folder: str, files: Table[str, bytes], beside: Table[str, bytes]
) -> Earlier:
    """The report in a deck's files of long ago; see `deckgen.reading.read_earlier`."""
    findings = Findings()
    deck, _ = _deck(folder, files, findings)
    report = _DeckReader(name, folder, findings, files, beside, is_lenient=True).report(deck)
    ids = {project_id for project_id, _ in _project_files(files)}
    unread = ids - {project.id for project in report.projects} if report else ids
    mistakes = (problem for problem in findings.found if problem.code not in _OF_OTHER_VERSIONS)
    return Earlier(report, tuple(mistakes), frozenset(unread))


def theme_named_in(folder: str, files: Table[str, bytes]) -> Text | None:
    """The theme that a deck's file names, whatever else is wrong with the deck."""
    deck = parse(f"{folder}/{DECK}", files.get(DECK, b"")).mapping
    named = deck.values.get("theme") if deck else None
    return Text.of(named.text, named.source) if isinstance(named, Scalar) else None


def _project_files(
    files: Table[str, bytes], pattern: re.Pattern[str] = _PROJECT
) -> Iterator[tuple[str, str]]:
    """The ids of projects, `composed`, with the paths of their files."""
    for path in sorted(files):
        if found := pattern.fullmatch(path):
            yield composed(found[1]), path


def _deck(
    folder: str, files: Table[str, bytes], findings: Findings
) -> tuple[Mapping | None, Mapping | None]:
    """The deck's mapping, or else what is there of it."""
    shown = f"{folder}/{DECK}"
    if DECK not in files:
        findings.error("no-deck-file", "the file is missing", Source(SourceFile(shown)))
        return None, None
    mapping, problems, begun = parse(shown, files[DECK])
    findings.errors(problems)
    return mapping, begun


class _Head(NamedTuple):
    """What must be known before any text is read."""

    reader: Reader
    number: int | None
    date: date | None
    as_of: PartialDate | None


class _DeckReader(NamedTuple):
    name: str
    folder: str
    findings: Findings
    files: Table[str, bytes]
    beside: Table[str, bytes]
    is_lenient: bool = False

    def report(self, deck: Mapping | None) -> Report | None:
        """The report; None if a mistake leaves it incomplete."""
        if not deck:
            self._read_projects_alone()
            return None
        source = Source(deck.source.file)
        with Fields(deck, self.findings, source, _FIRST_KEYS) as fields:
            head = self._head(deck, fields)
            return self._report(fields, head)

    def tell_begun(self, begun: Mapping) -> None:
        """Tell the mistakes in values above the slip that ended the deck's file."""

        def read(findings: Findings) -> None:
            self._replace(findings=findings, files={}).report(begun)

        self.findings.errors(sure_mistakes(begun, read))

    def _read_projects_alone(self) -> None:
        """Tell the projects' own mistakes; German, as it knows all forms of dates and amounts."""
        reader = Reader(self.findings, language(DEFAULT_LANGUAGE), unknown_fill_ins())
        sheets = Sheets(reader, self.folder, self.beside)
        self._roster(ProjectReader(reader, None, sheets))

    def _head(self, deck: Mapping, fields: Fields) -> _Head:
        plain = Reader(self.findings, language(DEFAULT_LANGUAGE))
        tag = fields.optional("language", plain.one_of(TAGS, "languages"))
        reader = plain._replace(language=language(tag or DEFAULT_LANGUAGE))
        number = fields.optional("report", reader.whole_number)
        day = fields.optional("date", reader.date)
        as_of = fields.optional("as_of", reader.partial_date)
        moments = {
            "report": str(number) if number else None,
            "date": reader.language.long_date(day) if day else None,
            "as_of": reader.language.partial_date(as_of) if as_of else None,
        }
        fill_ins = read_fill_ins(deck, moments, self.findings)
        return _Head(reader._replace(fill_ins=fill_ins), number, day, as_of)

    def _report(self, fields: Fields, head: _Head) -> Report | None:
        reader = head.reader
        phases = read_phases(fields, reader)
        by_id = {phase.id: phase for phase in phases} if phases else None
        sheets = Sheets(reader, self.folder, self.beside)
        roster = self._roster(ProjectReader(reader, by_id, sheets, head.date))
        fields.optional("projects", roster.set_order)
        topics = TopicReader(Setting(reader, roster, self.folder, self.beside, sheets))
        title = fields.required("title", reader.text)
        report = Report(
            name=self.name,
            source=fields.source,
            title=title or Text.of(self.name, fields.source),
            subtitle=fields.optional("subtitle", reader.text),
            short_title=fields.optional("short_title", reader.text),
            organisation=fields.optional("organisation", reader.text),
            author=fields.optional("author", reader.text),
            theme=fields.optional("theme", reader.unmarked),
            meeting=fields.optional("meeting", lambda node: _meeting(node, reader), Meeting()),
            agenda=fields.optional("agenda", lambda node: _agenda(node, reader), AgendaUse.ONCE),
            closing=fields.optional("closing", lambda node: _closing(node, reader), Closing()),
            has_marks=fields.optional("marks", reader.switch, True) is not False,
            sections=fields.required("sections", topics.sections) or (),
            number=head.number,
            date=head.date,
            as_of=head.as_of,
            language=reader.language.tag,
            phases=phases,
            projects=roster.ordered,
        )
        roster.warn_of_unused()
        return report if title else None

    def _roster(self, read: ProjectReader) -> Roster:
        projects: dict[str, Project | None] = {}
        for project_id, path in _project_files(self.files):
            if project_id in projects:
                source = Source(SourceFile(f"{self.folder}/{path}"))
                self.findings.error("same-name", TWO_SPELLINGS, source, KEEP_ONE)
            projects[project_id] = self._project(project_id, path, read)
        for project_id, path in _project_files(self.files, _MISNAMED):
            if not _PROJECT.fullmatch(path):
                self.findings.errors((misnamed_file(f"{self.folder}/{path}"),))
                projects.setdefault(project_id, self._project(project_id, path, read))
        return Roster(projects, self.folder, read.reader)

    def _project(self, project_id: str, path: str, read: ProjectReader) -> Project | None:
        """The project; None if there is any mistake in its file, unless reading is lenient."""
        before = self.findings.count
        mapping, problems, begun = parse(f"{self.folder}/{path}", self.files[path])
        self.findings.errors(problems)
        if begun and not self.is_lenient:
            self._tell_begun_project(project_id, begun, read)
        project = read.project(project_id, mapping) if mapping else None
        return project if self.is_lenient or self.findings.count == before else None

    def _tell_begun_project(self, project_id: str, begun: Mapping, read: ProjectReader) -> None:
        def read_apart(findings: Findings) -> None:
            reader = read.reader._replace(findings=findings)
            sheets = Sheets(reader, self.folder, self.beside)
            read._replace(reader=reader, sheets=sheets).project(project_id, begun)

        self.findings.errors(sure_mistakes(begun, read_apart))


def _agenda(node: Node, reader: Reader) -> AgendaUse:
    return reader.choice(AgendaUse, "choices")(node) or AgendaUse.ONCE


def _meeting(node: Node, reader: Reader) -> Meeting:
    mapping = reader.mapping(node)
    if not mapping:
        return Meeting()
    with Fields(mapping, reader.findings) as fields:
        return Meeting(**{key: fields.optional(key, reader.text) for key in MEETING_TEXTS})


def _closing(node: Node, reader: Reader) -> Closing | None:
    """The closing slide: none, the language's own, or as the author words it."""
    if isinstance(node, Scalar) and node.is_plain and node.text in ("true", "false"):
        return Closing() if node.text == "true" else None
    if not isinstance(node, Mapping):
        return Closing(reader.text(node))
    with Fields(node, reader.findings) as fields:
        title = fields.optional("title", reader.text)
        contact = fields.optional("contact", reader.text)
    return Closing(title, contact)
