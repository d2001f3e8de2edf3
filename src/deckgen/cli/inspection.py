"""What `deckgen theme check` says about a theme, line by line."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from deckgen.contrast import READABLE
from deckgen.geometry import Size
from deckgen.inspecting import FontUse, Frame, Inspection, LayoutUse, LogoUse, Pair

_INDENT = 11


def inspection_lines(found: Inspection) -> Iterator[str]:
    """The theme's name, then its measures under their headings."""
    yield f"{found.shown}  {found.title}"
    for heading, lines in (
        ("extends", found.extended),
        ("template", map(_layout, found.layouts)),
        ("unused", (f"`{name}`" for name in found.unused)),
        ("missing", found.missing),
        ("slide", [_extent(found.slide)]),
        ("fonts", map(_font, found.fonts)),
        ("logo", _logos(found)),
        ("contrast", _pairs(found.pairs)),
        ("frames", _frames(found.frames)),
    ):
        yield from _under(heading, lines)


def _under(heading: str, lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield f"  {heading:{_INDENT - 2}}{line}"
        heading = ""


def _extent(size: Size) -> str:
    return f"{size.width:.0f} × {size.height:.0f} pt"


def _layout(layout: LayoutUse) -> str:
    return f"{layout.role:11}`{layout.name}`: {layout.reason}"


def _font(font: FontUse) -> str:
    return f"{font.role:9}{font.name}: {font.origin}"


def _logos(found: Inspection) -> Iterator[str]:
    yield from map(_logo, found.logos)
    yield f"{found.clear_space:.0f} pt are kept clear around it" if found.logos else "none"


def _logo(logo: LogoUse) -> str:
    pixels = f"{logo.pixels.width:.0f} × {logo.pixels.height:.0f} pixels"
    vector = ", and SVG" if logo.is_vector else ""
    on = f"on {logo.ground}"
    return f"{on:9}{_extent(logo.extent)}: {pixels}, {logo.density:.1f} to the point{vector}"


def _pairs(pairs: Sequence[Pair]) -> Iterator[str]:
    shown = [f"{pair.text} on {pair.ground}" for pair in pairs]
    width = max(map(len, shown), default=0) + 2
    for words, pair in zip(shown, pairs, strict=True):
        yield f"{words:{width}}{_contrast(pair)}"


def _contrast(pair: Pair) -> str:
    if pair.contrast is None:
        return "not known: a picture is behind it"
    # Rounded down, so that what is too little never looks like enough.
    figure = math.floor(pair.contrast * 10) / 10
    verdict = "holds" if pair.holds else "too little"
    large = ", as it is large" if pair.needed < READABLE and pair.contrast < READABLE else ""
    return f"{figure:4.1f} : 1  {verdict}{large if pair.holds else ''}"


def _frames(frames: Iterable[Frame]) -> Iterator[str]:
    layout = ""
    for frame in frames:
        if frame.layout != layout:
            layout = frame.layout
            yield layout
        lines = f"about {frame.lines} lines" if frame.lines != 1 else "1 line"
        name = f"{frame.name} × {frame.times}" if frame.times > 1 else frame.name
        yield f"  {name:20}{_extent(frame.extent):>14}  {lines} of {frame.size:.0f} pt"
