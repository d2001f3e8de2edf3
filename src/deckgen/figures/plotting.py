"""Drawings → SVG and PNG, by matplotlib: the same bytes on every machine.

Letters are drawn as outlines, taken from font files that are handed in, so that a picture does
not depend on the fonts that a machine has. Matplotlib's own settings play no part.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from threading import Lock
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.collections import PathCollection, PolyCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.transforms import Affine2D

from deckgen.drawing import Drawing, Label, Line
from deckgen.figures import Drawn
from deckgen.figures.alphabet import Alphabet, Letter
from deckgen.figures.png import png
from deckgen.geometry import Points
from deckgen.style import Ink
from deckgen.theme import Colour

DOTS = 200
"""So many dots to the inch a PNG has, where it is shown."""

_POINTS = 72
_DASHES = (3.2, 1.8)
_NO_METADATA = dict.fromkeys(("Creator", "Date", "Format", "Type"))
_DECIMALS = 3
_drawing = Lock()
"""Matplotlib has one set of settings for all threads."""


def plot(drawing: Drawing, colours: Mapping[Ink, Colour], letters: Mapping[str, bytes]) -> Drawn:
    """The picture in these colours, with the letters of these font files, by face."""
    with _drawing, mpl.rc_context():
        mpl.rcdefaults()  # whatever the machine's own settings are
        mpl.rcParams.update({"svg.hashsalt": "deckgen", "path.simplify": False})
        figure = _figure(drawing, _Palette(colours), Alphabet(letters))
        return Drawn(_svg(figure), _png(figure))


class _Palette:
    """Inks as matplotlib's colours."""

    def __init__(self, colours: Mapping[Ink, Colour]) -> None:
        self._colours = {ink: bytes.fromhex(colour) for ink, colour in colours.items()}

    def __call__(self, ink: Ink, strength: float = 1.0) -> str:
        """`strength` of an ink on the ground."""
        ground = self._colours[Ink.BACKGROUND]
        mixed = (
            round(under + (over - under) * strength)
            for over, under in zip(self._colours[ink], ground, strict=True)
        )
        return f"#{bytes(mixed).hex()}"


def _figure(drawing: Drawing, palette: _Palette, alphabet: Alphabet) -> Figure:
    width, height = drawing.size
    figure = Figure((width / _POINTS, height / _POINTS), DOTS, facecolor="none")
    axes = figure.add_axes((0, 0, 1, 1), frameon=False)
    axes.set_axis_off()
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    outlines = [[_rounded(*point) for point in area.outline] for area in drawing.areas]
    fills = [palette(area.ink, area.strength) for area in drawing.areas]
    if outlines:
        areas = PolyCollection(outlines, facecolors=fills, linewidths=0, clip_on=False)
        axes.add_collection(areas, False)
    for line in drawing.lines:
        axes.add_line(_line(line, palette))
    for letter, places in _places(drawing, alphabet).items():
        axes.add_collection(_letters(figure, letter, places, palette), False)
    return figure


def _line(line: Line, palette: _Palette) -> Line2D:
    points = [_rounded(*point) for point in line.points]
    drawn = Line2D(
        [x for x, _ in points],
        [y for _, y in points],
        color=palette(line.ink),
        linewidth=line.weight,
        solid_capstyle="butt",
        dash_capstyle="butt",
        solid_joinstyle="round",
        dash_joinstyle="round",
        clip_on=False,
    )
    if line.is_dashed:
        drawn.set_dashes(_DASHES)
    return drawn


def _places(
    drawing: Drawing, alphabet: Alphabet
) -> dict[tuple[Letter, Points, Ink], list[tuple[Points, Points]]]:
    """Where letters stand, by form, size and ink: equal ones are drawn from one outline."""
    places: dict[tuple[Letter, Points, Ink], list[tuple[Points, Points]]] = {}
    for label in drawing.labels:
        style = label.style
        for number, words in enumerate(label.lines):
            base = _base_line(label, number)
            row = alphabet.row(words, style.is_bold)
            start = label.x - _SHARE_BEFORE[style.align.value] * row.width * style.size
            for letter, place in row.letters:
                key = letter, style.size, style.ink
                places.setdefault(key, []).append(_rounded(start + place * style.size, base))
    return places


_SHARE_BEFORE = {"left": 0.0, "centre": 0.5, "right": 1.0}
_MIDDLE_OF_CAPITALS = 0.36
"""How far above the base line the middle of a line is, in sizes of type."""


def _base_line(label: Label, number: int) -> Points:
    style = label.style
    middle = label.top + (number + 0.5) * style.leading
    return middle + style.size * _MIDDLE_OF_CAPITALS


def _letters(
    figure: Figure,
    letter: tuple[Letter, Points, Ink],
    places: list[tuple[Points, Points]],
    palette: _Palette,
) -> PathCollection:
    form, size, ink = letter
    axes = figure.axes[0]
    drawn = PathCollection(
        [form.path],
        offsets=places,
        offset_transform=axes.transData,
        facecolors=[palette(ink)],
        linewidths=0,
        clip_on=False,
    )
    scale = size / form.units_per_em / _POINTS
    drawn.set_transform(Affine2D().scale(scale) + figure.dpi_scale_trans)
    return drawn


def _rounded(x: Points, y: Points) -> tuple[Points, Points]:
    """A place in thousandths of a point: there machines differ in their last digits."""
    return round(x, _DECIMALS), round(y, _DECIMALS)


def _svg(figure: Figure) -> bytes:
    """The picture alone, without the document type that matplotlib puts before it."""
    file = io.BytesIO()
    canvas: Any = FigureCanvasSVG(figure)
    canvas.print_svg(file, metadata=_NO_METADATA)
    written = file.getvalue()
    return written[written.index(b"<svg") :]


def _png(figure: Figure) -> bytes:
    figure.set_dpi(DOTS)  # an SVG has 72
    canvas: Any = FigureCanvasAgg(figure)
    canvas.draw()
    return png(canvas.buffer_rgba(), DOTS)
