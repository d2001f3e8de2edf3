"""Random decks as they were a report ago: what people edit between two reports."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import yaml
from tests.in_git import InGit
from tests.random_content import write_files
from tests.random_files import with_files

Entry = dict[str, Any]

LIGHTS = ("green", "yellow", "red")
PHASES = ("sketch", "applied", "eligible", "approved", "running", "completed")
STATES = ("done", "in_progress", "open", "blocked")


class Versions(NamedTuple):
    """The files of a deck as they were, and as they are."""

    earlier: dict[str, str]
    now: dict[str, str]


def versions(files: Mapping[str, str], seed: int) -> Versions:
    """The deck as its sixth report with slides of what is new, and as its fifth."""
    editor = _Editor(Random(seed))
    contents = {path: yaml.safe_load(text) for path, text in files.items()}
    deck = next(path for path in contents if path.endswith("deck.yaml"))
    projects = {path: entry for path, entry in contents.items() if "/projects/" in path}
    named = str(contents[deck])
    earlier = {
        path: editor.earlier(entry)
        for path, entry in projects.items()
        if Path(path).stem in named or editor.random.random() < 0.8
    }
    others = {path: entry for path, entry in contents.items() if path not in projects}
    then = {**others, deck: {**contents[deck], "report": 5}, **earlier}
    today = {**contents, deck: _with_news(contents[deck], projects)}
    return Versions(_written(then), _written(today))


def _with_news(deck: Entry, projects: Mapping[str, Entry]) -> Entry:
    slides: list[Entry] = [{"kind": "changes"}]
    if any("phase" in project for project in projects.values()):
        slides.append({"kind": "trend"})
    if any("granted" in project.get("budget", {}) for project in projects.values()):
        slides.append({"kind": "trend", "shows": "money"})
    sections = [*deck["sections"], {"title": "Seit dem letzten Mal", "slides": slides}]
    return {**deck, "report": 6, "sections": sections}


def _written(contents: Mapping[str, Entry]) -> dict[str, str]:
    return {
        path: yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
        for path, content in contents.items()
    }


def write_versions(found: Versions, root: Path, seed: int, *, has_files: bool) -> None:
    """Both versions below `root`: the earlier one in the history of its repository."""
    repository = InGit(root)
    for each, tag in ((found.earlier, "report-5"), (found.now, None)):
        files = with_files(each, seed) if has_files else each
        write_files(files, root)
        if tag:
            repository.commit({}, tag)


class _Editor(NamedTuple):
    random: Random

    def earlier(self, project: Entry) -> Entry:
        """A project as it may have been before."""
        edited = {**project}
        edits: dict[str, Callable[[Any], Any]] = {
            "phase": self.phase,
            "light": lambda _: self.random.choice(LIGHTS),
            "status": self.items,
            "milestones": self.milestones,
            "title": self.words,
        }
        for key, edit in edits.items():
            if key in edited and self.random.random() < 0.6:
                edited[key] = edit(edited[key])
        if edited.get("light", "green") != "green":
            edited = {"reason": "Anderer Grund", "measure": "Andere Maßnahme", **edited}
        return edited

    def phase(self, phase: Any) -> Any:
        return self.random.choice(PHASES) if isinstance(phase, str) else phase[:1]

    def items(self, items: list[Any]) -> list[Any]:
        kept = [self.item(item) for item in items if self.random.random() < 0.7]
        return kept or items[:1]

    def item(self, item: Any) -> Any:
        if isinstance(item, str):
            return {"text": self.words(item), "state": self.random.choice(STATES)}
        return {**item, "text": self.words(item["text"])}

    def milestones(self, milestones: list[Entry]) -> list[Entry]:
        return [self.milestone(each) for each in milestones if self.random.random() < 0.8]

    def milestone(self, milestone: Entry) -> Entry:
        key = next(key for key in ("forecast", "planned", "reached") if key in milestone)
        moved = _moved(milestone[key], timedelta(days=self.random.randint(-90, 90)))
        return {"title": milestone["title"], "planned": moved}

    def words(self, text: str) -> str:
        """A text without its last word, now and then."""
        words = text.split(" ")
        return " ".join(words[:-1]) if len(words) > 3 and self.random.random() < 0.3 else text


def _moved(day: Any, by: timedelta) -> str:
    try:
        return (date.fromisoformat(str(day)) + by).isoformat()
    except ValueError:  # written in the German way
        return str(day)
