"""Put the pages of built decks on one sheet: the pictures of the README.

    python scripts/picture_pages.py output/bielefeld.pptx docs/pages.png
    python scripts/picture_pages.py looks/one.pptx:1,4,9 looks/other.pptx:1,4,10 docs/looks.png

Pages that are named after a deck stand in a row of their own. LibreOffice draws the pages,
poppler makes pictures of them.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

COLUMNS = 4
GAP = 12
WIDTH = 400
GROUND = (222, 226, 230)


def main() -> None:
    """Read the decks named first, write the sheet named last."""
    *decks, sheet = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        rows = [chosen_pages(deck, Path(folder, str(n))) for n, deck in enumerate(decks)]
        columns = len(rows[0]) if ":" in decks[0] else COLUMNS
        pages = [Image.open(path) for row in rows for path in row]
        on_one_sheet(pages, columns).save(sheet, optimize=True)


def chosen_pages(deck: str, folder: Path) -> list[Path]:
    """A PNG of the pages named after `deck`, or of all, in `folder`."""
    path, _, numbers = deck.partition(":")
    folder.mkdir()
    pictures = page_pictures(Path(path), folder)
    return [pictures[int(number) - 1] for number in numbers.split(",")] if numbers else pictures


def page_pictures(deck: Path, folder: Path) -> list[Path]:
    """A PNG of every page of `deck`, in `folder`, in order."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    office = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir"]
    subprocess.run([*office, folder, deck], check=True, timeout=120, capture_output=True)
    pdf = folder / f"{deck.stem}.pdf"
    size = ["-scale-to-x", str(WIDTH), "-scale-to-y", "-1"]
    subprocess.run(["pdftoppm", "-png", *size, pdf, folder / "page"], check=True, timeout=120)
    return sorted(folder.glob("page*.png"))


def on_one_sheet(pages: Sequence[Image.Image], columns: int) -> Image.Image:
    """`pages` in rows of `columns`, on a grey ground."""
    width, height = pages[0].size
    rows = -(-len(pages) // columns)
    size = (columns * (width + GAP) + GAP, rows * (height + GAP) + GAP)
    sheet = Image.new("RGB", size, GROUND)
    for index, page in enumerate(pages):
        row, column = divmod(index, columns)
        place = (GAP + column * (width + GAP), GAP + row * (height + GAP))
        sheet.paste(page, place)
    return sheet


if __name__ == "__main__":
    main()
