"""A theme's colours by purpose, and whether they can be read on one another."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping as Table

from deckgen.contrast import READABLE, contrast, readable_shade
from deckgen.reading.fields import Fields
from deckgen.reading.findings import Mistake
from deckgen.reading.nodes import Node
from deckgen.reading.reader import Reader
from deckgen.style import Ink
from deckgen.theme import Colour

Palette = Table[Ink, Colour]

PAIRS = (
    (Ink.TEXT, Ink.BACKGROUND),
    (Ink.PRIMARY, Ink.BACKGROUND),
    (Ink.MUTED, Ink.BACKGROUND),
    (Ink.ACCENT, Ink.BACKGROUND),
    (Ink.GOOD, Ink.BACKGROUND),
    (Ink.WARNING, Ink.BACKGROUND),
    (Ink.BAD, Ink.BACKGROUND),
    (Ink.TEXT, Ink.PANEL),
    (Ink.MUTED, Ink.PANEL),
    (Ink.PRIMARY, Ink.PANEL),
    (Ink.PRIMARY, Ink.TINT),
)
"""What is read on what; each pair serves the other way round, too."""


def read_palette(node: Node, reader: Reader, base: Palette | None) -> Palette | None:
    """All colours, those not given as in `base`; None if there is a mistake in them.

    Without a `base` every colour must be given.
    """
    mapping = reader.mapping(node)
    if not mapping:
        return None
    before = reader.findings.count
    with Fields(mapping, reader.findings) as fields:
        take = fields.required if base is None else fields.optional
        given = {ink: take(ink.value, lambda node: reader.value(node, parse_colour)) for ink in Ink}
    if reader.findings.count > before:
        return None
    palette = {**(base or {}), **{ink: colour for ink, colour in given.items() if colour}}
    _check_contrast(palette, fields, reader)
    return palette


def parse_colour(text: str) -> Colour:
    """Six hexadecimal digits, with or without a sign before them."""
    if not (found := re.fullmatch("#?([0-9A-Fa-f]{6})", text)):
        hint = 'write six hexadecimal digits: "#0B3B5C"'
        raise Mistake("bad-colour", f"`{text}` is not a colour", hint)
    return found[1].upper()


def _check_contrast(palette: Palette, fields: Fields, reader: Reader) -> None:
    for ink, ground in PAIRS:
        ratio = contrast(palette[ink], palette[ground])
        own = [each for each in (ink, ground) if fields.has(each.value)]
        if ratio >= READABLE or not own:
            continue
        changed, kept = (ink, ground) if own[0] is ink else (ground, ink)
        # Rounded down, so that what is too little never looks like enough.
        figure = math.floor(ratio * 100) / 100
        message = (
            f"`{ink.value}` on `{ground.value}` has a contrast of {figure:.2f} : 1; "
            f"text needs {READABLE} : 1 to be read (WCAG 2.1)"
        )
        shade = readable_shade(palette[changed], palette[kept])
        hint = f'the nearest `{changed.value}` with enough contrast is "#{shade}"'
        reader.findings.error("low-contrast", message, fields.value_source(changed.value), hint)
