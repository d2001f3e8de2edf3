"""The type of the built-in look: sizes, their steps, and the paragraph styles made of them.

A kind of slide sets its text at the first of its steps at which it fits. Every style
here is a function of that size, so that a layout's placeholder and a slide that had
to step down follow the same rules. Sizes are in points.
"""

from __future__ import annotations

from functools import cache

from deckgen.content import Light, State
from deckgen.geometry import Points
from deckgen.house import BUILT_IN, House, Voice
from deckgen.signs import LIGHT_MARKS, STATE_MARKS
from deckgen.style import Align, Ink, Mark, Number, ParagraphStyle

TITLE_STEPS = (32.0, 28.0, 24.0)
COVER_STEPS = (44.0, 40.0, 36.0, 32.0, 28.0, 24.0)
CALM_COVER_STEPS = (44.0, 40.0, 38.0, 36.0)
SUBTITLE_STEPS = (28.0, 24.0, 20.0, 18.0, 16.0)
FOOT_STEPS = (18.0, 16.0, 14.0, 12.0)
BODY_STEPS = (24.0, 22.0, 20.0, 18.0)
CONCLUSION_STEPS = (24.0, 22.0)
AGENDA_STEPS = (28.0, 24.0, 22.0, 20.0, 18.0)
LIST_STEPS = (22.0, 20.0, 18.0)
NEWS_STEPS = (22.0, 20.0, 18.0, 16.0)
DENSE_STEPS = (18.0, 17.0, 16.0)
CARD_STEPS = (20.0, 18.0, 16.0)
VALUE_STEPS = (44.0, 40.0, 36.0, 32.0, 28.0, 24.0)
TIMELINE_STEPS = (18.0, 16.0)
COLUMN_STEPS = (20.0, 18.0, 16.0)
SIDE_STEPS = (16.0, 15.0, 14.0, 13.0)
TIGHT_SIDE = 14.0
"""Up to this size facts beside a status stand closer to one another."""
CALLOUT_STEPS = (18.0, 17.0, 16.0)
STEPPER_STEPS = (14.0, 13.0, 12.0)
DRAWING_STEPS = (18.0, 16.0, 15.0, 14.0, 13.0, 12.0)
CHART_STEPS = (18.0, 17.0, 16.0)
CHART_LABEL_STEPS = (18.0, 16.0, 14.0, 13.0, 12.0)
CHART_KEY_STEPS = (16.0, 14.0, 12.0)
SMALLEST_BODY = 16.0
LARGEST_SECONDARY = 18.0

SECTION_LINE_STEPS = (14.0, 13.0, 12.0)
FOOTER_SIZE = 12.0
CREDIT_SIZE = 14.0
MONEY_SIZE = 14.0
MONEY_STEPS = (16.0, 15.0, 14.0)
TABLE_HEADER_SIZE = 14.0
SMALLEST_NOTE = 14.0
SMALLEST_MARK = 12.0
CAPTION_STEPS = (16.0, 14.0, 12.0)
TICK_SIZES = (14.0, 12.0)
"""The names of long and of short stretches of time."""

ITEM, SUB_ITEM, SUB_SUB_ITEM, NOTE, LEAD, MARKED_ITEM = range(6)
"""The levels of `item_styles`; only points have a level of their own for those with a mark."""

ROW, ROW_NOTE, MARKED_ROW = range(3)
"""The levels of `row_styles` and `column_styles`; only columns have rows with a mark."""

CARD_LABEL, CARD_VALUE, CARD_LINE, CARD_FIGURE = range(4)
"""The levels of `card_styles`."""

SIDE_LABEL, SIDE_VALUE, SIDE_LIGHT = range(3)
"""The levels of `side_styles`."""

CELL, CELL_NOTE, MARKED_CELL, NAME_CELL, NEXT_CELL = range(5)
"""The levels of `cell_styles`."""


def leading(size: Points, factor: float = 1.2) -> Points:
    """The distance of base lines for text of `size`, on a tenth of a point."""
    return round(size * factor, 1)


@cache
def title_style(size: Points = TITLE_STEPS[0], voice: Voice = BUILT_IN.title) -> ParagraphStyle:
    """A slide's title."""
    return voice.spoken(ParagraphStyle(size, leading(size, 1.15), is_heading=True))


@cache
def cover_style(size: Points = COVER_STEPS[0], voice: Voice = BUILT_IN.cover) -> ParagraphStyle:
    """The title of the first and the last slide, on their own ground."""
    return voice.spoken(ParagraphStyle(size, leading(size, 1.12), is_heading=True))


@cache
def voiced_style(size: Points, voice: Voice) -> ParagraphStyle:
    """Text in a voice, without bullet or indent."""
    return voice.spoken(ParagraphStyle(size, leading(size)))


@cache
def plain_style(size: Points, ink: Ink = Ink.TEXT, align: Align = Align.LEFT) -> ParagraphStyle:
    """Text without bullet or indent."""
    return ParagraphStyle(size, leading(size), ink=ink, align=align)


def below(size: Points) -> Points:
    """The size of text that stands under text of `size`."""
    return max(SMALLEST_BODY, size - 4)


def secondary(size: Points) -> Points:
    """The size of muted remarks beside or under text of `size`."""
    return min(LARGEST_SECONDARY, below(size))


def mark_size(size: Points) -> Points:
    """The size of the mark of what is new beside text of `size`."""
    return max(SMALLEST_MARK, round(size * 0.54))


@cache
def item_styles(
    size: Points, mark: Mark | None, hanging: Points, dash: Mark = BUILT_IN.sub_bullet
) -> tuple[ParagraphStyle, ...]:
    """Items with a mark, two levels below them, their notes, and a lead before them all."""
    small = below(size)
    step = small * 1.2
    item = ParagraphStyle(
        size, leading(size), before=size * 0.6, indent=hanging, hanging=hanging, bullet=mark
    )
    sub_item = ParagraphStyle(
        small,
        leading(small),
        before=small * 0.3,
        indent=hanging + step,
        hanging=step,
        bullet=dash,
    )
    muted = secondary(size)
    note = ParagraphStyle(muted, leading(muted), ink=Ink.MUTED, before=2, indent=hanging)
    lead = note._replace(before=0, indent=0)
    return (item, sub_item, sub_item._replace(indent=hanging + 2 * step), note, lead)


@cache
def bullet_styles(
    size: Points = BODY_STEPS[0], house: House = BUILT_IN
) -> tuple[ParagraphStyle, ...]:
    """Plain bullets; without them, a level more for points with a mark."""
    if house.bullet is None:
        styles = item_styles(size, None, 0.0, house.sub_bullet)
        return (*styles, _marked(styles[0]))
    return item_styles(size, house.bullet, house.hanging, house.sub_bullet)


@cache
def status_styles(size: Points = BODY_STEPS[0]) -> tuple[ParagraphStyle, ...]:
    """Status items; a line added in PowerPoint gets a checkmark."""
    return item_styles(size, STATE_MARKS[State.DONE], 42)


@cache
def conclusion_styles(size: Points = BODY_STEPS[0]) -> tuple[ParagraphStyle, ...]:
    """Points beside an accent bar."""
    item, *others = item_styles(size, Mark("•", Ink.ACCENT), 22.5)
    point = item._replace(leading=leading(size, 1.25), before=size, hanging=0, bullet=None)
    return (point, *others, _marked(point))


@cache
def agenda_styles(size: Points = AGENDA_STEPS[0]) -> tuple[ParagraphStyle, ...]:
    """Numbered sections with a rule below each."""
    return (_numbered(size, Ink.ACCENT, hanging=60, gap=40 * size / AGENDA_STEPS[0]),)


@cache
def row_styles(size: Points = LIST_STEPS[0]) -> tuple[ParagraphStyle, ...]:
    """Numbered rows with a rule below each, and a muted line under them."""
    small = below(size)
    note = ParagraphStyle(small, leading(small), ink=Ink.MUTED, before=1, indent=42)
    return (_numbered(size, Ink.MUTED, hanging=42, gap=20 * size / LIST_STEPS[0]), note)


@cache
def column_styles(size: Points = DENSE_STEPS[0]) -> tuple[ParagraphStyle, ...]:
    """Rows of a column with a rule below each, and muted lines under them."""
    row = ParagraphStyle(size, leading(size, 1.18), before=size * 0.7)
    note = ParagraphStyle(
        SMALLEST_BODY,
        leading(SMALLEST_BODY, 1.18),
        ink=Ink.MUTED,
        before=1,
        indent=12,
        hanging=12,
        bullet=Mark("–", Ink.MUTED),
    )
    return (row, note, _marked(row))


@cache
def column_header_style(size: Points = 17.0) -> ParagraphStyle:
    """The heading of a column, on a ground of primary ink."""
    return ParagraphStyle(size, leading(size), ink=Ink.BACKGROUND, is_bold=True)


@cache
def card_styles(
    size: Points = CARD_STEPS[0], value: Points = VALUE_STEPS[0]
) -> tuple[ParagraphStyle, ...]:
    """A card's label, its figure, its lines, and lines that begin with a figure."""
    label = max(SMALLEST_BODY, size - 2)
    line = ParagraphStyle(size, leading(size, 1.25), before=size * 0.25)
    figure_column = size * 2.6
    return (
        ParagraphStyle(label, leading(label), ink=Ink.MUTED),
        ParagraphStyle(
            value, leading(value, 1.15), ink=Ink.PRIMARY, is_bold=True, is_heading=True, before=4
        ),
        line,
        line._replace(indent=figure_column, hanging=figure_column, tab=figure_column),
    )


@cache
def side_styles(size: Points = SIDE_STEPS[0]) -> tuple[ParagraphStyle, ...]:
    """The facts beside a project's status: muted labels, values, and the light."""
    label = min(15.0, size)
    before = size * (0.6 if size > TIGHT_SIDE else 0.45)
    value = ParagraphStyle(size, leading(size), is_bold=True, before=2)
    return (
        ParagraphStyle(label, leading(label), ink=Ink.MUTED, before=before),
        value,
        value._replace(
            indent=size * 1.3,
            hanging=size * 1.3,
            bullet=LIGHT_MARKS[Light.GREEN],
        ),
    )


@cache
def key_style(size: Points, start: int) -> ParagraphStyle:
    """Entries of a key, counted from `start`."""
    hanging = size * 1.9
    return ParagraphStyle(
        size,
        leading(size),
        before=2,
        indent=hanging,
        hanging=hanging,
        bullet=Number(Ink.ACCENT, start),
    )


@cache
def callout_style(size: Points = CALLOUT_STEPS[0]) -> ParagraphStyle:
    """Sentences on a ground of their own."""
    return ParagraphStyle(size, leading(size), before=size * 0.4)


@cache
def chart_label_style(size: Points) -> ParagraphStyle:
    """A figure beside the bar or point that shows it."""
    return ParagraphStyle(size, leading(size), ink=Ink.PRIMARY, is_bold=True)


@cache
def badge_style(size: Points = 16.0) -> ParagraphStyle:
    """A phase on its tinted ground."""
    return ParagraphStyle(size, leading(size), ink=Ink.PRIMARY, is_bold=True, align=Align.CENTRE)


@cache
def cell_styles(
    size: Points = DENSE_STEPS[0], align: Align = Align.LEFT
) -> tuple[ParagraphStyle, ...]:
    """The text of a cell, a muted line under it, a text after a mark, the name of a row, and one
    of several texts."""
    small = max(SMALLEST_NOTE, size - 3)
    cell = ParagraphStyle(size, leading(size, 1.15), align=align)
    note = ParagraphStyle(small, leading(small, 1.15), ink=Ink.MUTED, align=align, before=1)
    marked = cell._replace(indent=size * 1.2, hanging=size * 1.2)
    return (cell, note, marked, cell._replace(is_bold=True), cell._replace(before=size * 0.4))


@cache
def header_cell_style(align: Align = Align.LEFT) -> ParagraphStyle:
    """The title of a table's column."""
    size = TABLE_HEADER_SIZE
    return ParagraphStyle(size, leading(size, 1.15), ink=Ink.MUTED, is_bold=True, align=align)


def _marked(style: ParagraphStyle) -> ParagraphStyle:
    """`style` hanging from a mark, for texts that have one where others have none."""
    hanging = style.size * 1.3
    return style._replace(indent=style.indent + hanging, hanging=hanging)


def _numbered(size: Points, ink: Ink, hanging: Points, gap: Points) -> ParagraphStyle:
    return ParagraphStyle(
        size, leading(size), before=gap, indent=hanging, hanging=hanging, bullet=Number(ink)
    )
