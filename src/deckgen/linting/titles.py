"""A title on every slide, each different (WCAG 2.1, 2.4.2): readers find slides by their titles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from deckgen.linting.finding import Finding
from deckgen.linting.sheet import Traces
from deckgen.problems import WarningCode, first_words

_TITLE = re.compile(rb'<p:ph type="(?:title|ctrTitle)"')
_WORDS = re.compile(b"<a:t>([^<]*)</a:t>")


def title_of(content: bytes) -> str:
    """The words in the title of a slide; empty where there is none."""
    found = _TITLE.search(content)
    if not found:
        return ""
    end = content.find(b"</p:sp>", found.end())
    words = b"".join(_WORDS.findall(content, found.end(), end))
    return " ".join(words.decode().split())


def titles(traces: Traces) -> Iterable[Finding]:
    """Slides without a title, or with that of another one."""
    slides = [(each.name, each.title) for each in traces.values() if each.title is not None]
    told = {title for _, title in slides}
    if len(told) == len(slides) and "" not in told:
        return ()
    return _wrong(sorted(slides, key=lambda each: (len(each[0]), each[0])))


def _wrong(slides: list[tuple[str, str]]) -> Iterator[Finding]:
    from html import unescape

    first: dict[str, str] = {}
    for name, title in slides:
        if not title:
            hint = "give it one in the outline, or by Slide Layout; it may stand outside the slide"
            yield Finding(WarningCode.NO_TITLE, name, "this slide has no title", hint)
        elif title in first:
            message = f"this slide has the title of {first[title]}: {first_words(unescape(title))}"
            yield Finding(WarningCode.SAME_TITLE, name, message, "say what is new on it")
        first.setdefault(title, name)
