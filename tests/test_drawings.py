"""What stands where in waterfalls, heatmaps and forecasts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from tests.random_shapes import examples

from deckgen.content import (
    Column,
    Drawable,
    Forecast,
    Heatmap,
    Rating,
    Step,
    Text,
    Tone,
    Waterfall,
)
from deckgen.deck import ColumnsSlide, Deck, DeckSection
from deckgen.design import draw_look
from deckgen.drawing import Drawing, Label
from deckgen.geometry import Rect
from deckgen.language import language
from deckgen.layout import lay_out
from deckgen.layout.canvas import Canvas
from deckgen.layout.drawings import sketches
from deckgen.layout.lettering import Sheet, figure
from deckgen.layout.scale import scale_of
from deckgen.looks import Looks
from deckgen.page import Properties, Sketch
from deckgen.problems import Source, SourceFile, WarningCode
from deckgen.slots import COLUMN_GAP
from deckgen.style import Ink
from deckgen.telling import columns_told, notes_of
from deckgen.typography import DRAWING_STEPS

NOWHERE = Source(SourceFile("deck.yaml"))
GERMAN = language("de-DE")
CANVAS = Canvas(draw_look(Looks(".").theme("default").theme, GERMAN), GERMAN)
WIDE, NARROW = Rect(48, 129, 864, 341), Rect(60, 160, 560, 250)


def text(words: str) -> Text:
    return Text.of(words, NOWHERE)


LETTERS = "aeinrst ÄÜßgmo-,.0"
texts = st.text(LETTERS, min_size=1, max_size=80).filter(str.strip).map(lambda t: text(t.strip()))
amounts = st.one_of(
    st.decimals(-1000, 1000, places=2),
    st.integers(-5, 5).map(Decimal),
    st.integers(-(10**15), 10**15).map(Decimal),
)
units = st.none() | st.just(text("Mio. €")) | texts


Values = tuple[Decimal | None, ...]


def values_of(count: int) -> st.SearchStrategy[Values]:
    return st.lists(st.none() | amounts, min_size=count, max_size=count).map(tuple)


@st.composite
def waterfalls(draw: st.DrawFn) -> Waterfall:
    steps = draw(st.lists(st.builds(Step, texts, amounts), max_size=24))
    total = draw(st.builds(Step, texts, amounts))
    return Waterfall(NOWHERE, total, tuple(steps), draw(st.none() | texts), draw(units))


@st.composite
def heatmaps(draw: st.DrawFn) -> Heatmap:
    words = draw(st.lists(st.builds(Rating, st.sampled_from(Tone), texts), min_size=1, max_size=4))
    criteria = tuple(draw(st.lists(texts, min_size=1, max_size=12)))
    names = tuple(draw(st.lists(texts, min_size=1, max_size=60)))
    chosen = draw(st.lists(st.sampled_from([*words, None]), min_size=5, max_size=5))
    ratings = tuple(
        tuple(chosen[(row * 7 + column) % 5] for column in range(len(criteria)))
        for row in range(len(names))
    )
    return Heatmap(NOWHERE, criteria, names, ratings)


@st.composite
def forecasts(draw: st.DrawFn) -> Forecast:
    periods = tuple(draw(st.lists(texts, min_size=1, max_size=24)))
    count = len(periods)
    plan, actual, expected, low = (draw(values_of(count)) for _ in range(4))
    if not any(value is not None for values in (plan, actual, expected) for value in values):
        plan = (Decimal(1),) * count
    high: Values = tuple(value + 1 if value is not None else None for value in low)
    if draw(st.booleans()):
        low = high = ()
    return Forecast(NOWHERE, periods, plan, actual, expected, low, high, draw(units))


figures = st.one_of(waterfalls(), heatmaps(), forecasts())
generous = examples(60)


def drawn(
    figures: Drawable, frame: Rect = WIDE, size: float = 16
) -> tuple[tuple[Sketch, Sheet], ...]:
    return sketches(figures, frame, size, CANVAS)


@generous
@given(figures, st.sampled_from([WIDE, NARROW]), st.sampled_from(DRAWING_STEPS))
def test_words_stay_in_the_picture_and_never_stand_over_each_other(
    figures: Drawable, frame: Rect, size: float
):
    for sketch, _ in drawn(figures, frame, size):
        labels = [label for label in sketch.drawing.labels if "".join(label.lines).strip()]
        whole = Rect(0, 0, *sketch.drawing.size)

        assert [each for each in labels if not whole.contains(each.rect, 0.5)] == []
        assert list(overlapping(labels)) == []


def overlapping(labels: Sequence[Label]) -> Sequence[tuple[Label, Label]]:
    return [
        (one, other)
        for one, other in combinations(labels, 2)
        if _overlap(one.rect.inset(0, 1), other.rect.inset(0, 1))
    ]


def _overlap(one: Rect, other: Rect) -> bool:
    return (
        one.left < other.right - 0.1
        and other.left < one.right - 0.1
        and one.top < other.bottom
        and other.top < one.bottom
    )


@generous
@given(figures, st.sampled_from([WIDE, NARROW]))
def test_pictures_stay_in_their_frame(figures: Drawable, frame: Rect):
    for sketch, _ in drawn(figures, frame, 12):
        whole = Rect(0, 0, *sketch.drawing.size)

        assert frame.contains(sketch.rect, 0.5)
        assert all(
            whole.contains(Rect(*point, 0, 0), 4)
            for area in sketch.drawing.areas
            for point in area.outline
        )


@generous
@given(figures)
def test_notes_tell_every_figure(figures: Drawable):
    told = "\n".join(notes_of(figures, GERMAN))

    match figures:
        case Waterfall(total=total, steps=steps):
            assert all(GERMAN.number(step.amount) in told for step in (total, *steps))
        case Forecast(plan=plan, actual=actual, expected=expected):
            values = (value for values in (plan, actual, expected) for value in values)
            assert all(GERMAN.number(value) in told for value in values if value is not None)
        case Heatmap(names=names):
            assert all(name.plain in told for name in names)


@generous
@given(figures)
def test_alternative_texts_are_short_enough_to_be_listened_to(figures: Drawable):
    assert all(0 < len(sketch.description.split()) < 260 for sketch, _ in drawn(figures))


def words_of(drawing: Drawing) -> list[str]:
    return [" ".join(label.lines) for label in drawing.labels]


def waterfall(*amounts: str, unit: str | None = "Mio. €") -> Waterfall:
    total, *steps = (Step(text(f"Teil {n}"), Decimal(a)) for n, a in enumerate(amounts))
    return Waterfall(NOWHERE, total, tuple(steps), None, text(unit) if unit else None)


def test_a_waterfall_ends_with_what_is_left_exactly():
    ((sketch, _),) = drawn(waterfall("17.25", "-2.5", "0.8"))

    assert [
        *("Teil 0", "17,25\u00a0Mio.\u00a0€", "Teil 1", "−2,50"),
        *("Teil 2", "+0,80", "Noch verfügbar", "15,55\u00a0Mio.\u00a0€"),
    ] == words_of(sketch.drawing)


def test_a_waterfall_in_words():
    ((sketch, _),) = drawn(waterfall("17.25", "-2.5"))

    assert (
        "Wasserfalldiagramm. Teil 0: 17,25\u00a0Mio. €; Teil 1: −2,5\u00a0Mio. €; "
        "Noch verfügbar: 14,75\u00a0Mio. €" == sketch.description
    )


def test_a_waterfall_of_many_steps_goes_on_on_a_further_slide_with_the_same_scale():
    sheets = drawn(waterfall("100", *["-2"] * 24, unit=None))

    assert [13, 13] == [len(sketch.drawing.areas) for sketch, _ in sheets]
    widths = {
        round(max(p.x for p in area.outline) - min(p.x for p in area.outline), 3)
        for sketch, _ in sheets
        for area in sketch.drawing.areas
        if area.strength < 1
    }
    assert len(widths) == 1


def test_what_is_less_than_nothing_is_told_by_its_sign_and_its_colour():
    ((sketch, _),) = drawn(waterfall("1", "-3"))

    assert "−2\u00a0Mio.\u00a0€" == words_of(sketch.drawing)[-1]
    assert Ink.BAD == sketch.drawing.areas[-1].ink


def heatmap(rows: int, columns: int, word: str | None = None) -> Heatmap:
    rating = Rating(Tone.GOOD, text(word) if word else None)
    return Heatmap(
        NOWHERE,
        tuple(text(f"Kriterium {n}") for n in range(columns)),
        tuple(text(f"Projekt {n}") for n in range(rows)),
        ((rating,) * columns,) * rows,
    )


def test_ratings_without_words_of_their_own_say_those_of_the_lights():
    ((sketch, _),) = drawn(heatmap(1, 2))

    assert ["Kriterium 0", "Kriterium 1", "Projekt 0", "Im Plan", "Im Plan"] == words_of(
        sketch.drawing
    )
    assert "Bewertungsmatrix. Projekt 0: Kriterium 0 Im Plan, Kriterium 1 Im Plan" == (
        sketch.description
    )


def test_a_rating_that_is_not_there_is_told_in_words_to_those_who_listen():
    bare = heatmap(1, 2, "gut")._replace(ratings=((Rating(Tone.GOOD, text("gut")), None),))
    ((sketch, _),) = drawn(bare)

    assert "–" in words_of(sketch.drawing)
    assert "Bewertungsmatrix. Projekt 0: Kriterium 0 gut, Kriterium 1 keine Angabe" == (
        sketch.description
    )


def test_a_rating_is_told_by_a_mark_too():
    ((sketch, _),) = drawn(heatmap(1, 1, "gut"))
    ground, mark = sketch.drawing.areas

    assert (Ink.GOOD, True) == (ground.ink, ground.strength < 1)
    assert (Ink.GOOD, 1.0) == (mark.ink, mark.strength)


def test_a_heatmap_goes_on_with_rows_and_columns_of_the_same_width():
    sheets = drawn(heatmap(30, 12, "außerordentlich"))

    assert len(sheets) > 3
    assert len({label.x for sketch, _ in sheets for label in sketch.drawing.labels}) < 20
    assert 30 * 12 == sum(words_of(sketch.drawing).count("außerordentlich") for sketch, _ in sheets)


def forecast() -> Forecast:
    plan, actual, expected = (
        tuple(Decimal(value) if value else None for value in values)
        for values in (("1", "2", "3"), ("0.5", None, None), (None, "1.5", "2.5"))
    )
    low, high = (None, Decimal(1), Decimal(2)), (None, Decimal(2), Decimal(3))
    periods = tuple(map(text, ("2019", "2020", "2021")))
    return Forecast(NOWHERE, periods, plan, actual, expected, low, high, text("Mio. €"))


def test_a_forecast_names_its_lines_where_they_end():
    ((sketch, _),) = drawn(forecast())
    words = words_of(sketch.drawing)

    assert "Plan 3\u00a0Mio.\u00a0€" in words
    assert "Ist 2019: 0,5\u00a0Mio.\u00a0€" in words
    assert "Prognose 2,5\u00a0Mio.\u00a0€ (2,0–3,0)" in words


def test_a_forecast_goes_on_from_what_has_come():
    ((sketch, _),) = drawn(forecast())
    curves = [line for line in sketch.drawing.lines if line.ink is Ink.ACCENT]

    assert [3] == [len(curve.points) for curve in curves]


@generous
@given(forecasts())
def test_no_line_of_a_forecast_goes_through_words(forecast: Forecast):
    for sketch, _ in drawn(forecast):
        names = [label.rect for label in sketch.drawing.labels if label.style.is_bold]
        level = [line.points for line in sketch.drawing.lines if not line.is_dashed]

        assert [] == [
            (name, one, other)
            for name in names
            for one, other in (points for points in level if len(points) == 2)
            if one.y == other.y and name.top < one.y < name.bottom
            if one.x < name.right and name.left < other.x
        ]


def test_signs_that_no_letter_is_there_for_are_told():
    odd = Waterfall(NOWHERE, Step(text("Straße 東京"), Decimal(1)), ())
    ((_, sheet),) = drawn(odd)

    assert [WarningCode.UNDRAWN_SIGN] == [warning.code for warning in sheet.warnings]
    assert "東京" in sheet.warnings[0].message


def test_figures_are_written_as_people_write_them():
    assert "−1.234.567,50" == figure(Decimal("-1234567.5"), 2, GERMAN)
    assert "+3\u00a0Tsd.\u00a0€" == figure(Decimal(3), 0, GERMAN, text("Tsd. €"), "+")
    assert "0" == figure(Decimal(0), 0, GERMAN, sign="+")


@given(st.lists(st.decimals(-(10**12), 10**12, places=3), min_size=1, max_size=10))
def test_scales_are_round_and_hold_all_figures(values: list[Decimal]):
    scale = scale_of(values)

    assert scale.low <= min(Decimal(0), *values)
    assert scale.high >= max(Decimal(0), *values)
    assert 2 <= len(scale.ticks) <= 7
    assert scale.ticks[-1] == scale.high
    assert Decimal(0) in scale.ticks


def test_columns_draw_what_no_native_chart_can_say():
    """Each in its column, as large as fits, and told in the notes."""
    waterfall = Waterfall(NOWHERE, Step(text("Granted"), Decimal(5)), ())
    forecast = Forecast(NOWHERE, (text("2024"),), (Decimal(2),), (None,), (None,))
    contents: tuple[Drawable, ...] = (waterfall, heatmap(30, 3), forecast)
    columns = tuple(Column(NOWHERE, each, text("Heading")) for each in contents)
    slide = ColumnsSlide(
        id="columns",
        title=text("Title"),
        columns=columns,
        history=columns_told(columns, GERMAN),
    )
    deck = Deck(
        Properties("Report", "de-DE"),
        GERMAN,
        text("Report"),
        None,
        (DeckSection("one", "One", (slide,)),),
    )

    pages = lay_out(deck, CANVAS.look).pages

    frames = CANVAS.frame("content").columns(3, COLUMN_GAP)
    sketches = [[e for e in page.elements if isinstance(e, Sketch)] for page in pages]
    assert [3, *(1 for _ in pages[1:])] == [len(here) for here in sketches]
    assert [frame.left for frame in frames] == [sketch.rect.left for sketch in sketches[0]]
    assert all(e.rect.right <= frames[-1].right + 1 for here in sketches for e in here)
    assert "Granted: 5" == pages[0].notes[0]
    assert 2 + 30 + 1 == len(pages[0].notes)
