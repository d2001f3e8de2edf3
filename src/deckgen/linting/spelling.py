"""XML that others wrote, in the spelling of our writer.

The checks read parts as text, for no parser is fast enough to look at every slide of every build.
That works because our writer spells everything in one way: known prefixes, double quotes,
no comments, nothing but `&lt; &gt; &amp; &quot;`. Here others' parts are brought to it: an
attribute that tells what an element is (`id`, `lang`, `type`) comes first, numbers have no blanks
and signs and zeros that say nothing, and of alternatives there is the one that new programs read
(ECMA-376-3, 9.3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckgen.packages.xml import Element

DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<'

_SCHEMAS = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_PREFIXES = {
    f"{_SCHEMAS}/drawingml/2006/main": "a",
    f"{_SCHEMAS}/presentationml/2006/main": "p",
    f"{_SCHEMAS}/officeDocument/2006/relationships": "r",
    f"{_SCHEMAS}/drawingml/2006/chart": "c",
    f"{_STRICT}/drawingml/main": "a",
    f"{_STRICT}/presentationml/main": "p",
    f"{_STRICT}/officeDocument/relationships": "r",
    f"{_STRICT}/drawingml/chart": "c",
    "http://schemas.microsoft.com/office/powerpoint/2010/main": "p14",
    "http://schemas.microsoft.com/office/drawing/2017/decorative": "adec",
    "http://schemas.microsoft.com/office/drawing/2016/SVG/main": "asvg",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
_FIRST = {"id": 0, "lang": 0, "type": 0, "idx": 1, "name": 1}
_KNOWN = (f"{_SCHEMAS}/", f"{_STRICT}/", "http://schemas.microsoft.com/")
"""How the namespaces begin that new programs know."""

_NUMBERS = frozenset(
    {"id", "idx", "val", "rowSpan", "gridSpan", "hMerge", "vMerge", "firstRow", "pid"}
)
"""The attributes that the checks read as numbers, or as yes and no."""

_NUMBER = re.compile(r"\s*\+?0*(\d+|true|false)\s*")
_CONTENT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_ATTRIBUTE = _CONTENT | str.maketrans({'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})


def is_ours(content: bytes) -> bool:
    """Whether a part is in our spelling already."""
    return content.startswith(DECLARATION)


def respelled(content: bytes, name: str) -> bytes:
    """The part called `name` in our spelling. Raises Refused for what is not read at all."""
    from deckgen.packages.kinds import DECK
    from deckgen.packages.refusing import refuse
    from deckgen.packages.xml import parse

    root = parse(content, name, DECK)
    if strange := set(root.get(f"{{{_MC}}}Ignorable", "").split()).difference(root.nsmap):
        message = f"`Ignorable` names the prefix `{min(strange)}`, which stands for no namespace"
        raise refuse("broken-xml", message)
    return DECLARATION[:-1] + "".join(_written(root)).encode()


def _written(element: Element) -> Iterator[str]:
    if element.tag == f"{{{_MC}}}AlternateContent":
        yield from _chosen(element)
        return
    name, attributes = _name(str(element.tag)), "".join(_attributes(element))
    text = _text(element.text or "", is_between=len(element) > 0)
    if not (len(element) or text):
        yield f"<{name}{attributes}/>"
        return
    yield f"<{name}{attributes}>{text}"
    for child in element:
        yield from _written(child)
        yield _text(child.tail or "", is_between=True)
    yield f"</{name}>"


def _text(text: str, *, is_between: bool) -> str:
    """Text as content; white space between elements says nothing."""
    return "" if is_between and text.isspace() else text.translate(_CONTENT)


def _chosen(element: Element) -> Iterator[str]:
    """The first of alternatives whose namespaces are known, or else what is there for others."""
    for each in element:
        is_fallback = each.tag == f"{{{_MC}}}Fallback"
        if is_fallback or all(map(_is_known, _required(each))):
            for child in each:
                yield from _written(child)
            return


def _required(choice: Element) -> list[str]:
    """The namespaces that a program has to know for a choice."""
    prefixes = str(choice.get("Requires", "")).split()
    return [str(choice.nsmap.get(prefix, "")) for prefix in prefixes]


def _is_known(namespace: str) -> bool:
    return namespace.startswith(_KNOWN)


def _attributes(element: Element) -> Iterator[str]:
    named = [(_name(str(name)), str(value)) for name, value in element.attrib.items()]
    for name, value in sorted(named, key=lambda each: _FIRST.get(each[0], 2)):
        plain = _NUMBER.fullmatch(value) if name in _NUMBERS else None
        yield f' {name}="{(plain[1] if plain else value).translate(_ATTRIBUTE)}"'


def _name(tag: str) -> str:
    """The name with the prefix of its namespace; of namespaces not known here with `x`."""
    namespace, brace, local = tag[1:].partition("}")
    return f"{_PREFIXES.get(namespace, 'x')}:{local}" if brace else tag
