"""Which rows of a timeline stand on which page, with the key of their milestones."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, starmap

from deckgen.geometry import Points
from deckgen.layout.milestone_key import KEY_GAP, Extent, MilestoneKey
from deckgen.named import NamedTuple

LARGEST_KEY = 0.5
"""The share of a page that the key of a row may take; larger ones follow on pages of their own."""

_NONE = Extent()


class Group(NamedTuple):
    """The rows of a page, by their places; its key follows on pages of its own if it `is_apart`."""

    first: int
    end: int
    key: Extent = _NONE
    is_apart: bool = False


class Paging(NamedTuple):
    """Rows of one `pitch`, `gap` of it empty, in `room` points a page, each with entries of a key.

    The last page needs `tail` points for what follows the rows.
    """

    keys: Sequence[Extent]
    key: MilestoneKey
    pitch: Points
    gap: Points
    room: Points
    tail: Points

    def groups(self) -> tuple[Group, ...]:
        """The rows of each page: as few pages as can be, none much emptier than others."""
        groups = self._filled()
        if len(groups) == 1:
            return groups
        even = self._filled(len(groups))
        return even if len(even) == len(groups) else groups

    def pages(self) -> int:
        """How many pages there are at least, with those of keys and of what follows."""
        if not self._has_keys:
            pages = -(-len(self.keys) // self._rows)
            rest = (len(self.keys) - (pages - 1) * self._rows) * self.pitch
            return pages + (rest + self.tail > self.room)
        groups = self._filled()
        has_tail = self._height(groups[-1]) + self.tail <= self.room
        return sum(1 + group.is_apart for group in groups) + (not has_tail)

    @property
    def _has_keys(self) -> bool:
        return any(key.number for key in self.keys)

    @property
    def _rows(self) -> int:
        """How many rows without keys go on a page; one does in any case."""
        return max(1, int(self.room / self.pitch))

    def _filled(self, pages: int = 1) -> tuple[Group, ...]:
        """Pages filled one after the other, with no more rows than others if there are `pages`."""
        if not self._has_keys:
            return self._filled_without_keys(pages)
        groups: list[Group] = []
        largest = self.room * LARGEST_KEY
        for index, key in enumerate(self.keys):
            is_apart = self.key.height(key) > largest
            if groups:
                first, _, above, are_apart = groups[-1]
                group = Group(first, index + 1, above.plus(key), are_apart or is_apart)
                if (
                    index < self._end(first, pages - len(groups) + 1)
                    and self._height(group) <= self.room
                ):
                    groups[-1] = group
                    continue
            groups.append(Group(index, index + 1, key, is_apart))
        return tuple(groups)

    def _filled_without_keys(self, pages: int) -> tuple[Group, ...]:
        ends = [0]
        while ends[-1] < len(self.keys):
            first = ends[-1]
            ends.append(min(first + self._rows, self._end(first, pages - len(ends) + 1)))
        return tuple(starmap(Group, pairwise(ends)))

    def _end(self, first: int, pages: int) -> int:
        """Where a page that begins with row `first` ends if all `pages` left have as many."""
        return first - -(len(self.keys) - first) // max(1, pages)

    def _height(self, group: Group) -> Points:
        """The height of a page's rows and its key."""
        rows = (group.end - group.first) * self.pitch
        if group.is_apart or not group.key.number:
            return rows
        return rows + KEY_GAP + self.key.height(group.key)
