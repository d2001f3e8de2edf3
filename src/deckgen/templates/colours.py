"""Colours of a template: its scheme, the map of a master, and what elements make of them.

ECMA-376-1, 20.1.2.3 (colours and their transforms) and 19.3.1.6 (p:clrMap).
"""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from deckgen.named import NamedTuple
from deckgen.packages.xml import find, local_name, whole_number
from deckgen.theme import Colour

if TYPE_CHECKING:
    from deckgen.packages.xml import Element

SLOTS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
MAPPED = ("bg1", "tx1", "bg2", "tx2", *SLOTS[4:])

_USUAL_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_PRESETS = {"black": "000000", "white": "FFFFFF", "red": "FF0000", "gray": "808080"}
_HEXADECIMAL = re.compile("[0-9A-Fa-f]{6}")


class Colours(NamedTuple):
    """The colours that the names of a scheme stand for on one master or layout."""

    values: Mapping[str, Colour]

    def of(self, element: Element | None, placeholder: Colour | None = None) -> Colour | None:
        """The colour that is told within `element`; None if none is.

        `placeholder` is what `phClr` stands for.
        """
        for child in element if element is not None else ():
            if colour := self._of(child, placeholder):
                return _transformed(colour, child)
        return None

    def _of(self, element: Element, placeholder: Colour | None) -> Colour | None:
        value = element.get("val", "")
        match local_name(element):
            case "schemeClr":
                return placeholder if value == "phClr" else self.values.get(value)
            case "srgbClr":
                return value.upper() if _HEXADECIMAL.fullmatch(value) else None
            case "sysClr":
                last = element.get("lastClr", "")
                return last.upper() if _HEXADECIMAL.fullmatch(last) else _PRESETS["black"]
            case "prstClr":
                return _PRESETS.get(value, "808080")
            case "scrgbClr" | "hslClr":
                return "808080"
        return None


def colours_of(theme: Element, master: Element, layout: Element | None = None) -> Colours:
    """The colours on a layout, or on the master itself."""
    scheme = dict(_scheme(theme))
    mapped = {**_USUAL_MAP, **{name: name for name in SLOTS[4:]}}
    own = find(master, "p:clrMap")
    mapped |= _mapping(own) if own is not None else {}
    mapped |= override(layout) if layout is not None else {}
    named = {name: scheme.get(slot, "000000") for name, slot in mapped.items()}
    return Colours({**scheme, **named})


def luminance_changed(colour: Colour, factor: float, offset: float = 0.0) -> Colour:
    """`colour` with its luminance times `factor` plus `offset`, as lumMod and lumOff do."""
    red, green, blue = (channel / 255 for channel in bytes.fromhex(colour))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = min(1.0, max(0.0, light * factor + offset))
    channels = colorsys.hls_to_rgb(hue, light, saturation)
    return bytes(round(channel * 255) for channel in channels).hex().upper()


def _scheme(theme: Element) -> Iterator[tuple[str, Colour]]:
    plain = Colours({})
    scheme = find(theme, "a:themeElements/a:clrScheme")
    for slot in scheme if scheme is not None else ():
        if colour := plain.of(slot):
            yield local_name(slot), colour


def override(layout: Element) -> Mapping[str, str]:
    """The map of a layout that has one of its own; empty if the master's serves."""
    own = find(layout, "p:clrMapOvr/a:overrideClrMapping")
    return _mapping(own) if own is not None else {}


def _mapping(element: Element) -> Mapping[str, str]:
    known = ((str(name), str(slot)) for name, slot in element.attrib.items())
    return {name: slot for name, slot in known if name in MAPPED and slot in SLOTS}


def _transformed(colour: Colour, element: Element) -> Colour:
    factor, offset = 1.0, 0.0
    for child in element:
        share = whole_number(child, "val", 100_000) / 100_000
        match local_name(child):
            case "lumMod":
                factor, offset = factor * share, offset * share
            case "lumOff":
                offset += share
            case "lum":
                factor, offset = 0.0, share
            case "tint":
                colour = _mixed(colour, "FFFFFF", 1 - share)
            case "shade":
                colour = _mixed(colour, "000000", 1 - share)
    return luminance_changed(colour, factor, offset) if (factor, offset) != (1.0, 0.0) else colour


def _mixed(colour: Colour, other: Colour, share: float) -> Colour:
    share = min(1.0, max(0.0, share))
    channels = zip(bytes.fromhex(colour), bytes.fromhex(other), strict=True)
    return bytes(round(a + (b - a) * share) for a, b in channels).hex().upper()
