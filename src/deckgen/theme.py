"""A city's look in a few tokens: colours by purpose, fonts, logo, slide size."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from deckgen.fonts import Typeface
from deckgen.geometry import Size
from deckgen.problems import Source
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


class OwnTemplate(NamedTuple):
    """A city's own .potx or .pptx: its path as shown, its bytes, and what theme.yaml says of it.

    `layouts` are names of layouts by role, `heading` and `body` the fonts that are given.
    `sources` says where each of these was written, by role or as `fonts`.
    """

    path: str
    content: bytes
    layouts: Mapping[str, str]
    heading: Typeface | None = None
    body: Typeface | None = None
    sources: Mapping[str, Source] = MappingProxyType({})


class Theme(NamedTuple):
    """One look. `name` is the theme's folder, `title` what people call it.

    `footer` is the pattern of the footer's words, filled in from the deck, and
    `slide` the slide's size in points. A look that is bound to a `template` has its
    colours, fonts and size.
    """

    name: str
    title: str
    colours: Mapping[Ink, Colour]
    heading: Typeface
    body: Typeface
    slide: Size
    logo: Logo | None = None
    footer: str | None = None
    template: OwnTemplate | None = None
