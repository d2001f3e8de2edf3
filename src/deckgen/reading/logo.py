"""A theme's logo: its pictures, its words, the room it needs."""

from __future__ import annotations

import re
from collections.abc import Mapping as Table

from deckgen.geometry import Points
from deckgen.logo import MOST_CLEAR_SPACE, logo_extent
from deckgen.named import NamedTuple
from deckgen.problems import WarningCode
from deckgen.reading.fields import Fields
from deckgen.reading.findings import Mistake
from deckgen.reading.images import ImageReader
from deckgen.reading.nodes import Node, Scalar
from deckgen.reading.reader import Reader
from deckgen.theme import Image, Logo, Space

_MILLIMETRE = 72 / 25.4
_LENGTH = re.compile(r"([0-9]+(?:\.[0-9]+)?) ?(pt|mm|%|)")


class LogoReader(NamedTuple):
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
        return ImageReader(self.folder, self.files, self.reader, "theme").image(node)

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
