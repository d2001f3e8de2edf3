"""A theme's fonts: by name, as a city's own files, or with the widths of a known one."""

from __future__ import annotations

from collections.abc import Mapping as Table

from deckgen.font_files import read_font
from deckgen.fonts import FACES, Typeface, known_typefaces, typeface, typeface_from_files
from deckgen.reading.beside import file_beside
from deckgen.reading.fields import Fields
from deckgen.reading.findings import Mistake
from deckgen.reading.nodes import Mapping, Node, Scalar
from deckgen.reading.reader import Reader
from deckgen.suggesting import suggest


def read_typeface(node: Node, reader: Reader, files: Table[str, bytes]) -> Typeface | None:
    """A known font's name, or a mapping with a name and either font files or a fallback."""
    if isinstance(node, Scalar):
        return reader.value(node, _known)
    mapping = reader.mapping(node)
    return _own_typeface(mapping, reader, files) if mapping else None


def _own_typeface(mapping: Mapping, reader: Reader, files: Table[str, bytes]) -> Typeface | None:
    def read_face(node: Node) -> bytes | None:
        return reader.value(node, lambda path: _font(path, files))

    with Fields(mapping, reader.findings) as fields:
        name = fields.required("name", reader.words)
        fallback = fields.optional("fallback", lambda node: reader.value(node, _known))
        faces = {face: fields.optional(face, read_face) for face in FACES}
        _check_origin(fields, reader)
    given = {face: content for face, content in faces.items() if content}
    if name and "regular" in given:
        return typeface_from_files(name, given)
    return fallback._replace(name=name) if name and fallback else None


def _check_origin(fields: Fields, reader: Reader) -> None:
    """The widths come from the font's own files or from another font, not from both."""
    has_files = any(fields.has(face) for face in FACES)
    if has_files and fields.has("fallback"):
        message = "a font with files of its own needs no `fallback`"
        source = fields.value_source("fallback")
        reader.findings.error("needless-fallback", message, source, "keep one of the two")
    elif has_files and not fields.has("regular"):
        hint = "add the file of the upright face as `regular`"
        reader.findings.error("missing-key", "`regular` is missing", fields.source, hint)
    elif not has_files and not fields.has("fallback"):
        message = "the widths of this font are not known"
        known = ", ".join(known_typefaces())
        hint = f"add its file as `regular`, or as `fallback` one of: {known}"
        reader.findings.error("unknown-font", message, fields.source, hint)


def _known(name: str) -> Typeface:
    try:
        return typeface(name)
    except KeyError:
        message = f"the widths of the font `{name}` are not known"
        known = suggest(name, known_typefaces(), "known fonts")
        hint = f"{known} (others need a file or a fallback)"
        raise Mistake("unknown-font", message, hint) from None


def _font(path: str, files: Table[str, bytes]) -> bytes:
    """The bytes of a font file, which must be one."""
    content = file_beside(path, files)
    try:
        read_font(content)
    except ValueError as error:
        raise Mistake("bad-font", f"the font `{path}` cannot be used: {error}") from None
    return content
