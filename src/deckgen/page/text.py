"""Text in boxes, broken into lines that were measured."""

from __future__ import annotations

from deckgen.geometry import Points, Rect
from deckgen.named import NamedTuple
from deckgen.style import Anchor, Bullet, Form, Ink, ParagraphStyle


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
        return height_of_text(self.paragraphs, self.styles)


def height_of_text(paragraphs: tuple[Paragraph, ...], styles: tuple[ParagraphStyle, ...]) -> Points:
    """The height of paragraphs as they were broken, with the distances before them, in points."""
    height = 0.0
    for _, lines, level, _, before, _ in paragraphs:
        style = styles[level]
        height += style.before if before is None else before
        height += len(lines) * style.leading
    return height
