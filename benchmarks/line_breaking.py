"""How long it takes to break a thousand paragraphs of 85 characters into lines.

    python benchmarks/line_breaking.py

The metrics are loaded before. No paragraph was seen before; their words are those of a few
reports, which come again and again, or words never seen either. A layout then tries the same
paragraphs again and again.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from statistics import median
from time import perf_counter

from deckgen.fonts import typeface
from deckgen.text import break_lines
from deckgen.unbroken import Piece

LETTERS = "eeeeennnniiissrraatttdhuulcgmobwfkzpvjyxqäöüßABDEFGKMSVW"
VOCABULARY = 4000
HYPHENATED = 0.01
PARAGRAPHS = 1000
CHARACTERS = 85
ROUNDS = 25


def word(random: Random) -> str:
    """A word of 2 to 14 letters, some with a hyphen, some with a mark at the end."""
    letters = "".join(random.choices(LETTERS, k=random.randint(2, 14)))
    if random.random() < HYPHENATED:
        letters = f"{letters}-{word(random)}"
    return letters + random.choice([""] * 8 + [",", "."])


def known_words(random: Random) -> Callable[[], str]:
    """Finds words of a vocabulary, the first ones far more often than the last, as in reports."""
    vocabulary = [word(random) for _ in range(VOCABULARY)]
    weights = [1 / rank for rank in range(1, VOCABULARY + 1)]
    supply = iter(lambda: random.choices(vocabulary, weights, k=PARAGRAPHS), None)
    words = (word for some in supply for word in some)
    return lambda: next(words)


def paragraph(next_word: Callable[[], str]) -> str:
    """Words of 85 characters together, on average."""
    words = [next_word()]
    while len(" ".join(words)) < CHARACTERS - 4:
        words.append(next_word())
    return " ".join(words)


def paragraphs(next_word: Callable[[], str]) -> list[str]:
    """As many paragraphs of these words as are timed."""
    return [paragraph(next_word) for _ in range(PARAGRAPHS)]


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
    kinds = {"known words": known_words(random), "new words": lambda: word(random)}
    for kind, next_word in kinds.items():
        milliseconds(paragraphs(next_word), 350)
        for width in (300, 400, 860):
            new, again = [], []
            for _ in range(ROUNDS):
                texts = paragraphs(next_word)
                new.append(milliseconds(texts, width))
                again.append(milliseconds(texts, width))
            print(f"{kind}, {width} points: {median(new):.1f} ms, {median(again):.1f} ms again")


if __name__ == "__main__":
    main()
