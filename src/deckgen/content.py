"""What authors wrote: a report on a city's projects, complete and checked.

Values here are what the words of the content mean, not how they look. Every text
knows where it was written. Nothing in this module knows slides, sizes or colours.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum

from deckgen.frozen import Frozen
from deckgen.named import NamedTuple
from deckgen.problems import Source
from deckgen.theme import Image


class Span(NamedTuple):
    """A stretch of text in one style; `link` is a web or mail address."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None


class Text(NamedTuple):
    """A sentence as written: its styled spans, and where it stands."""

    spans: tuple[Span, ...]
    source: Source

    @property
    def plain(self) -> str:
        """The words without their styles."""
        spans = self.spans
        return spans[0].text if len(spans) == 1 else "".join([span.text for span in spans])

    @staticmethod
    def of(words: str, source: Source) -> Text:
        """An unstyled text."""
        return Text((Span(words),), source)


class State(Enum):
    """How far a status item has come."""

    DONE = "done"
    IN_PROGRESS = "in_progress"
    OPEN = "open"
    BLOCKED = "blocked"


class Light(Enum):
    """The overall status of a project."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


class Trend(Enum):
    """Where the overall status is heading."""

    UP = "up"
    STEADY = "steady"
    DOWN = "down"


class AgendaUse(Enum):
    """Where the agenda is shown."""

    ONCE = "true"
    NEVER = "false"
    EVERY_SECTION = "every_section"


class PartialDate(NamedTuple):
    """A year, a month of it, or a day: as exact as the author was."""

    year: int
    month: int | None = None
    day: int | None = None


class Item(NamedTuple):
    """An entry of a list, with entries of its own.

    `state` is None where the list shows plain bullets.
    """

    text: Text
    items: tuple[Item, ...] = ()
    state: State | None = None
    date: PartialDate | None = None
    note: Text | None = None


class FactItem(NamedTuple):
    """A line inside a fact: words, perhaps after a figure."""

    text: Text
    value: Decimal | Text | None = None


class Fact(NamedTuple):
    """A key figure: at least one of value, text and items is given."""

    source: Source
    label: Text | None = None
    value: Decimal | Text | None = None
    unit: Text | None = None
    text: Text | None = None
    items: tuple[FactItem, ...] = ()


class Group(NamedTuple):
    """A list with a heading."""

    title: Text
    items: tuple[Item, ...]


class Phase(NamedTuple):
    """A step on a project's way, as the programme names it."""

    id: str
    label: Text


class PhaseReached(NamedTuple):
    """A phase and the day a project entered it, where that is known."""

    phase: Phase
    since: date | None = None


class Milestone(NamedTuple):
    """Planned is the baseline; forecast is today's view; reached is the fact."""

    title: Text
    planned: date | None = None
    forecast: date | None = None
    reached: date | None = None

    @property
    def day(self) -> date | None:
        """The day that is surest: of those known the last of the three."""
        return self.reached or self.forecast or self.planned


class Budget(NamedTuple):
    """A project's money, in units of `currency` (ISO 4217)."""

    source: Source
    total: Decimal | None = None
    granted: Decimal | None = None
    own_share: Decimal | None = None
    spent: Decimal | None = None
    currency: str = "EUR"


Cell = Text | Decimal | None
"""What stands in a cell of a table; an amount is written as the language does."""


class Table(NamedTuple):
    """Rows under a header; each has as many cells as that, and there is at least one."""

    source: Source
    header: tuple[Text, ...]
    rows: tuple[tuple[Cell, ...], ...]


class ChartType(Enum):
    """How a native chart shows its figures."""

    BAR = "bar"
    COLUMN = "column"
    LINE = "line"
    DOUGHNUT = "doughnut"


class Series(NamedTuple):
    """Figures, one for each category of their chart; None where there is none."""

    values: tuple[Decimal | None, ...]
    name: Text | None = None


class Chart(NamedTuple):
    """Figures by category, shown by a native chart. Several series have names.

    `unit` stands after the figures, such as Mio. Euro; series that are `is_stacked` add up.
    """

    source: Source
    type: ChartType
    categories: tuple[Text, ...]
    series: tuple[Series, ...]
    unit: Text | None = None
    is_stacked: bool = False


class Step(NamedTuple):
    """A change in a waterfall; less than nothing where something is taken away."""

    label: Text
    amount: Decimal


class Waterfall(NamedTuple):
    """From a total, step by step, to what is left; `rest` is what that is called."""

    source: Source
    total: Step
    steps: tuple[Step, ...]
    rest: Text | None = None
    unit: Text | None = None


class Tone(Enum):
    """How good a rating is."""

    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"
    NONE = "none"


class Rating(NamedTuple):
    """A word of a heatmap's scale; without a word of its own, that for the light of its tone."""

    tone: Tone
    word: Text | None = None


class Heatmap(NamedTuple):
    """Ratings of `names` (projects, mostly) by criteria; None where one was not rated."""

    source: Source
    criteria: tuple[Text, ...]
    names: tuple[Text, ...]
    ratings: tuple[tuple[Rating | None, ...], ...]


class Forecast(NamedTuple):
    """A plan, what has come of it, and what is expected, within a band from `low` to `high`.

    Each has a figure for each of the `periods`, or None.
    """

    source: Source
    periods: tuple[Text, ...]
    plan: tuple[Decimal | None, ...]
    actual: tuple[Decimal | None, ...]
    expected: tuple[Decimal | None, ...]
    low: tuple[Decimal | None, ...] = ()
    high: tuple[Decimal | None, ...] = ()
    unit: Text | None = None


Drawable = Waterfall | Heatmap | Forecast
"""What no native chart can say."""

Figures = Chart | Drawable
"""What a slide of kind `chart` shows."""


class Illustration(NamedTuple):
    """A picture of the deck's own; without an alternative text it is decoration."""

    source: Source
    image: Image
    alt: Text | None = None
    caption: Text | None = None


class Column(NamedTuple):
    """One of two or three columns: a list, figures or a picture, perhaps under a title."""

    source: Source
    content: tuple[Item, ...] | Figures | Illustration
    title: Text | None = None


class Aspect(Enum):
    """What a portfolio tells of its projects, a column each."""

    PHASE = "phase"
    LIGHT = "light"
    TREND = "trend"
    FUNDING = "funding"
    SPENT = "spent"
    MILESTONE = "milestone"
    FIELD = "field"
    PARTNERS = "partners"
    DURATION = "duration"


class Count(NamedTuple):
    """How many there are of something."""

    label: Text
    number: Decimal


class Project(NamedTuple):
    """One project of the report; `id` is the name of its file.

    `phases` are those reached so far, the current one last.
    """

    id: str
    source: Source
    title: Text
    short_title: Text | None = None
    subtitle: Text | None = None
    field: Text | None = None
    partners: tuple[Text, ...] = ()
    phases: tuple[PhaseReached, ...] = ()
    light: Light | None = None
    trend: Trend | None = None
    reason: Text | None = None
    measure: Text | None = None
    status: tuple[Item, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    start: date | None = None
    end: date | None = None
    budget: Budget | None = None
    notes: tuple[Text, ...] = ()

    @property
    def phase(self) -> Phase | None:
        """The phase the project is in."""
        return self.phases[-1].phase if self.phases else None

    @property
    def milestone(self) -> Milestone | None:
        """The next milestone, or the last one reached when none is to come."""
        to_come = [milestone for milestone in self.milestones if not milestone.reached]
        if to_come:
            return min(to_come, key=lambda milestone: milestone.day or date.max)
        return max(
            self.milestones, key=lambda milestone: milestone.reached or date.min, default=None
        )


class Topic(Frozen):
    """What an author asked to be shown: one entry under `slides`.

    `credit` is what the author gave as `source`. A topic may need several slides.
    """

    source: Source
    title: Text | None = None
    credit: Text | None = None
    notes: tuple[Text, ...] = ()
    is_internal: bool = False


class Facts(Topic):
    facts: tuple[Fact, ...]


class Groups(Topic):
    groups: tuple[Group, ...]


class ProjectList(Topic):
    projects: tuple[Project, ...]


class Status(Topic):
    projects: tuple[Project, ...]


class Conclusion(Topic):
    points: tuple[Item, ...]


class Bullets(Topic):
    items: tuple[Item, ...]


class Portfolio(Topic):
    """Projects with an aspect a column; without `aspects`, those that some project knows of."""

    projects: tuple[Project, ...]
    aspects: tuple[Aspect, ...]


class Pipeline(Topic):
    """How many projects stand in which phase; without `counts`, those of the report."""

    counts: tuple[Count, ...] = ()


class Timeline(Topic):
    """Projects over time, from `first` to `last` or as long as they last."""

    projects: tuple[Project, ...]
    first: date | None = None
    last: date | None = None


class Budgets(Topic):
    projects: tuple[Project, ...]


class Columns(Topic):
    columns: tuple[Column, ...]


class Tabular(Topic):
    table: Table


class Charted(Topic):
    figures: Figures


class Pictured(Topic):
    illustration: Illustration


class WhatIsNew(Topic):
    """What is new since an earlier report: the revision, tag or day named, or the last report."""

    since: Text | None = None


class Tally(Enum):
    """What a trend shows of each report of a series."""

    PHASES = "phases"
    MONEY = "money"


class Trended(Topic):
    """How projects or their money changed over the last `reports` of the series."""

    tally: Tally
    reports: int


class Section(NamedTuple):
    """A titled part of the report."""

    title: Text
    topics: tuple[Topic, ...]


class Meeting(NamedTuple):
    """The meeting the report is given to."""

    body: Text | None = None
    agenda_item: Text | None = None
    paper: Text | None = None


class Closing(NamedTuple):
    """The last slide. Without a title, the language's words of thanks."""

    title: Text | None = None
    contact: Text | None = None


class Report(NamedTuple):
    """Everything a deck's files say. `name` is the name of the deck's folder.

    `marks` tells whether slides mark what is new since the last report. `theme` is the theme
    the author named, `closing` is None where the author
    wants none, and `language` is one of the tags that `deckgen.language` knows.
    """

    name: str
    source: Source
    title: Text
    subtitle: Text | None = None
    short_title: Text | None = None
    number: int | None = None
    organisation: Text | None = None
    author: Text | None = None
    date: date | None = None
    as_of: PartialDate | None = None
    language: str = "de-DE"
    theme: Text | None = None
    meeting: Meeting = Meeting()
    phases: tuple[Phase, ...] = ()
    projects: tuple[Project, ...] = ()
    agenda: AgendaUse = AgendaUse.ONCE
    closing: Closing | None = Closing()
    marks: bool = True
    sections: tuple[Section, ...] = ()

    @property
    def topics(self) -> Iterator[Topic]:
        """Every topic of every section, in order."""
        return (topic for section in self.sections for topic in section.topics)
