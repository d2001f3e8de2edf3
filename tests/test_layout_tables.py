"""Tables: how wide their columns are, what goes on where, and what is told of them in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.sample import HERE, SENTENCE, project, sample_look, text

from deckgen.aspects import pared
from deckgen.content import Aspect, Budget, Cell, Light, Milestone, Project, Trend
from deckgen.content import Table as Written
from deckgen.deck import Deck, DeckSection, PortfolioSlide, Slide, TableSlide
from deckgen.geometry import Size
from deckgen.language import language
from deckgen.layout import lay_out
from deckgen.layout.column_widths import Need, column_groups, column_widths
from deckgen.page import Page, Properties, Table, TableRow, TextBox
from deckgen.problems import Problem
from deckgen.style import Align
from deckgen.widths import Places

WIDE, STANDARD = Size(960, 540), Size(720, 540)
WORD = "Haushaltskonsolidierungsmaßnahme"


def laid_out(
    slide: Slide, tag: str = "de-DE", size: Size = WIDE
) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    sections = (DeckSection("s", "S", (slide,)),)
    properties = Properties("T", tag)
    pages = lay_out(
        Deck(properties, language(tag), text("T"), None, sections), sample_look(slide=size)
    )
    return pages.pages, pages.warnings


def table_slide(header: list[str], *rows: Sequence[object]) -> TableSlide:
    cells = tuple(tuple(map(cell, row)) for row in rows)
    return TableSlide(
        id="t", title=text("Tabelle"), table=Written(HERE, tuple(map(text, header)), cells)
    )


def cell(value: object) -> Cell:
    if value is None or value == "":
        return None
    return text(value) if isinstance(value, str) else Decimal(str(value))


def table_of(slide: Slide, tag: str = "de-DE") -> Table:
    (page,) = laid_out(slide, tag)[0]
    return table_on(page)


def table_on(page: Page) -> Table:
    (table,) = [element for element in page.elements if isinstance(element, Table)]
    return table


def words(row: TableRow) -> list[str]:
    return ["\n".join(p.text for p in cell.paragraphs).replace("\u00a0", " ") for cell in row.cells]


def portfolio(*projects: Project, aspects: tuple[Aspect, ...] = tuple(Aspect)) -> PortfolioSlide:
    told = tuple(pared(project, aspects) for project in projects)
    return PortfolioSlide(id="p", title=text("Alle"), projects=told, aspects=aspects)


def funded(amount: str | None, currency: str = "EUR", name: str = "a") -> Project:
    budget = Budget(HERE, granted=Decimal(amount), currency=currency) if amount else None
    return Project(name, HERE, text(f"Projekt {name}"), budget=budget)


def funding(*projects: Project, tag: str = "de-DE") -> list[list[str]]:
    table = table_of(portfolio(*projects, aspects=(Aspect.FUNDING,)), tag)
    return [words(row) for row in table.rows[1:]]


# Tables


def test_amounts_are_written_as_the_language_does_and_nothing_is_a_dash():
    slide = table_slide(["Feld", "Betrag"], ["Kultur", 17.25], ["Sport", None])

    assert [["Feld", "Betrag"], ["Kultur", "17,25"], ["Sport", "–"]] == [
        words(row) for row in table_of(slide).rows
    ]


def test_figures_stand_with_their_decimal_marks_in_line():
    table = table_of(table_slide(["Betrag"], [17.25], [3], [-0.5], [None]))
    insets = [row.cells[0].inset for row in table.rows]

    assert insets[0] == insets[1] == insets[4] == 0.0
    assert insets[2] > insets[3] > 0.0
    assert {Align.RIGHT} == {row.cells[0].styles[0].align for row in table.rows}


def test_thousands_are_grouped_from_four_digits_on_below_longer_figures():
    rows = table_of(table_slide(["A", "Jahr"], [12000, 2018], [1999, 2019])).rows

    assert [["12.000", "2018"], ["1.999", "2019"]] == [words(row) for row in rows[1:]]


def test_a_column_with_more_texts_than_amounts_is_one_of_texts():
    table = table_of(table_slide(["Wert"], [12], ["wenig"], ["mehr"]))

    assert Align.LEFT is table.rows[1].cells[0].styles[0].align


def test_the_first_column_names_the_rows_if_it_is_all_texts():
    assert table_of(table_slide(["Feld", "Wert"], ["Kultur", 1])).has_names
    assert not table_of(table_slide(["Feld", "Wert"], ["Kultur", 1], ["", 2])).has_names
    assert not table_of(table_slide(["Feld"], ["Kultur"])).has_names


def test_a_small_table_is_no_wider_than_is_easy_to_follow():
    table = table_of(table_slide(["Feld", "Wert"], ["Kultur", 1]))

    assert table.rect.width < 300


def test_the_header_stands_on_every_page():
    pages, _ = laid_out(table_slide(["Nr.", "Text"], *([n, SENTENCE] for n in range(60))))

    assert len(pages) > 3
    assert {("Nr.", "Text")} == {tuple(words(table_on(page).rows[0])) for page in pages}
    assert [str(n) for n in range(60)] == [
        words(row)[0] for page in pages for row in table_on(page).rows[1:]
    ]


def test_pages_of_a_table_are_named_and_balanced():
    pages, _ = laid_out(table_slide(["Nr."], *([n] for n in range(20))))

    assert [f"Tabelle ({n}/3)" for n in (1, 2, 3)] == [page.title for page in pages]
    assert 1 >= max(c := [len(table_on(page).rows) for page in pages]) - min(c)


def test_columns_that_find_no_room_follow_after_the_first_one():
    header = [f"Spalte {n}" for n in range(12)]
    pages, warnings = laid_out(table_slide(header, [f"Zeile {WORD[:9]}", *[WORD] * 11]))

    titles = [words(table_on(page).rows[0]) for page in pages]

    assert () == warnings
    assert {"Spalte 0"} == {title[0] for title in titles}
    assert header[1:] == [name for title in titles for name in title[1:]]


def test_a_row_higher_than_a_page_goes_on_and_says_again_what_it_is_about():
    long = " ".join([SENTENCE] * 60)
    pages, warnings = laid_out(table_slide(["Feld", "Text", "Wert"], ["Kultur", long, 3]))
    rows = [table_on(page).rows[1] for page in pages]

    assert ["item-cut"] == [warning.code for warning in warnings]
    assert long == " ".join(words(row)[1] for row in rows)
    assert {"Kultur"} == {words(row)[0] for row in rows}
    assert ["3", *[""] * (len(rows) - 1)] == [words(row)[2] for row in rows]


def test_a_word_wider_than_a_column_can_be_is_told():
    _, warnings = laid_out(table_slide(["Feld"], [WORD * 4]))

    assert ["torn-word"] == [warning.code for warning in warnings]


def test_a_table_is_told_in_words():
    table = table_of(table_slide(["Feld", "2018", "2019"], ["Kultur", 3, None], ["Sport", 1, 2]))

    assert (
        "Tabelle mit 2 Zeilen und 3 Spalten: Kultur – 2018: 3. Sport – 2018: 1; 2019: 2"
        == table.description
    )


def test_of_a_long_table_the_description_tells_how_much_is_left_and_the_notes_all():
    rows = [[f"Zeile {n}", SENTENCE, SENTENCE, SENTENCE, SENTENCE] for n in range(7)]
    pages, _ = laid_out(table_slide(["Nr.", "A", "B", "C", "D"], *rows))
    told = [table_on(page).description for page in pages]

    assert any(each.endswith("weitere") for each in told)
    assert all(len(each.split()) < 200 for each in told)
    assert [f"Zeile {n}" for n in range(7)] == [
        note.split(" – ")[0] for page in pages for note in page.notes
    ]


def test_the_author_s_notes_come_first():
    slide = table_slide(["Feld", "Wert"], ["Kultur", 1])._replace(notes=(text("Zuerst dies"),))

    ((page,), _) = laid_out(slide)

    assert ("Zuerst dies", "Kultur – Wert: 1") == page.notes


# Portfolios


def test_a_portfolio_tells_of_each_project_what_its_columns_say():
    one = project("eins")
    table = table_of(
        portfolio(one, aspects=(Aspect.PHASE, Aspect.LIGHT, Aspect.TREND, Aspect.FIELD))
    )

    assert ["Projekt", "Phase", "Gesamtstatus", "Trend", "Themenfeld"] == words(table.rows[0])
    assert ["Projekt eins", "Bewilligt", "Verzögert", "↘ fallend", "Umwelt"] == words(table.rows[1])
    assert table.has_names
    assert not table.has_total


def test_a_project_is_called_by_its_short_title_and_by_its_title_in_the_notes():
    one = Project("a", HERE, text("Ein langer Titel"), text("Kurz"), light=Light.GREEN)
    ((page,), _) = laid_out(portfolio(one, aspects=(Aspect.LIGHT,)))

    assert ["Kurz", "Im Plan"] == words(table_on(page).rows[1])
    assert ("Ein langer Titel – Gesamtstatus: Im Plan",) == page.notes


def test_what_is_not_known_is_a_dash():
    table = table_of(portfolio(Project("a", HERE, text("A"))))

    assert ["A", *["–"] * len(Aspect)] == words(table.rows[1])


def test_trends_are_arrows_where_their_words_take_room():
    aspects = (Aspect.PHASE, Aspect.LIGHT, Aspect.TREND, Aspect.FUNDING, Aspect.MILESTONE)
    many = [project(f"mit einem recht langen Namen {n}")._replace(partners=()) for n in range(6)]
    ((page, *_), _) = laid_out(portfolio(*many, aspects=(*aspects, Aspect.DURATION, Aspect.SPENT)))

    assert "↘" in words(table_on(page).rows[1])
    assert "Tendenz fallend" in page.notes[0]


@pytest.mark.parametrize(
    ("milestone", "told"),
    [
        (Milestone(text("Start"), planned=date(2020, 1, 1)), "Start 01.01.2020"),
        (
            Milestone(text("Start"), date(2020, 1, 1), date(2020, 3, 1)),
            "Start 01.03.2020\ngeplant 01.01.2020",
        ),
        (
            Milestone(text("Start"), date(2020, 1, 1), reached=date(2020, 1, 2)),
            "Start\nerreicht 02.01.2020\ngeplant 01.01.2020",
        ),
    ],
)
def test_a_milestone_that_moved_is_told_with_both_days(milestone: Milestone, told: str):
    one = Project("a", HERE, text("A"), milestones=(milestone,))

    assert told == words(table_of(portfolio(one, aspects=(Aspect.MILESTONE,))).rows[1])[1]


def test_money_is_summed_up_where_more_than_one_project_has_some():
    assert [["Projekt a", "500 €"]] == funding(funded("500"))
    assert ["Summe", "750 €"] == funding(funded("500"), funded("250", name="b"))[-1]


def test_each_currency_has_a_sum_of_its_own():
    told = funding(funded("500"), funded("250", "GBP", "b"), funded("50", "GBP", "c"))

    assert [["Summe (EUR)", "500 €"], ["Summe (GBP)", "300 £"]] == told[-2:]


def test_money_of_different_currencies_is_not_summed_up():
    assert [["Projekt a", "500 €"], ["Projekt b", "250 £"]] == funding(
        funded("500"), funded("250", "GBP", "b")
    )


def test_large_amounts_are_rounded_and_said_to_be_and_stand_exactly_in_the_notes():
    slide = portfolio(funded("1204999"), funded("840000", name="b"), aspects=(Aspect.FUNDING,))
    ((page,), _) = laid_out(slide)
    remark = page.elements[2]

    assert [
        ["Projekt a", "1,20 Mio. €"],
        ["Projekt b", "0,84 Mio. €"],
        ["Summe", "2,04 Mio. €"],
    ] == [words(row) for row in table_on(page).rows[1:]]
    assert isinstance(remark, TextBox)
    assert "Beträge gerundet" == remark.paragraphs[0].text
    assert "Summe – Förderung: 2.044.999\u00a0€" == page.notes[-1]


def test_a_table_without_money_is_not_said_to_be_rounded():
    long = text("Straßenverkehrsbehördenvorgangsverwaltung " * 2)
    projects = [
        project(name)._replace(title=long, budget=Budget(HERE, granted=Decimal(1204999)))
        for name in "ab"
    ]
    (pages, _) = laid_out(portfolio(*projects), size=STANDARD)
    told = ["Förderung" in words(table_on(page).rows[0]) for page in pages]
    said = ["Beträge gerundet" in _boxed(page) for page in pages]

    assert said == told
    assert {True, False} == set(told)


def _boxed(page: Page) -> list[str]:
    boxes = [each for each in page.elements if isinstance(each, TextBox)]
    return [paragraph.text for box in boxes for paragraph in box.paragraphs]


def test_amounts_that_would_vanish_by_rounding_stay_exact():
    assert ["Projekt b", "12.345 €"] == funding(funded("1204999"), funded("12345", name="b"))[1]


def test_english_amounts_have_their_symbol_in_front():
    assert ["Total", "€2.04m"] == funding(
        funded("1204999"), funded("840000", name="b"), tag="en-GB"
    )[-1]


def test_a_page_without_money_has_no_sums():
    projects = [project(WORD[: 20 + n]) for n in range(3)]
    pages, _ = laid_out(portfolio(*projects), size=STANDARD)
    told = {tuple(words(table_on(p).rows[0])): words(table_on(p).rows[-1])[0] for p in pages}

    assert len(told) > 1
    assert all(
        (last == "Summe") == ("Förderung" in header or "Ausgaben" in header)
        for header, last in told.items()
    )


def test_a_portfolio_is_told_in_words():
    one = Project("a", HERE, text("A"), light=Light.RED, trend=Trend.UP)
    told = table_of(portfolio(one, aspects=(Aspect.LIGHT, Aspect.TREND)), "en-GB").description

    assert (
        "Table with one project and 3 columns: A – Overall status: Critical; Trend: getting better"
        == told
    )


# Widths

GAP, AROUND = 4.0, 18.0
WORDS = st.lists(st.floats(5, 120), min_size=1, max_size=8)


def places(*words: float) -> Places:
    """Where words of these widths end, with a gap before each of them."""
    return Places(tuple(accumulate((GAP + word for word in words), initial=-GAP)), GAP)


def need(*cells: Sequence[float]) -> Need:
    """That of a column with these words in its cells."""
    rows = tuple((places(*words),) for words in cells)
    line = max(sum(words) + GAP * (len(words) - 1) for words in cells) + AROUND
    word = max(max(words) for words in cells) + AROUND
    return Need(line, word, word, AROUND, rows)


@st.composite
def needs(draw: st.DrawFn) -> list[Need]:
    columns = st.lists(WORDS, min_size=3, max_size=3)
    return [need(*draw(columns)) for _ in range(draw(st.integers(1, 12)))]


def height(all_needs: Sequence[Need], widths: Sequence[float]) -> int:
    """How many lines all rows have in columns of these widths."""
    columns = [
        [lines_of(cell[0], width - AROUND) for cell in each.rows]
        for each, width in zip(all_needs, widths, strict=True)
    ]
    return sum(max(row) for row in zip(*columns, strict=True))


def lines_of(words: Places, room: float) -> int:
    lines, pen = 0, room + 1
    for start, end in pairwise(words.ends):
        pen += end - start
        if pen > room + 0.001:
            lines, pen = lines + 1, end - start - GAP
    return lines


@given(needs(), st.floats(300, 900))
def test_every_column_is_in_one_group_and_fits_beside_the_others(
    all_needs: list[Need], room: float
):
    groups = column_groups(all_needs, room)

    assert list(range(1, len(all_needs))) == [n for group in groups for n in group[1:]]
    for group in groups:
        chosen = [all_needs[number] for number in group]
        widths = column_widths(chosen, room)
        assert len(widths) == len(chosen)
        assert sum(widths) <= room + 0.01
        assert min(widths) > AROUND


@given(needs(), st.floats(300, 900))
def test_columns_have_room_for_their_words_where_there_is_room_for_all(
    all_needs: list[Need], room: float
):
    if sum(need.word for need in all_needs) <= room:
        widths = column_widths(all_needs, room)
        assert all(w >= n.word - 0.01 for w, n in zip(widths, all_needs, strict=True))


@given(needs(), st.floats(300, 900))
def test_a_table_is_no_higher_than_with_room_shared_out_evenly(all_needs: list[Need], room: float):
    least, ideal = sum(n.word for n in all_needs), sum(n.ideal for n in all_needs)
    if least <= room < ideal:
        share = (room - least) / (ideal - least)
        even = [n.word + (n.ideal - n.word) * share for n in all_needs]
        assert height(all_needs, column_widths(all_needs, room)) <= height(all_needs, even)


def test_the_room_goes_to_the_columns_that_make_rows_high():
    short = need([40], [40], [60] * 6)
    long = need([60] * 14, [60] * 14, [30])

    first, second = column_widths([short, long], 600)

    assert second > 1.5 * first


def test_a_column_gives_away_room_that_its_lines_do_not_need():
    name = need([70, 60], [50])
    long = need([50] * 12, [50] * 12)

    first, second = column_widths([name, long], 400)

    assert 70 + GAP + 60 + AROUND <= first
    assert height([name, long], (first, second)) == 6


def test_a_name_is_not_broken_for_a_text_that_gets_no_lower():
    name = need([70, 60], [70, 60])
    long = need([100] * 3, [100] * 3)

    widths = column_widths([name, long], name.ideal + 2 * 100 + GAP + AROUND)

    assert 1 == lines_of(name.rows[0][0], widths[0] - AROUND)
    assert 2 == lines_of(long.rows[0][0], widths[1] - AROUND)
