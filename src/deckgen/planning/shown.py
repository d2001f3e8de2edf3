"""Which of a report's topics get slides."""

from __future__ import annotations

from deckgen.content import Section, Topic, Trended, WhatIsNew
from deckgen.planning.setting import Setting


def shown_sections(setting: Setting, *, include_internal: bool) -> tuple[Section, ...]:
    """The sections with the topics to show; those that show nothing are left out."""
    left_out = _without_past(setting)

    def is_shown(topic: Topic) -> bool:
        return not isinstance(topic, left_out) and (include_internal or not topic.is_internal)

    sections = (
        section._replace(topics=tuple(filter(is_shown, section.topics)))
        for section in setting.report.sections
    )
    return tuple(section for section in sections if section.topics)


def _without_past(setting: Setting) -> tuple[type[Topic], ...]:
    """The topics that look back, where there is nothing to look back to."""
    news = () if setting.since else (WhatIsNew,)
    trends = () if len(setting.series) > 1 else (Trended,)
    return (*news, *trends)
