"""All checks of a package, as its parts pass by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import chain, islice

from deckgen.linting.alternatives import alternatives
from deckgen.linting.characters import forbidden, text_of
from deckgen.linting.finding import Finding
from deckgen.linting.languages import languages
from deckgen.linting.pictures import pictures
from deckgen.linting.presentation import presentation
from deckgen.linting.properties import properties
from deckgen.linting.references import references
from deckgen.linting.relationships import relationships
from deckgen.linting.sections import sections
from deckgen.linting.shapes import shape_ids
from deckgen.linting.sheet import (
    CHART,
    CORE,
    NOTES,
    SLIDE,
    TREES,
    Sheet,
    Traces,
    is_xml,
    kind_of,
    sheet_of,
    trace_of,
)
from deckgen.linting.spelling import is_ours, respelled
from deckgen.linting.titles import title_of, titles
from deckgen.packages.parts import Part

Check = Callable[[Sheet], Iterable[Finding]]


def _tables(sheet: Sheet) -> Iterable[Finding]:
    if "GraphicFrame" not in sheet.shapes:
        return ()
    from deckgen.linting.tables import tables  # few decks have any

    return tables(sheet)


def _charts(sheet: Sheet) -> Iterable[Finding]:
    from deckgen.linting.charts import charts  # few decks have any

    return charts(sheet)


_ANY: tuple[Check, ...] = (references,)
_CHECKS: Mapping[str, tuple[Check, ...]] = {
    **dict.fromkeys(TREES, (references, shape_ids)),
    SLIDE: (references, shape_ids, languages, alternatives, _tables),
    NOTES: (references, shape_ids, languages),
    CHART: (references, _charts),
    CORE: (references, properties),
}
"""The checks of a part by its kind; those of parts of all other kinds are `_ANY`."""

_OF_ALL: tuple[Callable[[Traces], Iterable[Finding]], ...] = (
    relationships,
    presentation,
    sections,
    titles,
)


# A run of many decks has few templates, whose parts are the same for all of them.
_brought = lru_cache(maxsize=64)(respelled)

MOST = 1000
"""So many findings are told: who mends these has the file looked at again."""


class Linter:
    """Looks at parts one by one, keeps of each what the whole has to know, and forgets the rest."""

    def __init__(self) -> None:
        self._found: list[Finding] = []
        self._traces: Traces = {}

    def look_at(self, part: Part) -> None:
        """Check a part by itself; of parts with one name the first is the one that counts."""
        if part.name in self._traces or self._is_full:
            return
        text = self._text(part) if is_xml(part.content_type) else self._bytes(part)
        title = title_of(text) if text and kind_of(part.content_type) == SLIDE else None
        self._traces[part.name] = trace_of(part, text, title)

    def findings(self) -> tuple[Finding, ...]:
        """All that is wrong: with each part in turn, then with the whole; at most `MOST`."""
        of_all = (each for check in _OF_ALL for each in check(self._traces))
        return tuple(islice(chain(self._found, of_all), MOST))

    @property
    def _is_full(self) -> bool:
        return len(self._found) >= MOST

    def _bytes(self, part: Part) -> str:
        if part.content:
            self._found += pictures(part)
        return ""

    def _text(self, part: Part) -> str:
        """The text of a part that was found fit to be looked at; the checks of it are made."""
        if not part.content:
            return ""  # that it cannot be read was told where it was read
        content = part.content if is_ours(part.content) else _brought(part.content, part.name)
        text = text_of(content, is_tree=kind_of(part.content_type) in TREES)
        if not text:
            found = tuple(forbidden(part.name, content))
            self._found += found or [Finding("broken-xml", part.name, "its tags do not match")]
            return ""
        sheet = sheet_of(part, text)
        for check in _CHECKS.get(sheet.kind, _ANY):
            self._found += islice(check(sheet), MOST)
        return text
