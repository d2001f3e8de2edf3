"""Inks as the colours of a theme: which slot of the scheme holds which purpose.

A scheme has twelve slots, and nothing but the theme part holds a colour's value.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from deckgen.style import Ink

SCHEME_SLOTS: Mapping[str, Ink] = MappingProxyType(
    {
        "dk1": Ink.TEXT,
        "lt1": Ink.BACKGROUND,
        "dk2": Ink.PRIMARY,
        "lt2": Ink.PANEL,
        "accent1": Ink.ACCENT,
        "accent2": Ink.GOOD,
        "accent3": Ink.WARNING,
        "accent4": Ink.BAD,
        "accent5": Ink.LINE,
        "accent6": Ink.TINT,
        "hlink": Ink.PRIMARY,
        "folHlink": Ink.MUTED,
    }
)
"""The slots of a:clrScheme in their order. A followed link is muted, and so still readable."""

COLOUR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
    'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
    'folHlink="folHlink"/>'
)

_MAPPED = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}

_COLOURS = {
    ink: f'<a:schemeClr val="{_MAPPED.get(slot, slot)}"/>'
    for slot, ink in SCHEME_SLOTS.items()
    if slot != "hlink"
}
_FILLS = {ink: f"<a:solidFill>{colour}</a:solidFill>" for ink, colour in _COLOURS.items()}


def colour(ink: Ink) -> str:
    """The colour element of `ink`."""
    return _COLOURS[ink]


def fill(ink: Ink) -> str:
    """A solid fill of `ink`."""
    return _FILLS[ink]
