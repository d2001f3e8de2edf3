"""What a cell of a sheet means: a number, a day or words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from deckgen.content import Cell, Text
from deckgen.language import PERCENT, rounded
from deckgen.named import NamedTuple
from deckgen.problems import Source, first_words
from deckgen.reading.decoding import FORBIDDEN, character_name
from deckgen.reading.findings import Mistake
from deckgen.reading.reader import Reader
from deckgen.reading.values import parse_date

if TYPE_CHECKING:
    from deckgen.sheets import Cell as SheetCell

_NOTHING = ("", "–", "—", "-")
"""What stands in a cell for a number that is missing."""

_CODE = re.compile(r"0\d+", re.ASCII)
_ISO_DAY = re.compile(r"[1-9]\d{3}-\d\d-\d\d", re.ASCII)
_EXAMPLES = {",": "1.234,56", ".": "1,234.56"}


class CellReader(NamedTuple):
    """Reads cells in the deck's language. Mistakes are noted at their cells."""

    reader: Reader

    def number(self, cell: SheetCell, mark: str | None) -> tuple[Decimal, bool] | None:
        """The number in a cell, and whether it is a percentage.

        `mark` stands before decimals in numbers written as texts; None if that is not known.
        """
        from deckgen.sheets import numeral

        value = cell.value
        if isinstance(value, Decimal):
            return value, cell.shown.is_percent
        if text := given(cell):
            found = numeral(text, mark) if mark else None
            if mark and not found:
                self._tell_no_number(first_words(text), mark, cell.source)
            return found
        if isinstance(value, dt.date):
            self._tell_no_number(self.reader.language.date(value), mark, cell.source)
        self._tell_fault(cell)
        return None

    def day(self, cell: SheetCell) -> dt.date | None:
        """The day in a cell; None where there is nothing."""
        if isinstance(cell.value, dt.date):
            return cell.value
        if text := given(cell):
            return self._parsed_day(text, cell.source)
        if isinstance(cell.value, Decimal):
            message = f"a date must stand here, not the number {cell.value}"
            self.tell(Mistake("bad-date", message, "give the cell a date's format"), cell.source)
        self._tell_fault(cell)
        return None

    def text(self, cell: SheetCell) -> Text | None:
        """What stands in a cell, as words; None where there is nothing."""
        words = self._words(cell)
        return Text.of(words, cell.source) if words else None

    def shown(self, cell: SheetCell, mark: str | None, *, is_day: bool) -> Cell:
        """A cell as a table shows it; texts are numbers if there is a `mark` for them."""
        if isinstance(cell.value, Decimal) and not cell.shown.is_percent:
            return _rounded(cell.value, cell.shown.places)
        if (text := given(cell)) and (mark or is_day):
            if is_day:
                day = self._parsed_day(text, cell.source)
                return Text.of(self.reader.language.date(day), cell.source) if day else None
            number, is_percent = self.number(cell, mark) or (None, False)
            if number is None or not is_percent:
                return number
            return Text.of(self._percent(number), cell.source)
        return self.text(cell)

    def decimal_mark(self, cells: Iterable[SheetCell]) -> str | None:
        """What stands before decimals in cells of one column.

        One that can be read in one way tells it for all. Where each can be read in two, the first
        one is told.
        """
        from deckgen.sheets import readings

        unclear: SheetCell | None = None
        for cell in cells:
            read = readings(given(cell))
            if len(read) == 1:
                return next(iter(read))
            if len({*read.values()}) == 2:
                unclear = unclear or cell
        if unclear is None:
            return "," if self.reader.language.is_german else "."
        self._tell_unclear(unclear)
        return None

    def tell(self, mistake: Mistake, source: Source) -> None:
        """Note a mistake at `source`."""
        self.reader.findings.mistake(mistake, source)

    def _tell_unclear(self, cell: SheetCell) -> None:
        whole = re.sub("[.,]", "", given(cell))
        message = f"`{given(cell)}` can be read as {whole}, and as a number with three decimals"
        hint = "say what stands before decimals, with `decimal: comma` or `decimal: point`"
        self.tell(Mistake("ambiguous-amount", message, hint), cell.source)

    def _tell_no_number(self, words: str, mark: str | None, source: Source) -> None:
        hint = f"write a number such as {_EXAMPLES[mark or '.']} without a unit, or leave it empty"
        message = f"a number must stand here, not `{words}`"
        self.tell(Mistake("bad-amount", message, hint), source)

    def _words(self, cell: SheetCell) -> str:
        match cell.value:
            case str():
                return self.checked(cell.value, cell.source)
            case Decimal():
                number = _rounded(cell.value, cell.shown.places)
                is_percent = cell.shown.is_percent
                return self._percent(number) if is_percent else self.reader.language.number(number)
            case dt.date():
                return self.reader.language.date(cell.value)
        self._tell_fault(cell)
        return ""

    def _percent(self, number: Decimal) -> str:
        language = self.reader.language
        return language.with_unit(language.number(number), PERCENT)

    def checked(self, text: str, source: Source) -> str:
        """The words of a text in one line."""
        words = re.sub(r"[ \t\r\n]+", " ", text).strip()
        if found := FORBIDDEN.search(words):
            message = f"the character {character_name(found[0])} cannot be shown on a slide"
            hint = "it is invisible and often comes with copied text: delete it"
            self.tell(Mistake("control-character", message, hint), source)
        return words

    def _parsed_day(self, text: str, source: Source) -> dt.date | None:
        try:
            return parse_date(text, is_german=self.reader.language.is_german)
        except Mistake as mistake:
            self.tell(mistake, source)
            return None

    def _tell_fault(self, cell: SheetCell) -> None:
        from deckgen.sheets import Fault

        if isinstance(cell.value, Fault):
            self.tell(Mistake(*cell.value), cell.source)


def given(cell: SheetCell) -> str:
    """The text in a cell; empty where there is none, or a dash."""
    text = cell.value.strip() if isinstance(cell.value, str) else ""
    return "" if text in _NOTHING else text


def are_numbers(texts: Sequence[str]) -> bool:
    """Whether all texts are numbers, and none a code such as 0123."""
    from deckgen.sheets import readings

    return bool(texts) and all(not _CODE.fullmatch(text) and readings(text) for text in texts)


def are_days(texts: Sequence[str]) -> bool:
    """Whether all texts are days as computers write them."""
    return bool(texts) and all(map(_ISO_DAY.fullmatch, texts))


def _rounded(number: Decimal, places: int | None) -> Decimal:
    """The number with as many decimal places as its cell shows."""
    return number if places is None else rounded(number, places)
