"""Mistakes in a file that a slip in YAML's grammar ends: those of what stands above it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress

from deckgen.problems import InvalidInput, Problem
from deckgen.reading.findings import Findings
from deckgen.reading.nodes import Mapping, Node, Sequence

_OF_ONE_VALUE = frozenset(
    {
        *("bad-amount", "bad-colour", "bad-currency", "bad-date", "bad-link", "bad-number"),
        *("bad-path", "comma-in-braces", "file-outside", "missing-file", "no-dash"),
        *("unclosed-bold", "unknown-key", "unknown-kind", "unknown-word", "wrong-shape"),
    }
)
"""What is a mistake whatever else the file says: nothing further down can mend it."""


def sure_mistakes(begun: Mapping, read: Callable[[Findings], object]) -> Iterator[Problem]:
    """Those of the mistakes that `read` finds in `begun`, the beginning of a file, that are sure.

    The last value is left out, as it may go on below.
    """
    findings = Findings()
    with suppress(InvalidInput):  # a thousand of them
        read(findings)
    file, last = begun.source.file, _last(begun).source.line
    for problem in findings.found:
        source = problem.source
        if problem.code in _OF_ONE_VALUE and source.file == file and source.line < last:
            yield problem


def _last(node: Node) -> Node:
    """The last value in a node, or the node itself if it has none."""
    inner: list[Node] = []
    if isinstance(node, Mapping):
        inner = list(node.values.values())
    elif isinstance(node, Sequence):
        inner = node.entries
    return _last(inner[-1]) if inner else node
