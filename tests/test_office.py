"""The checks by other programs can fail: they see what was put wrong on purpose."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.util import Pt
from tests.office import (
    PrintedPage,
    Word,
    misplaced_words,
    needs_office,
    needs_validator,
    place,
    to_pdf,
    validate,
)
from tests.printed_lines import Agreement, Printed, agreement, printed_paragraphs

from deckgen.geometry import Rect, Size
from deckgen.page import (
    Chart,
    ChartForm,
    ChartSeries,
    Labelling,
    Page,
    Pages,
    PageSection,
    Paragraph,
    Properties,
    Run,
    TextBox,
)
from deckgen.style import Ink, ParagraphStyle, Shade

FRAME = Rect(48, 100, 300, 60)
SENTENCE = "Die Stadt baut ein Serviceportal"


def _pages(*boxes: tuple[str, str, Rect]) -> Pages:
    style = ParagraphStyle(size=20, leading=24)
    elements = tuple(
        TextBox(name, rect, (Paragraph((Run(text),), (text,)),), (style,))
        for name, text, rect in boxes
    )
    page = Page("only", "text", "Seite", elements)
    return Pages(Properties("Seite", "de-DE"), (PageSection("all", "Alles", (page,)),))


def _write(path: Path, *boxes: tuple[str, Rect]) -> Path:
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(960), Pt(540)
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    for text, rect in boxes:
        frame = slide.shapes.add_textbox(*(Pt(length) for length in rect)).text_frame
        frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
        frame.margin_left = frame.margin_top = frame.margin_right = frame.margin_bottom = 0
        frame.text = text
        frame.paragraphs[0].runs[0].font.size = Pt(20)
    deck.save(str(path))
    return path


@pytest.fixture
def findings(tmp_path: Path) -> Callable[..., list[str]]:
    """What is misplaced when `boxes` are printed though `pages` were meant."""

    def printed(pages: Pages, *boxes: tuple[str, Rect]) -> list[str]:
        return misplaced_words(pages, to_pdf(_write(tmp_path / "deck.pptx", *boxes), tmp_path))

    return printed


@needs_office
def test_words_in_their_frames_are_in_place(findings: Callable[..., list[str]]):
    assert findings(_pages(("Body", SENTENCE, FRAME)), (SENTENCE, FRAME)) == []


@needs_office
def test_text_that_overflows_its_frame_is_found(findings: Callable[..., list[str]]):
    narrow = FRAME._replace(width=100)

    found = findings(_pages(("Body", SENTENCE, narrow)), (SENTENCE, narrow))

    assert 'page 1: `Serviceport` does not stand in "Body"' in found


@needs_office
def test_text_off_the_page_is_found(findings: Callable[..., list[str]]):
    low = FRAME._replace(top=519)

    found = findings(_pages(("Body", SENTENCE, low)), (SENTENCE, low))

    assert "page 1: `Stadt` is not wholly on the page" in found


@needs_office
def test_text_printed_over_other_text_is_found(findings: Callable[..., list[str]]):
    pages = _pages(("One", "Serviceportal", FRAME), ("Two", "Schülerticket", FRAME))

    found = findings(pages, ("Serviceportal", FRAME), ("Schülerticket", FRAME))

    assert found == ["page 1: `Schülerticket` and `Serviceportal` are printed over each other"]


@needs_office
def test_words_that_are_missing_are_found(findings: Callable[..., list[str]]):
    found = findings(_pages(("Body", "Die Stadt Ω", FRAME)), ("Die Stadt", FRAME))

    assert found == ["page 1: \"Body\" does not show 'Ω'"]


@needs_office
def test_words_nobody_meant_are_found(findings: Callable[..., list[str]]):
    found = findings(_pages(("Body", "Die Stadt", FRAME)), ("Die Stadt baut", FRAME))

    assert found == ["page 1: `baut` does not stand in any frame"]


def test_figures_of_a_chart_that_nobody_meant_are_found():
    series = ChartSeries("Wert", (Decimal(1200),), (Shade(Ink.PRIMARY),), Labelling.END)
    chart = Chart("Chart", FRAME, FRAME, ChartForm.BAR, ("Skizzen",), (series,), "", 18, 18)
    page = Page("only", "open", "Seite", (chart,))
    words = tuple(Word(text, FRAME.inset(10, 10)) for text in ("Skizzen", "1.200", "1,200"))

    placed = place(page, 1, PrintedPage(Size(960, 540), words))

    assert ["1,200"] == [word.text for word, _ in placed.strays]


@needs_office
@pytest.mark.parametrize(("width", "lines"), [(300, 1), (200, 2), (100, 4)])
def test_lines_are_counted_as_they_were_printed(tmp_path: Path, width: int, lines: int):
    frame = FRAME._replace(width=width, height=200)
    pdf = to_pdf(_write(tmp_path / "deck.pptx", (SENTENCE, frame)), tmp_path)

    (paragraph,) = printed_paragraphs(_pages(("Body", SENTENCE, frame)), pdf)

    assert paragraph == Printed(SENTENCE, (SENTENCE,), lines)


@needs_office
def test_lines_whose_letters_are_missing_are_not_counted(tmp_path: Path):
    pdf = to_pdf(_write(tmp_path / "deck.pptx", ("Die Stadt", FRAME)), tmp_path)

    (paragraph,) = printed_paragraphs(_pages(("Body", SENTENCE, FRAME)), pdf)

    assert paragraph.lines is None


def test_more_lines_than_measured_are_told_from_fewer():
    paragraphs = [
        Printed("a", ("a",), 1),
        Printed("a b", ("a b",), 2),
        Printed("a b", ("a", "b"), 1),
        Printed("a", ("a",), None),
    ]

    assert agreement(paragraphs) == Agreement(equal=1, fewer=1, more=1, unknown=1)


@needs_validator
def test_a_broken_file_has_errors(tmp_path: Path):
    whole, broken = _write(tmp_path / "whole.pptx", (SENTENCE, FRAME)), tmp_path / "broken.pptx"
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "ppt/slides/slide1.xml":
                content = content.replace(b"<p:cSld>", b'<p:cSld misspelt="1">')
            target.writestr(name, content)

    assert validate(whole) == []
    assert "misspelt" in "\n".join(validate(broken))
