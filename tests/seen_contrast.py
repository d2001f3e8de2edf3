"""How well the words of a written deck can be read, found out from the file alone.

Colours, sizes and grounds are followed through slide, layout, master and theme as PowerPoint
does; nothing of deckgen is asked.
"""

from __future__ import annotations

import colorsys
import itertools
import posixpath
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from lxml import etree
from PIL import Image

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
AHYP = "{http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor}"
FILLS = {f"{A}{name}" for name in ("solidFill", "gradFill", "blipFill", "pattFill", "noFill")}
FEET = {"dt", "ftr", "sldNum"}

Box = tuple[int, int, int, int]
Rgb = tuple[float, float, float]
Element = etree._Element


class Faint(NamedTuple):
    """Words that stand out too little from what is behind them."""

    slide: int
    words: str
    contrast: float
    needed: float


def faint_words(path: Path) -> list[Faint]:
    """Every run of a deck that has less contrast than WCAG 2.1 asks for."""
    return [each for each in measured(path) if each.contrast < each.needed]


def measured(path: Path) -> list[Faint]:
    """Every run of a deck with its least contrast."""
    return [each for slide in slides(path) for each in slide.runs()]


def slides(path: Path) -> Iterator[Slide]:
    """The slides of a deck, in order."""
    with zipfile.ZipFile(path) as archive:
        file = DeckFile({name: archive.read(name) for name in archive.namelist()})
    numbers = itertools.count(1)
    inside = itertools.takewhile(lambda n: f"ppt/slides/slide{n}.xml" in file.parts, numbers)
    yield from (Slide(file, number) for number in inside)


class DeckFile:
    """The parts of a deck, by name."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self.parts = parts
        self.trees: dict[str, Element] = {}

    def xml(self, name: str) -> Element:
        if name not in self.trees:
            self.trees[name] = etree.fromstring(self.parts[name])
        return self.trees[name]

    def related(self, name: str, kind: str, id_: str = "") -> str:
        folder, file = posixpath.split(name)
        for each in self.xml(f"{folder}/_rels/{file}.rels"):
            if each.get("Type", "").endswith(f"/{kind}") and id_ in ("", each.get("Id")):
                return posixpath.normpath(posixpath.join("/", folder, each.get("Target", "")))[1:]
        return ""


class Slide:
    """A slide with the layout and master it is made on."""

    def __init__(self, file: DeckFile, number: int) -> None:
        self.file, self.number = file, number
        self.name = f"ppt/slides/slide{number}.xml"
        self.layout = file.related(self.name, "slideLayout")
        self.master = file.related(self.layout, "slideMaster")
        self.theme = file.xml(file.related(self.master, "theme"))
        size = next(file.xml("ppt/presentation.xml").iter(f"{P}sldSz"))
        self.whole = (0, 0, int(size.get("cx", "0")), int(size.get("cy", "0")))

    def runs(self) -> Iterator[Faint]:
        shapes = self.shapes(self.name)
        for index, shape in enumerate(shapes):
            for paragraph in shape.iter(f"{A}p"):
                for run in paragraph:
                    words = "".join(each.text or "" for each in run.iter(f"{A}t")).strip()
                    if words:
                        yield self._measured(shape, shapes[:index], paragraph, run, words)

    def _measured(
        self, shape: Element, below: list[Element], paragraph: Element, run: Element, words: str
    ) -> Faint:
        told = self._told(shape, paragraph, run)
        size = int(_attribute(told, "sz", "1800")) / 100
        is_bold = _attribute(told, "b", "0") in ("1", "true")
        colour = self._text_colour(run, told)
        ground = run.find(f"{A}rPr/{A}highlight")
        grounds = self._behind(shape, below) if ground is None else [self._colour(ground)]
        needed = 3.0 if size >= 24 or (is_bold and size >= 18.66) else 4.5
        least = min(_contrast(colour, ground) for ground in grounds)
        return Faint(self.number, words, round(least, 2), needed)

    def _text_colour(self, run: Element, told: list[Element]) -> Rgb:
        properties = run.find(f"{A}rPr")
        link = None if properties is None else properties.find(f"{A}hlinkClick")
        if link is not None and link.find(f".//{AHYP}hlinkClr") is None:
            return self._named("hlink")
        for each in told:
            fill = each.find(f"{A}solidFill")
            if fill is not None:
                return self._colour(fill)
        return self._named("tx1")

    def _told(self, shape: Element, paragraph: Element, run: Element) -> list[Element]:
        """Everything that may tell of a run, the nearest first."""
        properties = paragraph.find(f"{A}pPr")
        level = int("0" if properties is None else properties.get("lvl", "0")) + 1
        styles = [each.find(f"{P}txBody/{A}lstStyle") for each in self.chain(shape)]
        runs = [each.find(f"{A}lvl{level}pPr/{A}defRPr") for each in styles if each is not None]
        told = [each for each in (run.find(f"{A}rPr"), *runs) if each is not None]
        return told + self.shared(shape, level)

    def shared(self, shape: Element, level: int) -> list[Element]:
        """What the master's text styles and the presentation's defaults tell of a level."""
        master, presentation = self.file.xml(self.master), self.file.xml("ppt/presentation.xml")
        styles = (
            next(master.iter(f"{P}{self._style_of(shape)}"), None),
            presentation.find(f"{P}defaultTextStyle"),
        )
        runs = (each.find(f"{A}lvl{level}pPr/{A}defRPr") for each in styles if each is not None)
        return [each for each in runs if each is not None]

    def _style_of(self, shape: Element) -> str:
        kind = kind_of(shape)
        if kind in ("title", "ctrTitle"):
            return "titleStyle"
        return "otherStyle" if kind is None or kind in FEET else "bodyStyle"

    def chain(self, shape: Element) -> list[Element]:
        """The shape, its layout's placeholder, and the master's."""
        chain, kind = [shape], kind_of(shape)
        if kind is None:
            return chain
        on_layout = [each for each in self.shapes(self.layout) if _is_same(each, shape)]
        chain += on_layout[:1]
        kind = kind_of(on_layout[0]) if on_layout else kind
        wanted = "title" if kind == "ctrTitle" else kind if kind in {"title", *FEET} else "body"
        return chain + [e for e in self.shapes(self.master) if kind_of(e) == wanted][:1]

    def shapes(self, part: str) -> list[Element]:
        tree = next(self.file.xml(part).iter(f"{P}spTree"))
        return [each for each in tree if each.tag in (f"{P}sp", f"{P}pic", f"{P}grpSp")]

    def _frame(self, shape: Element) -> Box:
        for each in self.chain(shape):
            for place in each.iter(f"{A}xfrm"):
                left, top = (int(place[0].get(name, "0")) for name in ("x", "y"))
                wide, high = (int(place[1].get(name, "0")) for name in ("cx", "cy"))
                return left, top, left + wide, top + high
        return self.whole

    def _behind(self, shape: Element, below: list[Element]) -> list[Rgb]:
        """Every colour behind the text of a shape, those of the nearest ground that hides all."""
        own = self._fill_of(self.chain(shape), self.name)
        if own:
            return own
        frame = self._frame(shape)
        for other in reversed(below):
            if kind_of(other) is None and _covers(self._frame(other), frame):
                found = self._fill_of([other], self.name, frame)
                if found:
                    return found
        return self._template_ground(frame)

    def _template_ground(self, frame: Box) -> list[Rgb]:
        shows = self.file.xml(self.layout).get("showMasterSp", "1") in ("1", "true")
        parts = [self.master, self.layout] if shows else [self.layout]
        grounds = self._background(frame)
        for part in parts:
            for shape in self.shapes(part):
                if kind_of(shape) is not None or not _touches(self._frame(shape), frame):
                    continue
                found = self._fill_of([shape], part, frame)
                is_all = _covers(self._frame(shape), frame)
                grounds = (found if is_all else [*grounds, *found]) if found else grounds
        return grounds

    def _background(self, frame: Box) -> list[Rgb]:
        for part in (self.layout, self.master):
            ground = next(self.file.xml(part).iter(f"{P}bg"), None)
            if ground is None:
                continue
            reference = ground.find(f"{P}bgRef")
            if reference is not None:
                return [self._colour(reference, self.layout)]
            return self._filled(ground[0], part, self.whole, frame) or self._paper
        return self._paper

    @property
    def _paper(self) -> list[Rgb]:
        return [self._named("bg1", self.layout)]

    def _fill_of(self, shapes: list[Element], part: str, frame: Box | None = None) -> list[Rgb]:
        for shape in shapes:
            if shape.tag == f"{P}pic":
                return self._filled(shape, part, self._frame(shape), frame)
            properties = shape.find(f"{P}spPr")
            if properties is not None and any(each.tag in FILLS for each in properties):
                return self._filled(properties, part, self._frame(shape), frame)
        return []

    def _filled(self, parent: Element, part: str, area: Box, frame: Box | None) -> list[Rgb]:
        for fill in parent:
            if fill.tag == f"{A}solidFill":
                return [self._colour(fill, _mapped_by(part, self))]
            if fill.tag == f"{A}gradFill":
                mapped = _mapped_by(part, self)
                return _between([self._colour(stop, mapped) for stop in fill.iter(f"{A}gs")])
            if fill.tag in (f"{A}blipFill", f"{P}blipFill"):
                return self._pixels(fill, part, area, frame or area)
        return []

    def _pixels(self, fill: Element, part: str, area: Box, frame: Box) -> list[Rgb]:
        """A picture under a frame, in 200 fields."""
        id_ = next(fill.iter(f"{A}blip")).get(f"{R}embed", "")
        picture = Image.open(BytesIO(self.file.parts[self.file.related(part, "image", id_)]))
        wide, high = area[2] - area[0], area[3] - area[1]
        whole = picture.convert("RGBA").convert("RGB").resize((160, 90))
        edges = (
            max(0, int((frame[0] - area[0]) / wide * 160)),
            max(0, int((frame[1] - area[1]) / high * 90)),
            min(160, int((frame[2] - area[0]) / wide * 160) + 1),
            min(90, int((frame[3] - area[1]) / high * 90) + 1),
        )
        pixels = whole.crop(edges).resize((20, 10), Image.Resampling.BOX)
        seen = [pixels.getpixel((x, y)) for x in range(20) for y in range(10)]
        return [(r / 255, g / 255, b / 255) for r, g, b in seen]  # type: ignore[misc]

    def _colour(self, parent: Element, part: str | None = None) -> Rgb:
        element = parent[0]
        value = element.get("val", "")
        if element.tag == f"{A}schemeClr":
            colour = self._named(value, part)
        elif element.tag == f"{A}srgbClr":
            colour = _rgb(value)
        else:
            assert element.tag == f"{A}sysClr", etree.tostring(element)
            colour = _rgb(element.get("lastClr", "000000"))
        return _changed(colour, element)

    def _named(self, name: str, part: str | None = None) -> Rgb:
        """A colour by the map of a part; text has that of its slide, wherever it is told."""
        mapping = next(self.file.xml(self.master).iter(f"{P}clrMap"))
        own = self.file.xml(part or self.name).find(f"{P}clrMapOvr/{A}overrideClrMapping")
        mapping = own if own is not None else mapping
        slot = mapping.get(name, name)
        (element,) = next(self.theme.iter(f"{A}{slot}"))
        return _rgb(element.get("lastClr", element.get("val", "")))


def _mapped_by(part: str, slide: Slide) -> str:
    """The part whose map counts: a master is seen through the layout."""
    return slide.layout if part == slide.master else part


def _between(stops: list[Rgb]) -> list[Rgb]:
    """The colours of a gradient, ten from each stop to the next."""
    return [_mixed(a, b, step / 10) for a, b in itertools.pairwise(stops) for step in range(11)]


def _mixed(one: Rgb, other: Rgb, share: float) -> Rgb:
    red, green, blue = (a + (b - a) * share for a, b in zip(one, other, strict=True))
    return red, green, blue


def kind_of(shape: Element) -> str | None:
    placeholder = next(shape.iter(f"{P}ph"), None)
    return None if placeholder is None else placeholder.get("type", "obj")


def _is_same(one: Element, other: Element) -> bool:
    """Whether a layout's placeholder is the one that a slide's shape fills."""
    a, b = next(one.iter(f"{P}ph"), None), next(other.iter(f"{P}ph"), None)
    if a is None or b is None:
        return False
    titles = ("title", "ctrTitle")
    if a.get("type") in titles or b.get("type") in titles:
        return a.get("type") in titles and b.get("type") in titles
    return a.get("idx", "0") == b.get("idx", "0")


def _attribute(told: list[Element], name: str, default: str) -> str:
    return next((each.get(name, "") for each in told if each.get(name)), default)


def _covers(one: Box, other: Box) -> bool:
    slack = 25400
    return (
        one[0] <= other[0] + slack
        and one[1] <= other[1] + slack
        and one[2] >= other[2] - slack
        and one[3] >= other[3] - slack
    )


def _touches(one: Box, other: Box) -> bool:
    """Whether one covers more than a fiftieth of the other."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    area = (other[2] - other[0]) * (other[3] - other[1])
    return wide > 0 and high > 0 and wide * high > area / 50


def _rgb(value: str) -> Rgb:
    assert re.fullmatch("[0-9A-Fa-f]{6}", value), value
    red, green, blue = bytes.fromhex(value)
    return red / 255, green / 255, blue / 255


def _changed(colour: Rgb, element: Element) -> Rgb:
    """The colour as its transforms make it, one after another (ECMA-376-1, 20.1.2.3)."""
    hue, light, saturation = colorsys.rgb_to_hls(*colour)
    for change in element:
        share = int(change.get("val", "0")) / 100_000
        if change.tag == f"{A}lumMod":
            light *= share
        elif change.tag == f"{A}lumOff":
            light += share
    red, green, blue = colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), saturation)
    return red, green, blue


def _luminance(colour: Rgb) -> float:
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: Rgb, other: Rgb) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
