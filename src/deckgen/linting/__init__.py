"""Packages → findings: what PowerPoint would repair or refuse, and what keeps people out.

The schemas of Office say little of how parts belong together, so that a file may pass every
validator and be repaired all the same. Each module here knows one kind of mistake, and where the
rule comes from. Every build is looked at on its way into the file, and any file on demand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckgen.linting.finding import Finding
from deckgen.linting.linter import Linter
from deckgen.packages.parts import Part
from deckgen.problems import InvalidInput, Problem, Source, SourceFile

__all__ = ["Finding", "lint", "sound"]

_OUR_FAULT = "this is a fault of deckgen, not of your content: please report it, with this message"


def sound(parts: Iterable[Part]) -> Iterator[Part]:
    """The same parts; after the last of them InvalidInput is raised if anything is wrong."""
    linter = Linter()
    for part in parts:
        linter.look_at(part)
        yield part
    if found := linter.findings():
        raise InvalidInput(_our_fault(each) for each in found)


def lint(content: bytes) -> tuple[Finding, ...]:
    """All that is wrong with a file, however hostile it may be."""
    from deckgen.linting.opening import Opened
    from deckgen.packages.refusing import Refused

    try:
        opened = Opened(content)
    except Refused as refused:
        return tuple(Finding(each.code, "", each.message, each.hint) for each in refused.findings)
    linter = Linter()
    for part in opened.parts():
        linter.look_at(part)
    return (*opened.findings, *linter.findings())


def _our_fault(finding: Finding) -> Problem:
    place = Source(SourceFile(finding.part or "the file"))
    return Problem(finding.code, finding.message, place, _OUR_FAULT)
