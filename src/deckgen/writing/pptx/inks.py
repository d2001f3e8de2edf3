"""Inks as the colours of a theme: which slot of the scheme holds which purpose.

A scheme has twelve slots, and nothing but the theme part holds a colour's value. A template
brings a scheme of its own; its look says what of that serves as which ink.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from deckgen.look import Dress, ThemeColour
from deckgen.style import Ink, Shade
from deckgen.writing.pptx.emu import thousandths_of_percent
from deckgen.writing.pptx.markup import attribute

SCHEME_SLOTS: Mapping[str, Ink] = MappingProxyType(
    {
        "dk1": Ink.TEXT,
        "lt1": Ink.BACKGROUND,
        "dk2": Ink.PRIMARY,
        "lt2": Ink.PANEL,
        "accent1": Ink.ACCENT,
        "accent2": Ink.GOOD,
        "accent3": Ink.WARNING,
        "accent4": Ink.BAD,
        "accent5": Ink.LINE,
        "accent6": Ink.TINT,
        "hlink": Ink.PRIMARY,
        "folHlink": Ink.MUTED,
    }
)
"""The slots of a:clrScheme in their order. A followed link is muted, and so still readable."""

COLOUR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
    'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
    'folHlink="folHlink"/>'
)

_MAPPED = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}

_COLOURS = {
    ink: f'<a:schemeClr val="{_MAPPED.get(slot, slot)}"/>'
    for slot, ink in SCHEME_SLOTS.items()
    if slot != "hlink"
}


class Inks:
    """The colour elements of all inks, and the names of the two fonts, in one look.

    `bullets` has those of inks that bullets tell in another way.
    """

    __slots__ = ("_bullets", "_colours", "_fills", "body_font", "heading_font")

    def __init__(
        self,
        colours: Mapping[Ink, str],
        heading_font: str = "+mj-lt",
        body_font: str = "+mn-lt",
        bullets: Mapping[Ink, str] = MappingProxyType({}),
    ) -> None:
        self._colours = colours
        self._bullets = {**colours, **bullets}
        self._fills = {
            ink: f"<a:solidFill>{colour}</a:solidFill>" for ink, colour in colours.items()
        }
        self.heading_font = font_xml(heading_font)
        self.body_font = font_xml(body_font)

    def colour(self, ink: Ink) -> str:
        """The colour element of `ink`."""
        return self._colours[ink]

    def bullet(self, ink: Ink) -> str:
        """The colour element of `ink` in a bullet."""
        return self._bullets[ink]

    def fill(self, ink: Ink | Shade) -> str:
        """A solid fill of an ink, or of a shade of it."""
        if isinstance(ink, Shade):
            return f"<a:solidFill>{self._shade(ink)}</a:solidFill>"
        return self._fills[ink]

    def _shade(self, shade: Shade) -> str:
        """The ink's colour with its luminance changed (ECMA-376-1, 20.1.2.3)."""
        colour = self._colours[shade.ink]
        if shade.strength == 1:
            return colour
        factor, offset, saturation = shade.changes
        changes = _changes_xml(factor, offset)
        if saturation != 1:
            changes += f'<a:satMod val="{thousandths_of_percent(saturation)}"/>'
        kind = colour[1 : colour.index(" ")]
        begin = colour.removesuffix("/>").removesuffix(f"</{kind}>")
        return f"{begin}{'>' if colour.endswith('/>') else ''}{changes}</{kind}>"


def font_xml(name: str) -> str:
    """A font for the letters of all scripts: one of the theme's, or one by its name."""
    if not name.startswith("+"):
        return f'<a:latin typeface="{attribute(name)}"/>'
    theme = name.removesuffix("-lt")
    return "".join(
        f'<a:{script} typeface="{theme}-{end}"/>'
        for script, end in (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))
    )


BUILT_IN = Inks(_COLOURS)
"""The inks of every look that deckgen draws itself."""


def mapping_xml(mapping: Mapping[str, str] | None) -> str:
    """What the names of colours stand for on a slide: as on its master, or as its layout says."""
    if mapping is None:
        return "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
    whole = {**{_MAPPED.get(slot, slot): slot for slot in SCHEME_SLOTS}, **mapping}
    told = "".join(f' {name}="{slot}"' for name, slot in whole.items())
    return f"<p:clrMapOvr><a:overrideClrMapping{told}/></p:clrMapOvr>"


def dressed(dress: Dress | None) -> Inks:
    """The inks of a template's layout; the built-in ones for a look of deckgen's own."""
    if dress is None:
        return BUILT_IN
    colours = {ink: _colour_xml(colour) for ink, colour in dress.inks.items()}
    changed = {
        ink: each for ink, each in dress.inks.items() if (each.factor, each.offset) != (1, 0)
    }
    bullets = {ink: _lit_xml(colour) for ink, colour in changed.items()}
    return Inks(colours, dress.heading, dress.body, bullets)


def colour(ink: Ink) -> str:
    """The colour element of `ink` in the built-in look."""
    return BUILT_IN.colour(ink)


def fill(ink: Ink) -> str:
    """A solid fill of `ink` in the built-in look."""
    return BUILT_IN.fill(ink)


def _colour_xml(colour: ThemeColour) -> str:
    """A theme's colour with its changes, or a colour of its own (ECMA-376-1, 20.1.2.3)."""
    if colour.name is None:
        return f'<a:srgbClr val="{colour.value}"/>'
    changes = _changes_xml(colour.factor, colour.offset)
    if not changes:
        return f'<a:schemeClr val="{colour.name}"/>'
    return f'<a:schemeClr val="{colour.name}">{changes}</a:schemeClr>'


def _lit_xml(colour: ThemeColour) -> str:
    """A theme's colour with a luminance of its own (ECMA-376-1, 20.1.2.3.19).

    LibreOffice 7.4 changes a bullet's colour once more on every slide: factors add up to nothing.
    """
    red, green, blue = bytes.fromhex(colour.value)
    luminance = (max(red, green, blue) + min(red, green, blue)) / 510
    light = thousandths_of_percent(round(luminance, 3))
    return f'<a:schemeClr val="{colour.name}"><a:lum val="{light}"/></a:schemeClr>'


def _changes_xml(factor: float, offset: float) -> str:
    """A luminance that is multiplied, and then added to."""
    changes = ""
    if factor != 1:
        changes += f'<a:lumMod val="{thousandths_of_percent(factor)}"/>'
    if offset:
        changes += f'<a:lumOff val="{thousandths_of_percent(offset)}"/>'
    return changes
