"""Building many decks, here, in processes, or by an executor."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

import pytest
from tests.project import DECK, WRONG_DECK, write, write_deck, write_theme

import deckgen
from deckgen.batch import SameName, build_all
from deckgen.outcomes import Built, Failed, UpToDate
from deckgen.problems import InvalidInput

NAMES = "abcdefghijkl"
SHOWN = [f"output/{name}.pptx" for name in NAMES]

without_dask = pytest.mark.skipif(
    find_spec("distributed") is None and not os.environ.get("CI"),
    reason="distributed is not installed",
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with twelve decks in a theme of their own."""
    write_theme(tmp_path, "city", "name: City\ncolours: {primary: '204D2B'}\n")
    for name in NAMES:
        write_deck(tmp_path, name, DECK.replace("Lage", f"Lage {name}") + "theme: city\n")
    return tmp_path


def _files(project: Path, output: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (project / output).glob("*.pptx")}


def _shown(outcomes: Iterator[Built | UpToDate | Failed]) -> list[str]:
    return [outcome.deck if isinstance(outcome, Failed) else outcome.shown for outcome in outcomes]


def test_all_decks_are_built_in_their_order(project: Path):
    assert _shown(build_all(root=project)) == SHOWN


def test_named_decks_are_built_once_in_the_order_they_are_named(project: Path):
    decks: list[str | Path] = ["c", project / "content" / "a", "content/c/deck.yaml", "b"]

    assert _shown(build_all(decks, root=project)) == [SHOWN[2], SHOWN[0], SHOWN[1]]


def test_no_decks_are_no_work(project: Path):
    assert list(build_all([], root=project)) == []


def test_a_project_without_decks_is_a_mistake(tmp_path: Path):
    with pytest.raises(InvalidInput, match="there are no decks here"):
        build_all(root=tmp_path)


def test_two_decks_of_one_name_do_not_overwrite_each_other(project: Path):
    write(project / "drafts" / "a" / "deck.yaml", DECK)

    with pytest.raises(SameName, match="content/a and drafts/a have one name"):
        build_all(["a", "drafts/a"], root=project)


def test_a_deck_that_is_not_there_keeps_nobody_from_the_others(project: Path):
    outcomes = list(build_all(["a", "x", "b"], root=project))

    assert [type(outcome) for outcome in outcomes] == [Built, Failed, Built]


def test_processes_and_threads_write_the_same_bytes(project: Path):
    list(build_all(root=project, output="here"))
    list(build_all(root=project, output="processes", jobs=2))
    with ThreadPoolExecutor(2) as threads:
        list(build_all(root=project, output="threads", executor=threads))

    assert len(NAMES) == len(_files(project, "here"))
    assert _files(project, "here") == _files(project, "processes") == _files(project, "threads")


def test_processes_leave_alone_what_is_up_to_date(project: Path):
    list(build_all(root=project, jobs=2))
    for name in NAMES[:9]:
        write_deck(project, name)

    outcomes = list(build_all(root=project, jobs=2))

    assert [type(outcome) for outcome in outcomes] == [Built] * 9 + [UpToDate] * 3
    assert _shown(iter(outcomes)) == SHOWN


def test_mistakes_arrive_whole_from_other_processes(project: Path):
    long = "# Stand der Dinge\n" * 10_000
    for name in NAMES:
        write_deck(project, name, f"{WRONG_DECK}\nsectoins: []\n{long}")

    here, there = (
        [str(InvalidInput(outcome.problems)) for outcome in outcomes if isinstance(outcome, Failed)]
        for outcomes in (build_all(root=project), build_all(root=project, jobs=2))
    )

    assert here == there
    assert len(NAMES) == len(here)
    assert "  9 | subtite: Sachstand\n    | ^^^^^^^" in here[0]


def test_what_is_kept_of_a_mistake_is_its_line(project: Path):
    write_deck(project, "a", f"{WRONG_DECK}\n{'# Stand der Dinge' * 10_000}\n")

    (outcome,) = build_all(["a"], root=project)

    assert isinstance(outcome, Failed)
    assert outcome.problems[0].source.file.text == "\n" * 8 + "subtite: Sachstand"


def test_a_theme_that_changed_between_two_runs_is_read_again_by_who_lives_on(project: Path):
    with ThreadPoolExecutor(1) as threads:
        list(build_all(root=project, executor=threads))
        write_theme(project, "city", "name: City\ncolours: {primary: '2B204D'}\n")
        list(build_all(root=project, executor=threads))
    lived_on = _files(project, "output")

    list(build_all(root=project, output="here"))

    assert lived_on == _files(project, "here")


def test_a_run_that_is_given_up_has_built_what_was_taken(project: Path):
    list(islice(build_all(root=project), 2))

    assert sorted(_files(project, "output")) == ["a.pptx", "b.pptx"]


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_processes_may_be_started_in_any_way(project: Path, method: str):
    script = write(
        project / "script.py",
        "import multiprocessing, deckgen\n"
        "if __name__ == '__main__':\n"
        f"    multiprocessing.set_start_method({method!r})\n"
        "    for outcome in deckgen.build_all(jobs=2): print(outcome.shown)\n",
    )

    run = subprocess.run(
        [sys.executable, script], cwd=project, capture_output=True, text=True, check=True
    )

    assert ("", SHOWN) == (run.stderr, run.stdout.split())


@without_dask
def test_a_cluster_serves_as_it_is(project: Path):
    with _dask() as cluster:
        outcomes = list(build_all(root=project, output="cluster", executor=cluster))
        write_deck(project, "a", WRONG_DECK)
        failed, *others = build_all(root=project, output="cluster", executor=cluster)
        write_deck(project, "a", DECK.replace("Lage", "Lage a") + "theme: city\n")
    list(build_all(root=project, output="here"))

    assert [type(outcome) for outcome in outcomes] == [Built] * len(NAMES)
    assert isinstance(failed, Failed)
    assert [type(outcome) for outcome in others] == [UpToDate] * (len(NAMES) - 1)
    assert _files(project, "here") == _files(project, "cluster")


@contextmanager
def _dask() -> Iterator[Executor]:
    import dask
    from distributed import Client, LocalCluster

    dask.config.set({"distributed.comm.timeouts.connect": "120s"})  # a machine may be busy
    cluster = LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    )
    with cluster, Client(cluster) as client:  # type: ignore[no-untyped-call]
        yield client.get_executor()


@contextmanager
def _a_run_in_the_middle(project: Path) -> Iterator[subprocess.Popen[str]]:
    """`deckgen build` with two workers, in a group of its own, once the first deck is written."""
    for number in range(300):
        write_deck(project, f"x{number}", DECK.replace("Lage", f"Lage {number}"))
    with subprocess.Popen(
        [sys.executable, "-m", "deckgen", "build", "--jobs", "2"],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as run:
        assert run.stdout is not None
        assert run.stdout.readline().startswith("output/a.pptx  ")
        yield run


def test_an_interrupt_ends_all_processes_and_leaves_whole_files(project: Path):
    with _a_run_in_the_middle(project) as run:
        os.killpg(run.pid, signal.SIGINT)
        complaint = _last_words(run)

    assert run.returncode == 130
    assert re.fullmatch(r"interrupted after \d+ of 312 decks\n", complaint)
    assert list((project / "output").glob(".*.part")) == []
    assert len(_files(project, "output")) < 312
    assert all(content[-22:-18] == b"PK\5\6" for content in _files(project, "output").values())


def test_workers_do_not_outlive_a_run_that_is_killed(project: Path):
    with _a_run_in_the_middle(project) as run:
        run.kill()
        _last_words(run)

    assert list((project / "output").glob(".*.part")) == []


def _last_words(run: subprocess.Popen[str]) -> str:
    """What a run complains of until none of its processes holds its streams any more."""
    return run.communicate(timeout=30)[1]


def test_the_package_offers_it(project: Path):
    assert [deckgen.Built] * len(NAMES) == [type(each) for each in deckgen.build_all(root=project)]
