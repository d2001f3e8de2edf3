"""Pictures and workbooks: bytes that are what the content type says.

PowerPoint shows a red cross for others, or repairs the file (gitbrent/PptxGenJS 1048).
"""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.linting.finding import Finding
from deckgen.linting.sheet import SVG
from deckgen.packages.parts import Part

_FORMATS = {
    "image/png": (b"\x89PNG\r\n\x1a\n",),
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/jpg": (b"\xff\xd8\xff",),
    "image/gif": (b"GIF8",),
    "image/bmp": (b"BM",),
    "image/tiff": (b"II*\0", b"MM\0*"),
    "image/x-emf": (b"\1\0\0\0",),
    "image/x-wmf": (b"\xd7\xcd\xc6\x9a", b"\1\0\t\0", b"\2\0\t\0"),
    SVG: (b"<svg", b"<?xml", b"<!--", b"\xef\xbb\xbf<"),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": (b"PK\3\4",),
}
_EXTENSIONS = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "svg": SVG,
}


def pictures(part: Part) -> Iterable[Finding]:
    """A part whose bytes are of another format than its content type, or its name, says."""
    named = _EXTENSIONS.get(part.name.rpartition(".")[2].lower(), part.content_type)
    told = dict.fromkeys((part.content_type, named))
    wrong = [
        each for each in told if each in _FORMATS and not part.content.startswith(_FORMATS[each])
    ]
    message = f"it is said to be {wrong[0]}, but its bytes are not" if wrong else ""
    return (Finding("wrong-format", part.name, message),) if wrong else ()
