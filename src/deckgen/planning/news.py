"""What is new since an earlier report, as far as a council is told of it."""

from __future__ import annotations

import re
from itertools import groupby

from deckgen.changes import Change, DetailChange, News, Since, SlideChange
from deckgen.content import Item, Report, WhatIsNew
from deckgen.deck import NewsGroup, NewsSlide, Slide, TextSlide
from deckgen.language import Language
from deckgen.planning.setting import Setting
from deckgen.wording import told


def news_slide(setting: Setting, slide_id: str, topic: WhatIsNew, since: Since) -> Slide:
    """What is new, under the headings of its sorts; or a sentence that nothing is."""
    language = setting.language
    title = topic.title or setting.text(_title(since, setting.report, language))
    said = [told(change, language) for change in since.changes.all if _is_weighty(change)]
    if not said:
        nothing = Item(setting.text(language.words.news.nothing))
        return TextSlide(id=slide_id, title=title, items=(nothing,))
    groups = tuple(
        NewsGroup(entries[0].news, heading, entries)
        for heading, found in groupby(said, lambda each: each.heading)
        if (entries := tuple(found))
    )
    return NewsSlide(id=slide_id, title=title, groups=groups)


def _title(since: Since, report: Report, language: Language) -> str:
    """What a slide of news is called, if its author gives it no title.

    If `report` calls itself a `Sachstandsbericht`, so was the last one.
    """
    words, number = language.words.news, since.number or since.earlier.number
    if not number:
        return words.title
    subtitle = report.subtitle.plain if report.subtitle else ""
    named = (word for word in re.findall(r"\w+", subtitle) if word.endswith(words.report.lower()))
    return words.title_of_report.format(number=number, report=next(named, words.report))


def _is_weighty(change: Change) -> bool:
    """Whether a council is told of the change; the rest is for those who write the report."""
    match change:
        case SlideChange() | DetailChange(project=None) | DetailChange(key="notes"):
            return False
        case DetailChange(key="reason" | "measure", now=None):
            return False  # there is none as there is no delay, which the light tells
        case DetailChange(key="phase", now=None, before=None):
            return False  # of phases that a project has left
    return change.news not in (News.REWORDED, News.GONE)
