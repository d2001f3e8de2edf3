from __future__ import annotations

from decimal import Decimal

import pytest
from tests.sample import (
    HERE,
    SENTENCE,
    item,
    project,
    sample_look,
    sample_report,
    text,
    text_boxes,
)

from deckgen.content import (
    AgendaUse,
    Bullets,
    Closing,
    Conclusion,
    Fact,
    FactItem,
    Facts,
    Group,
    Groups,
    Item,
    PartialDate,
    Report,
    Section,
    State,
    Text,
)
from deckgen.geometry import Rect, Size
from deckgen.layout import lay_out
from deckgen.look import Look
from deckgen.page import Page, PageLink, Pages, Shape, TextBox
from deckgen.planning import plan
from deckgen.problems import InvalidInput
from deckgen.style import Ink, Number

SLIDES = {"16:9": Size(960, 540), "4:3": Size(720, 540)}


def laid_out(report: Report | None = None, look: Look | None = None) -> Pages:
    return lay_out(plan(report or sample_report()), look or sample_look())


def titles(pages: Pages) -> list[str]:
    return [page.title for page in pages.pages]


def body(pages: Pages, page_id: str) -> TextBox:
    (page,) = [page for page in pages.pages if page.id == page_id]
    return next(e for e in page.elements if isinstance(e, TextBox) and e.slot == "body")


@pytest.mark.parametrize("slide", SLIDES.values(), ids=SLIDES)
@pytest.mark.parametrize("font", ["Arial", "Calibri", "Times New Roman"])
def test_no_text_is_higher_than_its_frame(font: str, slide: Size):
    for box in text_boxes(laid_out(look=sample_look(font, slide))):
        assert box.text_height <= box.rect.height - 2 * box.margin_y + 0.1, box.name


@pytest.mark.parametrize("slide", SLIDES.values(), ids=SLIDES)
def test_everything_stands_on_the_slide(slide: Size):
    whole = Rect(0, 0, *slide)

    for page in laid_out(look=sample_look(slide=slide)).pages:
        assert all(whole.contains(element.rect) for element in page.elements)


def test_every_slot_is_one_of_the_layout():
    look = sample_look()

    for page in laid_out(look=look).pages:
        names = {slot.name for slot in look.layout(page.layout).slots}
        used = {e.slot for e in page.elements if isinstance(e, TextBox) and e.slot}
        assert used <= names


def test_every_page_has_a_title_of_its_own_and_it_is_read_first():
    pages = laid_out()

    assert len(set(titles(pages))) == len(pages.pages)
    for page in pages.pages:
        first = page.elements[0]
        assert isinstance(first, TextBox)
        assert (first.slot, first.paragraphs[0].text) == ("title", page.title)


def test_every_status_item_is_shown_whole():
    shown = " ".join(p.text for box in text_boxes(laid_out()) for p in box.paragraphs)

    for given in sample_report().projects:
        for entry in given.status:
            assert entry.text.plain in shown


def test_no_text_is_smaller_than_can_be_read():
    for box in text_boxes(laid_out()):
        sizes = [style.size for style in box.styles]
        sizes += [run.size for p in box.paragraphs for run in p.runs if run.size]
        assert min(sizes) >= (16 if box.slot == "body" else 12), box.name


def test_parts_are_named_as_their_kind_is():
    pages = titles(laid_out())

    assert "Die Projekte im Überblick – Teil 1" in pages
    assert "Zwischenfazit – II" in pages
    assert "Bewilligungen (1/3)" in pages


def test_numbers_go_on_in_the_second_part_of_a_list():
    first, second = (body(laid_out(), page_id) for page_id in ("section-2-1", "section-2-1-2"))

    rows = len([p for p in first.paragraphs if p.level == 0])
    assert second.styles[0].bullet == Number(Ink.MUTED, start=rows + 1)


def test_all_status_slides_share_one_size():
    bare = [project(f"p{number}", has_facts=False) for number in range(8)]
    projects = (*bare, project("full", items=14))
    pages = laid_out(sample_report(projects))

    status = [page.id for page in pages.pages if page.layout == "status"]
    assert {body(pages, page_id).styles[0].size for page_id in status} == {24}
    assert any(title.startswith("Projekt full (2/") for title in titles(pages))


def test_a_status_slide_takes_a_smaller_size_before_a_second_page():
    bare = [project(f"p{number}", has_facts=False) for number in range(8)]
    pages = laid_out(sample_report((*bare, project("fuller", items=3))))

    status = [page for page in pages.pages if page.layout == "status"]
    *others, fuller = (body(pages, page.id).styles[0].size for page in status)
    assert (set(others), fuller) == ({24}, 18)
    assert not any(title.startswith("Projekt fuller (2/") for title in titles(pages))


def test_reasons_take_room_from_the_first_page_only():
    status = tuple(item(SENTENCE, state=State.DONE) for _ in range(7))
    late = project("late")._replace(reason=text(SENTENCE), measure=text(SENTENCE), status=status)
    pages = laid_out(sample_report((late,)), sample_look(slide=SLIDES["4:3"]))

    first, *others = [page for page in pages.pages if page.layout == "status"]
    counts = [len(body(pages, page.id).paragraphs) for page in (first, *others)]
    assert [3, 5] == counts, "the subtitle and two items, then all others"


def test_a_point_by_itself_has_no_bullet():
    alone, points = (
        _texts(*(item(words) for words in listed))
        for listed in (["Nichts hat sich geändert."], ["Eins", "Zwei"])
    )

    assert (None, 0) == (alone.styles[0].bullet, alone.styles[0].indent)
    assert points.styles[0].bullet


def _texts(*items: Item) -> TextBox:
    sections = (Section(text("S"), (Bullets(source=HERE, items=items),)),)
    return body(laid_out(sample_report()._replace(sections=sections)), "section-1-1")


def test_a_project_without_facts_has_the_whole_width():
    wide, narrow = (
        body(laid_out(sample_report((project("one", has_facts=has_facts),))), "section-2-2-one")
        for has_facts in (False, True)
    )

    assert (narrow.rect.width, wide.rect.width) == (623, 864)


def test_agenda_entries_link_to_pages_that_are_there():
    pages = laid_out()
    links = [
        run.link.page
        for box in text_boxes(pages)
        for paragraph in box.paragraphs
        for run in paragraph.runs
        if isinstance(run.link, PageLink)
    ]

    assert links == ["section-1-1", "section-2-1", "section-3-1"]
    assert set(links) <= {page.id for page in pages.pages}


def test_a_title_of_more_than_two_lines_pushes_the_body_down():
    report = sample_report((project("one")._replace(title=text(f"{SENTENCE}, " * 4)),))
    pages = laid_out(report)
    box = body(pages, "section-2-2-one")
    (page,) = [page for page in pages.pages if page.id == "section-2-2-one"]

    assert page.elements[0].rect.bottom <= box.rect.top
    assert box.text_height <= box.rect.height


def test_a_bar_stands_beside_every_point_of_a_conclusion():
    for page in laid_out().pages:
        if page.layout == "conclusion":
            bars = [e for e in page.elements if isinstance(e, Shape)]
            points = [p for p in body(laid_out(), page.id).paragraphs if p.level == 0]
            assert len(bars) == len(points)


def test_a_word_wider_than_its_line_is_told():
    word = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 2
    report = sample_report((project("one")._replace(title=text(word)),))

    torn = [each for each in laid_out(report).warnings if each.code == "torn-word"]
    assert torn
    assert all(len(each.message) < 100 for each in torn)


def test_a_source_of_many_lines_pushes_the_body_up():
    report = sample_report()
    (overview, *others) = report.sections
    facts = overview.topics[0]._replace(credit=text(f"{SENTENCE}, " * 4))
    sections = (overview._replace(topics=(facts, *overview.topics[1:])), *others)
    (page,) = [
        p for p in laid_out(report._replace(sections=sections)).pages if p.id == "section-1-1"
    ]
    boxes = [element for element in page.elements if isinstance(element, TextBox)]
    (credit,) = [box for box in boxes if box.slot == "credit"]
    cards = [box for box in boxes if (box.slot or "").startswith("card")]

    assert len(credit.paragraphs[0].lines) > 1
    assert credit.text_height <= credit.rect.height
    assert cards
    assert max(card.rect.bottom for card in cards) <= credit.rect.top


def footers(pages: Pages) -> set[str]:
    """The footers of all inner pages; an empty one stands for a page without."""
    inner = [page for page in pages.pages if page.layout not in {"title", "closing"}]
    return {
        "".join(box.paragraphs[0].text for box in text_boxes_of(page) if box.slot == "footer")
        for page in inner
    }


def text_boxes_of(page: Page) -> list[TextBox]:
    return [element for element in page.elements if isinstance(element, TextBox)]


def test_a_footer_leaves_out_a_title_that_is_too_long_and_says_so():
    pages = laid_out(sample_report()._replace(short_title=text(f"{SENTENCE}, " * 9)))

    assert {"Stand 11/2019"} == footers(pages)
    assert ["footer-shortened"] == [warning.code for warning in pages.warnings]


def test_a_pattern_without_the_date_of_the_figures_is_told():
    look = sample_look()
    look = look._replace(theme=look.theme._replace(footer="{short_title}"))
    pages = laid_out(look=look)

    assert ["not-shown"] == [warning.code for warning in pages.warnings]


def test_a_long_section_line_pushes_down_what_stands_below_it():
    report = sample_report()
    first, *others = report.sections
    sections = (first._replace(title=text("Rindfleischetikettierung " * 30)), *others)
    (page,) = [
        p for p in laid_out(report._replace(sections=sections)).pages if p.id == "section-1-1"
    ]
    line = next(box for box in text_boxes_of(page) if box.slot == "section")
    title = next(box for box in text_boxes_of(page) if box.slot == "title")

    assert line.text_height <= line.rect.height
    assert line.rect.bottom <= title.rect.top + 4


def test_what_finds_no_room_in_any_size_stops_the_build():
    closing = Closing(contact=text(f"{SENTENCE}, " * 99))

    with pytest.raises(InvalidInput) as caught:
        laid_out(sample_report()._replace(closing=closing))

    assert {problem.code for problem in caught.value.problems} == {"too-long"}
    assert "Kontakt" in caught.value.problems[0].message


def test_all_agendas_share_one_size():
    report = sample_report()._replace(agenda=AgendaUse.EVERY_SECTION)
    pages = laid_out(report)
    agendas = [page.id for page in pages.pages if page.layout == "agenda"]

    assert 4 == len(agendas)
    assert 1 == len({body(pages, page_id).styles[0].size for page_id in agendas})


def test_the_titles_of_all_parts_have_one_size():
    pages = laid_out(sample_report((project("full", items=60),)))
    parts = [page for page in pages.pages if page.id.startswith("section-2-2-full")]

    assert len(parts) > 9
    assert 1 == len({text_boxes_of(page)[0].styles for page in parts})


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            "Parking guidance with live occupancy for the whole city centre",
            ["Parking guidance with live occupancy for the whole", "city\u00a0centre"],
        ),
        ("Was der Ausschuss gefragt hat", ["Was der Ausschuss gefragt hat"]),
        (
            "Entwicklung des vollständig digitalisierten Prozesses „Schülerfahrkosten“",
            ["Entwicklung des vollständig digitalisierten Prozesses", "„Schülerfahrkosten“"],
        ),
    ],
)
def test_no_short_word_stands_alone_on_the_last_line_of_a_title(title: str, expected: list[str]):
    bullets = Bullets(source=HERE, title=text(title), items=(item("Text"),))
    pages = laid_out(sample_report()._replace(sections=(Section(text("S"), (bullets,)),)))
    (page,) = [page for page in pages.pages if page.id == "section-1-1"]

    assert expected == [*text_boxes_of(page)[0].paragraphs[0].lines]


def test_the_name_of_a_part_is_not_broken():
    one = project("one")._replace(title=text("Das Abfallsammelfahrzeug als Datenquelle der Stadt"))
    report = sample_report((one._replace(status=tuple(item(SENTENCE) for _ in range(30))),))
    pages = laid_out(report, sample_look(slide=SLIDES["4:3"]))
    last = {page.title.split()[-1] for page in pages.pages if page.layout == "status"}
    lines = [text_boxes_of(page)[0].paragraphs[0].lines for page in pages.pages]

    assert not last & {each[-1] for each in lines}


def test_a_mark_stands_before_its_text_not_in_it():
    marked = item("Antrag", state=State.OPEN)
    groups = Groups(source=HERE, groups=(Group(text("A"), (marked, item("Bescheid"))),))
    points = Conclusion(source=HERE, points=(marked, item("Bescheid")))
    report = sample_report()._replace(sections=(Section(text("Lage"), (groups, points)),))
    for box in text_boxes(laid_out(report)):
        for paragraph in box.paragraphs:
            style = box.styles[paragraph.level]
            assert style.hanging or not (paragraph.bullet or style.bullet), paragraph.text


def test_a_group_without_items_keeps_its_heading():
    groups = Groups(source=HERE, groups=(Group(text("Abgelehnt"), ()),))
    report = sample_report()._replace(sections=(Section(text("Lage"), (groups,)),))
    slots = {box.slot for page in laid_out(report).pages for box in text_boxes_of(page)}

    assert "header 1" in slots
    assert "column 1" not in slots


def test_a_card_that_no_page_can_hold_stops_the_build():
    there = HERE._replace(line=9)
    topic = Facts(source=HERE, facts=(Fact(HERE, text=Text.of(f"{SENTENCE} " * 99, there)),))

    with pytest.raises(InvalidInput, match="there is no room for") as caught:
        laid_out(sample_report()._replace(sections=(Section(text("Zahlen"), (topic,)),)))

    assert [there] == [problem.source for problem in caught.value.problems]


def cards(pages: Pages) -> list[int]:
    """How many cards stand on each page that has any."""
    counts = [
        sum((box.slot or "").startswith("card") for box in text_boxes_of(page))
        for page in pages.pages
    ]
    return [count for count in counts if count]


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [([1] * 6, [6]), ([1] * 8, [4, 4]), ([1, 1, 12, 1, 1], [2, 1, 2])],
    ids=["a full page", "more than a page", "one high card"],
)
def test_cards_fill_pages_evenly(lengths: list[int], expected: list[int]):
    facts = tuple(Fact(HERE, text=text(f"{SENTENCE} " * length)) for length in lengths)
    topic = Facts(source=HERE, facts=facts)
    report = sample_report()._replace(sections=(Section(text("Zahlen"), (topic,)),))

    assert expected == cards(laid_out(report))


def test_a_figure_too_wide_for_its_column_stands_before_its_words():
    items = tuple(FactItem(text("Euro"), text(value)) for value in ("17", "1.250.000"))
    topic = Facts(source=HERE, facts=(Fact(HERE, items=items),))
    report = sample_report()._replace(sections=(Section(text("Zahlen"), (topic,)),))
    card = next(box for box in text_boxes(laid_out(report)) if box.slot == "card 1")

    assert ["17\tEuro", "1.250.000 Euro"] == [p.text for p in card.paragraphs]


def test_five_cards_that_are_too_high_for_two_columns_stand_in_three():
    fact = Fact(HERE, text("Volumen"), Decimal(17), text("Mio. Euro"), text("für alle"))
    topic = Facts(source=HERE, facts=(fact,) * 5)
    report = sample_report()._replace(sections=(Section(text("Zahlen"), (topic,)),))
    pages = laid_out(report)
    lefts = [box.rect.left for box in text_boxes(pages) if (box.slot or "").startswith("card")]

    assert [5] == cards(pages)
    assert 3 == len(set(lefts))
    assert sorted(lefts) == lefts  # read down each column


def test_state_and_date_of_an_item_stay_in_one_line():
    due = item("Bericht über den Verbrauch im ersten Winter", state=State.OPEN)
    due = due._replace(date=PartialDate(2026, 3, 31))
    one = project("one")._replace(status=(due,))
    (paragraph,) = [
        each
        for each in body(laid_out(sample_report((one,))), "section-2-2-one").paragraphs
        if "Verbrauch" in each.text
    ]

    assert "offen\u00a0·\u00a031.03.2026" == paragraph.lines[-1]


def test_reasons_of_two_lines_have_a_ground_of_their_own():
    late = project("late", items=1)._replace(reason=text(SENTENCE), measure=text(SENTENCE))
    pages = laid_out(sample_report((late,)))
    grounds = [box.name for box in text_boxes(pages) if box.fill is Ink.PANEL]

    assert "Grund, Maßnahme" in grounds
