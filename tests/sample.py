"""A report with every kind of slide, made by hand, and the look to lay it out in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from deckgen.content import (
    Aspect,
    Budget,
    Bullets,
    Closing,
    Conclusion,
    Fact,
    FactItem,
    Facts,
    Group,
    Groups,
    Item,
    Light,
    Meeting,
    Milestone,
    PartialDate,
    Phase,
    PhaseReached,
    Portfolio,
    Project,
    ProjectList,
    Report,
    Section,
    State,
    Status,
    Table,
    Tabular,
    Text,
    Trend,
)
from deckgen.design import draw_look
from deckgen.fonts import typeface
from deckgen.geometry import Size
from deckgen.language import language
from deckgen.look import Look
from deckgen.page import Pages, TextBox
from deckgen.problems import Source, SourceFile
from deckgen.style import Ink
from deckgen.theme import Theme

HERE = Source(SourceFile("content/sample/deck.yaml"), 1, 1)
SENTENCE = "Auf die erneute Vorlage des Antrags erfolgte trotz Nachfragen keine Antwort"
PHASES = tuple(
    Phase(name.lower(), Text.of(name, HERE))
    for name in ("Skizze", "Antrag", "Bewilligt", "Umsetzung", "Abschluss")
)


def text(words: str) -> Text:
    return Text.of(words, HERE)


def item(words: str, *below: str, state: State | None = None) -> Item:
    return Item(text(words), tuple(Item(text(sub)) for sub in below), state)


def project(name: str, *, items: int = 3, has_facts: bool = True) -> Project:
    status = tuple(
        item(f"{SENTENCE} {number}", state=list(State)[number % 4]) for number in range(items)
    )
    bare = Project(name, HERE, text(f"Projekt {name}"), status=status)
    if not has_facts:
        return bare
    return bare._replace(
        subtitle=text("Optimierung der Entsorgungslogistik mit Telematiksystemen"),
        field=text("Umwelt"),
        partners=(text("Stadt Gütersloh"), text("Stadt Herford")),
        phases=(PhaseReached(PHASES[2]),),
        light=Light.YELLOW,
        trend=Trend.DOWN,
        reason=text("Keine Rückmeldung"),
        measure=text("Erneute Nachfrage"),
        milestones=(Milestone(text("Start"), date(2020, 1, 1), date(2020, 3, 1)),),
        start=date(2019, 6, 1),
        end=date(2021, 12, 31),
        budget=Budget(HERE, granted=Decimal(960000), spent=Decimal(120000)),
    )


def sample_table(rows: int = 12) -> Table:
    """A column of names, of figures, of texts."""
    figures = (Decimal("12.5"), Decimal(-1200000), None)
    cells = tuple(
        (text(f"Feld {number}"), figures[number % 3], text(SENTENCE)) for number in range(rows)
    )
    return Table(HERE, (text("Feld"), text("Betrag"), text("Bemerkung")), cells)


def sample_report(projects: tuple[Project, ...] | None = None) -> Report:
    projects = projects or tuple(project(f"p{number}") for number in range(9))
    overview = (
        Facts(
            source=HERE,
            title=text("Ein Jahr"),
            credit=text("Projektbüro"),
            facts=(
                Fact(HERE, label=text("Laufzeit"), value=text("2018–2021")),
                Fact(HERE, text("Volumen"), Decimal("17.25"), text("Mio. Euro")),
                Fact(HERE, items=(FactItem(text("Bescheide"), Decimal(11)),)),
                Fact(HERE, text("Vernetzung"), items=(FactItem(text("Arbeitsgruppe")),)),
            ),
        ),
        Groups(
            source=HERE,
            title=text("Bewilligungen"),
            groups=tuple(
                Group(
                    text(f"Gruppe {number}"),
                    tuple(item(f"{SENTENCE} {entry}", "Vorlage") for entry in range(number)),
                )
                for number in range(6)
            ),
        ),
    )
    lists = (
        ProjectList(source=HERE, projects=projects),
        Status(source=HERE, projects=projects),
        Portfolio(source=HERE, projects=projects, aspects=tuple(Aspect)),
    )
    end = (
        Conclusion(source=HERE, points=tuple(item(f"{SENTENCE} {n}!", "Ja") for n in range(8))),
        Bullets(source=HERE, title=text("Sonstiges"), items=(item("Dies", "Das"), item("Jenes"))),
        Tabular(source=HERE, title=text("Ausgaben"), table=sample_table()),
    )
    return Report(
        name="sample",
        source=HERE,
        title=text("Landesprojekt Digitale Modellregionen in Nordrhein-Westfalen"),
        subtitle=text("6. Sachstandsbericht"),
        short_title=text("Digitale Modellregionen"),
        organisation=text("Stadt Beispiel"),
        author=text("Projektbüro"),
        date=date(2019, 11, 26),
        as_of=PartialDate(2019, 11),
        meeting=Meeting(body=text("Ausschuss")),
        phases=PHASES,
        projects=projects,
        closing=Closing(contact=text("Tel. 0521 0000")),
        sections=(
            Section(text("Überblick"), overview),
            Section(text("Status"), lists),
            Section(text("Fazit"), end),
        ),
    )


WIDE = Size(960, 540)


def sample_look(font: str = "Arial", slide: Size = WIDE) -> Look:
    colours = dict.fromkeys(Ink, "0B3B5C")
    face = typeface(font)
    return draw_look(Theme("sample", "Sample", colours, face, face, slide), language("de-DE"))


def text_boxes(pages: Pages) -> list[TextBox]:
    return [e for page in pages.pages for e in page.elements if isinstance(e, TextBox)]
