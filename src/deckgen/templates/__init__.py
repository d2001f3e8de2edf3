"""A city's own .potx or .pptx as a look; hostile until it was looked at."""

from __future__ import annotations

from deckgen.packages.refusing import Refused
from deckgen.problems import InvalidInput, Problem, Source, SourceFile
from deckgen.templates.binding import bind
from deckgen.templates.preparing import Prepared, prepare
from deckgen.templates.roles import why
from deckgen.theme import OwnTemplate, Theme

__all__ = ["Prepared", "bind", "prepared_template", "why"]


def prepared_template(theme: Theme, template: OwnTemplate) -> Prepared:
    """What `template` brings to `theme`. Raises InvalidInput with everything wrong with it."""
    try:
        return prepare(theme, template)
    except Refused as refused:
        file = Source(SourceFile(template.path))
        raise InvalidInput(
            Problem(each.code, each.message, template.sources.get(each.about, file), each.hint)
            for each in dict.fromkeys(refused.findings)
        ) from None
