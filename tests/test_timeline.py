"""Timelines: every project has its row, every milestone its words, and no day stands askew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sample import HERE, sample_look, sample_report, text, text_boxes

from deckgen.content import Milestone, PartialDate, Project, Section, Timeline
from deckgen.geometry import Rect
from deckgen.language import language
from deckgen.layout import lay_out
from deckgen.layout.axis import Axis, ruled
from deckgen.layout.canvas import Canvas
from deckgen.page import Element, Pages, Rule, Rules, Shape, TextBox
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
@given(st.lists(st.lists(DAYS, min_size=1, max_size=5), min_size=1, max_size=12))
def test_no_words_stand_over_others_and_lines_have_gaps_for_them(days: list[list[date]]):
    pages = _pages(*map(_with_milestones, range(len(days)), days))

    for page in pages.pages:
        boxes = [each for each in page.elements if isinstance(each, TextBox) and not each.slot]
        words = [box for box in boxes if box.form is Form.RECTANGLE]
        assert not [pair for pair in combinations(words, 2) if _overlap(pair[0].rect, pair[1].rect)]
        upright = list(_upright_lines(page.elements))
        crossed = [box for box in words if any(_overlap(box.rect, line) for line in upright)]
        assert {box.fill for box in crossed} <= {Ink.BACKGROUND}


def _with_milestones(row: int, days: list[date]) -> Project:
    milestones = [Milestone(text(f"Termin {n}"), planned=day) for n, day in enumerate(days)]
    return _project(str(row))._replace(milestones=tuple(milestones))


def _upright_lines(elements: Sequence[Element]) -> Iterator[Rect]:
    for each in elements:
        if isinstance(each, Rules):
            for place in each.places:
                yield each.rect._replace(left=each.rect.left + place, width=0.0)
        elif isinstance(each, Rule) and not each.rect.width:
            yield each.rect


def _overlap(one: Rect, other: Rect) -> bool:
    return (
        one.left < other.right - 0.01
        and other.left < one.right - 0.01
        and one.top < other.bottom - 0.01
        and other.top < one.bottom - 0.01
    )


@pytest.mark.parametrize("day", [1, 28])
def test_a_milestone_near_the_day_of_the_report_has_its_words_beside_the_line(day: int):
    near = Milestone(text("Freigabe"), planned=date(2019, 11, day))
    before = _project("A", start=date(2019, 1, 1), end=date(2020, 12, 31))

    pages = _pages(before._replace(milestones=(near,)))

    (label,) = (box for box in text_boxes(pages) if box.name.startswith("Freigabe"))
    elements = [each for page in pages.pages for each in page.elements]
    (today,) = (each for each in elements if isinstance(each, Rule) and each.is_dashed)
    assert not label.rect.left < today.rect.left < label.rect.right


@pytest.mark.parametrize(("count", "pages"), [(6, 1), (7, 1), (12, 2), (20, 3)])
def test_rows_with_one_line_of_labels_stand_close_enough_for_few_pages(count: int, pages: int):
    days = [[date(2019, 3, 1)], [date(2019, 3, 1), date(2020, 3, 1)]]
    projects = [_with_milestones(row, days[row % 2]) for row in range(count)]

    shown = _pages(*projects).pages
    assert sum(page.layout == "open" for page in shown) == pages


def test_rows_are_evenly_apart_on_a_grid_of_eight_points():
    pages = _pages(*(_with_milestones(row, [date(2019, 3, 1)]) for row in range(5)))

    tops = [box.rect.top for box in text_boxes(pages) if box.name.startswith("Projekt ")]
    (pitch,) = {round(after - before, 6) for before, after in pairwise(tops)}
    assert pitch % 8 == 0


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
