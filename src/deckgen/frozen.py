"""Values that inherit fields from one another, which named tuples cannot.

Frozen dataclasses could, but each is written as source code and compiled when its module is
imported: for all kinds of topics and slides that takes as long as building a small deck.
"""

from __future__ import annotations

from typing import Any, ClassVar, Self, dataclass_transform


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Frozen:
    """A value with the fields that its class annotates, after those of the classes below it.

    Fields are given by name; one that the class gives a value may be left out. As those of named
    tuples do, `_fields` names them, and `_replace` makes another value. Values are equal if they
    are of one class and their fields are.
    """

    _fields: ClassVar[tuple[str, ...]] = ()
    _needed: ClassVar[frozenset[str]] = frozenset()

    def __init_subclass__(cls) -> None:
        cls._fields = (*cls._fields, *cls.__annotations__)
        cls._needed = frozenset(name for name in cls._fields if not hasattr(cls, name))

    def __init__(self, **fields: Any) -> None:
        if not self._needed <= fields.keys() <= set(self._fields):
            needed, given = sorted(self._needed), sorted(fields)
            raise TypeError(f"{type(self).__name__} needs {needed}, and was given {given}")
        vars(self).update(fields)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other._values() == self._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        fields = zip(self._fields, self._values(), strict=True)
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in fields)})"

    def _replace(self, **changes: object) -> Self:
        """The same value but for the `changes`."""
        return type(self)(**{**vars(self), **changes})

    def _values(self) -> tuple[object, ...]:
        return tuple([getattr(self, name) for name in self._fields])
