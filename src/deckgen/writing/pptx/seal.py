"""A file's seal: by it a deck is known that nobody has touched since it was written.

It is a digest of all other entries, by their checksums. Whoever saves the file in another
program writes all of it anew, and the seal no longer fits.
"""

from __future__ import annotations

from deckgen.writing.pptx.archive import Archive, last_entry
from deckgen.writing.pptx.custom_properties import CUSTOM, custom_part, custom_values
from deckgen.writing.pptx.package import Part

_NAME = "Seal"


def seal(archive: Archive) -> Part:
    """The part that seals what is in `archive`, into which it goes last."""
    return custom_part({_NAME: archive.digest()})


def is_sealed(file: bytes) -> bool:
    """Whether this is a file of ours as it was written."""
    last = last_entry(file)
    if not last or last.name != CUSTOM:
        return False
    return custom_values(last.content).get(_NAME) == last.digest_before
