"""`template` and `layouts` of theme.yaml: a city's own .potx or .pptx, and what is said of it."""

from __future__ import annotations

from collections.abc import Mapping as Table

from deckgen.fonts import Typeface
from deckgen.named import NamedTuple
from deckgen.problems import Source
from deckgen.reading.beside import file_beside
from deckgen.reading.fields import Fields
from deckgen.reading.nodes import Node
from deckgen.reading.reader import Reader
from deckgen.theme import LAYOUT_ROLES, OwnTemplate

_BROUGHT = ("colours", "logo", "slide")
"""What a template brings itself."""


class _File(NamedTuple):
    path: str
    content: bytes


def read_own_template(
    fields: Fields,
    reader: Reader,
    folder: str,
    files: Table[str, bytes],
    inherited: OwnTemplate | None,
) -> OwnTemplate | None:
    """The template that a theme names, or else that of the theme it extends.

    None where neither has one. The fonts of its own are not filled in yet.
    """
    named = fields.optional("layouts", lambda node: _layouts(node, reader), {})
    file = fields.optional("template", lambda node: _file(node, reader, files))
    if file or inherited:
        _reject_what_it_brings(fields, reader, "template" if file else "extends")
    elif fields.has("layouts") and not fields.has("template"):
        hint = "add `template:` with the name of its file"
        message = "`layouts` are those of a template"
        reader.findings.error("missing-key", message, fields.value_source("layouts"), hint)
    if not file:
        return inherited and _with_layouts(inherited, named)
    sources = {"fonts": fields.value_source("fonts")} if fields.has("fonts") else {}
    own = OwnTemplate(f"{folder}/{file.path}", file.content, {}, sources=sources)
    return _with_layouts(own, named)


def _with_layouts(template: OwnTemplate, named: Table[str, tuple[str, Source]]) -> OwnTemplate:
    layouts = {role: name for role, (name, _) in named.items()}
    sources = {role: source for role, (_, source) in named.items()}
    return template._replace(
        layouts={**template.layouts, **layouts}, sources={**template.sources, **sources}
    )


def with_fonts(
    template: OwnTemplate | None, heading: Typeface | None, body: Typeface | None
) -> OwnTemplate | None:
    """`template` with the fonts that the theme says the widths of."""
    if not template:
        return None
    return template._replace(heading=heading or template.heading, body=body or template.body)


def _reject_what_it_brings(fields: Fields, reader: Reader, other: str) -> None:
    for key in _BROUGHT:
        if fields.has(key):
            message = f"`{key}` comes with the template"
            hint = f"delete `{key}`, or `{other}`"
            reader.findings.error("needless-key", message, fields.value_source(key), hint)


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
