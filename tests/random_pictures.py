"""Pictures for random decks: odd proportions, tiny and huge ones, in every format there is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from io import BytesIO
from typing import Any

from PIL import Image

_SIZES = {
    "images/wide.png": (2400, 30),
    "images/tall.jpg": (40, 1800),
    "images/tiny.gif": (3, 2),
    "images/huge.png": (7000, 5000),
    "images/photo.jpg": (640, 480),
    "images/plan.png": (300, 200),
}
_VECTOR = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">'
    '<rect width="300" height="200" fill="#0B3C5D"/></svg>'
)

FILES: tuple[Any, ...] = (
    *(name for name in _SIZES if name != "images/plan.png"),
    {"svg": "images/plan.svg", "png": "images/plan.png"},
)
"""What the key `file` may say."""


@cache
def pictures() -> Mapping[str, bytes]:
    """The bytes of all pictures, by their paths in the deck's folder."""
    drawn = {name: _drawn(size, name.rpartition(".")[2]) for name, size in _SIZES.items()}
    return {**drawn, "images/plan.svg": _VECTOR.encode()}


def _drawn(size: tuple[int, int], form: str) -> bytes:
    into = BytesIO()
    mode = "L" if form == "jpg" else "1"
    Image.new(mode, size, 1).save(into, {"jpg": "JPEG", "gif": "GIF", "png": "PNG"}[form])
    return into.getvalue()
