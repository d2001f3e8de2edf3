"""The first and the last slide."""

from __future__ import annotations

from deckgen.content import Closing, Text
from deckgen.deck import ClosingSlide, TitleSlide
from deckgen.language import NO_BREAK_SPACE
from deckgen.planning.setting import Setting


def title_slide(setting: Setting) -> TitleSlide:
    """What the report is called, on which occasion it is given, and by whom."""
    report = setting.report
    return TitleSlide(
        id="title",
        title=report.title,
        subtitle=report.subtitle,
        occasion=_occasion(setting),
        sender=_given(report.author, report.organisation),
    )


def closing_slide(setting: Setting, closing: Closing) -> ClosingSlide:
    """Thanks, in the author's words or the language's, and whom to ask."""
    title = closing.title or setting.text(setting.language.words.thanks)
    return ClosingSlide(id="closing", title=title, contact=closing.contact)


def _occasion(setting: Setting) -> tuple[Text, ...]:
    meeting, day = setting.report.meeting, setting.report.date
    written = setting.language.long_date(day).replace(" ", NO_BREAK_SPACE) if day else ""
    date = setting.text(written) if written else None
    return _given(meeting.body, meeting.agenda_item, meeting.paper, date)


def _given(*texts: Text | None) -> tuple[Text, ...]:
    return tuple(text for text in texts if text)
