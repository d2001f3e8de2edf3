"""Tables, charts, budgets and milestones from files beside the deck."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.fresh_python import printed_by
from tests.made_workbooks import Value, workbook

from deckgen.content import Chart, Charted, Milestone, Project, Table, Tabular, Text, Tone
from deckgen.problems import InvalidInput
from deckgen.reading import read_report

Rows = list[list[Value]]

MONEY = "Projekt;Gesamt;Bewilligt;Stand\nPortal;1.200.000,00;960.000,5;2019-11-30\nTicket;12,5;;\n"


DECK = """\
title: Bericht
language: {tag}
sections:
  - title: Mittel
    slides:
      - {slide}
"""


def _report(slide: str, files: dict[str, Any], tag: str = "de-DE", **projects: str) -> Any:
    deck = DECK.format(tag=tag, slide=slide)
    contents: dict[str, Any] = {f"projects/{name}.yaml": text for name, text in projects.items()}
    contents |= {"deck.yaml": deck, **files}
    raw = {path: c.encode() if isinstance(c, str) else bytes(c) for path, c in contents.items()}
    return read_report("city", "content/city", raw)[0]


def _table(keys: str, files: dict[str, Any], tag: str = "de-DE") -> Table:
    (topic,) = _report(f"{{kind: table, {keys}}}", files, tag).topics
    assert isinstance(topic, Tabular)
    return topic.table


def _chart(keys: str, files: dict[str, Any]) -> Chart:
    (topic,) = _report(f"{{kind: chart, type: bar, {keys}}}", files).topics
    assert isinstance(topic, Charted)
    assert isinstance(topic.figures, Chart)
    return topic.figures


def _drawn(keys: str, files: dict[str, Any], **projects: str) -> Any:
    (topic,) = _report(f"{{kind: chart, {keys}}}", files, **projects).topics
    return topic.figures


def _project(keys: str, files: dict[str, Any]) -> Project:
    report = _report("{kind: projects}", files, portal=f"title: Das Portal\n{keys}")
    project: Project = report.projects[0]
    return project


def _complaint(slide: str, files: dict[str, Any], **projects: str) -> str:
    with pytest.raises(InvalidInput) as caught:
        _report(slide, files, **projects)
    return str(caught.value)


def _plain(cells: tuple[object, ...]) -> list[object]:
    return [cell.plain if isinstance(cell, Text) else cell for cell in cells]


def _rows(table: Table) -> list[list[object]]:
    return [_plain(table.header), *(_plain(row) for row in table.rows)]


def test_a_table_is_all_columns_of_its_file():
    assert [
        ["Projekt", "Gesamt", "Bewilligt", "Stand"],
        ["Portal", Decimal("1200000.00"), Decimal("960000.5"), "30.11.2019"],
        ["Ticket", Decimal("12.5"), None, None],
    ] == _rows(_table("csv: mittel.csv", {"mittel.csv": MONEY}))


def test_a_table_may_choose_columns_by_their_headings():
    table = _table("csv: mittel.csv, header: [Stand, projekt]", {"mittel.csv": MONEY})

    assert [["Stand", "Projekt"], ["30.11.2019", "Portal"], [None, "Ticket"]] == _rows(table)


def test_codes_are_texts_and_other_columns_may_be_too():
    files = {"orte.csv": "Ort;Kürzel;PLZ\nMitte;0123;33602\nSenne;0456;33659\n"}
    table = _table("csv: orte.csv, as_text: [PLZ]", files)

    assert [["Mitte", "0123", "33602"], ["Senne", "0456", "33659"]] == _rows(table)[1:]


def test_a_column_with_words_among_numbers_is_text():
    table = _table("csv: a.csv", {"a.csv": "a;b\nx;1.5\ny;offen\nz;–\n"})

    assert [["x", "1.5"], ["y", "offen"], ["z", "–"]] == _rows(table)[1:]


def test_markup_in_a_file_is_what_it_looks_like():
    assert [["**x** {as_of}", "y z"]] == _rows(
        _table("csv: a.csv", {"a.csv": 'a;b\n**x** {as_of};"y\nz"\n'})
    )[1:]


def test_a_sheet_shows_numbers_as_the_workbook_does():
    rows: Rows = [
        ["Jahr", "Quote", "Mittel", "Tag"],
        [
            2019,
            '<c s="2"><v>0.805</v></c>',
            '<c s="6"><v>33.35</v></c>',
            '<c s="3"><v>43891</v></c>',
        ],
    ]
    table = _table("xlsx: a.xlsx", {"a.xlsx": workbook({"Mittel": rows})})

    assert [2019, "80,5\u00a0%", Decimal("33.4"), "01.03.2020"] == _rows(table)[1]


def test_of_several_sheets_one_is_named():
    files = {"a.xlsx": workbook({"Eins": [["a"], ["b"]], "Zwei": [["x", "c"], ["y", "d"]]})}

    assert [["c"], ["d"]] == _rows(_table("xlsx: a.xlsx, sheet: Zwei, range: 'B1:B2'", files))
    assert "add `sheet:` with one of: Eins, Zwei" in _complaint(
        "{kind: table, xlsx: a.xlsx}", files
    )
    assert "did you mean `Zwei`?" in _complaint("{kind: table, xlsx: a.xlsx, sheet: Zwie}", files)
    assert "write it as A1:D12" in _complaint(
        "{kind: table, xlsx: a.xlsx, sheet: Zwei, range: Z}", files
    )


def test_a_mistake_in_a_sheet_is_told_with_its_cell():
    rows: Rows = [
        ["Projekt", "Mittel"],
        ["Portal", "viel"],
        ["Ticket", '<c t="e"><v>#REF!</v></c>'],
    ]
    files = {"a.xlsx": workbook({"Mittel": rows})}

    assert _complaint("{kind: chart, type: bar, xlsx: a.xlsx}", files) == (
        "content/city/a.xlsx, sheet `Mittel`, cell B2: a number must stand here, not `viel`\n"
        "  hint: write a number such as 1,234.56 without a unit, or leave it empty\n"
        "content/city/a.xlsx, sheet `Mittel`, cell B3: the cell has the error #REF!\n"
        "  hint: mend the formula in Excel and save the file again"
    )


def test_a_text_too_long_for_a_slide_is_told_where_a_deck_shows_its_cell():
    files = {"a.csv": f"Was;Wert\nKurz;1\n{'a' * 200_000};2\n"}

    with pytest.raises(InvalidInput) as caught:
        _table("csv: a.csv", files)
    (problem,) = caught.value.problems
    assert ("text-too-long", "content/city/a.csv:3:1") == (problem.code, str(problem.source))
    assert ((Decimal(1),), (Decimal(2),)) == _table("csv: a.csv, header: [Wert]", files).rows


def test_a_chart_is_categories_and_series():
    chart = _chart(
        "csv: mittel.csv, series: [Gesamt, {name: Zugesagt, column: Bewilligt}]",
        {"mittel.csv": MONEY},
    )

    assert ["Portal", "Ticket"] == _plain(chart.categories)
    assert [
        ("Gesamt", (Decimal("1200000.00"), Decimal("12.5"))),
        ("Zugesagt", (Decimal("960000.5"), None)),
    ] == [(each.name and each.name.plain, each.values) for each in chart.series]


def test_the_first_column_has_the_categories_if_nothing_else_is_said():
    files = {"a.csv": "2018;Jahr;2019\n1,5;a;2,5\n3;b;4,5\n"}

    assert ["1,5", "3"] == _plain(_chart("csv: a.csv, series: ['2019']", files).categories)
    assert ["2018", "2019"] == [
        each.name and each.name.plain
        for each in _chart("csv: a.csv, categories: Jahr", files).series
    ]


def test_a_sign_before_decimals_settles_what_can_be_read_in_two_ways():
    files = {"a.csv": "a;b\nx;1.234\n"}

    values = [
        _chart(f"csv: a.csv, decimal: {sign}", files).series[0].values
        for sign in ("comma", "point", '","', '"."')
    ]
    assert [(Decimal(1234),), (Decimal("1.234"),)] * 2 == values


def test_a_waterfall_is_the_one_series_of_its_file():
    files = {"m.csv": "Posten;Betrag\nBewilligt;17,25\nProjektbüro;-2,5\n"}
    waterfall = _drawn("type: waterfall, csv: m.csv", files)

    assert ("Bewilligt", Decimal("17.25")) == (waterfall.total.label.plain, waterfall.total.amount)
    assert [Decimal("-2.5")] == [step.amount for step in waterfall.steps]


FORECAST = "Jahr;Plan;Ist;Prognose;low;high\n2019;1;0,5;–;;\n2020;4;;3,5;3;4\n"


def test_a_forecast_finds_its_lines_by_what_slides_call_them():
    forecast = _drawn("type: forecast, csv: f.csv", {"f.csv": FORECAST})

    assert ["2019", "2020"] == [period.plain for period in forecast.periods]
    assert (
        (Decimal(1), Decimal(4)),
        (Decimal("0.5"), None),
        (None, Decimal("3.5")),
        (None, Decimal(3)),
        (None, Decimal(4)),
    ) == (forecast.plan, forecast.actual, forecast.expected, forecast.low, forecast.high)


def test_a_forecast_names_columns_with_headings_of_their_own():
    rows: Rows = [["Soll", "Quartal", "Plan"], [1, "Q1", 9], [4, "Q2", 9]]
    keys = "type: forecast, xlsx: f.xlsx, categories: Quartal, plan: Soll"
    forecast = _drawn(keys, {"f.xlsx": workbook({"A": rows})})

    assert ("Q1", (Decimal(1), Decimal(4))) == (forecast.periods[0].plain, forecast.plan)
    assert () == forecast.low


HEATMAP = "Projekt;Nutzen;Risiko\nportal;green;red\nDas Ticket;yellow;–\nSonstiges;;green\n"
PROJECTS = {
    "portal": "title: Das Portal\nshort_title: Portal kurz\n",
    "ticket": "title: Das Ticket\n",
}


def test_a_heatmap_knows_projects_by_their_names():
    heatmap = _drawn("type: heatmap, csv: h.csv", {"h.csv": HEATMAP}, **PROJECTS)

    assert ["Nutzen", "Risiko"] == [criterion.plain for criterion in heatmap.criteria]
    assert ["Portal kurz", "Das Ticket", "Sonstiges"] == [name.plain for name in heatmap.names]
    assert "content/city/projects/portal.yaml" == heatmap.names[0].source.file.path
    assert [
        [Tone.GOOD, Tone.BAD],
        [Tone.WARNING, None],
        [None, Tone.GOOD],
    ] == [[each and each.tone for each in row] for row in heatmap.ratings]


def test_a_heatmap_has_the_criteria_it_names_and_words_of_its_scale():
    rows: Rows = [["Was", "Nutzen", "Risiko"], ["Portal", "hoch", "gering"]]
    keys = (
        "type: heatmap, xlsx: h.xlsx, criteria: [Risiko, Nutzen], "
        "scale: [{word: gering, tone: good}, {word: hoch, tone: bad}]"
    )
    heatmap = _drawn(keys, {"h.xlsx": workbook({"A": rows})})

    assert ["Risiko", "Nutzen"] == [criterion.plain for criterion in heatmap.criteria]
    ((first, second),) = heatmap.ratings
    assert (("gering", Tone.GOOD), ("hoch", Tone.BAD)) == (
        (first.word.plain, first.tone),
        (second.word.plain, second.tone),
    )


def test_a_word_that_is_not_on_the_scale_is_told_with_its_sheet_and_cell():
    rows: Rows = [["Was", "Nutzen"], ["Portal", "gren"]]
    files = {"h.xlsx": workbook({"A": rows})}

    assert (
        "content/city/h.xlsx, sheet `A`, cell B2: `gren` is not on the scale\n"
        "  hint: did you mean `green`?"
    ) in _complaint("{kind: chart, type: heatmap, xlsx: h.xlsx}", files)


@pytest.mark.parametrize("name", ["portal", "Das Portal", "das  portal", "Portal kurz"])
def test_a_projects_money_is_in_the_row_with_one_of_its_names(name: str):
    files = {
        "m.csv": f"Projekt;Gesamt;Bewilligt;Eigenanteil\nTicket;1;1;0\n{name};1.000,5;800;200,5\n"
    }
    budget = _project("short_title: Portal kurz\nbudget: {csv: m.csv}", files).budget

    assert budget is not None
    assert (Decimal("1000.5"), Decimal(800), Decimal("200.5"), None, "EUR") == budget[1:]


def test_columns_and_rows_of_money_may_have_names_of_their_own():
    rows: Rows = [["Nr.", "Wer", "Zuschuss"], [1, "P-07", 960000], [2, "P-08", 1]]
    keys = (
        "budget: {xlsx: m.xlsx, key: Wer, row: P-07, columns: {granted: Zuschuss}, currency: GBP}"
    )
    budget = _project(keys, {"m.xlsx": workbook({"A": rows})}).budget

    assert budget is not None
    assert (None, Decimal(960000), None, None, "GBP") == budget[1:]


def test_a_projects_milestones_are_the_rows_with_its_name():
    files = {
        "t.csv": "Projekt;Meilenstein;Geplant;Erwartet\n"
        "portal;Start;01.01.2020;2020-03-01\nticket;Nie;01.01.2020;\nportal;Ende;;31.12.2021\n"
    }
    milestones = _project("milestones: {csv: t.csv}", files).milestones

    assert [
        ("Start", date(2020, 1, 1), date(2020, 3, 1), None),
        ("Ende", None, date(2021, 12, 31), None),
    ] == [(each.title.plain, *each[1:]) for each in milestones]
    assert isinstance(milestones[0], Milestone)


def test_a_day_of_a_workbook_is_a_day():
    rows: Rows = [
        ["Projekt", "Milestone", "Planned"],
        ["portal", "Start", '<c s="3"><v>43891</v></c>'],
    ]

    (milestone,) = _project(
        "milestones: {xlsx: t.xlsx}", {"t.xlsx": workbook({"A": rows})}
    ).milestones
    assert date(2020, 3, 1) == milestone.planned


def test_a_file_that_many_name_is_read_once_and_its_mistake_told_once():
    projects = {f"p{n}": f"title: P {n}\nbudget: {{csv: m.csv}}\n" for n in range(20)}

    complaint = _complaint("{kind: projects}", {"m.csv": 'a;b\n"x;1\n'}, **projects)
    assert complaint.count("never closed") == 1


def test_two_rows_for_one_budget_are_told():
    complaint = _complaint(
        "{kind: projects}",
        {"m.csv": "Projekt;Gesamt\nportal;1\nticket;3\nPortal;2\n"},
        portal="title: Portal\nbudget: {csv: m.csv}\n",
    )

    assert complaint.startswith("content/city/m.csv:4:1: the file has 2 rows for this project")


def test_a_deck_that_names_no_file_knows_nothing_of_sheets():
    probe = (
        "import sys; from deckgen.reading import read_report\n"
        "deck = 'title: a\\nsections: [{title: b, slides: [{kind: text, items: [c]}]}]'\n"
        "read_report('city', 'content/city', {'deck.yaml': deck.encode()})\n"
        "print(*({'deckgen.sheets', 'deckgen.packages', 'lxml', 'zipfile'} & set(sys.modules)))"
    )

    assert "" == printed_by(probe)
