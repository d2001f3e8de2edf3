"""The presentation part: its order, and its lists of masters, slides and layouts.

ECMA-376-1, 19.2.1: CT_Presentation, ST_SlideId, ST_SlideMasterId, ST_SlideLayoutId. PowerPoint
repairs other files (jgm/pandoc 8068 and 9139, gitbrent/PptxGenJS 1443).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from deckgen.linting.finding import Finding
from deckgen.linting.numbers import is_in
from deckgen.linting.sheet import (
    HANDOUT_MASTER,
    LAYOUT,
    MASTER,
    NOTES_MASTER,
    PRESENTATION,
    SLIDE,
    Trace,
    Traces,
)

_ORDER = (
    "sldMasterIdLst",
    "notesMasterIdLst",
    "handoutMasterIdLst",
    "sldIdLst",
    "sldSz",
    "notesSz",
    "defaultTextStyle",
    "extLst",
)
_ENTRY = r'<p:\w+(?: id="([^"]*)")?[^>]*? r:id="([^"]*)"'
_SLIDES = range(256, 2**31)
_MASTERS = range(2**31, 2**32)
_NOUNS = {
    SLIDE: "slide",
    MASTER: "master",
    LAYOUT: "layout",
    **dict.fromkeys((NOTES_MASTER, HANDOUT_MASTER), "master"),
}
_LISTED = {
    SLIDE: "sldId",
    MASTER: "sldMasterId",
    LAYOUT: "sldLayoutId",
    **{kind: f"{kind}Id" for kind in (NOTES_MASTER, HANDOUT_MASTER)},
}


def presentation(traces: Traces) -> Iterator[Finding]:
    """What is wrong with the presentation and with the lists of its masters."""
    main = next((each for each in traces.values() if each.kind == PRESENTATION), None)
    if main is None:
        return
    yield from _order(main)
    yield from _missing_lists(main, traces)
    yield from _slides(main)
    yield from _listed(main, (SLIDE, MASTER, NOTES_MASTER, HANDOUT_MASTER))
    yield from _unlisted(main, (SLIDE, MASTER))
    masters = [each for each in traces.values() if each.kind == MASTER]
    for master in masters:
        yield from _listed(master, (LAYOUT,))
        yield from _unlisted(master, (LAYOUT,))
    yield from _numbers((main, *masters))


def _order(main: Trace) -> Iterator[Finding]:
    places = [(main.text.rfind(f"<p:{tag}"), tag) for tag in _ORDER]
    there = [(place, tag) for place, tag in places if place >= 0]
    for (place, tag), (following, other) in pairwise(there):
        if place > following:
            yield Finding("wrong-order", main.name, f"`{other}` stands before `{tag}`")


def _missing_lists(main: Trace, traces: Traces) -> Iterator[Finding]:
    """Masters of notes and handouts that the presentation does not list."""
    kinds = {each.kind for each in traces.values()}
    for kind in (NOTES_MASTER, HANDOUT_MASTER):
        if kind in kinds and f"<p:{kind}Id " not in main.text:
            yield Finding("unlisted-master", main.name, f"there is a {kind}, but no {kind}IdLst")


def _entries(trace: Trace, tag: str) -> list[tuple[str, str]]:
    """The ids and references of a list's entries."""
    listed = trace.text.partition(f"<p:{tag}Lst>")[2].partition(f"</p:{tag}Lst>")[0]
    return re.findall(_ENTRY, listed)


def _slides(main: Trace) -> Iterator[Finding]:
    entries = _entries(main, _LISTED[SLIDE])
    for id_, count in Counter(id_ for id_, _ in entries).items():
        if count > 1:
            yield Finding("doubled-slide", main.name, f"two slides have the id {id_}")
        if not is_in(id_, _SLIDES):
            yield Finding(
                "bad-slide-id", main.name, f"{id_[:20] or 'nothing'} is no id for a slide"
            )


def _listed(trace: Trace, kinds: tuple[str, ...]) -> Iterator[Finding]:
    """Entries of lists that lead to parts of another kind, and parts that are listed twice."""
    own = {each.id: each for each in trace.relationships}
    for kind in kinds:
        references = [own[each] for _, each in _entries(trace, _LISTED[kind]) if each in own]
        for target, count in Counter(each.target for each in references).items():
            if count > 1:
                message = f"`{target}` is listed {count} times"
                yield Finding(f"doubled-{_NOUNS[kind]}", trace.name, message)
        for each in references:
            if each.word != kind:
                message = f"`{each.target}` is in a list of the kind {kind}, but is none"
                yield Finding("wrong-entry", trace.name, message)


def _unlisted(trace: Trace, kinds: tuple[str, ...]) -> Iterator[Finding]:
    """Parts that `trace` refers to as one of its own, but does not list."""
    for kind in kinds:
        listed = {reference for _, reference in _entries(trace, _LISTED[kind])}
        for each in trace.relationships:
            if each.kind.endswith(f"/{kind}") and each.id not in listed:
                message = f"`{each.target}` is not in the list of its kind"
                yield Finding(f"unlisted-{_NOUNS[kind]}", trace.name, message)


def _numbers(traces: tuple[Trace, ...]) -> Iterator[Finding]:
    """Masters and layouts of all masters share one row of numbers."""
    seen: dict[str, str] = {}
    for trace in traces:
        for tag in (_LISTED[MASTER], _LISTED[LAYOUT]):
            for id_, _ in _entries(trace, tag):
                if id_ and not is_in(id_, _MASTERS):
                    message = f"{id_[:20]} is no id for a master or layout"
                    yield Finding("bad-master-id", trace.name, message)
                if id_ and id_ in seen:
                    message = f"the id {id_} is that of a master or layout in `{seen[id_]}`, too"
                    yield Finding("doubled-master-id", trace.name, message)
                seen[id_] = trace.name
