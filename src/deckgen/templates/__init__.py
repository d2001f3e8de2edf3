"""A city's own .potx or .pptx as a look; hostile until it was looked at.

What it is made of, `packages` opens; what of it may be used, is decided here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckgen.packages.refusing import Finding, Refused
from deckgen.problems import InvalidInput, Problem, Source, SourceFile
from deckgen.templates.binding import bind
from deckgen.templates.lacking import lacking, unused_layouts
from deckgen.templates.preparing import Prepared, prepare
from deckgen.templates.roles import why
from deckgen.theme import OwnTemplate, Theme

__all__ = [
    "Prepared",
    "bind",
    "findings_in",
    "lacking",
    "prepared_template",
    "unused_layouts",
    "why",
]


def prepared_template(theme: Theme, template: OwnTemplate) -> Prepared:
    """What `template` brings to `theme`. Raises InvalidInput with everything wrong with it."""
    try:
        return prepare(theme, template)
    except Refused as refused:
        raise InvalidInput(_problems(refused.findings, template)) from None


def findings_in(prepared: Prepared) -> tuple[Problem, ...]:
    """What the designer of a template should look at: warnings."""
    template = prepared.theme.template
    return tuple(_problems(prepared.findings, template)) if template else ()


def _problems(findings: Iterable[Finding], template: OwnTemplate) -> Iterator[Problem]:
    file = Source(SourceFile(template.path))
    for each in dict.fromkeys(findings):
        yield Problem(each.code, each.message, template.sources.get(each.about, file), each.hint)
