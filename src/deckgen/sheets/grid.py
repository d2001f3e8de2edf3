"""Rows of cells, wherever they come from."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from deckgen.named import NamedTuple
from deckgen.problems import InvalidInput, Problem, Source, SourceFile, text_too_long

LARGEST_FILE = 10 * 2**20
MOST_ROWS = 10_000
MOST_COLUMNS = 200
MOST_CELLS = 200_000

_SMALLER = "copy what the deck shows into a file of its own"


class Fault(NamedTuple):
    """Why a cell has no value that could be used."""

    code: str
    message: str
    hint: str | None = None


def text_or_fault(text: str) -> str | Fault | None:
    """The value of a cell with a text: nothing if that is empty, a fault if it is too long."""
    found = text_too_long(text)
    return Fault(*found) if found else text or None


class Shown(NamedTuple):
    """How a cell shows its number: a percentage or not, and with how many decimal places."""

    is_percent: bool = False
    places: int | None = None


class Cell(NamedTuple):
    """A cell and what stands in it: nothing is None. Texts are as they were written.

    A number is the one that is seen: 80 where 80 % is shown.
    """

    source: Source
    value: str | Decimal | date | Fault | None = None
    shown: Shown = Shown()


class Grid(NamedTuple):
    """Rows with as many cells each; none of the rows is empty."""

    file: SourceFile
    rows: tuple[tuple[Cell, ...], ...]


def check_size(file: SourceFile, rows: int, columns: int) -> None:
    """Raise InvalidInput for more than a deck may read."""
    limits = (
        (rows, MOST_ROWS, "rows"),
        (columns, MOST_COLUMNS, "columns"),
        (rows * columns, MOST_CELLS, "cells"),
    )
    for count, most, noun in limits:
        if count > most:
            message = f"there are too many {noun} ({count}; {most} are the most)"
            raise unusable(file, "too-many-cells", message, _SMALLER)


def unusable(file: SourceFile, code: str, message: str, hint: str | None = None) -> InvalidInput:
    """What to raise for a file, or a sheet, that cannot be used at all."""
    return InvalidInput([Problem(code, message, Source(file), hint)])


def file_too_large(path: str) -> InvalidInput:
    """What to raise for a file with more bytes than are read."""
    message = f"the file is too large ({LARGEST_FILE // 2**20} MB are the most)"
    return unusable(SourceFile(path), "file-too-large", message, _SMALLER)
