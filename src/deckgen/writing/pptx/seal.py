"""A file's seal: by it a deck is known that nobody has touched since it was written.

It is a digest of all other entries, by their checksums, and of what the file says of where it
comes from, which stands in the same part before the seal. Whoever saves the file in another
program writes all of it anew, and the seal no longer fits.
"""

from __future__ import annotations

from hashlib import sha256

from deckgen.provenance import Provenance
from deckgen.writing.pptx.archive import Archive, last_entry
from deckgen.writing.pptx.custom_properties import CUSTOM, Values, custom_part, custom_values
from deckgen.writing.pptx.package import Part

_NAME = "Seal"


def seal(provenance: Provenance, archive: Archive) -> Part:
    """The part that seals what is in `archive`, into which it goes last."""
    told = provenance.labelled
    return custom_part({**told, _NAME: _seal(told, archive.digest())})


def is_sealed(file: bytes) -> bool:
    """Whether this is a file of ours as it was written."""
    last = last_entry(file)
    if not last or last.name != CUSTOM:
        return False
    told = custom_values(last.content)
    return told.pop(_NAME, None) == _seal(told, last.digest_before)


def _seal(told: Values, digest: str) -> str:
    return sha256(repr((digest, *told.items())).encode()).hexdigest()
