"""Entries under `slides` → topics, a reader for each kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, TypedDict

from deckgen.content import (
    Bullets,
    Conclusion,
    Fact,
    FactItem,
    Facts,
    Group,
    Groups,
    Item,
    Project,
    ProjectList,
    Section,
    Status,
    Text,
    Topic,
)
from deckgen.problems import Source
from deckgen.reading.fields import Fields
from deckgen.reading.findings import Mistake
from deckgen.reading.items import read_items
from deckgen.reading.nodes import Mapping, Node, Scalar, Sequence
from deckgen.reading.reader import Reader
from deckgen.reading.roster import Roster
from deckgen.reading.suggest import suggest
from deckgen.reading.values import is_amount


class _Common(TypedDict):
    """What every topic may have."""

    source: Source
    title: Text | None
    credit: Text | None
    notes: tuple[Text, ...]
    is_internal: bool


@dataclass(frozen=True, slots=True)
class TopicReader:
    """Reads the sections of one deck, with the projects of its roster."""

    reader: Reader
    roster: Roster

    def sections(self, node: Node) -> tuple[Section, ...]:
        """The deck's sections."""
        return self.reader.entries(node, self._section)

    def _section(self, node: Node) -> Section | None:
        mapping = self.reader.mapping(node)
        if not mapping:
            return None
        with Fields(mapping, self.reader.findings) as fields:
            title = fields.required("title", self.reader.text)
            topics = fields.required("slides", self._topics)
        return Section(title, topics) if title and topics else None

    def _topics(self, node: Node) -> tuple[Topic, ...]:
        return self.reader.entries(node, self._topic)

    def _topic(self, node: Node) -> Topic | None:
        mapping = self.reader.mapping(node)
        if not mapping:
            return None
        fields = Fields(mapping, self.reader.findings)
        read = fields.optional("kind", lambda kind: self.reader.value(kind, self._kind))
        if read:
            with fields:
                return read(self, fields, self._common(fields))
        if not fields.has("kind"):
            hint = f"add `kind: …`, one of: {', '.join(self._KINDS)}"
            self.reader.findings.error("missing-key", "`kind` is missing", fields.source, hint)
        return None

    def _kind(self, name: str) -> _Kind:
        if name not in self._KINDS:
            hint = suggest(name, self._KINDS, "kinds")
            raise Mistake("unknown-kind", f"unknown kind `{name}`", hint)
        return self._KINDS[name]

    def _common(self, fields: Fields) -> _Common:
        reader = self.reader
        return {
            "source": fields.source,
            "title": fields.optional("title", reader.text),
            "credit": fields.optional("source", reader.text),
            "notes": fields.optional("notes", reader.paragraphs, ()),
            "is_internal": bool(fields.optional("internal", reader.switch)),
        }

    def _conclusion(self, fields: Fields, common: _Common) -> Conclusion:
        points = fields.required("points", lambda node: read_items(self.reader, node))
        return Conclusion(**common, points=points or ())

    def _bullets(self, fields: Fields, common: _Common) -> Bullets:
        items = fields.required("items", lambda node: read_items(self.reader, node))
        return Bullets(**common, items=items or ())

    def _groups(self, fields: Fields, common: _Common) -> Groups:
        read = self._group
        groups = fields.required("groups", lambda node: self.reader.entries(node, read))
        return Groups(**common, groups=groups or ())

    def _group(self, node: Node) -> Group | None:
        mapping = self.reader.mapping(node)
        if not mapping:
            return None
        with Fields(mapping, self.reader.findings) as fields:
            title = fields.required("title", self.reader.text)
            items = fields.required("items", self._group_items)
        return Group(title, items) if title and items is not None else None

    def _group_items(self, node: Node) -> tuple[Item, ...]:
        """The items; a group may say that there are none."""
        is_empty = isinstance(node, Sequence) and not node.entries
        return () if is_empty else read_items(self.reader, node)

    def _facts(self, fields: Fields, common: _Common) -> Facts:
        facts = fields.required("facts", lambda node: self.reader.entries(node, self._fact))
        return Facts(**common, facts=facts or ())

    def _fact(self, node: Node) -> Fact | None:
        mapping = self.reader.mapping(node)
        if not mapping:
            return None
        reader = self.reader
        with Fields(mapping, reader.findings) as fields:
            label = fields.optional("label", reader.text)
            value = fields.optional("value", self._figure)
            unit = fields.optional("unit", reader.text)
            text = fields.optional("text", reader.text)
            items = fields.optional("items", lambda node: reader.entries(node, self._fact_item), ())
            self._check_fact(fields)
        return Fact(mapping.source, label, value, unit, text, items)

    def _check_fact(self, fields: Fields) -> None:
        if not any(fields.has(key) for key in ("value", "text", "items")):
            message = "the fact says nothing: it needs a `value`, a `text` or `items`"
            self.reader.findings.error("empty-fact", message, fields.source)
        elif fields.has("unit") and not fields.has("value"):
            message = "a `unit` needs a `value`"
            source = fields.value_source("unit")
            self.reader.findings.error("unit-without-value", message, source)

    def _fact_item(self, node: Node) -> FactItem | None:
        if not isinstance(node, Mapping):
            text = self.reader.text(node)
            return FactItem(text) if text else None
        with Fields(node, self.reader.findings) as fields:
            value = fields.optional("value", self._figure)
            text = fields.required("text", self.reader.text)
        return FactItem(text, value) if text else None

    def _figure(self, node: Node) -> Decimal | Text | None:
        """An amount, to be written as the language does; in quotes, or else, a text."""
        is_german = self.reader.language.is_german
        if isinstance(node, Scalar) and node.is_plain and is_amount(node.text, is_german=is_german):
            return self.reader.amount(node)
        return self.reader.text(node)

    def _project_list(self, fields: Fields, common: _Common) -> ProjectList:
        self._check_roster(fields)
        projects = fields.optional("projects", self._chosen, self.roster.ordered)
        return ProjectList(**common, projects=projects)

    def _check_roster(self, fields: Fields) -> None:
        if self.roster.is_empty and not fields.has("projects"):
            hint = "put one file for each project into the folder `projects`"
            message = "the deck has no projects"
            self.reader.findings.error("no-projects", message, fields.source, hint)

    def _chosen(self, node: Node) -> tuple[Project, ...]:
        return self.roster.read([name.project_id for name in self.roster.named(node)])

    def _status(self, fields: Fields, common: _Common) -> Status:
        self._check_roster(fields)
        with_status = tuple(project for project in self.roster.ordered if project.status)
        projects = fields.optional("projects", self._chosen_with_status, with_status)
        if not with_status and self.roster.is_faultless and not fields.has("projects"):
            hint = "add `status` to the files of those to be shown"
            message = "no project of the deck has `status`"
            self.reader.findings.error("no-status", message, fields.source, hint)
        return Status(**common, projects=projects)

    def _chosen_with_status(self, node: Node) -> tuple[Project, ...]:
        named = self.roster.named(node)
        for project_id, source in named:
            project = self.roster.project(project_id)
            if project and not project.status:
                hint = f"add `status` to {project.source}"
                message = f"`{project_id}` has no `status` to be shown"
                self.reader.findings.error("no-status", message, source, hint)
        return self.roster.read([name.project_id for name in named])

    _KINDS: ClassVar[dict[str, _Kind]] = {
        "facts": _facts,
        "groups": _groups,
        "projects": _project_list,
        "status": _status,
        "conclusion": _conclusion,
        "text": _bullets,
    }


_Kind = Callable[[TopicReader, Fields, _Common], Topic]
