"""A topic → its slides: one for most, several for projects and currencies."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.content import (
    Budgets,
    Bullets,
    Charted,
    Columns,
    Conclusion,
    Facts,
    Groups,
    Pictured,
    Pipeline,
    Portfolio,
    ProjectList,
    Status,
    Tabular,
    Text,
    Timeline,
    Topic,
    Trended,
    WhatIsNew,
)
from deckgen.deck import (
    ConclusionSlide,
    FactsSlide,
    GroupsSlide,
    PictureSlide,
    SectionLine,
    Slide,
    TableSlide,
    TextSlide,
)
from deckgen.late import late
from deckgen.planning.budgets import budget_slides
from deckgen.planning.figures import columns_slide, figures_slide, pipeline_slide
from deckgen.planning.projects import (
    portfolio_slide,
    projects_slide,
    status_slides,
    with_earlier_plans,
)
from deckgen.planning.setting import Setting
from deckgen.planning.timeline import timeline_slide

_news_slide = late("deckgen.planning.news", "news_slide")
_trend_slides = late("deckgen.planning.trends", "trend_slides")


def topic_slides(
    setting: Setting, slide_id: str, line: SectionLine, topic: Topic
) -> Iterator[Slide]:
    """The slides of `topic` under the section line `line`; ids begin with `slide_id`."""
    topic = with_earlier_plans(topic, setting.marked)
    if isinstance(topic, Status):
        yield from status_slides(setting, slide_id, line, topic)
        return
    title = _title(setting, line, topic)
    for slide in _slides(setting, slide_id, title, topic):
        yield slide._replace(section_line=line)


def _title(setting: Setting, line: SectionLine, topic: Topic) -> Text:
    """The topic's own title, or what its kind is called, or the section's title."""
    words = setting.language.words
    match topic:
        case Topic(title=Text() as own):
            return own
        case ProjectList():
            return setting.text(words.projects)
        case Conclusion():
            return setting.text(words.conclusion)
        case Portfolio():
            return setting.text(words.portfolio)
        case Budgets():
            return setting.text(words.budget)
        case Pipeline():
            return setting.text(words.pipeline)
    return line.words


def _slides(setting: Setting, slide_id: str, title: Text, topic: Topic) -> Iterator[Slide]:
    match topic:
        case Budgets():
            yield from budget_slides(slide_id, title, topic, setting.language)
        case Trended():
            reports = setting.series[-topic.reports :]
            yield from _trend_slides(slide_id, topic, reports, setting.language)
        case _:
            slide = _of_words(setting, slide_id, title, topic) or _of_more(
                setting, slide_id, title, topic
            )
            yield slide._replace(credit=topic.credit, notes=topic.notes)


def _of_words(setting: Setting, slide_id: str, title: Text, topic: Topic) -> Slide | None:
    """The slide of a topic that is told in words alone."""
    match topic:
        case Facts():
            return FactsSlide(id=slide_id, title=title, facts=topic.facts)
        case Groups():
            return GroupsSlide(id=slide_id, title=title, groups=topic.groups)
        case ProjectList():
            return projects_slide(setting, slide_id, title, topic)
        case Conclusion():
            return ConclusionSlide(id=slide_id, title=title, points=topic.points)
        case Bullets():
            return TextSlide(id=slide_id, title=title, items=topic.items)
        case WhatIsNew() if setting.since:
            slide: Slide = _news_slide(setting, slide_id, topic, setting.since)
            return slide
    return None


def _of_more(setting: Setting, slide_id: str, title: Text, topic: Topic) -> Slide:
    """The slide of a topic that is told by a table, a chart or a picture."""
    match topic:
        case Portfolio():
            return portfolio_slide(setting, slide_id, title, topic)
        case Timeline():
            return timeline_slide(setting, slide_id, topic)
        case Tabular():
            return TableSlide(id=slide_id, title=title, table=topic.table)
        case Charted():
            return figures_slide(setting, slide_id, title, topic.figures)
        case Pipeline():
            return pipeline_slide(setting, slide_id, title, topic)
        case Columns():
            return columns_slide(setting, slide_id, title, topic)
        case Pictured():
            return PictureSlide(id=slide_id, title=title, illustration=topic.illustration)
    raise TypeError(f"no slide for {type(topic).__name__}")
