"""Work is spread over processes or an executor, and comes back in its order."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from signal import SIGKILL
from time import sleep

import pytest

from deckgen.workers import LostProcess, Ready, spread

NAMES = [f"deck {number}" for number in range(20)]
RESULTS = [name.upper() for name in NAMES]


def _process(_: str) -> int:
    return os.getpid()


def _early_ones_last(name: str) -> str:
    sleep(0.05 if name == NAMES[0] else 0)
    return name.upper()


def _fails(name: str) -> str:
    raise ZeroDivisionError(name)


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_decks(jobs: int):
    assert list(spread(_early_ones_last, NAMES, len(NAMES), jobs)) == RESULTS


def test_an_executor_does_the_work():
    with ThreadPoolExecutor(2) as threads:
        assert list(spread(_early_ones_last, NAMES, len(NAMES), executor=threads)) == RESULTS


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_known_keeps_its_place(jobs: int):
    steps: list[str | Ready[str]] = [Ready("known"), *NAMES, Ready("known"), *NAMES]

    results = list(spread(str.upper, steps, len(steps), jobs))

    assert results == ["known", *RESULTS, "known", *RESULTS]


def test_many_decks_are_for_other_processes():
    assert os.getpid() not in spread(_process, NAMES, len(NAMES), 2)


def test_threads_of_the_caller_do_no_harm():
    with ThreadPoolExecutor(1) as threads:
        threads.submit(str).result()
        assert list(spread(str.upper, NAMES, len(NAMES), 2)) == RESULTS


def test_few_decks_are_for_this_process():
    steps: list[str | Ready[int]] = [*NAMES[:7], *[Ready(0)] * 100]

    assert {*spread(_process, steps, len(steps), 2)} == {os.getpid(), 0}


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_bug_is_not_hidden(jobs: int):
    with pytest.raises(ZeroDivisionError, match="deck 0"):
        list(spread(_fails, NAMES, len(NAMES), jobs))


def _is_killed(name: str) -> str:
    if name == NAMES[12]:
        os.kill(os.getpid(), SIGKILL)
    return name


def test_a_process_that_somebody_ends_is_told():
    with pytest.raises(LostProcess, match="was ended from outside"):
        list(spread(_is_killed, NAMES, len(NAMES), 2))


def test_here_work_is_done_as_its_results_are_taken():
    done: list[str] = []

    next(spread(done.append, NAMES, len(NAMES)))

    assert done == NAMES[:1]


def test_only_so_many_are_handed_out_ahead():
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield "deck"

    with ThreadPoolExecutor(1) as threads:
        results = spread(_early_ones_last, endless(), 10**9, executor=threads)
        for _ in range(10):
            next(results)
        assert taken <= 1010
        results.close()


def test_who_has_seen_enough_leaves_nothing_to_be_done():
    handed_out: list[Future[object]] = []

    class Remembering(ThreadPoolExecutor):
        def submit(self, *work: object, **more: object) -> Future[object]:  # type: ignore[override]
            handed_out.append(super().submit(*work, **more))  # type: ignore[arg-type]
            return handed_out[-1]

    with Remembering(1) as threads:
        results = spread(_early_ones_last, NAMES, len(NAMES), executor=threads)
        next(results)
        results.close()

    assert len(handed_out) == len(NAMES)
    assert all(future.done() for future in handed_out)
