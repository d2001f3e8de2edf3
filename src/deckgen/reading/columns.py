"""Slides of two or three columns, each with a list, a picture or a chart."""

from __future__ import annotations

from deckgen.content import Column, Columns, Figures
from deckgen.reading.fields import Fields
from deckgen.reading.figures import read_figures
from deckgen.reading.illustrations import read_illustration
from deckgen.reading.items import read_items
from deckgen.reading.nodes import Mapping, Node, Sequence
from deckgen.reading.topic import Common, Setting
from deckgen.suggesting import did_you_mean

FEWEST, MOST = 2, 3
CONTENTS = ("items", "picture", "chart")


def read_columns(setting: Setting, fields: Fields, common: Common) -> Columns:
    """Columns side by side."""
    columns = fields.required("columns", lambda node: _columns(setting, node))
    return Columns(**common, columns=columns or ())


def _columns(setting: Setting, node: Node) -> tuple[Column, ...]:
    columns = setting.reader.entries(node, lambda entry: _column(setting, entry))
    if isinstance(node, Sequence) and node.entries and not FEWEST <= len(node.entries) <= MOST:
        message = f"there are {FEWEST} or {MOST} columns on a slide, not {len(node.entries)}"
        hint = "use `text` for a single list, and `groups` for many short ones"
        setting.reader.findings.error("number-of-columns", message, node.source, hint)
    return columns


def _column(setting: Setting, node: Node) -> Column | None:
    reader = setting.reader
    mapping = reader.mapping(node)
    if not mapping:
        return None
    with Fields(mapping, reader.findings) as fields:
        title = fields.optional("title", reader.text)
        given = (
            fields.optional("items", lambda node: read_items(reader, node)),
            fields.optional("picture", lambda node: read_illustration(setting, node)),
            fields.optional("chart", lambda node: _figures(setting, node)),
        )
        _check_content(setting, fields, mapping)
    content = next((each for each in given if each), None)
    return Column(fields.source, content, title) if content else None


def _figures(setting: Setting, node: Node) -> Figures | None:
    mapping = setting.reader.mapping(node)
    if not mapping:
        return None
    with Fields(mapping, setting.reader.findings) as fields:
        return read_figures(setting, fields)


def _check_content(setting: Setting, fields: Fields, mapping: Mapping) -> None:
    given = [key for key in CONTENTS if fields.has(key)]
    if len(given) == 1:
        return
    findings = setting.reader.findings
    if given:
        message = f"a column has one content, not {' and '.join(f'`{key}`' for key in given)}"
        hint = "make two columns of it"
        findings.error("content-given-twice", message, fields.value_source(given[-1]), hint)
    elif not any(did_you_mean(key, CONTENTS) for key in mapping.keys if key != "title"):
        hint = f"add one of: {', '.join(CONTENTS)}"
        findings.error("empty-column", "the column is empty", fields.source, hint)
