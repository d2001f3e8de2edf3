"""Draw the picture of the sample decks: two bus lines along a lake, and their stops.

It has no words, so one picture serves all languages; each sample's folder has a copy.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageDraw

SAMPLES = Path(__file__).parent.parent / "src" / "deckgen" / "samples"
SIZE = (1600, 900)
FINER = 2
"""It is drawn so many times larger and then made smaller, for smooth edges."""

COLOURS = 48
LAND, PARK, LAKE, STREET, WHITE = "#EEF1EC", "#D5E3D0", "#BFD9E8", "#FFFFFF", "#FFFFFF"

Line = tuple[tuple[float, float], ...]

SHORE: Line = ((0, 620), (260, 560), (520, 610), (820, 720), (1120, 690), (1380, 600), (1600, 640))
STREETS: tuple[Line, ...] = (
    ((0, 140), (1600, 210)),
    ((0, 350), (1600, 410)),
    ((240, 0), (300, 580)),
    ((700, 0), (640, 640)),
    ((1120, 0), (1180, 690)),
    ((1450, 0), (1420, 610)),
)
LINES: tuple[tuple[str, Line], ...] = (
    ("#0B3C5D", ((90, 520), (290, 470), (540, 520), (830, 620), (1130, 600), (1500, 520))),
    ("#B5541C", ((90, 250), (460, 300), (690, 190), (1140, 330), (1500, 250))),
)
PARKS: tuple[tuple[float, float, float, float], ...] = (
    (340, 30, 600, 120),
    (760, 440, 1060, 560),
    (1210, 240, 1400, 370),
)


def main() -> None:
    """Draw it, and write it into the folder of each sample."""
    picture = draw().resize(SIZE, Image.Resampling.LANCZOS).quantize(COLOURS)
    for folder in sorted(SAMPLES.iterdir()):
        if folder.is_dir():
            picture.save(folder / "stops.png", optimize=True)


def draw() -> Image.Image:
    """The map, finer than it will be."""
    width, height = (length * FINER for length in SIZE)
    picture = Image.new("RGB", (width, height), LAND)
    pen = ImageDraw.Draw(picture)
    for park in PARKS:
        pen.rounded_rectangle([each * FINER for each in park], 24 * FINER, PARK)
    for street in STREETS:
        pen.line(_scaled(street), STREET, 16 * FINER)
    pen.polygon([*_scaled(SHORE), (width, height), (0, height)], LAKE)
    for colour, line in LINES:
        pen.line(_scaled(line), colour, 14 * FINER, joint="curve")
        for place in (*line, *_halfway(line)):
            _stop(pen, place, colour)
    return picture


def _scaled(line: Line) -> list[tuple[float, float]]:
    return [(x * FINER, y * FINER) for x, y in line]


def _halfway(line: Line) -> Line:
    """Where stops are between the bends, on long stretches."""
    return tuple(
        ((x + to_x) / 2, (y + to_y) / 2)
        for (x, y), (to_x, to_y) in pairwise(line)
        if abs(to_x - x) > 280
    )


def _stop(pen: ImageDraw.ImageDraw, place: tuple[float, float], colour: str) -> None:
    x, y = (each * FINER for each in place)
    for size, ink in ((24 * FINER, colour), (14 * FINER, WHITE)):
        pen.ellipse([x - size, y - size, x + size, y + size], ink)


if __name__ == "__main__":
    main()
