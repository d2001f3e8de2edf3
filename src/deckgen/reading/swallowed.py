"""What YAML swallows without a word: dashes too far right, signs like dashes, words after #."""

from __future__ import annotations

import re
from collections.abc import Mapping

from deckgen.problems import LINE_BREAK, Problem, Source
from deckgen.reading.nodes import Scalar

# A comment begins with a blank; `#5` or `#digital` is more likely a part of the text.
_TIGHT = re.compile(r"#\w[^\s,\]}]*")

# What programs for letters make of a hyphen and a blank, or set before the points of a list.
_LIKE_DASH = re.compile(r"([–—−•·▪‣◦✓✔➢→])\s*(?=\S)")

_GOES_ON = "this line is indented further, so it goes on with the text above it"
_ONE_COLUMN = (
    "begin all entries of a list in one column; entries below another one stand in its `items`"
)

IS_COMMENT = "what follows # is a comment; a text that begins with # needs quotes"


def comment_follows(source: Source) -> bool:
    """Whether nothing but a comment stands behind the key or the dash at `source`, or below it."""
    line, below = (source.file.line(number) for number in (source.line, source.line + 1))
    rest = line[source.column - 1 + source.length :].lstrip(": ")
    is_below = not rest and _indent(below) > _indent(line)
    return (below.lstrip() if is_below else rest).startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def tight_comments(text: str) -> Mapping[int, str]:
    """What may be a comment without a blank after its #, by where the blanks before it begin."""
    found = ((match.start(), match[0]) for match in _TIGHT.finditer(text))
    return {_end_before(text, start): words for start, words in found if text[start - 1] in " \t"}


def _end_before(text: str, start: int) -> int:
    """Where what stands before the blanks at `start` ends."""
    while start and text[start - 1] in " \t":
        start -= 1
    return start


def swallowed_words(scalar: Scalar, comment: str) -> Problem:
    """The mistake in `Project #5`, where `#5` would be missing on the slide."""
    source = scalar.source
    line = source.file.line(source.line)
    if scalar.end and scalar.start and scalar.end.line == scalar.start.line:
        source = source._replace(column=line.index(comment, source.column) + 1, length=len(comment))
    message = f"what follows # is a comment, so `{comment}` would not be shown"
    quote = "'" if '"' in scalar.text else '"'
    hint = f"put the text in quotes, {quote}… {comment}{quote}; a comment has a blank after #"
    return Problem("comment-in-text", message, source, hint)


def swallowed_entry(scalar: Scalar) -> Problem | None:
    """The mistake in an entry that goes on with the one above, as it is indented further."""
    start, end = scalar.start, scalar.end
    if start is None or end is None or start.line == end.line:
        return None
    lines = LINE_BREAK.split(scalar.file.text[start.index : end.index])
    for number, line in enumerate(lines[1:], start.line + 2):
        if (text := line.strip()).startswith("- "):
            source = Source(scalar.file, number, line.index("-") + 1, len(text))
            return Problem("entry-in-text", _GOES_ON, source, _ONE_COLUMN)
    return None


def unlike_dash(line: str, source: Source) -> Problem | None:
    """The mistake in a line of a list that begins with another sign than a hyphen."""
    sign = _LIKE_DASH.match(line)
    if not sign:
        return None
    message = f"an entry of a list begins with a hyphen, not with {sign[1]}"
    return Problem("no-dash", message, source, f"write `- {line[sign.end() :]}`")


def unlike_dashes(scalar: Scalar) -> tuple[Problem, ...]:
    """The mistakes in a list of which every entry begins so: to YAML that is one text."""
    start, end = scalar.start, scalar.end
    if start is None or end is None or scalar.file.line(start.line + 1)[: start.column].strip():
        return ()
    found: list[Problem] = []
    for number in range(start.line + 1, end.line + 2):
        line = scalar.file.line(number)
        source = Source(scalar.file, number, _indent(line) + 1, len(line.strip()))
        if problem := unlike_dash(line.strip(), source):
            found.append(problem)
    return tuple(found)
