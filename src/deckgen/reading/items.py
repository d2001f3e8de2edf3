"""Entries of lists: a text, or a text with entries, state, date and note."""

from __future__ import annotations

from deckgen.content import Item, State
from deckgen.reading.fields import Fields
from deckgen.reading.nodes import Mapping, Node, Scalar
from deckgen.reading.reader import Reader
from deckgen.suggesting import did_you_mean

KEYS = ("text", "items", "state", "date", "note")
DEEPEST = 3
"""An item, its items, and theirs."""


def read_items(
    reader: Reader, node: Node, state: State | None = None, level: int = 1
) -> tuple[Item, ...]:
    """A list of items; `state` is the state of those that give none."""
    return reader.entries(node, lambda entry: _read_item(reader, entry, state, level))


def _read_item(reader: Reader, node: Node, state: State | None, level: int) -> Item | None:
    """One item of a list that is `level` lists deep."""
    if not isinstance(node, Mapping):
        text = reader.text(node)
        return Item(text, (), state) if text else None
    if _is_text_with_colon(node):
        message = "a text with a colon and a blank in it needs quotes"
        reader.findings.error("needs-quotes", message, node.source, _quoted(node))
        return None
    with Fields(node, reader.findings) as fields:
        text = fields.required("text", reader.text)
        items = fields.optional("items", lambda below: _below(reader, below, level), ())
        item_state = fields.optional("state", reader.choice(State, "states"), state)
        date = fields.optional("date", reader.partial_date)
        note = fields.optional("note", reader.text)
    return Item(text, items, item_state, date, note) if text else None


def _below(reader: Reader, node: Node, level: int) -> tuple[Item, ...]:
    if level < DEEPEST:
        return read_items(reader, node, level=level + 1)
    message = f"lists may stand {DEEPEST} deep in one another, and this is one more"
    hint = "say it in fewer levels, or on a slide of its own"
    reader.findings.error("too-many-levels", message, node.source, hint)
    return ()


def _is_text_with_colon(node: Mapping) -> bool:
    """Whether `- Result: good` was meant as a text, and YAML took it for a key."""
    if len(node.keys) != 1 or node.is_flow:
        return False
    (key,) = node.keys
    return key not in KEYS and not did_you_mean(key, KEYS)


def _quoted(node: Mapping) -> str | None:
    ((key, value),) = node.values.items()
    if not isinstance(value, Scalar) or '"' in key + value.text:
        return None
    return f'write "{key}: {value.text}"'
