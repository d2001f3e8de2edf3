"""Pictures as parts of the package: equal bytes are one part."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from deckgen.page import Element, Picture
from deckgen.writing.pptx.package import Part

SVG = "image/svg+xml"

Media = Mapping[bytes, Part]
"""The part that holds a picture's bytes."""

_FORMATS = {
    b"\x89PNG\r\n\x1a\n": ("png", "image/png"),
    b"\xff\xd8\xff": ("jpeg", "image/jpeg"),
    b"GIF8": ("gif", "image/gif"),
    b"<svg": ("svg", SVG),
}


def media(elements: Iterable[Element]) -> dict[bytes, Part]:
    """A part for each different picture among `elements`.

    Parts are named by their bytes, so that a picture keeps its name whatever else
    is in the deck. Raises ValueError for bytes that are neither PNG, JPEG, GIF nor SVG.
    """
    pictures = [element for element in elements if isinstance(element, Picture)]
    images = dict.fromkeys(image for each in pictures for image in (each.image, each.vector))
    return {image: _part(image) for image in images if image is not None}


def _part(image: bytes) -> Part:
    for signature, (extension, content_type) in _FORMATS.items():
        if image.startswith(signature):
            name = hashlib.sha256(image).hexdigest()[:16]
            return Part(f"ppt/media/{name}.{extension}", content_type, image)
    raise ValueError(f"picture that is no PNG, JPEG, GIF or SVG: {image[:8]!r}")
