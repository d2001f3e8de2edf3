"""Whole processes, timed in turns so that a busy machine slows all of them alike.

This process stays small on purpose: Linux counts the memory of the process that starts
another one into the other one's peak. So nothing here imports what is measured.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

AS_INSTALLED = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
"""Installed programs run from their bytecode."""

BYTES_OF_A_UNIT = 1 if sys.platform == "darwin" else 1024


class Job(NamedTuple):
    """A command, and what it writes: that is removed before each run."""

    command: list[str]
    output: Path | None = None


class Cost(NamedTuple):
    """What a process took: seconds by the clock and of the processors, megabytes at most."""

    seconds: float
    busy: float
    peak: float


def in_turns(jobs: Mapping[str, Job], rounds: int) -> dict[str, Cost]:
    """The median cost of each job; in each round, all jobs run once."""
    costs = [{name: run(job) for name, job in jobs.items()} for _ in range(rounds)]
    return {name: _median([each[name] for each in costs]) for name in jobs}


def run(job: Job) -> Cost:
    """The cost of one run. Raises CalledProcessError, or FileNotFoundError for no output."""
    if job.output:
        _clear(job.output)
    start = perf_counter()
    process = subprocess.Popen(job.command, stdout=subprocess.DEVNULL, env=AS_INSTALLED)
    _, status, used = os.wait4(process.pid, 0)  # this child's use alone, not of all children
    seconds = perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, job.command)
    if job.output:
        job.output.stat()
    return Cost(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss * BYTES_OF_A_UNIT / 1e6)


def _clear(output: Path) -> None:
    if output.is_dir():
        shutil.rmtree(output)
    output.unlink(missing_ok=True)
    output.parent.mkdir(parents=True, exist_ok=True)


def _median(costs: list[Cost]) -> Cost:
    seconds, busy, peak = (median(values) for values in zip(*costs, strict=True))
    return Cost(seconds, busy, peak)
