"""Words that are read from the right among others, as LibreOffice shows them."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from tests.office import needs_office, to_pdf
from tests.printed_lines import printed_paragraphs
from tests.project import write_deck, write_theme
from tests.random_words import GERMAN, RIGHT_TO_LEFT

from deckgen.building import build, typeset
from deckgen.looks import Looks

SIGNS = ("22.03.2016", "2018–2021", "17,25", "1.200.000", "100 %", "§ 44", "(12)", "-5")
FONTS = ("Arial", "Calibri", "Cambria", "Times New Roman")


@needs_office
@pytest.mark.parametrize("font", FONTS)
def test_no_text_with_words_from_the_right_takes_more_lines_than_measured(
    font: str, tmp_path: Path
):
    write_theme(tmp_path, "own", f"name: Own\nfonts: {{heading: {font}, body: {font}}}\n")
    write_deck(tmp_path, "own", yaml.safe_dump(_deck(Random(font)), allow_unicode=True))
    looks = Looks(tmp_path)
    path = build("own", root=tmp_path, looks=looks).path

    paragraphs = printed_paragraphs(typeset("own", looks).pages, to_pdf(path, tmp_path))

    found = [each for each in paragraphs if each.lines is not None and len(each.measured) > 1]
    assert len(found) > 100
    assert [each for each in found if each.lines and each.lines > len(each.measured)] == []


def _deck(random: Random) -> dict[str, Any]:
    slides = [
        {
            "kind": "columns",
            "title": f"Seite {number}",
            "columns": [
                {"items": [_text(random) for _ in range(4)]} for _ in range(random.choice((2, 3)))
            ],
        }
        for number in range(30)
    ]
    return {"title": "Alles", "theme": "own", "sections": [{"title": "Teil", "slides": slides}]}


def _text(random: Random) -> str:
    """Words, figures and a link, bold or not, and in most places a word from the right."""
    words = [random.choice(random.choice((GERMAN, RIGHT_TO_LEFT, SIGNS))) for _ in range(9)]
    words[random.choice((0, 0, 2))] = random.choice(RIGHT_TO_LEFT)
    linked = " ".join(random.choice((*GERMAN, *SIGNS)) for _ in range(random.randint(1, 6)))
    words[random.randrange(1, 9)] = f"[{linked}](https://example.org)"
    text = " ".join(words)
    return f"**{text}**" if random.random() < 0.3 else text
