"""The placeholders of a layout, each with its frame, as it is inherited from the master."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from deckgen.geometry import Points, Rect
from deckgen.look import Insets
from deckgen.named import NamedTuple
from deckgen.packages.xml import find, find_all, whole_number
from deckgen.style import Anchor
from deckgen.templates.colours import Colours
from deckgen.templates.lettering import EMU, Lettering, letterings

if TYPE_CHECKING:
    from deckgen.packages.xml import Element

_ANCHORS = {"t": Anchor.TOP, "ctr": Anchor.MIDDLE, "b": Anchor.BOTTOM}
_STYLES = {"title": "titleStyle", "body": "bodyStyle"}
_FOOT = {"dt", "ftr", "sldNum"}
_BELOW = {"ctrTitle": "title", **{foot: foot for foot in _FOOT}, "title": "title"}
_DEFAULT_INSETS = {"lIns": 91440, "tIns": 45720, "rIns": 91440, "bIns": 45720}


class Placeholder(NamedTuple):
    """A placeholder of a layout. `kind` is its type, `obj` if it tells none; one that `is_doubled`
    has a twin that slides may take for it.

    `rect` is the frame without its `insets`: where text stands. `is_upright` is false for
    text that is turned. `shapes` are its own element and that of the master's which it inherits.
    """

    kind: str
    idx: int
    name: str
    rect: Rect
    insets: Insets
    anchor: Anchor
    levels: tuple[Lettering, ...]
    is_upright: bool
    shapes: tuple[Element, ...]
    is_doubled: bool = False


def placeholders(
    layout: Element, master: Element, presentation: Element, colours: Colours
) -> tuple[Placeholder, ...]:
    """The placeholders of `layout` that have a frame, in their order."""
    found = tuple(_placeholders(layout, master, presentation, colours))
    counts = Counter(_identity(each) for each in found)
    return tuple(each._replace(is_doubled=counts[_identity(each)] > 1) for each in found)


def _identity(placeholder: Placeholder) -> str:
    """By what slides find a placeholder: titles by their type, all others by a number."""
    is_title = placeholder.kind in ("title", "ctrTitle")
    return "title" if is_title else str(placeholder.idx)


def _placeholders(
    layout: Element, master: Element, presentation: Element, colours: Colours
) -> Iterator[Placeholder]:
    below = dict(reversed([(_kind(each), each) for each in _shapes(master)]))
    for shape in _shapes(layout):
        kind = _kind(shape)
        kind_below = _BELOW.get(kind, "body")
        inherited = below.get(kind_below)
        chain = [each for each in (shape, inherited) if each is not None]
        if rect := _rect(chain):
            insets = _insets(chain)
            styles = _styles(chain, kind_below, master, presentation)
            yield Placeholder(
                kind,
                whole_number(_tag(shape), "idx"),
                _name(shape),
                insets.within(rect),
                insets,
                _ANCHORS.get(_body_attribute(chain, "anchor", "t"), Anchor.TOP),
                letterings(styles, colours),
                _is_upright(chain),
                tuple(chain),
            )


def _shapes(part: Element) -> list[Element]:
    shapes = find_all(part, "p:cSld/p:spTree/*")
    return [shape for shape in shapes if _tag(shape) is not None]


def _tag(shape: Element) -> Element | None:
    return find(shape, "*/p:nvPr/p:ph")


def _kind(shape: Element) -> str:
    tag = _tag(shape)
    return tag.get("type", "obj") if tag is not None else ""


def _name(shape: Element) -> str:
    identity = find(shape, "*/p:cNvPr")
    return identity.get("name", "") if identity is not None else ""


def _rect(chain: Sequence[Element]) -> Rect | None:
    for shape in chain:
        if (transform := find(shape, "p:spPr/a:xfrm")) is not None:
            return rect_of(transform)
    return None


def rect_of(transform: Element) -> Rect | None:
    """The frame that an a:xfrm tells, in points; None for one without extent."""
    offset, extent = find(transform, "a:off"), find(transform, "a:ext")
    width, height = whole_number(extent, "cx") / EMU, whole_number(extent, "cy") / EMU
    if width <= 0 or height <= 0:
        return None
    return Rect(whole_number(offset, "x") / EMU, whole_number(offset, "y") / EMU, width, height)


def _insets(chain: Sequence[Element]) -> Insets:
    def inset(name: str) -> Points:
        default = str(_DEFAULT_INSETS[name])
        text = _body_attribute(chain, name, default)
        return max(0.0, int(text) / EMU) if text.isdigit() else 0.0

    return Insets(inset("lIns"), inset("tIns"), inset("rIns"), inset("bIns"))


def _body_attribute(chain: Sequence[Element], name: str, default: str) -> str:
    for shape in chain:
        properties = find(shape, "p:txBody/a:bodyPr")
        if properties is not None and name in properties.attrib:
            return properties.get(name, default)
    return default


def _is_upright(chain: Sequence[Element]) -> bool:
    turned = [find(shape, "p:spPr/a:xfrm") for shape in chain[:1]]
    is_turned = any(whole_number(each, "rot") for each in turned)
    return not is_turned and _body_attribute(chain, "vert", "horz") == "horz"


def _styles(
    chain: Sequence[Element], kind: str, master: Element, presentation: Element
) -> list[Element]:
    own = [find(shape, "p:txBody/a:lstStyle") for shape in chain]
    shared = find(master, f"p:txStyles/p:{_STYLES.get(kind, 'otherStyle')}")
    defaults = find(presentation, "p:defaultTextStyle")
    return [each for each in (*own, shared, defaults) if each is not None]
