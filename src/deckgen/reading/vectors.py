"""SVG pictures: only shapes and colours, nothing that acts or reaches out.

What is not known to be harmless is a mistake, told where it stands. The picture is written
anew from what was read, so that no program finds more in it; what drawing programs note
for themselves is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.geometry import Size
from deckgen.named import NamedTuple
from deckgen.safe_xml import DEEPEST, BadXml, Element, Place, parse_xml, write_xml

LARGEST = 1_000_000
"""So many bytes at most: a logo of more is a photograph in disguise."""

_MOST_DRAWN = 100_000
_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"

_SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "use"}
_PAINTS = {"linearGradient", "radialGradient", "stop", "clipPath", "mask"}
ELEMENTS = frozenset({"svg", "g", "defs", "symbol", "style", *_SHAPES, *_PAINTS})
_UNSEEN = frozenset({"title", "desc", "metadata"})
"""What is said about the picture; the theme says it with `alt`."""

_PLACES = (
    "x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy width height d points pathLength offset "
    "transform viewBox preserveAspectRatio transform-origin"
)
_STYLES = (
    "fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap "
    "stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset opacity color display "
    "visibility overflow stop-color stop-opacity clip-path clip-rule mask mask-type paint-order "
    "vector-effect shape-rendering color-interpolation isolation mix-blend-mode"
)
_UNITS = (
    "gradientUnits gradientTransform spreadMethod clipPathUnits maskUnits maskContentUnits "
    "color-rendering"
)
ATTRIBUTES = frozenset(f"id class style type version {_PLACES} {_STYLES} {_UNITS}".split())

_UNHEARD = re.compile(
    "(data|aria|font|text|letter|word|writing|xml)(-.*|)|role|lang|baseProfile|enable-background|"
    "contentStyleType|contentScriptType|solid-.*|image-rendering|direction"
)
"""Attributes that show nothing where there is no text; they are left out."""

_CALLS = "rgb rgba hsl hsla matrix translate translatex translatey scale scalex scaley rotate"
_FUNCTIONS = frozenset(f"{_CALLS} skewx skewy url".split())
_FUNCTION = re.compile(r"([\w-]*)\s*\(")
_INNER_URL = re.compile(r"""url\(\s*["']?#([^"'()\s]+)["']?\s*\)""", re.IGNORECASE)

_WAYS_OUT = {
    "text": "turn the letters into outlines (paths), so that they look the same everywhere",
    "tspan": "turn the letters into outlines (paths), so that they look the same everywhere",
    "image": "draw it with shapes, or use a PNG alone",
    "filter": "save the picture without effects, or use a PNG alone",
    "script": "a logo needs none: take it out",
    "foreignObject": "save the picture as plain SVG",
}


class Vector(NamedTuple):
    """An SVG picture, and how large it says it is; only the proportion matters."""

    content: bytes
    size: Size


class BadVector(ValueError):
    """A picture that is not used; `problems` are what was found, and where."""

    def __init__(self, problems: tuple[Finding, ...]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


class Finding(NamedTuple):
    """Something that has no place in a picture."""

    message: str
    place: Place
    hint: str | None = None


def read_vector(content: bytes) -> Vector:
    """The picture, written anew. Raises BadVector with all that has no place in it."""
    root = _root(content)
    kept, findings = _Sieve().sift(root)
    size = _size(root)
    if not size:
        hint = 'say how large it is: viewBox="0 0 300 68"'
        findings.append(Finding("the picture has no `viewBox`", root.place, hint))
    if not findings and _drawn(kept) is None:
        hint = "save it as plain SVG, without clones of clones"
        message = "its parts refer to one another in circles, or too often"
        findings.append(Finding(message, root.place, hint))
    if findings or not size:
        raise BadVector(tuple(findings))
    return Vector(write_xml(kept).encode(), size)


def _root(content: bytes) -> Element:
    if len(content) > LARGEST:
        message = f"the picture has {len(content):,} bytes; {LARGEST:,} are enough for a logo"
        raise BadVector((Finding(message, Place(1, 1), "use a PNG alone"),))
    try:
        root = parse_xml(content)
    except BadXml as bad:
        raise BadVector((Finding(str(bad), bad.place),)) from None
    if (root.namespace, root.name) != (_SVG, "svg"):
        raise BadVector((Finding("this is not an SVG picture", root.place),))
    return root


class _Sieve:
    """Keeps what may stand in a picture, and finds what may not."""

    def __init__(self) -> None:
        self._findings: list[Finding] = []

    def sift(self, root: Element) -> tuple[Element, list[Finding]]:
        """A copy of `root` without what others note in it, and all that has no place in it."""
        return self._kept(root), self._findings

    def _kept(self, element: Element) -> Element:
        kept = Element(f"{_SVG} {element.name}", dict(self._attributes(element)), element.place)
        if element.name == "style":
            kept.text = element.text
            if words := _acting(element.text, is_sheet=True):
                hint = "save the picture with its styles as attributes"
                self._found(f"`{words}` has no place in a style", element.place, hint)
        kept.children = [
            self._kept(child)
            for child in element.children
            if child.namespace == _SVG and child.name not in _UNSEEN and self._is_known(child)
        ]
        return kept

    def _is_known(self, element: Element) -> bool:
        if element.name not in ELEMENTS:
            hint = _WAYS_OUT.get(element.name, "save the picture as plain SVG")
            self._found(f"`<{element.name}>` has no place in a logo", element.place, hint)
        return element.name in ELEMENTS

    def _attributes(self, element: Element) -> Iterator[tuple[str, str]]:
        for tag, value in element.attributes.items():
            namespace, _, name = tag.rpartition(" ")
            if name == "href" and namespace in ("", _XLINK):
                if self._is_inner(value, element):
                    yield name, value
            elif (
                not namespace
                and not _UNHEARD.fullmatch(name)
                and self._is_harmless(name, value, element)
            ):
                yield name, value

    def _is_inner(self, value: str, element: Element) -> bool:
        if not value.startswith("#"):
            hint = "a picture refers to its own parts only: #id"
            self._found(f"`{_clipped(value)}` refers to something outside", element.place, hint)
        return value.startswith("#")

    def _is_harmless(self, name: str, value: str, element: Element) -> bool:
        if name not in ATTRIBUTES:
            hint = "a logo does nothing: take it out" if name.startswith("on") else None
            self._found(f"`{name}` has no place in a logo", element.place, hint)
        elif words := _acting(value, is_sheet=False):
            self._found(f"`{words}` has no place in `{name}`", element.place)
        else:
            return True
        return False

    def _found(self, message: str, place: Place, hint: str | None = None) -> None:
        self._findings.append(Finding(message, place, hint))


def _acting(value: str, *, is_sheet: bool) -> str | None:
    """What in an attribute or a style sheet does more than say a colour, a number or a place."""
    for sign in "\\@":
        if sign in value:
            return sign
    inner = 0 if is_sheet else len(_INNER_URL.findall(value))
    for function in _FUNCTION.findall(value):
        if function and function.lower() not in _FUNCTIONS:
            return f"{function}("
    return "url(" if len(re.findall(r"url\s*\(", value, re.IGNORECASE)) > inner else None


def _size(root: Element) -> Size | None:
    numbers = re.split(r"[\s,]+", root.attributes.get("viewBox", "").strip())
    if len(numbers) != 4:
        numbers = ["0", "0", *(root.attributes.get(key, "") for key in ("width", "height"))]
    try:
        width, height = (float(number.removesuffix("px")) for number in numbers[2:])
    except ValueError:
        return None
    return Size(width, height) if 0 < width < 1e6 and 0 < height < 1e6 else None


class _TooDeep(Exception):
    pass


def _drawn(root: Element) -> int | None:
    """How many elements are drawn in the end; None for circles, and for more than can be."""
    by_id = {each.attributes["id"]: each for each in _all(root) if "id" in each.attributes}
    costs: dict[Element, int] = {}

    def cost(element: Element, depth: int) -> int:
        if element not in costs:
            if depth > 2 * DEEPEST:  # as circles are
                raise _TooDeep
            below = [*element.children, *(by_id[id_] for id_ in _named(element) if id_ in by_id)]
            costs[element] = 1 + sum(cost(each, depth + 1) for each in below)
        return costs[element]

    try:
        drawn = cost(root, 0)
    except _TooDeep:
        return None
    return drawn if drawn <= _MOST_DRAWN else None


def _all(element: Element) -> Iterator[Element]:
    yield element
    for child in element.children:
        yield from _all(child)


def _named(element: Element) -> Iterator[str]:
    """The ids that an element refers to."""
    for name, value in element.attributes.items():
        if name == "href":
            yield value[1:]
        else:
            yield from _INNER_URL.findall(value)


def _clipped(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"
