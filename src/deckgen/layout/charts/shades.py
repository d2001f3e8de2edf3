"""In which shades a chart is drawn.

They are the same in every theme of light slides, so that colours can be changed in the theme
alone. Figures tell where pale bars end; without these they have an edge of their whole ink.
"""

from __future__ import annotations

from functools import lru_cache

from deckgen.contrast import contrast
from deckgen.layout.canvas import Canvas
from deckgen.style import Form, Ink, Shade
from deckgen.theme import Colour

MARKERS = (Form.ELLIPSE, Form.RECTANGLE, Form.TRIANGLE, Form.DIAMOND)

PALE = 0.45
MIDDLE = 0.75


def phase_shades(count: int, canvas: Canvas) -> tuple[Shade, ...]:
    """From a pale shade of the primary ink to the whole of it."""
    if count == 1:
        return (Shade(Ink.PRIMARY),)
    step = (1 - PALE) / (count - 1)
    return tuple(_shade(Ink.PRIMARY, PALE + step * number, canvas) for number in range(count))


def series_shades(count: int, canvas: Canvas) -> tuple[Shade, ...]:
    """A shade for each of several series; after eight of them they come again."""
    series = (
        Shade(Ink.PRIMARY),
        _shade(Ink.PRIMARY, PALE, canvas),
        Shade(Ink.MUTED),
        Shade(Ink.ACCENT),
        _shade(Ink.ACCENT, PALE, canvas),
        Shade(Ink.TEXT),
        _shade(Ink.PRIMARY, MIDDLE, canvas),
        _shade(Ink.ACCENT, MIDDLE, canvas),
    )
    return tuple(series[number % len(series)] for number in range(count))


def line_shade(index: int) -> Shade:
    """The shade of a line: whole inks only, as it has no edge."""
    inks = (Ink.PRIMARY, Ink.ACCENT, Ink.MUTED, Ink.TEXT)
    return Shade(inks[index % len(inks)])


def marker(index: int) -> Form:
    """The form of a line's markers: with its ink, another one for each of sixteen lines."""
    return MARKERS[(index + index // len(MARKERS)) % len(MARKERS)]


def ink_on(shade: Shade) -> Ink:
    """The ink that reads on a shade."""
    return Ink.TEXT if shade.strength <= (PALE + MIDDLE) / 2 else Ink.BACKGROUND


def _shade(ink: Ink, strength: float, canvas: Canvas) -> Shade:
    strength = round(strength, 3)
    return Shade(ink, strength, strength < 1 and _is_dark(_ground(canvas)))


@lru_cache(maxsize=64)
def _is_dark(ground: Colour) -> bool:
    return contrast(ground, "000000") < contrast(ground, "FFFFFF")


def _ground(canvas: Canvas) -> Colour:
    """The colour of the slides that charts stand on."""
    dress = canvas.look.layout("open").dress
    return dress.inks[Ink.BACKGROUND].value if dress else canvas.look.theme.colours[Ink.BACKGROUND]
