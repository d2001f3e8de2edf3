"""Projects over time: from when to when, the day of the report, and what is said of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from deckgen.content import Milestone, PartialDate, Project, Text
from deckgen.language import Language
from deckgen.listening import as_heard
from deckgen.named import NamedTuple
from deckgen.problems import Source

DAYS_IN_YEARS = 1827
DAYS_IN_QUARTERS = 548
DAYS_IN_MONTHS = 100
DAYS_IN_WEEKS = 21
"""From so many days on, time is shown in whole years, quarters, months or weeks."""

MOST_WORDS = 80
"""How many words of a project are read aloud: it is one of many."""


class Scheduled(NamedTuple):
    """A project's dates; `short_title` is its name where there is little room."""

    source: Source
    title: Text
    short_title: Text | None = None
    start: date | None = None
    end: date | None = None
    milestones: tuple[Milestone, ...] = ()

    @property
    def name(self) -> Text:
        """The title, the short one if there is one."""
        return self.short_title or self.title

    @property
    def is_dated(self) -> bool:
        """Whether there is anything to be placed in time."""
        return bool(self.start or self.end or self.milestones)

    def days(self) -> Iterator[date]:
        """Every day that is known of."""
        given = (self.start, self.end, *(day for each in self.milestones for day in each[1:]))
        return (day for day in given if day)


def scheduled(project: Project) -> Scheduled:
    """What a timeline shows of `project`, milestones in the order of their days."""
    milestones = tuple(sorted(project.milestones, key=day_of))
    return Scheduled(
        project.source,
        project.title,
        project.short_title,
        project.start,
        project.end,
        milestones,
    )


def day_of(milestone: Milestone) -> date:
    """The day a milestone stands at: when it was reached, is expected, or was planned."""
    return milestone.reached or milestone.forecast or milestone.planned or date.max


def was_moved(milestone: Milestone) -> bool:
    """Whether a milestone stands at another day than was planned."""
    return milestone.planned is not None and milestone.planned != day_of(milestone)


def report_day(as_of: PartialDate | None, meeting: date | None) -> date | None:
    """The day a report is true of: `as_of`, or the day of the meeting where that lies in it."""
    if as_of is None:
        return meeting
    if meeting and meeting.year == as_of.year and as_of.month in (None, meeting.month):
        return meeting if as_of.day is None else last_day(as_of)
    return last_day(as_of)


def first_day(moment: PartialDate) -> date:
    """The day, or the first one of the month or year."""
    return date(moment.year, moment.month or 1, moment.day or 1)


def last_day(moment: PartialDate) -> date:
    """The day, or the last one of the month or year."""
    year, month, day = moment
    return date(year, month, day) if month and day else _end_of_month(year, month or 12)


def _end_of_month(year: int, month: int) -> date:
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)


def time_shown(
    projects: Sequence[Scheduled], first: date | None, last: date | None, today: date | None
) -> tuple[date, date]:
    """From when to when a timeline goes: as asked for, or whole years, quarters, months, weeks.

    The report's day is shown unless that would leave more than half of the time empty.
    """
    known = sorted(day for project in projects for day in project.days())
    days = known or [first or last or today or date.min]
    low, high = first or days[0], last or days[-1]
    low, high = min(low, last or low), max(high, first or high)
    if today and _is_near(today, low, high):
        low = low if first else min(low, today)
        high = high if last else max(high, today)
    span = (high - low).days
    return first or _rounded_down(low, span), last or _rounded_up(high, span)


def _is_near(today: date, low: date, high: date) -> bool:
    span = max((high - low).days, DAYS_IN_WEEKS)
    return -span <= (today - low).days <= 2 * span


def _rounded_down(day: date, span: int) -> date:
    if span >= DAYS_IN_YEARS:
        return date(day.year, 1, 1)
    if span >= DAYS_IN_QUARTERS:
        return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    if span >= DAYS_IN_MONTHS:
        return date(day.year, day.month, 1)
    if span >= DAYS_IN_WEEKS:
        return day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
    return day


def _rounded_up(day: date, span: int) -> date:
    if span >= DAYS_IN_YEARS:
        return date(day.year, 12, 31)
    if span >= DAYS_IN_QUARTERS:
        return _end_of_month(day.year, (day.month + 2) // 3 * 3)
    if span >= DAYS_IN_MONTHS:
        return _end_of_month(day.year, day.month)
    if span >= DAYS_IN_WEEKS:
        return day + timedelta(days=min(6 - day.weekday(), (date.max - day).days))
    return min(day, date.max - timedelta(days=7)) + timedelta(days=max(1, 7 - span))


def in_full(project: Scheduled, language: Language) -> str:
    """All dates of a project in a sentence, for the speaker's notes."""
    told = tuple(_dated(project, language)) or (language.words.without_dates,)
    return f"{project.title.plain}: {'; '.join(told)}"


def in_brief(project: Scheduled, language: Language) -> str:
    """The dates of a project as they are read aloud."""
    told = as_heard(_dated(project, language), language.words, MOST_WORDS)
    return f"{project.name.plain}: {'; '.join(told)}"


def _dated(project: Scheduled, language: Language) -> Iterator[str]:
    """When a project goes on, then each milestone with its dates."""
    yield from _duration(project, language)
    yield from (_told(milestone, language) for milestone in project.milestones)


def _duration(project: Scheduled, language: Language) -> Iterator[str]:
    write, start, end = language.date, project.start, project.end
    if start and end:
        yield f"{write(start)} – {write(end)}"
    elif start:
        yield language.words.since.format(date=write(start))
    elif end:
        yield language.words.until.format(date=write(end))


def _told(milestone: Milestone, language: Language) -> str:
    return ", ".join((milestone.title.plain, *dates_of(milestone, language)))


def dates_of(milestone: Milestone, language: Language) -> Iterator[str]:
    """When a milestone was planned, is expected, was reached, each in words."""
    words, write = language.words, language.date
    patterns = (words.planned, words.expected, words.reached)
    for pattern, day in zip(patterns, milestone[1:], strict=True):
        if day:
            yield pattern.format(date=write(day))
