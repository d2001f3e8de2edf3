from __future__ import annotations

from datetime import date
from decimal import Decimal

from tests.sample import HERE, PHASES, item, project, text

from deckgen.content import (
    Aspect,
    Budget,
    Budgets,
    Bullets,
    Charted,
    Closing,
    Column,
    Columns,
    Heatmap,
    Item,
    PhaseReached,
    Portfolio,
    Project,
    ProjectList,
    Rating,
    Report,
    Section,
    State,
    Status,
    Text,
    Tone,
    Topic,
)
from deckgen.planning import plan
from deckgen.problems import Source, SourceFile
from deckgen.unshown import unshown


def messages(*topics: Topic, projects: tuple[Project, ...]) -> list[str]:
    report = sample_report(*topics, projects=projects)
    return [problem.message for problem in unshown(report, plan(report))]


def sample_report(*topics: Topic, projects: tuple[Project, ...]) -> Report:
    return Report(
        name="r",
        source=HERE,
        title=text("Report"),
        closing=Closing(),
        projects=projects,
        sections=(Section(text("Section"), topics),),
    )


def test_a_status_slide_shows_all_of_a_project():
    projects = (project("one"),)

    assert [] == messages(Status(source=HERE, projects=projects), projects=projects)


def test_a_project_on_no_slide_is_told():
    bullets = Bullets(source=HERE, items=(item("Text"),))

    assert ["this project is on no slide"] == messages(bullets, projects=(project("one"),))


def test_what_a_list_of_projects_leaves_out_is_told():
    one = Project("one", HERE, text("One"), partners=(text("Town"),), start=date(2020, 1, 1))
    two = Project("two", HERE, text("Two"), budget=Budget(HERE, granted=Decimal(5)))
    rows = ProjectList(source=HERE, projects=(one, two))

    assert [
        "`partners` and `start` are on no slide of the deck",
        "`budget` is on no slide of the deck",
    ] == messages(rows, projects=(one, two))


def test_a_portfolio_shows_what_its_columns_tell():
    one = project("one")._replace(milestones=())
    told = Portfolio(source=HERE, projects=(one,), aspects=(Aspect.LIGHT, Aspect.FIELD))

    (message,) = messages(told, projects=(one,))

    assert "`title`" not in message
    assert "`light`" not in message
    assert "`field`" not in message
    assert message.startswith("`subtitle`, `partners`, `phase`, `trend`, `reason`")


def test_a_budget_slide_shows_the_money():
    one = Project("one", HERE, text("One"), budget=Budget(HERE, granted=Decimal(5)))
    two = Project("two", HERE, text("Two"), start=date(2020, 1, 1))
    projects = (one, two._replace(budget=Budget(HERE, granted=Decimal(7))))

    assert ["`start` is on no slide of the deck"] == messages(
        Budgets(source=HERE, projects=projects), projects=projects
    )


def test_what_is_missing_is_told_at_its_place_in_the_projects_file():
    """Not in the deck's file, where the labels of the phases stand."""
    file = SourceFile("content/sample/projects/one.yaml")
    status = (Item(Text.of("Begun", Source(file, 4, 5)), state=State.DONE),)
    phases = (PhaseReached(PHASES[0]),)
    one = Project("one", Source(file), text("One"), phases=phases, status=status)
    report = sample_report(ProjectList(source=HERE, projects=(one,)), projects=(one,))

    (warning,) = unshown(report, plan(report))

    assert "`status` is on no slide of the deck" == warning.message
    assert Source(file, 4, 5) == warning.source


def test_a_phase_is_called_as_in_the_projects_file():
    one = Project("one", HERE, text("One"), phases=(PhaseReached(PHASES[0]),))
    rows = Portfolio(source=HERE, projects=(one,), aspects=(Aspect.LIGHT,))

    assert ["`phase` is on no slide of the deck"] == messages(rows, projects=(one,))


def test_a_short_title_need_not_be_shown():
    one = Project("one", HERE, text("One"), short_title=text("O"))

    assert [] == messages(ProjectList(source=HERE, projects=(one,)), projects=(one,))


def test_a_project_called_by_its_short_title_is_shown():
    one = Project("one", HERE, text("One"), short_title=text("O"), field=text("Field"))
    good = Rating(Tone.GOOD)
    names = (one.short_title or one.title,)
    heatmap = Heatmap(HERE, (text("Benefit"),), names, ((good,),))
    column = Column(HERE, heatmap)

    assert (
        ["`field` is on no slide of the deck"]
        == messages(Charted(source=HERE, figures=heatmap), projects=(one,))
        == messages(Columns(source=HERE, columns=(column, column)), projects=(one,))
    )
