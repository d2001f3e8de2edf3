"""Strings as XML: escaped, and free of what XML 1.0 cannot hold."""

from __future__ import annotations

import re

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)

_MARKUP = re.compile(r'[&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]')
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_BREAK = re.compile(r"[\n\r]")
_CONTENT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_ATTRIBUTE = _CONTENT | str.maketrans({'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})


def content(words: str) -> str:
    """`words` as the content of an element; tabs stay.

    Raises ValueError for a line break, which is a paragraph of its own in a text
    body, and for a character that XML 1.0 (section 2.2) forbids.
    """
    if not _MARKUP.search(words):
        return words
    if _LINE_BREAK.search(words):
        raise ValueError(f"line break within a paragraph: {words!r}")
    return _allowed(words).translate(_CONTENT)


def attribute(words: str) -> str:
    """`words` as the value of an attribute in double quotes.

    Raises ValueError for a character that XML 1.0 (section 2.2) forbids.
    """
    if not _MARKUP.search(words):
        return words
    return _allowed(words).translate(_ATTRIBUTE)


def document(root: str) -> bytes:
    """The bytes of a part whose root element is `root`."""
    return (DECLARATION + root).encode()


def _allowed(words: str) -> str:
    if _FORBIDDEN.search(words):
        raise ValueError(f"character that XML forbids: {words!r}")
    return words
