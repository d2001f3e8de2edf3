"""A theme's logo: its pictures, its words, the room it needs."""

from __future__ import annotations

import re
from collections.abc import Mapping as Table
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deckgen.design import MOST_CLEAR_SPACE, logo_extent
from deckgen.geometry import Points
from deckgen.problems import Source, SourceFile, WarningCode
from deckgen.reading.beside import file_beside
from deckgen.reading.fields import Fields
from deckgen.reading.findings import Mistake
from deckgen.reading.nodes import Mapping, Node, Scalar
from deckgen.reading.pictures import pixel_size
from deckgen.reading.reader import Reader
from deckgen.reading.stripping import Damaged, orientation, stripped
from deckgen.theme import Image, Logo, Space

if TYPE_CHECKING:
    from deckgen.reading.vectors import Vector

MOST_PIXELS = 40_000_000
_MILLIMETRE = 72 / 25.4
_LENGTH = re.compile(r"([0-9]+(?:\.[0-9]+)?) ?(pt|mm|%|)")
_SAME_PROPORTION = 0.02


@dataclass(frozen=True, slots=True)
class LogoReader:
    """Reads the `logo` of the theme in `folder`, whose `files` are given.

    What it leaves out is as in `base`, the logo of the theme that is extended.
    """

    folder: str
    files: Table[str, bytes]
    reader: Reader
    base: Logo | None

    def logo(self, node: Node) -> Logo | None:
        """The logo; None for `false`, or if a mistake leaves it incomplete."""
        if isinstance(node, Scalar) and node.is_plain and node.text == "false":
            return None
        mapping = self.reader.mapping(node)
        if not mapping:
            return None
        before = self.reader.findings.count
        with Fields(mapping, self.reader.findings) as fields:
            logo = self._logo(fields)
        if not logo or self.reader.findings.count > before:
            return None
        self._check_minimum(logo, fields)
        return logo

    def _logo(self, fields: Fields) -> Logo | None:
        """The logo. A light picture of its own brings its own words, and serves on dark, too."""
        base = None if fields.has("light") else self.base
        take = fields.optional if base else fields.required
        light = take("light", self._image) or (base and base.light)
        dark = fields.optional("dark", self._image) or (base.dark if base else light)
        alt = take("alt", self.reader.words) or (base and base.name)
        space = fields.optional("clear_space", self._clear_space)
        minimum = fields.optional("minimum", self._minimum)
        if not (light and dark and alt):
            return None
        room = Logo(alt, light, dark)
        return room._replace(
            clear_space=space or (base.clear_space if base else room.clear_space),
            minimum=minimum or (base and base.minimum),
        )

    def _image(self, node: Node) -> Image | None:
        """A picture by its name, or a mapping with an SVG picture and a PNG for older programs."""
        if not isinstance(node, Mapping):
            return self.reader.value(node, self._raster)
        with Fields(node, self.reader.findings) as fields:
            raster = fields.required("png", lambda node: self.reader.value(node, self._raster))
            vector = fields.required("svg", self._vector)
        if not (raster and vector):
            return None
        self._check_proportion(raster, vector, fields.value_source("svg"))
        return raster._replace(vector=vector.content)

    def _raster(self, path: str) -> Image:
        content = file_beside(path, self.files)
        size = pixel_size(content)
        if not size:
            raise _no_picture(path)
        if size.width * size.height > MOST_PIXELS:
            message = f"`{path}` has {size.width} × {size.height} pixels; 40 million are the most"
            raise Mistake("picture-too-large", message, "save it smaller")
        try:
            if orientation(content) != 1:
                raise _turned(path)
            return Image(stripped(content), size)
        except Damaged:
            message, hint = f"`{path}` is damaged or cut off", "save it again"
            raise Mistake("damaged-picture", message, hint) from None

    def _vector(self, node: Node) -> Vector | None:
        """An SVG picture; what has no place in it is told where it stands in its file."""
        from deckgen.reading.vectors import BadVector, read_vector  # few themes need a parser

        path = self.reader.value(node, self._there)
        if not path:
            return None
        content = file_beside(path, self.files)
        try:
            return read_vector(content)
        except BadVector as bad:
            text = content.decode("utf-8", "replace")
            file = SourceFile(f"{self.folder}/{path.removeprefix('./')}", text)
            for message, place, hint in bad.problems:
                self.reader.findings.error("bad-svg", message, Source(file, *place), hint)
            return None

    def _there(self, path: str) -> str:
        file_beside(path, self.files)
        return path

    def _check_proportion(self, raster: Image, vector: Vector, source: Source) -> None:
        of_raster = raster.size.width / raster.size.height
        of_vector = vector.size.width / vector.size.height
        if abs(of_raster / of_vector - 1) > _SAME_PROPORTION:
            message = (
                f"the SVG picture is {of_vector:.2f} times as wide as high, "
                f"the PNG {of_raster:.2f} times"
            )
            hint = "save both from one drawing, cropped alike"
            self.reader.findings.error("pictures-differ", message, source, hint)

    def _clear_space(self, node: Node) -> Space | None:
        return self.reader.value(node, _space)

    def _minimum(self, node: Node) -> Points | None:
        return self.reader.value(node, _width)

    def _check_minimum(self, logo: Logo, fields: Fields) -> None:
        widths = [logo_extent(image.size).width for image in (logo.light, logo.dark)]
        if logo.minimum and min(widths) < logo.minimum:
            message = (
                f"the logo is {min(widths):.0f} pt wide on slides, "
                f"less than its `minimum` of {logo.minimum:.0f} pt"
            )
            hint = "use a wider version of the logo, or crop empty edges"
            source = fields.value_source("minimum") if fields.has("minimum") else fields.source
            self.reader.findings.warning(WarningCode.LOGO_TOO_SMALL, message, source, hint)


def _no_picture(path: str) -> Mistake:
    if path.lower().endswith(".svg"):
        message = f"`{path}` is an SVG picture, which older programs do not show"
        stem = path[:-4]
        hint = f"give a PNG of it, too: {{svg: {path}, png: {stem}.png}}"
        return Mistake("svg-alone", message, hint)
    message = f"`{path}` is not a PNG or JPEG picture"
    return Mistake("no-picture", message, "save it as PNG or JPEG")


def _turned(path: str) -> Mistake:
    message = f"`{path}` lies on its side, or is mirrored, and only says how it is to be turned"
    hint = "open it in a program for pictures and save it as PNG: then it stands as you see it"
    return Mistake("turned-picture", message, hint)


def _space(text: str) -> Space:
    number, unit = _length(text, ("pt", "mm", "%"))
    space = Space(share=number / 100) if unit == "%" else Space(number)
    # No logo is higher than its box, which leaves so much room around it.
    if space.points > MOST_CLEAR_SPACE or space.share > 1.3:
        message = f"`{text}` is more clear space than there is around the logo"
        hint = f"at most {MOST_CLEAR_SPACE:.0f} pt, or 130 % of the logo's height"
        raise Mistake("bad-length", message, hint)
    return space


def _width(text: str) -> Points:
    number, _ = _length(text, ("pt", "mm"))
    if not number:
        raise Mistake("bad-length", f"`{text}` is no width", "write a length: 90 pt or 30 mm")
    return number


def _length(text: str, units: tuple[str, ...]) -> tuple[float, str]:
    """A number and its unit; millimetres are made points."""
    found = _LENGTH.fullmatch(text)
    if not found or (found[2] or "pt") not in units:
        example = "12 pt, 5 mm or 50 %" if "%" in units else "90 pt or 30 mm"
        raise Mistake("bad-length", f"`{text}` is not a length", f"write a length: {example}")
    number = float(found[1])
    return (number * _MILLIMETRE, "pt") if found[2] == "mm" else (number, found[2] or "pt")
