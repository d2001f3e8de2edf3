"""What is wrong with a .pptx file, whoever wrote it."""

from __future__ import annotations

from pathlib import Path

from deckgen.files import read_file, shown_path
from deckgen.linting import Finding, lint
from deckgen.problems import Problem, Source, SourceFile, shown

_LONGEST = 400


def proofread(file: str | Path, *, root: str | Path = ".") -> tuple[Problem, ...]:
    """What PowerPoint would repair or refuse in a `file` below `root`, and what keeps people out.

    The latter are warnings: their codes are listed in WarningCode. Raises InvalidInput for a
    file that cannot be read.
    """
    path, root = Path(root) / file, Path(root)
    place = Source(SourceFile(shown_path(path, root)))
    return tuple(_problem(each, place) for each in lint(read_file(path, root)))


def _problem(finding: Finding, place: Source) -> Problem:
    """The finding as a problem; of what the file has for names no terminal obeys anything."""
    return Problem(finding.code, shown(str(finding)[:_LONGEST]), place, finding.hint)
