"""The agenda: numbered sections that link to their slides, a rule below each."""

from __future__ import annotations

from deckgen.deck import AgendaEntry, AgendaSlide
from deckgen.geometry import Points
from deckgen.layout.bodies import Body
from deckgen.layout.canvas import Canvas, runs_of, torn_words
from deckgen.layout.flow import Block, share_out, warnings_of
from deckgen.layout.rows import row_numbers, row_rules, rows_box
from deckgen.page import PageLink, Run
from deckgen.style import Ink
from deckgen.typography import agenda_styles


def agenda_bodies(slide: AgendaSlide, size: Points, canvas: Canvas) -> tuple[Body, ...]:
    """The entries in `size`, a body a page."""
    styles = canvas.look.house.in_body(agenda_styles(size))
    gap = styles[0].before
    frame = canvas.frame("agenda")
    has_current = any(entry.is_current for entry in slide.entries)
    blocks = []
    for entry in slide.entries:
        runs = _runs(entry, has_current)
        paragraph = canvas.set_runs(runs, entry.title.source, styles, frame.width)
        blocks.append(Block((paragraph,), torn_words((paragraph,))))
    parts = share_out(blocks, frame.height - gap)
    return tuple(
        Body(
            "agenda",
            (
                rows_box("Agenda", part, numbers, frame, styles),
                *row_rules(part, frame, gap, canvas),
            ),
            warnings_of(part),
        )
        for part, numbers in zip(parts, row_numbers(parts), strict=True)
    )


def _runs(entry: AgendaEntry, has_current: bool) -> tuple[Run, ...]:
    """The title as a link; in a section's own agenda the others step back."""
    link = PageLink(entry.target)
    ink = Ink.MUTED if has_current and not entry.is_current else None
    return tuple(
        run._replace(link=link, ink=ink, is_bold=entry.is_current or run.is_bold)
        for run in runs_of(entry.title)
    )
