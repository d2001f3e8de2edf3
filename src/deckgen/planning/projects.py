"""Slides of projects, and what these mark as new since the last report."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.aspects import known_aspects, pared
from deckgen.changes import Changes
from deckgen.content import Portfolio, Project, ProjectList, Span, Status, Text, Timeline, Topic
from deckgen.deck import PortfolioSlide, ProjectRow, ProjectsSlide, SectionLine, StatusSlide
from deckgen.language import Language
from deckgen.marks import is_new_project, pared_marks, with_baselines
from deckgen.planning.setting import Setting
from deckgen.schedule import dates_of


def with_earlier_plans(topic: Topic, marked: Changes | None) -> Topic:
    """The topic with the plans of its milestones as the last report knew them."""
    if marked is None or not isinstance(topic, Status | Timeline | Portfolio):
        return topic
    projects = tuple(with_baselines(project, marked) for project in topic.projects)
    return topic._replace(projects=projects)


def projects_slide(
    setting: Setting, slide_id: str, title: Text, topic: ProjectList
) -> ProjectsSlide:
    """The projects by name, a row each."""
    rows = tuple(_row(project, setting.marked) for project in topic.projects)
    return ProjectsSlide(id=slide_id, title=title, rows=rows)


def _row(project: Project, marked: Changes | None) -> ProjectRow:
    is_new = marked is not None and is_new_project(project, marked)
    return ProjectRow(project.id, project.title, project.subtitle, project.phase, is_new)


def portfolio_slide(
    setting: Setting, slide_id: str, title: Text, topic: Portfolio
) -> PortfolioSlide:
    """The projects with no more than the table's columns tell of them."""
    aspects, marked = topic.aspects or known_aspects(topic.projects), setting.marked
    projects = tuple(pared(project, aspects) for project in topic.projects)
    marks = tuple(pared_marks(each, aspects, marked) for each in topic.projects) if marked else ()
    return PortfolioSlide(id=slide_id, title=title, projects=projects, aspects=aspects, marks=marks)


def status_slides(
    setting: Setting, slide_id: str, line: SectionLine, topic: Status
) -> Iterator[StatusSlide]:
    """A slide a project; a title of the topic's own stands in the section line."""
    if topic.title:
        line = line._replace(words=_joined(line.words, topic.title))
    for project in topic.projects:
        new = setting.marked.items_of(project.id) if setting.marked else ()
        yield StatusSlide(
            id=f"{slide_id}-{project.id}",
            title=project.title,
            section_line=line,
            credit=topic.credit,
            notes=(*topic.notes, *project.notes),
            project=project,
            programme=setting.report.phases,
            new=frozenset(new),
            history=tuple(_history(project, setting.language)),
        )


def _joined(section: Text, topic: Text) -> Text:
    """The section's name and the topic's title, once if they are the same."""
    if section.plain == topic.plain:
        return section
    return topic._replace(spans=(*section.spans, Span(" · "), *topic.spans))


def _history(project: Project, language: Language) -> Iterator[Text]:
    """All phases and milestones with all their dates, a sentence each."""
    yield from _phases(project, language)
    for milestone in project.milestones:
        name = f"{language.words.milestone}: {milestone.title.plain}"
        sentence = ", ".join((name, *dates_of(milestone, language)))
        yield Text.of(sentence, milestone.title.source)


def _phases(project: Project, language: Language) -> Iterator[Text]:
    words = language.words
    if len(project.phases) == 1 and not project.phases[0].since:
        return
    for phase, since in project.phases:
        day = f", {words.since.format(date=language.date(since))}" if since else ""
        yield Text.of(f"{words.phase}: {phase.label.plain}{day}", phase.label.source)
