"""Slides of kind `pipeline`: how many there are in which phase."""

from __future__ import annotations

from decimal import Decimal

from deckgen.content import Count, Pipeline
from deckgen.reading.fields import Fields
from deckgen.reading.findings import Mistake
from deckgen.reading.nodes import Node
from deckgen.reading.reader import Reader
from deckgen.reading.topic import Common, Setting
from deckgen.reading.values import parse_amount


def read_pipeline(setting: Setting, fields: Fields, common: Common) -> Pipeline:
    """The counts that are given; without them, those of the deck's projects."""
    counts = fields.optional("counts", lambda node: _counts(node, setting.reader), ())
    if not fields.has("counts"):
        _check_phases(setting, fields)
    return Pipeline(**common, counts=counts)


def _counts(node: Node, reader: Reader) -> tuple[Count, ...]:
    mapping = reader.mapping(node)
    if not mapping:
        return ()
    if not mapping.values:
        hint = "add a line `label: number`, or delete the key to have the projects counted"
        reader.findings.error("empty-list", "there are no counts", node.source, hint)
    counts = (_count(mapping.keys[key], value, reader) for key, value in mapping.values.items())
    return tuple([count for count in counts if count])


def _count(key: Node, value: Node, reader: Reader) -> Count | None:
    label = reader.text(key)
    number = reader.value(value, lambda text: _number(text, is_german=reader.language.is_german))
    return Count(label, number) if label and number is not None else None


def _number(text: str, *, is_german: bool) -> Decimal:
    number = parse_amount(text, is_german=is_german)
    if number < 0 or number != number.to_integral_value():
        raise Mistake("bad-number", f"`{text}` is not a count", "write a whole number: 11")
    return number


def _check_phases(setting: Setting, fields: Fields) -> None:
    """There must be something to count."""
    roster = setting.roster
    if roster.is_empty:
        hint = "give `counts`, or put one file for each project into the folder `projects`"
        message = "the deck has no projects to count"
        setting.reader.findings.error("no-projects", message, fields.source, hint)
    elif roster.is_faultless and not any(project.phase for project in roster.ordered):
        hint = "add `phase` to the files of projects, or give `counts`"
        message = "no project of the deck has a `phase`"
        setting.reader.findings.error("no-phase", message, fields.source, hint)
