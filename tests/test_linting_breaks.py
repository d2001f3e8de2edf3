"""A good deck is broken in a hundred ways, one at a time, and each of them is seen.

docs/reliability.md has the table of who sees what; `--accept` rewrites it.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests import broken_decks, broken_elsewhere, broken_graphics
from tests.broken_decks import Break, Parts, packed, sound_deck
from tests.office import REPOSITORY, needs_validator, validate

from deckgen.linting import lint

BREAKS = (*broken_decks.BREAKS, *broken_graphics.BREAKS, *broken_elsewhere.BREAKS)
PAGE = REPOSITORY / "docs" / "reliability.md"
START, END = "<!-- from here: pytest --accept -->\n", "<!-- to here -->"

UNSEEN_BY_THE_LINTER = {
    "a shape has no id",
    "a shape has a negative id",
    "an element is in an unknown namespace",
    "an attribute is unknown",
    "an element is unknown",
    "a shape has its parts in the wrong order",
    "a colour is unknown",
    "the size of notes is gone",
    "a table slide's row has no height",
    "a table slide's cell tells its lines before its words",
    "a ring tells its hole first",
}
"""What schemas tell, and so the validator does."""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Parts:
    return sound_deck(tmp_path_factory.mktemp("sound"))


def test_nothing_is_found_in_the_deck_as_it_was(sound: Parts):
    assert [str(each) for each in lint(packed(sound))] == []


@needs_validator
def test_the_validator_finds_nothing_in_the_deck_as_it_was(sound: Parts, tmp_path: Path):
    path = tmp_path / "sound.pptx"
    path.write_bytes(packed(sound))

    assert validate(path) == []


def test_ways_are_many_and_told_apart():
    assert len({each.words for each in BREAKS}) == len(BREAKS) >= 50


@pytest.mark.parametrize("each", BREAKS, ids=[each.words for each in BREAKS])
def test_the_linter_sees_what_is_broken(each: Break, sound: Parts):
    found = lint(each(sound))

    assert bool(found) == (each.words not in UNSEEN_BY_THE_LINTER)


@needs_validator
def test_whatever_is_broken_is_seen_and_told_in_the_table(
    sound: Parts, tmp_path: Path, accept: bool
):
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        rows = list(pool.map(lambda each: _row(each, sound, tmp_path), enumerate(BREAKS)))
    unseen = [words for words, codes, is_seen in rows if not codes and not is_seen]
    table = _table(rows)
    before, rest = PAGE.read_text(encoding="utf-8").split(START)
    written, after = rest.split(END)
    if accept:
        PAGE.write_text(f"{before}{START}{table}{END}{after}", encoding="utf-8")
        written = table

    assert unseen == []
    assert table == written


Row = tuple[str, list[str], bool]


def _row(numbered: tuple[int, Break], sound: Parts, folder: Path) -> Row:
    number, each = numbered
    content = each(sound)
    path = folder / f"{number}.pptx"
    path.write_bytes(content)
    codes = dict.fromkeys(str(finding.code) for finding in lint(content))
    return each.words, list(codes), bool(validate(path))


def _table(rows: list[Row]) -> str:
    by_linter = sum(bool(codes) for _, codes, _ in rows)
    by_validator = sum(is_seen for *_, is_seen in rows)
    return (
        "\n| what is broken | `deckgen lint` | validator |\n| --- | --- | --- |\n"
        + "".join(_line(*row) for row in rows)
        + f"\nOf {len(rows)} ways the linter sees {by_linter}, the validator {by_validator}, "
        + "and both together all.\n\n"
    )


def _line(words: str, codes: list[str], is_seen: bool) -> str:
    told = ", ".join(f"`{code}`" for code in codes) or "–"
    return f"| {words} | {told} | {'yes' if is_seen else '–'} |\n"
