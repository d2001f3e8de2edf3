"""Rebuilding when files change: in a workshop, and as people meet it."""

from __future__ import annotations

import os
import pty
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from select import select
from time import monotonic

import pytest
from tests.project import DECK, WRONG_DECK, write, write_deck, write_theme

from deckgen.outcomes import Built, Failed, UpToDate
from deckgen.watching import Workshop

THEME = "name: City\ncolours: {primary: '204D2B'}\n"
CHANGED = DECK.replace("Plan", "Lot")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with decks `a` and `b`, and a theme for `b`."""
    write_deck(tmp_path, "a")
    write_deck(tmp_path, "b", DECK + "theme: city\n")
    write_theme(tmp_path, "city", THEME)
    return tmp_path


@pytest.fixture
def workshop(project: Path) -> Workshop:
    """A workshop of that project, everything built."""
    workshop = Workshop(root=project)
    workshop.build()
    return workshop


def _rebuilt(workshop: Workshop, *changed: Path) -> dict[str, type]:
    return {outcome.deck: type(outcome) for outcome in workshop.rebuild(changed)}


def test_everything_is_built_at_first(project: Path):
    outcomes = Workshop(root=project).build()

    assert [(outcome.deck, type(outcome)) for outcome in outcomes] == [
        ("content/a", Built),
        ("content/b", Built),
    ]


def test_what_is_up_to_date_is_left_alone_but_by_force(workshop: Workshop):
    assert [UpToDate] * 2 == [type(outcome) for outcome in workshop.build()]
    assert [Built] * 2 == [type(outcome) for outcome in workshop.build(force=True)]


def test_a_changed_deck_is_built_again_and_no_other(project: Path, workshop: Workshop):
    assert _rebuilt(workshop, write_deck(project, "a", CHANGED)) == {"content/a": Built}


def test_a_table_that_a_deck_names_is_a_file_of_the_deck(project: Path, workshop: Workshop):
    deck = write_deck(project, "a", CHANGED + "      - kind: projects\nprojects: [one]\n")
    write(deck.parent / "projects" / "one.yaml", "title: Portal\nmilestones: {csv: dates.csv}\n")
    dates = write(deck.parent / "dates.csv", "Projekt;Milestone;Planned\none;Start;2020-01-01\n")
    workshop.build()

    assert _rebuilt(workshop, write(dates.with_name("other.csv"), "a;b")) == {"content/a": Built}
    write(dates, dates.read_text().replace("2020", "2021"))
    assert _rebuilt(workshop, dates) == {"content/a": Built}


def test_many_changes_of_a_deck_are_one_build(project: Path, workshop: Workshop):
    deck = write_deck(project, "a", CHANGED)
    paths = [deck, deck.with_name("4913"), deck.with_name("deck.yaml~"), deck]

    assert _rebuilt(workshop, *paths) == {"content/a": Built}


def test_a_file_saved_as_it_was_is_not_built(project: Path, workshop: Workshop):
    assert _rebuilt(workshop, write_deck(project, "a")) == {"content/a": UpToDate}


def test_a_changed_theme_is_built_into_its_decks(project: Path, workshop: Workshop):
    changed = write_theme(project, "city", THEME.replace("204D2B", "2B204D"))

    assert _rebuilt(workshop, changed) == {"content/a": UpToDate, "content/b": Built}


def test_a_theme_that_comes_later_is_used(project: Path, workshop: Workshop):
    assert _rebuilt(workshop, write_theme(project, "a", THEME)) == {
        "content/a": Built,
        "content/b": UpToDate,
    }


def test_a_deck_that_comes_later_is_built(project: Path, workshop: Workshop):
    assert _rebuilt(workshop, write_deck(project, "c")) == {"content/c": Built}


def test_a_named_deck_may_come_later(project: Path):
    workshop = Workshop(["c", "drafts/d"], root=project)
    assert [Failed, Failed] == [type(outcome) for outcome in workshop.build()]

    assert _rebuilt(workshop, write_deck(project, "c")) == {"content/c": Built}
    draft = write(project / "drafts" / "d" / "deck.yaml", DECK)
    assert _rebuilt(workshop, draft) == {"drafts/d": Built}


def test_decks_that_are_not_named_do_not_matter(project: Path):
    workshop = Workshop(["a"], root=project)
    workshop.build()

    assert _rebuilt(workshop, write_deck(project, "b", CHANGED)) == {}


def test_what_is_written_concerns_nobody(project: Path):
    write_deck(project, "a", WRONG_DECK)
    workshop = Workshop(root=project, output="content/a")
    workshop.build()

    assert _rebuilt(workshop, project / "content/a/b.pptx", project / "content/a/.b.built") == {}


def test_mistakes_stay_until_they_are_mended(project: Path, workshop: Workshop):
    def with_mistakes() -> set[str]:
        return {deck for deck, state in workshop.states.items() if isinstance(state, Failed)}

    workshop.rebuild([write_deck(project, "a", WRONG_DECK)])
    workshop.rebuild([write_deck(project, "b", CHANGED)])
    assert with_mistakes() == {"content/a"}

    # The file from before the mistake is still there, and right again.
    assert _rebuilt(workshop, write_deck(project, "a")) == {"content/a": UpToDate}
    assert with_mistakes() == set()


def test_mistakes_of_a_deck_go_with_it(project: Path, workshop: Workshop):
    workshop.rebuild([write_deck(project, "a", WRONG_DECK)])
    shutil.rmtree(project / "content" / "a")

    assert workshop.rebuild([project / "content" / "a"]) == ()
    assert set(workshop.states) == {"content/b"}


def test_a_project_may_lose_its_decks_and_get_new_ones(project: Path, workshop: Workshop):
    shutil.rmtree(project / "content")
    assert _rebuilt(workshop, project / "content") == {"": Failed}

    assert _rebuilt(workshop, write_deck(project, "c")) == {"content/c": Built}
    assert set(workshop.states) == {"content/c"}


def test_watched_is_what_is_there_of_content_themes_and_named_decks(project: Path):
    write(project / "drafts" / "d" / "deck.yaml", DECK)

    folders = Workshop(["a", "drafts/d"], root=project).folders()

    assert {path.relative_to(project).as_posix() for path in folders} == {
        "content",
        "content/a",
        "drafts/d",
        "themes",
    }


class _Screen:
    """What a terminal shows, as far as it was read."""

    def __init__(self, terminal: int) -> None:
        self._terminal = terminal
        self._unread = ""

    def until(self, pattern: str) -> str:
        """Read on until the pattern was shown; all that came before it, and it."""
        deadline = monotonic() + 30
        while not (found := re.search(pattern, self._unread)):
            assert select([self._terminal], [], [], deadline - monotonic())[0], self._unread
            self._unread += os.read(self._terminal, 4096).decode().replace("\r\n", "\n")
        read, self._unread = self._unread[: found.end()], self._unread[found.end() :]
        return read


@contextmanager
def _watching(root: Path, *words: str) -> Iterator[tuple[subprocess.Popen[bytes], _Screen]]:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "deckgen", "build", "--watch", *words]
    environment = {**os.environ, "TERM": "xterm"}
    run = subprocess.Popen(command, cwd=root, env=environment, stdout=theirs, stderr=theirs)
    os.close(theirs)
    try:
        yield run, _Screen(ours)
    finally:
        run.kill()
        run.wait()
        os.close(ours)


def _save_as_editors_do(path: Path, text: str) -> None:
    """Write another file and give it the name of the old one."""
    write(path.with_name(f"{path.name}.new"), text).replace(path)


CLEARED = r"\x1b\[2J"


def test_saving_builds_until_ctrl_c(project: Path):
    with _watching(project) as (run, screen):
        screen.until(r"output/a\.pptx  .*\noutput/b\.pptx  .*\nwatching for changes; Ctrl-C ends\n")

        _save_as_editors_do(project / "content" / "a" / "deck.yaml", CHANGED)
        assert "output/b.pptx" not in screen.until(r"output/a\.pptx  \d+ slides, .*\n")

        run.send_signal(signal.SIGINT)
        assert run.wait(timeout=30) == 0


def test_mistakes_are_shown_and_cleared(project: Path):
    with _watching(project) as (_, screen):
        screen.until("watching for changes")

        write_deck(project, "a", WRONG_DECK)
        screen.until("content/a/deck.yaml:9:1: unknown key")
        screen.until("\n1 mistake\n")
        write_theme(project, "city", "colours: {primary: green}\n")
        assert "unknown key `subtite`" in screen.until(
            CLEARED + r"(?s:.*)\n2 mistakes in 2 files\n"
        )
        write_theme(project, "city", THEME)
        assert "themes" not in screen.until(CLEARED + r"(?s:.*)\n1 mistake\n")
        write_deck(project, "a")
        screen.until(CLEARED + r"(?s:.*)output/a\.pptx  up to date\nall is well again\n")


def test_folders_that_come_later_are_watched(tmp_path: Path):
    with _watching(tmp_path) as (_, screen):
        screen.until("there are no decks here")
        write_deck(tmp_path, "a")
        screen.until(r"output/a\.pptx  \d+ slides, .*\nall is well again\n")
        write_theme(tmp_path, "a", THEME)
        screen.until(r"output/a\.pptx  \d+ slides, ")
        shutil.rmtree(tmp_path / "content")
        screen.until("there are no decks here")
        write_deck(tmp_path, "b")
        screen.until(r"output/b\.pptx  \d+ slides, ")
