"""What is a change and what is none, whatever authors write."""

from __future__ import annotations

from random import Random
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.random_content import files_of
from tests.random_pictures import pictures
from tests.random_shapes import Shape, examples, shapes
from tests.sample import HERE, item, project, sample_report
from tests.test_layout_random import below

from deckgen.changes import Change, Changes, ItemChange, News, ProjectChange
from deckgen.comparing import compare
from deckgen.comparing.likeness import ALIKE, matched, normal
from deckgen.content import Item, Light, Project, Report, State, Text
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
