"""The report: what the deck's own file says, its projects, and its sections of topics."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum

from deckgen.content.projects import Phase, Project
from deckgen.content.text import PartialDate, Text
from deckgen.content.topics import Topic
from deckgen.named import NamedTuple
from deckgen.problems import Source


class AgendaUse(Enum):
    """Where the agenda is shown."""

    ONCE = "true"
    NEVER = "false"
    EVERY_SECTION = "every_section"


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
    has_marks: bool = True
    sections: tuple[Section, ...] = ()

    @property
    def topics(self) -> Iterator[Topic]:
        """Every topic of every section, in order."""
        return (topic for section in self.sections for topic in section.topics)
