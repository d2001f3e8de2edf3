"""Which layout of a template serves for what, told by types, placeholders, places and names.

Types are ECMA-376-1, ST_SlideLayoutType; they are the same in every language. Names decide only
among layouts that are much alike, and for the closing, which has no type of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from deckgen.geometry import Rect
from deckgen.named import NamedTuple
from deckgen.packages.refusing import Finding, Refused, refuse
from deckgen.suggesting import suggest
from deckgen.templates.inventory import TITLES, FoundLayout, FoundMaster, Inventory
from deckgen.templates.placeholders import Placeholder
from deckgen.theme import LAYOUT_ROLES

TITLE, CONTENT, TITLE_ONLY, CLOSING = LAYOUT_ROLES

LEAST_BODY = 0.12
"""The share of the slide that a body takes at least."""

_COVER_NAMES = re.compile(r"titel(folie|seite|$)|^title|couverture|^titre$|portada|deckblatt|cover")
_CLOSING_NAMES = re.compile(
    r"schlu(ss|ß)|abschluss|abbinder|danke|\bende\b|closing|thank|\bend\b|merci|\bfin\b|kontakt"
    r"|contact|gracias|cierre|grazie|\bfine\b|bedankt|slot"
)
_TYPES = {TITLE: {"title"}, CONTENT: {"obj", "tx"}, TITLE_ONLY: {"titleOnly"}}
_OTHER_TYPES = {"title", "secHead", "picTx", "vertTx", "vertTitleAndTx", "blank", "titleOnly"}

Score = Callable[[FoundLayout, Rect], float]


class Roles(NamedTuple):
    """A master, and its layouts by role; `title_only` and `body` may be one layout."""

    master: FoundMaster
    layouts: Mapping[str, FoundLayout]


def find_roles(inventory: Inventory, named: Mapping[str, str]) -> Roles:
    """The layouts for all roles, of one master; those `named` by an author are taken as they are.

    Raises Refused for a name that is not there, and where no layout could hold a text.
    """
    if findings := tuple(_unknown_names(inventory, named)):
        raise Refused(findings)
    options = [_of_master(master, inventory.whole, named) for master in inventory.masters]
    found = [option for option in options if option]
    if not found:
        raise _nothing_found(inventory)
    return max(found, key=lambda roles: _worth(roles, inventory.whole, named))


def _of_master(master: FoundMaster, whole: Rect, named: Mapping[str, str]) -> Roles | None:
    """The roles as one master can fill them; None if it has no layout with a title."""
    titled = [layout for layout in master.layouts if layout.title]

    def choose(role: str, score: Score) -> FoundLayout | None:
        if role in named:
            by_name = (each for each in titled if _is_called(each.name, named[role]))
            return next(by_name, None)
        able = [each for each in titled if score(each, whole) > 0]
        return max(able, key=lambda each: score(each, whole), default=None)

    content = choose(CONTENT, _content_score) or choose(TITLE_ONLY, _title_only_score)
    cover = choose(TITLE, _cover_score) or content
    content = content or cover
    if not content or not cover:
        return None
    title_only = choose(TITLE_ONLY, _title_only_score) or content
    closing = choose(CLOSING, _closing_score) or cover
    roles = {TITLE: cover, CONTENT: content, TITLE_ONLY: title_only, CLOSING: closing}
    return Roles(master, roles)


def _worth(roles: Roles, whole: Rect, named: Mapping[str, str]) -> tuple[int, float]:
    """How many of the names a master has; then how well it fills the two roles that matter."""
    hits = sum(_is_called(roles.layouts[role].name, name) for role, name in named.items())
    layouts = roles.layouts
    fit = _content_score(layouts[CONTENT], whole) + _cover_score(layouts[TITLE], whole)
    return hits, min(fit, 100.0)


def _cover_score(layout: FoundLayout, _whole: Rect) -> float:
    kinds = [each.kind for each in layout.placeholders]
    score = 60.0 * (layout.kind == "title") + 40.0 * ("ctrTitle" in kinds)
    score += 20.0 * ("subTitle" in kinds) + 15.0 * bool(_COVER_NAMES.search(_folded(layout)))
    return score - 30.0 * bool(_CLOSING_NAMES.search(_folded(layout)))


def _content_score(layout: FoundLayout, whole: Rect) -> float:
    bodies = [each for each in layout.texts if each.kind != "subTitle"]
    large = [each for each in bodies if _share(each.rect, whole) >= LEAST_BODY]
    if not large or "ctrTitle" in [each.kind for each in layout.placeholders]:
        return 0.0
    score = 50.0 * (layout.kind in ("obj", "tx")) - 45.0 * (layout.kind in _OTHER_TYPES)
    score += 60.0 if len(large) == 1 else 30.0 / len(large)
    others = [each for each in layout.placeholders if each.kind in ("pic", "chart", "tbl", "media")]
    return score + 20.0 * _share(large[0].rect, whole) - 20.0 * len(others)


def _title_only_score(layout: FoundLayout, _whole: Rect) -> float:
    if layout.texts or layout.of("pic") or layout.of("ctrTitle"):
        return 0.0
    is_closing = bool(_CLOSING_NAMES.search(_folded(layout)))
    return 30.0 + 60.0 * (layout.kind == "titleOnly") - 25.0 * is_closing


def _closing_score(layout: FoundLayout, _whole: Rect) -> float:
    return 10.0 if _CLOSING_NAMES.search(_folded(layout)) else 0.0


def why(role: str, roles: Roles) -> str:
    """Why a layout serves for a role, as far as a reader of the template can see it."""
    layout = roles.layouts[role]
    if layout.kind in _TYPES.get(role, ()):
        return f"its type is `{layout.kind}`"
    names = {TITLE: _COVER_NAMES, CLOSING: _CLOSING_NAMES}.get(role)
    if names and names.search(_folded(layout)):
        return "its name"
    twin = next((other for other, each in roles.layouts.items() if each is layout), role)
    if twin != role:
        return f"no other is for this, and it serves for `{twin}`"
    return f"its placeholders: {', '.join(each.kind for each in layout.placeholders)}"


def _share(rect: Rect, whole: Rect) -> float:
    return rect.width * rect.height / (whole.width * whole.height)


def _folded(layout: FoundLayout) -> str:
    return layout.name.casefold()


def _is_called(name: str, other: str) -> bool:
    return name.casefold() == other.strip().casefold()


def _unknown_names(inventory: Inventory, named: Mapping[str, str]) -> Iterator[Finding]:
    names = _names(inventory)
    for role, name in named.items():
        layouts = [each for each in _layouts(inventory) if _is_called(each.name, name)]
        if not layouts:
            message = f"the template has no layout called `{name}` (for `{role}`)"
            yield Finding("unknown-layout", message, suggest(name, names, "layouts"), role)
        elif not any(each.title for each in layouts):
            message = f"the layout `{name}` has no title, which every slide needs"
            yield Finding("no-layout", message, "add a title to it, or name another layout", role)


def _layouts(inventory: Inventory) -> Iterator[FoundLayout]:
    for master in inventory.masters:
        yield from master.layouts


def _names(inventory: Inventory) -> Sequence[str]:
    return tuple(dict.fromkeys(each.name for each in _layouts(inventory) if each.name))


def _nothing_found(inventory: Inventory) -> Refused:
    layouts = tuple(_layouts(inventory))
    found = "; ".join(_told(layout) for layout in layouts)
    hint = "add a layout with title and text, or a title to one"
    if any(each.kind in TITLES for layout in layouts for each in layout.placeholders):
        message = f"no layout has a title that can be read from left to right. There are: {found}"
        return refuse("no-layout", message, "turn the text of the title, or of its place, upright")
    return refuse("no-layout", f"no layout has a title. There are: {found}", hint)


def _told(layout: FoundLayout) -> str:
    kinds = ", ".join(map(_called, layout.placeholders)) or "no placeholders"
    return f"`{layout.name or layout.part}` ({kinds})"


def _called(placeholder: Placeholder) -> str:
    return placeholder.kind if placeholder.is_upright else f"{placeholder.kind} on its side"
