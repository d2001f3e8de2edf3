"""Eleven inks out of a template's twelve colours, so that all can be read on its ground.

Each ink is the first of its candidates that reads by 4.5 : 1 (WCAG 2.1, success criterion
1.4.3); lighter and darker ones are told by luminance, as PowerPoint's own palette does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from deckgen.contrast import READABLE, contrast, readable_shade
from deckgen.look import ThemeColour
from deckgen.style import Ink
from deckgen.templates.colours import MAPPED, Colours, luminance_changed
from deckgen.theme import Colour

Change = tuple[float, float]
"""A factor and an offset of luminance."""

_PANELS: Mapping[bool, Sequence[Change]] = {
    True: ((0.95, 0.0), (0.97, 0.0), (1.0, 0.0)),
    False: ((0.85, 0.15), (0.9, 0.1), (0.85, 0.0), (1.0, 0.0)),
}
_TINTS: Mapping[bool, Sequence[Change]] = {
    True: ((0.9, 0.0), *_PANELS[True]),
    False: ((0.75, 0.25), *_PANELS[False]),
}
_LINES: Mapping[bool, Change] = {True: (0.85, 0.0), False: (0.65, 0.35)}
_MUTED: Mapping[bool, Sequence[Change]] = {
    True: ((0.5, 0.5), (0.65, 0.35), (0.75, 0.25), (0.85, 0.15), (1.0, 0.0)),
    False: ((0.65, 0.0), (0.75, 0.0), (0.85, 0.0), (0.95, 0.0), (1.0, 0.0)),
}
_SHADES: Mapping[bool, Sequence[Change]] = {
    True: ((0.75, 0.0), (0.5, 0.0)),
    False: ((0.6, 0.4), (0.4, 0.6), (0.2, 0.8)),
}
"""By whether the ground is light."""

_ENOUGH = READABLE + 0.1
"""Programs round luminance a little differently."""

_SEEN_APART = 30
"""How far two colours of the accent differ at least, in the sum of their channels."""


def inks_on(
    ground: Colour, text: Colour, title: Colour, colours: Colours, base: Mapping[Ink, Colour]
) -> Mapping[Ink, ThemeColour]:
    """The inks on `ground`; those for good, warning and bad are shades of the ones in `base`."""
    is_light = _is_light_ground(ground)
    paper = named(ground, colours)
    words = named(text, colours) if _reads(text, ground) else best_on(ground, colours)
    panel = _ground(paper, _PANELS[is_light], words)
    tint = _ground(paper, _TINTS[is_light], words)
    grounds = (ground, panel.value, tint.value)
    heads = (named(title, colours), *_by_name(("tx2", *_accents()), colours))
    primary = _first(heads, grounds) or words
    return {
        Ink.TEXT: words,
        Ink.BACKGROUND: paper,
        Ink.PRIMARY: primary,
        Ink.ACCENT: _accent(ground, primary, is_light, colours),
        Ink.MUTED: _first(_changed(words, _MUTED[is_light]), (ground, panel.value)) or words,
        Ink.LINE: next(_changed(paper, [_LINES[is_light]])),
        Ink.PANEL: panel,
        Ink.TINT: tint,
        **{ink: _fixed(base[ink], ground) for ink in (Ink.GOOD, Ink.WARNING, Ink.BAD)},
    }


def _is_light_ground(ground: Colour) -> bool:
    """Whether black reads better on `ground` than white."""
    return contrast("000000", ground) >= contrast("FFFFFF", ground)


def named(colour: Colour, colours: Colours) -> ThemeColour:
    """`colour` by its name in the theme, if it has one there."""
    name = next((each for each in MAPPED if colours.values.get(each) == colour), None)
    return ThemeColour(colour, name)


def best_on(ground: Colour, colours: Colours) -> ThemeColour:
    """The theme's text or ground colour that reads best on `ground`; black or white if none."""
    if found := _first(_by_name(("tx1", "bg1", "tx2", "bg2"), colours), (ground,)):
        return found
    return ThemeColour("000000" if _is_light_ground(ground) else "FFFFFF")


def candidates(colours: Colours) -> tuple[ThemeColour, ...]:
    """The theme's colours in the order in which they serve for text."""
    return tuple(_by_name(("tx1", "bg1", "tx2", "bg2", *_accents()), colours))


def plate_for(text: Colour, colours: Colours) -> Colour:
    """A ground to put under text of a colour where what the template has cannot be known."""
    candidates = [colours.values.get(name, "FFFFFF") for name in ("bg1", "bg2", "tx1", "tx2")]
    readable = (each for each in (*candidates, "FFFFFF", "000000") if _reads(each, text))
    return next(readable)


def _accent(ground: Colour, primary: ThemeColour, is_light: bool, colours: Colours) -> ThemeColour:
    accents = [
        each for each in _by_name(_accents(), colours) if _is_apart(each.value, primary.value)
    ]
    shades = (shade for each in accents for shade in _changed(each, _SHADES[is_light]))
    return _first(accents, (ground,)) or _first(shades, (ground,)) or primary


def _ground(paper: ThemeColour, changes: Sequence[Change], words: ThemeColour) -> ThemeColour:
    shades = _changed(paper, changes)
    return next((each for each in shades if _reads(words.value, each.value)), paper)


def _fixed(colour: Colour, ground: Colour) -> ThemeColour:
    return ThemeColour(colour if _reads(colour, ground) else readable_shade(colour, ground))


def _changed(colour: ThemeColour, changes: Iterable[Change]) -> Iterator[ThemeColour]:
    for factor, offset in changes:
        value = luminance_changed(colour.value, factor, offset)
        yield ThemeColour(value, colour.name, factor, offset)


def _first(candidates: Iterable[ThemeColour], grounds: Sequence[Colour]) -> ThemeColour | None:
    readable = (c for c in candidates if all(_reads(c.value, ground) for ground in grounds))
    return next(readable, None)


def _by_name(names: Iterable[str], colours: Colours) -> Iterator[ThemeColour]:
    for name in names:
        if name in colours.values:
            yield ThemeColour(colours.values[name], name)


def _accents() -> tuple[str, ...]:
    return tuple(f"accent{number}" for number in range(1, 7))


def _reads(colour: Colour, ground: Colour) -> bool:
    return contrast(colour, ground) >= _ENOUGH


def _is_apart(colour: Colour, other: Colour) -> bool:
    channels = zip(bytes.fromhex(colour), bytes.fromhex(other), strict=True)
    return sum(abs(one - two) for one, two in channels) >= _SEEN_APART
