"""Bytes → nodes: YAML's grammar, without what leads authors astray.

Anchors, aliases, merge keys, tags and duplicate keys are mistakes that are told
with all others. A mistake in the grammar itself ends its file; what stands above it is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import islice
from typing import Any, ClassVar

from yaml import MarkedYAMLError
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from deckgen.named import NamedTuple
from deckgen.problems import LINE_BREAK, Problem, Source, SourceFile, text_too_long
from deckgen.reading.decoding import FORBIDDEN, character_name, decode
from deckgen.reading.findings import MOST_MISTAKES
from deckgen.reading.grammar import DEEPEST, TOO_DEEP, explain
from deckgen.reading.nodes import Mapping, Node, Scalar, Sequence, Unreadable
from deckgen.reading.swallowed import swallowed_entry, swallowed_words, tight_comments

MOST_ENTRIES = 100_000
SHARE_OUT = "share it out: a file for each project, tables in CSV files"

ValueEvent = ScalarEvent | SequenceStartEvent | MappingStartEvent
_QUOTES = ("'", '"')


class Parsed(NamedTuple):
    """A file's outermost mapping, and its mistakes so far.

    `mapping` is None where the file could not be read to its end. Then `begun` is what stands
    above the slip that ended it, if that makes sense alone.
    """

    mapping: Mapping | None
    problems: tuple[Problem, ...]
    begun: Mapping | None = None


def parse(path: str, content: bytes) -> Parsed:
    """The nodes of a file; `path` is its path as shown to the author."""
    file, problems = decode(path, content)
    if problems:
        return Parsed(None, problems)
    builder = _Builder(file, file.text)
    try:
        mapping = builder.document()
    except MarkedYAMLError as error:
        slip = explain(error, file)
        return Parsed(None, _with_slip(builder.problems, slip), _begun(file, slip.source.line))
    except _Enough:
        return Parsed(None, tuple(builder.problems))
    except _Unreadable as error:
        return Parsed(None, (*builder.problems, error.problem))
    return Parsed(mapping, tuple(builder.problems))


def _with_slip(problems: Iterable[Problem], slip: Problem) -> tuple[Problem, ...]:
    """The mistakes and the one that ended the file, unless it comes of a bracket after #."""
    told = tuple(problems)
    lines = {each.source.line for each in told if each.code == "comment-in-text"}
    return told if slip.source.line in lines else (*told, slip)


def _begun(file: SourceFile, line: int) -> Mapping | None:
    """What stands above a line of a file."""
    ends = [found.end() for found in islice(LINE_BREAK.finditer(file.text), line - 1)]
    try:
        return _Builder(file, file.text[: ends[-1] if ends else 0]).document()
    except (MarkedYAMLError, _Enough, _Unreadable):
        return None


class _Enough(Exception):
    """There are so many mistakes that nobody reads more of them at once."""


class _Unreadable(Exception):
    def __init__(self, code: str, message: str, source: Source, hint: str | None = None) -> None:
        self.problem = Problem(code, message, source, hint)
        super().__init__(message)


class _Builder:
    """Makes nodes of the parser's events, each as soon as it ends.

    They are those of a `text`, with which the file begins or which is all of it.
    """

    def __init__(self, file: SourceFile, text: str) -> None:
        self.problems: list[Problem] = []
        self._count = 0
        self._file = file
        self._comments = tight_comments(text)
        # The parser itself: `yaml.parse` and the constructor of a whole loader cost as much again.
        self._next: Callable[[], Any] = CParser(text).get_event

    def document(self) -> Mapping:
        """The only document's mapping."""
        root = self._first_node()
        self._next()
        self._expect_the_end(self._next())
        if not isinstance(root, Mapping):
            message = "the file must consist of lines with `key: value`"
            raise _Unreadable("not-a-mapping", message, root.source)
        return root

    def _first_node(self) -> Node:
        self._next()
        if isinstance(self._next(), StreamEndEvent):
            raise _Unreadable("empty-file", "the file is empty", Source(self._file))
        node = self._node(self._next(), 0)
        if isinstance(node, Scalar) and node.is_plain and not node.text:
            raise _Unreadable("empty-file", "the file is empty", Source(self._file))
        return node

    def _expect_the_end(self, event: Event) -> None:
        if not isinstance(event, StreamEndEvent):
            message = "a second document begins here; a file holds only one"
            source = self._source(event)
            raise _Unreadable("two-documents", message, source, "delete the line `---`")

    def _node(self, event: Event, depth: int) -> Node:
        """The node that begins with `event`, inside `depth` others."""
        return self._MAKERS[type(event)](self, event, depth)

    def _scalar(self, event: ScalarEvent, _depth: int) -> Scalar | Unreadable:
        if event.anchor or event.tag:
            return self._reject_properties(event)
        if found := text_too_long(event.value):
            return self._reject_length(event, *found)
        style = event.style
        scalar = Scalar(
            event.value, self._file, event.start_mark, event.end_mark, style not in _QUOTES
        )
        if style == '"':
            self._check_escapes(scalar)
        elif not style and (" - " in event.value or self._comments):
            self._report_what_is_swallowed(scalar)
        return scalar

    def _report_what_is_swallowed(self, scalar: Scalar) -> None:
        """Tell what an author sees and YAML takes for something else, in a text without quotes."""
        for problem in (swallowed_entry(scalar), self._swallowed_words(scalar)):
            if problem:
                self._tell(problem)

    def _swallowed_words(self, scalar: Scalar) -> Problem | None:
        found = self._comments.get(scalar.end.index) if scalar.end and scalar.text else None
        return swallowed_words(scalar, found) if found else None

    def _reject_length(self, event: Event, code: str, message: str, hint: str) -> Unreadable:
        unreadable = self._unreadable(event)
        self._report(code, message, unreadable.source, hint)
        return unreadable

    def _check_escapes(self, scalar: Scalar) -> None:
        """Tell what nobody types on purpose: `"C:\\Projects"` holds a paragraph separator."""
        found = FORBIDDEN.search(scalar.text)
        char = found[0] if found else "\t"
        # A tab may be typed, too: then it is a blank like any other.
        if found or (char in scalar.text and "\\t" in self._lines[scalar.source.line - 1]):
            message = f"a backslash in double quotes gives the character {character_name(char)}"
            hint = "write \\\\ for a backslash, or use single quotes"
            self._report("bad-escape", message, scalar.source, hint)

    def _sequence(self, start: SequenceStartEvent, depth: int) -> Sequence:
        depth = self._deeper(start, depth)
        next_event, makers = self._next, self._MAKERS
        entries: list[Node] = []
        while type(event := next_event()) is not SequenceEndEvent:
            entries.append(makers[type(event)](self, event, depth))
        self._add(len(entries), start)
        return Sequence(entries, self._file, start.start_mark, event.end_mark)

    def _mapping(self, start: MappingStartEvent, depth: int) -> Mapping:
        depth = self._deeper(start, depth)
        next_event, makers = self._next, self._MAKERS
        keys: dict[str, Scalar] = {}
        values: dict[str, Node] = {}
        while type(event := next_event()) is not MappingEndEvent:
            key = makers[type(event)](self, event, depth)
            event = next_event()
            value = makers[type(event)](self, event, depth)
            if (
                isinstance(key, Scalar)
                and key.text not in keys
                and (key.text != "<<" or not key.is_plain)
            ):
                keys[key.text] = key
                values[key.text] = value
            else:
                self._tell_bad_key(key, keys)
        self._add(len(values), start)
        is_flow = bool(start.flow_style)
        return Mapping(keys, values, self._file, start.start_mark, event.end_mark, is_flow)

    def _tell_bad_key(self, key: Node, keys: dict[str, Scalar]) -> None:
        if not isinstance(key, Scalar):
            if not isinstance(key, Unreadable):
                self._report("bad-key", "a key must be a word", key.source)
        elif key.text == "<<" and key.is_plain:
            message = "merge keys (`<<`) are not part of the format"
            self._report("merge-key", message, key.source, "write the keys out")
        else:
            line = keys[key.text].source.line
            message = f"the key `{key.text}` is given twice; it already stands in line {line}"
            self._report("duplicate-key", message, key.source, "keep one of the two")

    def _deeper(self, event: SequenceStartEvent | MappingStartEvent, depth: int) -> int:
        if event.anchor or event.tag:
            self._reject_properties(event)
        if depth == DEEPEST:
            raise _Unreadable("too-deep", TOO_DEEP, self._source(event))
        return depth + 1

    def _add(self, entries: int, start: Event) -> None:
        """Count what is in a list or a block, and end where it is too much to be meant."""
        self._count += entries
        if self._count > MOST_ENTRIES:
            message = f"the file has more than {MOST_ENTRIES:,} entries and keys"
            raise _Unreadable("too-many-entries", message, self._source(start), SHARE_OUT)

    def _alias(self, event: AliasEvent, _depth: int) -> Unreadable:
        message = f"aliases (`*{event.anchor}`) are not part of the format"
        hint = "write the value out; a text that begins with `*` needs quotes"
        self._report("alias", message, self._source(event), hint)
        return self._unreadable(event)

    def _reject_properties(self, event: ValueEvent) -> Unreadable:
        source = self._source(event)
        # The mark begins at the anchor or the tag, whichever is written first.
        written = self._lines[source.line - 1][source.column - 1 :].split()[0]
        source = source._replace(length=len(written))
        if event.anchor:
            message = f"anchors (`&{event.anchor}`) are not part of the format"
            hint = "delete it; a text that begins with `&` needs quotes"
            self._report("anchor", message, source, hint)
        else:
            message = f"tags (`{written}`) are not part of the format"
            hint = "delete it; a text that begins with `!` needs quotes"
            self._report("tag", message, source, hint)
        return self._unreadable(event)

    def _report(self, code: str, message: str, source: Source, hint: str | None = None) -> None:
        self._tell(Problem(code, message, source, hint))

    def _tell(self, problem: Problem) -> None:
        self.problems.append(problem)
        if len(self.problems) >= MOST_MISTAKES:
            raise _Enough

    def _source(self, event: Event) -> Source:
        return self._unreadable(event).source

    def _unreadable(self, event: Event) -> Unreadable:
        return Unreadable(self._file, event.start_mark, event.end_mark)

    @cached_property
    def _lines(self) -> list[str]:
        return LINE_BREAK.split(self._file.text)

    _MAKERS: ClassVar[dict[type[Event], Callable[[_Builder, Any, int], Node]]] = {
        ScalarEvent: _scalar,
        SequenceStartEvent: _sequence,
        MappingStartEvent: _mapping,
        AliasEvent: _alias,
    }
