"""In which shades a chart is drawn: all of them can be seen on the ground of its slide."""

from __future__ import annotations

from deckgen.contrast import VISIBLE, contrast, shaded
from deckgen.layout.canvas import Canvas
from deckgen.style import Form, Ink, Shade
from deckgen.theme import Colour

MARKERS = (Form.ELLIPSE, Form.RECTANGLE, Form.TRIANGLE, Form.DIAMOND)

_STRENGTHS = tuple(percent / 100 for percent in range(30, 100, 5))


def phase_shades(count: int, canvas: Canvas) -> tuple[Shade, ...]:
    """From the palest shade of the primary ink that can be seen to the whole of it."""
    palest = _palest(Ink.PRIMARY, canvas)
    if count == 1:
        return (Shade(Ink.PRIMARY),)
    step = (1 - palest.strength) / (count - 1)
    strengths = (round(palest.strength + step * number, 3) for number in range(count))
    return tuple(palest._replace(strength=strength) for strength in strengths)


def series_shades(count: int, canvas: Canvas) -> tuple[Shade, ...]:
    """A shade for each of several series; after eight of them they come again."""
    primary, accent = _palest(Ink.PRIMARY, canvas), _palest(Ink.ACCENT, canvas)
    whole = Shade(Ink.PRIMARY)
    if count <= 2:
        return (whole, primary)[:count]
    series = (
        whole,
        primary,
        Shade(Ink.MUTED),
        Shade(Ink.ACCENT),
        accent,
        Shade(Ink.TEXT),
        _between(primary),
        _between(accent),
    )
    return tuple(series[number % len(series)] for number in range(count))


def ink_on(shade: Shade, canvas: Canvas) -> Ink:
    """The ink that reads best on a shade."""
    ground = shaded(_colour(shade.ink, canvas), shade)
    inks = (Ink.BACKGROUND, Ink.TEXT)
    return max(inks, key=lambda ink: contrast(_colour(ink, canvas), ground))


def _between(shade: Shade) -> Shade:
    return shade._replace(strength=round((1 + shade.strength) / 2, 3))


def _palest(ink: Ink, canvas: Canvas) -> Shade:
    """The palest shade of `ink` that can be seen; `ink` itself if none is."""
    ground = _colour(Ink.BACKGROUND, canvas)
    is_dark = contrast(ground, "000000") < contrast(ground, "FFFFFF")
    shades = (Shade(ink, strength, is_dark) for strength in _STRENGTHS)
    colour = _colour(ink, canvas)
    seen = (shade for shade in shades if contrast(shaded(colour, shade), ground) >= VISIBLE)
    return next(seen, Shade(ink))


def _colour(ink: Ink, canvas: Canvas) -> Colour:
    """The colour of an ink on the slides that charts stand on."""
    dress = canvas.look.layout("open").dress
    return dress.inks[ink].value if dress else canvas.look.theme.colours[ink]
