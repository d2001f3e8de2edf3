"""What text stands on: a slide's ground, and what master and layout draw over it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from deckgen.geometry import Points, Rect
from deckgen.named import NamedTuple
from deckgen.packages.xml import NAMES, find, find_all, local_name, whole_number
from deckgen.templates.colours import Colours
from deckgen.templates.lettering import EMU
from deckgen.templates.placeholders import rect_of
from deckgen.theme import Colour

if TYPE_CHECKING:
    from deckgen.packages.xml import Element

_FILLS = ("solidFill", "gradFill", "blipFill", "pattFill", "noFill")
_SEEN = 0.02
_NARROW, _SMALL = 6.0, 600.0
"""A shape behind a text matters if it covers such a share of its frame, or so much of it in points:
less is a rule, or a corner."""


class Photo(NamedTuple):
    """A picture behind a text: the element that refers to it, and its frame.

    Without a frame it is the ground of the whole slide.
    """

    element: Element
    rect: Rect | None


class Ground(NamedTuple):
    """The colours behind a text, and the `photos`, whose colours only their bytes tell."""

    colours: tuple[Colour, ...]
    photos: tuple[Photo, ...] = ()

    @property
    def is_picture(self) -> bool:
        """Whether a picture is part of it."""
        return bool(self.photos)

    def over(self, below: Ground) -> Ground:
        """Both, where one covers the other in part or lets it show through."""
        colours = tuple(dict.fromkeys((*below.colours, *self.colours)))
        return Ground(colours, (*below.photos, *self.photos))


class Drawn(NamedTuple):
    """A shape of a master or layout that is no placeholder; without a fill, lines and words.

    One that `is_whole` covers all of its frame: it is an upright rectangle, and not transparent.
    """

    rect: Rect
    ground: Ground | None
    is_whole: bool = True


def ground_behind(
    rect: Rect, layout: Element, master: Element, theme: Element, colours: Colours
) -> Ground:
    """What a text at `rect` stands on."""
    ground = _slide_ground(layout, master, theme, colours)
    for shape in drawn_on(layout, master, colours):
        share = _covered(rect, shape.rect)
        if shape.ground is None or not _matters(rect, shape.rect):
            continue
        is_hidden = share > 1 - _SEEN and shape.is_whole
        ground = shape.ground if is_hidden else shape.ground.over(ground)
    return ground


def drawn_on(layout: Element, master: Element, colours: Colours) -> tuple[Drawn, ...]:
    """What master and layout draw, from the bottom up."""
    shows_master = layout.get("showMasterSp", "1") in ("1", "true")
    parts = (master, layout) if shows_master else (layout,)
    trees = (find(part, "p:cSld/p:spTree") for part in parts)
    return tuple(shape for tree in trees if tree is not None for shape in _drawn(tree, colours))


def own_ground(shapes: Sequence[Element], colours: Colours, below: Ground) -> Ground | None:
    """The fill that a placeholder tells or inherits, over what is `below`; None without one."""
    for shape in shapes:
        properties = find(shape, "p:spPr")
        told = [local_name(child) for child in (() if properties is None else properties)]
        if any(fill in told for fill in _FILLS):
            found = _fill_ground(properties, colours)
            is_clear = properties is not None and properties.find(".//a:alpha", NAMES) is not None
            return found.over(below) if found and is_clear else found
    return None


def _fill_ground(element: Element | None, colours: Colours) -> Ground | None:
    """What the fill among an element's children looks like; None without a fill."""
    for child in element if element is not None else ():
        if local_name(child) in _FILLS:
            return _fill(child, colours, None)
    return None


def _slide_ground(layout: Element, master: Element, theme: Element, colours: Colours) -> Ground:
    for part in (layout, master):
        if (properties := find(part, "p:cSld/p:bg/p:bgPr")) is not None:
            return _fill_ground(properties, colours) or _paper(colours)
        if (reference := find(part, "p:cSld/p:bg/p:bgRef")) is not None:
            return _referred(reference, theme, colours) or _paper(colours)
    return _paper(colours)


def _paper(colours: Colours) -> Ground:
    return Ground((colours.values.get("bg1", "FFFFFF"),))


def _referred(reference: Element, theme: Element, colours: Colours) -> Ground | None:
    """The theme's fill of a number, in a colour (ECMA-376-1, 19.3.1.3)."""
    index, colour = whole_number(reference, "idx"), colours.of(reference)
    name, start = ("a:bgFillStyleLst", 1001) if index > 1000 else ("a:fillStyleLst", 1)
    fills = find(theme, f"a:themeElements/a:fmtScheme/{name}")
    if fills is None or not 0 <= index - start < len(fills):
        return Ground((colour,)) if colour and index else None
    return _fill(fills[index - start], colours, colour)


def _fill(fill: Element, colours: Colours, placeholder: Colour | None) -> Ground | None:
    match local_name(fill):
        case "solidFill":
            colour = colours.of(fill, placeholder)
            return Ground((colour,)) if colour else None
        case "gradFill":
            stops = find(fill, "a:gsLst")
            found = [colours.of(stop, placeholder) for stop in (() if stops is None else stops)]
            return Ground(tuple(dict.fromkeys(filter(None, found)))) if any(found) else None
        case "blipFill":
            return Ground((), (Photo(fill, None),))
        case "pattFill":
            both = (find(fill, "a:fgClr"), find(fill, "a:bgClr"))
            return Ground(tuple(filter(None, (colours.of(each, placeholder) for each in both))))
    return None


def _drawn(tree: Element, colours: Colours, depth: int = 0) -> Iterator[Drawn]:
    for shape in tree:
        name = local_name(shape)
        if name == "grpSp" and depth < 8:
            yield from _moved(shape, _drawn(shape, colours, depth + 1))
            continue
        transform = find(shape, "p:spPr/a:xfrm")
        rect = rect_of(transform) if transform is not None else None
        if rect is None or find(shape, "*/p:nvPr/p:ph") is not None:
            continue
        if name == "pic":
            yield Drawn(rect, Ground((), (Photo(shape, rect),)), _is_whole(shape))
        elif name == "sp":
            yield Drawn(rect, _framed(_shape_ground(shape, colours), rect), _is_whole(shape))


def _framed(ground: Ground | None, rect: Rect) -> Ground | None:
    """A shape's ground, whose pictures fill the shape and not the slide."""
    if ground is None:
        return None
    return Ground(ground.colours, tuple(Photo(each.element, rect) for each in ground.photos))


def _is_whole(shape: Element) -> bool:
    outline = find(shape, "p:spPr/a:prstGeom")
    is_preset = outline is not None and "rect" in outline.get("prst", "").casefold()
    is_rectangle = is_preset or _is_drawn_rectangle(find(shape, "p:spPr/a:custGeom/a:pathLst"))
    is_turned = whole_number(find(shape, "p:spPr/a:xfrm"), "rot") != 0
    properties = find(shape, "p:spPr")
    is_clear = properties is not None and properties.find(".//a:alpha", NAMES) is not None
    return is_rectangle and not is_turned and not is_clear


def _is_drawn_rectangle(paths: Element | None) -> bool:
    """Whether an outline drawn point by point is that of its whole frame."""
    if paths is None or len(paths) != 1:
        return False
    path, names = paths[0], {"moveTo", "lnTo", "close"}
    points = find_all(path, "*/a:pt")
    if not {local_name(each) for each in path} <= names or not 4 <= len(points) <= 5:
        return False
    width, height = whole_number(path, "w"), whole_number(path, "h")
    corners = {(whole_number(p, "x", -9), whole_number(p, "y", -9)) for p in points}
    slack = max(width, height) // 500
    return all(
        any(abs(x - a) <= slack and abs(y - b) <= slack for x, y in corners)
        for a in (0, width)
        for b in (0, height)
    )


def _shape_ground(shape: Element, colours: Colours) -> Ground | None:
    properties = find(shape, "p:spPr")
    told = [local_name(child) for child in (() if properties is None else properties)]
    if any(fill in told for fill in _FILLS):
        return _fill_ground(properties, colours)
    style = find(shape, "p:style/a:fillRef")
    if style is None or not whole_number(style, "idx"):
        return None
    colour = colours.of(style)
    return Ground((colour,)) if colour else None


def _moved(group: Element, shapes: Iterator[Drawn]) -> Iterator[Drawn]:
    """Shapes of a group as the group's frame moves and scales them (ECMA-376-1, 20.1.7.5)."""
    transform = find(group, "p:grpSpPr/a:xfrm")
    outer = rect_of(transform) if transform is not None else None
    start = find(transform, "a:chOff") if transform is not None else None
    extent = find(transform, "a:chExt") if transform is not None else None
    width, height = whole_number(extent, "cx") / EMU, whole_number(extent, "cy") / EMU
    if outer is None or width <= 0 or height <= 0:
        yield from shapes
        return
    left, top = whole_number(start, "x") / EMU, whole_number(start, "y") / EMU
    across, down = outer.width / width, outer.height / height
    for shape in shapes:
        rect = Rect(
            outer.left + (shape.rect.left - left) * across,
            outer.top + (shape.rect.top - top) * down,
            shape.rect.width * across,
            shape.rect.height * down,
        )
        yield shape._replace(rect=rect, ground=_framed(shape.ground, rect))


def _matters(rect: Rect, other: Rect) -> bool:
    width = _overlap(rect.left, rect.right, other.left, other.right)
    height = _overlap(rect.top, rect.bottom, other.top, other.bottom)
    is_large = min(width, height) >= _NARROW and width * height >= _SMALL
    return is_large or _covered(rect, other) >= _SEEN


def _covered(rect: Rect, other: Rect) -> float:
    """The share of `rect` that `other` covers."""
    width = _overlap(rect.left, rect.right, other.left, other.right)
    height = _overlap(rect.top, rect.bottom, other.top, other.bottom)
    return width * height / (rect.width * rect.height)


def _overlap(start: Points, end: Points, other_start: Points, other_end: Points) -> Points:
    return max(0.0, min(end, other_end) - max(start, other_start))
