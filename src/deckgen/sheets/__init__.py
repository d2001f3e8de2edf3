"""Bytes of files with rows and columns → cells, each with its place.

A CSV file or a sheet of an Excel workbook becomes the same `Grid`. What is wrong with a file as
a whole is raised as InvalidInput; what is wrong with a cell stays in it as a `Fault`, since only
those that are asked for matter.
"""

from __future__ import annotations

from deckgen.sheets.grid import Cell, Fault, Grid, Shown
from deckgen.sheets.numerals import Numeral, numeral, readings
from deckgen.sheets.separated import read_separated
from deckgen.sheets.workbook import Area, Workbook, area_called

__all__ = [
    "Area",
    "Cell",
    "Fault",
    "Grid",
    "Numeral",
    "Shown",
    "Workbook",
    "area_called",
    "numeral",
    "read_separated",
    "readings",
]
