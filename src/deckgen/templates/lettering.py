"""How the levels of a placeholder look, told by the nearest of all that may tell it.

A layout's placeholder is told by its own list style, that of the master's placeholder, the
master's text styles and the presentation's defaults (ECMA-376-1, 21.1.2.4 and 19.3.1.52).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from deckgen.geometry import Points
from deckgen.named import NamedTuple
from deckgen.packages.xml import find, local_name, whole_number
from deckgen.style import Align
from deckgen.templates.colours import Colours
from deckgen.theme import Colour

if TYPE_CHECKING:
    from deckgen.packages.xml import Element

T = TypeVar("T")

LEVELS = 9
EMU = 12700
_DEFAULT_SIZE = 18.0
_ALIGNMENTS = {"l": Align.LEFT, "ctr": Align.CENTRE, "r": Align.RIGHT, "just": Align.LEFT}
_BULLETS = ("buNone", "buChar", "buAutoNum", "buBlip")
_SYMBOLS = {
    **dict(zip("§ØüqnlvàuwÜ", "▪➢✓❑■●❖→◆◆➲", strict=True)),
    "·": "•",
    "\uf0a7": "▪",
    "\uf0b7": "•",
}
"""What the letters of symbol fonts show, as characters of every font."""


class Lettering(NamedTuple):
    """One level of a placeholder: what a reader sees of it.

    `bullet` is a character, an empty string for one that is counted or a picture, or None.
    `leading` and `before` are None where they are shares of the size. `is_capital` letters are
    shown as capitals, large or small ones. What nothing in the file tells is `assumed`, by name:
    other programs may assume something else.
    """

    size: Points
    typeface: str
    colour: Colour
    is_bold: bool = False
    is_italic: bool = False
    is_capital: bool = False
    spacing: Points = 0.0
    align: Align = Align.LEFT
    indent: Points = 0.0
    hanging: Points = 0.0
    leading: Points | None = None
    before: Points | None = None
    bullet: str | None = None
    assumed: frozenset[str] = frozenset()


def letterings(styles: Sequence[Element], colours: Colours) -> tuple[Lettering, ...]:
    """All levels, of which each is told by the first of the list styles that tells it."""
    return tuple(_lettering(_told(styles, level), colours) for level in range(1, LEVELS + 1))


def _told(styles: Sequence[Element], level: int) -> list[Element]:
    """Every element that may tell of a level, the nearest first."""
    found = (find(style, f"a:lvl{level}pPr") for style in styles)
    return [element for element in found if element is not None]


def _lettering(told: Sequence[Element], colours: Colours) -> Lettering:
    runs = [run for each in told if (run := find(each, "a:defRPr")) is not None]
    fill = _first(runs, lambda run: find(run, "a:solidFill"))
    latin = _first(runs, lambda run: find(run, "a:latin"))
    colour = colours.of(fill) or colours.values.get("tx1", "000000")
    return Lettering(
        size=whole_number(_with(runs, "sz"), "sz", round(_DEFAULT_SIZE * 100)) / 100,
        typeface=latin.get("typeface", "+mn-lt") if latin is not None else "+mn-lt",
        colour=colour,
        is_bold=_is_on(runs, "b"),
        is_italic=_is_on(runs, "i"),
        is_capital=_text(runs, "cap", "none") != "none",
        spacing=whole_number(_with(runs, "spc"), "spc") / 100,
        align=_ALIGNMENTS.get(_text(told, "algn", "l"), Align.LEFT),
        indent=whole_number(_with(told, "marL"), "marL") / EMU,
        hanging=-whole_number(_with(told, "indent"), "indent") / EMU,
        leading=_points(told, "a:lnSpc"),
        before=_points(told, "a:spcBef"),
        bullet=_bullet(told),
        assumed=frozenset(_assumed(told, runs)),
    )


def _assumed(told: Sequence[Element], runs: Sequence[Element]) -> Iterator[str]:
    if _with(runs, "sz") is None:
        yield "size"
    if _first(told, _own_bullet) is None:
        yield "bullet"


def _first(elements: Sequence[Element], get: Callable[[Element], T | None]) -> T | None:
    return next((found for each in elements if (found := get(each)) is not None), None)


def _with(elements: Sequence[Element], attribute: str) -> Element | None:
    return next((each for each in elements if attribute in each.attrib), None)


def _text(elements: Sequence[Element], attribute: str, default: str) -> str:
    found = _with(elements, attribute)
    return default if found is None else found.get(attribute, default)


def _is_on(elements: Sequence[Element], attribute: str) -> bool:
    return _text(elements, attribute, "0") in ("1", "true", "on")


def _points(told: Sequence[Element], path: str) -> Points | None:
    spacing = _first(told, lambda each: find(each, path))
    exact = find(spacing, "a:spcPts") if spacing is not None else None
    return None if exact is None else whole_number(exact, "val") / 100


def _bullet(told: Sequence[Element]) -> str | None:
    found = _first(told, _own_bullet)
    if found is None or local_name(found) == "buNone":
        return None
    char = found.get("char", "")[:1]
    font = _first(told, lambda each: find(each, "a:buFont"))
    is_symbol = font is not None and font.get("typeface", "").startswith(("Wingdings", "Symbol"))
    return _SYMBOLS.get(char, "•") if is_symbol else char


def _own_bullet(element: Element) -> Element | None:
    return next((child for child in element if local_name(child) in _BULLETS), None)
