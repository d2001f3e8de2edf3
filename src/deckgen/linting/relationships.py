"""What parts refer to: parts that are there, of their kind, those they need (ECMA-376-1, 13.3).

PowerPoint refuses a slide without a layout and a master without a theme, and repairs masters that
share one (singerla/pptx-automizer 186, scanny/python-pptx 396).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from deckgen.linting.finding import Finding
from deckgen.linting.sheet import (
    CHART,
    CORE,
    CUSTOM,
    HANDOUT_MASTER,
    LAYOUT,
    MASTER,
    NOTES,
    NOTES_MASTER,
    PRESENTATION,
    SLIDE,
    THEME,
    WORKBOOK,
    Trace,
    Traces,
)

_MASTERS = frozenset({MASTER, NOTES_MASTER, HANDOUT_MASTER})
_NEEDS = {
    "": ("officeDocument",),
    SLIDE: (LAYOUT,),
    LAYOUT: (MASTER,),
    MASTER: (THEME,),
    NOTES: (NOTES_MASTER, SLIDE),
    NOTES_MASTER: (THEME,),
    HANDOUT_MASTER: (THEME,),
}
"""What a part of a kind refers to exactly once, by the last words of the relationships' types."""

_ONCE = {
    "": (CORE, "extended-properties", CUSTOM),
    PRESENTATION: (NOTES_MASTER, HANDOUT_MASTER),
    SLIDE: (NOTES,),
    CHART: ("package",),
}
"""What it refers to once at most."""

_KINDS = {
    **{kind: kind for kind in (SLIDE, LAYOUT, MASTER, NOTES, NOTES_MASTER, HANDOUT_MASTER)},
    **{kind: kind for kind in (THEME, CHART, CORE, "presProps", "viewProps", "tableStyles")},
    "officeDocument": PRESENTATION,
    **{kind: kind for kind in ("extended-properties", CUSTOM)},
}
"""The kind of part that a relationship leads to."""

_EXCEL = "application/vnd.ms-excel.sheet"
_WORKBOOKS = {WORKBOOK, f"{_EXCEL}.macroEnabled.12", f"{_EXCEL}.binary.macroEnabled.12"}

_OWNERS = {THEME: _MASTERS, LAYOUT: frozenset({MASTER}), NOTES: frozenset({SLIDE})}
"""Parts that belong to one part only, and the kinds that these are of."""


def relationships(traces: Traces) -> Iterator[Finding]:
    """All that is wrong with what parts refer to."""
    for trace in traces.values():
        if _is_strange(trace, traces):
            yield from _own(trace)
            yield from _leading(trace, traces)
    yield from _shared(traces)
    yield from _unreached(traces)
    yield from _unlisted(traces)


def _is_strange(trace: Trace, traces: Traces) -> bool:
    """Whether anything is wrong with what a part refers to; it is asked of every part."""
    words = []
    for word, target in trace.leads:
        words.append(word)
        if target not in traces or not _fits(trace.kind, word, traces[target]):
            return True
    for word in _NEEDS.get(trace.kind, ()):
        if words.count(word) != 1:
            return True
    for word in _ONCE.get(trace.kind, ()):
        if words.count(word) > 1:
            return True
    return len({each.id for each in trace.relationships}) < len(trace.relationships)


def _own(trace: Trace) -> Iterator[Finding]:
    for id_, count in Counter(each.id for each in trace.relationships).items():
        if count > 1:
            message = f"{count} relationships have the id `{id_}`"
            yield Finding("doubled-relationship", trace.name, message)
    for word in _NEEDS.get(trace.kind, ()):
        count = len(trace.targets(word))
        if count != 1:
            message = f"it refers to {count or 'no'} parts of the kind {word}, but needs one"
            yield Finding("missing-relationship", trace.name, message)
    for word in _ONCE.get(trace.kind, ()):
        if (count := len(trace.targets(word))) > 1:
            message = f"it refers to {count} parts of the kind {word}, but may have one"
            yield Finding("doubled-relationship", trace.name, message)


def _leading(trace: Trace, traces: Traces) -> Iterator[Finding]:
    for word, target in trace.leads:
        if not target or target not in traces:
            message = f"it refers to `{target}` ({word}), which is not there"
            yield Finding("missing-part", trace.name, message)
        elif not _fits(trace.kind, word, traces[target]):
            told = traces[target].content_type
            message = f"`{trace.name}` takes it for a part of the kind {word}, but it is `{told}`"
            yield Finding("wrong-content-type", target, message)


def _fits(source: str, word: str, target: Trace) -> bool:
    """Whether a part is of the kind that a relationship to it tells, from a part of a kind."""
    if word == "image":
        return target.content_type.startswith("image/")
    if source == CHART and word == "package":
        return target.content_type in _WORKBOOKS
    return target.kind == _KINDS.get(word, target.kind) and target.name != ""


def _shared(traces: Traces) -> Iterator[Finding]:
    """Parts that two parts have which must have their own."""
    owners: dict[str, str] = {}
    for trace in traces.values():
        for word, target in trace.leads:
            if trace.kind not in _OWNERS.get(word, ()):
                continue
            if owners.setdefault(target, trace.name) != trace.name:
                message = f"it shares `{target}` with `{owners[target]}`"
                yield Finding("shared-part", trace.name, message)


def _unreached(traces: Traces) -> Iterator[Finding]:
    """Parts to which no way leads from the package."""
    reached, ahead = {""}, [""]
    while ahead:
        trace = traces.get(ahead.pop())
        for _, target in trace.leads if trace else ():
            if target not in reached:
                reached.add(target)
                ahead.append(target)
    for name in traces:
        if name not in reached:
            yield Finding("unreferenced-part", name, "nothing leads to this part")


def _unlisted(traces: Traces) -> Iterator[Finding]:
    """Layouts whose master does not know them."""
    for name, trace in traces.items():
        if trace.kind == LAYOUT:
            for master in trace.targets(MASTER):
                if master in traces and name not in traces[master].targets(LAYOUT):
                    message = f"its master `{master}` does not list this layout"
                    yield Finding("unlisted-layout", name, message)
