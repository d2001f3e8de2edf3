"""Where everything stands: pages of boxes, shapes and pictures at fixed places.

A page is all that the writers know. Elements are listed in reading order, the
title first; text carries the lines that were measured, but stays in whole
paragraphs so that people can edit it.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum

from deckgen.drawing import Drawing
from deckgen.geometry import Points, Rect
from deckgen.named import NamedTuple
from deckgen.problems import Problem
from deckgen.style import Anchor, Bullet, Form, Ink, ParagraphStyle, Shade


class PageLink(NamedTuple):
    """A jump to another page of the deck, by the page's id."""

    page: str


class Run(NamedTuple):
    """Words in one style. None means: as the paragraph's style says.

    `is_page_number` makes the run a field that shows the number of its page;
    `link` is a web or mail address, or a page, `ground` the ink behind the words.
    """

    text: str
    is_bold: bool | None = None
    is_italic: bool = False
    size: Points | None = None
    ink: Ink | None = None
    link: str | PageLink | None = None
    is_page_number: bool = False
    ground: Ink | None = None


class Paragraph(NamedTuple):
    """Runs in the style of `level` (from 0) of their box.

    `lines` is the text as it was broken; `bullet` and `before` (points) replace
    those of the style where they are given. One that `is_continued` is the rest of
    a text that began on the page before, and has no bullet of its own.
    """

    runs: tuple[Run, ...]
    lines: tuple[str, ...]
    level: int = 0
    bullet: Bullet | None = None
    before: Points | None = None
    is_continued: bool = False

    @property
    def text(self) -> str:
        """The words without their styles."""
        runs = self.runs
        return runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])


class TextBox(NamedTuple):
    """Text in a frame, perhaps on a shape.

    `name` is what an editor sees in the selection pane. `slot` names the
    placeholder of the page's layout that holds the text; None is a box of its
    own. `margin_x` and `margin_y` keep the text off the frame's edges, in points.
    `description` is an alternative text, where the words alone do not tell enough.
    """

    name: str
    rect: Rect
    paragraphs: tuple[Paragraph, ...]
    styles: tuple[ParagraphStyle, ...]
    slot: str | None = None
    anchor: Anchor = Anchor.TOP
    form: Form = Form.RECTANGLE
    fill: Ink | None = None
    margin_x: Points = 0.0
    margin_y: Points = 0.0
    description: str | None = None

    @property
    def text_height(self) -> Points:
        """The height of the text as it was broken, in points."""
        return _text_height(self.paragraphs, self.styles)


def _text_height(paragraphs: tuple[Paragraph, ...], styles: tuple[ParagraphStyle, ...]) -> Points:
    height = 0.0
    for paragraph in paragraphs:
        style = styles[paragraph.level]
        height += style.before if paragraph.before is None else paragraph.before
        height += len(paragraph.lines) * style.leading
    return height


class Shape(NamedTuple):
    """A shape without text. It is decoration unless `description` says more.

    `outline` is the ink of its edge; None for `fill` shows what is behind.
    """

    name: str
    rect: Rect
    fill: Ink | Shade | None
    form: Form = Form.RECTANGLE
    description: str | None = None
    outline: Ink | None = None


class Rule(NamedTuple):
    """A thin straight line as decoration, `weight` points thick, along `rect`'s diagonal.

    `rect` has no height for a horizontal line and no width for a vertical one.
    """

    name: str
    rect: Rect
    ink: Ink = Ink.LINE
    weight: Points = 1.0
    is_dashed: bool = False


class Picture(NamedTuple):
    """A PNG, JPEG or GIF picture. It is decoration if `description` is None.

    `vector` is the same picture as SVG, for programs that know it.
    """

    name: str
    rect: Rect
    image: bytes
    description: str | None = None
    vector: bytes | None = None


class TableCell(NamedTuple):
    """Text in a table; paragraphs are in the style of their level.

    `inset` keeps the text further off its right edge than others, so that figures with more
    and fewer decimals stand with their marks below one another.
    """

    paragraphs: tuple[Paragraph, ...]
    styles: tuple[ParagraphStyle, ...]
    inset: Points = 0.0

    @property
    def text_height(self) -> Points:
        """The height of the text as it was broken, in points."""
        return _text_height(self.paragraphs, self.styles)


class TableRow(NamedTuple):
    """A row as high as its text needs, margins included, with a rule below it."""

    height: Points
    cells: tuple[TableCell, ...]
    rule: Ink = Ink.LINE
    weight: Points = 1.0
    anchor: Anchor = Anchor.MIDDLE


class Table(NamedTuple):
    """A native table with columns of these widths; its first row is the header.

    Text keeps `margin_x` and `margin_y` off the edges of its cell.
    It `has_names` if its first column holds the headers of the rows, and `has_total` if its
    last row sums up the others.
    """

    name: str
    rect: Rect
    columns: tuple[Points, ...]
    rows: tuple[TableRow, ...]
    description: str
    margin_x: Points
    margin_y: Points
    has_names: bool = False
    has_total: bool = False


class ChartForm(Enum):
    """The native charts."""

    BAR = "bar"
    COLUMN = "column"
    LINE = "line"
    DOUGHNUT = "doughnut"


class Labelling(Enum):
    """Which figures of a series stand beside their points.

    At the end of bars and columns or over points, in their middle, or at the last point only,
    there perhaps with the name of the series.
    """

    NONE = "none"
    END = "end"
    MIDDLE = "middle"
    LAST = "last"
    LAST_WITH_NAME = "last with name"


class ChartSeries(NamedTuple):
    """Figures in one shade, or each point in its own; None where there is no figure.

    Points of a line are marked by a `marker`; labels are in `ink`, and `hidden` points have none.
    """

    name: str
    values: tuple[Decimal | None, ...]
    shades: tuple[Shade, ...]
    labelling: Labelling = Labelling.NONE
    ink: Ink = Ink.PRIMARY
    marker: Form = Form.ELLIPSE
    hidden: frozenset[int] = frozenset()


class Scale(NamedTuple):
    """What the axis of a chart reaches from and to.

    `step` is the distance of its lines, if it has any, beside which figures stand with so many
    decimal `places`.
    """

    low: Decimal
    high: Decimal
    step: Decimal | None = None
    places: int = 0


class Chart(NamedTuple):
    """A native chart with the workbook that it is edited in; it draws within `plot`.

    Figures are written with `decimals` places in the language's marks, `before` and `after` around
    them, in type of `label_size`; categories are `size` points high, in lines as they were broken.
    `gap` is the room between bars, in shares of their thickness. A doughnut has no scale.
    """

    name: str
    rect: Rect
    plot: Rect
    form: ChartForm
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    description: str
    size: Points
    label_size: Points
    scale: Scale | None = None
    decimals: int = 0
    before: str = ""
    after: str = ""
    is_stacked: bool = False
    gap: float = 0.6


class Sketch(NamedTuple):
    """A picture still to be drawn: what no native chart can say."""

    name: str
    rect: Rect
    drawing: Drawing
    description: str


Element = TextBox | Shape | Rule | Picture | Table | Chart | Sketch


class Page(NamedTuple):
    """One slide with everything in its place.

    `layout` is the role of the layout it is made on, `notes` the speaker's notes,
    a string a paragraph.
    """

    id: str
    layout: str
    title: str
    elements: tuple[Element, ...]
    notes: tuple[str, ...] = ()


class PageSection(NamedTuple):
    """A named run of pages, as PowerPoint's slide sorter groups them."""

    id: str
    name: str
    pages: tuple[Page, ...]


class Properties(NamedTuple):
    """What the file says of itself. `language` is a tag such as de-DE."""

    title: str
    language: str
    subject: str | None = None
    author: str | None = None
    organisation: str | None = None
    date: date | None = None


class Pages(NamedTuple):
    """A whole deck, laid out. `warnings` is what an author should look at."""

    properties: Properties
    sections: tuple[PageSection, ...]
    warnings: tuple[Problem, ...] = ()

    @property
    def pages(self) -> tuple[Page, ...]:
        """Every page, in order."""
        return tuple(page for section in self.sections for page in section.pages)

    @property
    def has_sketches(self) -> bool:
        """Whether pictures are still to be drawn."""
        return any(isinstance(each, Sketch) for page in self.pages for each in page.elements)
