"""One size for slides that belong together, so that flipping through them is calm."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from deckgen.geometry import Points

ENOUGH = 0.75
"""The share of a family's slides that must fit in a size for the whole family to use it."""

PageCounts = Callable[[Points], Sequence[int]]
"""How many pages each slide of a family needs in a size."""


def family_size(steps: Sequence[Points], page_counts: PageCounts) -> Points:
    """The largest of `steps` in which enough slides fit on one page.

    Slides that fit on one page in no size have no say, they continue on further
    pages; where that is all of them, the size is the largest one that takes no
    more pages than the smallest does.
    """
    first = page_counts(steps[0])
    if first.count(1) == len(first) or len(steps) == 1:
        return steps[0]
    least = page_counts(steps[-1])
    able = [index for index, pages in enumerate(least) if pages == 1]
    for size in steps[:-1]:
        pages = page_counts(size)
        fitting = sum(pages[index] == 1 for index in able)
        if fitting >= ENOUGH * len(able) if able else sum(pages) <= sum(least):
            return size
    return steps[-1]
