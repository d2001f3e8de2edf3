"""What deckgen has words for."""

from __future__ import annotations

from deckgen.changes import News, Sum
from deckgen.content import Light, State, Trend
from deckgen.named import NamedTuple


class LayoutWords(NamedTuple):
    """The names of layouts and of what stands on them, as editors see them in PowerPoint."""

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
    footer_rule: str
    accent_bar: str
    ground: str


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
    rule: str
    edge: str
    key: str
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
