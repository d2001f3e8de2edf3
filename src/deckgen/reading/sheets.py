"""`csv` and `xlsx`: rows and columns that an author has in a file beside the deck."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import TYPE_CHECKING, TypeVar

from deckgen.problems import InvalidInput, Source
from deckgen.reading.beside import found_beside
from deckgen.reading.fields import Fields
from deckgen.reading.findings import Mistake
from deckgen.reading.nodes import Node
from deckgen.reading.reader import Reader
from deckgen.reading.sheet_columns import Sheet
from deckgen.reading.values import parse_word
from deckgen.suggesting import suggest

if TYPE_CHECKING:  # the package is imported when a file is named, not before
    from deckgen.sheets import Area, Grid, Workbook

T = TypeVar("T")

CSV, XLSX = "csv", "xlsx"
DECIMALS = {"comma": ",", "point": "."}
"""What stands before decimals, by its name."""


def names_sheet(fields: Fields) -> bool:
    """Whether rows and columns are to be taken from a file."""
    return fields.has(CSV) or fields.has(XLSX)


class Sheets:
    """The sheets of a deck's files; each is read once, however many ask for it.

    `folder` is the deck's folder as the author is shown it, and `files` what lies in it.
    """

    def __init__(self, reader: Reader, folder: str, files: Mapping[str, bytes]) -> None:
        self.reader = reader
        self._folder = folder
        self._files = files
        self._workbooks: dict[str, Workbook | None] = {}
        self._sheets: dict[Hashable, Sheet | None] = {}

    def named_in(self, fields: Fields) -> Sheet | None:
        """The sheet that `fields` name; None where a mistake keeps it from being read."""
        before = self.reader.findings.count
        if fields.has(CSV) and fields.has(XLSX):
            message = "there are two files, and one of them is meant"
            hint = "delete `csv` or `xlsx`"
            self.reader.findings.error("two-files", message, fields.value_source(XLSX), hint)
            fields.optional(XLSX, self.reader.words)
        sheet = self._separated(fields) if fields.has(CSV) else self._of_workbook(fields)
        return sheet if self.reader.findings.count == before else None

    def _separated(self, fields: Fields) -> Sheet | None:
        from deckgen.sheets.characters import ENCODINGS
        from deckgen.sheets.separated import DELIMITERS, read_separated

        path = fields.optional(CSV, self._path)
        delimiter = fields.optional("delimiter", self._sign(DELIMITERS, "delimiters"))
        decimal = fields.optional("decimal", self._sign(DECIMALS, "signs before decimals"))
        encoding = fields.optional("encoding", self.reader.one_of(tuple(ENCODINGS), "encodings"))
        if not path:
            return None
        key = path, delimiter, decimal, encoding
        if key not in self._sheets:
            content = self._files[path]
            grid = self._tried(
                lambda: read_separated(self._shown(path), content, delimiter, encoding)
            )
            self._sheets[key] = self._sheet(grid, decimal)
        return self._sheets[key]

    def _sign(self, signs: Mapping[str, str], noun: str) -> Callable[[Node], str | None]:
        """Reads one of the `signs` by its name, or as it is written."""

        def sign(word: str) -> str:
            return word if word in signs.values() else signs[parse_word(word, [*signs], noun)]

        return lambda node: self.reader.value(node, sign)

    def _of_workbook(self, fields: Fields) -> Sheet | None:
        path = fields.optional(XLSX, self._path)
        book = self._workbook(path) if path else None
        name = fields.optional("sheet", lambda node: self._known_sheet(node, book))
        area = fields.optional("range", lambda node: self.reader.value(node, _area))
        if not book or (fields.has("range") and not area):
            return None
        if not fields.has("sheet"):
            name = self._only_sheet(book, fields.value_source(XLSX))
        if name is None:
            return None
        key = path, name, area
        if key not in self._sheets:
            grid = self._tried(lambda: book.grid(name, area))
            self._sheets[key] = self._sheet(grid, ".")
        return self._sheets[key]

    def _path(self, node: Node) -> str | None:
        def path(words: str) -> str:
            return found_beside(words, self._files, "deck")[0]

        return self.reader.value(node, path)

    def _shown(self, path: str) -> str:
        return f"{self._folder}/{path}"

    def _workbook(self, path: str) -> Workbook | None:
        from deckgen.sheets.workbook import Workbook

        if path not in self._workbooks:
            content = self._files[path]
            self._workbooks[path] = self._tried(lambda: Workbook(self._shown(path), content))
        return self._workbooks[path]

    def _known_sheet(self, node: Node, book: Workbook | None) -> str | None:
        def known(name: str) -> str:
            if book and name not in book.names:
                hint = suggest(name, book.names, "sheets")
                raise Mistake("unknown-sheet", f"the workbook has no sheet `{name}`", hint)
            return name

        return self.reader.value(node, known)

    def _only_sheet(self, book: Workbook, source: Source) -> str | None:
        if len(book.names) == 1:
            return book.names[0]
        message = f"the workbook has {len(book.names)} sheets, and one of them is meant"
        hint = f"add `sheet:` with one of: {', '.join(book.names)}"
        if not book.names:
            message, hint = "the workbook has no sheet to be seen", "show the sheet that is meant"
        self.reader.findings.error("which-sheet", message, source, hint)
        return None

    def _sheet(self, grid: Grid | None, decimal: str | None) -> Sheet | None:
        if grid is None:
            return None
        if len(grid.rows) > 1:
            return Sheet(self.reader, grid, decimal)
        message = "there are no rows below the headings" if grid.rows else "there is nothing in it"
        hint = "the first row are the headings, and below them stand the values"
        self.reader.findings.error("no-rows", message, Source(grid.file), hint)
        return None

    def _tried(self, read: Callable[[], T]) -> T | None:
        try:
            return read()
        except InvalidInput as invalid:
            self.reader.findings.errors(invalid.problems)
            return None


def _area(name: str) -> Area:
    from deckgen.sheets.worksheet import area_called

    if found := area_called(name):
        return found
    raise Mistake("bad-range", f"`{name}` is not a range of cells", "write it as A1:D12")
