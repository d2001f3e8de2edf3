from __future__ import annotations

from deckgen.geometry import Rect


def test_taking_the_top_leaves_the_rest_below():
    top, rest = Rect(10, 20, 100, 50).take_top(15)

    assert top == Rect(10, 20, 100, 15)
    assert rest == Rect(10, 35, 100, 35)


def test_columns_share_the_width_and_keep_their_gap():
    assert Rect(0, 0, 100, 10).columns(3, 5) == (
        Rect(0, 0, 30, 10),
        Rect(35, 0, 30, 10),
        Rect(70, 0, 30, 10),
    )


def test_a_rectangle_contains_itself_but_not_its_neighbour():
    rect = Rect(0, 0, 10, 10)

    assert rect.contains(rect)
    assert not rect.contains(rect._replace(left=1))


def test_margins_are_taken_from_all_sides():
    assert Rect(0, 0, 100, 50).inset(10, 5) == Rect(10, 5, 80, 40)
