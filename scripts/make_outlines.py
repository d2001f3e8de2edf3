"""Writes the outlines of letters that come with the package, for text in pictures.

    python -m scripts.make_outlines [FOLDER WITH FONTS]

They are taken from the open fonts whose widths `make_metrics.py` takes: Liberation 2, Carlito
and Caladea, all under the SIL Open Font License (Liberation 1 is not). What pictures do not
need is left out: hints, kerning, names, and the letters of rare scripts. The licence asks that
what was changed goes by another name; these files have none. The same fonts give the same bytes.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from scripts.make_metrics import FONTS, font_file

from deckgen.fonts import DRAWN_FACES, TYPEFACES, outline_file

OUTLINES = Path(__file__).parents[1] / "src" / "deckgen" / "outlines"
LETTERS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *range(0x218, 0x21C),
    *range(0x386, 0x3CF),
    *range(0x400, 0x460),
    0x1E9E,
)
SIGNS = (*range(0x2010, 0x2027), *map(ord, "‰‹›€™←↑→↓−≈≠≤≥●▲■○"))
NEEDLESS = ("GPOS", "GSUB", "GDEF", "kern", "FFTM", "meta", "DSIG", "gasp", "OS/2", "post")


def outlines(font: Path) -> bytes:
    """The outlines of a font as a TrueType font without anything else."""
    options = Options(
        hinting=False, layout_features=[], name_IDs=[], glyph_names=False, recalc_timestamp=False
    )
    options.notdef_outline = True
    options.drop_tables += NEEDLESS
    reduced = TTFont(font, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=(*LETTERS, *SIGNS))
    subsetter.subset(reduced)
    file = io.BytesIO()
    reduced.save(file)
    return file.getvalue()


def main(fonts: Path) -> None:
    """Write the outlines of every face that pictures use."""
    for name in TYPEFACES:
        for face in DRAWN_FACES:
            content = outlines(font_file(name, face, fonts))
            (OUTLINES / outline_file(name, face)).write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FONTS)
