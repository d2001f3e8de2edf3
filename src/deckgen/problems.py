"""Places in the input, and what is wrong there.

A problem is a value: stages return warnings beside their result and raise
`InvalidInput` with every error they found. Only the command line prints them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from enum import StrEnum
from functools import lru_cache

from deckgen.named import NamedTuple

LINE_BREAK = re.compile("\r\n|[\n\r]")
"""What ends a line, to an editor as to YAML."""

LONGEST_TEXT = 20_000
"""So many characters one text of the content may have: some eight pages of a book."""

_WIDEST = 120
_LONGEST_QUOTE = 40
_WITHOUT_END = re.compile(f"`([^`]{{{_WIDEST},}})`")
_OBEYED = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@lru_cache(maxsize=4)
def _lines(text: str) -> list[str]:
    return LINE_BREAK.split(text)


class SourceFile(NamedTuple):
    """A file an author wrote: its path as shown to the author, and its text.

    `sheet` is the name of a sheet in a workbook, which has cells rather than lines. What was
    written in the command `is_command`: then `path` is the word or the option there.
    """

    path: str
    text: str = ""
    sheet: str | None = None
    is_command: bool = False

    def __repr__(self) -> str:
        return f"SourceFile({self.path!r})"

    def line(self, number: int) -> str:
        """The text of line `number`, counted from 1; empty when there is none."""
        lines = _lines(self.text)
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def reduced_to(self, numbers: Collection[int]) -> SourceFile:
        """The same file, with every line emptied but those of the `numbers`."""
        last = max(numbers, default=0)
        lines = enumerate(LINE_BREAK.split(self.text, last)[:last], 1)
        text = "\n".join(text if n in numbers else "" for n, text in lines)
        return self._replace(text=text)


class Source(NamedTuple):
    """A place in a file: line and column from 1, and how many columns it spans.

    Line 0 stands for the file as a whole. In a sheet they are the row and the column of a cell.
    """

    file: SourceFile
    line: int = 0
    column: int = 0
    length: int = 1

    def __str__(self) -> str:
        path, sheet = self.file.path, self.file.sheet
        if sheet is not None:
            cell = f", cell {cell_name(self.column, self.line)}" if self.line else ""
            return f"{path}, sheet `{sheet}`{cell}"
        return f"{path}:{self.line}:{self.column}" if self.line else path


def in_command(word: str) -> Source:
    """The place of a word or an option of the command that somebody typed."""
    return Source(SourceFile(word, is_command=True))


def cell_name(column: int, row: int) -> str:
    """What a cell of a sheet is called, by its column and row from 1: C7."""
    letters = ""
    while column:
        column, digit = divmod(column - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return f"{letters}{row}"


class WarningCode(StrEnum):
    """The codes of problems that are warnings; all other codes are those of mistakes.

    docs/commands.md says of each what it means and what to do.
    """

    EARLIER_MISTAKES = "earlier-mistakes"
    EDITED = "edited"
    FONT_REPLACED = "font-replaced"
    FOOTER_SHORTENED = "footer-shortened"
    HISTORY_UNREADABLE = "history-unreadable"
    ITEM_CUT = "item-cut"
    LABEL_SHORTENED = "label-shortened"
    LOGO_TOO_COARSE = "logo-too-coarse"
    LOGO_TOO_SMALL = "logo-too-small"
    LOW_CONTRAST_THERE = "low-contrast-there"
    MERGED_IN_TABLE = "merged-in-table"
    NO_ALTERNATIVE_TEXT = "no-alternative-text"
    NO_BOLD_FACE = "no-bold-face"
    NO_CHART_WORKBOOK = "no-chart-workbook"
    NO_DARK_LOGO = "no-dark-logo"
    NO_EARLIER_REPORT = "no-earlier-report"
    NO_HEADER_ROW = "no-header-row"
    NO_LANGUAGE = "no-language"
    NO_SECTIONS = "no-sections"
    NO_TITLE = "no-title"
    NOT_SHOWN = "not-shown"
    OVERRIDE_LEFT_OUT = "override-left-out"
    PICTURE_MOVES = "picture-moves"
    PICTURE_TOO_COARSE = "picture-too-coarse"
    REACHED_TOO_LATE = "reached-too-late"
    SAME_TITLE = "same-title"
    TORN_WORD = "torn-word"
    UNDRAWN_SIGN = "undrawn-sign"
    UNUSED_FILE = "unused-file"
    UNUSED_PROJECT = "unused-project"


class Problem(NamedTuple):
    """One thing that is wrong: a code, a sentence, its place, and a way out."""

    code: str
    message: str
    source: Source
    hint: str | None = None

    def __str__(self) -> str:
        message = _WITHOUT_END.sub(lambda quote: f"`{first_words(quote[1])}`", self.message)
        first = shown(f"{self.source}: {message}")
        return "\n".join([first, *self._excerpt(), *self._way_out()])

    def _excerpt(self) -> list[str]:
        if not self.source.line or self.source.file.sheet is not None:
            return []
        number, text = str(self.source.line), self.source.file.line(self.source.line)
        text, column = _clip(text, self.source.column - 1)
        text = shown(text)
        padding = "".join("\t" if char == "\t" else " " for char in text[:column])
        arrows = "^" * max(1, min(self.source.length, len(text) - column))
        return [f"  {number} | {text}", f"  {' ' * len(number)} | {padding}{arrows}"]

    def _way_out(self) -> list[str]:
        return [f"  hint: {shown(self.hint)}"] if self.hint else []


def shown(text: str) -> str:
    """`text` with a sign for every character that a terminal would obey rather than show."""
    return _OBEYED.sub("\ufffd", text)


def first_words(text: str) -> str:
    """The beginning of a long text, for messages that quote it."""
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE].rstrip()} …"


def text_too_long(text: str) -> tuple[str, str, str] | None:
    """A code, what is wrong and a way out, if `text` has more than `LONGEST_TEXT` characters."""
    if len(text) <= LONGEST_TEXT:
        return None
    beginning = first_words(" ".join(text[:_WIDEST].split()))
    message = f"the text `{beginning}` has {len(text):,} characters; {LONGEST_TEXT:,} are the most"
    return "text-too-long", message, "split it into several texts"


def _clip(text: str, column: int) -> tuple[str, int]:
    """At most `_WIDEST` characters of a long line around `column`, and the column there."""
    if len(text) <= _WIDEST:
        return text, column
    start = max(0, min(column - _WIDEST // 3, len(text) - _WIDEST))
    before, after = "…" if start else "", "…" if start + _WIDEST < len(text) else ""
    return f"{before}{text[start : start + _WIDEST]}{after}", column - start + len(before)


def lightened(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The same problems, with no more of their files' texts than the lines they mark.

    So many of them can be kept, and sent from one process to another.
    """
    problems = tuple(problems)
    marked: dict[SourceFile, set[int]] = {}
    for problem in problems:
        marked.setdefault(problem.source.file, set()).add(problem.source.line)
    files = {file: file.reduced_to(lines) for file, lines in marked.items()}
    return tuple(
        problem._replace(source=problem.source._replace(file=files[problem.source.file]))
        for problem in problems
    )


class InvalidInput(Exception):
    """The input cannot be built; `problems` lists everything to fix."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__()

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)

    def __reduce__(self) -> tuple[type[InvalidInput], tuple[tuple[Problem, ...]]]:
        return InvalidInput, (self.problems,)  # so it arrives whole from another process


class UnusableFile(KeyError):
    """A file that is there, but cannot be used: for a mapping of files, as if it were not.

    Says a code, what is wrong with it, and a way out.
    """

    def __init__(self, code: str, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
