"""A theme's own words for what deckgen says on slides."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Mapping as Table
from functools import partial

from deckgen.language import TAGS, language
from deckgen.reading.fields import Fields
from deckgen.reading.findings import Mistake
from deckgen.reading.markup import names_in
from deckgen.reading.nodes import Node
from deckgen.reading.patterns import check_pattern
from deckgen.reading.reader import Reader
from deckgen.words import LABELS, label

Labels = Table[str, Table[str, str]]
"""Words by the tag of their language, then by the names of `LABELS`."""

DEFAULT_TAG = "de-DE"
LONGEST = 60


def read_labels(node: Node, reader: Reader, base: Labels) -> Labels | None:
    """The labels; those not given are as in `base`.

    Beside the labels of German, the language of decks that name none, those of others may
    stand below their tags.
    """
    mapping = reader.mapping(node)
    if not mapping:
        return None
    with Fields(mapping, reader.findings) as fields:
        given = {tag: fields.optional(tag, partial(_below, reader, tag), {}) for tag in TAGS}
        given[DEFAULT_TAG] = {**_labels(fields, reader, DEFAULT_TAG), **(given[DEFAULT_TAG] or {})}
    merged = {tag: {**base.get(tag, {}), **(given[tag] or {})} for tag in TAGS}
    return {tag: labels for tag, labels in merged.items() if labels}


def _below(reader: Reader, tag: str, node: Node) -> dict[str, str] | None:
    mapping = reader.mapping(node)
    if not mapping:
        return None
    with Fields(mapping, reader.findings) as fields:
        return _labels(fields, reader, tag)


def _labels(fields: Fields, reader: Reader, tag: str) -> dict[str, str]:
    words = language(tag).words
    read = {name: fields.optional(name, _reading(reader, label(words, name))) for name in LABELS}
    return {name: text for name, text in read.items() if text}


def _reading(reader: Reader, ours: str) -> Callable[[Node], str | None]:
    return lambda node: reader.value(node, lambda text: _own(text, ours))


def _own(text: str, ours: str) -> str:
    """A label in place of `ours`, with the same names in braces, each once."""
    text = re.sub("[ \t\r\n]+", " ", text)
    names = names_in(ours)
    check_pattern(text, names, "this label")
    for name in sorted(names):
        if text.count(f"{{{name}}}") != 1:
            message = f"this label needs `{{{name}}}`, once"
            raise Mistake("missing-fill-in", message, f"deckgen's own words are: {ours}")
    if len(text) > LONGEST:
        message = f"a label has at most {LONGEST} characters; this one has {len(text)}"
        raise Mistake("label-too-long", message, "say it in a few words")
    return text
