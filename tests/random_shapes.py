"""The shapes of decks, drawn by hypothesis: which slides, how many entries, how long texts.

Words are left to a seed: hypothesis has not enough choices for a big deck's.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import hypothesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

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
    """So many examples, the same ones every time, however long each of them takes."""
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


@st.composite
def shapes(draw: st.DrawFn, most: int = 60) -> Shape:
    """Shapes of decks with lists of up to `most` entries."""
    extreme = draw(st.sampled_from(EXTREMES))
    font = draw(st.sampled_from(FONTS))
    return Shape(
        seed=draw(st.integers(0, 2**32 - 1)),
        extreme=extreme,
        language=draw(st.sampled_from(LANGUAGES)),
        font=font,
        heading_font=draw(st.sampled_from((font, font, *FONTS))),
        slide=draw(st.sampled_from(SLIDES)),
        agenda=draw(st.sampled_from(("", "true", "false", "every_section"))),
        closing=draw(st.sampled_from(("", "true", "false", "text", "keys"))),
        notation=draw(st.sampled_from(("yaml", "yaml", "json"))),
        title=_title_length(draw, extreme),
        frame=draw(st.integers(60, 140) if extreme == "frame" else st.integers(3, 60)),
        sections=_sections(draw, extreme, most),
        projects=_projects(draw, extreme, most),
    )


def _title_length(draw: st.DrawFn, extreme: str) -> int:
    return draw(st.integers(100, 200) if extreme == "long titles" else st.integers(5, 90))


def _sections(draw: st.DrawFn, extreme: str, most: int) -> tuple[tuple[SlideShape, ...], ...]:
    sections = draw(
        st.integers(min(12, most), min(20, most)) if extreme == "sections" else st.integers(1, 4)
    )
    slides = 1 if extreme == "sections" else draw(st.integers(1, 3))
    return tuple(tuple(_slide(draw, extreme, most) for _ in range(slides)) for _ in range(sections))


def _slide(draw: st.DrawFn, extreme: str, most: int) -> SlideShape:
    kind = extreme if extreme in KINDS else draw(st.sampled_from(KINDS))
    return SlideShape(
        kind=kind,
        entries=_entries(draw, kind, extreme, most),
        length=_length(draw, extreme),
        has_title=draw(st.integers(0, 3)) != 2,
        has_source=draw(st.integers(0, 3)) == 2,
        has_notes=draw(st.integers(0, 5)) == 2,
        is_internal=draw(st.integers(0, 11)) == 5,
    )


def _entries(draw: st.DrawFn, kind: str, extreme: str, most: int) -> int:
    if kind == "facts":
        return draw(st.integers(7, 12) if extreme == "facts" else st.integers(1, 6))
    if kind == "groups":
        return draw(st.integers(4, 8) if extreme == "groups" else st.integers(1, 4))
    if kind == "columns":
        return draw(st.integers(2, 3))
    is_long = extreme == "entries" or (kind == "table" and extreme == "table")
    return draw(st.integers(most // 3, most) if is_long else st.integers(1, 9))


def _length(draw: st.DrawFn, extreme: str) -> int:
    if extreme == "short texts":
        return draw(st.integers(1, 12))
    return draw(st.integers(200, 600) if extreme == "long items" else st.integers(20, 160))


def _projects(draw: st.DrawFn, extreme: str, most: int) -> tuple[ProjectShape, ...]:
    is_often = extreme in ("projects", "portfolio", "timeline")
    often = st.integers(most // 3, most) if is_often else st.integers(1, 5)
    return tuple(_project(draw, extreme, most) for _ in range(draw(often)))


def _project(draw: st.DrawFn, extreme: str, most: int) -> ProjectShape:
    many = st.integers(most // 3, most) if extreme == "status" else st.integers(0, 6)
    partners = st.integers(most // 6, most // 2) if extreme == "partners" else st.integers(0, 4)
    return ProjectShape(
        items=draw(many),
        length=_length(draw, extreme),
        partners=draw(partners),
        milestones=draw(st.integers(0, most if extreme == "milestones" else 3)),
        light=draw(st.sampled_from((None, "green", "yellow", "red"))),
        details=draw(st.integers(0, 2**12 - 1)),
    )


def shape(number: int) -> Shape:
    """The shape of deck `number`: the same number, the same shape."""
    drawn: list[Shape] = []
    # The first example of a run is always the simplest one, the second is not.
    plain: dict[str, Any] = {"max_examples": 2, "phases": [Phase.generate], "database": None}

    @hypothesis.seed(number)
    @settings(**plain, deadline=None, suppress_health_check=list(hypothesis.HealthCheck))
    @given(shapes())
    def collect(shape: Shape) -> None:
        drawn.append(shape)

    collect()
    return drawn[-1]
