"""A CSV file (RFC 4180): fields between commas, semicolons or tabs, in quotes where need be.

The module csv of Python does not tell in which column a field begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from deckgen.named import NamedTuple
from deckgen.problems import LINE_BREAK, InvalidInput, Problem, Source, SourceFile
from deckgen.sheets.characters import decoded
from deckgen.sheets.grid import (
    LARGEST_FILE,
    MOST_ROWS,
    Cell,
    Grid,
    check_size,
    file_too_large,
    text_or_fault,
    unusable,
)

DELIMITERS = {"tab": "\t", "semicolon": ";", "comma": ",", "bar": "|"}
"""What may stand between fields, by its name; those most surely meant come first."""

_SAMPLE = 20
_SEP = re.compile("sep=(.)(?:\r\n|\n|\r)")


class _Field(NamedTuple):
    text: str
    line: int
    column: int
    length: int


_Record = list[_Field]


def read_separated(
    path: str, content: bytes, delimiter: str | None = None, encoding: str | None = None
) -> Grid:
    """The rows of a file. `delimiter` and `encoding` are found where they are not given.

    Raises InvalidInput for a file that has no rows and columns, with all that is wrong.
    """
    if len(content) > LARGEST_FILE:
        raise file_too_large(path)
    file = SourceFile(path, decoded(path, content, encoding))
    start = 0
    if told := _SEP.match(file.text):  # as Excel's own files say
        start, delimiter = told.end(), delimiter or told[1]
    mark = delimiter or _delimiter_of(file, start)
    records = [record for record in _records(file, mark, start) if any(f.text for f in record)]
    columns = max(map(len, records), default=0)
    check_size(file, len(records), columns)
    return Grid(file, tuple(_row(file, record, columns) for record in records))


def _row(file: SourceFile, record: _Record, columns: int) -> tuple[Cell, ...]:
    """The cells of a record; where it is short, empty ones after its last field."""
    cells = [Cell(Source(file, f.line, f.column, f.length), text_or_fault(f.text)) for f in record]
    cells += [Cell(cells[-1].source)] * (columns - len(cells))
    return tuple(cells)


def _delimiter_of(file: SourceFile, start: int) -> str:
    """The first delimiter that parts the first lines into as many fields; in one column, any.

    Where a row has a field more or less than others, the one that stands between the headings.
    """
    found = [mark for mark in DELIMITERS.values() if mark in file.text[start:]]
    if len(found) < 2:
        return found[0] if found else ";"
    for mark in found:
        if _is_even(file, mark, start):
            return mark
    first = next((line for line in LINE_BREAK.split(file.text[start:]) if line.strip()), "")
    if len(between := [mark for mark in found if mark in first]) == 1:
        return between[0]
    message = "it cannot be told what stands between the columns"
    hint = f"say which: `delimiter:` with one of {', '.join(DELIMITERS)}"
    raise unusable(file, "unknown-delimiter", message, hint)


def _is_even(file: SourceFile, mark: str, start: int) -> bool:
    """Whether the first lines have as many fields each, and more than one."""
    try:
        records = list(islice(_records(file, mark, start), _SAMPLE))
    except InvalidInput:
        return False
    counts = {len(record) for record in records if any(field.text for field in record)}
    return len(counts) == 1 and counts != {1}


def _records(file: SourceFile, mark: str, start: int) -> Iterator[_Record]:
    """The records from `start` on. Raises InvalidInput where quotes are not as they must be."""
    text, at, line, begin = file.text, start, 1 + bool(start), start
    plain = re.compile(f"[^{re.escape(mark)}\r\n]*")
    record: _Record = []
    rows = 0
    while at < len(text) or record:
        field, after = _field(file, plain, at, line, at - begin + 1)
        record.append(field)
        lines = LINE_BREAK.findall(text, at, after)
        if lines:
            line += len(lines)
            begin = max(text.rfind("\n", at, after), text.rfind("\r", at, after)) + 1
        if text.startswith(mark, after):
            at = after + len(mark)
            continue
        yield record
        record, rows = [], rows + 1
        if rows > 2 * MOST_ROWS:  # with empty ones between
            check_size(file, rows, 1)
        at = after + (2 if text.startswith("\r\n", after) else 1)
        line, begin = line + 1, at


def _field(
    file: SourceFile, plain: re.Pattern[str], at: int, line: int, column: int
) -> tuple[_Field, int]:
    """The field that begins at `at`, and where it ends."""
    text = file.text
    if not text.startswith('"', at):
        end = plain.match(text, at).end()  # type: ignore[union-attr]  # it always matches
        return _Field(text[at:end].strip(), line, column, max(1, end - at)), end
    quoted = _QUOTED.match(text, at)
    if not quoted:
        source = Source(file, line, column)
        hint = 'a quote inside a text in quotes is written twice: ""'
        message = 'the quote " that opens here is never closed'
        raise InvalidInput([Problem("unclosed-quote", message, source, hint)])
    rest = plain.match(text, quoted.end())
    if rest and rest[0].strip():
        source = Source(file, line, column, max(1, len(LINE_BREAK.split(quoted[0])[0])))
        message = "the text goes on after its closing quote"
        hint = 'a quote inside a text in quotes is written twice: ""'
        raise InvalidInput([Problem("text-after-quote", message, source, hint)])
    end = rest.end() if rest else quoted.end()
    length = max(1, len(LINE_BREAK.split(quoted[0])[0]))
    words = quoted[1].replace('""', '"').strip()
    return _Field(words, line, column, length), end


_QUOTED = re.compile('"([^"]*(?:""[^"]*)*)"')
