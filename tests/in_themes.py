"""Decks built in themes, for tests that look at their pages and their files."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from tests.made_templates import MAKES, packed
from tests.project import write_theme

from deckgen.building import build, typeset
from deckgen.freshness import Options
from deckgen.looks import Looks
from deckgen.page import Pages


class InTheme(NamedTuple):
    """A deck in a theme: its pages before pictures were drawn, and its file."""

    theme: str
    pages: Pages
    looks: Looks
    path: Path


def in_theme(deck: str, theme: str, looks: Looks, output: Path) -> InTheme:
    """`deck` in `theme`, written to `<output>/<theme>-<deck>.pptx`."""
    pages = typeset(deck, looks, Options(theme=theme)).pages
    built = build(deck, root=looks.root, output=output, theme=theme, looks=looks)
    return InTheme(theme, pages, looks, built.path.rename(output / f"{theme}-{deck}.pptx"))


def write_make(root: Path, make: str) -> None:
    """Write a theme on a template of this make, and called so, in the project `root`."""
    theme = write_theme(root, make, "template: vorlage.potx\n")
    theme.with_name("vorlage.potx").write_bytes(packed(MAKES[make]()))
