"""Files that a theme names: fonts and pictures beside its theme.yaml."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.reading.findings import Mistake
from deckgen.reading.suggest import did_you_mean


def file_beside(path: str, files: Mapping[str, bytes]) -> bytes:
    """The bytes of the file at `path`, seen from the theme's folder; Mistake if there is none."""
    found = files.get(path.removeprefix("./"))
    if found is None:
        hint = did_you_mean(path, files) or "put it into the theme's folder"
        raise Mistake("missing-file", f"there is no file `{path}` beside theme.yaml", hint)
    return found
