"""YAML with positions → Report, Theme.

This package alone knows YAML. It is handed bytes, never paths to open, so that the
same code reads a folder and a revision in git.
"""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.content import Report
from deckgen.problems import Problem
from deckgen.theme import Theme

Files = Mapping[str, bytes]
"""The files of a folder: path below it, with forward slashes, and bytes."""


def read_report(name: str, folder: str, files: Files) -> tuple[Report, tuple[Problem, ...]]:
    """The report in `files`, and warnings.

    `folder` is the folder as the author is shown it, `name` the deck's name.
    Raises InvalidInput with every mistake of all files.
    """
    raise NotImplementedError


def read_theme(name: str, folder: str, files: Files) -> tuple[Theme, tuple[Problem, ...]]:
    """The theme in `files`, and warnings. Raises InvalidInput with every mistake."""
    raise NotImplementedError
