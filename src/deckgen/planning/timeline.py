"""Projects over time."""

from __future__ import annotations

from deckgen.content import Text, Timeline
from deckgen.deck import TimelineSlide
from deckgen.planning.setting import Setting
from deckgen.schedule import in_full, report_day, scheduled, time_shown


def timeline_slide(setting: Setting, slide_id: str, topic: Timeline) -> TimelineSlide:
    """The projects over time, titled with the years that are shown."""
    report, language = setting.report, setting.language
    projects = tuple(map(scheduled, topic.projects))
    today = report_day(report.as_of, report.date)
    first, last = time_shown(projects, topic.first, topic.last, today)
    years = str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    return TimelineSlide(
        id=slide_id,
        title=topic.title or setting.text(language.words.timeline.format(years=years)),
        projects=projects,
        first=first,
        last=last,
        today=today,
        as_of=setting.as_of or (language.date(today) if today else None),
        history=tuple(Text.of(in_full(each, language), each.source) for each in projects),
    )
