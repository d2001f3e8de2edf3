"""Characters that XML forbids, and elements that do not end (XML 1.0, 2.2 and 3.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.linting.finding import Finding

_CONTROLS = bytes([*range(9), 11, 12, *range(14, 32)])
_OTHERS = bytes(set(range(256)) - {*b'<>/:"'})
_FORBIDDEN = rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]|\xed[\xa0-\xbf][\x80-\xbf]"
_REFERENCE = rb"&#(?:(\d{1,7})|x([0-9A-Fa-f]{1,6}));"
_WHITE = {9, 10, 13}


def is_sound(content: bytes, *, is_tree: bool) -> bool:
    """Whether a part in our spelling has no characters and tags that it must not have.

    Tags are looked at in a tree of shapes, where all of them have prefixes.
    """
    return not has_forbidden(content) and (not is_tree or is_balanced(content))


def has_forbidden(content: bytes) -> bool:
    """Whether there are characters that XML forbids."""
    # All but the controls begin with one of two bytes, which are rare.
    is_suspect = b"\xed" in content or b"\xef" in content
    has_controls = len(content.translate(None, _CONTROLS)) < len(content)
    return has_controls or (is_suspect and bool(re.search(_FORBIDDEN, content)))


def is_balanced(content: bytes) -> bool:
    """Whether every beginning has an end.

    Only those bytes are looked at that tags are made of, a tenth of all. What is left of `<a:t>`
    is `<:>`, of `</a:t>` it is `</:>` and of `<a:t/>` it is `<:/>`; words have no `<` or `>`.
    """
    rest = content.translate(None, _OTHERS)
    begins, ends, empty = rest.count(b"<"), rest.count(b"</"), rest.count(b"/>")
    return begins == 1 + 2 * ends + empty


def forbidden(name: str, content: bytes) -> Iterator[Finding]:
    """The first character in UTF-8 that no XML may hold, and the first that is told by a number."""
    found = re.search(_FORBIDDEN, content)
    if found:
        code = ord(found[0].decode("utf-8", "surrogatepass"))
        yield _finding(name, content, found.start(), code)
    for each in re.finditer(_REFERENCE, content):
        code = int(each[1]) if each[1] else int(each[2], 16)
        if _is_forbidden(code):
            yield _finding(name, content, each.start(), code)
            return


def _is_forbidden(code: int) -> bool:
    is_control = code < 32 and code not in _WHITE
    return is_control or 0xD800 <= code < 0xE000 or code in (0xFFFE, 0xFFFF) or code > 0x10FFFF


def _finding(name: str, content: bytes, offset: int, code: int) -> Finding:
    line = content.count(b"\n", 0, offset) + 1
    message = f"line {line}, byte {offset}: the character U+{code:04X}, which XML forbids"
    return Finding("forbidden-character", name, message, "delete the character")
