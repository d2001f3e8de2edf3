"""What deckgen itself says on slides, in German and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from deckgen.changes import News, Sum
from deckgen.content import Light, State, Trend


class LayoutWords(NamedTuple):
    """The names of layouts and of their placeholders, as editors see them in PowerPoint."""

    title: str
    agenda: str
    content: str
    open: str
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


class NewsWords(NamedTuple):
    """What is said of what is new since the last report; `headings` stand over news of a sort."""

    mark: str
    title: str
    title_of_report: str
    nothing: str
    table: str
    sort: str
    subject: str
    in_sorts: tuple[str, str]
    report: str
    report_called: str
    today: str
    phases_over_time: str
    money_over_time: str
    headings: dict[News, str]
    before: str
    project_new: str
    project_dropped: str
    reached: str
    reopened: str
    moved: str
    later: str
    later_by_one: str
    sooner: str
    sooner_by_one: str
    not_given: str
    changed: str
    slide_new: str
    slide_gone: str
    slide_changed: str
    sums: dict[Sum, str]
    details: dict[str, str]


class Words(NamedTuple):
    """What deckgen itself says on slides, in one language.

    Patterns are filled in with `str.format`; the keys they take stand in them.
    """

    months: tuple[str, ...]
    agenda: str
    agenda_at: str
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
    rest: str
    plan: str
    actual: str
    forecast: str
    lower_bound: str
    upper_bound: str
    waterfall: str
    heatmap: str
    forecast_chart: str
    timeline: str
    without_dates: str
    begins_before: str
    ends_after: str
    quarter: str
    week: str
    planned_before: str
    picture: str
    bar_chart: str
    column_chart: str
    line_chart: str
    ring_chart: str
    figures: str
    in_unit: str
    figures_rounded: str
    no_figure: str
    and_more: str
    pipeline: str
    remark: str
    without_phase: str
    one_project: str
    count_of_projects: str
    budget: str
    remaining: str
    granted_money: str
    spent_money: str
    remaining_money: str
    sum: str
    spent_share: str
    spent_unknown: str
    granted_share: str
    below: str
    above: str
    without_money: str
    slide_title: str
    slide_text: str
    portfolio: str
    project: str
    trend: str
    trend_lead: str
    funding: str
    spending: str
    sum_of: str
    millions: str
    rounded: str
    table: str
    table_of_projects: str
    described_table: str
    in_rows: tuple[str, str]
    in_projects: tuple[str, str]
    in_columns: tuple[str, str]
    news: NewsWords
    layouts: LayoutWords

    def brief_trend(self, trend: Trend) -> str:
        """What a trend is called where a heading says that it is one."""
        return self.trends[trend].removeprefix(self.trend_lead)


GERMAN = Words(
    months=(
        *("Januar", "Februar", "März", "April", "Mai", "Juni"),
        *("Juli", "August", "September", "Oktober", "November", "Dezember"),
    ),
    agenda="Agenda",
    agenda_at="Agenda: {section}",
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
    rest="Noch verfügbar",
    plan="Plan",
    actual="Ist",
    forecast="Prognose",
    lower_bound="Prognose mindestens",
    upper_bound="Prognose höchstens",
    waterfall="Wasserfalldiagramm",
    heatmap="Bewertungsmatrix",
    forecast_chart="Liniendiagramm mit Prognose",
    timeline="Zeitplan {years}",
    without_dates="ohne Termine",
    begins_before="beginnt vor dem gezeigten Zeitraum",
    ends_after="endet nach dem gezeigten Zeitraum",
    quarter="Q{number}",
    week="KW\u00a0{number}",
    planned_before="zuvor geplant",
    picture="Bild",
    bar_chart="Balkendiagramm",
    column_chart="Säulendiagramm",
    line_chart="Liniendiagramm",
    ring_chart="Ringdiagramm",
    figures="Werte",
    in_unit="Angaben in {unit}",
    figures_rounded="Werte gerundet",
    no_figure="keine Angabe",
    pipeline="Projekte nach Phasen",
    remark="Anmerkung",
    without_phase="Ohne Phase: {names}",
    one_project="1 Projekt (siehe Notizen)",
    count_of_projects="{number} Projekte (siehe Notizen)",
    budget="Mittel der Projekte",
    remaining="{amount} verbleibend",
    granted_money="Bewilligt",
    spent_money="Ausgegeben",
    remaining_money="Verbleibend",
    sum="Summe",
    spent_share="{share} ausgegeben",
    spent_unknown="Ausgaben nicht angegeben",
    granted_share="Förderquote {share}",
    below="unter {share}",
    above="über {share}",
    without_money="Ohne Angaben zu bewilligten Mitteln: {names}",
    slide_title="Titel",
    slide_text="Text",
    portfolio="Alle Projekte auf einen Blick",
    project="Projekt",
    trend="Trend",
    trend_lead="Tendenz ",
    funding="Förderung",
    spending="Ausgaben",
    sum_of="{sum} ({currency})",
    millions="{number}\u00a0Mio.",
    rounded="Beträge gerundet",
    table="Tabelle",
    table_of_projects="Projekttabelle",
    described_table="Tabelle mit {rows} und {columns}",
    in_rows=("einer Zeile", "{count} Zeilen"),
    in_projects=("einem Projekt", "{count} Projekten"),
    in_columns=("einer Spalte", "{count} Spalten"),
    and_more="… und {count} weitere",
    news=NewsWords(
        mark="NEU",
        title="Was ist neu?",
        title_of_report="Was ist neu seit dem {number}. {report}?",
        report="Bericht",
        report_called="{number}. Bericht",
        today="Heute",
        phases_over_time="Projekte nach Phasen im Verlauf",
        money_over_time="Mittel im Verlauf",
        nothing="Seitdem hat sich nichts geändert.",
        table="Neuigkeiten",
        sort="Art der Änderung",
        subject="Projekt oder Thema",
        in_sorts=("einer Zeile", "{count} Zeilen"),
        headings={
            News.PROJECT_NEW: "Neues Projekt",
            News.PROJECT_DROPPED: "Entfallenes Projekt",
            News.PHASE: "Phase",
            News.LIGHT: "Gesamtstatus",
            News.TREND: "Tendenz",
            News.REACHED: "Erreicht",
            News.MOVED: "Verschoben",
            News.MONEY: "Mittel",
            News.DONE: "Erledigt",
            News.STATE: "Stand",
            News.NEW: "Neu",
            News.FIGURE: "Kennzahl",
            News.DETAIL: "Geändert",
            News.REWORDED: "Anders formuliert",
            News.GONE: "Entfallen",
        },
        before="bisher: {before}",
        project_new="neu im Bericht",
        project_dropped="nicht mehr im Bericht",
        reached="{milestone}: erreicht am {date}",
        reopened="{milestone}: doch noch nicht erreicht, erwartet {date}",
        moved="{milestone}: {date}, {days}",
        later="{days} Tage später",
        later_by_one="einen Tag später",
        sooner="{days} Tage früher",
        sooner_by_one="einen Tag früher",
        not_given="keine Angabe",
        changed="{key} geändert",
        slide_new="neue Folie",
        slide_gone="Folie entfallen",
        slide_changed="Folie geändert",
        sums={
            Sum.TOTAL: "Gesamtkosten",
            Sum.GRANTED: "Bewilligte Mittel",
            Sum.OWN_SHARE: "Eigenanteil",
            Sum.SPENT: "Ausgaben",
        },
        details={
            "title": "Titel",
            "short_title": "Kurztitel",
            "subtitle": "Untertitel",
            "field": "Themenfeld",
            "reason": "Grund",
            "measure": "Maßnahme",
            "start": "Beginn",
            "end": "Ende",
            "partners": "Partner",
            "notes": "Notizen",
            "phase": "In der Phase seit",
            "number": "Nummer des Berichts",
            "organisation": "Organisation",
            "author": "Verfasser",
            "date": "Datum",
            "as_of": "Stand",
            "language": "Sprache",
            "theme": "Erscheinungsbild",
            "phases": "Phasen",
            "agenda": "Agenda",
            "closing": "Schlussfolie",
            "marks": "Markierungen",
            "body": "Gremium",
            "agenda_item": "Tagesordnungspunkt",
            "paper": "Drucksache",
            "sections": "Abschnitte",
        },
    ),
    layouts=LayoutWords(
        title="Titelfolie",
        agenda="Agenda",
        content="Titel und Inhalt",
        open="Nur Titel",
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
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    agenda="Agenda",
    agenda_at="Agenda: {section}",
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
    rest="Still available",
    plan="Plan",
    actual="Actual",
    forecast="Forecast",
    lower_bound="Forecast, at least",
    upper_bound="Forecast, at most",
    waterfall="Waterfall chart",
    heatmap="Rating matrix",
    forecast_chart="Line chart with a forecast",
    timeline="Timeline {years}",
    without_dates="no dates yet",
    begins_before="begins before the time shown",
    ends_after="ends after the time shown",
    quarter="Q{number}",
    week="Wk\u00a0{number}",
    planned_before="planned before",
    picture="Picture",
    bar_chart="Bar chart",
    column_chart="Column chart",
    line_chart="Line chart",
    ring_chart="Doughnut chart",
    figures="Figures",
    in_unit="In {unit}",
    figures_rounded="Figures rounded",
    no_figure="no figure",
    pipeline="Projects by phase",
    remark="Remark",
    without_phase="Without a phase: {names}",
    one_project="1 project (see the notes)",
    count_of_projects="{number} projects (see the notes)",
    budget="Funding of the projects",
    remaining="{amount} remaining",
    granted_money="Granted",
    spent_money="Spent",
    remaining_money="Remaining",
    sum="Total",
    spent_share="{share} spent",
    spent_unknown="spending not given",
    granted_share="funding rate {share}",
    below="under {share}",
    above="over {share}",
    without_money="Granted amount not given: {names}",
    slide_title="Title",
    slide_text="Text",
    portfolio="All projects in one table",
    project="Project",
    trend="Trend",
    trend_lead="",
    funding="Funding",
    spending="Spent",
    sum_of="{sum} ({currency})",
    millions="{number}m",
    rounded="Amounts rounded",
    table="Table",
    table_of_projects="Table of projects",
    described_table="Table with {rows} and {columns}",
    in_rows=("one row", "{count} rows"),
    in_projects=("one project", "{count} projects"),
    in_columns=("one column", "{count} columns"),
    and_more="… and {count} more",
    news=NewsWords(
        mark="NEW",
        title="What is new?",
        title_of_report="What is new since {report} {number}?",
        report="report",
        report_called="Report {number}",
        today="Today",
        phases_over_time="Projects by phase, report by report",
        money_over_time="Money, report by report",
        nothing="Nothing has changed since then.",
        table="News",
        sort="Kind of change",
        subject="Project or topic",
        in_sorts=("one row", "{count} rows"),
        headings={
            News.PROJECT_NEW: "New project",
            News.PROJECT_DROPPED: "Dropped project",
            News.PHASE: "Phase",
            News.LIGHT: "Overall status",
            News.TREND: "Trend",
            News.REACHED: "Reached",
            News.MOVED: "Moved",
            News.MONEY: "Funding",
            News.DONE: "Done",
            News.STATE: "State",
            News.NEW: "New",
            News.FIGURE: "Key figure",
            News.DETAIL: "Changed",
            News.REWORDED: "Reworded",
            News.GONE: "Gone",
        },
        before="was: {before}",
        project_new="new in the report",
        project_dropped="no longer in the report",
        reached="{milestone}: reached on {date}",
        reopened="{milestone}: not reached after all, expected {date}",
        moved="{milestone}: {date}, {days}",
        later="{days} days later",
        later_by_one="one day later",
        sooner="{days} days sooner",
        sooner_by_one="one day sooner",
        not_given="not given",
        changed="{key} changed",
        slide_new="new slide",
        slide_gone="slide gone",
        slide_changed="slide changed",
        sums={
            Sum.TOTAL: "Total cost",
            Sum.GRANTED: "Granted",
            Sum.OWN_SHARE: "Own share",
            Sum.SPENT: "Spent",
        },
        details={
            "title": "Title",
            "short_title": "Short title",
            "subtitle": "Subtitle",
            "field": "Field",
            "reason": "Reason",
            "measure": "Measure",
            "start": "Start",
            "end": "End",
            "partners": "Partners",
            "notes": "Notes",
            "phase": "In the phase since",
            "number": "Number of the report",
            "organisation": "Organisation",
            "author": "Author",
            "date": "Date",
            "as_of": "As of",
            "language": "Language",
            "theme": "Theme",
            "phases": "Phases",
            "agenda": "Agenda",
            "closing": "Closing slide",
            "marks": "Marks",
            "body": "Body",
            "agenda_item": "Agenda item",
            "paper": "Paper",
            "sections": "Sections",
        },
    ),
    layouts=LayoutWords(
        title="Title slide",
        agenda="Agenda",
        content="Title and content",
        open="Title only",
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

LABELS = (
    *("agenda", "agenda_at", "projects", "conclusion", "thanks", "as_of", "source", "part"),
    *(state.value for state in State if state is not State.DONE),
    *(light.value for light in Light),
    *(trend.value for trend in Trend),
    *("status", "phase", "field", "partners", "reason", "measure"),
    *("next_milestone", "last_milestone", "planned", "reached", "duration", "since", "until"),
    *("money", "total", "granted", "own_share", "spent"),
    *("portfolio", "project", "trend", "funding", "spending", "sum", "rounded"),
    *("timeline", "to_come", "planned_before", "without_dates"),
    *("pipeline", "without_phase", "one_project", "count_of_projects"),
    *("budget", "spent_money", "remaining_money", "remaining"),
    *("spent_share", "spent_unknown", "granted_share", "without_money"),
    *("in_unit", "figures_rounded", "no_figure"),
    *("rest", "plan", "actual", "forecast"),
    *("new_mark", "before", "news", "news_since", "no_news", "news_sort", "news_subject"),
    *(f"news_{news.value}" for news in News if news not in (News.REWORDED, News.GONE)),
    *("phases_over_time", "money_over_time", "granted_money", "report_called"),
)
"""The words that readers see on slides, as a theme names them when it has words of its own.

That something is done is told by a checkmark alone.
"""

_CALLED = {"source": "credit", "status": "overall_status", "to_come": "phase_to_come"}
_OF_NEWS = {
    "new_mark": "mark",
    "before": "before",
    "news": "title",
    "news_since": "title_of_report",
    "no_news": "nothing",
    "news_sort": "sort",
    "news_subject": "subject",
    "phases_over_time": "phases_over_time",
    "money_over_time": "money_over_time",
    "report_called": "report_called",
}
_HEADINGS = {f"news_{news.value}": news for news in News}
_CHOICES: dict[str, tuple[str, State | Light | Trend]] = {
    **{state.value: ("states", state) for state in State},
    **{light.value: ("lights", light) for light in Light},
    **{trend.value: ("trends", trend) for trend in Trend},
}


def label(words: Words, name: str) -> str:
    """What `words` have for one of `LABELS`."""
    if name in _CHOICES:
        field, choice = _CHOICES[name]
        return str(getattr(words, field)[choice])
    if name in _HEADINGS:
        return words.news.headings[_HEADINGS[name]]
    if name in _OF_NEWS:
        return str(getattr(words.news, _OF_NEWS[name]))
    return str(getattr(words, _CALLED.get(name, name)))


def relabelled(words: Words, labels: Mapping[str, str]) -> Words:
    """The same words with `labels` in place of some, by the names of `LABELS`."""
    changed: dict[str, Any] = {}
    own: dict[str, Any] = {"headings": words.news.headings}
    for name, text in labels.items():
        if name in _CHOICES:
            field, choice = _CHOICES[name]
            changed[field] = {**changed.get(field, getattr(words, field)), choice: text}
        elif name in _HEADINGS:
            own["headings"] = {**own["headings"], _HEADINGS[name]: text}
        elif name in _OF_NEWS:
            own[_OF_NEWS[name]] = text
        else:
            changed[_CALLED.get(name, name)] = text
    return words._replace(**changed, news=words.news._replace(**own))
