"""Slides of lists: `text`, `conclusion` and `groups`."""

from __future__ import annotations

from deckgen.content import Bullets, Conclusion, Group, Groups, Item
from deckgen.reading.fields import Fields
from deckgen.reading.items import read_items
from deckgen.reading.nodes import Node, Sequence
from deckgen.reading.reader import Reader
from deckgen.reading.topic import Common, Setting


def read_conclusion(setting: Setting, fields: Fields, common: Common) -> Conclusion:
    """The points to remember."""
    points = fields.required("points", lambda node: read_items(setting.reader, node))
    return Conclusion(**common, points=points or ())


def read_bullets(setting: Setting, fields: Fields, common: Common) -> Bullets:
    """A list of items."""
    items = fields.required("items", lambda node: read_items(setting.reader, node))
    return Bullets(**common, items=items or ())


def read_groups(setting: Setting, fields: Fields, common: Common) -> Groups:
    """Lists side by side."""
    reader = setting.reader

    def read(node: Node) -> tuple[Group, ...]:
        return reader.entries(node, lambda entry: _group(entry, reader))

    return Groups(**common, groups=fields.required("groups", read) or ())


def _group(node: Node, reader: Reader) -> Group | None:
    mapping = reader.mapping(node)
    if not mapping:
        return None
    with Fields(mapping, reader.findings) as fields:
        title = fields.required("title", reader.text)
        items = fields.required("items", lambda node: _items(node, reader))
    return Group(title, items) if title and items is not None else None


def _items(node: Node, reader: Reader) -> tuple[Item, ...]:
    """The items; a group may say that there are none."""
    is_empty = isinstance(node, Sequence) and not node.entries
    return () if is_empty else read_items(reader, node)
