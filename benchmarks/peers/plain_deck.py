"""As many slides by python-pptx alone: a title, four bullets, a footer and a number."""

from __future__ import annotations

import sys

from pptx import Presentation
from pptx.util import Pt

BULLETS = (
    "Antrag für das Serviceportal bewilligt",
    "Ausschreibung der Leistungen vorbereitet",
    "Abstimmung mit den Kreisen läuft",
    "Start der Umsetzung im nächsten Quartal",
)


def main(count: int, path: str) -> None:
    """Write `count` slides to `path`."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(960), Pt(540)
    for number in range(1, count + 1):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = f"Status der Projekte, Teil {number}"
        body = slide.placeholders[1].text_frame
        body.text = BULLETS[0]
        for words in BULLETS[1:]:
            body.add_paragraph().text = words
        for left, words in ((48, "Digitale Modellregionen · Stand 11/2019"), (880, str(number))):
            footer = slide.shapes.add_textbox(Pt(left), Pt(505), Pt(400), Pt(20))
            footer.text_frame.text = words
    deck.save(path)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
