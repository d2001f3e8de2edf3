"""Work on many decks in their order: in this process, in several, or by any executor."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain
from signal import SIG_IGN, SIGINT, signal
from threading import Lock, Thread, active_count
from typing import TYPE_CHECKING, Generic, TypeVar

from deckgen.named import NamedTuple

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future
    from multiprocessing.context import BaseContext

Result = TypeVar("Result")
Known = TypeVar("Known")


class LostProcess(OSError):
    """A process that worked for us was ended by somebody else."""


_WORTH_PROCESSES = 8
"""Fewer decks are built sooner here than processes are started."""

_MOST_AHEAD = 1000
"""So many are handed out before the first is taken back: enough for a cluster, little memory."""

_MOST_PROCESSES = 61
"""More of them Windows cannot wait for."""


class Ready(NamedTuple, Generic[Known]):
    """A result that is known already, and keeps its place between the others."""

    result: Known


def spread(
    work: Callable[[str], Result],
    steps: Iterable[str | Ready[Known]],
    most: int,
    jobs: int = 1,
    executor: Executor | None = None,
    prepare: Callable[[], None] | None = None,
) -> Generator[Result | Known]:
    """The results of `work` on decks, in the order of the steps, which are at most `most`.

    Where another process does the work, all of this must be such as can be sent to it.
    Processes of ours begin with `prepare`.
    """
    if executor is not None:
        yield from _handed_out(work, steps, executor)
        return
    steps = iter(steps)
    first: list[str | Ready[Known]] = list(_begin(steps)) if jobs > 1 else []
    steps = chain(first, steps)
    if _unknown(first) < _WORTH_PROCESSES:
        yield from (step.result if isinstance(step, Ready) else work(step) for step in steps)
        return
    with _processes(min(jobs, most // 2, _MOST_PROCESSES), prepare) as processes:
        yield from _handed_out(partial(_unbroken, work), steps, processes)


def _begin(steps: Iterator[str | Ready[Known]]) -> Iterator[str | Ready[Known]]:
    """Steps from the start until there is enough to do for several processes."""
    waiting = 0
    for step in steps:
        yield step
        waiting += not isinstance(step, Ready)
        if waiting == _WORTH_PROCESSES:
            return


def _unknown(steps: Iterable[object]) -> int:
    return sum(not isinstance(step, Ready) for step in steps)


def _handed_out(
    work: Callable[[str], Result], steps: Iterable[str | Ready[Known]], executor: Executor
) -> Iterator[Result | Known]:
    ahead: deque[Ready[Known] | Future[Result]] = deque()
    try:
        for step in steps:
            ahead.append(step if isinstance(step, Ready) else executor.submit(work, step))
            while ahead and (len(ahead) == _MOST_AHEAD or _is_done(ahead[0])):
                yield _result(ahead[0])
                ahead.popleft()
        while ahead:
            yield _result(ahead[0])
            ahead.popleft()
    finally:  # somebody has seen enough, or something broke
        for each in ahead:
            if not isinstance(each, Ready):
                each.cancel()


def _is_done(handed_out: Ready[Known] | Future[Result]) -> bool:
    return isinstance(handed_out, Ready) or handed_out.done()


def _result(handed_out: Ready[Known] | Future[Result]) -> Result | Known:
    return handed_out.result if isinstance(handed_out, Ready) else handed_out.result()


@contextmanager
def _processes(number: int, prepare: Callable[[], None] | None) -> Iterator[Executor]:
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
    from multiprocessing import get_context

    context: BaseContext = get_context()
    if context.get_start_method() == "fork":
        if active_count() > 1:  # what a thread holds at a fork, nobody lets go in the child
            context = get_context("spawn")
        elif prepare:
            prepare()  # once for all of them
    pool = ProcessPoolExecutor(number, context, _begin_to_work, (prepare,))
    try:
        yield pool
    except BrokenExecutor:
        message = "one of its processes was ended from outside, perhaps for want of memory"
        raise LostProcess(message) from None
    finally:
        pool.shutdown(cancel_futures=True)


_at_work = Lock()


def _unbroken(work: Callable[[str], Result], name: str) -> Result:
    with _at_work:
        return work(name)


def _begin_to_work(prepare: Callable[[], None] | None) -> None:
    """In a process of ours: leave interrupts to the parent, and do not outlive it."""
    # Ctrl-C reaches all processes. The parent hands out nothing more; what a worker has
    # begun, it finishes.
    signal(SIGINT, SIG_IGN)
    Thread(target=_leave_with_parent, daemon=True).start()
    if prepare:
        prepare()


def _leave_with_parent() -> None:
    """Without this, a parent that was killed would leave its workers waiting for ever."""
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        with _at_work:
            os._exit(1)
