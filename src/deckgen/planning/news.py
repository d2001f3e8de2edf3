"""What is new since an earlier report, as far as a council is told of it."""

from __future__ import annotations

from itertools import groupby

from deckgen.changes import Change, DetailChange, News, Since, SlideChange
from deckgen.content import Item, WhatIsNew
from deckgen.deck import NewsGroup, NewsSlide, Slide, TextSlide
from deckgen.planning.setting import Setting
from deckgen.wording import title_since, told


def news_slide(setting: Setting, slide_id: str, topic: WhatIsNew, since: Since) -> Slide:
    """What is new, under the headings of its sorts; or a sentence that nothing is."""
    language = setting.language
    title = topic.title or setting.text(title_since(since, setting.report, language))
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


def _is_weighty(change: Change) -> bool:
    """Whether a council is told of the change; the rest is for those who write the report."""
    match change:
        case SlideChange() | DetailChange(project=None) | DetailChange(key="notes"):
            return False
    return change.news not in (News.REWORDED, News.GONE)
