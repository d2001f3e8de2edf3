"""What all slides of a deck are planned with."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.changes import Changes, Since
from deckgen.content import Report, Text
from deckgen.language import Language
from deckgen.named import NamedTuple
from deckgen.standing import Standing


class Setting(NamedTuple):
    """The report, the language it is told in, and what was told before: see `plan`."""

    report: Report
    language: Language
    since: Since | None
    series: Sequence[Standing]

    @property
    def marked(self) -> Changes | None:
        """What is marked as new, if anything is."""
        return self.since.changes if self.since and self.report.has_marks else None

    @property
    def as_of(self) -> str | None:
        """The day, month or year of the report, in words."""
        moment = self.report.as_of
        return self.language.partial_date(moment) if moment else None

    def text(self, words: str) -> Text:
        """Words of deckgen's own, which nobody wrote in the report's files."""
        return Text.of(words, self.report.source)
