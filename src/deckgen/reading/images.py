"""Pictures that a theme or a deck names: PNG, JPEG, or SVG with a PNG beside it; GIF in decks.

No more of them comes into a deck than what was understood: see `stripping`, `gifs` and `vectors`.
"""

from __future__ import annotations

from collections.abc import Mapping as Table
from typing import TYPE_CHECKING

from deckgen.geometry import Size
from deckgen.named import NamedTuple
from deckgen.problems import Source, SourceFile, WarningCode
from deckgen.reading.beside import file_beside
from deckgen.reading.fields import Fields
from deckgen.reading.findings import Mistake
from deckgen.reading.gifs import first_picture, gif_size
from deckgen.reading.nodes import Mapping, Node
from deckgen.reading.pictures import pixel_size
from deckgen.reading.reader import Reader
from deckgen.reading.stripping import Damaged, orientation, stripped
from deckgen.theme import Image

if TYPE_CHECKING:
    from deckgen.reading.vectors import Vector

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg")
MOST_PIXELS = 40_000_000
_SAME_PROPORTION = 0.02


class ImageReader(NamedTuple):
    """Reads pictures among the `files` of `folder`, which is that of a `theme` or a `deck`."""

    folder: str
    files: Table[str, bytes]
    reader: Reader
    owner: str

    def image(self, node: Node) -> Image | None:
        """A picture by its name, or a mapping with an SVG picture and a PNG for older programs."""
        if not isinstance(node, Mapping):
            return self._raster(node)
        with Fields(node, self.reader.findings) as fields:
            raster = fields.required("png", self._raster)
            vector = fields.required("svg", self._vector)
        if not (raster and vector):
            return None
        self._check_proportion(raster, vector, fields.value_source("svg"))
        return raster._replace(vector=vector.content)

    def _raster(self, node: Node) -> Image | None:
        return self.reader.value(node, lambda path: self._image(path, node.source))

    def _image(self, path: str, source: Source) -> Image:
        if self._takes_gif and not path.lower().endswith(PICTURES):
            raise _no_picture(path, takes_gif=True)  # such files of a deck are not even read
        content = file_beside(path, self.files, self.owner)
        is_gif = self._takes_gif and content.startswith(b"GIF8")
        size = gif_size(content) if is_gif else pixel_size(content)
        if not size:
            raise _no_picture(path, takes_gif=self._takes_gif)
        _check_pixels(path, size)
        try:
            if not is_gif and orientation(content) != 1:
                raise _turned(path)
            return Image(self._still(path, content, source) if is_gif else stripped(content), size)
        except Damaged:
            message, hint = f"`{path}` is damaged or cut off", "save it again"
            raise Mistake("damaged-picture", message, hint) from None

    @property
    def _takes_gif(self) -> bool:
        return self.owner == "deck"

    def _still(self, path: str, content: bytes, source: Source) -> bytes:
        """The first picture of a GIF: what moves by itself has no place in a report."""
        still, is_moving = first_picture(content)
        if is_moving:
            message = f"`{path}` moves; slides show its first picture"
            hint = "save the picture that tells most as PNG"
            self.reader.findings.warning(WarningCode.PICTURE_MOVES, message, source, hint)
        return still

    def _vector(self, node: Node) -> Vector | None:
        """An SVG picture; what has no place in it is told where it stands in its file."""
        from deckgen.reading.vectors import BadVector, read_vector  # few need a parser

        path = self.reader.value(node, self._there)
        if not path:
            return None
        content = file_beside(path, self.files, self.owner)
        try:
            return read_vector(content)
        except BadVector as bad:
            text = content.decode("utf-8", "replace")
            file = SourceFile(f"{self.folder}/{path.removeprefix('./')}", text)
            for message, place, hint in bad.problems:
                self.reader.findings.error("bad-svg", message, Source(file, *place), hint)
            return None

    def _there(self, path: str) -> str:
        file_beside(path, self.files, self.owner)
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


def _check_pixels(path: str, size: Size) -> None:
    if size.width * size.height > MOST_PIXELS:
        message = f"`{path}` has {size.width} × {size.height} pixels; 40 million are the most"
        raise Mistake("picture-too-large", message, "save it smaller")


def _turned(path: str) -> Mistake:
    message = f"`{path}` lies on its side, or is mirrored, and only says how it is to be turned"
    hint = "open it in a program for pictures and save it as PNG: then it stands as you see it"
    return Mistake("turned-picture", message, hint)


def _no_picture(path: str, *, takes_gif: bool) -> Mistake:
    if path.lower().endswith(".svg"):
        message = f"`{path}` is an SVG picture, which older programs do not show"
        stem = path[:-4]
        hint = f"give a PNG of it, too: {{svg: {path}, png: {stem}.png}}"
        return Mistake("svg-alone", message, hint)
    forms = "PNG, JPEG or GIF" if takes_gif else "PNG or JPEG"
    return Mistake("no-picture", f"`{path}` is not a {forms} picture", "save it as PNG or JPEG")
