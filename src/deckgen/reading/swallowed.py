"""What YAML swallows without a word: dashes that stand too far right, and words after #."""

from __future__ import annotations

import re
from collections.abc import Mapping

from deckgen.problems import LINE_BREAK, Problem, Source
from deckgen.reading.nodes import Scalar

# A comment begins with a blank; `#5` or `#digital` is more likely a part of the text.
_TIGHT = re.compile(r"#\w[^\s,\]}]*")

_GOES_ON = "this line is indented further, so it goes on with the text above it"
_ONE_COLUMN = (
    "begin all entries of a list in one column; entries below another one stand in its `items`"
)

IS_COMMENT = "what follows # is a comment; a text that begins with # needs quotes"


def comment_follows(source: Source) -> bool:
    """Whether nothing but a comment stands behind the key or the dash at `source`."""
    rest = source.file.line(source.line)[source.column - 1 + source.length :]
    return rest.lstrip(": ").startswith("#")


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
