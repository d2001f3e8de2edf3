"""The shapes of decks, drawn at random: which slides, how many entries, how long texts.

Words are left to a seed: hypothesis has not enough choices for a big deck's.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import NamedTuple, Protocol, TypeVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

T = TypeVar("T")

FONTS = ("Arial", "Calibri", "Times New Roman")
SLIDES = ("16:9", "4:3")
LANGUAGES = ("de-DE", "de-DE", "en-GB")
KINDS = (
    *("facts", "groups", "projects", "status", "portfolio", "conclusion", "text", "table"),
    *("chart", "drawing", "pipeline", "budget"),
    *("timeline", "picture", "columns"),
)
EXTREMES = (
    *("nothing", "nothing", "nothing", "nothing"),
    *("projects", "sections", "entries", "groups", "facts", "status", "levels", "partners"),
    *("table", "portfolio"),
    *("timeline", "milestones"),
    *("long items", "long titles", "short texts", "rare words", "slides", "frame"),
)
"""What a deck has very much of. One thing each: all at once would be thousands of slides."""


def examples(most: int) -> settings:
    """So many examples, the same ones whenever the same tests run, however long each takes."""
    return settings(
        max_examples=most,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


class SlideShape(NamedTuple):
    """A slide: its kind, how many entries it has, and how long they are at most."""

    kind: str
    entries: int
    length: int
    has_title: bool
    has_source: bool
    has_notes: bool
    is_internal: bool


class ProjectShape(NamedTuple):
    """A project: how many status items, partners and milestones, how long the texts are."""

    items: int
    length: int
    partners: int
    milestones: int
    light: str | None
    details: int


class Shape(NamedTuple):
    """All of a deck but its words, which are written by `seed`."""

    seed: int
    extreme: str
    language: str
    font: str
    heading_font: str
    slide: str
    agenda: str
    closing: str
    notation: str
    title: int
    frame: int
    sections: tuple[tuple[SlideShape, ...], ...]
    projects: tuple[ProjectShape, ...]


class Draw(Protocol):
    """What chooses."""

    def number(self, least: int, most: int) -> int:
        """A whole number, either limit included."""

    def one_of(self, choices: Sequence[T]) -> T:
        """One of the choices."""


class _Explored(NamedTuple):
    """Chooses what hypothesis wants to try, and can make smaller."""

    draw: st.DrawFn

    def number(self, least: int, most: int) -> int:
        return self.draw(st.integers(least, most))

    def one_of(self, choices: Sequence[T]) -> T:
        return self.draw(st.sampled_from(choices))


class _Numbered(NamedTuple):
    """Chooses by a seed and by nothing else.

    Hypothesis does not: it tries numbers that stand in the code which was imported so far.
    """

    random: Random

    def number(self, least: int, most: int) -> int:
        return self.random.randint(least, most)

    def one_of(self, choices: Sequence[T]) -> T:
        return self.random.choice(choices)


@st.composite
def shapes(draw: st.DrawFn, most: int = 60) -> Shape:
    """Shapes of decks with lists of up to `most` entries."""
    return _shape(_Explored(draw), most)


def shape(number: int) -> Shape:
    """The shape of deck `number`: the same number, the same shape, whatever ran before."""
    return _shape(_Numbered(Random(number)), 60)


def _shape(draw: Draw, most: int) -> Shape:
    extreme = draw.one_of(EXTREMES)
    font = draw.one_of(FONTS)
    return Shape(
        seed=draw.number(0, 2**32 - 1),
        extreme=extreme,
        language=draw.one_of(LANGUAGES),
        font=font,
        heading_font=draw.one_of((font, font, *FONTS)),
        slide=draw.one_of(SLIDES),
        agenda=draw.one_of(("", "true", "false", "every_section")),
        closing=draw.one_of(("", "true", "false", "text", "keys")),
        notation=draw.one_of(("yaml", "yaml", "json")),
        title=_title_length(draw, extreme),
        frame=draw.number(*((60, 140) if extreme == "frame" else (3, 60))),
        sections=_sections(draw, extreme, most),
        projects=_projects(draw, extreme, most),
    )


def _title_length(draw: Draw, extreme: str) -> int:
    return draw.number(*((100, 200) if extreme == "long titles" else (5, 90)))


def _sections(draw: Draw, extreme: str, most: int) -> tuple[tuple[SlideShape, ...], ...]:
    many = (min(12, most), min(20, most))
    sections = draw.number(*(many if extreme == "sections" else (1, 4)))
    slides = 1 if extreme == "sections" else draw.number(1, 3)
    return tuple(tuple(_slide(draw, extreme, most) for _ in range(slides)) for _ in range(sections))


def _slide(draw: Draw, extreme: str, most: int) -> SlideShape:
    kind = extreme if extreme in KINDS else draw.one_of(KINDS)
    return SlideShape(
        kind=kind,
        entries=_entries(draw, kind, extreme, most),
        length=_length(draw, extreme),
        has_title=draw.number(0, 3) != 2,
        has_source=draw.number(0, 3) == 2,
        has_notes=draw.number(0, 5) == 2,
        is_internal=draw.number(0, 11) == 5,
    )


def _entries(draw: Draw, kind: str, extreme: str, most: int) -> int:
    if kind == "facts":
        return draw.number(*((7, 12) if extreme == "facts" else (1, 6)))
    if kind == "groups":
        return draw.number(*((4, 8) if extreme == "groups" else (1, 4)))
    if kind == "columns":
        return draw.number(2, 3)
    is_long = extreme == "entries" or (kind == "table" and extreme == "table")
    return draw.number(*((most // 3, most) if is_long else (1, 9)))


def _length(draw: Draw, extreme: str) -> int:
    if extreme == "short texts":
        return draw.number(1, 12)
    return draw.number(*((200, 600) if extreme == "long items" else (20, 160)))


def _projects(draw: Draw, extreme: str, most: int) -> tuple[ProjectShape, ...]:
    is_often = extreme in ("projects", "portfolio", "timeline")
    count = draw.number(*((most // 3, most) if is_often else (1, 5)))
    return tuple(_project(draw, extreme, most) for _ in range(count))


def _project(draw: Draw, extreme: str, most: int) -> ProjectShape:
    items = (most // 3, most) if extreme == "status" else (0, 6)
    partners = (most // 6, most // 2) if extreme == "partners" else (0, 4)
    return ProjectShape(
        items=draw.number(*items),
        length=_length(draw, extreme),
        partners=draw.number(*partners),
        milestones=draw.number(0, most if extreme == "milestones" else 3),
        light=draw.one_of((None, "green", "yellow", "red")),
        details=draw.number(0, 2**12 - 1),
    )
