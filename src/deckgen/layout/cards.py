"""Key figures as cards in two columns, in three where more fit a page so; read down each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from deckgen.content import Fact, FactItem, Text
from deckgen.deck import FactsSlide
from deckgen.geometry import Points, Rect
from deckgen.language import NO_BREAK_SPACE
from deckgen.layout.bodies import Body, torn
from deckgen.layout.canvas import Canvas, SetParagraph, height_of, runs_of, torn_words
from deckgen.layout.flow import SLACK
from deckgen.look import Slot
from deckgen.named import NamedTuple
from deckgen.page import Element, Run, Shape, TextBox
from deckgen.slots import MOST_CARDS
from deckgen.style import Ink, ParagraphStyle
from deckgen.typography import (
    CARD_FIGURE,
    CARD_LABEL,
    CARD_LINE,
    CARD_STEPS,
    CARD_VALUE,
    VALUE_STEPS,
    card_styles,
)

GAP = 18.0
EDGE_WIDTH = 4.5
CALM_CARD = 143.0
FIGURE_GAP = 4.0
LARGER: Points = 4.0
"""How much larger than its words a figure in a column of its own is."""

FEWEST_IN_THREE = 5
WIDTH_OF_THREE: Points = 780.0
"""Narrower frames have two columns only."""


class _Card(NamedTuple):
    """A fact's paragraphs, set for the width of its card."""

    paragraphs: tuple[SetParagraph, ...]
    styles: tuple[ParagraphStyle, ...]
    slot: Slot

    @property
    def height(self) -> Points:
        return height_of(self.paragraphs) + 2 * self.slot.margin_y


class _Cards(NamedTuple):
    """The cards of a page, and in how many columns they stand."""

    cards: tuple[_Card, ...]
    columns: int

    def heights(self, room: Points) -> list[Points]:
        """The height of each row: that of its highest card; two rows are calm ones if they fit."""
        rows = -(-len(self.cards) // self.columns)
        needed = [max(card.height for card in self.cards[row::rows]) for row in range(rows)]
        calm = [max(CALM_CARD, height) for height in needed]
        return calm if rows < 3 and _together(calm) <= room + SLACK else needed

    def is_fit(self, room: Points) -> bool:
        """Whether they take no more than `room` from top to bottom."""
        return _together(self.heights(room)) <= room + SLACK


def _together(heights: Sequence[Points]) -> Points:
    return sum(heights) + GAP * (len(heights) - 1)


def facts_bodies(slide: FactsSlide, size: Points, canvas: Canvas) -> tuple[Body, ...]:
    """The facts as cards with text of `size`, a body a page."""
    frame = canvas.frame("content")
    facts = [piece for fact in slide.facts for piece in _cut(fact, size, canvas, frame)]
    chunks = _shared_out(facts, lambda some: _fit(some, size, canvas, frame))
    return tuple(body for chunk in chunks for body in _on_pages(chunk, size, canvas, frame))


Fits = Callable[[Sequence[Fact]], bool]


def _shared_out(facts: Sequence[Fact], fits: Fits) -> list[Sequence[Fact]]:
    """`facts` on as few pages as can be, and on these as evenly as can be."""
    fewest = _filled(facts, MOST_CARDS, fits)
    for most in range(-(-len(facts) // len(fewest)), MOST_CARDS):
        even = _filled(facts, most, fits)
        if len(even) == len(fewest):
            return even
    return fewest


def _filled(facts: Sequence[Fact], most: int, fits: Fits) -> list[Sequence[Fact]]:
    """`facts` on pages filled one after the other with at most `most` of them."""
    chunks: list[Sequence[Fact]] = []
    start = 0
    while start < len(facts):
        end = start + 1
        while end < min(start + most, len(facts)) and fits(facts[start : end + 1]):
            end += 1
        chunks.append(facts[start:end])
        start = end
    return chunks


def _fit(facts: Sequence[Fact], size: Points, canvas: Canvas, frame: Rect) -> bool:
    """Whether the cards of `facts` fit one page."""
    return _arranged(facts, size, canvas, frame).is_fit(frame.height)


def _on_pages(facts: Sequence[Fact], size: Points, canvas: Canvas, frame: Rect) -> tuple[Body, ...]:
    """`facts` on one page; on more in wider cards, if that saves a word in the smallest size."""
    bodies = (_body(_arranged(facts, size, canvas, frame), canvas, frame),)
    if size > CARD_STEPS[-1] or len(facts) == 1 or not torn(bodies):
        return bodies
    middle = (len(facts) + 1) // 2
    halves = (facts[:middle], facts[middle:])
    wider = tuple(body for half in halves for body in _on_pages(half, size, canvas, frame))
    return min(bodies, wider, key=torn)


def _cut(fact: Fact, size: Points, canvas: Canvas, frame: Rect) -> tuple[Fact, ...]:
    """`fact` whole if its card fits the page, else with its items shared out."""
    (card,) = _cards([fact], size, canvas, 1)
    if card.height <= frame.height or len(fact.items) < 2:
        return (fact,)
    middle = (len(fact.items) + 1) // 2
    halves = (
        fact._replace(items=fact.items[:middle]),
        fact._replace(items=fact.items[middle:], value=None, unit=None, text=None),
    )
    return tuple(piece for half in halves for piece in _cut(half, size, canvas, frame))


def _arranged(facts: Sequence[Fact], size: Points, canvas: Canvas, frame: Rect) -> _Cards:
    """The cards in two columns; in three if they fit so and not otherwise, each word whole."""
    usual = _Cards(_cards(facts, size, canvas, min(len(facts), 2)), min(len(facts), 2))
    if len(facts) < FEWEST_IN_THREE or usual.is_fit(frame.height):
        return usual
    if frame.width < WIDTH_OF_THREE:
        return usual
    narrow = _Cards(_cards(facts, size, canvas, 3), 3)
    is_torn = any(paragraph.torn for card in narrow.cards for paragraph in card.paragraphs)
    return narrow if narrow.is_fit(frame.height) and not is_torn else usual


def _cards(facts: Sequence[Fact], size: Points, canvas: Canvas, columns: int) -> tuple[_Card, ...]:
    """A card for each fact; the figures of a page share one size."""
    slot = canvas.look.layout("cards").slot("card 1")
    width = (canvas.frame("content").width - GAP * (columns - 1)) / columns - 2 * slot.margin_x
    value = _value_size(facts, size, width, canvas)
    styles = card_styles(size, value)
    return tuple(
        _Card(tuple(_paragraphs(fact, styles, width, canvas)), styles, slot) for fact in facts
    )


def _value_size(facts: Sequence[Fact], size: Points, width: Points, canvas: Canvas) -> Points:
    """The largest step at which every figure stands in one line."""
    values = [_value_words(fact, canvas) for fact in facts if fact.value is not None]
    for step in VALUE_STEPS:
        style = card_styles(size, step)[CARD_VALUE]
        if all(canvas.width(words, style) <= width for words in values):
            return step
    return VALUE_STEPS[-1]


def _value_words(fact: Fact, canvas: Canvas) -> str:
    unit = NO_BREAK_SPACE + fact.unit.plain.replace(" ", NO_BREAK_SPACE) if fact.unit else ""
    return _figure(fact.value, canvas) + unit


def _figure(value: Decimal | Text | None, canvas: Canvas) -> str:
    if isinstance(value, Decimal):
        return canvas.language.number(value)
    return value.plain if value else ""


def _paragraphs(
    fact: Fact, styles: tuple[ParagraphStyle, ...], width: Points, canvas: Canvas
) -> Iterator[SetParagraph]:
    if fact.label:
        yield canvas.set_text(fact.label, styles, width, CARD_LABEL)
    if fact.value is not None:
        runs = (Run(_value_words(fact, canvas)),)
        yield canvas.set_runs(runs, fact.source, styles, width, CARD_VALUE)
    if fact.text:
        yield canvas.set_text(fact.text, styles, width, CARD_LINE)
    for item in fact.items:
        yield _line(item, styles, width, canvas)


def _line(
    item: FactItem, styles: tuple[ParagraphStyle, ...], width: Points, canvas: Canvas
) -> SetParagraph:
    """A line, its figure in a column of its own unless it is too wide for that."""
    if item.value is None:
        return canvas.set_text(item.text, styles, width, CARD_LINE)
    figure = Run(_figure(item.value, canvas), is_bold=True, ink=Ink.PRIMARY)
    style = styles[CARD_FIGURE]
    large = figure._replace(size=style.size + LARGER)
    bold = style._replace(is_bold=True, size=style.size + LARGER)
    if canvas.width(figure.text, bold) > style.indent - FIGURE_GAP:
        runs = (figure, Run(" "), *runs_of(item.text))
        return canvas.set_runs(runs, item.text.source, styles, width, CARD_LINE)
    return _after_tab(large, canvas.set_text(item.text, styles, width, CARD_FIGURE))


def _after_tab(figure: Run, words: SetParagraph) -> SetParagraph:
    """`words` with a figure and a tab before them."""
    tabbed = figure._replace(text=f"{figure.text}\t")
    first, *others = words.paragraph.lines
    # A first word that fits no line is torn on the next one: a line may end after a tab.
    is_alone = words.paragraph.text.split(" ", 1)[0] in words.torn
    lines = (tabbed.text, first, *others) if is_alone else (tabbed.text + first, *others)
    paragraph = words.paragraph._replace(runs=(tabbed, *words.paragraph.runs), lines=lines)
    return words._replace(paragraph=paragraph)


def _body(arranged: _Cards, canvas: Canvas, frame: Rect) -> Body:
    cards, heights = arranged.cards, arranged.heights(frame.height)
    columns = frame.columns(arranged.columns, GAP)
    elements: list[Element] = []
    for index, card in enumerate(cards):
        column, row = divmod(index, len(heights))
        top = frame.top + sum(heights[:row]) + GAP * row
        rect = columns[column]._replace(top=top, height=heights[row])
        elements += (_box(index, card, rect, canvas), _edge(index, rect, canvas))
    return Body("cards", tuple(elements), torn_words(p for card in cards for p in card.paragraphs))


def _box(index: int, card: _Card, rect: Rect, canvas: Canvas) -> TextBox:
    first, *others = card.paragraphs
    paragraphs = (first.with_before(0.0) if first.before else first, *others)
    return TextBox(
        f"{canvas.words.layouts.card} {index + 1}",
        rect,
        tuple(p.paragraph for p in paragraphs),
        card.styles,
        slot=f"card {index + 1}",
        fill=card.slot.fill,
        margin_x=card.slot.margin_x,
        margin_y=card.slot.margin_y,
    )


def _edge(index: int, rect: Rect, canvas: Canvas) -> Shape:
    name = f"{canvas.words.edge} {index + 1}"
    return Shape(name, rect._replace(width=EDGE_WIDTH), Ink.PRIMARY)
