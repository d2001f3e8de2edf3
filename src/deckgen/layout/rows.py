"""Rows with a rule below each, and the list of projects made of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.content import Project
from deckgen.deck import ProjectsSlide
from deckgen.geometry import Points, Rect
from deckgen.layout.canvas import Body, Canvas, torn_words
from deckgen.layout.flow import Block, Part, share_out, warnings_of
from deckgen.layout.items import paragraphs_of
from deckgen.page import Element, Rule, TextBox
from deckgen.style import Anchor, Form, Ink, Number, ParagraphStyle
from deckgen.typography import ROW, ROW_NOTE, badge_style, row_styles

BADGE_HEIGHT = 24.0
BADGE_PADDING = 9.0
BADGE_GAP = 24.0


def projects_bodies(slide: ProjectsSlide, size: Points, canvas: Canvas) -> tuple[Body, ...]:
    """The projects as numbered rows in `size` with their phases, a body a page."""
    styles = row_styles(size)
    gap = styles[ROW].before
    frame = canvas.frame("projects")
    badges = _badge_width(slide.projects, canvas)
    text_frame = frame._replace(width=frame.width - (badges + BADGE_GAP if badges else 0))
    blocks = [_row(canvas, project, styles, text_frame.width) for project in slide.projects]
    bodies, first = [], 0
    for part in share_out(blocks, frame.height - gap):
        numbered = (styles[ROW]._replace(bullet=Number(Ink.MUTED, first + 1)), *styles[1:])
        projects = slide.projects[first : first + len(part)]
        elements: tuple[Element, ...] = (
            rows_box("Projects", part, text_frame, numbered, gap),
            *_badges(projects, part, frame, canvas, styles[ROW]),
            *row_rules(part, frame, gap),
        )
        bodies.append(Body("projects", elements, warnings_of(part)))
        first += len(part)
    return tuple(bodies)


def rows_box(
    name: str, part: Part, frame: Rect, styles: tuple[ParagraphStyle, ...], gap: Points
) -> TextBox:
    """The text of rows; half a `gap` stands over the first."""
    rect = frame.drop_top(gap / 2)
    return TextBox(name, rect, paragraphs_of(part), styles, slot="body")


def row_tops(part: Part, frame: Rect, gap: Points) -> Iterator[tuple[Block, Points]]:
    """Each row with the top of its text."""
    top = frame.top + gap / 2
    for block in part:
        yield block, top
        top += block.height + gap


def row_rules(part: Part, frame: Rect, gap: Points) -> Iterator[Rule]:
    """A rule across `frame` below each row."""
    for index, (block, top) in enumerate(row_tops(part, frame, gap), start=1):
        bottom = top + block.height + gap / 2
        yield Rule(f"Rule {index}", Rect(frame.left, bottom, frame.width, 0))


def _row(
    canvas: Canvas, project: Project, styles: Sequence[ParagraphStyle], width: Points
) -> Block:
    title = canvas.set_text(project.title, styles, width, ROW)
    if not project.subtitle:
        return Block((title,), torn_words((title,)))
    paragraphs = (title, canvas.set_text(project.subtitle, styles, width, ROW_NOTE))
    return Block(paragraphs, torn_words(paragraphs))


def _badge_width(projects: Sequence[Project], canvas: Canvas) -> Points:
    """The width of the widest phase on its ground; 0 when no project has one."""
    style = badge_style()
    widths = [canvas.width(p.phase.label.plain, style) for p in projects if p.phase]
    return max(widths) + 2 * BADGE_PADDING + 1 if widths else 0.0


def _badges(
    projects: Sequence[Project],
    part: Part,
    frame: Rect,
    canvas: Canvas,
    row: ParagraphStyle,
) -> Iterator[TextBox]:
    """The phase of each project, on the first line of its row, at the right edge."""
    style = badge_style()
    tops = row_tops(part, frame, row.before)
    for project, (_, row_top) in zip(projects, tops, strict=True):
        if not project.phase:
            continue
        width = canvas.width(project.phase.label.plain, style) + 2 * BADGE_PADDING + 1
        top = row_top + (row.leading - BADGE_HEIGHT) / 2
        paragraph = canvas.set_text(project.phase.label, (style,), width)
        yield TextBox(
            f"{canvas.words.phase} {project.id}",
            Rect(frame.right - width, top, width, BADGE_HEIGHT),
            (paragraph.paragraph,),
            (style,),
            anchor=Anchor.MIDDLE,
            form=Form.ROUNDED,
            fill=Ink.TINT,
            description=f"{project.title.plain}: {project.phase.label.plain}",
        )
