"""Words that a theme may have of its own, and what it calls them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deckgen.changes import News
from deckgen.content import Light, State, Trend
from deckgen.words.vocabulary import Words

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
