"""What is a change and what is none, whatever authors write."""

from __future__ import annotations

from datetime import date
from random import Random
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.random_content import files_of
from tests.random_pictures import pictures
from tests.random_shapes import Shape, examples, shapes
from tests.sample import HERE, item, project, sample_report, text
from tests.test_layout_random import below

from deckgen.changes import Change, Changes, ItemChange, News, ProjectChange
from deckgen.comparing import compare
from deckgen.comparing.likeness import ALIKE, matched, normal
from deckgen.content import (
    Bullets,
    Item,
    Light,
    Milestone,
    PartialDate,
    Project,
    Report,
    Section,
    State,
    Tally,
    Text,
    Topic,
    Trended,
)
from deckgen.language import TAGS, language
from deckgen.reading import read_report
from deckgen.wording import sentence, told

OTHER_MARKS = str.maketrans({"„": '"', "“": "»", "”": "'", "–": "-", "’": "'"})

_random_decks = examples(20)


def _read(shape: Shape) -> Report:
    files = below("content/random", files_of(shape))
    return read_report("random", "content/random", files, {**files, **pictures()})[0]


@_random_decks
@given(shapes(most=8))
def test_a_report_has_not_changed_since_itself(shape: Shape):
    assert () == compare(_read(shape), _read(shape)).all


@_random_decks
@given(shapes(most=8), st.randoms(use_true_random=False))
def test_order_and_marks_are_no_change(shape: Shape, random: Random):
    before = _read(shape)
    shuffled = [
        each._replace(
            status=_rewritten(each.status, random),
            milestones=tuple(random.sample(each.milestones, len(each.milestones))),
            partners=each.partners[::-1],
        )
        for each in random.sample(before.projects, len(before.projects))
    ]

    assert () == compare(before, before._replace(projects=tuple(shuffled))).all


def _rewritten(items: tuple[Item, ...], random: Random) -> tuple[Item, ...]:
    written = [
        each._replace(
            text=Text.of(f" {each.text.plain.translate(OTHER_MARKS)}\u00a0 ", HERE),
            items=_rewritten(each.items, random),
        )
        for each in items
    ]
    return tuple(random.sample(written, len(written)))


@_random_decks
@given(shapes(most=8), shapes(most=8), st.sampled_from(TAGS))
def test_every_change_can_be_told_in_every_language(one: Shape, other: Shape, tag: str):
    changes = compare(_read(one), _read(other))

    for change in changes.all:
        said = told(change, language(tag))
        assert said.heading
        assert sentence(said, language(tag)).strip()


@_random_decks
@given(shapes(most=8), shapes(most=8))
def test_what_came_one_way_goes_the_other_way(one: Shape, other: Shape):
    there = _projects(compare(_read(one), _read(other)), News.PROJECT_NEW)
    back = _projects(compare(_read(other), _read(one)), News.PROJECT_DROPPED)

    assert there == back


def _projects(changes: Changes, news: News) -> set[str]:
    return {
        change.project.id
        for change in changes.all
        if isinstance(change, ProjectChange) and change.news is news
    }


@given(st.lists(st.text("abc ", max_size=9), max_size=9), st.data())
def test_equal_texts_are_the_same_ones_whatever_their_order(texts: list[str], data: st.DataObject):
    others = data.draw(st.permutations(texts))

    pairs = matched(texts, others, ALIKE)

    assert len(texts) == len(pairs) == len({a for a, _ in pairs}) == len({b for _, b in pairs})
    assert all(normal(texts[a]) == normal(others[b]) for a, b in pairs)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("Bewerbung um Bundesmittel", "Bewerbung um Bundesmittel eingereicht"),
        ("Erneute Vorlage des Antrags im Juni", "Erneute Vorlage des Antrags im Juni 2019"),
        ("3 von 7 Haltestellen sind umgebaut", "5 von 7 Haltestellen sind umgebaut"),
    ],
)
def test_edited_words_are_the_same_item(before: str, now: str):
    assert [(0, 0)] == matched([before], [now], ALIKE)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("Antrag vorgelegt", "Antrag bewilligt"),
        ("Abstimmung mit dem Kreis Lippe", "Verhandlung mit dem Kreis Herford"),
        ("Antrag", "Antrag auf Verlängerung der Laufzeit gestellt"),
        ("", "Etwas"),
    ],
)
def test_other_words_are_another_item(before: str, now: str):
    assert [] == matched([before], [now], ALIKE)


def _changes(before: Project, now: Project) -> tuple[Change, ...]:
    return compare(_report(before), _report(now)).all


def _report(*projects: Project) -> Report:
    return sample_report()._replace(projects=projects, sections=())


def test_what_stands_below_a_new_item_is_new_with_it():
    before = project("x")._replace(status=(item("Alt"),))
    now = before._replace(status=(item("Alt"), item("Ganz anderes", "Erstens", "Zweitens")))

    (change,) = _changes(before, now)

    assert isinstance(change, ItemChange)
    assert (News.NEW, "Ganz anderes") == (change.news, change.item.text.plain)


def _told(before: Item, now: Item) -> tuple[News, str]:
    """The sort of the one change from an item to another, and what is said of it in German."""
    then, today = (project("x")._replace(status=(each,)) for each in (before, now))
    (change,) = _changes(then, today)
    return change.news, sentence(told(change, language("de-DE")), language("de-DE"))


MAY, AUTUMN = PartialDate(2019, 5), PartialDate(2019, 9)


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (
            item("Vergabe", state=State.OPEN)._replace(date=MAY),
            item("Vergabe", state=State.OPEN)._replace(date=AUTUMN),
            (News.MOVED, "Vergabe: 09/2019 (bisher: 05/2019)"),
        ),
        (
            item("Auswahl des Anbieters")._replace(date=MAY),
            item("Auswahl der Anbieter")._replace(date=AUTUMN),
            (
                News.MOVED,
                "Auswahl der Anbieter: 09/2019 (bisher: Auswahl des Anbieters: 05/2019)",
            ),
        ),
        (
            item("Vergabe"),
            item("Vergabe")._replace(date=MAY),
            (News.DETAIL, "Vergabe: 05/2019 (bisher: keine Angabe)"),
        ),
        (
            item("Vergabe", state=State.OPEN)._replace(date=MAY),
            item("Vergabe", state=State.BLOCKED)._replace(date=AUTUMN),
            (News.STATE, "Vergabe: blockiert, 09/2019 (bisher: offen, 05/2019)"),
        ),
        (
            item("Zuwendung über 12 Mio. Euro"),
            item("Zuwendung über 14 Mio. Euro"),
            (
                News.DETAIL,
                "Zuwendung über 14 Mio. Euro (bisher: Zuwendung über 12 Mio. Euro)",
            ),
        ),
        (
            item("Auswahl des Anbieters", state=State.OPEN),
            item("Auswahl der Anbieter", state=State.DONE),
            (News.DONE, "Auswahl der Anbieter (bisher: Auswahl des Anbieters)"),
        ),
    ],
)
def test_another_date_or_figure_is_more_than_other_words(
    before: Item, now: Item, expected: tuple[News, str]
):
    news, said = _told(before, now)

    assert expected == (news, said.removeprefix(f"{project('x').title.plain} – "))


def _before(change: Change) -> str:
    """What is said of how it was before the change, in German."""
    said = told(change, language("de-DE")).before
    return said.plain if said else ""


def _milestones(before: Milestone, now: Milestone) -> str:
    then, today = (project("x")._replace(milestones=(each,)) for each in (before, now))
    (change,) = _changes(then, today)
    return _before(change)


JUNE, JULY = date(2020, 6, 1), date(2020, 7, 15)


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (
            Milestone(text("Abnahme des Portals"), planned=JUNE),
            Milestone(text("Abnahme des Portals durch die Ämter"), planned=JULY),
            "Abnahme des Portals, 01.06.2020",
        ),
        (
            Milestone(text("Start"), planned=JUNE),
            Milestone(text("Start"), planned=JUNE, reached=JULY),
            "geplant 01.06.2020",
        ),
        (
            Milestone(text("Start"), planned=JULY, forecast=JUNE),
            Milestone(text("Start"), planned=JULY, reached=JULY),
            "erwartet 01.06.2020",
        ),
        (
            Milestone(text("Start"), planned=JUNE, reached=JUNE),
            Milestone(text("Start"), planned=JULY),
            "erreicht 01.06.2020",
        ),
    ],
)
def test_of_a_milestone_it_is_told_what_it_was(before: Milestone, now: Milestone, expected: str):
    assert expected == _milestones(before, now)


def test_a_light_that_is_given_for_the_first_time_was_not_given_before():
    before = project("x")._replace(light=None)
    (change,) = _changes(before, before._replace(light=Light.RED))

    assert "keine Angabe" == _before(change)


def _section(title: str) -> Section:
    """A section with two slides of one kind that have no titles of their own."""
    tallies = (Tally.PHASES, Tally.MONEY)
    return Section(
        text(title), tuple(Trended(source=HERE, tally=tally, reports=8) for tally in tallies)
    )


def test_new_slides_without_a_title_are_told_by_their_first_words():
    def topics(*words: str) -> tuple[Topic, ...]:
        return tuple(Bullets(source=HERE, items=(item(each),)) for each in words)

    before, now = (
        sample_report()._replace(sections=(Section(text("Lage"), topics(*words)),))
        for words in ([], ["Zwei Sensoren stehen", "Der Versuch beginnt"])
    )
    said = [
        sentence(told(each, language("en-GB")), language("en-GB"))
        for each in compare(before, now).all
    ]

    assert said == [
        "Lage: Zwei Sensoren stehen – new slide",
        "Lage: Der Versuch beginnt – new slide",
    ]


def test_slides_without_a_title_are_the_same_ones_in_a_renamed_section():
    before = _report()._replace(sections=(_section("Status der Projekte"),))
    now = before._replace(sections=(_section("Wo alles steht"),))

    assert ["sections"] == [getattr(change, "key", change) for change in compare(before, now).all]


def test_marks_are_for_what_is_new_or_newly_done():
    then = (item("Eins", state=State.OPEN), item("Zwei", state=State.OPEN), item("Drei"))
    now = (item("Eins", state=State.DONE), item("Zwei", state=State.BLOCKED), item("Vier"))
    before, after = (project("x")._replace(status=status) for status in (then, now))

    marked = compare(_report(before), _report(after)).items_of(after.id)

    assert {"Eins": News.DONE, "Vier": News.NEW} == {t.plain: news for t, news in marked.items()}


def test_what_was_before_can_be_asked_for():
    before = project("x")._replace(light=Light.GREEN)
    after = before._replace(light=Light.RED, phases=())

    changes = compare(_report(before), _report(after))

    assert Light.GREEN is changes.light_before(after.id)
    assert before.phase == changes.phase_before(after.id)
    assert changes.light_before("nobody") is None


def test_of_projects_that_could_not_be_read_nothing_is_told():
    assert () == compare(_report(), _report(project("x")), {project("x").id}).all


def test_time_grows_with_the_items_and_not_with_their_square():
    def seconds(number: int) -> float:
        before = tuple(item(f"Punkt {n} im Amt {n % 7} ist am Ort {n * 7}") for n in range(number))
        now = tuple(item(f"Punkt {n} im Amt {n % 7} war am Ort {n * 9}") for n in range(number))
        one, two = (project("x")._replace(status=status) for status in (before, now))
        start = perf_counter()
        _changes(one, two)
        return perf_counter() - start

    seconds(100)
    assert min(seconds(2000), seconds(2000)) < 30 * max(0.02, min(seconds(200), seconds(200)))
