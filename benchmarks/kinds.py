"""Decks of tables, charts and pictures, a slide each, with figures and names that differ.

python -m benchmarks.kinds FOLDER SLIDES...
"""

from __future__ import annotations

import struct
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from benchmarks.decks import COMPOUNDS, PLACES, TITLE

ROWS, COLUMNS = 8, 5
CATEGORIES, SERIES = 8, 3
FORMS = ("bar", "column", "line")
WIDE_ROWS, WIDE_COLUMNS = 60, 12
PROJECTS = 40
_WIDTH, _HEIGHT = 2400, 100


def write_kinds(folder: Path, slides: int) -> None:
    """Write a deck of so many slides of each kind below `folder`, called by its kind and number."""
    for kind, topic in SLIDES_OF_KINDS.items():
        deck = folder / "content" / f"{kind}-{slides}"
        deck.mkdir(parents=True, exist_ok=True)
        text = _head() + "".join(topic(number, Random(number), deck) for number in range(slides))
        (deck / "deck.yaml").write_text(text, "utf-8")


def write_wide_table(folder: Path) -> None:
    """Write the deck `wide-table`: one table of 60 rows and 12 columns."""
    deck = folder / "content" / "wide-table"
    deck.mkdir(parents=True, exist_ok=True)
    table = _table(1, Random(1), WIDE_ROWS, WIDE_COLUMNS)
    (deck / "deck.yaml").write_text(_head() + table, "utf-8")


def write_portfolio(folder: Path) -> None:
    """Write the deck `portfolio`: 40 projects with all that a portfolio tells of them."""
    deck = folder / "content" / "portfolio"
    (deck / "projects").mkdir(parents=True, exist_ok=True)
    random = Random(1)
    for number in range(PROJECTS):
        path = deck / "projects" / f"p{number}.yaml"
        path.write_text(_project(number, random), "utf-8")
    names = ", ".join(f"p{number}" for number in range(PROJECTS))
    aspects = "phase, light, trend, funding, spent, milestone, field, partners, duration"
    head = f"phases: [{{id: idea, label: Idee}}, {{id: run, label: Umsetzung}}]\n{_head()}"
    slide = f"      - kind: portfolio\n        title: Alle\n        columns: [{aspects}]\n"
    text = f"projects: [{names}]\n{head}{slide}        projects: [{names}]\n"
    (deck / "deck.yaml").write_text(text, "utf-8")


def _head() -> str:
    return f"title: {TITLE}\nclosing: false\nsections:\n  - title: Zahlen\n    slides:\n"


def _project(number: int, random: Random) -> str:
    granted, phase = random.randrange(10_000, 900_000), random.choice(("idea", "run"))
    return (
        f"title: {_name(random)} {number}\nfield: {random.choice(COMPOUNDS.split())}\n"
        f"partners: [Stadtwerke, {random.choice(PLACES)}]\nphase: {phase}\n"
        f"light: green\ntrend: up\nstart: 2019-0{number % 9 + 1}-01\nend: 2021-03-31\n"
        f"milestones: [{{title: Freigabe, planned: 2020-0{number % 9 + 1}-15}}]\n"
        f"budget: {{granted: {granted}, spent: {granted // 3}}}\n"
    )


def _table_slide(number: int, random: Random, _: Path) -> str:
    return _table(number, random, ROWS, COLUMNS)


def _table(number: int, random: Random, rows: int, columns: int) -> str:
    """The first column has names, every other one texts, the rest figures."""
    header = ", ".join(["Ort", *(f"Spalte {column}" for column in range(1, columns))])
    lines = [f"      - kind: table\n        title: Tabelle {number}\n        header: [{header}]"]
    lines.append("        rows:")
    for _ in range(rows):
        cells = [
            str(random.randrange(10, 99_999)) if column % 2 else _name(random)
            for column in range(columns)
        ]
        lines.append(f"          - [{', '.join(cells)}]")
    return "\n".join(lines) + "\n"


def _chart_slide(number: int, random: Random, _: Path) -> str:
    towns = [random.choice(PLACES).split()[-1] for _ in range(CATEGORIES)]
    names = ", ".join(f"{town} {random.randrange(100)}" for town in towns)
    series = [
        f"          - {{name: Reihe {index}, values: [{', '.join(_figures(random))}]}}"
        for index in range(1, SERIES + 1)
    ]
    return (
        f"      - kind: chart\n        title: Diagramm {number}\n"
        f"        type: {FORMS[number % len(FORMS)]}\n        categories: [{names}]\n"
        "        series:\n" + "\n".join(series) + "\n"
    )


def _figures(random: Random) -> Iterator[str]:
    return (f"{random.randrange(10, 99_999) / 10}" for _ in range(CATEGORIES))


def _picture_slide(number: int, random: Random, deck: Path) -> str:
    (deck / "images").mkdir(exist_ok=True)
    (deck / "images" / f"{number}.png").write_bytes(_png(random))
    return _picture(number, f"images/{number}.png")


def _same_picture_slide(number: int, _: Random, deck: Path) -> str:
    if number == 0:
        _picture_slide(number, Random(1), deck)
    return _picture(number, "images/0.png")


def _picture(number: int, file: str) -> str:
    return (
        f"      - kind: picture\n        title: Bild {number}\n        file: {file}\n"
        f"        alt: Karte Nummer {number}\n"
    )


def _png(random: Random) -> bytes:
    """Noise in black and white, about 30 kB."""
    rows = b"".join(b"\0" + random.randbytes(_WIDTH // 8) for _ in range(_HEIGHT))
    head = struct.pack(">2L5B", _WIDTH, _HEIGHT, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">L", len(content))
        + kind
        + content
        + struct.pack(">L", zlib.crc32(kind + content))
        for kind, content in chunks
    )


def _name(random: Random) -> str:
    return f"{random.choice(COMPOUNDS.split())}netz {random.choice(PLACES)}"


SLIDES_OF_KINDS: dict[str, Callable[[int, Random, Path], str]] = {
    "tables": _table_slide,
    "charts": _chart_slide,
    "pictures": _picture_slide,
    "same-picture": _same_picture_slide,
}
"""The text of a slide of each kind, by its number; what it needs is written into its folder."""


def main() -> None:
    """Write the decks that are asked for."""
    folder, sizes = Path(sys.argv[1]), [int(slides) for slides in sys.argv[2:]]
    for slides in sizes:
        write_kinds(folder, slides)
    write_wide_table(folder)
    write_portfolio(folder)


if __name__ == "__main__":
    main()
