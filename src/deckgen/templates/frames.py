"""Where text may stand on a template's layouts, in points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deckgen.geometry import Points, Rect
from deckgen.look import Insets
from deckgen.named import NamedTuple
from deckgen.templates.grounds import Drawn
from deckgen.templates.inventory import FoundLayout
from deckgen.templates.placeholders import Placeholder

GAP = 6.0
FOOT = 18.0
"""The height of a line for the footer, where the template has none."""

LINE = 15.0
PLATE_MARGIN = 12.0
TITLE_HEIGHT = 56.0
"""Two lines of the smallest title."""

CONTACT_HEIGHT = 48.0
LEAST_COVER = 110.0
MARGIN = 30.0
LEAST_WIDTH, LEAST_HEIGHT = 260.0, 140.0
"""What a body needs for a report."""

FLAT = 2.5
"""How many times as wide as high a body may be before its height matters more than its width."""

_NEXT_TO = 20.0


class ContentFrames(NamedTuple):
    """The frames of a slide with a body; a foot that the template lacks stands below the body."""

    title: Rect
    body: Rect
    footer: Rect
    number: Rect


class CoverFrames(NamedTuple):
    """The frames of the first or last slide."""

    title: Rect
    subtitle: Rect
    contact: Rect


def content_frames(layout: FoundLayout, whole: Rect) -> ContentFrames:
    """The frames of a layout's title, text and foot, kept apart from each other."""
    found = layout.title
    title = inside(found.rect, whole) if found else whole
    texts = layout.texts
    feet = _feet(layout, whole)
    body = inside(texts[0].rect, whole) if texts else _free_room(title, feet, whole)
    for foot in feet:
        if foot.top > body.top + body.height / 2 and _is_across(foot, body):
            body = _clear_of(foot, body)
    title, body = _apart(title, body)
    footer, number = _foot_of(layout, "ftr", whole), _foot_of(layout, "sldNum", whole)
    if footer and number:
        return ContentFrames(title, body, footer, number)
    body = body._replace(height=body.height - FOOT - GAP)
    line = Rect(body.left, body.bottom + GAP, body.width, FOOT)
    own_footer = line._replace(width=line.width - 72)
    own_number = line.drop_left(line.width - 60)
    return ContentFrames(title, body, footer or own_footer, number or own_number)


def cover_frames(
    layout: FoundLayout, text: Placeholder | None, drawn: Sequence[Drawn], whole: Rect
) -> CoverFrames:
    """The frames of a cover's title, subtitle, and the occasion or contact below it."""
    found = layout.title
    title = inside(found.rect, whole) if found else whole
    if text:
        below = inside(text.rect, whole)
    else:
        below = Rect(title.left, title.bottom + 2 * GAP, title.width, 0.0)
    obstacles = [*(each.rect for each in drawn), *_feet(layout, whole)]
    room = _room_below(below, obstacles, whole) - below.top
    if below.height < LEAST_COVER:
        below = below._replace(height=max(below.height, min(room, LEAST_COVER)))
    if below.height < CONTACT_HEIGHT:
        title, below = _shared(title)
    contact = min(CONTACT_HEIGHT, below.height * 0.45)
    subtitle, rest = below.take_top(below.height - contact)
    return CoverFrames(title, subtitle._replace(height=subtitle.height - GAP), rest)


def inside(rect: Rect, whole: Rect) -> Rect:
    """What of `rect` is on the slide."""
    left, top = max(rect.left, whole.left), max(rect.top, whole.top)
    right, bottom = min(rect.right, whole.right), min(rect.bottom, whole.bottom)
    return Rect(left, top, max(1.0, right - left), max(1.0, bottom - top))


def plate_around(frames: ContentFrames, insets: Insets, whole: Rect) -> Rect:
    """A plate under all that stands in the body, clear of the title over it and the foot below."""
    body = frames.body
    wide = Insets(*(max(PLATE_MARGIN, inset) for inset in insets)).around(body)
    over = [frames.title.bottom] if frames.title.bottom <= body.top else []
    feet = (frames.footer, frames.number)
    below = [foot.top for foot in feet if foot.top >= body.bottom and _is_across(foot, wide)]
    top = max([wide.top, *over])
    bottom = min([wide.bottom, *below])
    return inside(wide._replace(top=top, height=bottom - top), whole)


def _apart(title: Rect, body: Rect) -> tuple[Rect, Rect]:
    """Title and body, the title high enough for two lines and the body clear of it."""
    missing = max(0.0, TITLE_HEIGHT - title.height)
    if not _is_across(title, body):
        return title._replace(height=title.height + missing), body
    if title.top > body.top + body.height / 2:
        title = title._replace(top=title.top - missing, height=title.height + missing)
        return title, body._replace(height=min(body.height, title.top - GAP - body.top))
    title = title._replace(height=title.height + missing)
    return title, body.drop_top(max(0.0, title.bottom - body.top))


def _clear_of(foot: Rect, body: Rect) -> Rect:
    """The body above the foot, or beside it where what is left above is rather flat."""
    above = body._replace(height=min(body.height, foot.top - 4 - body.top))
    if foot.top >= body.bottom:
        return above
    left = body._replace(width=foot.left - 2 * GAP - body.left)
    right = body.drop_left(foot.right + 2 * GAP - body.left)
    return max((above, left, right), key=lambda room: min(room.width / FLAT, room.height))


def _feet(layout: FoundLayout, whole: Rect) -> list[Rect]:
    found = (_foot_of(layout, kind, whole) for kind in ("ftr", "sldNum", "dt"))
    return [rect for rect in found if rect]


def _foot_of(layout: FoundLayout, kind: str, whole: Rect) -> Rect | None:
    """A placeholder of the foot, high enough for its line; None if there is none to be seen."""
    found = layout.of(kind)
    if not found or not found.is_upright or not whole.contains(found.rect, 1.0):
        return None
    rect = found.rect
    if rect.width < 24:
        return None
    missing = max(0.0, LINE - rect.height)
    return rect._replace(top=rect.top - missing / 2, height=rect.height + missing)


def _free_room(title: Rect, feet: Iterable[Rect], whole: Rect) -> Rect:
    """The largest room for a body over, under or beside a title."""
    bottom = min([whole.bottom - MARGIN, *(f.top - GAP for f in feet if f.top > whole.height / 2)])
    top, left, right = MARGIN, MARGIN, whole.right - MARGIN
    rooms = (
        Rect(title.left, title.bottom + 2 * GAP, title.width, bottom - title.bottom - 2 * GAP),
        Rect(title.left, top, title.width, title.top - 2 * GAP - top),
        Rect(left, top, title.left - 2 * GAP - left, bottom - top),
        Rect(title.right + 2 * GAP, top, right - title.right - 2 * GAP, bottom - top),
    )
    return max(rooms, key=lambda room: max(0.0, room.width) * max(0.0, room.height))


def _room_below(rect: Rect, obstacles: Iterable[Rect], whole: Rect) -> Points:
    """How far down `rect` may reach before it meets something."""
    below = [each.top for each in obstacles if each.top >= rect.bottom and _is_across(each, rect)]
    return min([whole.bottom - MARGIN, *(top - GAP for top in below)])


def _shared(title: Rect) -> tuple[Rect, Rect]:
    """A title's frame as one for the title and one below it."""
    upper, lower = title.take_top(title.height * 0.62)
    return upper._replace(height=upper.height - GAP), lower


def is_at(own: Rect, rect: Rect) -> bool:
    """Whether a frame is that of a placeholder, perhaps a little higher."""
    return abs(own.left - rect.left) < 1 and abs(own.width - rect.width) < 1


def _is_across(one: Rect, other: Rect) -> bool:
    """Whether one stands over or under the other, not beside it."""
    return one.left < other.right - _NEXT_TO and other.left < one.right - _NEXT_TO
