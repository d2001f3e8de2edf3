"""Pictures and workbooks: bytes that are what the content type says, and all of them.

PowerPoint shows a red cross for others, or repairs the file (gitbrent/PptxGenJS 1048).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from deckgen.linting.finding import Finding
from deckgen.linting.sheet import SVG, WORKBOOK
from deckgen.packages.parts import Part

_FORMATS = {
    "image/png": (b"\x89PNG\r\n\x1a\n",),
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/jpg": (b"\xff\xd8\xff",),
    "image/gif": (b"GIF8",),
    "image/bmp": (b"BM",),
    **dict.fromkeys(("image/tiff", "image/tif"), (b"II*\0", b"MM\0*")),
    **dict.fromkeys(("image/x-emf", "image/emf"), (b"\1\0\0\0",)),
    **dict.fromkeys(("image/x-wmf", "image/wmf"), (b"\xd7\xcd\xc6\x9a", b"\1\0\t\0", b"\2\0\t\0")),
    SVG: (b"<svg", b"<?xml", b"<!--", b"\xef\xbb\xbf<"),
    WORKBOOK: (b"PK\3\4",),
}
_ENDS = {
    "image/png": rb"IEND",
    SVG: rb"</(?:\w+:)?svg>|\A[^<]*<svg[^<]*/>",
    WORKBOOK: rb"(?s)xl/.*PK\x05\x06",
}
"""What stands near the end of all of them: the names of a workbook's parts, too."""

_NEAR = 2**17
_EXTENSIONS = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "svg": SVG,
}


def pictures(part: Part) -> Iterable[Finding]:
    """A part whose bytes are of another format than its content type, or its name, says."""
    told = part.content_type.lower()
    named = _EXTENSIONS.get(part.name.rpartition(".")[2].lower(), told)
    wrong = [
        each
        for each in dict.fromkeys((told, named))
        if each in _FORMATS and not part.content.startswith(_FORMATS[each])
    ]
    if wrong:
        message = f"it is said to be {wrong[0]}, but its bytes are not"
        return (Finding("wrong-format", part.name, message),)
    end = _ENDS.get(told)
    is_whole = end is None or re.search(end, part.content[-_NEAR:])
    return () if is_whole else (Finding("wrong-format", part.name, "its bytes break off"),)
