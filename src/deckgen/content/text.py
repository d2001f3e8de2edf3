"""Texts, and dates that are as exact as their authors were."""

from __future__ import annotations

from deckgen.named import NamedTuple
from deckgen.problems import Source


class Span(NamedTuple):
    """A stretch of text in one style; `link` is a web or mail address."""

    text: str
    is_bold: bool = False
    is_italic: bool = False
    link: str | None = None


class Text(NamedTuple):
    """A sentence as written: its styled spans, and where it stands."""

    spans: tuple[Span, ...]
    source: Source

    @property
    def plain(self) -> str:
        """The words without their styles."""
        spans = self.spans
        return spans[0].text if len(spans) == 1 else "".join([span.text for span in spans])

    @staticmethod
    def of(words: str, source: Source) -> Text:
        """An unstyled text."""
        return Text((Span(words),), source)


class PartialDate(NamedTuple):
    """A year, a month of it, or a day: as exact as the author was."""

    year: int
    month: int | None = None
    day: int | None = None
