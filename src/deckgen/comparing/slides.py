"""Slides of the report itself: their lists, their figures, and whether they are there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal

from deckgen.changes import Change, Figure, FigureChange, News, SlideChange
from deckgen.claims import claims_of
from deckgen.comparing.items import item_changes
from deckgen.comparing.likeness import ALIKE, matched, normal, undated
from deckgen.comparing.meaning import meaning
from deckgen.comparing.pairing import paired
from deckgen.content import (
    Bullets,
    Conclusion,
    Fact,
    Facts,
    Groups,
    Item,
    Report,
    Section,
    Text,
    Topic,
)
from deckgen.language import Language, language
from deckgen.named import NamedTuple
from deckgen.problems import first_words


class _Titled(NamedTuple):
    """A topic, and what it is called: its own title or its section's.

    `name` tells it from others of its section without a title, too.
    """

    title: Text
    topic: Topic
    name: Text


def slide_changes(earlier: Report, now: Report, ids: Mapping[str, str]) -> Iterator[Change]:
    """What changed on slides; `ids` are those of the projects then, with those they have now."""
    before, today = _titled(earlier), _titled(now)
    here = {project: project for project in ids.values()}
    pairs = _same(before, today)
    for place, slide in enumerate(today):
        if place in pairs:
            yield from _changes(before[pairs[place]], slide, ids, here)
        else:
            yield SlideChange(News.NEW, slide.name)
    kept = {*pairs.values()}
    for place, slide in enumerate(before):
        if place not in kept:
            yield SlideChange(News.GONE, slide.name)


def _titled(report: Report) -> list[_Titled]:
    speaks = language(report.language)
    return [each for section in report.sections for each in _titled_in(section, speaks)]


def _titled_in(section: Section, speaks: Language) -> Iterator[_Titled]:
    are_alike = sum(not topic.title for topic in section.topics) > 1
    for topic in section.topics:
        title = topic.title or section.title
        name = title if topic.title or not are_alike else _beginning(section.title, topic, speaks)
        yield _Titled(title, topic, name)


def _beginning(title: Text, topic: Topic, speaks: Language) -> Text:
    """A section's title with the first words that one of its slides shows."""
    shown = claims_of(topic._replace(credit=None, notes=()), topic.source, speaks)
    words = f"{title.plain}: {first_words(shown[0].words)}" if shown else title.plain
    return Text.of(words, title.source)


def _same(before: list[_Titled], now: list[_Titled]) -> dict[int, int]:
    """For the places of slides now those of the same slides then: of one kind, alike in title."""
    found: dict[int, int] = {}
    for kind in {type(each.topic) for each in now}:
        old = [place for place, each in enumerate(before) if type(each.topic) is kind]
        new = [place for place, each in enumerate(now) if type(each.topic) is kind]
        then, today = (
            _counted(before[place] for place in old),
            _counted(now[place] for place in new),
        )
        pairs = {new[b]: old[a] for a, b in matched(then, today, ALIKE)}
        left = [place for place in old if place not in pairs.values()]
        come = [place for place in new if place not in pairs]
        slides = [*(before[place] for place in left), *(now[place] for place in come)]
        is_untitled = not any(slide.topic.title for slide in slides)
        if len(left) == len(come) and (len(left) == 1 or is_untitled):
            # the only one of its kind, under another title; or those of a section that has one
            pairs |= zip(come, left, strict=True)
        found |= pairs
    return found


def _counted(slides: Iterator[_Titled]) -> list[str]:
    """Titles without their figures, which are often those of a date that is filled in."""
    seen: Counter[str] = Counter()
    titles = []
    for slide in slides:
        title = undated(slide.title.plain)
        seen[title] += 1
        titles.append(f"{title} ({seen[title]})" if seen[title] > 1 else title)
    return titles


def _changes(
    before: _Titled, now: _Titled, ids: Mapping[str, str], here: Mapping[str, str]
) -> Iterator[Change]:
    told = list(_told(before.topic, now.topic, now.title))
    yield from told
    titles = [each.title and undated(each.title.plain) for each in (before.topic, now.topic)]
    is_renamed = titles[0] != titles[1]
    then, today = (each.topic._replace(title=None) for each in (before, now))
    if is_renamed or (not told and meaning(then, ids) != meaning(today, here)):
        yield SlideChange(News.DETAIL, now.name)


def _told(before: Topic, now: Topic, title: Text) -> Iterator[Change]:
    match before, now:
        case Bullets(), Bullets():
            yield from item_changes(before.items, now.items, slide=title)
        case Conclusion(), Conclusion():
            yield from item_changes(before.points, now.points, slide=title)
        case Groups(), Groups():
            yield from item_changes(_items(before), _items(now), slide=title)
        case Facts(), Facts():
            yield from _figure_changes(before, now)


def _items(groups: Groups) -> tuple[Item, ...]:
    """The groups as items: their titles, with the lists below them."""
    return tuple(Item(group.title, group.items) for group in groups.groups)


def _figure_changes(before: Facts, now: Facts) -> Iterator[FigureChange]:
    then, today = _figures(before), _figures(now)
    pairs = paired(then, today, lambda figure: figure.name.plain, ALIKE)
    for place, figure in enumerate(today):
        earlier = then[pairs[place]] if place in pairs else None
        if news := _figure_news(earlier, figure):
            yield FigureChange(news, figure, earlier)
    kept = {*pairs.values()}
    yield from (FigureChange(News.GONE, f) for place, f in enumerate(then) if place not in kept)


def _figure_news(before: Figure | None, now: Figure) -> News | None:
    if before is None:
        return News.NEW
    if _value(before) != _value(now):
        return News.FIGURE
    return News.REWORDED if meaning(before.name) != meaning(now.name) else None


def _value(figure: Figure) -> tuple[str | None, object]:
    """The value as it is compared: the same whether it is written as an amount or as a text."""
    value = figure.value
    if isinstance(value, Decimal):
        return f"{value.normalize():f}", meaning(figure.unit)
    return normal(value.plain).replace(",", ".") if value else None, meaning(figure.unit)


def _figures(topic: Facts) -> list[Figure]:
    return [figure for fact in topic.facts for figure in _figures_of(fact)]


def _figures_of(fact: Fact) -> Iterator[Figure]:
    name = fact.label or fact.text or fact.unit
    if fact.value is not None and name:
        yield Figure(name, fact.value, None if name is fact.unit else fact.unit)
    if fact.text and fact.text is not name:
        yield Figure(fact.text)
    if fact.label and fact.value is None:
        yield Figure(fact.label)
    for item in fact.items:
        yield Figure(item.text, item.value)
