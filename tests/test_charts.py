"""Where the parts of charts stand, and in which form, at which scale and in which shades."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sample import HERE, sample_look, text

from deckgen import content
from deckgen.content import Budget, ChartType, Series
from deckgen.deck import BudgetRow, BudgetSlide
from deckgen.geometry import Rect, Size
from deckgen.language import language
from deckgen.layout.budget import budget_bodies
from deckgen.layout.canvas import Canvas
from deckgen.layout.charts import ChartPart, chart_draft
from deckgen.layout.charts.bars import share_rows
from deckgen.layout.charts.figures import labelled_scale, stepped_scale, ticks
from deckgen.layout.charts.shades import line_shade, marker, phase_shades, series_shades
from deckgen.page import Chart, ChartForm, Labelling, TextBox
from deckgen.style import Ink
from deckgen.typography import leading

COLOURS = {
    Ink.BACKGROUND: "FFFFFF",
    Ink.PRIMARY: "0B3B5C",
    Ink.ACCENT: "C8102E",
    Ink.TEXT: "1A1A1A",
}
FRAME = Rect(48, 130, 864, 340)


def canvas(**colours: str) -> Canvas:
    look = sample_look(slide=Size(960, 540))
    named = {Ink(name): colour for name, colour in colours.items()}
    theme = look.theme._replace(colours={**look.theme.colours, **COLOURS, **named})
    return Canvas(look._replace(theme=theme), language("de-DE"))


def chart(
    kind: ChartType, *series: Sequence[float | None], names: int = 8, stacked: bool = False
) -> content.Chart:
    values = [tuple(None if v is None else Decimal(str(v)) for v in each) for each in series]
    named = [Series(each, text(f"Reihe {n}")) for n, each in enumerate(values)]
    alone = (Series(values[0]),)
    categories = tuple(text("N" * names + str(n)) for n in range(len(series[0])))
    return content.Chart(
        HERE, kind, categories, alone if len(series) == 1 else tuple(named), is_stacked=stacked
    )


def parts(given: content.Chart, frame: Rect = FRAME) -> tuple[ChartPart, ...]:
    return chart_draft(given, frame, 18.0, canvas()).make()


def drawn(part: ChartPart) -> Chart:
    (element,) = [element for element in part.elements if isinstance(element, Chart)]
    return element


@pytest.mark.parametrize("kind", ChartType)
@pytest.mark.parametrize(("count", "letters"), [(3, 8), (30, 8), (30, 200)])
def test_a_draft_tells_how_many_pages_a_chart_has_and_whether_words_were_torn(
    kind: ChartType, count: int, letters: int
):
    draft = chart_draft(chart(kind, [*range(1, count + 1)], names=letters), FRAME, 18.0, canvas())
    codes = [warning.code for part in draft.make() for warning in part.warnings]

    assert len(draft.make()) == draft.pages
    assert ("torn-word" in codes) == draft.has_torn


def test_bars_go_on_on_further_pages_at_the_same_scale():
    pages = [drawn(part) for part in parts(chart(ChartType.BAR, [*range(1, 31)]))]

    assert len(pages) > 1
    assert 1 == len({page.scale for page in pages})
    assert 1 == len({page.plot.left for page in pages})
    assert 30 == sum(len(page.categories) for page in pages)
    counts = [len(page.categories) for page in pages]
    assert max(counts) - min(counts) <= 1


def test_a_name_too_high_for_a_page_is_set_smaller():
    narrow = chart(ChartType.BAR, [1, 2], names=80)
    for page in map(drawn, parts(narrow, Rect(399, 296, 333, 170))):
        highest = max(name.count("\n") + 1 for name in page.categories)

        assert 18 > page.size
        assert page.plot.height >= highest * leading(page.size)


def test_columns_whose_names_have_no_room_become_bars():
    few, many = chart(ChartType.COLUMN, [1, 2, 3]), chart(ChartType.COLUMN, [1] * 24, names=20)

    assert ChartForm.COLUMN == drawn(parts(few)[0]).form
    assert ChartForm.BAR == drawn(parts(many)[0]).form


def test_a_doughnut_of_many_parts_becomes_bars():
    few, many = (chart(ChartType.DOUGHNUT, [1] * count) for count in (3, 7))

    assert ChartForm.DOUGHNUT == drawn(parts(few)[0]).form
    assert ChartForm.BAR == drawn(parts(many)[0]).form


def test_names_below_lines_are_shortened_with_a_warning():
    (part,) = parts(chart(ChartType.LINE, [*range(24)], names=30))

    assert all(name.endswith("…") for name in drawn(part).categories)
    assert {"label-shortened"} == {warning.code for warning in part.warnings}


def test_lines_are_named_at_their_ends_if_those_are_apart():
    apart, near = chart(ChartType.LINE, [1, 9], [1, 2]), chart(ChartType.LINE, [1, 9], [2, 9])

    assert {Labelling.LAST_WITH_NAME} == {each.labelling for each in drawn(parts(apart)[0]).series}
    assert {Labelling.NONE} == {each.labelling for each in drawn(parts(near)[0]).series}
    assert ["Reihe 0", "Reihe 1"] == [
        element.paragraphs[0].text
        for element in parts(near)[0].elements
        if isinstance(element, TextBox)
    ]


def test_parts_of_a_stack_without_room_are_told_by_an_axis():
    (part,) = parts(chart(ChartType.BAR, [1000, 1], [900, 800], stacked=True))
    element = drawn(part)

    assert element.scale
    assert element.scale.step
    assert frozenset({1}) == element.series[0].hidden


def test_figures_in_stacks_and_at_lines_are_larger_than_those_at_the_axis_if_they_have_room():
    stack = drawn(parts(chart(ChartType.COLUMN, [180, 260], [140, 130], stacked=True))[0])
    crowded = drawn(parts(chart(ChartType.COLUMN, [180, 260], [140, 30], stacked=True))[0])
    line = drawn(parts(chart(ChartType.LINE, [2, 4, 9]))[0])

    assert (13, 18) == (stack.tick_size, stack.label_size)
    assert 13 == crowded.tick_size <= crowded.label_size < stack.label_size
    assert (13, 16) == (line.tick_size, line.label_size)


def test_a_figure_has_room_at_both_ends_of_bars():
    element = drawn(parts(chart(ChartType.BAR, [-500000, 250000]))[0])

    assert element.scale
    assert element.scale.low < -500000
    assert element.scale.high > 250000


def test_figures_with_many_places_are_rounded_and_that_is_said():
    (part,) = parts(chart(ChartType.COLUMN, [1.23456, 2]))
    words = [e.paragraphs[0].text for e in part.elements if isinstance(e, TextBox)]

    assert 3 == drawn(part).decimals
    assert ["Werte gerundet"] == words


def test_an_alternative_text_comes_to_an_end():
    (part, *_) = parts(chart(ChartType.LINE, [*range(90)]))

    assert drawn(part).description.startswith("Liniendiagramm: NNNNNNNN0: 0; NNNNNNNN1: 1;")
    assert drawn(part).description.endswith("NNNNNNNN74: 74; … und 15 weitere")


figures = st.one_of(
    st.none(), st.decimals(-(10**12), 10**12, places=2, allow_nan=False, allow_infinity=False)
)


@settings(deadline=None, max_examples=60)
@given(st.data(), st.sampled_from(ChartType), st.booleans(), st.sampled_from((270.0, 624.0, 864.0)))
def test_every_figure_is_drawn_within_the_frame(
    data: st.DataObject, kind: ChartType, is_stacked: bool, width: float
):
    count = data.draw(st.integers(1, 24))
    many = 1 if kind is ChartType.DOUGHNUT else data.draw(st.integers(1, 8))
    rows = [data.draw(st.lists(figures, min_size=count, max_size=count)) for _ in range(many)]
    rows[0][0] = Decimal(1)
    if kind is ChartType.DOUGHNUT:
        rows = [[abs(value) if value is not None else None for value in rows[0]]]
    names = data.draw(st.sampled_from((1, 20, 80)))
    given_chart = chart(kind, *([0.0] * count for _ in rows), names=names, stacked=is_stacked)
    series = tuple(
        s._replace(values=tuple(v)) for s, v in zip(given_chart.series, rows, strict=True)
    )
    frame = FRAME._replace(width=width)
    pages = parts(given_chart._replace(series=series), frame)

    for part in pages:
        assert all(frame.contains(element.rect, 0.1) for element in part.elements)
        element = drawn(part)
        assert element.rect.contains(element.plot, 0.1)
        assert element.plot.width > 20
        assert element.plot.height > 10
        if element.scale:
            assert element.scale.low < element.scale.high
    shown = [[v for part in pages for v in drawn(part).series[n].values] for n in range(many)]
    assert rows == shown


@given(figures.filter(bool), figures.filter(bool))
def test_a_scale_reaches_all_figures_in_round_steps(one: Decimal, other: Decimal):
    low, high = min(Decimal(0), one, other), max(Decimal(0), one, other)
    scale = stepped_scale(low, high, 2)

    assert scale.low <= low
    assert scale.high >= high
    assert 2 <= len(ticks(scale)) <= 8


def test_figures_that_are_all_zero_have_a_scale():
    assert labelled_scale(Decimal(0), Decimal(0), 100, 0, 0).high == 1
    assert stepped_scale(Decimal(0), Decimal(0), 0).high == 1


def test_shades_are_the_same_in_every_theme_of_light_slides():
    one, other = canvas(), canvas(primary="B3261E", accent="1E7B45", background="FFFEFC")

    assert phase_shades(4, one) == phase_shades(4, other)
    assert series_shades(8, one) == series_shades(8, other)
    assert all(shade.is_dark for shade in phase_shades(4, canvas(background="1A1A1A"))[:-1])


def test_no_two_series_of_eight_look_alike():
    assert 8 == len(set(series_shades(8, canvas())))
    assert 8 == len({(line_shade(number), marker(number)) for number in range(8)})


@given(st.integers(1, 200), st.floats(10, 100), st.floats(100, 400))
def test_rows_are_shared_out_evenly(count: int, least: float, room: float):
    rows = share_rows(count, least, room)

    assert count == sum(rows.counts)
    assert max(rows.counts) - min(rows.counts) <= 1
    assert max(rows.counts) * rows.height <= room + 0.1


def budget(granted: str, spent: str | None, total: str | None = None) -> Budget:
    amounts = [None if value is None else Decimal(value) for value in (total, granted, spent)]
    return Budget(HERE, amounts[0], amounts[1], spent=amounts[2])


def budgets(*given: Budget) -> list[Chart | TextBox]:
    rows = tuple(BudgetRow(f"p{n}", text(f"Projekt {n}"), each) for n, each in enumerate(given))
    slide = BudgetSlide(id="b", title=text("Mittel"), rows=rows)
    bodies = budget_bodies(slide, 18.0, canvas())
    elements = (element for body in bodies for element in body.elements)
    return [element for element in elements if isinstance(element, Chart | TextBox)]


def words(elements: list[Chart | TextBox]) -> list[str]:
    return [
        " ".join(p.text for p in element.paragraphs).replace("\u00a0", " ")
        for element in elements
        if isinstance(element, TextBox)
    ]


@pytest.mark.parametrize(
    ("unit", "after", "over"), [("€", "\u00a0€", ""), ("Euro", "", "Angaben in Euro")]
)
def test_a_unit_of_four_letters_stands_once_over_the_chart(unit: str, after: str, over: str):
    (part,) = parts(chart(ChartType.COLUMN, (90, 61))._replace(unit=text(unit)))
    said = [each.paragraphs[0].text for each in part.elements if isinstance(each, TextBox)]

    assert (after, [over] if over else []) == (drawn(part).after, said)


def test_large_figures_are_shown_without_decimals_and_said_to_be_rounded():
    (part,) = parts(chart(ChartType.COLUMN, (1002845.67, 61)))
    said = [each.paragraphs[0].text for each in part.elements if isinstance(each, TextBox)]

    assert (0, ["Werte gerundet"]) == (drawn(part).decimals, said)


def test_four_budgets_stand_on_one_slide_of_any_width():
    rows = tuple(
        BudgetRow(f"p{number}", text("Schulportal"), budget("384000", "61440", "480000"))
        for number in range(4)
    )
    slide = BudgetSlide(id="b", title=text("Mittel"), rows=rows)
    narrow = Canvas(sample_look(slide=Size(720, 540)), language("de-DE"))

    assert 1 == len(budget_bodies(slide, 18.0, narrow))


def test_a_budget_is_what_was_spent_and_what_is_left():
    elements = budgets(budget("960000", "115200", "1200000"), budget("1000", "1000"))
    (element,) = [each for each in elements if isinstance(each, Chart)]

    assert {"Ausgegeben": ("115200", "1000"), "Verbleibend": ("844800", "0")} == {
        each.name: tuple(map(str, each.values)) for each in element.series
    }
    assert [
        *("Ausgegeben", "Verbleibend"),
        "960.000 € 12 % ausgegeben · Förderquote 80 %",
        "1.000 € 100 % ausgegeben",
        (
            "Summe: 1.200.000 € insgesamt · 961.000 € bewilligt · 116.200 € ausgegeben"
            " · 844.800 € verbleibend"
        ),
    ] == words(elements)


def test_money_of_which_nobody_knows_what_was_spent_is_not_said_to_be_left():
    elements = budgets(budget("500", None))
    (element,) = [each for each in elements if isinstance(each, Chart)]

    assert ["Ausgaben nicht angegeben"] == [each.name for each in element.series]
    assert "Summe: 500 € bewilligt" == words(elements)[-1]


def test_rounded_amounts_are_said_to_be():
    elements = budgets(budget("99.99", "0.01"))

    assert "100 € unter 1 % ausgegeben" in words(elements)
    assert words(elements)[-1].endswith("99,98 € verbleibend · Beträge gerundet")
