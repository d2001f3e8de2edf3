"""Decks by python-pptx as its documentation shows: python plain_deck.py FOLDER CONTENT.json..."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.util import Pt


def main(folder: Path, contents: list[Path]) -> None:
    """Write a deck to `folder` for each of `contents`."""
    folder.mkdir(exist_ok=True)
    for path in contents:
        write_deck(json.loads(path.read_text("utf-8")), folder / f"{path.stem}.pptx")


def write_deck(content: Any, path: Path) -> None:
    """Write a title, an agenda, and slides with bullets, a footer and a number."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(960), Pt(540)
    cover = deck.slides.add_slide(deck.slide_layouts[0])
    cover.shapes.title.text = content["title"]
    add_bullets(deck, "Agenda", content["agenda"])
    for number, each in enumerate(content["slides"], start=1):
        slide = add_bullets(deck, each["title"], each["bullets"])
        for left, words in ((48, content["footer"]), (880, str(number))):
            footer = slide.shapes.add_textbox(Pt(left), Pt(505), Pt(400), Pt(20))
            footer.text_frame.text = words
    deck.save(str(path))


def add_bullets(deck: Any, title: str, bullets: list[str]) -> Any:
    """Add a slide with a title and a list."""
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = title
    frame = slide.placeholders[1].text_frame
    frame.text = bullets[0]
    for words in bullets[1:]:
        frame.add_paragraph().text = words
    return slide


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(path) for path in sys.argv[2:]])
