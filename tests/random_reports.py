"""Plausible reports of any size, drawn from a seed: long words, long lists, much of everything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random
from typing import TypeVar

from tests.sample import HERE, PHASES, text

from deckgen.content import (
    AgendaUse,
    Budget,
    Bullets,
    Closing,
    Conclusion,
    Fact,
    FactItem,
    Facts,
    Group,
    Groups,
    Item,
    Light,
    Meeting,
    Milestone,
    PartialDate,
    PhaseReached,
    Project,
    ProjectList,
    Report,
    Section,
    State,
    Status,
    Text,
    Topic,
    Trend,
)

T = TypeVar("T")

WORDS = tuple(
    """
    Antrag Ministerium Fördergelder Projekt Stadt und der die für Umsetzung (Modell-)Kommunen
    17,25 Mio. Euro 2018–2021 „Bürgerportal“ & <b> NRW Datenschutz-Grundverordnung
    https://www.example.org/ein/langer/pfad?mit=frage&mehr=davon Łódź İstanbul Αθήνα Москва
    Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz
    """.split()  # noqa: SIM905 -- words in quotes are harder to read
)


def random_report(seed: int) -> Report:
    """The report of `seed`: the same seed, the same report."""
    return _Author(Random(seed)).report()


@dataclass(frozen=True)
class _Author:
    random: Random

    def report(self) -> Report:
        projects = self.some(self.project, (1, 3, 12, 40))
        topics = [*self.topics(projects), *(self.bullets() for _ in range(self.one_of(0, 12)))]
        self.random.shuffle(topics)
        return Report(
            name="random",
            source=HERE,
            title=self.heading(),
            subtitle=self.maybe(self.heading),
            short_title=self.text(60),
            organisation=self.text(80),
            author=self.text(80),
            date=date(2019, 11, 26),
            as_of=PartialDate(2019, 11),
            meeting=Meeting(self.text(60), self.text(20), self.text(40)),
            phases=PHASES,
            projects=projects,
            agenda=self.one_of(*AgendaUse),
            closing=Closing(self.heading(), self.text(200)),
            sections=tuple(Section(self.heading(), (topic,)) for topic in topics),
        )

    def topics(self, projects: tuple[Project, ...]) -> list[Topic]:
        credit, title = self.maybe(lambda: self.text(200)), self.heading()
        return [
            Facts(source=HERE, credit=credit, facts=self.some(self.fact, range(1, 13))),
            Groups(source=HERE, title=title, groups=self.some(self.group, range(1, 9))),
            ProjectList(source=HERE, title=title, credit=credit, projects=projects),
            Status(source=HERE, credit=credit, projects=projects[:6]),
            Conclusion(source=HERE, title=title, points=self.some(self.item, range(1, 21))),
        ]

    def bullets(self) -> Bullets:
        return Bullets(source=HERE, items=self.some(self.item, (1, 5, 40)))

    def project(self) -> Project:
        return Project(
            id=f"p{self.random.getrandbits(32)}",
            source=HERE,
            title=self.heading(),
            subtitle=self.maybe(lambda: self.text(150)),
            field=self.maybe(lambda: self.text(30)),
            partners=self.some(lambda: self.text(30), (0, 1, 3, 30)),
            phases=self.some(lambda: PhaseReached(self.one_of(*PHASES)), (0, 1)),
            light=self.one_of(None, *Light),
            trend=self.one_of(None, *Trend),
            reason=self.maybe(lambda: self.text(300)),
            measure=self.maybe(lambda: self.text(300)),
            status=self.some(self.item, (1, 3, 5, 20, 60)),
            milestones=self.some(self.milestone, range(3)),
            start=self.maybe(lambda: date(2019, 6, 1)),
            budget=self.maybe(lambda: Budget(HERE, granted=Decimal(960000), spent=Decimal(5))),
        )

    def milestone(self) -> Milestone:
        return Milestone(self.text(80), date(2020, 1, 1), self.maybe(lambda: date(2020, 2, 1)))

    def fact(self) -> Fact:
        value = self.one_of(None, Decimal("17.25"), self.text(30))
        return Fact(
            HERE,
            label=self.maybe(lambda: self.text(80)),
            value=value,
            unit=self.maybe(lambda: self.text(20)) if value else None,
            text=self.text(200),
            items=self.some(self.fact_item, (0, 2, 5, 20)),
        )

    def fact_item(self) -> FactItem:
        return FactItem(self.text(100), self.one_of(None, Decimal(11)))

    def group(self) -> Group:
        return Group(self.heading(), self.some(self.item, (0, 3, 10, 40)))

    def item(self, depth: int = 2) -> Item:
        below = range(3) if depth else (0,)
        return Item(
            self.text(self.one_of(5, 30, 80, 200, 600)),
            self.some(lambda: self.item(depth - 1), (0, 0, 0, *below)),
            self.one_of(None, None, *State),
            self.maybe(lambda: PartialDate(2020, 2)),
            self.maybe(lambda: self.text(80)),
        )

    def heading(self) -> Text:
        return self.text(self.one_of(20, 40, 80, 200))

    def text(self, longest: int) -> Text:
        length = self.random.randint(1, longest)
        words = " ".join(self.random.choice(WORDS) for _ in range(length // 3 + 1))
        return text(words[:length].strip() or "x")

    def some(self, make: Callable[[], T], counts: range | tuple[int, ...]) -> tuple[T, ...]:
        return tuple(make() for _ in range(self.random.choice(counts)))

    def maybe(self, make: Callable[[], T]) -> T | None:
        return make() if self.random.random() < 0.4 else None

    def one_of(self, *choices: T) -> T:
        return self.random.choice(choices)
