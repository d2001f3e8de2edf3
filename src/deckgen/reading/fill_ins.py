"""What the deck says of itself, for `{title}`, `{as_of}` and the like."""

from __future__ import annotations

from collections.abc import Mapping as Table
from graphlib import CycleError, TopologicalSorter

from deckgen.reading.findings import Findings
from deckgen.reading.markup import FillIns, names_in, style
from deckgen.reading.nodes import Mapping, Node, Scalar

OWN_TEXTS = ("title", "subtitle", "short_title", "organisation", "author")
MEETING_TEXTS = ("body", "agenda_item", "paper")
MOMENTS = ("date", "as_of", "report")
NAMES = (*OWN_TEXTS, *MOMENTS, *MEETING_TEXTS)
_WRONG = "…"
"""Stands for a value that is wrong: its mistake is told where it is written, and only there."""


def unknown_fill_ins() -> FillIns:
    """For reading on beside a deck that cannot be read: every name is taken as given."""
    return dict.fromkeys(NAMES, _WRONG)


def read_fill_ins(deck: Mapping, moments: Table[str, str | None], findings: Findings) -> FillIns:
    """The words for every name; `moments` are those of date, as_of and report.

    Texts of the deck may be made of one another, but not in a circle.
    """
    given = _given(deck)
    texts = {
        name: node
        for name, node in given.items()
        if isinstance(node, Scalar) and name not in MOMENTS
    }
    filled: dict[str, str | None] = {name: _WRONG if name in given else None for name in NAMES}
    filled |= {name: words for name, words in moments.items() if words}
    for name in _in_order(texts, findings):
        filled[name] = style(texts[name].text, filled).plain
    return filled


def _given(deck: Mapping) -> dict[str, Node]:
    nodes = deck.values
    given = {name: nodes[name] for name in (*OWN_TEXTS, *MOMENTS) if name in nodes}
    if "title" in given:
        title = given["title"]
        given.setdefault(
            "short_title", title.saying("{title}") if isinstance(title, Scalar) else title
        )
    meeting = nodes.get("meeting")
    if isinstance(meeting, Mapping):
        given |= {name: meeting.values[name] for name in MEETING_TEXTS if name in meeting.values}
    elif meeting:
        given |= dict.fromkeys(MEETING_TEXTS, meeting)
    return given


def _in_order(texts: Table[str, Scalar], findings: Findings) -> list[str]:
    """The names so that each comes after those it is made of; circles are left out and told."""
    made_of = {name: sorted(names_in(node.text) & texts.keys()) for name, node in texts.items()}
    while True:
        try:
            order = tuple(TopologicalSorter(made_of).static_order())
        except CycleError as error:
            _break_circle(error.args[1][1:], made_of, texts, findings)
        else:
            return [name for name in order if name in made_of]


def _break_circle(
    circle: list[str],
    made_of: dict[str, list[str]],
    texts: Table[str, Scalar],
    findings: Findings,
) -> None:
    for name in circle:
        del made_of[name]
    written = sorted(circle, key=lambda name: texts[name].source[1:])
    chain = " and ".join(f"`{name}`" for name in written)
    message = f"{chain} fill in one another in a circle"
    if len(circle) == 1:
        message = f"{chain} fills in itself"
    findings.error("circular-fill-in", message, texts[written[0]].source)
