"""Labels of milestones: each near its mark, none over another, and no line through words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.geometry import Points
from deckgen.layout.label_places import CLEAR, LABEL_GAP, MARK, Place, Strip, places_of

FIRST, END = 200.0, 800.0
ANCHORS = st.floats(FIRST, END)
WIDTHS = st.floats(10, 250)


def _strip(today: Points | None = None, *lines: Points) -> Strip:
    everywhere = {FIRST, *lines, END + CLEAR, *([] if today is None else [today])}
    return Strip(FIRST - MARK / 2, END, tuple(sorted(everywhere)), today)


def test_labels_begin_below_their_marks():
    places = places_of([300, 500], [100, 100], _strip(), 1)

    assert places == [Place(0, 300 - MARK / 2), Place(0, 500 - MARK / 2)]


def test_a_label_ends_at_its_mark_where_today_would_go_through_it():
    places = places_of([500], [100], _strip(520), 1)

    assert places == [Place(0, 500 + MARK / 2 - 100, is_ending=True)]


def test_a_label_ends_at_its_mark_where_the_next_one_is_close():
    first, second = places_of([500, 540], [100, 100], _strip(), 1) or []

    assert first == Place(0, 500 + MARK / 2 - 100, is_ending=True)
    assert second == Place(0, 540 - MARK / 2)


def test_a_label_is_moved_below_its_mark_until_today_does_not_go_through_it():
    places = places_of([260], [150], _strip(380), 1)

    assert places == [Place(0, 380 - CLEAR - 150, is_ending=True)]


@pytest.mark.parametrize("line", [495, 500, 505])
def test_a_label_begins_behind_a_line_at_its_mark(line: Points):
    places = places_of([500], [100], _strip(None, line), 1)

    assert places == [Place(0, line + CLEAR)]


def test_where_one_line_has_no_room_a_second_one_has():
    anchors, widths = [500, 515, 530], [100, 100, 100]

    assert places_of(anchors, widths, _strip(), 1) is None
    assert {place.line for place in places_of(anchors, widths, _strip(), 2) or ()} == {0, 1}


def test_labels_wider_than_all_of_the_time_have_no_place():
    assert places_of([500], [END - FIRST + MARK], _strip(), 1) is None


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    st.lists(st.tuples(ANCHORS, WIDTHS), max_size=8),
    st.none() | ANCHORS,
    st.lists(ANCHORS, max_size=4),
    st.integers(1, 2),
)
def test_labels_are_near_their_marks_and_never_over_one_another(
    labels: list[tuple[Points, Points]], today: Points | None, lines: list[Points], rows: int
):
    anchors, widths = sorted(anchor for anchor, _ in labels), [width for _, width in labels]
    strip = _strip(today, *lines)

    places = places_of(anchors, widths, strip, rows)

    if places is None:
        assert labels
        return
    ends = [(place.left, place.left + width) for place, width in zip(places, widths, strict=True)]
    for row in range(rows):
        here = [end for end, place in zip(ends, places, strict=True) if place.line == row]
        assert all(before[1] + LABEL_GAP <= after[0] for before, after in pairwise(here))
    for anchor, (left, right), place in zip(anchors, ends, places, strict=True):
        assert left - MARK <= anchor <= right + MARK
        assert strip.first <= left
        assert right <= strip.end + 0.01
        assert place.is_crossed == strip.today_crosses(left, right)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(ANCHORS, WIDTHS, ANCHORS)
def test_today_goes_through_no_label_that_has_room_beside_it(
    anchor: Points, width: Points, today: Points
):
    strip = _strip(today)
    lefts = [strip.first + step / 2 for step in range(int(2 * (END - strip.first - width)) + 1)]
    clear = [
        left
        for left in lefts
        if left <= anchor <= left + width and not strip.today_crosses(left, left + width)
    ]

    (place,) = places_of([anchor], [width], strip, 1) or [Place(0, 0, is_crossed=True)]

    assert not (clear and place.is_crossed)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(ANCHORS, min_size=2, max_size=5), ANCHORS)
def test_today_goes_through_no_label_of_a_row_with_room_for_all(
    anchors: list[Points], today: Points
):
    """Short labels that all could begin, or all end, at their marks, clear of the line."""
    anchors, width, strip = sorted(anchors), 40.0, _strip(today)
    wished = [
        [anchor - MARK / 2 for anchor in anchors],
        [anchor + MARK / 2 - width for anchor in anchors],
    ]

    def is_free(lefts: list[Points]) -> bool:
        return (
            all(before + width + LABEL_GAP <= after for before, after in pairwise(lefts))
            and all(FIRST + CLEAR <= left and left + width <= END for left in lefts)
            and not any(strip.crosses(left, left + width) for left in lefts)
        )

    places = places_of(anchors, [width] * len(anchors), strip, 1)

    if any(map(is_free, wished)):
        assert places
        assert not any(place.is_crossed for place in places)
