"""All checks of a package, as its parts pass by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import chain, islice

from deckgen.linting.alternatives import alternatives
from deckgen.linting.characters import forbidden, has_forbidden, is_balanced, is_sound
from deckgen.linting.finding import Finding
from deckgen.linting.languages import languages
from deckgen.linting.likeness import LARGEST, MOST_KEPT, likeness
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
    LAYOUT,
    MASTER,
    NOTES,
    SLIDE,
    THEME,
    TREES,
    Sheet,
    Trace,
    Traces,
    is_xml,
    kind_of,
    trace_of,
)
from deckgen.linting.spelling import is_ours, respelled
from deckgen.linting.titles import title_of, titles
from deckgen.linting.vectors import vectors
from deckgen.named import NamedTuple
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


MOST = 1000
"""So many findings are told: who mends these has the file looked at again."""

_OF_LOOKS = frozenset({LAYOUT, MASTER, THEME})
_LARGEST_KEPT = 0xFFFF


class Linter:
    """Looks at parts one by one, keeps of each what the whole has to know, and forgets the rest."""

    def __init__(self) -> None:
        self._found: list[Finding] = []
        self._traces: Traces = {}

    def look_at(self, part: Part) -> None:
        """Check a part by itself; of parts with one name the first is the one that counts."""
        if part.name in self._traces or len(self._found) >= MOST:
            return
        is_kept = kind_of(part.content_type) in _OF_LOOKS and len(part.content) <= _LARGEST_KEPT
        self._traces[part.name], found = (_kept if is_kept else _looked_at)(part)
        self._found += found

    def findings(self) -> tuple[Finding, ...]:
        """All that is wrong: with each part in turn, then with the whole; at most `MOST`."""
        of_all = (each for check in _OF_ALL for each in check(self._traces))
        return tuple(islice(chain(self._found, of_all), MOST))


class _Seen(NamedTuple):
    """What is kept of a part, and what is wrong with it by itself."""

    trace: Trace
    findings: tuple[Finding, ...]


def _looked_at(part: Part) -> _Seen:
    if not is_xml(part.content_type):
        return _Seen(trace_of(part, b"", None), tuple(pictures(part)) if part.content else ())
    if not part.content:  # that it cannot be read was told where it was read
        return _Seen(trace_of(part, b"", None), ())
    content = part.content if is_ours(part.content) else _brought(part.content, part.name)
    sheet = Sheet(part.name, kind_of(part.content_type), content, part.relationships)
    is_fit, found = _checked(sheet)
    return _Seen(_trace(part, content if is_fit else b""), found)


# A run of many decks has few looks and templates, whose parts are the same for all of them: their
# looks take 8 MB at the very most.
_kept = lru_cache(maxsize=128)(_looked_at)
_brought = lru_cache(maxsize=64)(respelled)


def _trace(part: Part, content: bytes) -> Trace:
    is_told = content and kind_of(part.content_type) == SLIDE
    return trace_of(part, content, title_of(content) if is_told else None)


def _checked(sheet: Sheet) -> tuple[bool, tuple[Finding, ...]]:
    """Whether a part is fit to be looked at, and what is wrong with it."""
    is_tree = sheet.kind in TREES
    is_kept = is_tree and len(sheet.content) <= LARGEST
    if is_kept and _is_clean(likeness(sheet)) and not has_forbidden(sheet.content):
        return True, ()
    if not is_sound(sheet.content, is_tree=is_tree):
        return False, tuple(forbidden(sheet.name, sheet.content)) or _torn(sheet.name)
    return True, tuple(_findings(sheet))


@lru_cache(maxsize=MOST_KEPT)
def _is_clean(alike: Sheet) -> bool:
    """Whether nothing is wrong with the slides that are like this one, but for their characters."""
    return is_balanced(alike.content) and not list(_findings(alike))


def _findings(sheet: Sheet) -> Iterable[Finding]:
    checks = _CHECKS.get(sheet.kind, _ANY)
    return (each for check in checks for each in islice(check(sheet), MOST))


def _torn(name: str) -> tuple[Finding]:
    return (Finding("broken-xml", name, "its tags do not match"),)
