"""Typefaces: the widths and letters of their faces, the same on every machine.

Those of the Office fonts come with the package as tables; a theme may add font files of its own.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from functools import cache
from operator import add
from pkgutil import get_data

from deckgen.faces import Face
from deckgen.font_files import read_font
from deckgen.named import NamedTuple

TYPEFACES = ("Arial", "Calibri", "Cambria", "Times New Roman")
FACES = ("regular", "bold", "italic", "bold_italic")
DRAWN_FACES = ("regular", "bold")
"""The faces that text in pictures is set in."""

_NEAREST = {
    "regular": ("regular",),
    "bold": ("bold", "regular"),
    "italic": ("italic", "regular"),
    "bold_italic": ("bold_italic", "bold", "italic", "regular"),
}
"""What serves as a face, in the order in which it is looked for."""


class _PackagedOutlines(dict[str, bytes]):
    """The letters of a typeface's faces, each read when first asked for."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __missing__(self, face: str) -> bytes:
        content = get_data("deckgen", f"outlines/{outline_file(self._name, face)}")
        self[face] = content or b""
        return self[face]


class Typeface(NamedTuple):
    """A font family by the name that goes into the file, and its faces by the names of `FACES`.

    `outlines` are font files of `DRAWN_FACES`, with the letters that pictures are drawn with;
    look each up by its name, as they are read when first asked for.
    """

    name: str
    faces: Mapping[str, Face]
    outlines: Mapping[str, bytes] = _PackagedOutlines(TYPEFACES[0])

    @property
    def regular(self) -> Face:
        return self.faces["regular"]

    @property
    def bold(self) -> Face:
        return self.faces["bold"]

    @property
    def italic(self) -> Face:
        return self.faces["italic"]

    @property
    def bold_italic(self) -> Face:
        return self.faces["bold_italic"]

    def face(self, is_bold: bool, is_italic: bool) -> Face:
        """The face for these two switches."""
        if is_bold:
            return self.bold_italic if is_italic else self.bold
        return self.italic if is_italic else self.regular


def known_typefaces() -> tuple[str, ...]:
    """The names of the typefaces whose metrics come with the package, sorted."""
    return TYPEFACES


@cache
def typeface(name: str) -> Typeface:
    """The typeface called `name`; KeyError if its metrics do not come with the package."""
    if name not in TYPEFACES:
        raise KeyError(name)
    return Typeface(name, _PackagedFaces(name), _PackagedOutlines(name))


def metrics_file(name: str, face: str) -> str:
    """The name of the file in `metrics` that holds one face of a typeface."""
    return f"{name} {face}.json".lower().replace(" ", "-").replace("_", "-")


def outline_file(name: str, face: str) -> str:
    """The name of the file in `outlines` with the letters of one face of a typeface."""
    return metrics_file(name, face).replace(".json", ".ttf")


_DRAWN_AS = str.maketrans("\u00a0\u202f\u2007\u2009\u2010\u2011", "    --")


def as_drawn(text: str) -> str:
    """`text` in the signs that it is drawn with: fixed spaces and hyphens are like all others."""
    composed = unicodedata.normalize("NFC", text).translate(_DRAWN_AS)
    return "".join(sign for sign in composed if unicodedata.category(sign) != "Cf")


@cache
def drawn_letters(outlines: bytes) -> frozenset[str]:
    """The characters that a font file has a letter for."""
    return frozenset(read_font(outlines).advances)


class _PackagedFaces(dict[str, Face]):
    """The faces of a typeface, each read when first asked for: few decks use all of them."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __missing__(self, face: str) -> Face:
        self[face] = read = _packaged_face(self._name, face)
        return read


def _packaged_face(name: str, face: str) -> Face:
    content = get_data("deckgen", f"metrics/{metrics_file(name, face)}")
    table = json.loads(content or b"{}")
    units_per_em = table["units_per_em"]
    advances: dict[str, float] = {}
    for units, chars in table["characters"].items():
        advances |= dict.fromkeys(chars, int(units) / units_per_em)
    pairs: dict[str, float] = {}
    for units, chars in table["pairs"].items():
        pairs |= dict.fromkeys(map(add, chars[::2], chars[1::2]), int(units) / units_per_em)
    return Face(advances, pairs)


def typeface_from_files(name: str, files: Mapping[str, bytes]) -> Typeface:
    """A typeface from a city's own font files, by face: `regular` and perhaps others of `FACES`.

    The files are TrueType, OpenType or WOFF. A face that is missing is measured with the
    nearest one that is there: renderers slant and embolden that one, too. Raises ValueError,
    naming the face, for bytes that are not such a font and for a missing regular face.
    """
    if "regular" not in files:
        raise ValueError(f"{name} has no regular face")
    given = {face: _face_from_file(name, face, content) for face, content in files.items()}
    nearest = {
        face: next(other for other in others if other in given) for face, others in _NEAREST.items()
    }
    faces = {face: given[other] for face, other in nearest.items()}
    return Typeface(name, faces, {face: files[nearest[face]] for face in DRAWN_FACES})


def _face_from_file(name: str, face: str, content: bytes) -> Face:
    try:
        table = read_font(content)
    except ValueError as error:
        raise ValueError(f"the {face.replace('_', ' ')} face of {name}: {error}") from error
    return Face({char: units / table.units_per_em for char, units in table.advances.items()})
