"""`template` and `layouts` of theme.yaml: a city's own .potx or .pptx, and what is said of it."""

from __future__ import annotations

from collections.abc import Mapping as Table
from typing import NamedTuple

from deckgen.fonts import Typeface
from deckgen.problems import Source
from deckgen.reading.beside import file_beside
from deckgen.reading.fields import Fields
from deckgen.reading.nodes import Node
from deckgen.reading.reader import Reader
from deckgen.theme import OwnTemplate

LAYOUT_ROLES = ("title", "content", "title_only", "closing")

_BROUGHT = ("colours", "logo", "slide")
"""What a template brings itself."""


class _File(NamedTuple):
    path: str
    content: bytes


def read_own_template(
    fields: Fields, reader: Reader, folder: str, files: Table[str, bytes]
) -> OwnTemplate | None:
    """The template that a theme names; None if it names none. Its fonts are not filled in yet."""
    named = fields.optional("layouts", lambda node: _layouts(node, reader), {})
    if not fields.has("template"):
        fields.optional("template", reader.words)
        if fields.has("layouts"):
            hint = "add `template:` with the name of its file"
            message = "`layouts` are those of a template"
            reader.findings.error("missing-key", message, fields.value_source("layouts"), hint)
        return None
    file = fields.optional("template", lambda node: _file(node, reader, files))
    for key in _BROUGHT:
        if fields.has(key):
            message = f"`{key}` comes with the template"
            hint = f"delete `{key}`, or `template`"
            reader.findings.error("needless-key", message, fields.value_source(key), hint)
    if not file:
        return None
    layouts = {role: name for role, (name, _) in named.items()}
    sources = {role: source for role, (_, source) in named.items()}
    if fields.has("fonts"):
        sources["fonts"] = fields.value_source("fonts")
    return OwnTemplate(f"{folder}/{file.path}", file.content, layouts, sources=sources)


def with_fonts(
    template: OwnTemplate | None, heading: Typeface | None, body: Typeface | None
) -> OwnTemplate | None:
    """`template` with the fonts that the theme says the widths of."""
    return template and template._replace(heading=heading, body=body)


def _file(node: Node, reader: Reader, files: Table[str, bytes]) -> _File | None:
    return reader.value(node, lambda path: _File(path, file_beside(path, files)))


def _layouts(node: Node, reader: Reader) -> Table[str, tuple[str, Source]]:
    """The names of layouts by role, and where they stand."""
    mapping = reader.mapping(node)
    if not mapping:
        return {}
    found: dict[str, tuple[str, Source]] = {}
    with Fields(mapping, reader.findings) as fields:
        for role in LAYOUT_ROLES:
            if name := fields.optional(role, reader.words):
                found[role] = name, fields.value_source(role)
    return found
