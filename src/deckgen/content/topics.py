"""What an author can ask to be shown: a class for each kind of slide."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum

from deckgen.content.figures import Figures, Table
from deckgen.content.items import Fact, Group, Item
from deckgen.content.projects import Project
from deckgen.content.text import Text
from deckgen.frozen import Frozen
from deckgen.named import NamedTuple
from deckgen.problems import Source
from deckgen.theme import Image


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
    """Key figures."""

    facts: tuple[Fact, ...]


class Groups(Topic):
    """Lists with headings."""

    groups: tuple[Group, ...]


class ProjectList(Topic):
    """The names of projects, as an overview."""

    projects: tuple[Project, ...]


class Status(Topic):
    """How far each of the projects has come."""

    projects: tuple[Project, ...]


class Conclusion(Topic):
    """What the report comes to, point by point."""

    points: tuple[Item, ...]


class Bullets(Topic):
    """A list of points."""

    items: tuple[Item, ...]


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


class Portfolio(Topic):
    """Projects with an aspect a column; without `aspects`, those that some project knows of."""

    projects: tuple[Project, ...]
    aspects: tuple[Aspect, ...]


class Count(NamedTuple):
    """How many there are of something."""

    label: Text
    number: Decimal


class Pipeline(Topic):
    """How many projects stand in which phase; without `counts`, those of the report."""

    counts: tuple[Count, ...] = ()


class Timeline(Topic):
    """Projects over time, from `first` to `last` or as long as they last."""

    projects: tuple[Project, ...]
    first: date | None = None
    last: date | None = None


class Budgets(Topic):
    """What projects were granted, and what they have spent of it."""

    projects: tuple[Project, ...]


class Illustration(NamedTuple):
    """A picture of the deck's own; without an alternative text it is decoration."""

    source: Source
    image: Image
    alt: Text | None = None
    caption: Text | None = None


class Pictured(Topic):
    """A picture of the author's own."""

    illustration: Illustration


class Column(NamedTuple):
    """One of two or three columns: a list, figures or a picture, perhaps under a title."""

    source: Source
    content: tuple[Item, ...] | Figures | Illustration
    title: Text | None = None


class Columns(Topic):
    """Two or three columns, side by side."""

    columns: tuple[Column, ...]


class Tabular(Topic):
    """A table of the author's own."""

    table: Table


class Charted(Topic):
    """Figures of the author's own."""

    figures: Figures


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
