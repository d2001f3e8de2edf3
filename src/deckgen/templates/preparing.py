"""A template, read once for decks in all languages: layouts, frames, inks, voices, parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deckgen.brought import Brought
from deckgen.fonts import Typeface
from deckgen.geometry import Rect
from deckgen.house import House
from deckgen.look import Dress
from deckgen.named import NamedTuple
from deckgen.packages.kinds import TEMPLATE
from deckgen.packages.package import Package
from deckgen.packages.refusing import Finding
from deckgen.problems import WarningCode
from deckgen.templates.cleaning import take
from deckgen.templates.covers import PreparedCover, prepared_cover
from deckgen.templates.faces import Faces, faces_of
from deckgen.templates.frames import ContentFrames
from deckgen.templates.inner import PreparedInner, prepared_inner
from deckgen.templates.inventory import FoundLayout, Inventory, take_stock
from deckgen.templates.lettering import Lettering
from deckgen.templates.readings import Reading, findings_of
from deckgen.templates.roles import CLOSING, CONTENT, TITLE, TITLE_ONLY, Roles, find_roles
from deckgen.templates.scenery import Scenery
from deckgen.templates.voices import house_of
from deckgen.theme import Colour, OwnTemplate, Theme


class Prepared(NamedTuple):
    """All that a look is made of but words; `findings` is what a designer should look at."""

    theme: Theme
    roles: Roles
    inner: PreparedInner
    title: PreparedCover
    closing: PreparedCover
    house: House
    faces: Faces
    fonts: Mapping[str, Typeface]
    readings: tuple[Reading, ...]
    findings: tuple[Finding, ...]
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
    package = Package(template.content, TEMPLATE)
    stock = take_stock(package)
    roles = find_roles(stock, template.layouts)
    scenery = Scenery(package, roles.master, stock.whole)
    taken = take(package, roles.master.part, [each.part for each in roles.master.layouts])
    content = roles.layouts[CONTENT]
    inner = prepared_inner(theme, content, scenery)
    roles = _fitting(roles, inner.frames, scenery)
    faces = faces_of(template, inner.dress, roles.master.theme)
    first = prepared_cover(roles.layouts[TITLE], scenery, inner.dress, is_last=False)
    last = prepared_cover(roles.layouts[CLOSING], scenery, inner.dress, is_last=True)
    readings = (*inner.readings, *first.readings, *last.readings)
    house = house_of(content, (first, last), faces, inner.instead)
    replaced = _replaced(content, (first, last), faces)
    return Prepared(
        theme=_brought(theme, stock, inner.dress, faces),
        roles=roles,
        inner=inner,
        title=first,
        closing=last,
        house=house,
        faces=faces,
        fonts=_fonts(faces, house, content),
        readings=readings,
        findings=(*findings_of(readings), *replaced, *_left_out(roles, package)),
        brought=Brought(taken.parts, _parts_of(roles, taken.layouts)),
    )


def _brought(theme: Theme, stock: Inventory, dress: Dress, faces: Faces) -> Theme:
    """The theme with the colours, fonts and size of the template, whose logo is in its layouts."""
    colours = {ink: colour.value for ink, colour in dress.inks.items()}
    heading, body = faces.heading, faces.body
    return theme._replace(colours=colours, heading=heading, body=body, slide=stock.size, logo=None)


def _parts_of(roles: Roles, names: Mapping[str, str]) -> Mapping[str, str]:
    """The new names of the layouts' parts, by role."""
    return {role: names[layout.part] for role, layout in roles.layouts.items()}


def _fitting(roles: Roles, frames: ContentFrames, scenery: Scenery) -> Roles:
    """The same roles; a layout with a title only must be as the one with text is around it."""
    content, only = roles.layouts[CONTENT], roles.layouts[TITLE_ONLY]
    is_alike = _place(content) == _place(only) and _feet(content) == _feet(only)
    if is_alike and _grounds(content, frames, scenery) == _grounds(only, frames, scenery):
        return roles
    return roles._replace(layouts={**roles.layouts, TITLE_ONLY: content})


def _place(layout: FoundLayout) -> tuple[Rect, tuple[Lettering, ...]] | None:
    return (layout.title.rect, layout.title.levels) if layout.title else None


def _feet(layout: FoundLayout) -> list[Rect | None]:
    return [found.rect if (found := layout.of(kind)) else None for kind in ("ftr", "sldNum")]


def _grounds(
    layout: FoundLayout, frames: ContentFrames, scenery: Scenery
) -> tuple[object, list[tuple[Colour, ...]]]:
    """The colours that a layout's names stand for, and what is behind all its frames."""
    return layout.colours, [scenery.behind(rect, layout).colours for rect in frames]


def _fonts(faces: Faces, house: House, content: FoundLayout) -> Mapping[str, Typeface]:
    """The widths of all fonts beside the two, by what the file calls them."""
    voices = (house.title, house.cover, house.subtitle, house.meeting, house.closing, house.contact)
    feet = (content.of("ftr"), content.of("sldNum"))
    told = {each.cut.font for each in (*voices, house) if each.cut.font}
    told |= {faces.cut(each.levels[0]).font for each in feet if each} - {""}
    return {font: found for font in sorted(told) if (found := faces.widths(font))}


def _left_out(roles: Roles, package: Package) -> Iterator[Finding]:
    """A warning for each layout in use that has another theme than its master."""
    for part, name in dict.fromkeys((each.part, each.name) for each in roles.layouts.values()):
        if any(each.word == "themeOverride" for each in package.references(part)):
            message = (
                f"the layout `{name}` has colours or fonts of a theme of its own, "
                "which are left out: slides have those of the master"
            )
            hint = "give the layout a master of its own, or choose its colours by hand"
            yield Finding(WarningCode.OVERRIDE_LEFT_OUT, message, hint)


def _replaced(
    content: FoundLayout, covers: tuple[PreparedCover, ...], faces: Faces
) -> Iterator[Finding]:
    """A warning for each text that slides show in another font than its own."""
    used = {"footer": content.of("ftr"), "page number": content.of("sldNum")}
    for name, found in used.items():
        if found:
            yield from faces.replaced(name, content.name, found.levels[0])
    for cover in covers:
        used = {"title": cover.layout.title, "subtitle": cover.text, "contact": cover.contact}
        for name, found in used.items():
            if found:
                yield from faces.replaced(name, cover.layout.name, found.levels[0])
