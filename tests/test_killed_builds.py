"""Builds that are killed in the midst of it: at its place stands the old deck or the new one."""

from __future__ import annotations

import os
import random
import signal
from pathlib import Path
from time import perf_counter, sleep

import pytest
from tests.project import DECK, write_deck
from tests.test_delivering import edit

from deckgen.building import build

KILLS = 200

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a system that cannot fork")


def written(root: Path, words: str) -> bytes:
    """The bytes of the deck that says `words`."""
    write_deck(root, "rat", DECK.replace("Alles im Plan", words))
    return build("rat", root=root).path.read_bytes()


def killed_after(root: Path, seconds: float, *, is_left_alone: bool = False) -> None:
    """Build in a process of its own that is killed after so many seconds, or ends by itself."""
    child = os.fork()
    if child == 0:
        try:
            build("rat", root=root)
        finally:
            os._exit(0)
    if not is_left_alone:
        sleep(seconds)
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def seconds_of_a_build(root: Path) -> float:
    written(root, "Aufwärmen")
    start = perf_counter()
    killed_after(root, 0.0, is_left_alone=True)
    return perf_counter() - start


def test_a_killed_build_leaves_a_whole_deck_and_nothing_for_long(tmp_path: Path):
    seconds, chance = seconds_of_a_build(tmp_path), random.Random(7)
    versions = {words: written(tmp_path, words) for words in ("Alles gut", "Alles anders")}
    file = tmp_path / "output/rat.pptx"
    seen = set()

    for number in range(KILLS):
        words = ("Alles gut", "Alles anders")[number % 2]
        write_deck(tmp_path, "rat", DECK.replace("Alles im Plan", words))
        killed_after(tmp_path, chance.uniform(0, 1.2 * seconds))
        seen.add(file.read_bytes())

    assert set(versions.values()) == seen
    written(tmp_path, "Zum Schluss")
    assert [".rat.built", "rat.pptx"] == sorted(path.name for path in file.parent.iterdir())


def test_what_somebody_edited_outlives_a_killed_build(tmp_path: Path):
    seconds, chance = seconds_of_a_build(tmp_path), random.Random(8)
    file = tmp_path / "output/rat.pptx"

    for number in range(KILLS // 10):
        edited = edit(file, f"Fassung {number}")
        killed_after(tmp_path, chance.uniform(0, 1.2 * seconds))
        there = [path.read_bytes() for path in file.parent.glob("rat*.pptx")]
        assert edited in there
