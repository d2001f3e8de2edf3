"""How far a run is, in one line."""

from __future__ import annotations

import pytest

from deckgen.cli.progress import progress_line


@pytest.mark.parametrize(
    ("done", "total", "worked", "seconds", "line"),
    [
        (0, 24, 0, 0.0, "[------------------------] 0/24"),
        (6, 24, 6, 2.0, "[######------------------] 6/24  3.0 decks/s, 6 s left"),
        (24, 24, 24, 1.0, "[########################] 24/24  24 decks/s, 0 s left"),
        (30, 1000, 30, 20.0, "[------------------------] 30/1000  1.5 decks/s, 11 min left"),
        (500, 40000, 500, 1000.0, "[------------------------] 500/40000  0.5 decks/s, 21.9 h left"),
    ],
)
def test_rate_and_time_left_are_told(done, total, worked, seconds, line):
    assert progress_line(done, total, worked, seconds, 79) == line


def test_decks_that_were_left_alone_say_nothing_about_the_rate():
    assert progress_line(12, 24, 0, 0.1, 79) == "[############------------] 12/24"
    assert progress_line(14, 24, 2, 1.0, 79).endswith("  2.0 decks/s, 5 s left")


def test_a_narrow_terminal_does_without_the_bar():
    assert progress_line(6, 24, 6, 2.0, 40) == "6/24  3.0 decks/s, 6 s left"
    assert progress_line(6, 24, 6, 2.0, 10) == "6/24  3.0 "
