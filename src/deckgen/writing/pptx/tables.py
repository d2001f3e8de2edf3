"""Native tables (ECMA-376-1, 21.1.3).

Programs do not agree on the list styles of cells, so every paragraph and run of a table states
all of its style.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from deckgen.geometry import Points
from deckgen.page import Paragraph, Run, Table, TableCell, TableRow
from deckgen.style import Align, Bullet, Ink, ParagraphStyle
from deckgen.writing.pptx.emu import emu, hundredths
from deckgen.writing.pptx.frames import ANCHORS, identity_xml
from deckgen.writing.pptx.inks import Inks
from deckgen.writing.pptx.markup import content
from deckgen.writing.pptx.paragraphs import (
    ALIGNMENTS,
    bullet_xml,
    ground_xml,
    link_xml,
    reads_from_right,
    spacing_xml,
)
from deckgen.writing.pptx.scene import Scene

# "No Style, No Grid": Office knows it without a table style in the file.
_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"
_NO_LINE = "<a:noFill/>"


def table_xml(table: Table, number: int, scene: Scene) -> str:
    """`table` as a graphic frame with the id `number`."""
    widths, heights = _steps(table.columns), _steps([row.height for row in table.rows])
    columns = "".join([f'<a:gridCol w="{width}"/>' for width in widths])
    above: tuple[TableRow | None, ...] = (None, *table.rows[:-1])
    rows = "".join(
        [
            f'<a:tr h="{height}">{_cells_xml(table, row, over, scene)}</a:tr>'
            for row, over, height in zip(table.rows, above, heights, strict=True)
        ]
    )
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>"
        f"{identity_xml(table.name, number, table.description)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>'
        "</p:nvGraphicFramePr>"
        f'<p:xfrm><a:off x="{emu(table.rect.left)}" y="{emu(table.rect.top)}"/>'
        f'<a:ext cx="{sum(widths)}" cy="{sum(heights)}"/></p:xfrm>'
        f'<a:graphic><a:graphicData uri="{_URI}"><a:tbl>{_properties_xml(table)}'
        f"<a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic>"
        "</p:graphicFrame>"
    )


def _steps(lengths: Sequence[Points]) -> list[int]:
    """Lengths in EMU, rounded where they end, so that together they are as long as before."""
    ends = [emu(end) for end in accumulate(lengths, initial=0.0)]
    return [end - start for start, end in pairwise(ends)]


def _properties_xml(table: Table) -> str:
    parts = ' firstCol="1"' if table.has_names else ""
    parts += ' lastRow="1"' if table.has_total else ""
    return f'<a:tblPr firstRow="1"{parts}><a:tableStyleId>{_STYLE}</a:tableStyleId></a:tblPr>'


def _cells_xml(table: Table, row: TableRow, above: TableRow | None, scene: Scene) -> str:
    lines = _lines_xml(row, above, scene)
    anchor = ANCHORS[row.anchor]
    return "".join([_cell_xml(table, cell, anchor, lines, scene) for cell in row.cells])


def _cell_xml(table: Table, cell: TableCell, anchor: str, lines: str, scene: Scene) -> str:
    x, y = emu(table.margin_x), emu(table.margin_y)
    right = emu(table.margin_x + cell.inset) if cell.inset else x
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{_paragraphs_xml(cell, scene)}</a:txBody>"
        f'<a:tcPr marL="{x}" marR="{right}" marT="{y}" marB="{y}"'
        f' anchor="{anchor}">{lines}<a:noFill/></a:tcPr></a:tc>'
    )


def _lines_xml(row: TableRow, above: TableRow | None, scene: Scene) -> str:
    """A cell's four edges; the one it shares with the row above is told alike by both."""
    edges = (("L", None), ("R", None), ("T", above), ("B", row))
    return "".join([_line_xml(f"ln{side}", owner, scene) for side, owner in edges])


def _line_xml(tag: str, row: TableRow | None, scene: Scene) -> str:
    if row is None or not row.weight:
        return f'<a:{tag} w="0">{_NO_LINE}</a:{tag}>'
    return f'<a:{tag} w="{emu(row.weight)}">{scene.inks.fill(row.rule)}</a:{tag}>'


def _paragraphs_xml(cell: TableCell, scene: Scene) -> str:
    """The paragraphs of a cell, which has at least one."""
    if not cell.paragraphs:
        return _paragraph_xml(Paragraph((), ("",)), cell.styles[0], scene)
    styles = cell.styles
    return "".join([_paragraph_xml(each, styles[each.level], scene) for each in cell.paragraphs])


def _paragraph_xml(paragraph: Paragraph, style: ParagraphStyle, scene: Scene) -> str:
    before = style.before if paragraph.before is None else paragraph.before
    bullet = None if paragraph.is_continued else paragraph.bullet or style.bullet
    is_turned = reads_from_right(paragraph.runs)
    runs = "".join([_run_xml(run, style, scene) for run in paragraph.runs if run.text])
    properties = _properties_of(style, before, bullet, is_turned, scene.inks)
    return f"<a:p>{properties}{runs}{_style_xml('endParaRPr', _NO_WORDS, style, scene)}</a:p>"


_NO_WORDS = Run("")


@lru_cache(maxsize=512)
def _properties_of(
    style: ParagraphStyle, before: Points, bullet: Bullet | None, is_turned: bool, inks: Inks
) -> str:
    """What a paragraph is like; cells have much the same, again and again."""
    align = Align.RIGHT if is_turned and style.align is Align.LEFT else style.align
    own = style._replace(before=before)
    return (
        f'<a:pPr marL="{emu(own.indent)}" indent="{emu(-own.hanging)}"'
        f' algn="{ALIGNMENTS[align]}" rtl="{is_turned:d}">'
        f"{spacing_xml(own)}{bullet_xml(bullet, inks)}</a:pPr>"
    )


def _run_xml(run: Run, style: ParagraphStyle, scene: Scene) -> str:
    return f"<a:r>{_style_xml('rPr', run, style, scene)}<a:t>{content(run.text)}</a:t></a:r>"


def _style_xml(tag: str, run: Run, style: ParagraphStyle, scene: Scene) -> str:
    """All of a run's style: nothing of it is inherited."""
    is_bold = style.is_bold if run.is_bold is None else run.is_bold
    size, ink = run.size or style.size, run.ink or style.ink
    look = _look_xml(size, is_bold, run.is_italic, ink, run.ground, scene.inks)
    link = link_xml(run.link, scene) if run.link else ""
    return f'<a:{tag} lang="{scene.language}"{look}{link}</a:{tag}>'


@lru_cache(maxsize=512)
def _look_xml(
    size: Points, is_bold: bool, is_italic: bool, ink: Ink, ground: Ink | None, inks: Inks
) -> str:
    return (
        f' sz="{hundredths(size)}" b="{is_bold:d}" i="{is_italic:d}" kern="0">'
        f"{inks.fill(ink)}{ground_xml(ground, inks)}{inks.body_font}"
    )
