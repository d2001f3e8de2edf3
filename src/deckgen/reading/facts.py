"""Slides of kind `facts`: key figures."""

from __future__ import annotations

from deckgen.content import Fact, FactItem, Facts
from deckgen.named import NamedTuple
from deckgen.reading.fields import Fields
from deckgen.reading.nodes import Mapping, Node
from deckgen.reading.reader import Reader
from deckgen.reading.topic import Common, Setting

_CONTENTS = ("value", "text", "items")


def read_facts(setting: Setting, fields: Fields, common: Common) -> Facts:
    """The cards, in order."""
    reader = _FactReader(setting.reader)
    facts = fields.required("facts", lambda node: setting.reader.entries(node, reader.fact))
    return Facts(**common, facts=facts or ())


class _FactReader(NamedTuple):
    reader: Reader

    def fact(self, node: Node) -> Fact | None:
        mapping = self.reader.mapping(node)
        if not mapping:
            return None
        reader = self.reader
        with Fields(mapping, reader.findings) as fields:
            label = fields.optional("label", reader.text)
            value = fields.optional("value", reader.figure)
            unit = fields.optional("unit", reader.text)
            text = fields.optional("text", reader.text)
            items = fields.optional("items", lambda node: reader.entries(node, self._item), ())
            self._check(fields)
        return Fact(mapping.source, label, value, unit, text, items)

    def _check(self, fields: Fields) -> None:
        if fields.is_near(*_CONTENTS):
            return  # what is misspelt is told as such
        if not any(fields.has(key) for key in _CONTENTS):
            message = "the fact says nothing: it needs a `value`, a `text` or `items`"
            self.reader.findings.error("empty-fact", message, fields.source)
        elif fields.has("unit") and not fields.has("value"):
            message = "a `unit` needs a `value`"
            source = fields.value_source("unit")
            self.reader.findings.error("unit-without-value", message, source)

    def _item(self, node: Node) -> FactItem | None:
        if not isinstance(node, Mapping):
            text = self.reader.text(node)
            return FactItem(text) if text else None
        with Fields(node, self.reader.findings) as fields:
            value = fields.optional("value", self.reader.figure)
            text = fields.required("text", self.reader.text)
        return FactItem(text, value) if text else None
