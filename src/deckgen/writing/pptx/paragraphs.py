"""Paragraphs, runs and the styles of their levels as DrawingML text (ECMA-376-1, 21.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from unicodedata import bidirectional

from deckgen.page import PageLink, Paragraph, Run
from deckgen.style import Align, Bullet, Ink, Mark, ParagraphStyle
from deckgen.writing.pptx.emu import emu, hundredths, thousandths_of_percent
from deckgen.writing.pptx.inks import BUILT_IN, Inks, font_xml
from deckgen.writing.pptx.markup import attribute, content
from deckgen.writing.pptx.package import OFFICE
from deckgen.writing.pptx.scene import Scene

Styles = tuple[ParagraphStyle, ...]

LEVELS = 9
"""How many levels a list style has."""

ALIGNMENTS = {Align.LEFT: "l", Align.CENTRE: "ctr", Align.RIGHT: "r"}
_FIELD_ID = "{7C4E0C2A-2F0B-5B7B-9C58-0B6B3E1C7D21}"

# Text fonts have some marks only, each in a size of its own: all of them come from one font.
_SYMBOLS_FONT = "Segoe UI Symbol"
_FIRST_SYMBOL = "\u2190"

# The link keeps the ink of its text, in Office 2019 and later ([MS-ODRAWXML], hlinkClr).
_KEEPS_INK = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/>'
    "</a:ext></a:extLst>"
)


def levels_xml(styles: Styles, inherited: Styles = (), inks: Inks = BUILT_IN) -> str:
    """The levels of a list style, without those that are as `inherited` has them."""
    if styles == inherited[: len(styles)]:
        return ""
    if len(styles) == 1 and not inherited:  # as in most boxes of their own
        return _level_xml("lvl1pPr", styles[0], inks)
    return "".join(
        _level_xml(f"lvl{level + 1}pPr", style, inks)
        for level, style in enumerate(styles)
        if level >= len(inherited) or style != inherited[level]
    )


def changed_levels_xml(styles: Styles, inherited: Styles, inks: Inks = BUILT_IN) -> str:
    """What of the levels is not as `inherited` has it; all else follows when that is edited."""
    pairs = enumerate(zip(styles, inherited, strict=False), 1)
    return "".join(
        _changed_level_xml(f"lvl{level}pPr", style, below, inks)
        for level, (style, below) in pairs
        if style != below
    )


def _changed_level_xml(tag: str, style: ParagraphStyle, below: ParagraphStyle, inks: Inks) -> str:
    attributes = "".join(
        told
        for told, own, other in (
            (f' marL="{emu(style.indent)}"', style.indent, below.indent),
            (f' indent="{emu(-style.hanging)}"', style.hanging, below.hanging),
            (f' algn="{ALIGNMENTS[style.align]}"', style.align, below.align),
        )
        if own != other
    )
    return element_xml(f"a:{tag}{attributes}", "".join(_changes(style, below, inks)))


def _changes(style: ParagraphStyle, below: ParagraphStyle, inks: Inks) -> Iterator[str]:
    """The elements of a level, in their order (ECMA-376-1, CT_TextParagraphProperties)."""
    if style.leading != below.leading:
        yield f'<a:lnSpc><a:spcPts val="{hundredths(style.leading)}"/></a:lnSpc>'
    if style.before != below.before:
        yield before_xml(style.before)
    if style.bullet != below.bullet:
        yield bullet_xml(style.bullet, inks)
    if style.tab != below.tab:
        yield tabs_xml(style)
    attributes = f' sz="{hundredths(style.size)}"' if style.size != below.size else ""
    attributes += f' b="{style.is_bold:d}"' if style.is_bold is not below.is_bold else ""
    fill = inks.fill(style.ink) if style.ink is not below.ink else ""
    has_other_font = (style.is_heading, style.cut.font) != (below.is_heading, below.cut.font)
    font = style_font_xml(style, inks) if has_other_font else ""
    if attributes or fill or font:
        yield f"<a:defRPr{attributes}>{fill}{font}</a:defRPr>"


@lru_cache(maxsize=1024)
def _level_xml(tag: str, style: ParagraphStyle, inks: Inks = BUILT_IN) -> str:
    """One level of a list style, complete: nothing of it is inherited."""
    return (
        f'<a:{tag} marL="{emu(style.indent)}" indent="{emu(-style.hanging)}"'
        f' algn="{ALIGNMENTS[style.align]}" rtl="0">'
        f"{spacing_xml(style)}{bullet_xml(style.bullet, inks)}{tabs_xml(style)}"
        f'<a:defRPr sz="{hundredths(style.size)}" b="{style.is_bold:d}" i="{style.cut.is_italic:d}"'
        f' kern="0"{_cut(style)}>{inks.fill(style.ink)}{style_font_xml(style, inks)}'
        f"</a:defRPr></a:{tag}>"
    )


def element_xml(start: str, content: str) -> str:
    """The element that begins with this name and attributes; one without content is closed."""
    return f"<{start}>{content}</{start.partition(' ')[0]}>" if content else f"<{start}/>"


def spacing_xml(style: ParagraphStyle) -> str:
    """The distance of lines, and the space over and under a paragraph."""
    return (
        f'<a:lnSpc><a:spcPts val="{hundredths(style.leading)}"/></a:lnSpc>'
        f"{before_xml(style.before)}"
        '<a:spcAft><a:spcPts val="0"/></a:spcAft>'
    )


def style_font_xml(style: ParagraphStyle, inks: Inks) -> str:
    """The font of a style."""
    if style.cut.font:
        return font_xml(style.cut.font)
    return inks.heading_font if style.is_heading else inks.body_font


def _cut(style: ParagraphStyle) -> str:
    capitals = ' cap="all"' if style.cut.is_capital else ""
    return capitals + (f' spc="{hundredths(style.cut.spacing)}"' if style.cut.spacing else "")


def bullet_xml(bullet: Bullet | None, inks: Inks = BUILT_IN) -> str:
    """The bullet's colour, size, font and kind, or that there is none."""
    if bullet is None:
        return "<a:buNone/>"
    scale, font = 1.0, "+mn-lt"
    if isinstance(bullet, Mark):
        scale = bullet.scale
        font = _SYMBOLS_FONT if bullet.char >= _FIRST_SYMBOL else font
        kind = f'<a:buChar char="{attribute(bullet.char)}"/>'
    else:
        kind = f'<a:buAutoNum type="arabicPlain" startAt="{bullet.start}"/>'
    return (
        f"<a:buClr>{inks.bullet(bullet.ink)}</a:buClr>"
        f'<a:buSzPct val="{thousandths_of_percent(scale)}"/><a:buFont typeface="{font}"/>{kind}'
    )


def list_style_xml(levels: str) -> str:
    """A list style of `levels`, which may be none."""
    return f"<a:lstStyle>{levels}</a:lstStyle>" if levels else "<a:lstStyle/>"


def paragraphs_xml(paragraphs: Sequence[Paragraph], styles: Styles, scene: Scene) -> str:
    """The paragraphs of a box; a text body has at least one (ECMA-376-1, CT_TextBody)."""
    if not paragraphs:
        return plain_paragraph_xml("", scene.language)
    return "".join([_paragraph_xml(each, styles[each.level], scene) for each in paragraphs])


def _paragraph_xml(paragraph: Paragraph, style: ParagraphStyle, scene: Scene) -> str:
    """A paragraph in `style`, the one that its level stands for.

    A paragraph that reads from the right is set from the right, unless its style
    places it otherwise.
    """
    return (
        f"<a:p>{_paragraph_properties(paragraph, style, scene.inks)}"
        f"{''.join([_run_xml(run, style, scene) for run in paragraph.runs])}"
        f'<a:endParaRPr lang="{scene.language}"/></a:p>'
    )


def plain_paragraph_xml(words: str, language: str) -> str:
    """A paragraph of `words` that inherits all its style."""
    direction = '<a:pPr algn="r" rtl="1"/>' if reads_from_right((Run(words),)) else ""
    run = f'<a:r><a:rPr lang="{language}"/><a:t>{content(words)}</a:t></a:r>' if words else ""
    return f'<a:p>{direction}{run}<a:endParaRPr lang="{language}"/></a:p>'


def page_number_xml(words: str, language: str) -> str:
    """A paragraph of the field that counts slides; `words` are shown until it is updated."""
    field = _field_xml(f'<a:rPr lang="{language}"/>', words)
    return f'<a:p>{field}<a:endParaRPr lang="{language}"/></a:p>'


def before_xml(before: float) -> str:
    """The space over a paragraph."""
    return f'<a:spcBef><a:spcPts val="{hundredths(before)}"/></a:spcBef>'


def tabs_xml(style: ParagraphStyle) -> str:
    """The one tab stop, or that there is none."""
    if style.tab is None:
        return "<a:tabLst/>"
    return f'<a:tabLst><a:tab pos="{emu(style.tab)}" algn="l"/></a:tabLst>'


def _paragraph_properties(paragraph: Paragraph, style: ParagraphStyle, inks: Inks) -> str:
    runs, _, level, bullet, before, is_continued = paragraph
    attributes = f' lvl="{level}"' if level else ""
    if reads_from_right(runs):
        attributes += ' algn="r" rtl="1"' if style.align is Align.LEFT else ' rtl="1"'
    own = "" if before is None else before_xml(before)
    if is_continued:
        own += bullet_xml(None, inks)
    elif bullet is not None:
        own += bullet_xml(bullet, inks)
    if own:
        return f"<a:pPr{attributes}>{own}</a:pPr>"
    return f"<a:pPr{attributes}/>" if attributes else ""


def reads_from_right(runs: Iterable[Run]) -> bool:
    """Whether the first strong character is of a right-to-left script (UAX #9, P2 and P3)."""
    for run in runs:
        for char in run.text:
            direction = bidirectional(char)
            if direction == "L":
                return False
            if direction in ("R", "AL"):
                return True
    return False


def _run_xml(run: Run, style: ParagraphStyle, scene: Scene) -> str:
    text = run.text
    if text and run[1:] == _PLAIN:  # as most are
        return f'<a:r><a:rPr lang="{scene.language}"/><a:t>{content(text)}</a:t></a:r>'
    if run.is_page_number:
        return _field_xml(_run_properties(run, style, scene), str(scene.number))
    if not text:
        return ""
    return f"<a:r>{_run_properties(run, style, scene)}<a:t>{content(text)}</a:t></a:r>"


def _field_xml(properties: str, words: str) -> str:
    return f'<a:fld id="{_FIELD_ID}" type="slidenum">{properties}<a:t>{words}</a:t></a:fld>'


_PLAIN = Run("")[1:]
"""All of a run but its words, where it is as its paragraph's style says."""


def _run_properties(run: Run, style: ParagraphStyle, scene: Scene) -> str:
    if run[1:] == _PLAIN:
        return f'<a:rPr lang="{scene.language}"/>'
    _, is_bold, is_italic, size, ink, link, _, ground = run
    attributes = f'lang="{scene.language}"'
    if size is not None and size != style.size:
        attributes += f' sz="{hundredths(size)}"'
    if is_bold is not None and is_bold != style.is_bold:
        attributes += f' b="{is_bold:d}"'
    if is_italic:
        attributes += ' i="1"'
    own = scene.inks.fill(ink) if ink is not None and ink is not style.ink else ""
    own += highlight_xml(ground, scene.inks)
    if link is not None:
        own += link_xml(link, scene)
    return f"<a:rPr {attributes}>{own}</a:rPr>" if own else f"<a:rPr {attributes}/>"


def highlight_xml(ground: Ink | None, inks: Inks) -> str:
    """What is behind the words of a run, if they have a ground of their own."""
    return f"<a:highlight>{inks.colour(ground)}</a:highlight>" if ground else ""


def link_xml(link: str | PageLink, scene: Scene) -> str:
    """Where words lead to when they are clicked."""
    if isinstance(link, PageLink):
        part, tooltip = scene.targets[link.page]
        reference = scene.references.to(f"{OFFICE}/slide", part)
        jump = ' action="ppaction://hlinksldjump"'
    else:
        reference = scene.references.to(f"{OFFICE}/hyperlink", link, is_external=True)
        jump, tooltip = "", link
    return (
        f'<a:hlinkClick r:id="{reference}"{jump} tooltip="{attribute(tooltip)}">'
        f"{_KEEPS_INK}</a:hlinkClick>"
    )
