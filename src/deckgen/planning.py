"""Report → deck: which slides tell it, with which titles, in which order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from deckgen.aspects import known_aspects, pared
from deckgen.changes import Change, Changes, DetailChange, News, Since, SlideChange
from deckgen.content import (
    AgendaUse,
    Budgets,
    Bullets,
    Chart,
    Charted,
    Closing,
    Columns,
    Conclusion,
    Facts,
    Figures,
    Groups,
    Item,
    Pictured,
    Pipeline,
    Portfolio,
    Project,
    ProjectList,
    Report,
    Section,
    Span,
    Status,
    Tabular,
    Text,
    Timeline,
    Topic,
    Trended,
    WhatIsNew,
)
from deckgen.deck import (
    AgendaEntry,
    AgendaSlide,
    ChartSlide,
    ClosingSlide,
    ColumnsSlide,
    ConclusionSlide,
    Deck,
    DeckSection,
    DrawingSlide,
    FactsSlide,
    GroupsSlide,
    NewsGroup,
    NewsSlide,
    PictureSlide,
    PortfolioSlide,
    ProjectRow,
    ProjectsSlide,
    SectionLine,
    Slide,
    StatusSlide,
    TableSlide,
    TextSlide,
    TimelineSlide,
    TitleSlide,
)
from deckgen.language import Language, language
from deckgen.marks import is_new_project, pared_marks, with_baselines
from deckgen.named import NamedTuple
from deckgen.page import Properties
from deckgen.plotting import budget_slides, columns_told, counted, figures_told, without_phase
from deckgen.schedule import dates_of, in_full, report_day, scheduled, time_shown
from deckgen.standing import Standing
from deckgen.trending import trend_slides
from deckgen.wording import title_since, told


def plan(
    report: Report,
    *,
    include_internal: bool = False,
    since: Since | None = None,
    series: Sequence[Standing] = (),
    labels: Mapping[str, str] = MappingProxyType({}),
) -> Deck:
    """The deck that tells `report`; internal topics only where they are asked for.

    `since` is an earlier report and what is new; without one, slides of news are left out.
    `series` are the reports so far and this one; with fewer than two of them, trends are.
    `labels` are a theme's own words in place of those of the language.
    """
    spoken = language(report.language).with_labels(labels)
    left_out = (*(() if since else (WhatIsNew,)), *(() if len(series) > 1 else (Trended,)))
    shown = _shown(report, include_internal, left_out)
    planner = _Planner(report, spoken, shown, since, series)
    return Deck(
        properties=planner.properties(),
        language=planner.language,
        short_title=report.short_title or report.title,
        as_of=planner.as_of(),
        sections=_with_distinct_titles(planner.sections()),
    )


def _shown(
    report: Report, include_internal: bool, left_out: tuple[type[Topic], ...]
) -> tuple[Section, ...]:
    """The sections with the topics to show; those that show nothing are left out."""

    def is_shown(topic: Topic) -> bool:
        return not isinstance(topic, left_out) and (include_internal or not topic.is_internal)

    sections = (
        section._replace(topics=tuple(filter(is_shown, section.topics)))
        for section in report.sections
    )
    return tuple(section for section in sections if section.topics)


class _Planner(NamedTuple):
    report: Report
    language: Language
    shown: tuple[Section, ...]
    since: Since | None
    series: Sequence[Standing]

    @property
    def marked(self) -> Changes | None:
        """What is marked as new, if anything is."""
        return self.since.changes if self.since and self.report.marks else None

    def properties(self) -> Properties:
        report = self.report
        return Properties(
            title=report.title.plain,
            language=report.language,
            subject=_plain(report.subtitle),
            author=_plain(report.author),
            organisation=_plain(report.organisation),
            date=report.date,
        )

    def as_of(self) -> str | None:
        moment = self.report.as_of
        return self.language.partial_date(moment) if moment else None

    def sections(self) -> tuple[DeckSection, ...]:
        words = self.language.words
        opening = DeckSection("opening", words.start, tuple(self._opening()))
        middle = tuple(
            DeckSection(f"section-{number}", section.title.plain, self._section(number, section))
            for number, section in enumerate(self.shown, start=1)
        )
        closing = self.report.closing
        if not closing:
            return (opening, *middle)
        end = DeckSection("closing", words.layouts.closing, (self._closing(closing),))
        return (opening, *middle, end)

    def _opening(self) -> Iterator[Slide]:
        yield TitleSlide(
            id="title",
            title=self.report.title,
            subtitle=self.report.subtitle,
            occasion=self._occasion(),
            sender=_given(self.report.author, self.report.organisation),
        )
        if self.report.agenda is not AgendaUse.NEVER and self.shown:
            yield self._agenda("agenda", self._text(self.language.words.agenda), current=None)

    def _occasion(self) -> tuple[Text, ...]:
        meeting, day = self.report.meeting, self.report.date
        date = self._text(self.language.long_date(day)) if day else None
        return _given(meeting.body, meeting.agenda_item, meeting.paper, date)

    def _agenda(self, slide_id: str, title: Text, current: int | None) -> AgendaSlide:
        entries = tuple(
            AgendaEntry(
                number, section.title, self._first_slide(number, section), number == current
            )
            for number, section in enumerate(self.shown, start=1)
        )
        subtitle = self.report.subtitle
        return AgendaSlide(
            id=slide_id,
            title=title,
            section_line=SectionLine(subtitle) if subtitle else None,
            entries=entries,
        )

    def _first_slide(self, number: int, section: Section) -> str:
        if self.report.agenda is AgendaUse.EVERY_SECTION:
            return f"section-{number}-agenda"
        return next(self._topic_slides(number, 1, section, section.topics[0])).id

    def _section(self, number: int, section: Section) -> tuple[Slide, ...]:
        return tuple(self._section_slides(number, section))

    def _section_slides(self, number: int, section: Section) -> Iterator[Slide]:
        if self.report.agenda is AgendaUse.EVERY_SECTION:
            words = self.language.words.agenda_at.format(section=section.title.plain)
            yield self._agenda(f"section-{number}-agenda", self._text(words), current=number)
        for position, topic in enumerate(section.topics, start=1):
            yield from self._topic_slides(number, position, section, topic)

    def _topic_slides(
        self, number: int, position: int, section: Section, topic: Topic
    ) -> Iterator[Slide]:
        slide_id = f"section-{number}-{position}"
        line = SectionLine(section.title, number)
        topic = self._with_baselines(topic)
        if isinstance(topic, Status):
            yield from self._status_slides(slide_id, line, topic)
            return
        if isinstance(topic, Budgets):
            title = topic.title or self._text(self.language.words.budget)
            for slide in budget_slides(slide_id, title, topic, self.language):
                yield slide._replace(section_line=line)
            return
        if isinstance(topic, Trended):
            for chart in trend_slides(
                slide_id, topic, self.series[-topic.reports :], self.language
            ):
                yield chart._replace(section_line=line)
            return
        bare = self._bare_slide(slide_id, section, topic)
        yield bare._replace(section_line=line, credit=topic.credit, notes=topic.notes)

    def _bare_slide(self, slide_id: str, section: Section, topic: Topic) -> Slide:
        words = self.language.words
        title = topic.title or section.title
        match topic:
            case Facts():
                return FactsSlide(id=slide_id, title=title, facts=topic.facts)
            case Groups():
                return GroupsSlide(id=slide_id, title=title, groups=topic.groups)
            case ProjectList():
                title = topic.title or self._text(words.projects)
                rows = tuple(map(self._row, topic.projects))
                return ProjectsSlide(id=slide_id, title=title, rows=rows)
            case Conclusion():
                title = topic.title or self._text(words.conclusion)
                return ConclusionSlide(id=slide_id, title=title, points=topic.points)
            case Bullets():
                return TextSlide(id=slide_id, title=title, items=topic.items)
            case Portfolio():
                title = topic.title or self._text(words.portfolio)
                return self._portfolio(slide_id, title, topic)
            case Tabular():
                return TableSlide(id=slide_id, title=title, table=topic.table)
        return self._drawn_slide(slide_id, title, topic)

    def _drawn_slide(self, slide_id: str, title: Text, topic: Topic) -> Slide:
        """A slide that shows more than text."""
        match topic:
            case Timeline():
                return self._timeline(slide_id, topic)
            case Columns():
                told = columns_told(topic.columns, self.language)
                return ColumnsSlide(id=slide_id, title=title, columns=topic.columns, history=told)
            case Pictured():
                return PictureSlide(id=slide_id, title=title, illustration=topic.illustration)
            case Charted():
                return self._figures_slide(slide_id, title, topic.figures)
            case Pipeline():
                title = topic.title or self._text(self.language.words.pipeline)
                return self._pipeline_slide(slide_id, title, topic)
            case WhatIsNew() if self.since:
                title = topic.title or self._text(
                    title_since(self.since, self.report, self.language)
                )
                return self._news(slide_id, title, self.since)
        raise TypeError(f"no slide for {type(topic).__name__}")

    def _figures_slide(self, slide_id: str, title: Text, figures: Figures) -> Slide:
        """A native chart where there is one for these figures, else a picture."""
        told = figures_told(figures, self.language)
        if isinstance(figures, Chart):
            return ChartSlide(id=slide_id, title=title, figures=figures, history=told)
        return DrawingSlide(id=slide_id, title=title, figures=figures, history=told)

    def _timeline(self, slide_id: str, topic: Timeline) -> TimelineSlide:
        """The projects over time, titled with the years that are shown."""
        projects = tuple(map(scheduled, topic.projects))
        today = report_day(self.report.as_of, self.report.date)
        first, last = time_shown(projects, topic.first, topic.last, today)
        years = str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
        told = (Text.of(in_full(each, self.language), each.source) for each in projects)
        return TimelineSlide(
            id=slide_id,
            title=topic.title or self._text(self.language.words.timeline.format(years=years)),
            projects=projects,
            first=first,
            last=last,
            today=today,
            as_of=self.as_of() or (self.language.date(today) if today else None),
            history=tuple(told),
        )

    def _pipeline_slide(self, slide_id: str, title: Text, topic: Pipeline) -> ChartSlide:
        figures = counted(topic, self.report)
        remark = None if topic.counts else without_phase(topic, self.report, self.language)
        return ChartSlide(
            id=slide_id,
            title=title,
            figures=figures,
            is_pipeline=True,
            remark=remark,
            history=(
                *figures_told(figures, self.language),
                *((remark.text,) if remark else ()),
            ),
        )

    def _news(self, slide_id: str, title: Text, since: Since) -> Slide:
        """What is new, under the headings of its sorts; or a sentence that nothing is."""
        said = [told(change, self.language) for change in since.changes.all if _is_weighty(change)]
        if not said:
            nothing = Item(self._text(self.language.words.news.nothing))
            return TextSlide(id=slide_id, title=title, items=(nothing,))
        groups = tuple(
            NewsGroup(entries[0].news, heading, entries)
            for heading, found in groupby(said, lambda each: each.heading)
            if (entries := tuple(found))
        )
        return NewsSlide(id=slide_id, title=title, groups=groups)

    def _with_baselines(self, topic: Topic) -> Topic:
        """The topic with the plans of its milestones as the last report knew them."""
        changes = self.marked
        if changes is None or not isinstance(topic, Status | Timeline | Portfolio):
            return topic
        return topic._replace(projects=tuple(with_baselines(p, changes) for p in topic.projects))

    def _new_items(self, project: Project) -> frozenset[Text]:
        return frozenset(self.marked.items_of(project.id) if self.marked else ())

    def _row(self, project: Project) -> ProjectRow:
        is_new = self.marked is not None and is_new_project(project, self.marked)
        return ProjectRow(project.id, project.title, project.subtitle, project.phase, is_new)

    def _portfolio(self, slide_id: str, title: Text, topic: Portfolio) -> PortfolioSlide:
        """The projects with no more than the table's columns tell of them."""
        aspects, changes = topic.aspects or known_aspects(topic.projects), self.marked
        projects = tuple(pared(project, aspects) for project in topic.projects)
        marks = tuple(pared_marks(p, aspects, changes) for p in topic.projects) if changes else ()
        return PortfolioSlide(
            id=slide_id, title=title, projects=projects, aspects=aspects, marks=marks
        )

    def _status_slides(
        self, slide_id: str, line: SectionLine, topic: Status
    ) -> Iterator[StatusSlide]:
        """A slide a project; a title of the topic's own stands in the section line."""
        if topic.title:
            line = line._replace(words=_joined(line.words, topic.title))
        for project in topic.projects:
            yield StatusSlide(
                id=f"{slide_id}-{project.id}",
                title=project.title,
                section_line=line,
                credit=topic.credit,
                notes=(*topic.notes, *project.notes),
                project=project,
                programme=self.report.phases,
                new=self._new_items(project),
                history=(*self._phases(project), *self._milestones(project)),
            )

    def _phases(self, project: Project) -> Iterator[Text]:
        words, write = self.language.words, self.language.date
        if len(project.phases) == 1 and not project.phases[0].since:
            return
        for phase, since in project.phases:
            told = f", {words.since.format(date=write(since))}" if since else ""
            yield Text.of(f"{words.phase}: {phase.label.plain}{told}", phase.label.source)

    def _milestones(self, project: Project) -> Iterator[Text]:
        for milestone in project.milestones:
            name = f"{self.language.words.milestone}: {milestone.title.plain}"
            sentence = ", ".join((name, *dates_of(milestone, self.language)))
            yield Text.of(sentence, milestone.title.source)

    def _closing(self, closing: Closing) -> ClosingSlide:
        title = closing.title or self._text(self.language.words.thanks)
        return ClosingSlide(id="closing", title=title, contact=closing.contact)

    def _text(self, words: str) -> Text:
        return Text.of(words, self.report.source)


def _with_distinct_titles(sections: tuple[DeckSection, ...]) -> tuple[DeckSection, ...]:
    """Number the titles that repeat: readers find slides by their titles (WCAG 2.1, 2.4.2)."""
    seen: Counter[str] = Counter()
    return tuple(
        section._replace(slides=tuple(_distinct(slide, seen) for slide in section.slides))
        for section in sections
    )


def _distinct(slide: Slide, seen: Counter[str]) -> Slide:
    title = slide.title
    while title.plain in seen:
        seen[slide.title.plain] += 1
        number = Span(f" ({seen[slide.title.plain]})")
        title = slide.title._replace(spans=(*slide.title.spans, number))
    seen[title.plain] += 1
    return slide if title is slide.title else slide._replace(title=title)


def _is_weighty(change: Change) -> bool:
    """Whether a council is told of the change; the rest is for those who write the report."""
    match change:
        case SlideChange() | DetailChange(project=None) | DetailChange(key="notes"):
            return False
    return change.news not in (News.REWORDED, News.GONE)


def _joined(section: Text, topic: Text) -> Text:
    """The section's name and the topic's title, once if they are the same."""
    if section.plain == topic.plain:
        return section
    return topic._replace(spans=(*section.spans, Span(" · "), *topic.spans))


def _given(*texts: Text | None) -> tuple[Text, ...]:
    return tuple(text for text in texts if text)


def _plain(text: Text | None) -> str | None:
    return text.plain if text else None
