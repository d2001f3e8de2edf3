"""The colours of a theme that is made from one: all that is read on one another can be read.

Where the colour itself is too bright for text, a darker shade of it serves.
"""

from __future__ import annotations

from deckgen.contrast import READABLE, contrast, mix, readable_shade
from deckgen.named import NamedTuple
from deckgen.theme import Colour

_BLACK, _WHITE = "000000", "FFFFFF"
_DEEP = 10.0
_DARK = 7.0
"""With so much contrast on white, a colour is dark enough for a brighter one beside it."""


class Scheme(NamedTuple):
    """The colours that a theme takes from its main one; the others are those of `default`."""

    primary: Colour
    accent: Colour
    line: Colour
    panel: Colour
    tint: Colour


def scheme(main: Colour) -> Scheme:
    """Colours that go with `main`, and can be read on one another.

    `primary` is `main` itself wherever that can be read; where it is too bright, `primary`
    is a deep shade of it, and `accent` the shade nearest to it.
    """
    shade = readable_shade(main, _WHITE)
    tint = mix(shade, _WHITE, 90)
    is_readable = contrast(main, tint) >= READABLE
    return Scheme(
        primary=main if is_readable else _deep(shade),
        accent=_beside(main) if is_readable else shade,
        line=mix(shade, _WHITE, 80),
        panel=mix(shade, _WHITE, 95),
        tint=tint,
    )


def _deep(shade: Colour) -> Colour:
    darker = (mix(shade, _BLACK, share) for share in range(101))
    return next(each for each in darker if contrast(each, _WHITE) >= _DEEP)


def _beside(primary: Colour) -> Colour:
    """A second colour of the same hue: the brightest that can be read, or a darker one."""
    if contrast(primary, _WHITE) < _DARK:
        return mix(primary, _BLACK, 35)
    brighter = (mix(primary, _WHITE, share) for share in range(100, -1, -1))
    return next(shade for shade in brighter if contrast(shade, _WHITE) >= READABLE)
