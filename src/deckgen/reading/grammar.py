"""What a mistake in YAML's grammar most likely is, in an author's words.

The parser says where it lost track and what it was about to read. Nearly always
one of a dozen slips is behind it, told apart by the line itself.
"""

from __future__ import annotations

import re

from yaml import Mark, MarkedYAMLError

from deckgen.problems import LINE_BREAK, Problem, Source, SourceFile
from deckgen.reading.swallowed import unlike_dash

DEEPEST = 32
"""Lists and blocks may stand in one another this deep; decks need 14."""

TOO_DEEP = f"lists and blocks stand more than {DEEPEST} deep in one another here"

# Dashes and a key, as far as they go, before the value of a line.
_BEFORE_VALUE = re.compile(r"\s*(?:- +)*(?:[^\s\"'#\[{][^:]*:\s+)?")
_SPECIAL = "*&!%@`|>{[,]}?"
# A value within braces, from after its key to the next comma or bracket.
_FLOW_VALUE = re.compile(r"(?:[{,\[]\s*|:\s+)(?=[^\s{\[,])")
# A no-break space or the like: in an indentation, after a dash, or after a key's colon.
_STRANGE_BLANK = re.compile(r" *(?:- +)*(?:-|\w+:)?([\u00a0\u2000-\u200a\u202f\u205f\u3000])")
_ENTRY_WITHOUT_BLANK = re.compile(r"\s*-(?=[^\W\d]|[*\[{\"'])")


def explain(error: MarkedYAMLError, file: SourceFile) -> Problem:
    """The problem behind `error`, at the place to be mended."""
    return _Slip(error, file).problem()


class _Slip:
    """A grammar error with the line in which the parser stopped."""

    def __init__(self, error: MarkedYAMLError, file: SourceFile) -> None:
        if error.problem_mark is None:
            raise error
        self._error = error
        self._file = file
        self._lines = [*LINE_BREAK.split(file.text), ""]
        self._mark = error.problem_mark
        self._line = self._lines[self._mark.line]

    def problem(self) -> Problem:
        """The first explanation that fits, from the surest to the vaguest."""
        found = (
            self._too_deep()
            or self._tab()
            or self._strange_blank()
            or self._directive()
            or self._missing_blank()
            or self._unclosed()
            or self._escape()
            or self._needs_quotes()
            or self._colon_in_text()
            or self._missing_colon()
            or self._list_after_key()
            or self._second_document()
            or self._indentation()
        )
        return found or self._other()

    def _too_deep(self) -> Problem | None:
        """The parser may have a limit of its own, and reach it while it looks ahead of us."""
        if not self._is_about("maximum nesting depth"):
            return None
        return Problem("too-deep", TOO_DEEP, self._source(self._mark.line, self._mark.column, 1))

    def _tab(self) -> Problem | None:
        indent = self._line[: len(self._line) - len(self._line.lstrip(" \t-"))]
        if "\t" not in indent:
            return None
        source = self._source(self._mark.line, indent.index("\t"), indent.count("\t"))
        message = "a tab is no indentation"
        return Problem("tab", message, source, "indent with spaces, two for each step")

    def _strange_blank(self) -> Problem | None:
        """A blank that YAML takes for a letter, as copied text has it."""
        for number in self._near():
            if found := _STRANGE_BLANK.match(self._lines[number]):
                message = f"this looks like a blank, but is the character U+{ord(found[1]):04X}"
                hint = "it often comes with copied text: type the blank anew"
                return Problem(
                    "strange-blank", message, self._source(number, found.start(1), 1), hint
                )
        return None

    def _directive(self) -> Problem | None:
        if not self._line.startswith("%"):
            return None
        source = self._source(self._mark.line, 0, len(self._line.rstrip()))
        message, hint = "a line cannot begin with %", "a comment begins with #"
        return Problem("directive", message, source, hint)

    def _unclosed(self) -> Problem | None:
        opened, context = self._error.context_mark, self._error.context or ""
        if not opened:
            return None
        char = self._lines[opened.line][opened.column : opened.column + 1]
        if "quoted scalar" in context and "unexpected" in (self._error.problem or ""):
            return self._unclosed_quote(opened.line, opened.column, char)
        if "flow" in context:
            return self._slip_in_brackets() or self._unclosed_bracket(opened, char)
        return None

    def _unclosed_bracket(self, opened: Mark, char: str) -> Problem:
        message = f"the bracket {char} that opens here is never closed, or a comma is missing"
        hint = f"a text that begins with {char} needs quotes"
        return Problem("unclosed-bracket", message, self._rest_of(opened), hint)

    def _slip_in_brackets(self) -> Problem | None:
        """A colon too many, or words after a closing quote, in the line of an open bracket."""
        column, line = self._mark.column, self._line
        if line[column : column + 1] == ":":
            begin = max((m.end() for m in _FLOW_VALUE.finditer(line, 0, column)), default=0)
            return self._colon_needs_quotes(begin) if begin else None
        quote = line[:column].rstrip()[-1:]
        if quote not in ("'", '"') or line[column : column + 1] in ("", "#"):
            return None
        start = line.rfind(quote, 0, line[:column].rindex(quote))
        return self._after_quote(start, quote) if start >= 0 else None

    def _colon_needs_quotes(self, start: int) -> Problem:
        text = self._value(start)
        source = self._source(self._mark.line, start, len(text))
        message = "a text with a colon and a blank in it needs quotes"
        return Problem("needs-quotes", message, source, _quoted(text))

    def _after_quote(self, start: int, quote: str) -> Problem:
        source = self._source(self._mark.line, start, len(self._value(start)))
        message = f"the text goes on after its closing quote {quote}"
        other = "'" if quote == '"' else '"'
        hint = f"put {other} around a text that holds {quote}"
        return Problem("text-after-quote", message, source, hint)

    def _value(self, start: int) -> str:
        """The text from `start` on: to the end of its line, within brackets to the next comma."""
        text = self._line[start:].rstrip()
        before = self._line[:start]
        depth = sum(before.count(each) for each in "[{") - sum(before.count(e) for e in "]}")
        return re.split(r"[,\]}]", text, maxsplit=1)[0].rstrip() if depth > 0 else text

    def _escape(self) -> Problem | None:
        if self._error.context != "while parsing a quoted scalar":
            return None
        message = "in double quotes a backslash begins a code, and this is none"
        hint = "write \\\\ for a backslash, or use single quotes"
        source = self._source(self._mark.line, self._mark.column, 2)
        return Problem("bad-escape", message, source, hint)

    def _needs_quotes(self) -> Problem | None:
        start = self._value_start()
        if self._is_about("cannot start any token") or self._is_about("mapping keys"):
            start = self._mark.column
        if self._is_about("alphabetic or numeric") and self._error.context_mark:
            start = self._error.context_mark.column
        char = self._line[start : start + 1]
        if not char or self._mark.column < start:
            return None
        if char in _SPECIAL:
            text = self._value(start)
            source = self._source(self._mark.line, start, len(text))
            message = f"a text that begins with {char} needs quotes"
            return Problem("needs-quotes", message, source, _quoted(text))
        if char in "\"'" and self._mark.column == start + 1:
            return self._unclosed_above(char)
        if char in "\"'" and self._is_about("expected"):
            return self._after_quote(start, char)
        return None

    def _unclosed_above(self, quote: str) -> Problem | None:
        """The opening quote of this line was taken for the closing one of a line above."""
        for number in range(self._mark.line - 1, -1, -1):
            if self._lines[number].count(quote) % 2:
                start = self._lines[number].index(quote)
                return self._unclosed_quote(number, start, quote)
        return None

    def _unclosed_quote(self, line: int, column: int, quote: str) -> Problem:
        source = self._source(line, column, len(self._lines[line].rstrip()) - column)
        message = f"the quote {quote} that opens here is never closed"
        return Problem("unclosed-quote", message, source, f"add a {quote}")

    def _colon_in_text(self) -> Problem | None:
        start = self._value_start()
        if not self._is_about("mapping values") or not 0 < start < self._mark.column:
            return None
        return self._colon_needs_quotes(start)

    def _missing_colon(self) -> Problem | None:
        number = self._line_without_key()
        if number is None:
            return None
        text = self._lines[number].strip()
        start = self._lines[number].index(text)
        source = self._source(number, start, len(text))
        if tight := re.match(r"(?:- )?(\w+):(?=\S)", text):
            message = f"a blank is missing after `{tight[1]}:`"
            hint = f"write `{text[: tight.end()]} {text[tight.end() :]}`"
            return Problem("missing-blank", message, source, hint)
        if no_dash := unlike_dash(text, source):
            return no_dash
        message = "a line with `key: value` is expected here; the colon is missing"
        hint = "or the text belongs to the line above: then indent it further"
        return Problem("missing-colon", message, source, hint)

    def _line_without_key(self) -> int | None:
        """The line the parser took for a key, or for the start of a text of several lines."""
        if self._is_about("could not find expected ':'") and self._error.context_mark:
            return self._error.context_mark.line
        if not self._is_about("mapping values"):
            return None
        above = self._mark.line - 1
        while above >= 0 and not self._lines[above].strip():
            above -= 1
        is_candidate = above >= 0 and not re.search(r":(\s|$)", self._lines[above])
        return above if is_candidate else None

    def _missing_blank(self) -> Problem | None:
        """A dash without a blank makes a text of what was meant for an entry."""
        for number in self._near():
            if tight := _ENTRY_WITHOUT_BLANK.match(self._lines[number]):
                text = self._lines[number].strip()
                source = self._source(number, tight.end() - 1, len(text))
                hint = f"write `- {text[1:]}`"
                return Problem("missing-blank", "a blank is missing after `-`", source, hint)
        return None

    def _near(self) -> list[int]:
        """The lines in which the slip may be, the likeliest first."""
        marks = (self._mark, self._error.context_mark)
        near = {mark.line for mark in marks if mark} | {max(0, self._mark.line - 1)}
        return sorted(near, reverse=True)

    def _list_after_key(self) -> Problem | None:
        if not self._is_about("block sequence entries"):
            return None
        source = self._rest_of(self._mark)
        hint = "begin each entry on a line of its own, below the key"
        return Problem("bad-list", "a list cannot begin in the line of its key", source, hint)

    def _second_document(self) -> Problem | None:
        if not self._is_about("<document start>"):
            return None
        message = "text stands after the end of the document"
        hint = "delete the line `...`"
        return Problem("two-documents", message, self._rest_of(self._mark), hint)

    def _indentation(self) -> Problem | None:
        if not self._is_about("did not find expected") and not self._is_about("mapping values"):
            return None
        start = len(self._line) - len(self._line.lstrip())
        source = self._source(self._mark.line, start, len(self._line.strip()))
        message = "this line does not fit the lines above"
        hint = "what belongs together begins in the same column; check the blanks before it"
        return Problem("indentation", message, source, hint)

    def _other(self) -> Problem:
        message = f"this is not YAML: {self._error.problem}"
        return Problem("not-yaml", message, self._rest_of(self._mark))

    def _is_about(self, words: str) -> bool:
        return words in (self._error.problem or "")

    def _value_start(self) -> int:
        found = _BEFORE_VALUE.match(self._line)
        return found.end() if found else 0

    def _rest_of(self, mark: Mark) -> Source:
        length = len(self._lines[mark.line].rstrip()) - mark.column
        return self._source(mark.line, mark.column, length)

    def _source(self, line: int, column: int, length: int) -> Source:
        return Source(self._file, line + 1, column + 1, max(1, length))


def _quoted(text: str) -> str:
    words = text.strip()
    quote = "'" if '"' in words else '"'
    return f"write {quote}{words}{quote}" if quote not in words else "put it in quotes"
