"""Bytes → nodes: YAML's grammar, without what leads authors astray.

Anchors, aliases, merge keys, tags and duplicate keys are mistakes that are told
with all others. A mistake in the grammar itself ends its file.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeGuard

import yaml

from deckgen.problems import LINE_BREAK, Problem, Source, SourceFile
from deckgen.reading.decoding import FORBIDDEN, character_name, decode
from deckgen.reading.grammar import explain
from deckgen.reading.nodes import Entry, Mapping, Node, Scalar, Sequence, Unreadable

DEEPEST = 32
"""Lists and blocks may stand in one another this deep; decks need 14."""

ValueEvent = yaml.ScalarEvent | yaml.SequenceStartEvent | yaml.MappingStartEvent


class Parsed(NamedTuple):
    """A file's outermost mapping, and its mistakes so far.

    `mapping` is None where the file could not be read to its end.
    """

    mapping: Mapping | None
    problems: tuple[Problem, ...]


def parse(path: str, content: bytes) -> Parsed:
    """The nodes of a file; `path` is its path as shown to the author."""
    file, problems = decode(path, content)
    if problems:
        return Parsed(None, problems)
    builder = _Builder(file)
    try:
        mapping = builder.document()
    except yaml.MarkedYAMLError as error:
        return Parsed(None, (*builder.problems, explain(error, file)))
    except _Unreadable as error:
        return Parsed(None, (*builder.problems, error.problem))
    return Parsed(mapping, tuple(builder.problems))


class _Unreadable(Exception):
    def __init__(self, code: str, message: str, source: Source, hint: str | None = None) -> None:
        self.problem = Problem(code, message, source, hint)
        super().__init__(message)


class _Builder:
    """Makes nodes of the parser's events, each as soon as it ends."""

    def __init__(self, file: SourceFile) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._lines = LINE_BREAK.split(file.text)
        self._events: Iterator[yaml.Event] = yaml.parse(file.text, Loader=yaml.CLoader)

    def document(self) -> Mapping:
        """The only document's mapping."""
        root = self._first_node()
        next(self._events)
        self._expect_the_end(next(self._events))
        if not isinstance(root, Mapping):
            message = "the file must consist of lines with `key: value`"
            raise _Unreadable("not-a-mapping", message, root.source)
        return root

    def _first_node(self) -> Node:
        next(self._events)
        if isinstance(next(self._events), yaml.StreamEndEvent):
            raise _Unreadable("empty-file", "the file is empty", Source(self._file))
        node = self._node(next(self._events), 0)
        if isinstance(node, Scalar) and node.is_plain and not node.text:
            raise _Unreadable("empty-file", "the file is empty", Source(self._file))
        return node

    def _expect_the_end(self, event: yaml.Event) -> None:
        if not isinstance(event, yaml.StreamEndEvent):
            message = "a second document begins here; a file holds only one"
            source = self._source(event)
            raise _Unreadable("two-documents", message, source, "delete the line `---`")

    def _node(self, event: yaml.Event, depth: int) -> Node:
        """The node that begins with `event`, inside `depth` others."""
        match event:
            case yaml.ScalarEvent():
                return self._scalar(event)
            case yaml.SequenceStartEvent():
                return self._sequence(event, self._deeper(event, depth))
            case yaml.MappingStartEvent():
                return self._mapping(event, self._deeper(event, depth))
            case yaml.AliasEvent():
                return self._alias(event)
        raise TypeError(f"a node cannot begin with {event}")

    def _deeper(self, event: ValueEvent, depth: int) -> int:
        if event.anchor or event.tag:
            self._reject_properties(event)
        if depth == DEEPEST:
            message = f"lists and blocks stand more than {DEEPEST} deep in one another here"
            raise _Unreadable("too-deep", message, self._source(event))
        return depth + 1

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar | Unreadable:
        source = self._source(event)
        if event.anchor or event.tag:
            self._reject_properties(event)
            return Unreadable(source)
        if event.style == '"':
            self._check_escapes(event, source)
        return Scalar(event.value, source, event.style not in ("'", '"'))

    def _check_escapes(self, event: yaml.ScalarEvent, source: Source) -> None:
        """Tell what nobody types on purpose: `"C:\\Projects"` holds a paragraph separator."""
        found = FORBIDDEN.search(event.value)
        char = found[0] if found else "\t"
        # A tab may be typed, too: then it is a blank like any other.
        if found or (char in event.value and "\\t" in self._lines[source.line - 1]):
            message = f"a backslash in double quotes gives the character {character_name(char)}"
            hint = "write \\\\ for a backslash, or use single quotes"
            self._report("bad-escape", message, source, hint)

    def _sequence(self, start: yaml.SequenceStartEvent, depth: int) -> Sequence:
        entries = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            entries.append(self._node(event, depth))
        return Sequence(tuple(entries), self._source(start, event))

    def _mapping(self, start: yaml.MappingStartEvent, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth)
            value = self._node(next(self._events), depth)
            if self._is_good_key(key, entries):
                entries[key.text] = Entry(key, value)
        source = self._source(start, event)
        return Mapping(tuple(entries.values()), source, bool(start.flow_style))

    def _is_good_key(self, key: Node, entries: dict[str, Entry]) -> TypeGuard[Scalar]:
        if not isinstance(key, Scalar):
            if not isinstance(key, Unreadable):
                self._report("bad-key", "a key must be a word", key.source)
        elif key.text == "<<" and key.is_plain:
            message = "merge keys (`<<`) are not part of the format"
            self._report("merge-key", message, key.source, "write the keys out")
        elif key.text in entries:
            line = entries[key.text].key.source.line
            message = f"the key `{key.text}` is given twice; it already stands in line {line}"
            self._report("duplicate-key", message, key.source, "keep one of the two")
        else:
            return True
        return False

    def _alias(self, event: yaml.AliasEvent) -> Unreadable:
        source = self._source(event)
        message = f"aliases (`*{event.anchor}`) are not part of the format"
        hint = "write the value out; a text that begins with `*` needs quotes"
        self._report("alias", message, source, hint)
        return Unreadable(source)

    def _reject_properties(self, event: ValueEvent) -> None:
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

    def _report(self, code: str, message: str, source: Source, hint: str | None = None) -> None:
        self.problems.append(Problem(code, message, source, hint))

    def _source(self, first: yaml.Event, last: yaml.Event | None = None) -> Source:
        """From the start of `first` to the end of `last`, or of the line if that is sooner."""
        start, end = first.start_mark, (last or first).end_mark
        if start is None or end is None:
            raise TypeError(f"the parser gave no place for {first}")
        line, column = start.line, start.column
        length = (end.column if end.line == line else len(self._lines[line].rstrip())) - column
        return Source(self._file, line + 1, column + 1, length if length > 0 else 1)
