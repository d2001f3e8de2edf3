"""A Python of its own, for what has to hold from its first line on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def printed_by(script: str, folder: Path | None = None, **environment: str) -> str:
    """What `script` prints in a new Python, started in `folder`; without blanks around it."""
    known = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **environment}
    run = subprocess.run(
        [sys.executable, "-c", script],
        cwd=folder,
        env=known,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return run.stdout.strip()
