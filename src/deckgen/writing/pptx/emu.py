"""Points as the whole numbers that Office files count in."""

from __future__ import annotations

from deckgen.geometry import Points


def emu(points: Points) -> int:
    """`points` in English Metric Units, 12,700 to the point (ECMA-376-1, ST_Coordinate)."""
    return round(points * 12700)


def hundredths(points: Points) -> int:
    """`points` in hundredths, as sizes of text and spacing are written."""
    return round(points * 100)


def thousandths_of_percent(share: float) -> int:
    """A share of 1 in thousandths of a percent, as proportions are written."""
    return round(share * 100_000)
