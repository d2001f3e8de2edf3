"""Charts as other programs and their readers get them."""

from __future__ import annotations

import re
import zipfile
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from pptx import Presentation
from pptx.chart.chart import Chart as OfficeChart
from tests.office import (
    converted,
    misplaced_words,
    needs_office,
    needs_validator,
    to_pdf,
    validate,
    words,
)
from tests.template import BODY_SLOT, LOOK, filled, page, paragraph, title

from deckgen.geometry import Rect
from deckgen.page import (
    Chart,
    ChartForm,
    ChartSeries,
    Labelling,
    Page,
    Pages,
    PageSection,
    Properties,
    Scale,
)
from deckgen.style import Form, Ink, Shade
from deckgen.writing.pptx import write_pptx

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FRAME = Rect(48, 130, 864, 300)
VALUES = (Decimal(11), Decimal("-1234567.25"), None, Decimal("0.1000"))


def chart(form: ChartForm = ChartForm.BAR, **others: object) -> Chart:
    plain = Chart(
        name="Balkendiagramm",
        rect=FRAME,
        plot=Rect(300, 130, 600, 260),
        form=form,
        categories=("Skizzen & mehr", "Anträge\nzwei", "Nichts", "Bescheide"),
        series=(ChartSeries("Wert", VALUES, (Shade(Ink.PRIMARY),), Labelling.END),),
        description="Balkendiagramm: Skizzen 11",
        size=18,
        label_size=16,
        scale=Scale(Decimal(-2000000), Decimal(1000000)),
        decimals=2,
        after="\u00a0€",
    )
    return plain._replace(**others)  # type: ignore[arg-type]


def pages_of(*charts: Chart, language: str = "de-DE") -> Pages:
    pages: list[Page] = []
    for number, each in enumerate(charts):
        body = filled(BODY_SLOT, paragraph("Text"))
        made = page(title(f"Seite {number}"), body)
        pages.append(made._replace(id=f"p{number}", elements=(made.elements[0], each)))
    sections = (PageSection("all", "Alles", tuple(pages)),)
    return Pages(Properties("Diagramme", language), sections)


def deck_of(*charts: Chart, language: str = "de-DE") -> bytes:
    return write_pptx(pages_of(*charts, language=language), LOOK)


def office_chart(content: bytes) -> OfficeChart:
    (shape,) = [s for s in Presentation(BytesIO(content)).slides[0].shapes if s.has_chart]
    found: OfficeChart = shape.chart
    return found


def sheet(content: bytes) -> list[list[str | None]]:
    """The cells of the workbook in a deck's only chart, as they are written."""
    part: Any = office_chart(content).part
    with zipfile.ZipFile(BytesIO(part.chart_workbook.xlsx_part.blob)) as workbook:
        assert workbook.testzip() is None
        root = etree.fromstring(workbook.read("xl/worksheets/sheet1.xml"))
    rows: list[list[str | None]] = []
    for row in root.iter(f"{S}row"):
        cells = {str(cell.get("r"))[0]: "".join(map(str, cell.itertext())) for cell in row}
        rows.append([cells.get(letter) for letter in "AB"])
    return rows


def test_a_chart_has_the_figures_that_were_given():
    plot = office_chart(deck_of(chart())).plots[0]

    assert ["Skizzen & mehr", "Anträge\nzwei", "Nichts", "Bescheide"] == list(plot.categories)
    assert ("Wert", (11.0, -1234567.25, None, 0.1)) == (
        plot.series[0].name,
        tuple(plot.series[0].values),
    )


def test_the_workbook_has_the_same_figures_to_the_last_digit():
    assert [
        [None, "Wert"],
        ["Skizzen & mehr", "11"],
        ["Anträge\nzwei", "-1234567.25"],
        ["Nichts", None],
        ["Bescheide", "0.1000"],
    ] == sheet(deck_of(chart()))


@settings(deadline=None, max_examples=30)
@given(st.lists(st.decimals(-(10**20), 10**20, places=9, allow_nan=False), min_size=1, max_size=24))
def test_figures_are_never_rounded(values: list[Decimal]):
    series = ChartSeries("Wert", tuple(values), (Shade(Ink.PRIMARY),))
    names = tuple(str(number) for number in range(len(values)))
    content = deck_of(chart(categories=names, series=(series,)))
    cached = office_chart(content)._chartSpace.findall(f".//{C}numCache/{C}pt/{C}v")

    assert [f"{value:f}" for value in values] == [row[1] for row in sheet(content)[1:]]
    assert values == [Decimal(value.text) for value in cached]


def test_a_pale_bar_has_an_edge_only_where_no_figure_tells_its_end():
    pale = Shade(Ink.PRIMARY, 0.45)
    told, untold = (
        deck_of(chart(series=(ChartSeries("Wert", VALUES, (pale,), labelling),)))
        for labelling in (Labelling.END, Labelling.NONE)
    )
    line = f".//{C}ser/{C}spPr/{{*}}ln/{{*}}solidFill"

    assert [] == office_chart(told)._chartSpace.findall(line)
    assert 1 == len(office_chart(untold)._chartSpace.findall(line))


def test_the_same_chart_gives_the_same_bytes():
    assert deck_of(chart(), chart()) == deck_of(chart(), chart())


def test_every_chart_has_a_part_and_a_workbook_of_its_own():
    with zipfile.ZipFile(BytesIO(deck_of(chart(), chart(), chart()))) as package:
        names = package.namelist()
        types = package.read("[Content_Types].xml").decode()

    assert [f"ppt/charts/chart{number}.xml" for number in (1, 2, 3)] == [
        name for name in names if name.startswith("ppt/charts/chart")
    ]
    assert 3 == sum(name.startswith("ppt/embeddings/") for name in names)
    assert 'Extension="xlsx"' in types


def test_axes_have_different_ids_and_nothing_is_fetched():
    content = deck_of(chart())
    ids = [each.get("val") for each in office_chart(content)._chartSpace.iter(f"{C}axId")]

    assert 2 == len(set(ids))
    assert all(int(each) > 0 for each in ids)
    with zipfile.ZipFile(BytesIO(content)) as package:
        chart_rels = package.read("ppt/charts/_rels/chart1.xml.rels").decode()
    assert "External" not in chart_rels


@pytest.mark.parametrize(
    ("language", "before", "after", "expected"),
    [
        ("de-DE", "", "\u00a0€", '[$-407]#,##0.00"\u00a0€";[$-407]"−"#,##0.00"\u00a0€"'),
        ("en-GB", "£", "", '[$-809]"£"#,##0.00;[$-809]"−""£"#,##0.00'),
        ("en-US", "", ' "A"', '[$-409]#,##0.00" "\\""A"\\";[$-409]"−"#,##0.00" "\\""A"\\"'),
    ],
)
def test_figures_have_the_marks_of_the_language(
    language: str, before: str, after: str, expected: str
):
    space = office_chart(deck_of(chart(before=before, after=after), language=language))._chartSpace

    formats = {each.get("formatCode") for each in space.iter(f"{C}numFmt")}
    assert expected in formats


FORMS = {
    "bar": chart(),
    "shades": chart(
        series=(
            ChartSeries(
                "Wert",
                VALUES,
                tuple(Shade(Ink.PRIMARY, s, is_dark=s < 0.6) for s in (0.5, 0.6, 0.8, 1.0)),
                Labelling.END,
            ),
        )
    ),
    "stack": chart(
        is_stacked=True,
        scale=Scale(Decimal(-2000000), Decimal(1000000), Decimal(1000000)),
        rect=FRAME._replace(height=290),
        series=(
            ChartSeries(
                "Wert",
                VALUES,
                (Shade(Ink.PRIMARY),),
                Labelling.MIDDLE,
                Ink.BACKGROUND,
                hidden=frozenset((0, 3)),
            ),
        ),
    ),
    "column": chart(ChartForm.COLUMN, plot=Rect(48, 150, 864, 210)),
    "line": chart(
        ChartForm.LINE,
        plot=Rect(160, 150, 560, 220),
        scale=Scale(Decimal(-2000000), Decimal(1000000), Decimal(500000)),
        series=(
            ChartSeries(
                "Wert",
                VALUES,
                (Shade(Ink.PRIMARY, 0.7),),
                Labelling.LAST_WITH_NAME,
                marker=Form.DIAMOND,
            ),
        ),
    ),
    "doughnut": chart(
        ChartForm.DOUGHNUT,
        plot=FRAME.inset(300, 20),
        scale=None,
        series=(ChartSeries("Wert", VALUES[:1] * 4, (Shade(Ink.PRIMARY),) * 4),),
    ),
}


@needs_validator
def test_the_validator_finds_no_errors(tmp_path: Path):
    path = tmp_path / "deck.pptx"
    path.write_bytes(deck_of(*FORMS.values()))

    assert [] == validate(path)


@needs_office
def test_every_word_and_figure_is_printed_in_its_place(tmp_path: Path):
    path = tmp_path / "deck.pptx"
    path.write_bytes(deck_of(*FORMS.values()))
    pdf = to_pdf(path, tmp_path)

    assert [] == misplaced_words(pages_of(*FORMS.values()), pdf)


@needs_office
def test_figures_are_printed_with_german_marks_whatever_the_program_speaks(tmp_path: Path):
    path = tmp_path / "deck.pptx"
    path.write_bytes(deck_of(chart()))
    (paper,) = words(to_pdf(path, tmp_path))

    assert {"−1.234.567,25", "11,00", "0,10"} <= {
        part for word in paper.words for part in word.text.split("\u00a0")
    }


@needs_office
def test_charts_are_charts_to_be_edited_in_libreoffice(tmp_path: Path):
    path = tmp_path / "deck.pptx"
    path.write_bytes(deck_of(chart()))
    (presentation,) = converted([path], tmp_path, "odp")
    with zipfile.ZipFile(presentation) as package:
        objects = [
            name for name in package.namelist() if re.fullmatch("Object.*/content.xml", name)
        ]
        (content,) = (package.read(name).decode() for name in objects)

    assert 'chart:class="chart:bar"' in content
    assert {"11", "-1234567.25", "0.1"} <= set(re.findall(r'office:value="([^"]+)"', content))
