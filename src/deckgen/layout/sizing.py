"""One size for slides that belong together, so that flipping through them is calm."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from deckgen.geometry import Points

ENOUGH = 0.75
"""The share of a family's slides that must fit in a size for the whole family to use it."""

PageCounts = Callable[[Points], Sequence[int]]
"""How many pages each slide of a family needs in a size."""


def family_size(
    steps: Sequence[Points], page_counts: PageCounts, at_least: PageCounts | None = None
) -> Points:
    """The largest of `steps` in which enough slides fit on one page.

    Slides that fit on one page in no size have no say, they continue on further
    pages; where that is all of them, the size is the largest one that takes no
    more pages than the smallest does. Where pages take long to count, `at_least`
    says that a size need not be tried: slides need so many in it, or more.
    """
    if len(steps) == 1:
        return steps[0]
    may_fit = not at_least or _all_fit(at_least(steps[0]))
    if may_fit and _all_fit(page_counts(steps[0])):
        return steps[0]
    least = page_counts(steps[-1])
    able = [index for index, pages in enumerate(least) if pages == 1]

    def is_enough(pages: Sequence[int]) -> bool:
        fitting = sum(pages[index] == 1 for index in able)
        return fitting >= ENOUGH * len(able) if able else sum(pages) <= sum(least)

    worth = (size for size in steps[:-1] if not at_least or is_enough(at_least(size)))
    return next((size for size in worth if is_enough(page_counts(size))), steps[-1])


def _all_fit(pages: Sequence[int]) -> bool:
    return pages.count(1) == len(pages)
