"""A template, read once for decks in all languages: layouts, frames, inks, voices, parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from deckgen.brought import Brought
from deckgen.fonts import Typeface, known_typefaces, typeface
from deckgen.geometry import Rect
from deckgen.house import House, Voice
from deckgen.look import Dress, Insets, ThemeColour
from deckgen.packages.refusing import Finding, Refused, refuse
from deckgen.packages.xml import find
from deckgen.reading.contrast import contrast
from deckgen.style import Ink, Mark
from deckgen.templates.cleaning import take
from deckgen.templates.frames import (
    LEAST_HEIGHT,
    LEAST_WIDTH,
    ContentFrames,
    CoverFrames,
    content_frames,
    cover_frames,
    plate_around,
)
from deckgen.templates.grounds import Ground, drawn_on, fill_ground, ground_behind
from deckgen.templates.inking import best_on, inks_on, named, plate_for
from deckgen.templates.inventory import FoundLayout, Inventory, take_stock
from deckgen.templates.lettering import Lettering
from deckgen.templates.parts import Package
from deckgen.templates.placeholders import Placeholder
from deckgen.templates.roles import CLOSING, CONTENT, TITLE, TITLE_ONLY, Roles, find_roles
from deckgen.theme import Colour, OwnTemplate, Theme

if TYPE_CHECKING:
    from deckgen.packages.xml import Element

SMALLEST_TITLE, SMALLEST_TEXT = 24.0, 16.0
LARGEST_CONTACT = 18.0
NARROWEST_HANGING = 12.0
ALIKE = 1.3
"""Two grounds with no more contrast than this are one to the eye."""


class PreparedCover(NamedTuple):
    """The first or the last slide: its layout, its second text, its frames and its inks."""

    layout: FoundLayout
    text: Placeholder | None
    frames: CoverFrames
    dress: Dress


class Prepared(NamedTuple):
    """All that a look is made of but words. `plate` is a ground to be put under the body."""

    theme: Theme
    roles: Roles
    frames: ContentFrames
    plate: Rect | None
    dress: Dress
    title: PreparedCover
    closing: PreparedCover
    house: House
    brought: Brought

    @property
    def content(self) -> FoundLayout:
        """The layout with title and text."""
        return self.roles.layouts[CONTENT]

    @property
    def title_only(self) -> FoundLayout:
        """The layout for slides that hold their own boxes."""
        return self.roles.layouts[TITLE_ONLY]


def prepare(theme: Theme, template: OwnTemplate) -> Prepared:
    """What `template` brings to `theme`. Raises Refused with what is wrong with it."""
    package = Package(template.content)
    stock = take_stock(package)
    roles = _fitting(find_roles(stock, template.layouts))
    taken = take(package, roles.master.part, [each.part for each in roles.master.layouts])
    content = roles.layouts[CONTENT]
    frames = _checked(content, content_frames(content, stock.whole))
    text, title = _text(content), _title(content)
    ground = _ground_of(content, frames.body, roles)
    words = text.colour if text else best_on(_worst(ground), content.colours).value
    paper = _plain(ground) or plate_for(words, content.colours)
    inks = inks_on(paper, words, title.colour, content.colours, theme.colours)
    dress = Dress(inks, title.typeface, text.typeface if text else "+mn-lt")
    heading, body = _typefaces(template, dress, roles.master.theme)
    colours = {ink: colour.value for ink, colour in inks.items()}
    plate = None if _is_bare(ground, content) else _plate(content, frames, stock)
    return Prepared(
        theme._replace(colours=colours, heading=heading, body=body, slide=stock.size, logo=None),
        roles,
        frames,
        plate,
        dress,
        _cover(roles.layouts[TITLE], roles, dress, stock),
        _cover(roles.layouts[CLOSING], roles, dress, stock),
        _house(content, roles.layouts[TITLE]),
        Brought(taken.parts, _parts_of(roles, taken.layouts)),
    )


def _parts_of(roles: Roles, names: Mapping[str, str]) -> Mapping[str, str]:
    """The new names of the layouts' parts, by role."""
    return {role: names[layout.part] for role, layout in roles.layouts.items()}


def _fitting(roles: Roles) -> Roles:
    """The same roles; a layout with a title only must have it where the one with text has it."""
    content, only = roles.layouts[CONTENT], roles.layouts[TITLE_ONLY]
    is_alike = _place(content) == _place(only) and _feet(content) == _feet(only)
    return roles if is_alike else roles._replace(layouts={**roles.layouts, TITLE_ONLY: content})


def _place(layout: FoundLayout) -> tuple[Rect, tuple[Lettering, ...]] | None:
    return (layout.title.rect, layout.title.levels) if layout.title else None


def _feet(layout: FoundLayout) -> list[Rect | None]:
    return [found.rect if (found := layout.of(kind)) else None for kind in ("ftr", "sldNum")]


def _checked(layout: FoundLayout, frames: ContentFrames) -> ContentFrames:
    width, height = frames.body.width, frames.body.height
    if width < LEAST_WIDTH or height < LEAST_HEIGHT:
        message = (
            f"the layout `{layout.name}` has {width:.0f} × {height:.0f} pt for text; "
            f"a report needs {LEAST_WIDTH:.0f} × {LEAST_HEIGHT:.0f}"
        )
        raise refuse("no-layout", message, "enlarge its text, or name another layout as `content`")
    return frames


def _title(layout: FoundLayout) -> Lettering:
    if not layout.title:
        raise ValueError("a layout without a title was chosen")
    return layout.title.levels[0]


def _text(layout: FoundLayout) -> Lettering | None:
    return layout.texts[0].levels[0] if layout.texts else None


def _ground_of(layout: FoundLayout, rect: Rect, roles: Roles) -> Ground:
    """What a body stands on: the fill of its own placeholder, or what is behind that."""
    if layout.texts and (own := _own_fill(layout.texts[0], layout)):
        return own
    master = roles.master
    return ground_behind(rect, layout.element, master.element, master.theme, layout.colours)


def _own_fill(placeholder: Placeholder, layout: FoundLayout) -> Ground | None:
    return fill_ground(find(placeholder.element, "p:spPr"), layout.colours)


def _is_bare(ground: Ground, layout: FoundLayout) -> bool:
    """Whether boxes may stand on the slide's own ground."""
    has_fill = bool(layout.texts) and _own_fill(layout.texts[0], layout) is not None
    return _plain(ground) is not None and not has_fill


def _plain(ground: Ground) -> Colour | None:
    """The one colour of a ground, or the first of some that are much alike."""
    if ground.is_picture or not ground.colours:
        return None
    first, *others = ground.colours
    return first if all(contrast(first, other) <= ALIKE for other in others) else None


def _worst(ground: Ground) -> Colour:
    return ground.colours[0] if ground.colours else "FFFFFF"


def _plate(layout: FoundLayout, frames: ContentFrames, stock: Inventory) -> Rect:
    insets = layout.texts[0].insets if layout.texts else Insets()
    return plate_around(frames, insets, stock.whole)


def _cover(layout: FoundLayout, roles: Roles, dress: Dress, stock: Inventory) -> PreparedCover:
    text = layout.of("subTitle") or next(iter(layout.texts), None)
    drawn = drawn_on(layout.element, roles.master.element, layout.colours)
    frames = cover_frames(layout, text, drawn, stock.whole)
    title = _title(layout)
    quiet = text.levels[0] if text else title
    master = roles.master

    def readable(lettering: Lettering, rect: Rect) -> ThemeColour:
        """The template's colour, unless that cannot be read where the box stands."""
        ground = ground_behind(rect, layout.element, master.element, master.theme, layout.colours)
        colour = _plain(ground)
        if colour is None or contrast(lettering.colour, colour) >= 4.5:
            return named(lettering.colour, layout.colours)
        return best_on(colour, layout.colours)

    own = {
        Ink.BACKGROUND: readable(quiet, frames.subtitle),
        Ink.TINT: readable(quiet, frames.contact),
    }
    return PreparedCover(layout, text, frames, dress._replace(inks={**dress.inks, **own}))


def _house(content: FoundLayout, cover: FoundLayout) -> House:
    title, on_cover, text = _title(content), _title(cover), _text(content)
    quiet = cover.of("subTitle") or next(iter(cover.texts), None)
    second = quiet.levels[0] if quiet else _smaller(on_cover)
    plain = House()
    return House(
        _voice(title, Ink.PRIMARY, SMALLEST_TITLE),
        _voice(on_cover, Ink.BACKGROUND, SMALLEST_TITLE),
        _voice(second, Ink.BACKGROUND, SMALLEST_TEXT),
        Voice(Ink.TINT, False, second.align, LARGEST_CONTACT),
        max(SMALLEST_TEXT, text.size) if text else None,
        Mark(text.bullet or plain.bullet.char, Ink.ACCENT) if text else plain.bullet,
        _sub_bullet(content, plain),
        max(NARROWEST_HANGING, text.hanging) if text else plain.hanging,
    )


def _smaller(lettering: Lettering) -> Lettering:
    """A subtitle's lettering where only a title is told: smaller, and not bold."""
    return lettering._replace(size=lettering.size * 0.6, is_bold=False)


def _sub_bullet(content: FoundLayout, plain: House) -> Mark:
    if not content.texts:
        return plain.sub_bullet
    return Mark(content.texts[0].levels[1].bullet or plain.sub_bullet.char, Ink.MUTED)


def _voice(lettering: Lettering, ink: Ink, smallest: float) -> Voice:
    size = max(smallest, lettering.size)
    return Voice(ink, lettering.is_bold, lettering.align, size)


def _typefaces(template: OwnTemplate, dress: Dress, theme: Element) -> tuple[Typeface, Typeface]:
    """The widths of the template's two fonts; Refused for those that nobody knows."""
    wanted = (("heading", dress.heading, template.heading), ("body", dress.body, template.body))
    found: list[Typeface] = []
    findings: list[Finding] = []
    for key, told, given in wanted:
        name = font_name(told, theme)
        try:
            found.append(_widths(name, given))
        except KeyError:
            findings.append(_unknown_font(key, name, given))
    if findings:
        raise Refused(findings)
    heading, body = found
    return heading, body


def font_name(told: str, theme: Element) -> str:
    """A font's own name, where one of the theme's two may be told."""
    kinds = {"+mj": "major", "+mn": "minor"}
    if (kind := kinds.get(told[:3])) is None:
        return told
    latin = find(theme, f"a:themeElements/a:fontScheme/a:{kind}Font/a:latin")
    return latin.get("typeface", "") if latin is not None else ""


def _widths(name: str, given: Typeface | None) -> Typeface:
    """The widths of a font: those given for its name, or those of a known one."""
    if given is not None and given.name == name:
        return given
    if given is not None:
        raise KeyError(name)
    return replace(typeface(name), name=name)


def _unknown_font(key: str, name: str, given: Typeface | None) -> Finding:
    known = ", ".join(known_typefaces())
    way = f"fonts: {{{key}: {{name: {name}, fallback: Arial}}}}"
    if given:
        message = f"the template's {key} font is `{name}`, not `{given.name}`"
        return Finding("wrong-font", message, f"write `{way}`", "fonts")
    message = f"the widths of the template's {key} font `{name}` are not known"
    return Finding("unknown-font", message, f"write `{way}` in theme.yaml, or one of: {known}")
