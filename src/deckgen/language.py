"""The languages decks speak: words, numbers and dates as readers expect them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import NamedTuple

from deckgen.content import Light, PartialDate, State, Trend

NO_BREAK_SPACE = "\u00a0"


class LayoutWords(NamedTuple):
    """The names of layouts and of their placeholders, as editors see them in PowerPoint."""

    title: str
    agenda: str
    content: str
    projects: str
    status: str
    cards: str
    columns: str
    conclusion: str
    closing: str
    subtitle: str
    meeting: str
    contact: str
    section: str
    credit: str
    footer: str
    page_number: str
    side: str
    card: str
    header: str
    column: str


class Words(NamedTuple):
    """What deckgen itself says on slides, in one language.

    Patterns are filled in with `str.format`; the keys they take stand in them.
    """

    agenda: str
    agenda_at: str
    overview: str
    conclusion: str
    thanks: str
    start: str
    projects: str
    as_of: str
    credit: str
    part: str
    states: dict[State, str]
    lights: dict[Light, str]
    trends: dict[Trend, str]
    overall_status: str
    phase: str
    field: str
    partners: str
    reason: str
    measure: str
    next_milestone: str
    last_milestone: str
    milestone: str
    planned: str
    expected: str
    reached: str
    duration: str
    since: str
    until: str
    money: str
    granted: str
    spent: str
    total: str
    own_share: str
    phase_passed: str
    phase_current: str
    phase_to_come: str
    slide_title: str
    slide_text: str
    layouts: LayoutWords


GERMAN = Words(
    agenda="Agenda",
    agenda_at="Agenda: {section}",
    overview="Überblick",
    conclusion="Zwischenfazit",
    thanks="Vielen Dank für Ihre Aufmerksamkeit!",
    start="Auftakt",
    projects="Die Projekte im Überblick",
    as_of="Stand {date}",
    credit="Quelle: {source}",
    part="Teil {number}",
    states={
        State.DONE: "erledigt",
        State.IN_PROGRESS: "in Arbeit",
        State.OPEN: "offen",
        State.BLOCKED: "blockiert",
    },
    lights={Light.GREEN: "Im Plan", Light.YELLOW: "Verzögert", Light.RED: "Kritisch"},
    trends={
        Trend.UP: "Tendenz steigend",
        Trend.STEADY: "Tendenz gleichbleibend",
        Trend.DOWN: "Tendenz fallend",
    },
    overall_status="Gesamtstatus",
    phase="Phase",
    field="Themenfeld",
    partners="Partner",
    reason="Grund",
    measure="Maßnahme",
    next_milestone="Nächster Meilenstein",
    last_milestone="Erreichter Meilenstein",
    milestone="Meilenstein",
    planned="geplant {date}",
    expected="erwartet {date}",
    reached="erreicht {date}",
    duration="Laufzeit",
    since="seit {date}",
    until="bis {date}",
    money="Mittel",
    granted="{amount} bewilligt",
    spent="{amount} ausgegeben",
    total="{amount} insgesamt",
    own_share="{amount} Eigenanteil",
    phase_passed="durchlaufen",
    phase_current="erreicht",
    phase_to_come="steht aus",
    slide_title="Titel",
    slide_text="Text",
    layouts=LayoutWords(
        title="Titelfolie",
        agenda="Agenda",
        content="Titel und Inhalt",
        projects="Projektliste",
        status="Projektstatus",
        cards="Kennzahlen",
        columns="Spalten",
        conclusion="Fazit",
        closing="Schlussfolie",
        subtitle="Untertitel",
        meeting="Sitzung",
        contact="Kontakt",
        section="Abschnitt",
        credit="Quelle",
        footer="Fußzeile",
        page_number="Foliennummer",
        side="Eckdaten",
        card="Kennzahl",
        header="Spaltentitel",
        column="Spalte",
    ),
)

ENGLISH = Words(
    agenda="Agenda",
    agenda_at="Agenda: {section}",
    overview="Overview",
    conclusion="Interim conclusion",
    thanks="Thank you for your attention",
    start="Opening",
    projects="The projects at a glance",
    as_of="As of {date}",
    credit="Source: {source}",
    part="Part {number}",
    states={
        State.DONE: "done",
        State.IN_PROGRESS: "in progress",
        State.OPEN: "open",
        State.BLOCKED: "blocked",
    },
    lights={Light.GREEN: "On track", Light.YELLOW: "Delayed", Light.RED: "Critical"},
    trends={
        Trend.UP: "getting better",
        Trend.STEADY: "steady",
        Trend.DOWN: "getting worse",
    },
    overall_status="Overall status",
    phase="Phase",
    field="Field",
    partners="Partners",
    reason="Reason",
    measure="Measure",
    next_milestone="Next milestone",
    last_milestone="Milestone reached",
    milestone="Milestone",
    planned="planned {date}",
    expected="expected {date}",
    reached="reached {date}",
    duration="Duration",
    since="from {date}",
    until="until {date}",
    money="Funding",
    granted="{amount} granted",
    spent="{amount} spent",
    total="{amount} in total",
    own_share="{amount} own share",
    phase_passed="passed",
    phase_current="reached",
    phase_to_come="to come",
    slide_title="Title",
    slide_text="Text",
    layouts=LayoutWords(
        title="Title slide",
        agenda="Agenda",
        content="Title and content",
        projects="List of projects",
        status="Project status",
        cards="Key figures",
        columns="columns",
        conclusion="Conclusion",
        closing="Closing slide",
        subtitle="Subtitle",
        meeting="Meeting",
        contact="Contact",
        section="Section",
        credit="Source",
        footer="Footer",
        page_number="Slide number",
        side="Key facts",
        card="Key figure",
        header="Column heading",
        column="Column",
    ),
)


class Language(NamedTuple):
    """One language: its tag, its words, and how it writes numbers and dates."""

    tag: str
    words: Words

    @property
    def is_german(self) -> bool:
        return self.tag.startswith("de")

    def number(self, value: Decimal) -> str:
        """`value` exactly, with the language's marks: 17,25 or 17.25.

        Thousands are grouped from five digits on, so that a year stays a year
        (DIN 5008 groups from four only where figures stand in columns).
        """
        from babel.numbers import format_decimal

        is_long = abs(value) >= 10_000
        pattern = "#,##0" if is_long else "0"
        exponent = value.as_tuple().exponent
        decimals = max(0, -exponent) if isinstance(exponent, int) else 0
        pattern += "." + "0" * decimals if decimals else ""
        return format_decimal(value, format=pattern, locale=self._locale)

    def amount(self, value: Decimal, currency: str) -> str:
        """Money exactly, with its symbol where the language puts it: 840.000 € or €840,000."""
        from babel.numbers import get_currency_symbol

        symbol = get_currency_symbol(currency, locale=self._locale)
        if self.is_german:
            return f"{self.number(value)}{NO_BREAK_SPACE}{symbol}"
        gap = "" if len(symbol) == 1 else NO_BREAK_SPACE
        return f"{symbol}{gap}{self.number(value)}"

    def date(self, day: dt.date) -> str:
        """`day` in figures: 26.11.2019."""
        return self._format(day, {"de": "dd.MM.yyyy", "en-GB": "dd/MM/yyyy", "en-US": "MM/dd/yyyy"})

    def long_date(self, day: dt.date) -> str:
        """`day` with the month's name: 26. November 2019."""
        return self._format(
            day, {"de": "d. MMMM yyyy", "en-GB": "d MMMM yyyy", "en-US": "MMMM d, yyyy"}
        )

    def partial_date(self, moment: PartialDate) -> str:
        """`moment` in figures, as exact as it is: 2019, 11/2019 or 26.11.2019."""
        if moment.month is None:
            return str(moment.year)
        if moment.day is None:
            return f"{moment.month:02}/{moment.year}"
        return self.date(dt.date(moment.year, moment.month, moment.day))

    @property
    def _locale(self) -> str:
        return self.tag.replace("-", "_")

    def _format(self, day: dt.date, patterns: dict[str, str]) -> str:
        from babel.dates import format_date

        pattern = patterns["de" if self.is_german else self.tag]
        return format_date(day, format=pattern, locale=self._locale)


_WORDS = {"de-DE": GERMAN, "en-GB": ENGLISH, "en-US": ENGLISH}

TAGS = tuple(_WORDS)
"""The tags that a report's `language` may be."""


def language(tag: str) -> Language:
    """The language called `tag`, one of `TAGS`; KeyError for others."""
    return Language(tag, _WORDS[tag])
