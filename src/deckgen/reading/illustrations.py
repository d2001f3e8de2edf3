"""Slides of pictures, and the pictures in columns."""

from __future__ import annotations

from deckgen.content import Illustration, Pictured
from deckgen.reading.fields import Fields
from deckgen.reading.images import ImageReader
from deckgen.reading.nodes import Node
from deckgen.reading.topic import Common, Setting


def read_picture(setting: Setting, fields: Fields, common: Common) -> Pictured | None:
    """A picture of the deck's own."""
    illustration = _illustration_in(setting, fields)
    return Pictured(**common, illustration=illustration) if illustration else None


def read_illustration(setting: Setting, node: Node) -> Illustration | None:
    """A picture in a mapping of its keys."""
    mapping = setting.reader.mapping(node)
    if not mapping:
        return None
    with Fields(mapping, setting.reader.findings) as fields:
        return _illustration_in(setting, fields)


def _illustration_in(setting: Setting, fields: Fields) -> Illustration | None:
    """The picture that `fields` tell of; one that is no decoration needs words for it."""
    reader = setting.reader
    images = ImageReader(setting.folder, setting.files, reader, "deck")
    image = fields.required("file", images.image)
    alt = fields.optional("alt", reader.unmarked)
    is_decorative = bool(fields.optional("decorative", reader.switch))
    caption = fields.optional("caption", reader.text)
    _check_alt(setting, fields, is_decorative=is_decorative)
    return Illustration(fields.source, image, alt, caption) if image else None


def _check_alt(setting: Setting, fields: Fields, *, is_decorative: bool) -> None:
    findings = setting.reader.findings
    if is_decorative and fields.has("alt"):
        message = "a picture that is `decorative` tells nothing, so it has no `alt`"
        hint = "keep `alt` if those who cannot see the picture miss something, else delete it"
        findings.error("alt-of-decoration", message, fields.value_source("alt"), hint)
    elif not is_decorative and not fields.has("alt"):
        message = "the picture needs `alt`: words for those who cannot see it"
        hint = "say what it shows, `alt: …`, or write `decorative: true` if it tells nothing"
        findings.error("missing-alt", message, fields.source, hint)
