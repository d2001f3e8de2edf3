"""The masters and layouts of a template, and what of them can be used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from deckgen.geometry import Rect, Size
from deckgen.named import NamedTuple
from deckgen.packages.package import Package
from deckgen.packages.refusing import refuse
from deckgen.packages.xml import P, find, find_all, reference, whole_number
from deckgen.templates.colours import Colours, colours_of, override
from deckgen.templates.lettering import EMU
from deckgen.templates.placeholders import Placeholder, placeholders

if TYPE_CHECKING:
    from deckgen.packages.xml import Element

MOST_LAYOUTS = 400
SMALLEST, LARGEST = 300.0, 4032.0
"""How small and large a side of a slide may be, in points (ECMA-376-1, ST_SlideSizeCoordinate)."""

TITLES = {"title", "ctrTitle"}
TEXTS = {"body", "obj", "subTitle"}
FOOT = {"dt", "ftr", "sldNum"}


class FoundLayout(NamedTuple):
    """A layout of a template: its part, name and type, and its placeholders."""

    part: str
    name: str
    kind: str
    placeholders: tuple[Placeholder, ...]
    colours: Colours
    element: Element

    @property
    def title(self) -> Placeholder | None:
        """The title, if there is an upright one."""
        found = (each for each in self.placeholders if each.kind in TITLES and each.is_upright)
        return next(found, None)

    @property
    def texts(self) -> tuple[Placeholder, ...]:
        """Where text may stand, the largest first."""
        found = [each for each in self.placeholders if each.kind in TEXTS and each.is_upright]
        return tuple(sorted(found, key=lambda each: -each.rect.width * each.rect.height))

    @property
    def mapping(self) -> Mapping[str, str] | None:
        """What the names of colours stand for, where that differs from the master."""
        return override(self.element) or None

    def of(self, kind: str) -> Placeholder | None:
        """The first placeholder of a kind."""
        return next((each for each in self.placeholders if each.kind == kind), None)


class FoundMaster(NamedTuple):
    """A master of a template with its layouts in their order."""

    part: str
    element: Element
    theme: Element
    layouts: tuple[FoundLayout, ...]


class Inventory(NamedTuple):
    """A template's slide size, and its masters in their order."""

    size: Size
    masters: tuple[FoundMaster, ...]

    @property
    def whole(self) -> Rect:
        """The whole slide."""
        return Rect(0.0, 0.0, *self.size)


def take_stock(package: Package) -> Inventory:
    """What is in a template. Raises Refused where there is nothing to make a deck of."""
    root = package.xml(package.main)
    if root.tag != f"{{{P}}}presentation":
        message = "the file is in the format Strict Open XML, which few programs read"
        raise refuse("no-presentation", message, "save it as a plain .potx or .pptx")
    names = tuple(_parts(package, package.main, "p:sldMasterIdLst/p:sldMasterId"))
    masters = tuple(_master(package, name, root) for name in names)
    if not any(master.layouts for master in masters):
        message = f"the template has no layout (and {len(masters)} masters)"
        raise refuse("no-layout", message, "add layouts in PowerPoint: View, Slide Master")
    return Inventory(_size(root), masters)


def _master(package: Package, name: str, presentation: Element) -> FoundMaster:
    master, theme = package.xml(name), package.xml(package.only(name, "theme"))
    parts = tuple(_parts(package, name, "p:sldLayoutIdLst/p:sldLayoutId"))
    if len(parts) > MOST_LAYOUTS:
        raise refuse("file-too-large", f"`{name}` has {len(parts)} layouts", "delete some")
    layouts = tuple(_layout(package, part, master, theme, presentation) for part in parts)
    return FoundMaster(name, master, theme, layouts)


def _layout(
    package: Package, part: str, master: Element, theme: Element, presentation: Element
) -> FoundLayout:
    layout = package.xml(part)
    colours = colours_of(theme, master, layout)
    content = find(layout, "p:cSld")
    name = content.get("name", "") if content is not None else ""
    found = placeholders(layout, master, presentation, colours)
    return FoundLayout(part, name.strip(), layout.get("type", ""), found, colours, layout)


def _parts(package: Package, source: str, path: str) -> Iterator[str]:
    """The parts that a list of ids names, in its order, each once."""
    seen: set[str] = set()
    for entry in find_all(package.xml(source), path):
        found = package.target(source, reference(entry))
        if found and not found.is_external and found.target not in seen:
            seen.add(found.target)
            yield found.target


def _size(presentation: Element) -> Size:
    extent = find(presentation, "p:sldSz")
    size = Size(
        whole_number(extent, "cx", 9144000) / EMU, whole_number(extent, "cy", 6858000) / EMU
    )
    if min(size) < SMALLEST or max(size) > LARGEST:
        message = f"slides of {size.width:.0f} × {size.height:.0f} pt cannot hold a report"
        raise refuse("bad-slide-size", message, "choose a size such as 16:9, 4:3 or A4")
    return size
