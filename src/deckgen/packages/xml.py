"""The XML of an Office file's parts: parsed without entities, DTDs or any look at the network.

Only this module makes trees of bytes; lxml is imported when there is such a file, not before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from deckgen.packages.kinds import Kind
from deckgen.packages.refusing import Refused, refuse

if TYPE_CHECKING:
    from lxml.etree import _Element

    Element = _Element

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = {"a": A, "p": P, "r": R}

_ENCODING = re.compile(r"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']""")
_ENCODINGS = {"utf-8", "utf8", "us-ascii", "utf-16"}


def parse(content: bytes, name: str, kind: Kind) -> Element:
    """The root of the part called `name`. Raises Refused for what an Office file never holds."""
    from lxml import etree

    _check(content, name, kind)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise _unreadable(name, kind) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise _has_doctype(name, kind)
    return root


def nodes_in(content: bytes) -> int:
    """How many elements and attributes there are at most, told without parsing."""
    return content.count(b"<") + content.count(b"=")


def serialised(root: Element) -> bytes:
    """The bytes of a part: the same for the same tree."""
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def find(element: Element, path: str) -> Element | None:
    """The first element at a path of the prefixes a, p and r."""
    return element.find(path, NAMES)


def find_all(element: Element, path: str) -> list[Element]:
    """The elements at a path of the prefixes a, p and r."""
    return element.findall(path, NAMES)


def local_name(element: Element) -> str:
    """The name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def reference(element: Element, attribute: str = "id") -> str:
    """The relationship that an attribute names; empty if there is none."""
    return element.get(f"{{{R}}}{attribute}", "")


def whole_number(element: Element | None, attribute: str, default: int = 0) -> int:
    """An attribute's whole number; `default` where there is none that could be one."""
    text = element.get(attribute, "") if element is not None else ""
    return int(text) if re.fullmatch(r"-?\d{1,12}", text) else default


def _check(content: bytes, name: str, kind: Kind) -> None:
    """Refuse a DOCTYPE before any parser sees it, in the two encodings that parts may have."""
    is_wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        text = content.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError:
        raise _unreadable(name, kind) from None
    encoding = _ENCODING.match(text[:300])
    if "\0" in text or (encoding and encoding[1].lower() not in _ENCODINGS):
        raise _unreadable(name, kind)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise _has_doctype(name, kind)


def _has_doctype(name: str, kind: Kind) -> Refused:
    message = f"`{name}` declares a document type, which {kind.program} never does"
    hint = "do not open this file; ask where it comes from"
    return refuse("hostile-file", message, hint)


def _unreadable(name: str, kind: Kind) -> Refused:
    return refuse("damaged-file", f"`{name}` is not readable XML", kind.save)
