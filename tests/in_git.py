"""Projects in git repositories, made for tests; commits are the same on every machine."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

FIRST_DAY = 1_546_340_400
"""Noon of 1 January 2019 in Germany, when the first commit is made; each day there is another."""

_DAY = 86_400


class InGit:
    """A repository at `root` in which commits can be made."""

    def __init__(self, root: Path, *options: str) -> None:
        root.mkdir(parents=True, exist_ok=True)
        self.root = root
        self._moment = FIRST_DAY
        self.git("init", "--quiet", "--initial-branch=main", *options)

    def git(self, *words: str) -> str:
        """What git says, which must not fail."""
        done = subprocess.run(
            ["git", *words],
            cwd=self.root,
            env=environment(self._moment),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def commit(self, files: Mapping[str, str | None] = {}, tag: str | None = None) -> str:
        """Write files (None deletes one), and commit everything; the commit's id."""
        for path, text in files.items():
            place = self.root / path
            if text is None:
                place.unlink()
            else:
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(text.encode())
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "Bericht")
        self._moment += _DAY
        if tag:
            self.git("tag", tag)
        return self.git("rev-parse", "HEAD")


def environment(moment: int = FIRST_DAY) -> dict[str, str]:
    """An author and a moment, and nothing of who runs the tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    person = {
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in {
            "NAME": "Büro",
            "EMAIL": "buero@example.org",
            "DATE": f"{moment} +0100",
        }.items()
    }
    return kept | person | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
