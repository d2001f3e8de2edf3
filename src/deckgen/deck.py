"""Which slides tell the report, and in what order.

A deck is the plan: every slide with its title and the content it shows, but no
sizes, no colours and no places. A slide may need several pages.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from deckgen.changes import News
from deckgen.content import (
    Aspect,
    Budget,
    Column,
    Drawable,
    Fact,
    Figures,
    Group,
    Illustration,
    Item,
    Phase,
    Project,
    Table,
    Text,
)
from deckgen.frozen import Frozen
from deckgen.language import Language
from deckgen.marks import Marks
from deckgen.named import NamedTuple
from deckgen.page import Properties
from deckgen.schedule import Scheduled

if TYPE_CHECKING:
    from deckgen.wording import Told


class SectionLine(NamedTuple):
    """The small line over a title that says where in the deck we are."""

    words: Text
    number: int | None = None


class Slide(Frozen):
    """What every slide has. `id` is derived from the content and never changes with the text."""

    id: str
    title: Text
    section_line: SectionLine | None = None
    credit: Text | None = None
    notes: tuple[Text, ...] = ()


class TitleSlide(Slide):
    """The first slide; along its foot the occasion, and below it who reports."""

    subtitle: Text | None = None
    occasion: tuple[Text, ...] = ()
    sender: tuple[Text, ...] = ()


class AgendaEntry(NamedTuple):
    """A section in the agenda; `target` is the id of its first slide."""

    number: int
    title: Text
    target: str
    is_current: bool = False


class AgendaSlide(Slide):
    """The sections; one of them may be the current one."""

    entries: tuple[AgendaEntry, ...]


class FactsSlide(Slide):
    """Key figures as cards."""

    facts: tuple[Fact, ...]


class GroupsSlide(Slide):
    """Lists with headings, side by side."""

    groups: tuple[Group, ...]


class ProjectRow(NamedTuple):
    """What a list of projects shows of one; `id` is the project's.

    One that `is_new` is marked as not in the last report.
    """

    id: str
    title: Text
    subtitle: Text | None = None
    phase: Phase | None = None
    is_new: bool = False


class ProjectsSlide(Slide):
    """Projects by name, with their phases."""

    rows: tuple[ProjectRow, ...]


class StatusSlide(Slide):
    """One project; `programme` are all phases a project passes, in order.

    `history` tells the project's phases and milestones with all their dates; it stands
    after the notes, since a slide has room for the present ones only. Items with texts among
    the `new` ones are marked.
    """

    project: Project
    programme: tuple[Phase, ...]
    new: frozenset[Text] = frozenset()
    history: tuple[Text, ...] = ()


class ConclusionSlide(Slide):
    """What the report comes to, point by point."""

    points: tuple[Item, ...]


class TextSlide(Slide):
    """A list of points."""

    items: tuple[Item, ...]


class PortfolioSlide(Slide):
    """Projects as a table: the name of each, then a column for each aspect.

    Of the projects there is no more than that, and of the `marks`, which each of them has if
    there are any.
    """

    projects: tuple[Project, ...]
    aspects: tuple[Aspect, ...]
    marks: tuple[Marks, ...] = ()


class NewsGroup(NamedTuple):
    """What is new of one sort, under its heading."""

    news: News
    heading: str
    entries: tuple[Told, ...]


class NewsSlide(Slide):
    """What is new since the last report, that of most weight first."""

    groups: tuple[NewsGroup, ...]


class TimelineSlide(Slide):
    """Projects over time; `today` is the day of the report, drawn as a line with `as_of`.

    `history` tells all dates of all projects after the notes, also those before `first` and
    after `last`.
    """

    projects: tuple[Scheduled, ...]
    first: date
    last: date
    today: date | None = None
    as_of: str | None = None
    history: tuple[Text, ...] = ()


class TableSlide(Slide):
    """A table of the author's own."""

    table: Table


class Remark(NamedTuple):
    """What a slide leaves out, and the same in few words, where there is little room.

    The full `text` stands in the notes as well.
    """

    text: Text
    summary: Text


class ChartSlide(Slide):
    """Figures as a chart; pipelines are charts, too, with shades from phase to phase.

    `history` tells all figures in words, after the notes; a `remark` stands below the chart.
    """

    figures: Figures
    is_pipeline: bool = False
    remark: Remark | None = None
    history: tuple[Text, ...] = ()


class DrawingSlide(Slide):
    """Figures as a picture that is drawn; `history` tells them in words, after the notes."""

    figures: Drawable
    history: tuple[Text, ...] = ()


class BudgetRow(NamedTuple):
    """A project with granted money."""

    id: str
    title: Text
    budget: Budget
    short_title: Text | None = None


class BudgetSlide(Slide):
    """What was granted, spent and is left, of projects in one currency.

    `history` tells all amounts in words, after the notes; a `remark` stands at the foot.
    """

    rows: tuple[BudgetRow, ...]
    remark: Remark | None = None
    history: tuple[Text, ...] = ()


class PictureSlide(Slide):
    """A picture of the author's own."""

    illustration: Illustration


class ColumnsSlide(Slide):
    """Columns side by side; `history` tells the figures of their charts after the notes."""

    columns: tuple[Column, ...]
    history: tuple[Text, ...] = ()


class ClosingSlide(Slide):
    """The last slide: thanks, and whom to ask."""

    contact: Text | None = None


class DeckSection(NamedTuple):
    """A named run of slides."""

    id: str
    name: str
    slides: tuple[Slide, ...]


class Deck(NamedTuple):
    """The whole plan. `short_title` and `as_of` are what the footer is made of."""

    properties: Properties
    language: Language
    short_title: Text
    as_of: str | None
    sections: tuple[DeckSection, ...]

    @property
    def slides(self) -> tuple[Slide, ...]:
        """Every slide, in order."""
        return tuple(slide for section in self.sections for slide in section.slides)
