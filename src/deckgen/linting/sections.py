"""Sections of the slide sorter: each slide is in exactly one ([MS-PPTX], 2.2.14, sectionLst)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from deckgen.linting.finding import Finding
from deckgen.linting.sheet import PRESENTATION, Trace, Traces
from deckgen.problems import WarningCode

MOST_WITHOUT = 12
"""So many slides are found without sections."""

_ELSEWHERE = r'(?i)<p:ext uri="(?!\{521415D9-36F7-43E2-AB2F-B90AF26B5E84\}")[^"]*"><p14:sectionLst'
_SECTION = "<p14:section ([^>]*)>"
_ATTRIBUTE = '(id|name)="([^"]*)"'
_SLIDE = '<p:sldId id="([^"]*)"'
_ENTRY = '<p14:sldId id="([^"]*)"'


def sections(traces: Traces) -> Iterator[Finding]:
    """What is wrong with the sections of the presentation."""
    main = next((each for each in traces.values() if each.kind == PRESENTATION), None)
    if main is None:
        return
    slides = re.findall(_SLIDE, main.text)
    if "<p14:sectionLst" in main.text:
        if re.search(_ELSEWHERE, main.text):
            message = "the sections stand under another uri, where no program finds them"
            yield Finding("bad-section", main.name, message)
        yield from _identities(main)
        yield from _members(main, slides)
    elif len(slides) > MOST_WITHOUT:
        message = f"{len(slides)} slides are in no sections"
        hint = "give parts of the deck a name: Home, Section"
        yield Finding(WarningCode.NO_SECTIONS, main.name, message, hint)


def _identities(main: Trace) -> Iterator[Finding]:
    told = [
        dict(re.findall(_ATTRIBUTE, attributes)) for attributes in re.findall(_SECTION, main.text)
    ]
    for id_, count in Counter(each.get("id", "").upper() for each in told).items():
        if count > 1:
            yield Finding("doubled-section", main.name, f"{count} sections have the id {id_}")
    if any(not each.get("name", "").strip() for each in told):
        message = "a section has no name"
        yield Finding(WarningCode.NO_SECTIONS, main.name, message, "rename it in the outline")


def _members(main: Trace, slides: list[str]) -> Iterator[Finding]:
    members = Counter(re.findall(_ENTRY, main.text))
    for id_, count in members.items():
        if count > 1:
            message = f"slide {id_} is in sections {count} times"
            yield Finding("bad-section", main.name, message)
    known = set(slides)
    for id_ in sorted(members.keys() - known):
        yield Finding("bad-section", main.name, f"a section lists slide {id_}, which is not there")
    for id_ in sorted(known - members.keys()):
        yield Finding("bad-section", main.name, f"slide {id_} is in no section")
