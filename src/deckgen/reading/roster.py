"""The projects of a deck, and who names them."""

from __future__ import annotations

from collections.abc import Mapping as Table
from collections.abc import Sequence
from functools import cached_property

from deckgen.accents import composed
from deckgen.content import Project
from deckgen.named import NamedTuple
from deckgen.problems import Source, SourceFile, WarningCode
from deckgen.reading.findings import Mistake
from deckgen.reading.nodes import Node
from deckgen.reading.reader import Reader
from deckgen.reading.sheet_columns import folded
from deckgen.suggesting import suggest


class Named(NamedTuple):
    """A project's name where somebody wrote it."""

    project_id: str
    source: Source


class Roster:
    """Every project that has a file, by its `composed` id; None stands for one with mistakes.

    `order` are those of the deck, as it lists them: by file name, if it does not.
    """

    def __init__(self, projects: Table[str, Project | None], folder: str, reader: Reader) -> None:
        self.order: tuple[str, ...] = tuple(projects)
        self._projects = projects
        self._folder = folder
        self._reader = reader
        self._used: set[str] = set()

    @property
    def is_empty(self) -> bool:
        """Whether no project has a file."""
        return not self._projects

    @property
    def is_faultless(self) -> bool:
        """Whether what is known of the deck's projects is all there is to know."""
        return bool(self.order) and None not in self._projects.values()

    @property
    def ordered(self) -> tuple[Project, ...]:
        """The deck's projects that could be read, in its order."""
        return self.read(self.order)

    def set_order(self, node: Node) -> None:
        """Take the order from the deck's list; what it leaves out is not the deck's."""
        named = self.named(node)
        self.order = tuple(name.project_id for name in named)

    def named(self, node: Node) -> tuple[Named, ...]:
        """The projects of a list of names, each once; unknown names are told."""
        named = self._reader.entries(node, self._named)
        seen: set[str] = set()
        for name in named:
            if name.project_id in seen:
                message = f"`{name.project_id}` is listed twice"
                self._reader.findings.error("listed-twice", message, name.source)
            seen.add(name.project_id)
        self._used |= seen
        return named

    def one(self, node: Node) -> Named | None:
        """The project of a single name; None if there is none called so, which is told."""
        named = self._named(node)
        self._used |= {named.project_id} if named else set()
        return named

    def read(self, project_ids: Sequence[str]) -> tuple[Project, ...]:
        """The projects called so, those left out that could not be read."""
        projects = (self._projects[project_id] for project_id in project_ids)
        return tuple(project for project in projects if project)

    def project(self, project_id: str) -> Project | None:
        """The project called so; None if there are mistakes in its file."""
        return self._projects[project_id]

    def called(self, words: str) -> Project | None:
        """The project that has `words` as its id, title or short title, whatever their case."""
        project_id = self._names.get(folded(words))
        self._used |= {project_id} if project_id else set()
        return self._projects[project_id] if project_id else None

    @cached_property
    def _names(self) -> Table[str, str]:
        """The ids of projects by all they are called."""
        names: dict[str, str] = {}
        for project_id, project in self._projects.items():
            titles = (project.title, project.short_title) if project else ()
            for name in (project_id, *(title.plain for title in titles if title)):
                names.setdefault(folded(name), project_id)
        return names

    def warn_of_unused(self) -> None:
        """Tell the files of projects that no list names."""
        for project_id in self._projects.keys() - self._used - {*self.order}:
            path = f"{self._folder}/projects/{project_id}.yaml"
            message = "this project is not part of the deck"
            hint = f"add `{project_id}` to `projects` in deck.yaml, or delete the file"
            source = Source(SourceFile(path))
            self._reader.findings.warning(WarningCode.UNUSED_PROJECT, message, source, hint)

    def _named(self, node: Node) -> Named | None:
        project_id = self._reader.value(node, self._known)
        return Named(project_id, node.source) if project_id else None

    def _known(self, name: str) -> str:
        name = composed(name)
        if name not in self._projects:
            hint = suggest(name, self._projects, "projects")
            message = f"there is no project `{name}`: the file projects/{name}.yaml is missing"
            raise Mistake("unknown-project", message, hint)
        return name
