"""Report → deck: which slides tell it, with which titles, in which order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from deckgen.changes import Since
from deckgen.content import Report
from deckgen.deck import Deck
from deckgen.language import language
from deckgen.page import Properties
from deckgen.planning.sections import deck_sections
from deckgen.planning.setting import Setting
from deckgen.planning.shown import shown_sections
from deckgen.planning.titles import with_distinct_titles
from deckgen.standing import Standing


def plan(
    report: Report,
    *,
    include_internal: bool = False,
    since: Since | None = None,
    series: Sequence[Standing] = (),
    labels: Mapping[str, str] = MappingProxyType({}),
) -> Deck:
    """The deck that tells `report`; internal topics only where they are asked for.

    `since` is an earlier report and what is new; without one, slides of news are left out.
    `series` are the reports so far and this one; with fewer than two of them, trends are.
    `labels` are a theme's own words in place of those of the language.
    """
    setting = Setting(report, language(report.language).with_labels(labels), since, series)
    shown = shown_sections(setting, include_internal=include_internal)
    sections = deck_sections(setting, shown)
    return Deck(
        properties=_properties(report),
        language=setting.language,
        short_title=report.short_title or report.title,
        as_of=setting.as_of,
        sections=with_distinct_titles(sections),
    )


def _properties(report: Report) -> Properties:
    """What the file will say of itself."""
    return Properties(
        title=report.title.plain,
        language=report.language,
        subject=report.subtitle.plain if report.subtitle else None,
        author=report.author.plain if report.author else None,
        organisation=report.organisation.plain if report.organisation else None,
        date=report.date,
    )
