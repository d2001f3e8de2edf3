"""Master, layouts, themes and pictures as a deck may have them, and nothing else.

What is taken is listed here; what is not cannot get into a deck. Sample slides, notes, comments,
authors and properties are reached by none of these parts.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckgen.brought import BroughtPart, BroughtReference
from deckgen.named import NamedTuple
from deckgen.packages.package import Package
from deckgen.packages.parts import Relationship
from deckgen.packages.refusing import Finding, Refused
from deckgen.packages.xml import A, P, R, find, find_all, local_name, serialised, whole_number
from deckgen.reading.pictures import pixel_size

if TYPE_CHECKING:
    from deckgen.packages.xml import Element

MOST_PIXELS = 60_000_000
MASTER = "ppt/slideMasters/slideMaster1.xml"
THEME = "ppt/theme/theme1.xml"

_FORMAT = "application/vnd.openxmlformats-officedocument"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FIRST_LAYOUT_ID = 2**31 + 1
_LINK_SCHEMES = ("http://", "https://", "mailto:")
_LINKS = {"hlinkClick", "hlinkHover", "hlinkMouseOver"}
_STRUCTURE = {"slideLayout", "slideMaster", "theme", "themeOverride"}
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "png", "image/png"),
    (b"\xff\xd8\xff", "jpeg", "image/jpeg"),
    (b"GIF8", "gif", "image/gif"),
    (b"BM", "bmp", "image/bmp"),
    (b"II*\0", "tiff", "image/tiff"),
    (b"MM\0*", "tiff", "image/tiff"),
    (b"\xd7\xcd\xc6\x9a", "wmf", "image/x-wmf"),
    (b"\1\0\0\0", "emf", "image/x-emf"),
)
_DROPPED = ("transition", "timing", "custDataLst", "controls")
"""What moves, sounds, or keeps other programs' notes: slides do not inherit any of it."""

_EXTENDED = {"svgBlip", "imgProps"}
"""Second pictures beside a picture, in extensions: the picture itself is there for all readers."""


class Taken(NamedTuple):
    """The parts of a master, and the new names of its layouts by their old ones."""

    parts: tuple[BroughtPart, ...]
    layouts: dict[str, str]


def take(package: Package, master: str, layouts: list[str]) -> Taken:
    """The master's parts, cleaned. Raises Refused with all that cannot be in a deck."""
    taker = _Taker(package, master, layouts)
    return taker.taken()


class _Taker:
    def __init__(self, package: Package, master: str, layouts: list[str]) -> None:
        self.package = package
        theme = package.only(master, "theme")
        self.names = {master: MASTER, theme: THEME}
        numbered = enumerate(layouts, 1)
        self.layouts = {name: f"ppt/slideLayouts/slideLayout{n}.xml" for n, name in numbered}
        self.names |= self.layouts
        self.parts: dict[str, BroughtPart] = {}
        self.findings: list[Finding] = []
        self.master, self.theme = master, theme

    def taken(self) -> Taken:
        """Everything, in a fixed order: master, layouts, theme, pictures as they are met."""
        self._take_xml(self.master, f"{_FORMAT}.presentationml.slideMaster+xml")
        for layout in self.layouts:
            self._take_xml(layout, f"{_FORMAT}.presentationml.slideLayout+xml")
        self._take_xml(self.theme, f"{_FORMAT}.theme+xml")
        if self.findings:
            raise Refused(dict.fromkeys(self.findings))
        return Taken(tuple(self.parts.values()), self.layouts)

    def _take_xml(self, name: str, content_type: str) -> None:
        root = self.package.xml(name)
        self.findings += _external(self.package, name)
        _clean(root)
        _number_shapes(root)
        used = tuple(self._used(root, name))
        if name == self.master:
            _number_layouts(root, used, set(self.layouts.values()))
            _lay_ground(root)
        new = self.names[name]
        structure = tuple(self._structure(name, used))
        self.parts[new] = BroughtPart(new, content_type, serialised(root), (*used, *structure))

    def _structure(
        self, name: str, used: tuple[BroughtReference, ...]
    ) -> Iterator[BroughtReference]:
        """References that no attribute names: a layout's master, a master's theme."""
        ids = {each.id for each in used}
        for each in self.package.references(name):
            if each.word in _STRUCTURE and each.target in self.names and each.id not in ids:
                yield BroughtReference(each.id, f"{_OFFICE}/{each.word}", self.names[each.target])

    def _used(self, root: Element, name: str) -> Iterator[BroughtReference]:
        """What the part's own elements refer to; elements that lead nowhere good are dropped."""
        known = {each.id: each for each in self.package.references(name)}
        yielded: set[str] = set()
        for element in list(root.iter()):
            for attribute, id_ in list(element.attrib.items()):
                if not str(attribute).startswith(f"{{{R}}}") or not id_:
                    continue
                kept = self._kept(element, known.get(str(id_)), name)
                if kept is None:
                    _remove(element)
                elif kept.id not in yielded:
                    yielded.add(kept.id)
                    yield kept

    def _kept(
        self, element: Element, found: Relationship | None, name: str
    ) -> BroughtReference | None:
        if local_name(element) in _LINKS:
            is_kept = found and found.is_external and found.target.startswith(_LINK_SCHEMES)
            if found and is_kept:
                return BroughtReference(found.id, f"{_OFFICE}/hyperlink", found.target, True)
            return None
        if found is None:
            self.findings.append(_leads_nowhere(name))
            return None
        if found.word == "image" and not found.is_external:
            picture = self._picture(found.target)
            return BroughtReference(found.id, f"{_OFFICE}/image", picture)
        if found.word in _STRUCTURE and found.target in self.names:
            return BroughtReference(found.id, f"{_OFFICE}/{found.word}", self.names[found.target])
        if local_name(element) != "sldLayoutId" and not found.is_external:
            self.findings.append(_embeds(name, found))
        return None

    def _picture(self, name: str) -> str:
        """The new name of a picture's part: by its bytes, so that equal ones are one."""
        content = self.package.content(name)
        known = next((each for each in _SIGNATURES if content.startswith(each[0])), None)
        if known is None:
            message = f"`{name}` is not a picture that PowerPoint shows everywhere"
            self.findings.append(Finding("bad-part", message, "save it as PNG or JPEG"))
            return name
        _, extension, content_type = known
        size = pixel_size(content)
        if size and size.width * size.height > MOST_PIXELS:
            megapixels = f"{size.width * size.height / 1e6:.0f}"
            message = f"the picture `{name}` has {megapixels} megapixels"
            hint = f"make it smaller: {MOST_PIXELS // 1_000_000} are the most"
            self.findings.append(Finding("file-too-large", message, hint))
        new = f"ppt/media/{hashlib.sha256(content).hexdigest()[:16]}.{extension}"
        self.parts.setdefault(new, BroughtPart(new, content_type, content))
        return new


def _external(package: Package, name: str) -> Iterator[Finding]:
    """References to what lies outside the file, but for links that a reader clicks on."""
    for each in package.references(name):
        is_link = each.word == "hyperlink" and each.target.startswith(_LINK_SCHEMES)
        if each.is_external and not is_link:
            message = f"`{name}` fetches `{each.target[:100]}` when the deck is opened"
            hint = "insert the picture instead of linking to it; delete other links"
            yield Finding("hostile-file", message, hint)


def _clean(root: Element) -> None:
    for element in list(root.iter()):
        name = local_name(element)
        if name in _DROPPED or name in _EXTENDED:
            _remove(element)


def _number_shapes(root: Element) -> None:
    """New ids for shapes that have none, 0, or that of another one, as some programs write."""
    shapes = [each for each in root.iter() if local_name(each) == "cNvPr"]
    free = itertools.count(max((whole_number(each, "id") for each in shapes), default=0) + 1)
    seen = {0}
    for shape in shapes:
        if whole_number(shape, "id") in seen:
            shape.set("id", str(next(free)))
        seen.add(whole_number(shape, "id"))


def _remove(element: Element) -> None:
    """Remove an element, and what would be left of its extension, choice or list of tags."""
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    while local_name(parent) in ("ext", "Choice", "Fallback", "AlternateContent", "extLst"):
        above = parent.getparent()
        if above is None or (len(parent) and local_name(parent) != "ext"):
            return
        above.remove(parent)
        parent = above


def _number_layouts(root: Element, used: tuple[BroughtReference, ...], layouts: set[str]) -> None:
    """The ids of layouts, which share one row of numbers with that of the master."""
    kept = {each.id for each in used if each.target in layouts}
    entries = find(root, "p:sldLayoutIdLst")
    number = _FIRST_LAYOUT_ID
    for entry in find_all(root, "p:sldLayoutIdLst/p:sldLayoutId"):
        if entry.get(f"{{{R}}}id") in kept:
            entry.set("id", str(number))
            number += 1
        elif entries is not None:
            entries.remove(entry)


def _lay_ground(root: Element) -> None:
    """Tell the ground of a master that tells none: programs differ in what they paint there."""
    from lxml import etree

    content = find(root, "p:cSld")
    if content is None or find(content, "p:bg") is not None:
        return
    ground = etree.Element(f"{{{P}}}bg")
    properties = etree.SubElement(ground, f"{{{P}}}bgPr")
    fill = etree.SubElement(properties, f"{{{A}}}solidFill")
    etree.SubElement(fill, f"{{{A}}}schemeClr", val="bg1")
    etree.SubElement(properties, f"{{{A}}}effectLst")
    content.insert(0, ground)


def _leads_nowhere(name: str) -> Finding:
    hint = "open it in PowerPoint and save it again"
    return Finding("damaged-file", f"`{name}` refers to something that is not there", hint)


def _embeds(name: str, found: Relationship) -> Finding:
    message = f"`{name}` holds something that is no picture: `{found.target[:100]}` ({found.word})"
    return Finding("bad-part", message, "turn it into a picture, or delete it from the layout")
