"""The files of random decks, as authors write them: plausible words in every key there is."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any

import yaml
from tests.project import write
from tests.random_pictures import FILES, pictures
from tests.random_shapes import ProjectShape, Shape, SlideShape
from tests.random_words import Writer

Entry = dict[str, Any]

PHASES = {
    "de-DE": ("Projektskizze", "Antrag", "Förderwürdig", "Bewilligt", "Umsetzung", "Abschluss"),
    "en-GB": ("Sketch", "Application", "Eligible", "Approved", "Delivery", "Completed"),
}
PHASE_IDS = ("sketch", "applied", "eligible", "approved", "running", "completed")
LABELS = {
    "status": "Sachstand des Vorhabens aus Sicht der Projektleitung",
    "yellow": "mit Verzögerung gegenüber der Planung",
    "blocked": "wartet auf eine Entscheidung Dritter",
    "next_milestone": "Demnächst",
    "since": "laufend seit {date}",
    "own_share": "{amount} aus städtischen Mitteln",
    "source": "Herkunft der Angaben: {source}",
    "part": "Fortsetzung {number}",
}
COLUMNS = (
    *("phase", "light", "trend", "funding", "spent", "milestone", "field", "partners"),
    "duration",
)
STATES = ("done", "in_progress", "open", "blocked")


def files_of(shape: Shape, name: str = "random") -> dict[str, str]:
    """The text of each file of the deck called `name`, by its path in the project's folder."""
    author = _Author(shape, name, Random(shape.seed))
    projects = {f"content/{name}/projects/{key}.yaml": p for key, p in author.projects.items()}
    contents = {
        f"themes/{name}/theme.yaml": author.theme(),
        f"content/{name}/deck.yaml": author.deck(),
        **projects,
    }
    return {path: _written(content, shape.notation) for path, content in contents.items()}


def _written(content: Entry, notation: str) -> str:
    if notation == "json":
        return json.dumps(content, ensure_ascii=False, indent=1)
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False)


@dataclass(frozen=True)
class _Author:
    shape: Shape
    name: str
    random: Random

    @cached_property
    def writer(self) -> Writer:
        rarity = 0.25 if self.shape.extreme == "rare words" else 0.02
        names = ("title", "as_of", "organisation", "body")
        is_german = self.shape.language == "de-DE"
        return Writer(self.random, is_german, rarity, names)

    @cached_property
    def projects(self) -> dict[str, Entry]:
        return {f"p-{i}": self.project(p) for i, p in enumerate(self.shape.projects, start=1)}

    def theme(self) -> Entry:
        fonts = {"heading": self.shape.heading_font, "body": self.shape.font}
        theme: Entry = {"name": self.writer.name(20), "fonts": fonts, "slide": self.shape.slide}
        if self.random.random() < 0.3:
            theme["footer"] = "{short_title} · {organisation} · {date}"
        if self.random.random() < 0.3:
            theme["colours"] = {"primary": "#0B3C5D", "accent": "#C8102E"}
        # By the seed, so that decks that were once looked into stay as they were.
        if self.shape.seed % 3 == 0:
            theme["labels"] = {**LABELS, "en-GB": LABELS}
        if self.shape.seed % 5 == 0:
            theme["slide"] = "A4"
        return theme

    def deck(self) -> Entry:
        shape, write = self.shape, self.writer.name
        deck: Entry = {
            "title": write(shape.title),
            "subtitle": write(shape.title),
            "short_title": write(min(shape.title, 50)),
            "report": 6,
            "organisation": write(shape.frame),
            "author": write(shape.frame),
            "date": "2019-11-26",
            "as_of": self.any_of("2019", "2019-11", "2019-11-24"),
            "language": shape.language,
            "meeting": {
                "body": write(shape.frame),
                "agenda_item": "TOP 5",
                "paper": write(min(shape.frame, 40)),
            },
            "sections": [self.section(slides) for slides in shape.sections],
        }
        self.leave_out(deck, "subtitle", "short_title", "report", "author")
        return {**deck, **self.settings()}

    def settings(self) -> Entry:
        settings: Entry = {"theme": self.name} if self.random.random() < 0.5 else {}
        if self.shape.agenda:
            settings["agenda"] = {"true": True, "false": False}.get(
                self.shape.agenda, self.shape.agenda
            )
        if self.shape.closing:
            settings["closing"] = self.closing()
        if self.random.random() < 0.3:
            settings["phases"] = self.phases()
        if self.random.random() < 0.3:
            settings["projects"] = self.shuffled(self.projects)
        return settings

    def closing(self) -> bool | str | Entry:
        match self.shape.closing:
            case "text":
                return self.writer.name(self.shape.title)
            case "keys":
                keys = {"title": self.writer.name(60), "contact": self.writer.text(120)}
                self.leave_out(keys, "title")
                return keys
        return self.shape.closing == "true"

    def phases(self) -> list[Entry]:
        labels = PHASES[self.shape.language]
        return [{"id": key, "label": label} for key, label in zip(PHASE_IDS, labels, strict=True)]

    def section(self, slides: tuple[SlideShape, ...]) -> Entry:
        return {
            "title": self.heading(),
            "slides": [self.slide(slide) for slide in slides],
        }

    def heading(self) -> str:
        return self.writer.text(self.random.randint(self.shape.title // 2, self.shape.title))

    def slide(self, shape: SlideShape) -> Entry:
        slide: Entry = {"kind": self._kind(shape)}
        if shape.has_title:
            slide["title"] = self.heading()
        slide |= self.body(slide["kind"], shape)
        if shape.has_source:
            slide["source"] = self.writer.text(self.shape.frame)
        if shape.has_notes:
            slide["notes"] = self.notes()
        if shape.is_internal:
            slide["internal"] = True
        return slide

    def _kind(self, shape: SlideShape) -> str:
        """A slide of status needs a project that has any, and one of phases or money, too."""
        if shape.kind == "drawing":
            return "chart"
        if shape.kind == "timeline" and not any(map(is_dated, self.projects.values())):
            return "projects"
        needed = {"status": "status", "pipeline": "phase", "budget": "budget"}.get(shape.kind)
        has_it = any(needed in project for project in self.projects.values())
        return "projects" if needed and not has_it else shape.kind

    def body(self, kind: str, shape: SlideShape) -> Entry:
        some = range(shape.entries)
        drawn: dict[str, Callable[[], Entry]] = {
            "facts": lambda: {"facts": [self.fact(shape) for _ in some]},
            "groups": lambda: {"groups": [self.group(shape) for _ in some]},
            "conclusion": lambda: {"points": [self.item(shape.length) for _ in some]},
            "text": lambda: {"items": [self.item(shape.length) for _ in some]},
            "chart": lambda: self.chart(shape),
            "table": lambda: self.table(shape),
            "columns": lambda: {"columns": [self.column(shape) for _ in some]},
            "pipeline": lambda: self.any_of({"counts": self.counts(shape)}, {}),
            "portfolio": lambda: self.chosen(kind) | self.columns(),
            "timeline": self.timeline,
            "picture": self.picture,
            "budget": dict,
        }
        if shape.kind == "drawing":
            return self.drawing(shape)
        return drawn[kind]() if kind in drawn else self.chosen(kind)

    def timeline(self) -> Entry:
        """All projects, or one with dates and some others; now and then a part of the time."""
        keys = list(self.projects)
        dated = [key for key in keys if is_dated(self.projects[key])]
        slide: Entry = {}
        if self.random.random() < 0.3:
            some = self.random.sample(keys, self.random.randint(1, len(keys)))
            slide["projects"] = list(dict.fromkeys((self.any_of(*dated), *some)))
        if self.random.random() < 0.3:
            first = self.day()
            slide |= {"from": str(first), "to": str(first + timedelta(days=self.span))}
            self.leave_out(slide, "from" if self.random.random() < 0.5 else "to")
        return slide

    def picture(self) -> Entry:
        picture: Entry = {"file": deepcopy(self.any_of(*FILES))}
        if self.random.random() < 0.3:
            picture["decorative"] = True
        else:
            picture["alt"] = self.writer.name(80)
        if self.random.random() < 0.6:
            picture["caption"] = self.writer.text(self.any_of(20, 80, 200))
        return picture

    def column(self, shape: SlideShape) -> Entry:
        column: Entry = {"title": self.writer.text(min(shape.length, 60))}
        self.leave_out(column, "title")
        kind = self.any_of("items", "items", "picture", "chart")
        if kind == "picture":
            return {**column, "picture": self.picture()}
        if kind == "chart":
            chart = self.any_of(self.small_chart, self.small_chart, self.drawing)
            return {**column, "chart": chart(shape)}
        most = 12 if self.shape.extreme == "entries" else 5
        items = [self.item(min(shape.length, 200)) for _ in range(self.random.randint(1, most))]
        return {**column, "items": items}

    def small_chart(self, shape: SlideShape) -> Entry:
        """A chart with no more series, and no longer names of them, than a column holds."""
        chart = self.chart(shape)
        chart["series"] = chart["series"][:3]
        for series in chart["series"]:
            if "name" in series:
                series["name"] = self.writer.name(12)
        return chart

    @cached_property
    def span(self) -> int:
        """How many days the projects of a deck go over: from few to ten years."""
        return self.random.choice((4, 20, 90, 400, 1500, 3650))

    def day(self) -> date:
        """Any day around that of the report."""
        return date(2019, 11, 26) + timedelta(days=self.random.randint(-self.span, self.span) // 2)

    def counts(self, shape: SlideShape) -> Entry:
        labels = dict.fromkeys(self.writer.name(self.any_of(20, 60)) for _ in range(shape.entries))
        return {label: self.any_of(0, 1, 3, 11, 29, 1200) for label in labels}

    def chart(self, shape: SlideShape) -> Entry:
        kind = self.any_of("bar", "column", "line", "doughnut")
        count = self.any_of(1, 2, 3, 5, 8, 12, 24)
        longest = self.any_of(8, 20, 80)
        chart: Entry = {
            "type": kind,
            "categories": [self.writer.name(longest) for _ in range(count)],
            "unit": self.any_of("%", "€", "Mio. Euro", self.writer.name(60)),
            "series": self.series(kind, count, shape),
        }
        self.leave_out(chart, "unit")
        if kind in ("bar", "column") and self.random.random() < 0.4:
            chart["stacked"] = True
        return chart

    def series(self, kind: str, count: int, shape: SlideShape) -> list[Entry]:
        many = 1 if kind == "doughnut" else self.any_of(1, 1, 2, 3, 8)
        names = [self.writer.name(self.any_of(10, 30, 80)) for _ in range(many)]
        series: list[Entry] = [{"name": n, "values": self.values(kind, count)} for n in names]
        if many == 1 and shape.has_source:
            del series[0]["name"]
        return series

    def values(self, kind: str, count: int) -> list[float | int | None]:
        """Small, huge, negative and missing figures, and at least one."""
        largest = self.any_of(10, 1000, 10**7, 10**12)
        least = 0 if kind == "doughnut" else self.any_of(0, 0, -largest)
        places = self.any_of(0, 0, 1, 2)

        def figure() -> float:
            return float(self.random.randint(least, largest * 10**places) / 10**places)

        figures = [self.any_of(figure(), figure(), figure(), 0, None) for _ in range(count)]
        whole = [int(each) if each is not None and each == int(each) else each for each in figures]
        return [1, *whole[1:]]

    def drawing(self, shape: SlideShape) -> Entry:
        """A chart that is drawn as a picture."""
        match self.any_of("waterfall", "heatmap", "forecast"):
            case "waterfall":
                return self.waterfall()
            case "heatmap":
                return self.heatmap(shape)
        return self.forecast()

    def waterfall(self) -> Entry:
        count, longest = self.any_of(1, 2, 5, 9, 24), self.any_of(8, 20, 80)
        waterfall: Entry = {
            "type": "waterfall",
            "categories": [self.writer.name(longest) for _ in range(count)],
            "values": [each or 0 for each in self.values("waterfall", count)],
            "rest": self.writer.name(20),
            "unit": self.any_of("%", "Mio. €", self.writer.name(60)),
        }
        self.leave_out(waterfall, "rest", "unit")
        return waterfall

    def heatmap(self, shape: SlideShape) -> Entry:
        criteria, longest = self.any_of(1, 3, 5, 12), self.any_of(8, 20, 80)
        words = tuple(dict.fromkeys(self.writer.name(self.any_of(6, 12, 40)) for _ in range(4)))
        tones = ("good", "warning", "bad", "none")
        scale = [{"word": word, "tone": tone} for word, tone in zip(words, tones, strict=False)]
        has_scale = self.random.random() < 0.7
        choices = (*(words if has_scale else ("green", "yellow", "red")), None)
        rows: list[Entry] = [
            {
                "name": self.writer.name(longest),
                "ratings": [self.any_of(*choices) for _ in range(criteria)],
            }
            for _ in range(shape.entries)
        ]
        if self.projects:
            del rows[0]["name"]
            rows[0]["project"] = self.any_of(*self.projects)
        return {
            "type": "heatmap",
            "criteria": [self.writer.name(longest) for _ in range(criteria)],
            **({"scale": scale} if has_scale else {}),
            "rows": rows,
        }

    def forecast(self) -> Entry:
        count, longest = self.any_of(1, 2, 4, 12, 24), self.any_of(8, 20, 80)
        expected = self.values("forecast", count)
        forecast: Entry = {
            "type": "forecast",
            "categories": [self.writer.name(longest) for _ in range(count)],
            "plan": self.values("forecast", count),
            "actual": self.values("forecast", count),
            "forecast": expected,
            "low": [*expected],
            "high": [None if each is None else int(each) + 2 for each in expected],
            "unit": self.any_of("%", "Mio. €", self.writer.name(60)),
        }
        self.leave_out(forecast, "plan", "actual", "unit")
        if self.random.random() < 0.4:
            del forecast["low"], forecast["high"]
        return forecast

    def chosen(self, kind: str) -> Entry:
        """Some of the projects that a slide of `kind` may show, or all without naming them."""
        keys = [key for key, p in self.projects.items() if kind != "status" or "status" in p]
        if self.random.random() < 0.6:
            return {}
        return {"projects": self.shuffled(keys)[: self.random.randint(1, len(keys))]}

    def columns(self) -> Entry:
        """Some of a portfolio's columns, or those it has without naming them."""
        if self.random.random() < 0.5:
            return {}
        return {"columns": self.shuffled(COLUMNS)[: self.random.randint(1, len(COLUMNS))]}

    def table(self, shape: SlideShape) -> Entry:
        """A table, of which each column has figures or texts for the most part."""
        width = self.random.randint(1, 12 if self.shape.extreme == "table" else 6)
        longest = [self.random.choice((0, 0, 8, 30, min(shape.length, 80))) for _ in range(width)]
        return {
            "header": [self.writer.text(self.random.choice((3, 12, 30, 80))) for _ in longest],
            "rows": [[self.cell(most) for most in longest] for _ in range(shape.entries)],
        }

    def cell(self, longest: int) -> Any:
        """A figure if the column has no `longest` text; sometimes the other thing or nothing."""
        rare = self.random.random()
        if rare < 0.1:
            return self.any_of("", None)
        if longest and rare > 0.15:
            return self.writer.text(self.random.randint(1, longest))
        figure = self.random.choice((3, 12.5, 1999, -1234.56, 98765, 1234567890123, 0.001, 0))
        return figure if rare > 0.02 else "k. A."

    def fact(self, shape: SlideShape) -> Entry:
        lines = self.random.choice((0, 2, 5, 12 if self.shape.extreme == "facts" else 3))
        fact: Entry = {
            "label": self.writer.text(min(shape.length, 80)),
            "value": self.any_of(17.25, 1200000, 11, -3, "2018–2021", self.writer.name(30)),
            "unit": self.any_of("Mio. Euro", "%", "Projekte"),
            "text": self.writer.text(min(shape.length, 200)),
        }
        if lines:
            fact["items"] = [self.fact_item(shape) for _ in range(lines)]
        self.leave_out(fact, "label", "unit", "value" if "unit" not in fact else "text", "text")
        if "value" not in fact:
            fact.pop("unit", None)
            fact.setdefault("text", self.writer.text(20))
        return fact

    def fact_item(self, shape: SlideShape) -> Any:
        text = self.writer.text(min(shape.length, 100))
        figure: Entry = {"value": self.random.choice((11, 2.5, "3 %")), "text": text}
        return self.any_of(text, figure)

    def group(self, shape: SlideShape) -> Entry:
        most = 40 if self.shape.extreme in ("groups", "entries") else 6
        count = self.random.randint(0, most)
        items = [self.item(min(shape.length, 200)) for _ in range(count)]
        return {"title": self.writer.text(min(shape.length, 60)), "items": items}

    def item(self, longest: int, level: int = 1) -> Any:
        """A text, or a text with what belongs to it."""
        text = self.writer.text(self.random.randint(1, longest))
        if self.random.random() < (0.2 if self.shape.extreme == "levels" else 0.6):
            return text
        item: Entry = {"text": text, "state": self.any_of(*STATES)}
        item |= {"date": self.any_of("2020", "2020-02", "2020-02-29")}
        item |= {"note": self.writer.text(min(longest, 80))}
        self.leave_out(item, "state", "date", "note")
        below = self.random.randint(1, 4)
        if level < 3 and self.random.random() < 0.5:
            item["items"] = [self.item(max(1, longest // 2), level + 1) for _ in range(below)]
        return item

    def project(self, shape: ProjectShape) -> Entry:
        optional: dict[str, Callable[[], Any]] = {
            "short_title": lambda: self.writer.name(20),
            "subtitle": lambda: self.writer.text(min(self.shape.title, 120)),
            "field": lambda: self.writer.text(30),
            "phase": self.phase,
            "trend": lambda: self.any_of("up", "steady", "down"),
            "start": lambda: str(date(2019, 11, 26) - timedelta(self.random.randint(0, self.span))),
            "end": lambda: str(date(2019, 11, 26) + timedelta(self.random.randint(0, self.span))),
            "budget": self.budget,
            "notes": self.notes,
        }
        project: Entry = {"title": self.heading()}
        project |= {k: of() for i, (k, of) in enumerate(optional.items()) if shape.details >> i & 1}
        return project | self.light(shape) | self.lists(shape)

    def light(self, shape: ProjectShape) -> Entry:
        if shape.light is None:
            return {}
        light: Entry = {"light": shape.light}
        if shape.light != "green" or self.random.random() < 0.2:
            longest = min(2 * shape.length, 400)
            light["reason"] = self.writer.text(self.random.randint(1, longest))
            light["measure"] = self.writer.text(self.random.randint(1, longest))
        return light

    def lists(self, shape: ProjectShape) -> Entry:
        lists = {
            "partners": [
                self.writer.text(self.random.randint(3, 40)) for _ in range(shape.partners)
            ],
            "milestones": [self.milestone() for _ in range(shape.milestones)],
            "status": [self.item(shape.length) for _ in range(shape.items)],
        }
        return {key: entries for key, entries in lists.items() if entries}

    def phase(self) -> Any:
        reached = PHASE_IDS[: self.random.randint(1, len(PHASE_IDS))]
        history: list[Entry] = [
            {"phase": key, "since": f"2019-0{month}-01"} for month, key in enumerate(reached, 1)
        ]
        return self.any_of(reached[-1], history)

    def milestone(self) -> Entry:
        milestone = {
            "title": self.writer.text(60),
            "planned": str(self.day()),
            "forecast": str(self.day()),
            "reached": str(min(self.day(), date(2019, 11, 26))),
        }
        if self.shape.seed % 4 == 0:
            milestone["planned"] = milestone["forecast"] = "2020-01-01"
        self.leave_out(milestone, "forecast", "reached", "reached")
        return milestone

    def budget(self) -> Entry:
        unit = self.any_of(12345, 12345, 123456, 1234567.25)
        granted, own, spent = (self.random.randint(0, 9) * unit for _ in range(3))
        budget: Entry = {
            "total": granted + own,
            "granted": granted,
            "own_share": own,
            "spent": min(granted, spent),
            "currency": self.any_of("EUR", "GBP", "PLN"),
        }
        self.leave_out(budget, "own_share", "spent", "currency")
        return budget

    def notes(self) -> Any:
        paragraphs = [self.writer.text(80), self.writer.text(200)]
        return self.any_of(self.writer.text(150), paragraphs)

    def leave_out(self, mapping: Entry, *keys: str) -> None:
        """Take each of `keys` out of `mapping`, or not."""
        for key in keys:
            if self.random.random() < 0.5:
                mapping.pop(key, None)

    def any_of(self, *choices: Any) -> Any:
        return self.random.choice(choices)

    def shuffled(self, keys: Any) -> list[str]:
        return self.random.sample(list(keys), len(list(keys)))


def is_dated(project: Entry) -> bool:
    """Whether a timeline can place a project."""
    return any(key in project for key in ("start", "end", "milestones"))


def write_files(files: Mapping[str, str | bytes], root: Path) -> None:
    """Write the files of a deck below the folder `root`, with all pictures if it shows any."""
    for path, content in files.items():
        if isinstance(content, str):
            write(root / path, content)
        else:
            _write_bytes(root / path, content)
        if path.endswith("deck.yaml") and "images/" in str(content):
            for picture, drawn in pictures().items():
                _write_bytes((root / path).parent / picture, drawn)


def _write_bytes(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
