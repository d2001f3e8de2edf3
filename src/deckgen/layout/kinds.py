"""The kinds of slides: how each is laid out, in which sizes, and how it continues."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

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
from deckgen.late import late
from deckgen.layout.agenda import agenda_bodies
from deckgen.layout.bodies import Body, Draft
from deckgen.layout.bullets import conclusion_bodies, text_bodies
from deckgen.layout.canvas import Canvas, SetParagraph, torn_words
from deckgen.layout.cover import closing_bodies, title_bodies
from deckgen.layout.framing import overhang, set_credit, set_section_line, set_titles
from deckgen.layout.naming import Naming, suffix
from deckgen.layout.projects import projects_bodies
from deckgen.layout.sizing import family_size
from deckgen.layout.status import status_bodies
from deckgen.named import NamedTuple
from deckgen.problems import Problem
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

    Bodies that take long to make come as a draft of them.
    All slides of a kind that `is_family` share one size. `rise` is how far what stands
    at the body's foot moves up to make room for a source. `at_least` is how many pages a
    slide needs in a size in any case, where that is found out faster than its bodies are.
    `content` is what bodies are made of, where that is not the slide: the same in all sizes.
    """

    bodies: Callable[[Any, Points, Canvas], tuple[Body, ...] | Draft]
    steps: tuple[Points, ...]
    naming: Naming = Naming.FRACTION
    is_family: bool = False
    rise: Points = 0.0
    at_least: Callable[[Any, Points, Canvas], int] | None = None
    content: Callable[[Any, Canvas], Any] | None = None


def _late(module: str, name: str) -> Callable[..., Any]:
    """A function of a module of this package, most of which a deck does without."""
    return late(f"{__package__}.{module}", name)


_KINDS: dict[type[Slide], _Kind] = {
    TitleSlide: _Kind(title_bodies, COVER_STEPS[:1]),
    AgendaSlide: _Kind(agenda_bodies, AGENDA_STEPS, is_family=True),
    FactsSlide: _Kind(_late("cards", "facts_bodies"), CARD_STEPS),
    GroupsSlide: _Kind(_late("columns", "groups_bodies"), DENSE_STEPS),
    ProjectsSlide: _Kind(projects_bodies, LIST_STEPS, Naming.PART),
    StatusSlide: _Kind(status_bodies, BODY_STEPS, is_family=True, rise=STEPPER_RISE),
    ConclusionSlide: _Kind(conclusion_bodies, CONCLUSION_STEPS, Naming.ROMAN),
    TextSlide: _Kind(text_bodies, BODY_STEPS),
    PortfolioSlide: _Kind(_late("portfolio", "portfolio_draft"), DENSE_STEPS, Naming.PART),
    TableSlide: _Kind(
        _late("grid_pages", "grid_draft"), DENSE_STEPS, content=_late("tables", "table_grid")
    ),
    DrawingSlide: _Kind(_late("drawings", "drawn_bodies"), DRAWING_STEPS),
    ColumnsSlide: _Kind(_late("side_by_side", "columns_bodies"), COLUMN_STEPS),
    PictureSlide: _Kind(_late("illustration", "picture_bodies"), CAPTION_STEPS[:1]),
    TimelineSlide: _Kind(
        _late("timeline", "timeline_draft"),
        TIMELINE_STEPS,
        at_least=_late("timeline", "timeline_pages"),
    ),
    BudgetSlide: _Kind(_late("budget", "budget_bodies"), CHART_STEPS),
    ChartSlide: _Kind(_late("figures", "figures_draft"), CHART_STEPS),
    NewsSlide: _Kind(_late("news", "news_draft"), NEWS_STEPS),
    ClosingSlide: _Kind(closing_bodies, COVER_STEPS[:1]),
}


class LaidSlide(NamedTuple):
    """A slide's bodies, the title of each, what stands around all, and what it was laid out on."""

    slide: Slide
    canvas: Canvas
    titles: tuple[SetParagraph, ...]
    bodies: tuple[Body, ...]
    section_line: SetParagraph | None
    credit: SetParagraph | None
    warnings: tuple[Problem, ...]

    @property
    def pages(self) -> int:
        """The number of pages."""
        return len(self.bodies)


class _Framed(NamedTuple):
    """A slide in a size: what stands around its bodies, and what these come to."""

    slide: Slide
    canvas: Canvas
    titles: Sequence[SetParagraph]
    draft: Draft
    section_line: SetParagraph | None
    credit: SetParagraph | None

    @property
    def cost(self) -> int:
        """The number of pages, and one more if a word had to be torn."""
        _, _, titles, draft, line, credit = self
        is_torn = (line and line.torn) or (credit and credit.torn) or titles[0].torn
        return draft.pages + bool(is_torn or draft.has_torn)

    @property
    def _around(self) -> list[SetParagraph]:
        return [each for each in (self.titles[0], self.section_line, self.credit) if each]

    def laid(self) -> LaidSlide:
        """The slide with its bodies."""
        slide, canvas, titles, draft, section_line, credit = self
        bodies, around = draft.make(), torn_words(self._around)
        warnings = (*around, *[warning for body in bodies for warning in body.warnings])
        titles = tuple(titles[: draft.pages])
        return LaidSlide(slide, canvas, titles, bodies, section_line, credit, warnings)


_NOTHING = Draft.of(())


def lay_out_slides(slides: Sequence[Slide], canvas: Canvas) -> Iterator[LaidSlide]:
    """Every slide in its size, in order.

    Slides of a family share theirs; one that would need more pages than one takes a smaller one
    in which it does not.
    """
    families: dict[type[Slide], list[Slide]] = {}
    for slide in slides:
        if _KINDS[type(slide)].is_family:
            families.setdefault(type(slide), []).append(slide)
    shared = {kind: _Family(family, canvas).laid() for kind, family in families.items()}
    for slide in slides:
        yield next(shared.get(type(slide)) or _Family([slide], canvas).laid())


class _Family:
    """Slides of a kind that share a size. What a slide comes to in a size is found out once."""

    def __init__(self, slides: Sequence[Slide], canvas: Canvas) -> None:
        self._kind = _KINDS[type(slides[0])]
        self._slides = slides
        self._canvas = canvas
        made = self._kind.content
        self._contents = [made(slide, canvas) if made else slide for slide in slides]
        self._framed: dict[tuple[int, Points], _Framed] = {}

    def laid(self) -> Iterator[LaidSlide]:
        """The slides in their size, in order."""
        steps = self._canvas.look.house.body_steps(self._kind.steps)
        at_least = self._pages_at_least if self._kind.at_least else None
        size = family_size(steps, self._page_counts, at_least)
        sizes = steps[steps.index(size) :]
        return (self._fitted(number, sizes).laid() for number in range(len(self._slides)))

    def _fitted(self, number: int, sizes: Sequence[Points]) -> _Framed:
        """A slide in the first of `sizes`; if it needs more than a page so, in one where not."""
        first = self._in_size(number, sizes[0])
        if first.cost == 1 or self._in_size(number, sizes[-1]).cost > 1:
            return first
        tried = (self._in_size(number, size) for size in sizes)
        return next(framed for framed in tried if framed.cost == 1)

    def _page_counts(self, size: Points) -> list[int]:
        """How many pages each slide needs, and one more if a word had to be torn."""
        return [self._in_size(number, size).cost for number in range(len(self._slides))]

    def _pages_at_least(self, size: Points) -> list[int]:
        """How many pages each slide needs; with no title or source around, to be sure."""
        least = self._kind.at_least
        return [least(each, size, self._canvas) if least else 1 for each in self._contents]

    def _in_size(self, number: int, size: Points) -> _Framed:
        if (number, size) not in self._framed:
            slide, content = self._slides[number], self._contents[number]
            self._framed[number, size] = _frame(slide, content, size, self._canvas)
        return self._framed[number, size]


def _frame(slide: Slide, content: object, size: Points, canvas: Canvas) -> _Framed:
    """The bodies of a slide's content under a title that leaves room for the names of its parts."""
    kind = _KINDS[type(slide)]
    section_line = set_section_line(canvas, slide.section_line) if slide.section_line else None
    credit = set_credit(canvas, slide.credit) if slide.credit else None
    drop = overhang(canvas, "section", section_line)
    lift = overhang(canvas, "credit", credit) + (kind.rise if credit else 0.0)
    total, framed, draft = 1, None, _NOTHING
    while True:
        parts = range(1, total + 1)
        suffixes = [suffix(kind.naming, canvas.words, part, total) for part in parts]
        titles = set_titles(canvas, slide.title, suffixes)
        shift = drop + _title_shift(titles, canvas)
        if not framed or framed.shift != shift:  # longer titles seldom take more room
            framed = Canvas(canvas.look, canvas.language, drop, shift, lift)
            made = kind.bodies(content, size, framed)
            draft = made if isinstance(made, Draft) else Draft.of(made)
        if draft.pages <= total:
            return _Framed(slide, framed, titles, draft, section_line, credit)
        total = draft.pages


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
