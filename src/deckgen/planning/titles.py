"""No two slides have one title: readers find slides by their titles (WCAG 2.1, 2.4.2)."""

from __future__ import annotations

from collections import Counter

from deckgen.content import Span
from deckgen.deck import DeckSection, Slide


def with_distinct_titles(sections: tuple[DeckSection, ...]) -> tuple[DeckSection, ...]:
    """The sections with their slides, where titles that repeat are numbered."""
    seen: Counter[str] = Counter()
    return tuple(
        section._replace(slides=tuple(_distinct(slide, seen) for slide in section.slides))
        for section in sections
    )


def _distinct(slide: Slide, seen: Counter[str]) -> Slide:
    """The slide with a title that was not `seen`, to which it is added."""
    title = slide.title
    while title.plain in seen:
        seen[slide.title.plain] += 1
        number = Span(f" ({seen[slide.title.plain]})")
        title = slide.title._replace(spans=(*slide.title.spans, number))
    seen[title.plain] += 1
    return slide if title is slide.title else slide._replace(title=title)
