"""How long it takes to break a thousand paragraphs of 85 characters into lines.

    python benchmarks/line_breaking.py

The metrics are loaded before. The paragraphs are of words never seen before; a layout then
tries them again and again.
"""

from __future__ import annotations

from random import Random
from statistics import median
from time import perf_counter

from deckgen.fonts import typeface
from deckgen.text import Piece, break_lines

LETTERS = "eeeeennnniiissrraatttdhuulcgmobwfkzpvjyxqäöüßABDEFGKMSVW"
PARAGRAPHS = 1000
CHARACTERS = 85
ROUNDS = 25


def paragraphs(random: Random) -> list[str]:
    """Paragraphs of random words of 2 to 14 letters."""
    return [
        " ".join("".join(random.choices(LETTERS, k=random.randint(2, 14))) for _ in range(20))[
            :CHARACTERS
        ]
        for _ in range(PARAGRAPHS)
    ]


def milliseconds(texts: list[str], width: float) -> float:
    """How long it takes to break all of `texts` at 18 points."""
    face = typeface("Calibri").regular
    start = perf_counter()
    for text in texts:
        break_lines([Piece(text, face, 18)], width)
    return (perf_counter() - start) * 1000


def main() -> None:
    random = Random(1)
    typeface("Calibri")
    for width in (300, 400, 860):
        new, again = [], []
        for _ in range(ROUNDS):
            texts = paragraphs(random)
            new.append(milliseconds(texts, width))
            again.append(milliseconds(texts, width))
        print(f"{width} points: {median(new):.1f} ms when new, {median(again):.1f} ms again")


if __name__ == "__main__":
    main()
