"""The phases that projects pass: the deck's own, or those of most programmes."""

from __future__ import annotations

import re

from deckgen.content import Phase, Text
from deckgen.reading.fields import Fields
from deckgen.reading.findings import Mistake
from deckgen.reading.nodes import Node
from deckgen.reading.reader import Reader

_GERMAN = {
    "sketch": "Projektskizze",
    "applied": "Antrag",
    "eligible": "Förderwürdig",
    "approved": "Bewilligt",
    "running": "Umsetzung",
    "completed": "Abschluss",
}
_ENGLISH = {
    "sketch": "Sketch",
    "applied": "Application",
    "eligible": "Eligible",
    "approved": "Approved",
    "running": "Delivery",
    "completed": "Completed",
}


def read_phases(fields: Fields, reader: Reader) -> tuple[Phase, ...]:
    """The phases in `fields`, in order; none if a mistake in them leaves them incomplete."""
    own = fields.optional("phases", lambda node: _phases(node, reader))
    if fields.has("phases"):
        return own or ()
    labels = _GERMAN if reader.language.is_german else _ENGLISH
    return tuple(Phase(key, Text.of(label, fields.source)) for key, label in labels.items())


def _phases(node: Node, reader: Reader) -> tuple[Phase, ...]:
    before, seen = reader.findings.count, set[str]()
    phases = reader.entries(node, lambda entry: _phase(entry, reader, seen))
    return phases if reader.findings.count == before else ()


def _phase(node: Node, reader: Reader, seen: set[str]) -> Phase | None:
    """A phase with an id that is not among those `seen`, to which it is added."""
    mapping = reader.mapping(node)
    if not mapping:
        return None
    with Fields(mapping, reader.findings) as fields:
        phase_id = fields.required("id", lambda node: reader.value(node, _phase_id))
        label = fields.required("label", reader.text)
    if phase_id in seen:
        message = f"the id `{phase_id}` is given twice"
        reader.findings.error("listed-twice", message, fields.value_source("id"))
    seen |= {phase_id or ""}
    return Phase(phase_id, label) if phase_id and label else None


def _phase_id(text: str) -> str:
    if not re.fullmatch("[a-z0-9]+(?:[_-][a-z0-9]+)*", text):
        hint = "write a short name of small letters, such as in_review"
        raise Mistake("bad-id", f"`{text}` is not an id", hint)
    return text
