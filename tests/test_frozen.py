"""Values that inherit fields."""

from __future__ import annotations

import pytest

from deckgen.frozen import Frozen


class Animal(Frozen):
    name: str
    legs: int = 4


class Dog(Animal):
    trade: str


def test_fields_of_the_base_come_first_and_keep_their_values():
    assert Dog._fields == ("name", "legs", "trade")
    assert Dog(name="Rex", trade="guide").legs == 4


def test_values_are_equal_by_class_and_fields():
    rex = Dog(name="Rex", trade="guide")

    assert rex == Dog(name="Rex", trade="guide", legs=4)
    assert hash(rex) == hash(Dog(name="Rex", trade="guide", legs=4))
    assert rex != Dog(name="Rex", trade="guide", legs=3)
    assert Animal(name="Rex") != rex


def test_another_value_is_made_with_changes():
    rex = Dog(name="Rex", trade="guide")

    assert rex._replace(legs=3) == Dog(name="Rex", trade="guide", legs=3)
    assert rex.legs == 4


@pytest.mark.parametrize("fields", [{"name": "Rex"}, {"name": "Rex", "trade": "", "wings": 2}])
def test_a_field_too_few_or_too_many_is_refused(fields):
    with pytest.raises(TypeError, match=r"Dog needs \['name', 'trade'\], and was given \['name'"):
        Dog(**fields)


def test_no_field_is_set_again():
    rex = Dog(name="Rex", trade="guide")

    with pytest.raises(AttributeError, match="Dog is frozen"):
        rex.legs = 3  # type: ignore[misc]


def test_a_value_says_all_it_is():
    assert repr(Dog(name="Rex", trade="guide")) == "Dog(name='Rex', legs=4, trade='guide')"
