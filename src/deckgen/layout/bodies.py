"""What a slide shows on its pages: bodies, and drafts of those that take long to make."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from deckgen.named import NamedTuple
from deckgen.page import Element
from deckgen.problems import Problem, WarningCode


class Body(NamedTuple):
    """What a slide shows on one page besides title, footer and the like.

    `notes` say in words what it shows; they stand after the author's.
    """

    layout: str
    elements: tuple[Element, ...]
    warnings: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


class Draft(NamedTuple):
    """What a slide comes to in a size, before its bodies are made by `make`.

    Of the sizes that are tried on, most are let go of.
    """

    pages: int
    has_torn: bool
    make: Callable[[], tuple[Body, ...]]

    @classmethod
    def of(cls, bodies: tuple[Body, ...]) -> Draft:
        """The draft of bodies that are made already."""
        return cls(len(bodies), torn(bodies) > 0, lambda: bodies)


def torn(bodies: Iterable[Body]) -> int:
    """How many words of `bodies` had to be torn."""
    return torn_in([warning for body in bodies for warning in body.warnings])


def torn_in(warnings: Iterable[Problem]) -> int:
    """How many of `warnings` tell of a word that had to be torn."""
    return sum([warning.code == WarningCode.TORN_WORD for warning in warnings])
