"""Writes the tables of advance widths that come with the package.

    python scripts/make_metrics.py [FOLDER WITH FONTS]

The Office fonts may not be passed on, but open fonts were drawn to be as wide: Liberation,
Carlito and Caladea (Debian's fonts-liberation, fonts-crosextra-carlito and
fonts-crosextra-caladea). Only widths are taken over. The same fonts give the same bytes.

LibreOffice shows texts in these open fonts and kerns them and joins letters. So a table also says
how much wider or narrower two characters are side by side: wider ones all, since a line must not
come out too long; narrower ones where they are common.

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
from string import digits, printable
from typing import Any

from fontTools.ttLib import TTFont

from deckgen.faces import is_drawn_without_advance
from deckgen.font_files import read_font
from deckgen.fonts import FACES, TYPEFACES, metrics_file

FONTS = Path("/usr/share/fonts/truetype")
METRICS = Path(__file__).parents[1] / "src" / "deckgen" / "metrics"
TWINS = {
    "Arial": "liberation*/LiberationSans",
    "Calibri": "crosextra/Carlito",
    "Cambria": "crosextra/Caladea",
    "Times New Roman": "liberation*/LiberationSerif",
}
WIDENED = {"Cambria": 1.09}
COMMON = frozenset(
    printable.strip() + "ÄÖÜäöüßÀÂÇÉÈàáâçéèêëíîïñóôõøúåąćęłńśźżčšžğışěřů„“”‚‘’–—…«»›‹§€°²"
)
KERNED = COMMON | set(map(chr, [*range(0xC0, 0x180), *range(0x386, 0x3CF), *range(0x400, 0x460)]))
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
    measured = {char: units for char, units in advances.items() if _is_measured(char)}
    pairs = {} if name in WIDENED else _pairs(font, table.advances)
    return "\n".join(
        [
            "{",
            f'  "typeface": {json.dumps(name)},',
            f'  "face": {json.dumps(face)},',
            f'  "source": {json.dumps(_source(font))},',
            f'  "widened": {WIDENED.get(name, 1)},',
            f'  "units_per_em": {table.units_per_em},',
            f'  "characters": {{{_grouped(measured)}}},',
            f'  "pairs": {{{_grouped(pairs)}}}',
            "}\n",
        ]
    )


def _grouped(units: dict[str, int]) -> str:
    """Characters, or pairs of them, by their units: the members of a JSON object."""
    groups: dict[int, list[str]] = {}
    for chars, number in sorted(units.items()):
        groups.setdefault(number, []).extend(chars)
    lines = [f'    "{number}": "{_spelled(chars)}"' for number, chars in sorted(groups.items())]
    return "\n" + ",\n".join(lines) + "\n  " if lines else ""


def _pairs(path: Path, advances: dict[str, int]) -> dict[str, int]:
    """By how many units two characters are wider side by side than apart."""
    with TTFont(path) as font:
        chars: dict[str, list[str]] = {}
        for code, glyph in font.getBestCmap().items():
            if chr(code) in KERNED and chr(code) in advances:
                chars.setdefault(glyph, []).append(chr(code))
        ligatures = _ligatures(font)
        # Letters that are joined to others are kerned otherwise then, so nothing is counted on.
        joined = {char for left, _ in ligatures for char in chars.get(left, ())}
        units = _kerning(font, set(chars)) | ligatures
        return {
            one + other: number
            for (left, right), number in units.items()
            for one in chars.get(left, ())
            for other in chars.get(right, ())
            if number > 0
            or (number < 0 and _is_sure(one + other) and joined.isdisjoint(one + other))
        }


def _is_sure(pair: str) -> bool:
    """Whether a common pair is kerned in every text, also in one without letters."""
    return COMMON.issuperset(pair) and any(map(str.isalpha, pair))


def _kerning(font: TTFont, glyphs: set[str]) -> dict[tuple[str, str], int]:
    """The kerning of pairs of glyphs, after the OpenType table GPOS."""
    kerning: dict[tuple[str, str], int] = {}
    for lookup in _lookups(font, "GPOS", "kern"):
        found: dict[tuple[str, str], int] = {}
        for subtable in lookup:
            # The first subtable that has a pair counts.
            found = dict(_pairs_of(subtable, glyphs)) | found
        for pair, units in found.items():
            kerning[pair] = kerning.get(pair, 0) + units
    return kerning


def _pairs_of(subtable: Any, glyphs: set[str]) -> Iterator[tuple[tuple[str, str], int]]:
    """The pairs of glyphs in one subtable."""
    for number, left in enumerate(subtable.Coverage.glyphs):
        if left not in glyphs:
            continue
        if subtable.Format == 1:
            for record in subtable.PairSet[number].PairValueRecord:
                yield (left, record.SecondGlyph), _advance(record.Value1)
        else:
            records = subtable.Class1Record[subtable.ClassDef1.classDefs.get(left, 0)].Class2Record
            classes = subtable.ClassDef2.classDefs
            for right in glyphs:
                yield (left, right), _advance(records[classes.get(right, 0)].Value1)


def _advance(value: Any) -> int:
    return getattr(value, "XAdvance", 0)


def _ligatures(font: TTFont) -> dict[tuple[str, str], int]:
    """By how much a glyph that stands for two is wider than the two, after the table GSUB."""
    widths = font["hmtx"].metrics
    return {
        (left, ligature.Component[0]): widths[ligature.LigGlyph][0]
        - widths[left][0]
        - widths[ligature.Component[0]][0]
        for lookup in _lookups(font, "GSUB", "liga")
        for subtable in lookup
        for left, ligatures in subtable.ligatures.items()
        for ligature in ligatures
        if len(ligature.Component) == 1
    }


def _lookups(font: TTFont, tag: str, feature: str) -> list[list[Any]]:
    """The subtables of each lookup of a feature for Latin text."""
    if tag not in font:
        return []
    table = font[tag].table
    scripts = {record.ScriptTag: record.Script for record in table.ScriptList.ScriptRecord}
    script = scripts.get("latn") or scripts["DFLT"]
    features = [table.FeatureList.FeatureRecord[i] for i in script.DefaultLangSys.FeatureIndex]
    numbers = sorted(
        {
            i
            for record in features
            if record.FeatureTag == feature
            for i in record.Feature.LookupListIndex
        }
    )
    return [
        [
            getattr(subtable, "ExtSubTable", subtable)
            for subtable in table.LookupList.Lookup[i].SubTable
        ]
        for i in numbers
    ]


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
