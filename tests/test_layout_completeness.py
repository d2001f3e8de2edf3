from __future__ import annotations

from decimal import Decimal

import pytest
from tests.sample import HERE, SENTENCE, project, sample_look, sample_report, text

from deckgen import page
from deckgen.content import Chart, ChartType, Item, Series, Text
from deckgen.deck import ChartSlide, Slide, StatusSlide, TextSlide
from deckgen.geometry import Rect
from deckgen.language import language
from deckgen.layout import lay_out
from deckgen.layout.completeness import lost
from deckgen.page import Page, Paragraph, Run, TextBox
from deckgen.planning import plan

GERMAN = language("de-DE")


def slide_of(*items: str) -> Slide:
    placed = (
        Item(Text.of(words, HERE._replace(line=line))) for line, words in enumerate(items, start=2)
    )
    return TextSlide(id="s", title=text("Lage"), items=tuple(placed))


def pages_of(*pages: tuple[Paragraph, ...]) -> list[Page]:
    boxes = [TextBox("Text", Rect(0, 0, 9, 9), paragraphs, (), slot="body") for paragraphs in pages]
    return [Page(f"s-{number}", "content", "", (box,)) for number, box in enumerate(boxes)]


def paragraphs(*words: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph((Run(each),), (each,)) for each in words)


def lost_words(slide: Slide, *pages: tuple[Paragraph, ...]) -> list[str]:
    return [problem.message.split("`")[1] for problem in lost(slide, pages_of(*pages), GERMAN)]


def test_nothing_is_lost_when_every_text_has_its_place():
    assert [] == lost_words(slide_of("eins", "zwei"), paragraphs("Lage", "eins", "zwei"))


def test_a_text_that_is_missing_is_lost():
    assert ["zwei"] == lost_words(slide_of("eins", "zwei"), paragraphs("Lage", "eins"))


def test_a_text_that_was_shortened_is_lost():
    assert ["eins zwei"] == lost_words(slide_of("eins zwei"), paragraphs("Lage", "eins z"))


def test_a_text_that_is_a_part_of_another_needs_a_place_of_its_own():
    slide = slide_of("Antrag", "Antrag gestellt")

    assert ["Antrag"] == lost_words(slide, paragraphs("Lage", "Antrag gestellt"))


def test_words_may_stand_beside_others():
    assert [] == lost_words(slide_of("eins"), paragraphs("Lage (1/2)", "eins\u2002offen"))


def test_a_text_may_go_on_on_the_next_page():
    first, (rest,) = paragraphs("Lage", "eins zwei"), paragraphs("drei")
    whole = rest._replace(is_continued=True)

    assert [] == lost_words(slide_of("eins zwei drei"), first, (whole,))
    assert ["eins zwei drei"] == lost_words(slide_of("eins zwei drei"), first, (rest,))


def test_what_was_lost_is_told_with_its_place():
    (problem,) = lost(slide_of(), pages_of(paragraphs("Log")), GERMAN)

    assert "content/sample/deck.yaml:1:1" == str(problem.source)
    assert "`Lage` was lost on the way to the slide; this is a fault of deckgen" == problem.message


@pytest.mark.parametrize(
    "name",
    [
        *("Gütersloh", "Umwelt", "Verzögert", "fallend", "Bewilligt", "Keine", "Erneute", "Start"),
        *("01.01.2020", "01.03.2020", "01.06.2019", "31.12.2021", "960.000", "120.000", SENTENCE),
    ],
)
def test_all_of_a_project_is_missed(name: str):
    """Whatever of a project's slide is left out, the build stops."""
    slide, pages = _status_slide()
    without = [_without(page, name) for page in pages]

    assert [] == list(lost(slide, pages, GERMAN))
    assert any(name[:20] in str(problem) for problem in lost(slide, without, GERMAN))


def _status_slide() -> tuple[StatusSlide, list[Page]]:
    deck = plan(sample_report((project("one"),)))
    (slide,) = [each for each in deck.slides if isinstance(each, StatusSlide)]
    pages = [page for page in lay_out(deck, sample_look()).pages if page.id.startswith(slide.id)]
    return slide, pages


def _without(page: Page, words: str) -> Page:
    boxes = (element for element in page.elements if isinstance(element, TextBox))
    kept = tuple(box._replace(paragraphs=_cleared(box, words)) for box in boxes)
    notes = tuple(note for note in page.notes if words not in note)
    return page._replace(elements=kept, notes=notes)


def _cleared(box: TextBox, words: str) -> tuple[Paragraph, ...]:
    return tuple(p for p in box.paragraphs if words not in p.text)


def test_a_title_with_a_number_is_its_projects_title():
    slide, pages = _status_slide()
    spans = (*slide.title.spans, slide.title.spans[0]._replace(text=" (2)"))
    numbered = slide._replace(title=slide.title._replace(spans=spans))

    assert "one (2)" in next(iter(lost(numbered, pages, GERMAN))).message


def test_an_item_may_say_what_its_projects_title_says():
    there = HERE._replace(line=9)
    bare = project("one", has_facts=False)
    same = bare._replace(status=(Item(Text.of(bare.title.plain, there)),))

    pages = lay_out(plan(sample_report((same,))), sample_look())

    assert () == pages.warnings


def test_the_unit_of_a_chart_is_missed():
    chart = Chart(HERE, ChartType.BAR, (text("A"),), (Series((Decimal(1),)),), text("Mio."))
    slide = ChartSlide(id="s", title=text("Lage"), figures=chart)
    drawn = page.Chart(
        "",
        Rect(0, 0, 9, 9),
        Rect(0, 0, 9, 9),
        page.ChartForm.BAR,
        ("A",),
        (page.ChartSeries("", (Decimal(1),), ()),),
        "",
        9,
        9,
    )
    told = drawn._replace(after=" Mio.")
    (bare,) = (
        each._replace(elements=(*each.elements, drawn)) for each in pages_of(paragraphs("Lage"))
    )
    (whole,) = (
        each._replace(elements=(*each.elements, told)) for each in pages_of(paragraphs("Lage"))
    )

    assert [] == list(lost(slide, [whole], GERMAN))
    assert "`Mio.`" in next(iter(lost(slide, [bare], GERMAN))).message
