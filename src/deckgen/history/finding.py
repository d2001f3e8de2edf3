"""Where the repository of a folder is, found without git: most content costs nothing here."""

from __future__ import annotations

from pathlib import Path


def find_git(place: Path) -> Path | None:
    """The `.git` of the nearest folder above `place` that has one; links are followed first.

    It is a file in work trees and submodules; a folder that holds no `HEAD` is no repository.
    """
    try:
        real = place.resolve()
        return next((git for git in map(_git, (real, *real.parents)) if _is_git(git)), None)
    except OSError:  # a folder closed to us
        return None


def _git(folder: Path) -> Path:
    return folder / ".git"


def _is_git(git: Path) -> bool:
    return git.exists() and ((git / "HEAD").is_file() or git.is_file())
