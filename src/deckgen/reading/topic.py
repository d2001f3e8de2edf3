"""What every topic's reader is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypedDict

from deckgen.content import Project, Text, Topic
from deckgen.named import NamedTuple
from deckgen.problems import Source
from deckgen.reading.fields import Fields
from deckgen.reading.nodes import Node
from deckgen.reading.reader import Reader
from deckgen.reading.roster import Roster
from deckgen.reading.sheets import Sheets


class Common(TypedDict):
    """What every topic may have."""

    source: Source
    title: Text | None
    credit: Text | None
    notes: tuple[Text, ...]
    is_internal: bool


class Setting(NamedTuple):
    """The deck that topics are read for.

    `folder` is its folder as the author is shown it, and `files` what lies in it, by the paths
    below that: a file is read when it is asked for, and no other one should be. `sheets` are
    the rows and columns in them.
    """

    reader: Reader
    roster: Roster
    folder: str
    files: Mapping[str, bytes]
    sheets: Sheets

    def chosen(self, fields: Fields) -> tuple[Project, ...]:
        """The projects that a topic names, or all of the deck's; there must be some."""
        self.check_roster(fields)
        return fields.optional("projects", self.named, self.roster.ordered)

    def named(self, node: Node) -> tuple[Project, ...]:
        """The projects of a list of names that could be read."""
        return self.roster.read([name.project_id for name in self.roster.named(node)])

    def check_roster(self, fields: Fields) -> None:
        """Tell it if a topic shows all projects of a deck that has none."""
        if self.roster.is_empty and not fields.has("projects"):
            hint = "put one file for each project into the folder `projects`"
            message = "the deck has no projects"
            self.reader.findings.error("no-projects", message, fields.source, hint)


ReadTopic = Callable[[Setting, Fields, Common], Topic | None]
"""The reader of a kind; what it finds missing it tells, and leaves empty.

It gives None where nothing is left to show.
"""
