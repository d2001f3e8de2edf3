"""Sentences on projects that a slide has nothing to show of."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.content import Project, Text
from deckgen.deck import Remark
from deckgen.language import Language
from deckgen.problems import Source


def remark_on(
    projects: Sequence[Project], pattern: str, source: Source, language: Language
) -> Remark | None:
    """A sentence, `{names}` in its pattern: the short names, or in few words how many they are."""
    if not projects:
        return None
    names = ", ".join((project.short_title or project.title).plain for project in projects)
    words, number = language.words, len(projects)
    count = words.one_project if number == 1 else words.count_of_projects.format(number=number)
    full, summary = (pattern.format(names=named) for named in (names, count))
    return Remark(Text.of(full, source), Text.of(summary, source))
