"""Writes the tables of advance widths that come with the package.

    python scripts/make_metrics.py [FOLDER WITH FONTS]

The Office fonts may not be passed on, but open fonts were drawn to be as wide: Liberation,
Carlito and Caladea (Debian's fonts-liberation, fonts-crosextra-carlito and
fonts-crosextra-caladea). Only widths are taken over. The same fonts give the same bytes.

Caladea is as wide as Cambria in its version of 2013 only. The one of 2020, which Debian has,
is narrower: by 2 to 4 % in sentences, up to 9 % in words, and by more in single letters and
figures. Its table is widened so that no word of Cambria is wider than it says.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from math import ceil
from pathlib import Path
from string import digits

from fontTools.ttLib import TTFont

from deckgen.fonts import FACES, TYPEFACES, is_drawn_without_advance, metrics_file, read_font

FONTS = Path("/usr/share/fonts/truetype")
METRICS = Path(__file__).parents[1] / "src" / "deckgen" / "metrics"
TWINS = {
    "Arial": "liberation*/LiberationSans",
    "Calibri": "crosextra/Carlito",
    "Cambria": "crosextra/Caladea",
    "Times New Roman": "liberation*/LiberationSerif",
}
WIDENED = {"Cambria": 1.09}
SUFFIXES = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bold_italic": "BoldItalic"}


def font_file(name: str, face: str, fonts: Path = FONTS) -> Path:
    """The open font that is as wide as this face; the newest where there are several."""
    pattern = f"{TWINS[name]}-{SUFFIXES[face]}.ttf"
    found = list(fonts.glob(pattern))
    if not found:
        raise FileNotFoundError(f"no {pattern} under {fonts}")
    return max(found, key=_revision)


def metrics(name: str, face: str, font: Path) -> str:
    """The table of one face, as JSON: for each width the characters that have it."""
    table = read_font(font.read_bytes())
    advances = _widened(table.advances, WIDENED[name]) if name in WIDENED else table.advances
    characters: dict[int, list[str]] = {}
    for char, units in sorted(advances.items()):
        if _is_measured(char):
            characters.setdefault(units, []).append(char)
    lines = (f'    "{units}": "{_spelled(chars)}"' for units, chars in sorted(characters.items()))
    return "\n".join(
        [
            "{",
            f'  "typeface": {json.dumps(name)},',
            f'  "face": {json.dumps(face)},',
            f'  "source": {json.dumps(_source(font))},',
            f'  "widened": {WIDENED.get(name, 1)},',
            f'  "units_per_em": {table.units_per_em},',
            '  "characters": {',
            ",\n".join(lines),
            "  }\n}\n",
        ]
    )


def _widened(advances: dict[str, int], factor: float) -> dict[str, int]:
    """Widths times `factor`, all figures as wide as the widest one."""
    figure = max(advances[figure] for figure in digits)
    return {
        char: ceil((figure if char in digits else units) * factor)
        for char, units in advances.items()
    }


def _is_measured(char: str) -> bool:
    """Private characters mean something else in every font; control characters have no width."""
    is_private = "\ue000" <= char <= "\uf8ff"
    return char >= " " and not is_private and not is_drawn_without_advance(char)


def _spelled(chars: list[str]) -> str:
    """Latin, Greek and Cyrillic as they are; what is unseen or turns a line around, escaped."""
    return "".join(
        char if char.isalnum() and char < "\u0530" else json.dumps(char)[1:-1] for char in chars
    )


def _source(font: Path) -> str:
    with TTFont(font) as opened:
        names = opened["name"]
        return f"{names.getDebugName(4)}, {names.getDebugName(5).split(';')[0]}"


def _revision(font: Path) -> float:
    with TTFont(font) as opened:
        return float(opened["head"].fontRevision)


def _tables(fonts: Path) -> Iterator[tuple[str, str]]:
    for name in TYPEFACES:
        for face in FACES:
            yield metrics_file(name, face), metrics(name, face, font_file(name, face, fonts))


def main(fonts: Path = FONTS) -> None:
    for file, table in _tables(fonts):
        (METRICS / file).write_text(table, encoding="utf-8", newline="\n")
        print(METRICS.name, file, len(table), sep="\t")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
