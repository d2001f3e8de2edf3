"""The program git: started so that it only reads, asks nobody and runs nothing else.

A repository may come from others, and so may its configuration: whatever in it names a program is
out of reach of the few commands that are used here, or is overruled.
"""

from __future__ import annotations

import os
import subprocess
import weakref
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

from deckgen.named import NamedTuple

LONGEST = 30.0
"""So many seconds one answer of git may take."""

_AT_ONCE = 200
"""So many names fit into a pipe with room to spare: more at once might wait for each other."""

_OVERRULED = (
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    "core.alternateRefsCommand=",
    "log.showSignature=false",
    "protocol.allow=never",
)
_ENVIRONMENT = {
    "LC_ALL": "C",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}


class Unreadable(Exception):
    """The history cannot be read: why, and a way out."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Object(NamedTuple):
    """What git keeps: its id in hexadecimal, `commit`, `tree`, `blob` or `tag`, and its bytes."""

    id: str
    kind: str
    content: bytes


class Objects:
    """The objects of the repository at `git`, by one process that answers as long as it is asked.

    The process ends with this value.
    """

    def __init__(self, git: Path) -> None:
        self._git = git
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the process, if it was not."""
        self._started()

    def get(self, names: Sequence[str]) -> list[Object | None]:
        """The objects called so, in any way git knows; None for each that is not there."""
        found: list[Object | None] = []
        for start in range(0, len(names), _AT_ONCE):
            found += self._ask(names[start : start + _AT_ONCE])
        return found

    def one(self, name: str) -> Object | None:
        """The object called so, or None."""
        return self.get([name])[0]

    def _ask(self, names: Sequence[str]) -> list[Object | None]:
        # Asked for line by line; a name with a line's end in it names nothing.
        asked = [name if name.isprintable() else "\ufffd" for name in names]
        process = self._started()
        assert process.stdin is not None  # noqa: S101 - told to mypy: both are pipes
        with _ended_in_time(process), _told(self._git):
            process.stdin.write("".join(f"{name}\n" for name in asked).encode())
            process.stdin.flush()
            return [_answer(process) for _ in asked]

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._process = _start(self._git)
            weakref.finalize(self, _end, self._process, os.getpid())
        return self._process


def run(git: Path, *words: str) -> str:
    """What a command of git prints, of the repository at `git`; nothing if it fails."""
    with _told(git):
        done = subprocess.run(  # noqa: S603 - a fixed program, words of ours
            _command(git, *words),
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=LONGEST,
            check=False,
        )
    return done.stdout.decode("utf-8", "surrogateescape") if done.returncode == 0 else ""


def _command(git: Path, *words: str) -> list[str]:
    settings = [word for setting in _OVERRULED for word in ("-c", setting)]
    return ["git", "--no-pager", "--no-optional-locks", f"--git-dir={git}", *settings, *words]


def _environment() -> dict[str, str]:
    """What others set for git, such as a hook that runs us, speaks of another repository."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | _ENVIRONMENT


def _start(git: Path) -> subprocess.Popen[bytes]:
    with _told(git):
        return subprocess.Popen(  # noqa: S603 - a fixed program, words of ours
            _command(git, "cat-file", "--batch"),
            env=_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )


def _end(process: subprocess.Popen[bytes], owner: int) -> None:
    if os.getpid() != owner:  # a fork of us has it too, but did not start it
        return
    process.kill()
    process.communicate()


def _answer(process: subprocess.Popen[bytes]) -> Object | None:
    assert process.stdout is not None  # noqa: S101 - told to mypy: it is a pipe
    head = process.stdout.readline()
    if head.endswith((b" missing\n", b" ambiguous\n")):
        return None
    parts = head.decode("ascii", "replace").split()
    if len(parts) != 3 or not parts[2].isdecimal():
        raise BrokenPipeError
    content = process.stdout.read(int(parts[2]) + 1)[:-1]
    if len(content) != int(parts[2]):
        raise BrokenPipeError
    return Object(parts[0], parts[1], content)


@contextmanager
def _ended_in_time(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """A process that does not answer is ended: then what waits for it goes on, and tells."""
    timer = Timer(LONGEST, process.kill)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()


@contextmanager
def _told(git: Path) -> Iterator[None]:
    """What goes wrong with the program, in words."""
    try:
        yield
    except (FileNotFoundError, PermissionError):
        hint = "install git (https://git-scm.com), so that `git --version` works here"
        raise Unreadable("the program git could not be started", hint) from None
    except (OSError, ValueError, subprocess.TimeoutExpired):
        message = f"git cannot read the repository {git}"
        raise Unreadable(message, "see what `git fsck` says there") from None
