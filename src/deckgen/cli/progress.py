"""A line on a terminal that says how far a run is, how fast, and how long it will take."""

from __future__ import annotations

from time import perf_counter
from typing import TextIO

_BAR = 24
_CLEAR = "\r\x1b[K"


class Progress:
    """The last line of a terminal; other lines are written between `hide` and `show`.

    Where `stream` is no terminal, or there is only one deck, nothing is shown.
    """

    def __init__(self, total: int, stream: TextIO) -> None:
        self._total = total
        self._stream = stream
        self._is_shown = total > 1 and stream.isatty()
        self._done = self._worked = 0
        self._start = perf_counter()

    def show(self) -> None:
        """Write the line."""
        if not self._is_shown:
            return
        from shutil import get_terminal_size  # most runs have no line

        seconds = perf_counter() - self._start
        columns = get_terminal_size().columns - 1
        self._write(progress_line(self._done, self._total, self._worked, seconds, columns))

    def hide(self) -> None:
        """Leave an empty line in its place."""
        self._write("")

    def advance(self, *, is_work: bool) -> None:
        """One more is done; it tells something about the rate only if it was work."""
        self._done += 1
        self._worked += is_work

    def _write(self, line: str) -> None:
        if self._is_shown:
            self._stream.write(_CLEAR + line)
            self._stream.flush()


def progress_line(done: int, total: int, worked: int, seconds: float, columns: int) -> str:
    """`[######------] 12/24  8 decks/s, 2 s left`, in at most so many columns.

    `worked` of the `done` decks took these seconds; the others took no time.
    """
    filled = _BAR * done // total
    bar = f"[{'#' * filled}{'-' * (_BAR - filled)}] "
    told = f"{done}/{total}{_pace(total - done, worked, seconds)}"
    return (bar + told if len(bar + told) <= columns else told)[:columns]


def _pace(left: int, worked: int, seconds: float) -> str:
    if not worked or seconds <= 0:
        return ""
    rate = worked / seconds
    amount = f"{rate:.0f}" if rate >= 10 else f"{rate:.1f}"
    return f"  {amount} decks/s, {_duration(left / rate)} left"


def _duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes / 60:.1f} h"
