"""Sections and the entries under their `slides` → topics; a reader for each kind."""

from __future__ import annotations

from deckgen.content import Section, Topic
from deckgen.late import late
from deckgen.named import NamedTuple
from deckgen.reading.fields import Fields
from deckgen.reading.findings import Mistake
from deckgen.reading.lists import read_bullets, read_conclusion, read_groups
from deckgen.reading.nodes import Mapping, Node
from deckgen.reading.project_topics import (
    read_portfolio,
    read_project_list,
    read_status,
    read_timeline,
)
from deckgen.reading.topic import Common, ReadTopic, Setting
from deckgen.suggesting import suggest


def _late(module: str, name: str) -> ReadTopic:
    """A reader in a module of this package, most of which a deck does without."""
    return late(f"{__package__}.{module}", name)


KINDS: dict[str, ReadTopic] = {
    "facts": _late("facts", "read_facts"),
    "groups": read_groups,
    "projects": read_project_list,
    "status": read_status,
    "portfolio": read_portfolio,
    "timeline": read_timeline,
    "pipeline": _late("pipeline", "read_pipeline"),
    "budget": _late("money", "read_budgets"),
    "changes": _late("news", "read_changes"),
    "trend": _late("trends", "read_trend"),
    "chart": _late("figures", "read_charted"),
    "table": _late("tables", "read_tabular"),
    "columns": _late("columns", "read_columns"),
    "picture": _late("illustrations", "read_picture"),
    "text": read_bullets,
    "conclusion": read_conclusion,
}


class TopicReader(NamedTuple):
    """Reads the sections of one deck."""

    setting: Setting

    def sections(self, node: Node) -> tuple[Section, ...]:
        """The deck's sections."""
        return self.setting.reader.entries(node, self._section)

    def _section(self, node: Node) -> Section | None:
        reader = self.setting.reader
        mapping = reader.mapping(node)
        if not mapping or self._is_slide(mapping):
            return None
        with Fields(mapping, reader.findings) as fields:
            title = fields.required("title", reader.text)
            topics = fields.required("slides", lambda node: reader.entries(node, self._topic))
        return Section(title, topics) if title and topics else None

    def _is_slide(self, mapping: Mapping) -> bool:
        """Whether a slide stands where a section is expected, which is told."""
        if "kind" not in mapping.keys or "slides" in mapping.keys:
            return False
        message = "a section is expected here, and this is a slide"
        hint = "begin with the section, `- title: …`, then put the slide below its `slides:`"
        source = mapping.keys["kind"].source
        self.setting.reader.findings.error("slide-without-section", message, source, hint)
        return True

    def _topic(self, node: Node) -> Topic | None:
        reader = self.setting.reader
        mapping = reader.mapping(node)
        if not mapping:
            return None
        fields = Fields(mapping, reader.findings)
        read = fields.optional("kind", lambda kind: reader.value(kind, _kind))
        if read:
            with fields:
                return read(self.setting, fields, self._common(fields))
        if not fields.has("kind"):
            hint = f"add `kind: …`, one of: {', '.join(KINDS)}"
            reader.findings.error("missing-key", "`kind` is missing", fields.source, hint)
        return None

    def _common(self, fields: Fields) -> Common:
        reader = self.setting.reader
        return {
            "source": fields.source,
            "title": fields.optional("title", reader.text),
            "credit": fields.optional("source", reader.text),
            "notes": fields.optional("notes", reader.paragraphs, ()),
            "is_internal": bool(fields.optional("internal", reader.switch)),
        }


def _kind(name: str) -> ReadTopic:
    if name not in KINDS:
        raise Mistake("unknown-kind", f"unknown kind `{name}`", suggest(name, KINDS, "kinds"))
    return KINDS[name]
