"""All checks of a package, as its parts pass by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice

from deckgen.linting.alternatives import alternatives
from deckgen.linting.characters import forbidden, has_forbidden, is_sound
from deckgen.linting.finding import Finding
from deckgen.linting.languages import languages
from deckgen.linting.likeness import MOST as MOST_ALIKE
from deckgen.linting.likeness import likeness
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
    CUSTOM,
    NOTES,
    SLIDE,
    TREES,
    Sheet,
    Traces,
    is_xml,
    kind_of,
    trace_of,
)
from deckgen.linting.spelling import is_ours, respelled
from deckgen.linting.titles import title_of, titles
from deckgen.linting.vectors import vectors
from deckgen.packages.parts import Part

Check = Callable[[Sheet], Iterable[Finding]]


def _tables(sheet: Sheet) -> Iterable[Finding]:
    if b"<a:tbl>" not in sheet.content:
        return ()
    from deckgen.linting.tables import tables  # few decks have any

    return tables(sheet)


def _charts(sheet: Sheet) -> Iterable[Finding]:
    from deckgen.linting.chart_figures import chart_figures  # few decks have any
    from deckgen.linting.charts import charts

    return chain(charts(sheet), chart_figures(sheet))


def _custom_properties(sheet: Sheet) -> Iterable[Finding]:
    from deckgen.linting.custom_properties import custom_properties

    return custom_properties(sheet)


_ANY: tuple[Check, ...] = (references,)
_CHECKS: Mapping[str, tuple[Check, ...]] = {
    **dict.fromkeys(TREES, (references, shape_ids, vectors, _tables)),
    SLIDE: (references, shape_ids, languages, alternatives, vectors, _tables),
    NOTES: (references, shape_ids, languages, _tables),
    CHART: (references, _charts),
    CORE: (references, properties),
    CUSTOM: (references, _custom_properties),
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
        self._clean: set[tuple[object, ...]] = set()

    def look_at(self, part: Part) -> None:
        """Check a part by itself; of parts with one name the first is the one that counts."""
        if part.name in self._traces or self._is_full:
            return
        content = self._xml(part) if is_xml(part.content_type) else self._bytes(part)
        title = title_of(content) if content and kind_of(part.content_type) == SLIDE else None
        self._traces[part.name] = trace_of(part, content, title)

    def findings(self) -> tuple[Finding, ...]:
        """All that is wrong: with each part in turn, then with the whole; at most `MOST`."""
        of_all = (each for check in _OF_ALL for each in check(self._traces))
        return tuple(islice(chain(self._found, of_all), MOST))

    @property
    def _is_full(self) -> bool:
        return len(self._found) >= MOST

    def _bytes(self, part: Part) -> bytes:
        if part.content:
            self._found += pictures(part)
        return b""

    def _xml(self, part: Part) -> bytes:
        """A part in our spelling, if it is fit to be looked at; the checks of it are made."""
        if not part.content:
            return b""  # that it cannot be read was told where it was read
        content = part.content if is_ours(part.content) else _brought(part.content, part.name)
        sheet = Sheet(part.name, kind_of(part.content_type), content, part.relationships)
        is_fit, found = self._looked_at(sheet)
        self._found += found
        return content if is_fit else b""

    def _looked_at(self, sheet: Sheet) -> tuple[bool, Sequence[Finding]]:
        """Whether a part is fit to be looked at, and what is wrong with it."""
        is_tree = sheet.kind in TREES
        look = likeness(sheet) if is_tree else ()
        if look in self._clean and not has_forbidden(sheet.content):
            return True, ()
        if not is_sound(sheet.content, is_tree=is_tree):
            return False, tuple(forbidden(sheet.name, sheet.content)) or _torn(sheet.name)
        checks = _CHECKS.get(sheet.kind, _ANY)
        found = [each for check in checks for each in islice(check(sheet), MOST)]
        if is_tree and not found and len(self._clean) < MOST_ALIKE:
            self._clean.add(look)
        return True, found


def _torn(name: str) -> tuple[Finding]:
    return (Finding("broken-xml", name, "its tags do not match"),)
