"""What may become of a deck. Outcomes are small: they can be kept, and sent to other processes.

`deck` is the deck as it was asked for; `shown` is a path as seen from the project's
folder; `seconds` is the time it took.
"""

from __future__ import annotations

from pathlib import Path

from deckgen.named import NamedTuple
from deckgen.problems import Problem


class Built(NamedTuple):
    """A deck that was written: its file, how many slides and bytes, what to look at."""

    deck: str
    path: Path
    shown: str
    slides: int
    size: int
    warnings: tuple[Problem, ...]
    seconds: float


class Checked(NamedTuple):
    """A deck that could be written: its folder, how many slides, what to look at."""

    deck: str
    shown: str
    slides: int
    warnings: tuple[Problem, ...]
    seconds: float


class UpToDate(NamedTuple):
    """A deck whose file is what would be written now; it was left alone."""

    deck: str
    path: Path
    shown: str


class Failed(NamedTuple):
    """A deck with mistakes: all of them, with as much of their files as is shown."""

    deck: str
    problems: tuple[Problem, ...]


Outcome = Built | Checked | UpToDate | Failed
