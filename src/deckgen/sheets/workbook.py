"""An Excel workbook: its sheets by name. Nothing of it is run, fetched or evaluated."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from deckgen.packages.kinds import WORKBOOK
from deckgen.packages.package import Package
from deckgen.packages.refusing import Refused
from deckgen.packages.xml import local_name, whole_number
from deckgen.problems import InvalidInput, Problem, Source, SourceFile
from deckgen.sheets.formats import NumberFormat, number_format
from deckgen.sheets.grid import Grid
from deckgen.sheets.worksheet import Area, Strings, area_called, read_cells, text_of

if TYPE_CHECKING:
    from deckgen.packages.xml import Element

__all__ = ["Area", "Workbook", "area_called"]


class Workbook:
    """A workbook at `path`, as an author is shown it. Raises InvalidInput if it cannot be used.

    `names` are those of the sheets that can be seen, in their order.
    """

    def __init__(self, path: str, content: bytes) -> None:
        self._path = path
        try:
            self._package = Package(content, WORKBOOK)
            self._parts = dict(self._sheets())
        except Refused as refused:
            raise self._invalid(refused) from None

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._parts)

    def grid(self, name: str, area: Area | None = None) -> Grid:
        """The cells of the sheet called `name`, in `area` or all."""
        file = SourceFile(self._path, sheet=name)
        try:
            return read_cells(self._package.xml(self._parts[name]), file, self._strings, area)
        except Refused as refused:
            raise self._invalid(refused) from None

    def _invalid(self, refused: Refused) -> InvalidInput:
        source = Source(SourceFile(self._path))
        found = dict.fromkeys(refused.findings)
        return InvalidInput(Problem(each.code, each.message, source, each.hint) for each in found)

    def _sheets(self) -> Iterator[tuple[str, str]]:
        """The names of visible sheets of cells, and the parts they are in."""
        main = self._package.main
        for each in _grandchildren(self._package.xml(main), "sheets"):
            # The namespace of this attribute is another one in the strict variant of the format.
            identity = next((str(v) for k, v in each.items() if str(k).endswith("}id")), "")
            part = self._package.target(main, identity)
            is_visible = each.get("state", "visible") == "visible"
            if part and part.word == "worksheet" and not part.is_external and is_visible:
                yield each.get("name", ""), part.target

    @cached_property
    def _strings(self) -> Strings:
        properties = next(_named(self._package.xml(self._package.main), "workbookPr"), None)
        is_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        return Strings(tuple(self._shared()), tuple(self._formats()), is_1904)

    def _shared(self) -> Iterator[str]:
        if (root := self._part("sharedStrings")) is not None:
            yield from (text_of(each) for each in _named(root, "si"))

    def _formats(self) -> Iterator[NumberFormat]:
        """The formats of numbers, by the index of a cell's style."""
        root = self._part("styles")
        if root is None:
            return
        codes = {
            whole_number(each, "numFmtId"): each.get("formatCode", "")
            for each in _grandchildren(root, "numFmts")
        }
        for each in _grandchildren(root, "cellXfs"):
            number = whole_number(each, "numFmtId")
            yield number_format(number, codes.get(number))

    def _part(self, word: str) -> Element | None:
        for each in self._package.references(self._package.main):
            if each.word == word and not each.is_external:
                return self._package.xml(each.target)
        return None


def _named(element: Element, name: str) -> Iterator[Element]:
    return (child for child in element if local_name(child) == name)


def _grandchildren(element: Element, name: str) -> Iterator[Element]:
    return (child for parent in _named(element, name) for child in parent)
