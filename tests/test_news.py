"""What is new stands on slides: as a table, as marks, as days told before, as trends."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from tests.in_git import InGit
from tests.in_themes import write_make
from tests.office import (
    REPOSITORY,
    boxes_of,
    misplaced_words,
    needs_office,
    needs_validator,
    to_pdfs,
    validate,
)
from tests.printed_lines import agreement, printed_paragraphs
from tests.project import write, write_deck
from tests.random_content import files_of
from tests.random_past import versions
from tests.random_pictures import pictures
from tests.random_shapes import Shape, examples, shapes
from tests.sample import HERE, project, text
from tests.seen_contrast import faint_words
from tests.six_reports import DECK, PORTAL, commit_deck, write_series
from tests.test_layout_random import below
from tests.type_sizes import too_small

from deckgen.batch import build_all
from deckgen.building import build, typeset
from deckgen.changes import Changes, Since
from deckgen.comparing import compare
from deckgen.content import Milestone, Report
from deckgen.deck import StatusSlide
from deckgen.freshness import Options
from deckgen.layout import lay_out
from deckgen.looks import Looks
from deckgen.marks import with_baselines
from deckgen.outcomes import UpToDate
from deckgen.page import Chart, Page, Pages, Run, Table, TextBox
from deckgen.planning import plan
from deckgen.reading import read_earlier, read_report
from deckgen.writing.pptx import write_pptx

CASES = Path(__file__).parent / "cases" / "series"
THEMES = ("default", "bielefeld", "vorlage", "dark", "4-3", "photo")
TAGS = ("de-DE", "en-GB")
KINDS = """\
      - kind: changes
        since: report-1
      - kind: projects
      - kind: portfolio
      - kind: timeline
      - kind: trend
      - {kind: trend, shows: money, reports: 3}
"""


@pytest.fixture(scope="module")
def series(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The six reports, and a seventh of the same with all kinds of slides that tell of them."""
    root = write_series(tmp_path_factory.mktemp("news")).root
    deck = root / "content/bielefeld/deck.yaml"
    told = deck.read_text("utf-8").replace("report: 6", "report: 7")
    write(deck, told.replace("    slides:\n", f"    slides:\n{KINDS}", 1))
    shutil.copytree(REPOSITORY / "themes", root / "themes")
    for make in ("dark", "4-3", "photo"):
        write_make(root, make)
    return root


def _in_language(root: Path, tag: str) -> None:
    deck = root / "content/bielefeld/deck.yaml"
    lines = deck.read_text("utf-8").splitlines()
    write(
        deck, "\n".join([*(line for line in lines if "language:" not in line), f"language: {tag}"])
    )


def _texts(page: Page) -> Iterator[str]:
    for element in page.elements:
        for box in boxes_of(element):
            yield from (f"  {box.name}: {paragraph.text}" for paragraph in box.paragraphs)
        if isinstance(element, Chart):
            yield f"  {element.name}: {element.description}"


@pytest.mark.parametrize("tag", TAGS)
def test_what_slides_say_of_a_series(series: Path, tag: str, accept: bool):
    _in_language(series, tag)
    pages = typeset("bielefeld", Looks(series)).pages.pages
    told = "\n".join(line for page in pages for line in (f"# {page.title}", *_texts(page)))
    golden = CASES / f"slides-{tag}.txt"
    if accept:
        golden.write_bytes(f"{told}\n".encode())

    assert golden.read_bytes().decode() == f"{told}\n"


class _Built:
    """The deck in each language and theme: its pages and its files."""

    def __init__(self, root: Path) -> None:
        self.pages, self.paths = dict[str, Pages](), dict[str, Path]()
        for tag in TAGS:
            _in_language(root, tag)
            for theme in THEMES:
                name = f"{theme}-{tag}"
                self.pages[name] = typeset("bielefeld", Looks(root), Options(theme=theme)).pages
                built = build("bielefeld", root=root, output="output", theme=theme).path
                self.paths[name] = built.replace(built.with_name(f"{name}.pptx"))


@pytest.fixture(scope="module")
def built(series: Path) -> _Built:
    return _Built(series)


@pytest.fixture(scope="module")
def pdfs(built: _Built, series: Path) -> Path:
    to_pdfs(list(built.paths.values()), series)
    return series


each_deck = pytest.mark.parametrize("name", [f"{theme}-{tag}" for theme in THEMES for tag in TAGS])


@needs_validator
@each_deck
def test_the_validator_finds_no_errors(name: str, built: _Built):
    assert [] == validate(built.paths[name])


@needs_office
@each_deck
def test_every_word_is_printed_where_it_was_measured(name: str, built: _Built, pdfs: Path):
    pages, pdf = built.pages[name], pdfs / f"{name}.pdf"

    assert [] == misplaced_words(pages, pdf)
    assert [] == too_small(pages)
    assert 0 == agreement(printed_paragraphs(pages, pdf)).more


@each_deck
def test_every_word_can_be_read_on_its_ground_marks_too(name: str, built: _Built):
    assert [] == faint_words(built.paths[name])


def _report(files: dict[str, str]) -> Report:
    own = below("content/random", files)
    return read_report("random", "content/random", own, {**own, **pictures()})[0]


@examples(15)
@given(shapes(most=8))
def test_marks_never_change_which_items_are_shown(shape: Shape):
    found = versions(files_of(shape), shape.seed)
    then, now = below("content/random", found.earlier), _report(found.now)
    earlier = read_earlier("random", "", then, {**then, **pictures()}).report
    assert earlier
    since = Since("report-5", "1" * 40, 5, earlier, compare(earlier, now))

    marked, bare = (_status_texts(report, since) for report in (now, now._replace(has_marks=False)))

    assert bare == marked


def _status_texts(report: Report, since: Since) -> list[list[str]]:
    """The texts of items on the slides of each project, without what marks add."""
    deck = plan(report, since=since)
    slides = [slide for slide in deck.slides if isinstance(slide, StatusSlide)]
    look = Looks(REPOSITORY).look("default", deck.language)
    told = []
    for slide in slides:
        one = deck._replace(sections=(deck.sections[0]._replace(slides=(slide,)),))
        told.append(list(dict.fromkeys(_items(lay_out(one, look)))))
    return told


def _items(pages: Pages) -> Iterator[str]:
    whole: list[str] = []
    for page in pages.pages:
        for box in page.elements:
            if isinstance(box, TextBox) and box.slot == "body":
                for paragraph in box.paragraphs:
                    words = "".join(run.text for run in paragraph.runs if not run.ground)
                    if paragraph.is_continued and whole:
                        whole[-1] += words
                    else:
                        whole.append(words)
    yield from ("".join(words.split()) for words in whole)


def _marked(pages: Pages) -> list[str]:
    """The texts that have a mark."""
    return [
        "".join(run.text for run in paragraph.runs if not run.ground).strip()
        for page in pages.pages
        for element in page.elements
        for box in boxes_of(element)
        for paragraph in box.paragraphs
        if any(run.ground for run in paragraph.runs)
    ]


@pytest.fixture
def repository(tmp_path: Path) -> InGit:
    """The first report of a deck with one project, and the second one with another and a news."""
    repository = InGit(tmp_path)
    commit_deck(repository, {"deck.yaml": DECK, "projects/portal.yaml": PORTAL}, "report-1")
    files = {
        "deck.yaml": DECK.replace("report: 1", "report: 2"),
        "projects/portal.yaml": PORTAL.replace("state: open", "state: done").replace(
            "milestones:", "  - Anbieter gewählt\nmilestones:"
        ),
        "projects/ticket.yaml": "title: Das Schülerticket\n",
    }
    commit_deck(repository, files)
    return repository


def test_new_items_and_those_newly_done_are_marked_and_new_projects(repository: InGit):
    pages = typeset("bielefeld", Looks(repository.root)).pages

    marked = ["Das Schülerticket", "Bewerbung um Bundesmittel", "Anbieter gewählt"]
    assert marked == _marked(pages)


def test_marks_can_be_turned_off(repository: InGit):
    deck = repository.root / "content/bielefeld/deck.yaml"
    write(deck, f"marks: false\n{deck.read_text('utf-8')}")

    assert [] == _marked(typeset("bielefeld", Looks(repository.root)).pages)


def test_a_theme_has_a_word_of_its_own_for_the_mark(repository: InGit):
    label = "labels: {new_mark: frisch, news_phase: Schritt}\n"
    write(repository.root / "themes/bielefeld/theme.yaml", f"name: Stadt\n{label}")

    pages = typeset("bielefeld", Looks(repository.root)).pages

    runs = [
        run.text
        for page in pages.pages
        for element in page.elements
        for box in boxes_of(element)
        for paragraph in box.paragraphs
        for run in paragraph.runs
        if run.ground
    ]
    assert {"\u00a0frisch\u00a0"} == set(runs)


def test_without_an_earlier_report_nothing_is_otherwise():
    report = _report(files_of(next(_shapes())))
    look = Looks(REPOSITORY).look("default", plan(report).language)

    with_marks, without = (
        write_pptx(lay_out(plan(each), look), look)
        for each in (report, report._replace(has_marks=False))
    )

    assert with_marks == without


def _shapes() -> Iterator[Shape]:
    from tests.random_shapes import shape

    yield shape(11)


def _changes(before: Milestone, now: Milestone) -> tuple[Milestone, Changes]:
    one, other = (project("x", items=0, has_facts=False) for _ in range(2))
    then, today = (
        Report("r", HERE, text("R"), projects=(each._replace(milestones=(milestone,)),))
        for each, milestone in ((one, before), (other, now))
    )
    changes = compare(then, today)
    return with_baselines(today.projects[0], changes).milestones[0], changes


def test_a_moved_milestone_keeps_the_day_told_before_as_its_plan():
    title = text("Start")
    first, second, third = date(2020, 1, 1), date(2020, 2, 1), date(2020, 3, 1)
    cases = {
        "the plan was edited": (Milestone(title, first), Milestone(title, second)),
        "only expected": (Milestone(title, None, first), Milestone(title, None, second)),
        "the content tells": (Milestone(title, first, second), Milestone(title, first, third)),
        "reached": (Milestone(title, first), Milestone(title, None, None, second)),
    }

    found = {name: _changes(*case)[0] for name, case in cases.items()}

    assert found == {
        "the plan was edited": Milestone(title, first, second),
        "only expected": Milestone(title, first, second),
        "the content tells": Milestone(title, first, third),
        "reached": Milestone(title, first, None, second),
    }


def test_a_trend_needs_an_earlier_report(repository: InGit):
    deck = repository.root / "content/bielefeld/deck.yaml"
    trend = "      - kind: trend\n"
    write(deck, DECK.replace("    slides:\n", f"    slides:\n{trend}", 1))

    made = typeset("bielefeld", Looks(repository.root))

    (warning,) = [each for each in made.warnings if each.code == "no-earlier-report"]
    assert str(warning) == (
        "content/bielefeld/deck.yaml:10:9: a trend needs an earlier report, and none of "
        "`bielefeld` has a tag\n"
        "  10 |       - kind: trend\n"
        "     |         ^^^^^^^^^^^\n"
        "  hint: tag the last report, `git tag report-1 REVISION`, or leave this slide out until "
        "there is one"
    )


def test_a_trend_in_no_repository_asks_for_one_and_for_no_tag(tmp_path: Path):
    trend = "title: T\nsections: [{title: S, slides: [{kind: trend}, {kind: projects}]}]\n"
    folder = write_deck(tmp_path, "bielefeld", trend).parent
    write(folder / "projects" / "tram.yaml", "title: Tram\nphase: sketch\n")

    warnings = typeset("bielefeld", Looks(tmp_path)).warnings

    told = {(each.message, each.hint) for each in warnings if each.code == "no-earlier-report"}
    assert told == {
        (
            "the deck is in no git repository",
            "put the project into a git repository, or leave out what asks for earlier reports",
        )
    }


def test_a_trend_shows_as_many_reports_as_asked_for(series: Path):
    pages = typeset("bielefeld", Looks(series)).pages.pages
    charts = [each for page in pages for each in page.elements if isinstance(each, Chart)]

    counts = [len(chart.categories) for chart in charts]

    assert [7, 3, 3] == counts
    assert [2, 2, 2, 2, 2, 2, 2] == [*map(int, (v or 0 for v in charts[0].series[0].values))]


def test_an_older_report_that_gets_its_tag_later_makes_a_trend_out_of_date(repository: InGit):
    deck = repository.root / "content/bielefeld/deck.yaml"
    trend = "marks: false\nsections:\n  - {title: V, slides: [{kind: trend}, {kind: status}]}\n"
    text = DECK.replace("report: 1", "report: 4").partition("sections:")[0]
    write(deck, text + trend)
    portal = repository.root / "content/bielefeld/projects/ticket.yaml"
    write(portal, "title: Das Schülerticket\nphase: sketch\nstatus: [Los]\n")

    def is_left_alone() -> bool:
        (outcome,) = build_all(["bielefeld"], root=repository.root, force=False)
        return isinstance(outcome, UpToDate)

    first = [is_left_alone(), is_left_alone()]
    repository.git("tag", "report-2", "HEAD")

    assert [False, True] == first
    assert not is_left_alone()


def test_each_of_many_news_of_a_sort_stands_on_one_page(repository: InGit):
    portal = repository.root / "content/bielefeld/projects/portal.yaml"
    items = "".join(f"  - Schritt {number} ist getan\n" for number in range(60))
    write(portal, PORTAL.replace("status:\n", f"status:\n{items}"))
    deck = repository.root / "content/bielefeld/deck.yaml"
    told = deck.read_text("utf-8").replace(
        "    slides:\n", "    slides:\n      - kind: changes\n", 1
    )
    write(deck, told)

    pages = typeset("bielefeld", Looks(repository.root)).pages.pages
    news = [each for page in pages for each in page.elements if isinstance(each, Table)]
    texts = [
        p.text for table in news for row in table.rows for c in row.cells for p in c.paragraphs
    ]

    assert [1] * 60 == [texts.count(f"Serviceportal – Schritt {n} ist getan") for n in range(60)]


def test_marks_are_text_beside_the_last_word(repository: InGit):
    pages = typeset("bielefeld", Looks(repository.root)).pages
    runs = [
        paragraph.runs[-2:]
        for page in pages.pages
        for element in page.elements
        for box in boxes_of(element)
        for paragraph in box.paragraphs
        if paragraph.runs and paragraph.runs[-1].ground
    ]

    assert runs
    assert all(isinstance(before, Run) and before.text == "\u00a0" for before, _ in runs)
