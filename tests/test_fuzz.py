"""No input crashes deckgen, takes long, or is refused without a place.

`make fuzz` tries a hundred thousand of them. An input is named by its number, from which all of it
follows: `pytest tests/test_fuzz.py --first-input 137 --inputs 1` tries that one again.
"""

from __future__ import annotations

import os

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fuzzing import AT_ONCE, fault_in, fault_of, find_faults

from deckgen.problems import InvalidInput, Problem, Source, SourceFile
from deckgen.reading import read_report, read_theme


def test_bad_input_is_told_and_nothing_worse(input_numbers: range):
    processes = min(os.cpu_count() or 1, -(-len(input_numbers) // AT_ONCE))
    findings = find_faults(input_numbers, processes)

    assert [] == findings, f"{len(findings)} of {len(input_numbers)} inputs"


@given(st.binary(max_size=200))
def test_any_bytes_are_a_report_or_told_what_is_wrong(content: bytes):
    assert fault_in(lambda: read_report("a", "content/a", {"deck.yaml": content})) is None


@given(st.binary(max_size=200))
def test_any_bytes_are_a_theme_or_told_what_is_wrong(content: bytes):
    assert fault_in(lambda: read_theme("a", "themes/a", {"theme.yaml": content})) is None


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 2**64))
def test_an_input_is_known_by_its_number(number: int):
    assert fault_of(number) == fault_of(number)


def test_a_crash_is_seen():
    assert "ZeroDivisionError" in str(fault_in(lambda: 1 // 0))


def test_a_complaint_without_a_place_is_seen():
    def complain() -> None:
        raise InvalidInput([Problem("lost", "something is wrong", Source(SourceFile("")))])

    assert str(fault_in(complain)).startswith("told without a place")
