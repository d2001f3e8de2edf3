"""The decks that are timed: a title, an agenda, and slides with a title and four bullets.

Every sentence is German, 50 to 85 letters long and said once in a deck. Its nouns are
compounds, as in real reports: a small deck has few words twice, a large one many.
The same content is written for deckgen (YAML, slides of the kind `text`), for the
scripts of peers (JSON) and for pandoc (Markdown).

    python -m benchmarks.decks FOLDER SLIDES...
"""

from __future__ import annotations

import json
import sys
from functools import cache
from itertools import product
from pathlib import Path
from random import Random
from typing import NamedTuple

BULLETS = 4
MANY, SLIDES_OF_MANY = 400, 20
SECTIONS = 6
SHORTEST, LONGEST = 50, 85

TITLE = "Digitale Modellregionen"
FOOTER = "Modellregionen · Stand 11/2019"
COMPOUNDS = (
    "Bürger Verkehrs Schul Energie Gesundheits Kultur Umwelt Sport Bildungs Jugend Senioren Bau "
    "Wohnungs Wirtschafts Personal Haushalts Daten Vertrags Archiv Antrags Melde Termin Gewerbe "
    "Abfall Wasser Straßen Park Fahrrad Museums Bibliotheks Steuer Pflege Ausländer Notfall"
)
THINGS = (
    "Das portal, Das konzept, Das verfahren, Das register, Das netz, Das projekt, Das budget, "
    "Der dienst, Der plan, Der ausweis, Der auftrag, Der bericht, Der assistent, Der beirat, "
    "Die plattform, Die akte, Die karte, Die app, Die datenbank, Die beratung, Die planung"
)
NEWS = (
    "liegt dem Ausschuss zur Entscheidung vor",
    "ist mit den Kreisen und Gemeinden abgestimmt",
    "geht nach der Sommerpause in die Erprobung",
    "wird von den Ämtern bereits täglich genutzt",
    "braucht noch die Zustimmung des Personalrats",
    "hat die Bewilligung des Landes erhalten",
    "verzögert sich um mindestens zwei Monate",
    "ist ausgeschrieben, drei Angebote sind eingegangen",
    "kostet im ersten Jahr rund 45.000 Euro weniger",
    "steht ab Januar allen Schulen der Region offen",
    "wird gemeinsam mit der Hochschule ausgewertet",
    "soll bis zum Jahresende barrierefrei werden",
)
PLACES = (
    "in Bielefeld",
    "in Gütersloh",
    "in Paderborn",
    "in Herford",
    "im Kreis Lippe",
    "im Kreis Höxter",
    "in Minden-Lübbecke",
    "in Detmold",
)


class Slide(NamedTuple):
    """A slide as all tools are given it."""

    title: str
    bullets: list[str]


class Content(NamedTuple):
    """A deck as all tools are given it."""

    sections: list[str]
    slides: list[Slide]

    def by_section(self) -> list[tuple[str, list[Slide]]]:
        """The sections with their slides, as many in each as in the others."""
        size = -(-len(self.slides) // len(self.sections))
        starts = range(0, len(self.slides), size)
        return [
            (section, self.slides[start : start + size])
            for section, start in zip(self.sections, starts, strict=False)
        ]


def content(slides: int, seed: int = 1) -> Content:
    """As many slides of content; the same for the same `seed`."""
    sentences = iter(Random(seed).sample(_sentences(), slides * BULLETS))
    return Content(
        [f"Handlungsfeld {number}" for number in range(1, SECTIONS + 1)],
        [
            Slide(f"Sachstand {number}", [next(sentences) for _ in range(BULLETS)])
            for number in range(1, slides + 1)
        ],
    )


@cache
def _sentences() -> list[str]:
    """All sentences of the right length: about fifty thousand."""
    said = (
        _sentence(*each) for each in product(COMPOUNDS.split(), THINGS.split(", "), NEWS, PLACES)
    )
    return [each for each in said if SHORTEST <= len(each) <= LONGEST]


def _sentence(compound: str, thing: str, news: str, place: str) -> str:
    article, noun = thing.split()
    verb, rest = news.split(" ", 1)
    return f"{article} {compound}{noun} {place} {verb} {rest}"


def write_for_deckgen(folder: Path, content: Content, *, with_extras: bool = False) -> None:
    """Write `folder`/deck.yaml; `with_extras`: speaker notes and a link on every slide."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "deck.yaml").write_text(_yaml(content, with_extras=with_extras), "utf-8")


def _yaml(content: Content, *, with_extras: bool) -> str:
    lines = [f"title: {TITLE}", "short_title: Modellregionen", "as_of: 2019-11", "closing: false"]
    lines.append("sections:")
    for section, slides in content.by_section():
        lines += [f"  - title: {section}", "    slides:"]
        for slide in slides:
            lines += _yaml_slide(_with_link(slide) if with_extras else slide)
            if with_extras:
                lines.append(
                    f"        notes: Auf Nachfrage zu {slide.title} auf die Vorlage verweisen."
                )
    return "\n".join(lines) + "\n"


def _yaml_slide(slide: Slide) -> list[str]:
    head = ["      - kind: text", f"        title: {slide.title}", "        items:"]
    return head + [f"          - {bullet}" for bullet in slide.bullets]


def _with_link(slide: Slide) -> Slide:
    number = slide.title.split()[-1]
    first, *others = slide.bullets
    article, noun, rest = first.split(" ", 2)
    return Slide(slide.title, [f"{article} [{noun}](https://example.org/{number}) {rest}", *others])


def write_for_scripts(path: Path, content: Content) -> None:
    """Write JSON: title, footer, the agenda's lines, and the slides."""
    path.write_text(
        json.dumps(
            {
                "title": TITLE,
                "footer": FOOTER,
                "agenda": [section for section, _ in content.by_section()],
                "slides": [slide._asdict() for slide in content.slides],
            },
            ensure_ascii=False,
        ),
        "utf-8",
    )


def write_for_pandoc(path: Path, content: Content) -> None:
    """Write Markdown: each heading of level 1 begins a slide."""
    agenda = Slide("Agenda", [section for section, _ in content.by_section()])
    slides = [
        "\n".join([f"# {slide.title}", "", *(f"- {bullet}" for bullet in slide.bullets), ""])
        for slide in (agenda, *content.slides)
    ]
    path.write_text(f"% {TITLE}\n\n" + "\n".join(slides), "utf-8")


def write_all(folder: Path, sizes: list[int]) -> None:
    """Write decks of these sizes below `folder`, for every tool."""
    for slides in sizes:
        deck = content(slides)
        write_for_deckgen(folder / "content" / f"slides-{slides}", deck)
        write_for_deckgen(folder / "content" / f"linked-{slides}", deck, with_extras=True)
        write_for_scripts(folder / f"slides-{slides}.json", deck)
        write_for_pandoc(folder / f"slides-{slides}.md", deck)


def write_many(folder: Path) -> None:
    """Write 400 decks of 20 slides below `folder`, for deckgen and for scripts."""
    for number in range(1, MANY + 1):
        deck = content(SLIDES_OF_MANY, seed=number)
        write_for_deckgen(folder / "content" / f"deck-{number:03}", deck)
        write_for_scripts(folder / f"deck-{number:03}.json", deck)


if __name__ == "__main__":
    write_all(Path(sys.argv[1]), [int(slides) for slides in sys.argv[2:]])
    write_many(Path(sys.argv[1]) / "many")
