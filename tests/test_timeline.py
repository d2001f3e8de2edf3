"""Timelines: every project has its row, every milestone its words, and no day stands askew."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sample import HERE, sample_look, sample_report, text, text_boxes

from deckgen.content import Milestone, PartialDate, Project, Section, Timeline
from deckgen.language import language
from deckgen.layout import lay_out
from deckgen.layout.axis import Axis, ruled
from deckgen.layout.canvas import Canvas
from deckgen.page import Pages, Rule, Shape
from deckgen.planning import plan
from deckgen.schedule import report_day, scheduled, time_shown
from deckgen.style import Form, Ink

TODAY = date(2019, 11, 26)
DAYS = st.dates(date(2015, 1, 1), date(2025, 12, 31))


def _project(name: str, start: date | None = None, end: date | None = None) -> Project:
    title = text(f"Projekt {name}")
    return Project(name, HERE._replace(line=0), title, start=start, end=end)


def _pages(*projects: Project, first: date | None = None, last: date | None = None) -> Pages:
    topic = Timeline(source=HERE, projects=projects, first=first, last=last)
    report = sample_report(projects)._replace(sections=(Section(text("Zeit"), (topic,)),))
    return lay_out(plan(report), sample_look())


def _shapes(pages: Pages, ink: Ink) -> list[Shape]:
    elements = (each for page in pages.pages for each in page.elements)
    return [each for each in elements if isinstance(each, Shape) and each.fill is ink]


def test_a_bar_is_filled_up_to_the_day_of_the_report():
    pages = _pages(_project("A", start=date(2019, 1, 1), end=date(2020, 12, 31)))

    passed, to_come = _shapes(pages, Ink.PRIMARY)[-1], _shapes(pages, Ink.TINT)[-1]
    (today,) = (
        each
        for page in pages.pages
        for each in page.elements
        if isinstance(each, Rule) and each.is_dashed
    )

    assert passed.rect.right == pytest.approx(to_come.rect.left)
    assert passed.rect.right == pytest.approx(today.rect.left)


def test_what_lies_before_and_after_ends_in_arrows_and_is_told():
    pages = _pages(
        _project("A", start=date(2018, 1, 1), end=date(2021, 12, 31)),
        first=date(2019, 1, 1),
        last=date(2020, 12, 31),
    )

    bars = [*_shapes(pages, Ink.PRIMARY), *_shapes(pages, Ink.TINT)]
    told = [bar.description for bar in bars if bar.description]

    assert {Form.TO_LEFT, Form.TO_RIGHT} <= {bar.form for bar in bars}
    assert told == [
        (
            "Projekt A: 01.01.2018 – 31.12.2021; beginnt vor dem gezeigten Zeitraum; "
            "endet nach dem gezeigten Zeitraum"
        )
    ]


def test_notes_tell_all_dates_also_those_that_are_not_shown():
    outside = Milestone(text("Abnahme"), planned=date(2024, 5, 1))
    project = _project("A", start=date(2019, 1, 1))._replace(milestones=(outside,))

    pages = _pages(project, _project("B"), first=date(2019, 1, 1), last=date(2020, 12, 31))

    notes = [note for page in pages.pages for note in page.notes]
    assert "Projekt A: seit 01.01.2019; Abnahme, geplant 01.05.2024" in notes
    assert "Projekt B: ohne Termine" in notes


def test_projects_without_dates_are_named():
    pages = _pages(_project("A", start=TODAY), _project("B"), _project("C"))

    texts = [p.text for box in text_boxes(pages) for p in box.paragraphs]
    assert "Ohne Termine: Projekt B, Projekt C" in texts


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.lists(DAYS, min_size=1, max_size=12), min_size=1, max_size=12))
def test_every_milestone_has_its_words_on_the_slides(days: list[list[date]]):
    projects = [
        _project(str(row))._replace(
            milestones=tuple(
                Milestone(text(f"Termin {row}-{number}!"), planned=day)
                for number, day in enumerate(own)
            )
        )
        for row, own in enumerate(days)
    ]

    pages = _pages(*projects)

    shown = "\n".join(p.text for box in text_boxes(pages) for p in box.paragraphs)
    expected = [m.title.plain for project in projects for m in project.milestones]
    assert [title for title in expected if title not in shown] == []


@settings(max_examples=60, deadline=None, derandomize=True)
@given(first=st.dates(), days=st.integers(0, 40_000))
def test_any_time_is_ruled_with_labels_that_have_room(first: date, days: int):
    last = date.fromordinal(min(first.toordinal() + days, date.max.toordinal()))
    axis = Axis(first, last, 200.0, 600.0)

    ruling = ruled(axis, Canvas(sample_look(), language("de-DE")))

    for named in (ruling.named_long, ruling.named_short):
        ends = [tick.x + width for tick, width in named]
        starts = [tick.x for tick, _ in named]
        assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
    assert len(ruling.long) <= 40
    assert ruling.long


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (None, TODAY),
        (PartialDate(2019, 11), TODAY),
        (PartialDate(2019), TODAY),
        (PartialDate(2019, 10), date(2019, 10, 31)),
        (PartialDate(2019, 11, 20), date(2019, 11, 20)),
        (PartialDate(2018), date(2018, 12, 31)),
    ],
)
def test_the_day_of_the_report_lies_in_what_it_says(as_of: PartialDate | None, expected: date):
    assert report_day(as_of, TODAY) == expected


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.lists(st.dates(), min_size=1, max_size=4), st.none() | DAYS)
def test_the_time_shown_has_every_day_of_its_projects(days: list[date], today: date | None):
    projects = [scheduled(_project(str(number), start=day)) for number, day in enumerate(days)]

    first, last = time_shown(projects, None, None, today)

    assert first <= min(days) <= max(days) <= last
