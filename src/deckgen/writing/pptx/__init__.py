"""Pages → the bytes of a .pptx file, which people open and edit in PowerPoint.

The package is made here from strings: a library that builds a tree for every part
takes longer for that than everything else together. Only this package knows XML and
English Metric Units.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import chain

from deckgen.look import Look
from deckgen.page import Pages
from deckgen.provenance import Provenance
from deckgen.writing.pptx.custom_properties import CUSTOM
from deckgen.writing.pptx.document_properties import CORE, EXTENDED, properties_parts
from deckgen.writing.pptx.media import media
from deckgen.writing.pptx.notes import notes_parts
from deckgen.writing.pptx.package import OFFICE, Part, References, Through, pack
from deckgen.writing.pptx.presentation import PRESENTATION, presentation_parts
from deckgen.writing.pptx.seal import is_sealed, seal
from deckgen.writing.pptx.slides import slide_parts
from deckgen.writing.pptx.template import footer_of, template

__all__ = ["is_sealed", "write_pptx"]


def write_pptx(
    pages: Pages, look: Look, provenance: Provenance | None = None, *, through: Through = iter
) -> bytes:
    """The file that shows `pages`, laid out for `look`: always the same bytes for the same.

    It says in its properties where it comes from, as `provenance` tells. Every part goes
    `through` a function that looks at it and hands it on. Raises what that raises, KeyError for
    a layout, slot or linked page that is not there and ValueError for what no file can hold;
    after reading and laying out, either is a bug.
    """
    return pack(_parts(pages, look), partial(seal, provenance or Provenance()), through)


def _parts(pages: Pages, look: Look) -> Iterator[Part]:
    size = look.theme.slide
    base = template(look, pages.properties.language, footer_of(pages, look))
    pictures = media(element for page in pages.pages for element in page.elements)
    return chain(
        (_package(),),
        presentation_parts(pages, size),
        slide_parts(pages, base, pictures),
        base.parts,
        notes_parts(pages, look.theme, size),
        pictures.values(),
        properties_parts(pages),
    )


def _package() -> Part:
    """The package itself, which refers to where programs start to read."""
    metadata = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
    references = References()
    references.to(f"{OFFICE}/officeDocument", PRESENTATION)
    references.to(f"{metadata}/core-properties", CORE)
    references.to(f"{OFFICE}/extended-properties", EXTENDED)
    references.to(f"{OFFICE}/custom-properties", CUSTOM)
    return Part("", "", b"", references.relationships)
