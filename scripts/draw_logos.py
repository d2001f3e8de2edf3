"""Draw the sample themes' logos, simple marks of our own beside the cities' names.

Each goes into `themes/<city>/` twice, for light and for dark grounds, cropped to
what is drawn, at four pixels a point. The letters are outlines from the font that
comes with matplotlib, so that every machine draws the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Outline
from matplotlib.textpath import TextPath
from matplotlib.transforms import Affine2D

THEMES = Path(__file__).parent.parent / "themes"
PIXELS_PER_POINT = 4
HEIGHT = 34.0
GAP = 8.0
WHITE = "#FFFFFF"

Stroke = list[tuple[float, float]]
"""A start, then three points for each cubic curve, in points from the lower left."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A square tile with strokes on it."""

    tile: str
    strokes: tuple[Stroke, ...]
    ink: str


@dataclass(frozen=True, slots=True)
class City:
    """A city's name, the colour of its letters on light grounds, and its mark."""

    theme: str
    name: str
    primary: str
    mark: Mark


HILLS: tuple[Stroke, ...] = (
    [(6, 12.5), (8, 23), (13, 23), (15, 12.5)],
    [(15, 12.5), (17, 31), (24, 31), (28, 12.5)],
    [(6, 7), (13, 7), (21, 7), (28, 7)],
)
WAVES: tuple[Stroke, ...] = tuple(
    [(6, y), (10, y + 5.5), (13, y + 5.5), (17, y), (21, y - 5.5), (24, y - 5.5), (28, y)]
    for y in (9, 17, 25)
)

CITIES = (
    City("bielefeld", "Bielefeld", "#0B3C5D", Mark("#C8102E", HILLS, WHITE)),
    City("paderborn", "Paderborn", "#1F4D2B", Mark("#E3A008", WAVES, "#1F4D2B")),
)


def main() -> None:
    for city in CITIES:
        draw_logo(city, city.primary, THEMES / city.theme / "logo.png")
        draw_logo(city, WHITE, THEMES / city.theme / "logo-dark.png")


def draw_logo(city: City, ink: str, file: Path) -> None:
    """Write the logo with the name in `ink` on a transparent ground."""
    left = HEIGHT + GAP
    upper = letters("Stadt", 13, left, 22.0, weight="normal")
    lower = letters(city.name, 19.5, left, 2.0, weight="bold")
    width = max(upper.get_extents().x1, lower.get_extents().x1)
    figure = Figure(figsize=(width / 72, HEIGHT / 72), dpi=72 * PIXELS_PER_POINT)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, width), ylim=(0, HEIGHT))
    axes.axis("off")
    for patch in (*drawn(city.mark), *(PathPatch(each, fc=ink, lw=0) for each in (upper, lower))):
        axes.add_patch(patch)
    smallest = {"optimize": True}
    figure.savefig(file, transparent=True, metadata={"Software": None}, pil_kwargs=smallest)


def letters(text: str, size: float, left: float, base: float, weight: str) -> Outline:
    """The outlines of `text`, drawn a little narrower than the font has them."""
    font = FontProperties(family="DejaVu Sans", weight=weight)
    outline = TextPath((0, 0), text, size=size, prop=font)
    start = outline.get_extents().x0
    place = Affine2D().translate(-start, 0).scale(0.89, 1).translate(left, base)
    return outline.transformed(place)


def drawn(mark: Mark) -> tuple[PathPatch, ...]:
    """The mark's tile and strokes."""
    tile = Outline([(0, 0), (HEIGHT, 0), (HEIGHT, HEIGHT), (0, HEIGHT), (0, 0)], closed=True)
    strokes = (
        PathPatch(curve(stroke), fc="none", ec=mark.ink, lw=2.6, capstyle="round")
        for stroke in mark.strokes
    )
    return (PathPatch(tile, fc=mark.tile, lw=0), *strokes)


def curve(stroke: Stroke) -> Outline:
    """The path of `stroke`."""
    return Outline(stroke, [Outline.MOVETO, *[Outline.CURVE4] * (len(stroke) - 1)])


if __name__ == "__main__":
    main()
