"""Files that Git LFS keeps: in the repository stands a pointer, beside it the bytes."""

from __future__ import annotations

import re
from pathlib import Path

_START = b"version https://git-lfs.github.com/spec/v1\n"
_LONGEST = 1024


def pointed_to(content: bytes) -> str | None:
    """The SHA-256 of the bytes that `content` points to; None if it is no pointer."""
    if not content.startswith(_START) or len(content) > _LONGEST:
        return None
    found = re.search(rb"^oid sha256:([0-9a-f]{64})$", content, re.MULTILINE)
    return found[1].decode() if found else None


def kept(git: Path, sha256: str) -> bytes | None:
    """The bytes with this SHA-256, if they have been fetched into the repository at `git`."""
    try:
        return (git / "lfs" / "objects" / sha256[:2] / sha256[2:4] / sha256).read_bytes()
    except OSError:
        return None
