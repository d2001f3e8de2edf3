"""A city's look in a few tokens: colours by purpose, fonts, logo, slide size."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from deckgen.fonts import Typeface
from deckgen.geometry import Size
from deckgen.style import Ink

Colour = str
"""Six hexadecimal digits, upper case: red, green, blue."""


class Logo(NamedTuple):
    """A logo for light grounds and one for the dark ground of title slides.

    `size` is in pixels; only its proportion matters. `name` is the alternative text.
    """

    name: str
    on_light: bytes
    on_dark: bytes
    size: Size
    dark_size: Size


class Theme(NamedTuple):
    """One look. `name` is the theme's folder, `title` what people call it.

    `footer` is the pattern of the footer's words, filled in from the deck, and
    `slide` the slide's size in points.
    """

    name: str
    title: str
    colours: Mapping[Ink, Colour]
    heading: Typeface
    body: Typeface
    slide: Size
    logo: Logo | None = None
    footer: str | None = None
