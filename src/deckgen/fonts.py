"""Font metrics: how wide text is, the same on every machine.

Advance widths of the Office fonts come with the package as tables; a theme may
add font files of its own. Widths are in ems: multiply by the size in points.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


class Face:
    """The advance widths of one face of a typeface."""

    def width(self, text: str) -> float:
        """The width of `text` set in one line, without kerning, in ems."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Typeface:
    """A font family by the name that goes into the file, and its four faces."""

    name: str
    regular: Face
    bold: Face
    italic: Face
    bold_italic: Face

    def face(self, is_bold: bool, is_italic: bool) -> Face:
        """The face for these two switches."""
        if is_bold:
            return self.bold_italic if is_italic else self.bold
        return self.italic if is_italic else self.regular


def known_typefaces() -> tuple[str, ...]:
    """The names of the typefaces whose metrics come with the package, sorted."""
    raise NotImplementedError


def typeface(name: str) -> Typeface:
    """The typeface called `name`; KeyError if its metrics do not come with the package."""
    raise NotImplementedError


def typeface_from_files(name: str, files: Mapping[str, bytes]) -> Typeface:
    """A typeface from a city's own font files: `regular` and perhaps `bold`, `italic`, `bold_italic`.

    A face that is missing is measured with the nearest one that is there. Raises
    ValueError, naming the face, for bytes that are not a font.
    """
    raise NotImplementedError
