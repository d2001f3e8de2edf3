"""What is told of a series of six reports, in German and in English."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.office import REPOSITORY
from tests.six_reports import write_series

from deckgen.changes import News
from deckgen.cli.changes import fitted, json_lines, markdown_lines, series_lines, text_lines
from deckgen.history import History
from deckgen.language import language
from deckgen.reviewing import Review, review, series

CASES = Path(__file__).parent / "cases" / "series"
REPORTS = range(1, 7)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_series(tmp_path_factory.mktemp("series")).root


@pytest.fixture(scope="module")
def reviews(root: Path) -> list[Review]:
    """What is new in each report since the one before."""
    history = History()
    return [
        review("bielefeld", (f"report-{n}", f"report-{n + 1}"), root=root, history=history)
        for n in REPORTS[:-1]
    ]


def _check(name: str, lines: Iterator[str], accept: bool) -> None:
    golden, said = CASES / name, "\n".join(lines) + "\n"
    if accept:
        golden.write_bytes(said.encode())

    assert golden.read_bytes().decode() == said


@pytest.mark.parametrize("tag", ["de-DE", "en-GB"])
def test_changes_are_told_in_the_language_asked_for(reviews: list[Review], tag: str, accept: bool):
    _check(f"{tag}.txt", text_lines(reviews, language(tag)), accept)


def test_changes_are_told_for_a_merge_request(reviews: list[Review], accept: bool):
    _check("changes.md", markdown_lines(reviews, language("en-GB")), accept)


def test_changes_are_told_for_programs(reviews: list[Review], accept: bool):
    _check("changes.json", json_lines(reviews, language("en-GB")), accept)


def test_on_a_terminal_a_change_is_set_in_below_its_first_line():
    line = "    Schülerticket – Zusage des Ministeriums liegt vor (was: open)"

    assert [
        "content/bielefeld: 1 change",
        "  Done",
        "    Schülerticket – Zusage des",
        "      Ministeriums liegt vor (was:",
        "      open)",
    ] == list(fitted(["content/bielefeld: 1 change", "  Done", line], 36))


def test_the_documentation_has_a_word_for_every_sort_of_news():
    documentation = (REPOSITORY / "docs" / "commands.md").read_text("utf-8")

    assert [] == [news.value for news in News if f"| `{news.value}` |" not in documentation]


def test_a_series_is_told_a_line_a_report(root: Path, accept: bool):
    lines = series_lines("bielefeld", series("bielefeld", root=root, history=History()).standings)

    _check("log.txt", lines, accept)


def test_every_sort_of_news_is_among_the_cases(reviews: list[Review]):
    assert {*News} == {change.news for each in reviews for change in each.changes.all}


def test_another_way_to_write_it_is_no_change(reviews: list[Review]):
    """From the second report to the third only numbers and dates of the report are others."""
    keys = {getattr(change, "key", change) for change in reviews[1].changes.all}

    assert {"number", "date", "as_of", "subtitle"} == keys
