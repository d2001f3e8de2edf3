"""Small projects on disk, for tests that start from files."""

from __future__ import annotations

from pathlib import Path

DECK = """\
title: Bericht an den Rat
language: de-DE
sections:
  - title: Stand
    slides:
      - kind: text
        title: Lage
        items: [Alles im Plan]
"""

WRONG_DECK = f"{DECK}subtite: Sachstand\n"
"""A deck with one mistake: a misspelt key in line 9."""


def write_deck(root: Path, name: str, text: str = DECK) -> Path:
    """Write content/<name>/deck.yaml in the project `root`, and give its path."""
    return write(root / "content" / name / "deck.yaml", text)


def write_theme(root: Path, name: str, text: str) -> Path:
    """Write themes/<name>/theme.yaml in the project `root`, and give its path."""
    return write(root / "themes" / name / "theme.yaml", text)


def write(path: Path, text: str) -> Path:
    """Write a file, with the folders it needs, and give its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
