"""How well one colour reads on another (WCAG 2.1, success criterion 1.4.3)."""

from __future__ import annotations

from deckgen.theme import Colour

READABLE = 4.5
"""The contrast that text needs."""

READABLE_LARGE = 3.0
"""The contrast that large text needs: from 24 pt, bold from 18.66."""


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, from 1 to 21, as WCAG 2.1 defines it."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable_shade(colour: Colour, ground: Colour) -> Colour:
    """The shade nearest to `colour` that reads on `ground`, darker or lighter as that may be.

    There always is one: black or white has a contrast of 4.58 or more on every colour.
    """
    end = max("000000", "FFFFFF", key=lambda extreme: contrast(extreme, ground))
    shades = (mix(colour, end, share) for share in range(101))
    return next(shade for shade in shades if contrast(shade, ground) >= READABLE)


def luminance(colour: Colour) -> float:
    """Relative luminance, from 0 for black to 1 for white."""
    red, green, blue = (_linear(channel / 255) for channel in bytes.fromhex(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4


def mix(colour: Colour, other: Colour, share: int) -> Colour:
    """`share` per cent of `other` in `colour`."""
    channels = zip(bytes.fromhex(colour), bytes.fromhex(other), strict=True)
    return bytes(round(a + (b - a) * share / 100) for a, b in channels).hex().upper()
