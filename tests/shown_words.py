"""The texts that a deck's files promise to show: what an author reads there, without markup.

This knows the format only. What became of a text in planning and layout plays no part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, NamedTuple

import yaml

Entry = Mapping[str, Any]

_LINK = re.compile(r"\[([^\[\]]+)\]\((?:[^()]|\([^()]*\))*\)")
_STYLE = re.compile(r"(?<!\w)\*{1,2}|\*{1,2}(?!\w)")
_FILL_IN = re.compile(r"(?<!\{)\{\w+\}(?!\})")
_AMOUNT = re.compile(r"-?[\d.]+")
_NO_TEXT = re.compile(rf"|null|{_AMOUNT.pattern}")
_WORDING = ("label", "unit", "text", "note", "title")
"""The keys of facts, groups and items whose texts are shown."""


class Promised(NamedTuple):
    """The texts to be found on slides, and those in the speaker's notes, each in pieces.

    A name in braces is filled in from elsewhere and separates two pieces.
    """

    shown: tuple[str, ...]
    noted: tuple[str, ...]


def promised(files: Mapping[str, str]) -> Promised:
    """What the files of a deck promise to show."""
    # Texts as they are written: YAML's guesses at numbers and dates are not the format's.
    read = {path: yaml.load(text, Loader=yaml.BaseLoader) for path, text in files.items()}  # noqa: S506
    deck = next(content for path, content in read.items() if path.endswith("deck.yaml"))
    projects = {PurePosixPath(path).stem: p for path, p in read.items() if "/projects/" in path}
    promise = _Promise(deck, projects)
    shown = tuple(piece for text in promise.shown() for piece in pieces(text))
    return Promised(shown, tuple(piece for text in promise.noted() for piece in pieces(text)))


def pieces(text: str) -> list[str]:
    """The words of a text between the names that are filled in, markup removed."""
    bare = _STYLE.sub("", _LINK.sub(r"\1", text))
    parts = (part.replace("{{", "{").replace("}}", "}") for part in _FILL_IN.split(bare))
    return [part for part in parts if part.strip()]


class _Promise:
    def __init__(self, deck: Entry, projects: Mapping[str, Entry]) -> None:
        self.deck = deck
        self.projects = projects
        self.order = deck.get("projects", sorted(projects))
        slides = (slide for section in deck["sections"] for slide in section["slides"])
        self.slides = [slide for slide in slides if slide.get("internal") != "true"]

    def shown(self) -> Iterator[str]:
        yield from self._cover()
        for section in self.deck["sections"]:
            if any(slide in self.slides for slide in section["slides"]):
                yield section["title"]
        for slide in self.slides:
            yield from self._slide(slide)

    def noted(self) -> Iterator[str]:
        for slide in self.slides:
            yield from slide.get("counts", {})
            if slide["kind"] == "portfolio":
                yield from (project["title"] for project in self._projects(slide))
            for chart in (slide, *(c["chart"] for c in _columns(slide) if "chart" in c)):
                yield from chart.get("categories", [])
                yield from chart.get("criteria", [])
                yield from (row["name"] for row in chart.get("rows", []) if "name" in row)
                yield from (each["name"] for each in chart.get("series", []) if "name" in each)
            for project in self._projects(slide) if slide["kind"] == "timeline" else []:
                yield project["title"]
                yield from (milestone["title"] for milestone in project.get("milestones", []))
            projects = self._projects(slide) if slide["kind"] == "status" else []
            for owner in (slide, *projects):
                notes = owner.get("notes", [])
                yield from [notes] if isinstance(notes, str) else notes
            for project in projects:
                yield from (milestone["title"] for milestone in project.get("milestones", []))

    def _cover(self) -> Iterator[str]:
        deck, closing = self.deck, self.deck.get("closing", "true")
        yield from (
            deck[key] for key in ("title", "subtitle", "organisation", "author") if key in deck
        )
        yield from deck["meeting"].values()
        if isinstance(closing, dict):
            yield from closing.values()
        elif closing not in ("true", "false"):
            yield closing

    def _slide(self, slide: Entry) -> Iterator[str]:
        yield from (slide[key] for key in ("title", "source") if key in slide)
        for key in ("facts", "groups", "points", "items"):
            yield from _texts(slide.get(key, []))
        rows = slide.get("rows", []) if slide["kind"] == "table" else []
        for row in (slide.get("header", []), *rows):
            yield from (cell for cell in row if not _NO_TEXT.fullmatch(cell))
        for picture in (slide, *(each.get("picture", {}) for each in _columns(slide))):
            yield from [picture["caption"]] if "caption" in picture else []
        for column in _columns(slide):
            yield from [column["title"]] if "title" in column else []
            yield from _texts(column.get("items", []))
        if slide["kind"] == "timeline":
            yield from self._timeline(slide)
            return
        for project in self._projects(slide):
            if slide["kind"] == "portfolio":
                yield from _row(project, slide.get("columns", []))
                continue
            yield from (project[key] for key in ("title", "subtitle") if key in project)
            if slide["kind"] == "status":
                yield from self._status(project)

    def _projects(self, slide: Entry) -> list[Entry]:
        if slide["kind"] not in ("projects", "status", "portfolio", "timeline"):
            return []
        chosen = [self.projects[key] for key in slide.get("projects", self.order)]
        return [p for p in chosen if slide["kind"] != "status" or "status" in p]

    def _timeline(self, slide: Entry) -> Iterator[str]:
        """The short names of all projects; all milestones, unless only a part of time is shown."""
        for project in self._projects(slide):
            yield project.get("short_title", project["title"])
            if "from" not in slide and "to" not in slide:
                yield from (milestone["title"] for milestone in project.get("milestones", []))

    def _status(self, project: Entry) -> Iterator[str]:
        yield from (project[key] for key in ("field", "reason", "measure") if key in project)
        yield from project.get("partners", [])
        yield from _texts(project["status"])


def _row(project: Entry, columns: list[str]) -> Iterator[str]:
    """The texts of a project in a portfolio with these columns."""
    yield project.get("short_title", project["title"])
    if "field" in columns and "field" in project:
        yield project["field"]
    if "partners" in columns:
        yield from project.get("partners", [])


def _columns(slide: Entry) -> list[Entry]:
    """The columns of a slide of that kind; those of a portfolio are mere names."""
    return slide["columns"] if slide["kind"] == "columns" else []


def _texts(entries: list[Any]) -> Iterator[str]:
    """The texts of facts, groups or items, and of what is below them."""
    for entry in entries:
        if isinstance(entry, str):
            yield entry
        else:
            yield from (entry[key] for key in _WORDING if key in entry)
            if not _AMOUNT.fullmatch(entry.get("value", "0")):
                yield entry["value"]
            yield from _texts(entry.get("items", []))
