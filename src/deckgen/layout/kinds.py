"""The kinds of slides: how each is laid out, in which sizes, and how it continues."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from deckgen.deck import (
    AgendaSlide,
    BudgetSlide,
    ChartSlide,
    ClosingSlide,
    ColumnsSlide,
    ConclusionSlide,
    DrawingSlide,
    FactsSlide,
    GroupsSlide,
    NewsSlide,
    PictureSlide,
    PortfolioSlide,
    ProjectsSlide,
    Slide,
    StatusSlide,
    TableSlide,
    TextSlide,
    TimelineSlide,
    TitleSlide,
)
from deckgen.geometry import Points
from deckgen.layout.agenda import agenda_bodies
from deckgen.layout.budget import budget_bodies
from deckgen.layout.bullets import conclusion_bodies, text_bodies
from deckgen.layout.canvas import Body, Canvas, SetParagraph, torn_words
from deckgen.layout.cards import facts_bodies
from deckgen.layout.columns import groups_bodies
from deckgen.layout.cover import closing_bodies, title_bodies
from deckgen.layout.drawings import drawn_bodies
from deckgen.layout.figures import chart_bodies
from deckgen.layout.framing import overhang, set_credit, set_section_line, set_titles
from deckgen.layout.illustration import picture_bodies
from deckgen.layout.naming import Naming, suffix
from deckgen.layout.news import news_bodies
from deckgen.layout.portfolio import portfolio_bodies
from deckgen.layout.projects import projects_bodies
from deckgen.layout.side_by_side import columns_bodies
from deckgen.layout.sizing import family_size
from deckgen.layout.status import status_bodies
from deckgen.layout.tables import table_bodies
from deckgen.layout.timeline import timeline_bodies
from deckgen.problems import Problem, WarningCode
from deckgen.typography import (
    AGENDA_STEPS,
    BODY_STEPS,
    CAPTION_STEPS,
    CARD_STEPS,
    CHART_STEPS,
    COLUMN_STEPS,
    CONCLUSION_STEPS,
    COVER_STEPS,
    DENSE_STEPS,
    DRAWING_STEPS,
    LIST_STEPS,
    NEWS_STEPS,
    TIMELINE_STEPS,
)

TITLE_GAP = 4.0
STEPPER_RISE = 12.0


class _Kind(NamedTuple):
    """How slides of a kind are laid out, in which sizes, and how their parts are called.

    All slides of a kind that `is_family` share one size. `rise` is how far what stands
    at the body's foot moves up to make room for a source.
    """

    bodies: Callable[[Any, Points, Canvas], tuple[Body, ...]]
    steps: tuple[Points, ...]
    naming: Naming = Naming.FRACTION
    is_family: bool = False
    rise: Points = 0.0


_KINDS: dict[type[Slide], _Kind] = {
    TitleSlide: _Kind(title_bodies, COVER_STEPS[:1]),
    AgendaSlide: _Kind(agenda_bodies, AGENDA_STEPS, is_family=True),
    FactsSlide: _Kind(facts_bodies, CARD_STEPS),
    GroupsSlide: _Kind(groups_bodies, DENSE_STEPS),
    ProjectsSlide: _Kind(projects_bodies, LIST_STEPS, Naming.PART),
    StatusSlide: _Kind(status_bodies, BODY_STEPS, is_family=True, rise=STEPPER_RISE),
    ConclusionSlide: _Kind(conclusion_bodies, CONCLUSION_STEPS, Naming.ROMAN),
    TextSlide: _Kind(text_bodies, BODY_STEPS),
    NewsSlide: _Kind(news_bodies, NEWS_STEPS),
    PortfolioSlide: _Kind(portfolio_bodies, DENSE_STEPS, Naming.PART),
    TableSlide: _Kind(table_bodies, DENSE_STEPS),
    DrawingSlide: _Kind(drawn_bodies, DRAWING_STEPS),
    ColumnsSlide: _Kind(columns_bodies, COLUMN_STEPS),
    PictureSlide: _Kind(picture_bodies, CAPTION_STEPS[:1]),
    TimelineSlide: _Kind(timeline_bodies, TIMELINE_STEPS),
    BudgetSlide: _Kind(budget_bodies, CHART_STEPS),
    ChartSlide: _Kind(chart_bodies, CHART_STEPS),
    ClosingSlide: _Kind(closing_bodies, COVER_STEPS[:1]),
}


@dataclass(frozen=True, slots=True)
class LaidSlide:
    """A slide's bodies, the title of each, what stands around all, and what it was laid out on."""

    slide: Slide
    canvas: Canvas
    titles: tuple[SetParagraph, ...]
    bodies: tuple[Body, ...]
    section_line: SetParagraph | None
    credit: SetParagraph | None
    warnings: tuple[Problem, ...]

    def __len__(self) -> int:
        """The number of pages."""
        return len(self.bodies)

    @property
    def cost(self) -> int:
        """The number of pages, and one more if a word had to be torn."""
        is_torn = any(warning.code == WarningCode.TORN_WORD for warning in self.warnings)
        return len(self.bodies) + is_torn


def lay_out_slides(slides: Sequence[Slide], canvas: Canvas) -> Iterator[LaidSlide]:
    """Every slide in its size, in order; slides of a family share theirs."""
    families: dict[type[Slide], list[Slide]] = {}
    for slide in slides:
        if _KINDS[type(slide)].is_family:
            families.setdefault(type(slide), []).append(slide)
    shared = {kind: iter(_lay_out_family(family, canvas)) for kind, family in families.items()}
    for slide in slides:
        yield next(shared.get(type(slide)) or iter(_lay_out_family([slide], canvas)))


def _lay_out_family(family: Sequence[Slide], canvas: Canvas) -> list[LaidSlide]:
    laid: dict[Points, list[LaidSlide]] = {}

    def page_counts(size: Points) -> list[int]:
        if size not in laid:
            laid[size] = [_lay_out(slide, size, canvas) for slide in family]
        return [slide.cost for slide in laid[size]]

    steps = canvas.look.house.body_steps(_KINDS[type(family[0])].steps)
    return laid[family_size(steps, page_counts)]


def _lay_out(slide: Slide, size: Points, canvas: Canvas) -> LaidSlide:
    """The slide's bodies under a title that leaves room for the names of its parts."""
    kind = _KINDS[type(slide)]
    section_line = set_section_line(canvas, slide.section_line) if slide.section_line else None
    credit = set_credit(canvas, slide.credit) if slide.credit else None
    drop = overhang(canvas, "section", section_line)
    lift = overhang(canvas, "credit", credit) + (kind.rise if credit else 0.0)
    total, framed = 1, None
    bodies: tuple[Body, ...] = ()
    while True:
        parts = range(1, total + 1)
        suffixes = [suffix(kind.naming, canvas.words, part, total) for part in parts]
        titles = set_titles(canvas, slide.title, suffixes)
        shift = drop + _title_shift(titles, canvas)
        if not framed or framed.shift != shift:  # longer titles seldom take more room
            framed = Canvas(canvas.look, canvas.language, drop, shift, lift)
            bodies = kind.bodies(slide, size, framed)
        if len(bodies) <= total:
            break
        total = len(bodies)
    around = [each for each in (titles[0], section_line, credit) if each]
    warnings = [*torn_words(around), *(warning for body in bodies for warning in body.warnings)]
    titles = titles[: len(bodies)]
    return LaidSlide(slide, framed, titles, bodies, section_line, credit, tuple(warnings))


def _title_shift(titles: Sequence[SetParagraph], canvas: Canvas) -> Points:
    """How far titles push the body down: a little for two lines, and as more need."""
    if all(len(title.paragraph.lines) == 1 for title in titles):
        return 0.0
    layout = canvas.look.layout("content")
    frame = layout.slot("title").rect
    if canvas.look.shares_body and frame.top >= layout.slot("body").rect.top:
        return 0.0  # a title beside or below the body
    gap = 0.0 if canvas.look.shares_body else TITLE_GAP
    return gap + max(0.0, max(title.height for title in titles) - frame.height)
