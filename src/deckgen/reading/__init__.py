"""YAML with positions → Report, Theme.

This package alone knows YAML. It is handed bytes, never paths to open, so that the
same code reads a folder and a revision in git.
"""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.content import Report, Text
from deckgen.problems import Problem
from deckgen.reading.report import Earlier, earlier_from, report_from, theme_named_in
from deckgen.reading.theme import extended_in, files_named_in, theme_from
from deckgen.theme import Theme

Files = Mapping[str, bytes]
"""The files of a folder: path below it, with forward slashes, and bytes."""


def read_report(
    name: str, folder: str, files: Files, beside: Files | None = None
) -> tuple[Report, tuple[Problem, ...]]:
    """The report in the YAML `files`, and warnings.

    `folder` is the folder as the author is shown it, `name` the deck's name. Tables and
    pictures are taken from `beside`, of which only those are asked for that the deck names; by
    default they are among `files`. Raises InvalidInput with every mistake of all files, in the
    order of files and lines.
    """
    return report_from(name, folder, files, files if beside is None else beside)


def read_earlier(name: str, folder: str, files: Files, beside: Files | None = None) -> Earlier:
    """The report that once was in `files`, for comparing the one of today with it.

    Read leniently: what is not understood is left out. Keys and kinds that are not known are
    those of another version; other mistakes are given, and nothing is raised.
    """
    return earlier_from(name, folder, files, files if beside is None else beside)


def read_theme_name(folder: str, files: Files) -> Text | None:
    """The theme that the deck in `files` names, even if the deck has mistakes."""
    return theme_named_in(folder, files)


def read_theme(
    name: str, folder: str, files: Files, base: Theme | None = None
) -> tuple[Theme, tuple[Problem, ...]]:
    """The theme in `files`, and warnings; what it leaves out is as in `base`.

    `folder` is the folder as the author is shown it, `name` the theme's name. Without a
    `base` it is the theme that comes with deckgen. Raises InvalidInput with every mistake.
    """
    return theme_from(name, folder, files, base)


def read_extended(folder: str, files: Files) -> Text | None:
    """The name of the theme that the one in `files` extends, even if it has mistakes."""
    return extended_in(folder, files)


def named_files(folder: str, files: Files) -> frozenset[str]:
    """Those of a theme's `files` that its theme.yaml names, and that file itself."""
    return files_named_in(folder, files)
