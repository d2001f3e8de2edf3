"""How dark and how light a picture is where text stands on it."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from deckgen.geometry import Rect
from deckgen.reading.pictures import is_png, pixel_size
from deckgen.theme import Colour

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS, MOST_PIXELS_OF_JPEG = 16_000_000, 40_000_000
"""Larger pictures are not unpacked to be looked at. JPEG unpacks to an eighth of its size."""

_ROWS, _COLUMNS = 12, 24
"""A text's room is looked at in so many fields, each about as large as a few letters."""

_FORMATS = ("PNG", "JPEG")


def extremes(content: bytes, part: Rect) -> tuple[Colour, ...]:
    """The darkest and the lightest colour of a `part` of a picture, told in shares of its sides.

    Empty for what is no PNG or JPEG, is damaged, or too large to be looked at.
    """
    from PIL import Image, UnidentifiedImageError

    size = pixel_size(content)
    scale, most = (1, MOST_PIXELS) if is_png(content) else (8, MOST_PIXELS_OF_JPEG)
    if not size or size.width * size.height > most:
        return ()
    try:
        with Image.open(BytesIO(content), formats=_FORMATS) as picture:
            picture.draft("RGB", (int(size.width // scale), int(size.height // scale)))
            fields = _fields(picture, part)
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError):
        return ()
    by_light = sorted(fields, key=lambda rgb: 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2])
    darkest, lightest = bytes(by_light[0]), bytes(by_light[-1])
    return tuple(dict.fromkeys((darkest.hex().upper(), lightest.hex().upper())))


def _fields(picture: Image, part: Rect) -> list[tuple[int, int, int]]:
    """The mean colours of the fields of a part; what is transparent counts as white and black."""
    is_clear = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
    whole = picture.convert("RGBA" if is_clear else "RGB")
    width, height = whole.size
    edges = (
        min(width - 1.0, max(0.0, part.left * width)),
        min(height - 1.0, max(0.0, part.top * height)),
        min(float(width), max(1.0, part.right * width)),
        min(float(height), max(1.0, part.bottom * height)),
    )
    small = whole.resize((_COLUMNS, _ROWS), resample=4, box=edges)
    pixels = [small.getpixel((x, y)) for x in range(_COLUMNS) for y in range(_ROWS)]
    return [each for pixel in pixels if isinstance(pixel, tuple) for each in _colours(pixel)]


def _colours(pixel: tuple[int, ...]) -> list[tuple[int, int, int]]:
    red, green, blue, *alpha = pixel
    if not alpha or alpha[0] > 250:
        return [(red, green, blue)]
    return [(red, green, blue), (255, 255, 255), (0, 0, 0)]
