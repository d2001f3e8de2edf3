"""From the files of a deck to a report: every value with its exact type."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TypeVar

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from deckgen.content import (
    AgendaUse,
    Aspect,
    Budget,
    Bullets,
    Closing,
    Conclusion,
    Facts,
    Groups,
    Item,
    Light,
    PartialDate,
    Portfolio,
    ProjectList,
    Report,
    Span,
    State,
    Status,
    Tabular,
    Text,
    Topic,
    Trend,
)
from deckgen.problems import InvalidInput, Problem
from deckgen.reading import read_report
from deckgen.reading.syntax import parse

T = TypeVar("T", bound=Topic)

DECK = """\
title: Digitale Modellregion
subtitle: "{report}. Sachstandsbericht"
short_title: Modellregion
report: 6
organisation: Stadt Bielefeld
author: Projektbüro
date: 26.11.2019
as_of: 11/2019
theme: bielefeld
meeting:
  body: Digitalisierungsausschuss
  agenda_item: TOP 5
  paper: 9876/2014-2020
projects: [ticket, abfall]
agenda: every_section
closing: {title: Danke!, contact: "[Post](mailto:post@example.org)"}
sections:
  - title: Überblick
    slides:
      - kind: facts
        title: Ein **gutes** Jahr
        facts:
          - {label: Laufzeit, value: 2018–2021}
          - {label: Mittel, value: 17.25, unit: Mio. Euro, text: bewilligt}
          - {value: "11"}
          - value: 1,35
          - items:
              - {value: 11, text: Bescheide}
              - {value: über 20, text: Anträge}
              - ohne Zahl
        source: Projektbüro, Stand {as_of}
        notes: |
          Erst die Zahlen.

          Dann die Liste.
      - kind: groups
        internal: true
        groups:
          - title: 2018
            items:
              - Projektbüro
              - text: Abfall
                items: [Erneute Vorlage, {text: Eins, items: [Zwei]}]
          - {title: Abgelehnt, items: []}
  - title: Projekte
    slides:
      - kind: projects
      - {kind: status, projects: [ticket]}
      - kind: text
        items:
          - {text: Antrag, state: open, date: 2019-10, note: eilt}
      - kind: conclusion
        notes: [Erstens, Zweitens]
        points: [Gut]
"""

TICKET = """\
title: Das Schülerticket
short_title: Ticket
subtitle: Per Handy
field: Verkehr
partners: [moBiel, Stadt]
phase:
  - sketch
  - {phase: applied, since: 2019-01-15}
light: red
trend: down
reason: Keine Antwort
measure: Nachfrage
status:
  - Antrag gestellt
  - {text: Nachfrage, state: in_progress, items: [beim Land]}
milestones:
  - {title: Start, planned: 2020-01-01, forecast: 2020-03-01}
start: 2019-06-01
end: 31.12.2021
budget: {total: 1_200_000, granted: 960000, own_share: 240000, spent: "120000,50"}
notes: Nur auf Nachfrage.
"""

FILES = {
    "deck.yaml": DECK.encode(),
    "projects/ticket.yaml": TICKET.encode(),
    "projects/abfall.yaml": b"title: Abfall\nphase: running\n",
}

SMALL = """\
title: Report
sections:
  - title: Status
    slides:
      - kind: text
        items: [All is well]
"""


def _read(files: Mapping[str, bytes]) -> Report:
    report, warnings = read_report("bielefeld", "content/bielefeld", files)
    assert () == warnings
    return report


def _small(head: str = "", **projects: str) -> Report:
    contents = {f"projects/{name}.yaml": text.encode() for name, text in projects.items()}
    return _read({"deck.yaml": (head + SMALL).encode(), **contents})


def _mistakes(files: Mapping[str, bytes]) -> tuple[Problem, ...]:
    with pytest.raises(InvalidInput) as caught:
        read_report("bielefeld", "content/bielefeld", files)
    return caught.value.problems


@pytest.fixture(scope="module")
def report() -> Report:
    return _read(FILES)


def _topic(report: Report, kind: type[T]) -> T:
    return next(topic for topic in report.topics if isinstance(topic, kind))


def _plain(texts: tuple[Text, ...]) -> list[str]:
    return [text.plain for text in texts]


def test_the_head_of_a_deck_arrives_as_it_was_written(report: Report):
    assert ("bielefeld", "de-DE", 6) == (report.name, report.language, report.number)
    assert (date(2019, 11, 26), PartialDate(2019, 11)) == (report.date, report.as_of)
    assert AgendaUse.EVERY_SECTION is report.agenda
    texts = report.title, report.subtitle, report.short_title, report.organisation, report.author
    assert [
        "Digitale Modellregion",
        "6. Sachstandsbericht",
        "Modellregion",
        "Stadt Bielefeld",
        "Projektbüro",
    ] == [text and text.plain for text in texts]
    assert report.theme
    assert "bielefeld" == report.theme.plain


def test_the_meeting_and_the_closing_words(report: Report):
    meeting, closing = report.meeting, report.closing
    assert meeting.body
    assert meeting.agenda_item
    assert meeting.paper
    assert ["Digitalisierungsausschuss", "TOP 5", "9876/2014-2020"] == _plain(
        (meeting.body, meeting.agenda_item, meeting.paper)
    )
    assert closing
    assert closing.title
    assert closing.contact
    assert "Danke!" == closing.title.plain
    assert (Span("Post", link="mailto:post@example.org"),) == closing.contact.spans


def test_every_text_knows_where_it_was_written(report: Report):
    assert "content/bielefeld/deck.yaml:1:8" == str(report.title.source)
    assert "content/bielefeld/projects/ticket.yaml:1:8" == str(report.projects[0].title.source)
    assert "content/bielefeld/projects/ticket.yaml" == str(report.projects[0].source)


def test_a_figure_that_reads_as_an_amount_is_exact_and_others_are_texts(report: Report):
    facts = _topic(report, Facts).facts
    values = [fact.value for fact in facts]

    assert isinstance(values[0], Text)
    assert isinstance(values[2], Text)
    assert ("2018–2021", "11") == (values[0].plain, values[2].plain)
    assert [Decimal("17.25"), Decimal("1.35"), None] == [values[1], values[3], values[4]]
    assert facts[1].unit
    assert facts[1].text
    assert ["Mio. Euro", "bewilligt"] == _plain((facts[1].unit, facts[1].text))


def test_a_line_of_a_fact_may_have_a_figure(report: Report):
    items = _topic(report, Facts).facts[4].items

    assert ["Bescheide", "Anträge", "ohne Zahl"] == [item.text.plain for item in items]
    assert [Decimal(11), None] == [items[0].value, items[2].value]
    assert isinstance(items[1].value, Text)


def test_what_every_slide_may_have(report: Report):
    facts, groups = _topic(report, Facts), _topic(report, Groups)

    assert facts.title
    assert facts.credit
    assert (Span("Ein "), Span("gutes", is_bold=True), Span(" Jahr")) == facts.title.spans
    assert "Projektbüro, Stand 11/2019" == facts.credit.plain
    assert ["Erst die Zahlen.", "Dann die Liste."] == _plain(facts.notes)
    assert (False, True) == (facts.is_internal, groups.is_internal)
    assert ["Erstens", "Zweitens"] == _plain(_topic(report, Conclusion).notes)


def _outline(items: tuple[Item, ...]) -> list[object]:
    return [
        (item.text.plain, _outline(item.items)) if item.items else item.text.plain for item in items
    ]


def test_lists_may_stand_three_deep(report: Report):
    group, _ = _topic(report, Groups).groups

    assert ["Projektbüro", ("Abfall", ["Erneute Vorlage", ("Eins", ["Zwei"])])] == _outline(
        group.items
    )


def test_a_group_may_say_that_it_has_no_items(report: Report):
    _, rejected = _topic(report, Groups).groups

    assert () == rejected.items


def test_an_item_may_have_state_date_and_note(report: Report):
    (item,) = _topic(report, Bullets).items

    assert (State.OPEN, PartialDate(2019, 10)) == (item.state, item.date)
    assert item.note
    assert "eilt" == item.note.plain


def test_only_the_items_of_a_status_are_done_without_saying_so(report: Report):
    first, second = report.projects[0].status
    (point,) = _topic(report, Conclusion).points

    assert [State.DONE, State.IN_PROGRESS] == [first.state, second.state]
    assert [None, None] == [second.items[0].state, point.state]


def test_a_project_arrives_whole(report: Report):
    ticket = report.projects[0]

    assert ("ticket", Light.RED, Trend.DOWN) == (ticket.id, ticket.light, ticket.trend)
    assert [("sketch", None), ("applied", date(2019, 1, 15))] == [
        (reached.phase.id, reached.since) for reached in ticket.phases
    ]
    assert ["moBiel", "Stadt"] == _plain(ticket.partners)
    assert (date(2019, 6, 1), date(2021, 12, 31)) == (ticket.start, ticket.end)
    (milestone,) = ticket.milestones
    assert (date(2020, 1, 1), date(2020, 3, 1), None) == (
        milestone.planned,
        milestone.forecast,
        milestone.reached,
    )
    assert ticket.budget
    assert (
        Budget(
            ticket.budget.source,
            Decimal(1200000),
            Decimal(960000),
            Decimal(240000),
            Decimal("120000.50"),
            "EUR",
        )
        == ticket.budget
    )
    assert ["Nur auf Nachfrage."] == _plain(ticket.notes)


def test_slides_hold_the_projects_themselves(report: Report):
    ticket, abfall = report.projects

    assert (ticket, abfall) == _topic(report, ProjectList).projects
    assert ticket is _topic(report, Status).projects[0]


def test_what_a_small_deck_leaves_out_has_its_default():
    report = _small()

    assert ("de-DE", AgendaUse.ONCE, Closing(), ()) == (
        report.language,
        report.agenda,
        report.closing,
        report.projects,
    )
    assert (None, None, None) == (report.theme, report.short_title, report.date)


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        (
            "de-DE",
            ["Projektskizze", "Antrag", "Förderwürdig", "Bewilligt", "Umsetzung", "Abschluss"],
        ),
        ("en-GB", ["Sketch", "Application", "Eligible", "Approved", "Delivery", "Completed"]),
    ],
)
def test_every_language_has_its_phases(language: str, labels: list[str]):
    phases = _small(f"language: {language}\n").phases

    assert labels == [phase.label.plain for phase in phases]
    assert ["sketch", "applied", "eligible", "approved", "running", "completed"] == [
        phase.id for phase in phases
    ]


def test_a_deck_may_have_phases_of_its_own():
    report = _small("phases: [{id: idea, label: Idee}]\n", one="title: Eins\nphase: idea\n")

    assert report.phases[0] is report.projects[0].phase


def test_projects_come_by_file_name_unless_the_deck_orders_them():
    projects = {"b": "title: B\n", "a": "title: A\n"}

    assert ["a", "b"] == [project.id for project in _small(**projects).projects]
    assert ["b", "a"] == [
        project.id for project in _small("projects: [b, a]\n", **projects).projects
    ]


def test_the_closing_slide_is_the_languages_the_authors_or_none():
    assert _small("closing: false\n").closing is None
    assert Closing() == _small("closing: true\n").closing
    closing = _small("closing: Bis bald!\n").closing
    assert closing
    assert closing.title
    assert "Bis bald!" == closing.title.plain


def test_the_word_false_in_quotes_is_a_text():
    closing = _small('closing: "false"\n').closing

    assert closing
    assert closing.title
    assert "false" == closing.title.plain


def test_a_text_may_be_made_of_texts_that_are_made_of_others():
    report = _small(
        'author: "{organisation}, {date}"\norganisation: "{short_title}"\ndate: 2019-11-26\n'
    )

    assert report.author
    assert "Report, 26. November 2019" == report.author.plain


def test_what_is_filled_in_cannot_make_a_text_longer_than_any_may_be():
    deck = SMALL.replace("title: Report", f"title: Report\nsubtitle: {'a' * 19_000}", 1)
    (problem,) = _mistakes({"deck.yaml": f'author: "{{subtitle}}{{subtitle}}"\n{deck}'.encode()})

    assert "text-too-long" == problem.code


def test_a_project_that_only_a_slide_names_is_used():
    deck = SMALL + "      - {kind: projects, projects: [a]}\n"
    files = {"deck.yaml": ("projects: [b]\n" + deck).encode()}
    projects = {f"projects/{name}.yaml": b"title: x\n" for name in "ab"}

    assert ["b"] == [project.id for project in _read({**files, **projects}).projects]


def test_warnings_come_beside_the_report():
    files = {"deck.yaml": ("projects: [a]\n" + SMALL).encode()}
    projects = {f"projects/{name}.yaml": b"title: x\n" for name in "abc"}

    report, warnings = read_report("x", "content/x", {**files, **projects})

    assert "Report" == report.title.plain
    assert ["content/x/projects/b.yaml", "content/x/projects/c.yaml"] == [
        str(warning.source) for warning in warnings
    ]


def test_other_files_in_the_folder_are_not_read():
    files = {"deck.yaml": SMALL.encode(), "images/x.png": b"\xff", "projects/old/x.yaml": b"\xff"}

    assert () == _read(files).projects


def test_mistakes_come_in_the_order_of_files_and_lines():
    files = {
        "projects/b.yaml": b"title: x\nlight: blue\ntrend: left\n",
        "deck.yaml": SMALL.replace("Report", "{x}").encode(),
        "projects/a.yaml": b"\ttitle: x\n",
    }

    assert [
        "content/bielefeld/deck.yaml:1:8",
        "content/bielefeld/projects/a.yaml:1:1",
        "content/bielefeld/projects/b.yaml:2:8",
        "content/bielefeld/projects/b.yaml:3:8",
    ] == [str(problem.source) for problem in _mistakes(files)]


def test_a_mistake_is_not_told_again_by_what_depends_on_it():
    deck = "phases: []\nas_of: soon\nlanguage: en\n" + SMALL.replace("Report", "As of {as_of}")
    files = {
        "deck.yaml": deck.encode(),
        "projects/a.yaml": b"title: x\nphase: any\nstart: 1.1.2019\n",
    }

    assert ["empty-list", "bad-date", "unknown-word"] == [p.code for p in _mistakes(files)]


@pytest.mark.parametrize("slip", ["@home", '"not closed', "a: b: c", "\tkey: value", "- [one"])
@pytest.mark.parametrize("path", ["deck.yaml", "projects/ticket.yaml"])
def test_a_slip_in_a_file_without_mistakes_is_told_alone(path: str, slip: str):
    """What stands above it is read, and what is missing as it stands below is none."""
    lines = FILES[path].decode().splitlines()
    for number, line in enumerate(lines):
        indent = line[: len(line) - len(line.lstrip())]
        changed = "\n".join([*lines[:number], indent + slip, *lines[number:]]).encode()
        mapping, problems, _ = parse(f"content/bielefeld/{path}", changed)
        if mapping is None:
            assert {*problems} == {*_mistakes({**FILES, path: changed})}


def _changed(text: str, place: float, length: int, by: str) -> str:
    start = int(place * len(text))
    return text[:start] + by + text[start + length :]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.floats(0, 1, exclude_max=True),
            st.integers(0, 12),
            st.sampled_from([*"\n\t :-[]{}\"'*&!#|0,.", "\n  ", "- ", ": ", "{x}", "**", "null"])
            | st.text(max_size=4),
        ),
        min_size=1,
        max_size=3,
    )
)
@example([(0.0, 10_000, "")])
def test_a_damaged_deck_gives_a_report_or_its_mistakes(changes: list[tuple[float, int, str]]):
    damaged = dict(FILES)
    for name in ("deck.yaml", "projects/ticket.yaml"):
        text = FILES[name].decode()
        for change in changes:
            text = _changed(text, *change)
        damaged[name] = text.encode(errors="surrogatepass")

    title, told = "", ""
    try:
        report, _ = read_report("bielefeld", "content/bielefeld", damaged)
        title = report.title.plain
    except InvalidInput as mistakes:
        told = str(mistakes)

    assert title or told


TABLE = """\
title: R
language: {language}
sections:
  - title: S
    slides:
      - kind: table
        header: [Feld, "**Betrag**", "2024"]
        rows:
          - [Kultur, 12.5, "12.5"]
          - ["", null, -3]
          - - Rathaus
            - {amount}
            - 80 %
"""


@pytest.mark.parametrize(("language", "amount"), [("de-DE", "17,25"), ("en-GB", "17.25")])
def test_cells_are_amounts_texts_or_nothing(language: str, amount: str):
    deck = TABLE.format(language=language, amount=amount)
    report, _ = read_report("r", "content/r", {"deck.yaml": deck.encode()})

    table = _topic(report, Tabular).table
    cells = [[c.plain if isinstance(c, Text) else c for c in row] for row in table.rows]

    assert ["Feld", "Betrag", "2024"] == [title.plain for title in table.header]
    assert [
        ["Kultur", Decimal("12.5"), "12.5"],
        [None, None, Decimal(-3)],
        ["Rathaus", Decimal("17.25"), "80 %"],
    ] == cells


def test_a_portfolio_has_the_columns_named_once_and_in_that_order():
    deck = b"""\
title: R
sections:
  - title: S
    slides:
      - {kind: portfolio, columns: [trend, phase, trend]}
      - {kind: portfolio}
"""
    files = {"deck.yaml": deck, "projects/one.yaml": b"title: One"}
    report, _ = read_report("r", "content/r", files)

    told = [topic.aspects for topic in report.topics if isinstance(topic, Portfolio)]

    assert [(Aspect.TREND, Aspect.PHASE), ()] == told
