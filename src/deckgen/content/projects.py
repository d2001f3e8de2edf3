"""Projects: their phases, lights, milestones and money."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum

from deckgen.content.items import Item
from deckgen.content.text import Text
from deckgen.named import NamedTuple
from deckgen.problems import Source


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
