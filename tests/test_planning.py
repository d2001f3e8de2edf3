from __future__ import annotations

from datetime import date

import pytest

from deckgen.content import (
    AgendaUse,
    Bullets,
    Closing,
    Conclusion,
    Item,
    Meeting,
    Milestone,
    PartialDate,
    Phase,
    PhaseReached,
    Project,
    Report,
    Section,
    Status,
    Text,
    Topic,
)
from deckgen.deck import AgendaSlide, StatusSlide, TitleSlide
from deckgen.planning import plan
from deckgen.problems import Source, SourceFile

HERE = Source(SourceFile("content/test/deck.yaml"), 1, 1)


def text(words: str) -> Text:
    return Text.of(words, HERE)


def bullets(title: str | None = None, *, is_internal: bool = False) -> Topic:
    return Bullets(
        source=HERE,
        title=text(title) if title else None,
        items=(Item(text("Something")),),
        is_internal=is_internal,
    )


def report(*sections: Section, **others: object) -> Report:
    given = Report(name="test", source=HERE, title=text("The report"), sections=sections)
    return given._replace(**others)  # type: ignore[arg-type]


def titles(planned: Report, *, include_internal: bool = False) -> list[str]:
    deck = plan(planned, include_internal=include_internal)
    return [slide.title.plain for slide in deck.slides]


def test_a_deck_has_title_agenda_its_sections_and_thanks():
    planned = report(Section(text("Overview"), (bullets("What we did"),)))

    assert titles(planned) == [
        "The report",
        "Agenda",
        "What we did",
        "Vielen Dank für Ihre Aufmerksamkeit!",
    ]


def test_slides_without_a_title_take_what_their_kind_suggests():
    conclusion = Conclusion(source=HERE, points=(Item(text("Well done")),))
    planned = report(Section(text("Overview"), (bullets(), conclusion)), closing=None)

    assert titles(planned)[2:] == ["Overview", "Zwischenfazit"]


def test_titles_that_repeat_are_numbered():
    section = Section(text("Overview"), (bullets(), bullets(), bullets("Overview (2)")))

    assert titles(report(section, closing=None))[2:] == [
        "Overview",
        "Overview (2)",
        "Overview (2) (2)",
    ]


def test_internal_slides_are_shown_only_where_asked_for():
    section = Section(text("Overview"), (bullets("Open"), bullets("Secret", is_internal=True)))
    planned = report(section, closing=None, agenda=AgendaUse.NEVER)

    assert titles(planned) == ["The report", "Open"]
    assert titles(planned, include_internal=True) == ["The report", "Open", "Secret"]


def test_a_section_that_shows_nothing_is_not_in_the_agenda():
    planned = report(
        Section(text("Secrets"), (bullets(is_internal=True),)),
        Section(text("Results"), (bullets(),)),
    )

    agenda = plan(planned).slides[1]

    assert isinstance(agenda, AgendaSlide)
    assert [(entry.number, entry.title.plain) for entry in agenda.entries] == [(1, "Results")]


def test_agenda_entries_lead_to_the_first_slide_of_their_section():
    planned = report(Section(text("A"), (bullets("a"),)), Section(text("B"), (bullets("b"),)))
    deck = plan(planned)
    agenda = deck.slides[1]

    assert isinstance(agenda, AgendaSlide)
    firsts = [section.slides[0].id for section in deck.sections[1:3]]
    assert [entry.target for entry in agenda.entries] == firsts


def test_an_agenda_before_every_section_marks_where_we_are():
    planned = report(
        Section(text("A"), (bullets("a"),)),
        Section(text("B"), (bullets("b"),)),
        agenda=AgendaUse.EVERY_SECTION,
    )
    agendas = [slide for slide in plan(planned).slides if isinstance(slide, AgendaSlide)]

    assert [slide.title.plain for slide in agendas] == ["Agenda", "Agenda: A", "Agenda: B"]
    assert [[e.is_current for e in slide.entries] for slide in agendas] == [
        [False, False],
        [True, False],
        [False, True],
    ]
    assert agendas[0].entries[1].target == agendas[2].id


def test_status_is_a_slide_a_project_with_the_notes_of_both():
    projects = tuple(
        Project(name, HERE, text(name.title()), status=(Item(text("Done")),), notes=(text(name),))
        for name in ("alpha", "beta")
    )
    status = Status(source=HERE, projects=projects, notes=(text("both"),))
    slides = plan(report(Section(text("Status"), (status,)), closing=None)).slides[2:]

    assert [slide.title.plain for slide in slides] == ["Alpha", "Beta"]
    assert [[note.plain for note in slide.notes] for slide in slides] == [
        ["both", "alpha"],
        ["both", "beta"],
    ]
    assert all(isinstance(slide, StatusSlide) for slide in slides)


@pytest.mark.parametrize(
    ("title", "line"), [("Large ones", "Status · Large ones"), ("Status", "Status")]
)
def test_the_line_over_a_status_slide_names_its_section_and_its_topic(title: str, line: str):
    project = Project("alpha", HERE, text("Alpha"), status=(Item(text("Done")),))
    status = Status(source=HERE, title=text(title), projects=(project,))
    (slide,) = plan(report(Section(text("Status"), (status,)), closing=None)).slides[2:]

    assert slide.section_line is not None
    assert line == slide.section_line.words.plain


def test_all_phases_and_milestones_are_told_with_their_dates():
    milestones = (
        Milestone(text("Start"), planned=date(2020, 1, 1), reached=date(2020, 3, 2)),
        Milestone(text("End"), planned=date(2021, 1, 1), forecast=date(2021, 6, 1)),
    )
    phases = (
        PhaseReached(Phase("a", text("Antrag")), date(2019, 1, 15)),
        PhaseReached(Phase("b", text("Bewilligt"))),
    )
    project = Project(
        "p", HERE, text("P"), status=(Item(text("x")),), phases=phases, milestones=milestones
    )
    status = Status(source=HERE, projects=(project,))
    (slide,) = plan(report(Section(text("Status"), (status,)), closing=None)).slides[2:]

    assert isinstance(slide, StatusSlide)
    assert [note.plain for note in slide.history] == [
        "Phase: Antrag, seit 15.01.2019",
        "Phase: Bewilligt",
        "Meilenstein: Start, geplant 01.01.2020, erreicht 02.03.2020",
        "Meilenstein: End, geplant 01.01.2021, erwartet 01.06.2021",
    ]


def test_the_title_slide_tells_the_occasion_and_who_reports():
    planned = report(
        meeting=Meeting(body=text("Committee"), agenda_item=text("TOP 5")),
        date=date(2019, 11, 26),
        author=text("Project office"),
        organisation=text("Town"),
    )
    first = plan(planned).slides[0]

    assert isinstance(first, TitleSlide)
    assert [t.plain for t in first.occasion] == [
        "Committee",
        "TOP 5",
        "26.\u00a0November\u00a02019",
    ]
    assert [t.plain for t in first.sender] == ["Project office", "Town"]


def test_the_file_says_of_itself_what_the_report_says():
    planned = report(subtitle=text("6th"), author=text("Office"), as_of=PartialDate(2019, 11))
    deck = plan(planned)

    assert deck.properties.title == "The report"
    assert deck.properties.subject == "6th"
    assert deck.properties.author == "Office"
    assert deck.as_of == "11/2019"


def test_a_closing_may_say_its_own_words():
    planned = report(closing=Closing(title=text("See you soon"), contact=text("Call us")))

    assert titles(planned)[-1] == "See you soon"
