"""A city's look in a few tokens: colours by purpose, fonts, logo, slide size."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from deckgen.fonts import Typeface
from deckgen.geometry import Points, Size
from deckgen.named import NamedTuple
from deckgen.problems import Source
from deckgen.style import Ink

Colour = str
"""Six hexadecimal digits, upper case: red, green, blue."""


LAYOUT_ROLES = ("title", "content", "title_only", "closing")
"""What the layouts of a city's own template are chosen for."""


class Image(NamedTuple):
    """A PNG, JPEG or GIF picture, and perhaps the same as SVG for programs that know it.

    `size` is in pixels.
    """

    content: bytes
    size: Size
    vector: bytes | None = None


class Space(NamedTuple):
    """A distance around a logo: points, and a share of the logo's own height."""

    points: Points = 0.0
    share: float = 0.0


class Logo(NamedTuple):
    """A logo for light grounds and one for the dark ground of title slides.

    `name` is the alternative text. Nothing stands nearer than `clear_space`, and
    `minimum` is the least width that the logo should have.
    """

    name: str
    light: Image
    dark: Image
    clear_space: Space = Space(share=0.3)
    minimum: Points | None = None


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
    `slide` the slide's size in points. `labels` are words of the theme's own in place
    of those in `words`: by the tag of a language, then by the names of `LABELS`. A look
    that is bound to a `template` has its colours, fonts and size.
    """

    name: str
    title: str
    colours: Mapping[Ink, Colour]
    heading: Typeface
    body: Typeface
    slide: Size
    logo: Logo | None = None
    footer: str | None = None
    labels: Mapping[str, Mapping[str, str]] = MappingProxyType({})
    template: OwnTemplate | None = None
