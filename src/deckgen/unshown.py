"""What a report knows of its projects and no slide of its deck shows."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.claims import Claim, claims_of, fields_of
from deckgen.content import Project, Report
from deckgen.deck import (
    BudgetSlide,
    ColumnsSlide,
    Deck,
    DrawingSlide,
    PortfolioSlide,
    ProjectsSlide,
    StatusSlide,
    TimelineSlide,
)
from deckgen.problems import Problem, WarningCode

_OF_PROJECTS = (
    *(StatusSlide, ProjectsSlide, PortfolioSlide),
    *(BudgetSlide, TimelineSlide, DrawingSlide, ColumnsSlide),
)

_WRITTEN = {"phases": "phase"}
"""The keys that are called otherwise in a project's file."""


def unshown(report: Report, deck: Deck) -> tuple[Problem, ...]:
    """A warning for each project of which `deck` leaves something out.

    Topics stand on slides whole; of a project lists, tables and timelines show a part, and a
    project may be on no slide at all.
    """
    shown = {
        claim
        for slide in deck.slides
        if isinstance(slide, _OF_PROJECTS)
        for claim in claims_of(slide, slide.title.source, deck.language)
    }
    return tuple(
        _warning(project, missing)
        for project in report.projects
        if (missing := dict(_missing(project, deck, shown)))
    )


def _missing(project: Project, deck: Deck, shown: set[Claim]) -> Iterator[tuple[str, Claim]]:
    """The keys of a project that are not shown in full, each with what is not.

    A short title will do for the title.
    """
    is_called = not shown.isdisjoint(claims_of(project.short_title, project.source, deck.language))
    for key in fields_of(Project):
        for claim in claims_of(getattr(project, key), project.source, deck.language):
            if claim not in shown and not (is_called and key == "title"):
                yield key, claim


def _warning(project: Project, missing: dict[str, Claim]) -> Problem:
    if "title" in missing:
        message = "this project is on no slide"
        hint = "add a slide of kind `projects` or `status`, or leave it out of `projects`"
    else:
        *others, last = (f"`{_WRITTEN.get(key, key)}`" for key in missing)
        keys = f"{', '.join(others)} and {last} are" if others else f"{last} is"
        message = f"{keys} on no slide of the deck"
        hint = "add a slide of kind `status`, or delete what is not needed"
    # A phase knows the place of its label, which is in the deck's file or in none.
    sources = (claim.source for claim in missing.values())
    own = (source for source in sources if source.file == project.source.file and source.line)
    place = next(own, project.source)
    return Problem(WarningCode.NOT_SHOWN, message, place, hint)
