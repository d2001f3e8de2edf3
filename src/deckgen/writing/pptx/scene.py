"""What the shapes and words of one part depend on beside themselves."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from deckgen.named import NamedTuple
from deckgen.writing.pptx.inks import BUILT_IN, Inks
from deckgen.writing.pptx.media import Media
from deckgen.writing.pptx.package import References


class Target(NamedTuple):
    """A slide that links may jump to: the name of its part, and its title."""

    part: str
    title: str


class Scene(NamedTuple):
    """The part that shapes are drawn for.

    `language` is the tag of its words, `number` that of its slide, from 1, and
    `targets` are the deck's slides by the ids of their pages. A master or layout
    `is_template`. `references` grow as shapes are drawn, all of them in the same `inks`.
    `charts` are the parts of its charts by the ids of their shapes.
    """

    language: str
    media: Media
    references: References
    targets: Mapping[str, Target] = MappingProxyType({})
    number: int = 0
    is_template: bool = False
    inks: Inks = BUILT_IN
    charts: Mapping[int, str] = MappingProxyType({})
