"""How large a city's logo is drawn, and how far all else keeps away from it, in points."""

from __future__ import annotations

from deckgen.geometry import Points, Size
from deckgen.theme import Logo

LOGO_BOX = Size(150, 34)
MOST_CLEAR_SPACE = 45.0


def logo_extent(pixels: Size) -> Size:
    """How large a logo of so many pixels is drawn: as its box allows."""
    scale = min(LOGO_BOX.width / pixels.width, LOGO_BOX.height / pixels.height)
    return Size(pixels.width * scale, pixels.height * scale)


def clear_space(logo: Logo) -> Points:
    """How far all else keeps away from the logo, on light and on dark slides."""
    height = max(logo_extent(image.size).height for image in (logo.light, logo.dark))
    return logo.clear_space.points + logo.clear_space.share * height
