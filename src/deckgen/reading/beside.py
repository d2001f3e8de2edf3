"""Files that a theme or a deck names: fonts, pictures and tables beside its YAML file."""

from __future__ import annotations

import re
from collections.abc import Mapping

from deckgen.reading.findings import Mistake
from deckgen.reading.suggest import did_you_mean

_LEADS_OUT = re.compile(r"[/\\]|[A-Za-z]:|[a-z]+://|(?:.*[/\\])?\.\.(?:[/\\]|$)")


def file_beside(path: str, files: Mapping[str, bytes], owner: str = "theme") -> bytes:
    """The bytes of the file at `path`, seen from the folder of its `owner`, `theme` or `deck`.

    Mistake if there is none among `files`, which are all that lie in that folder.
    """
    found = files.get(path.removeprefix("./"))
    if found is None:
        hint = did_you_mean(path, files) or f"put it into the {owner}'s folder"
        if _LEADS_OUT.match(path):
            message = f"`{path}` leads out of the {owner}'s folder"
            raise Mistake("file-outside", message, hint)
        raise Mistake("missing-file", f"there is no file `{path}` beside {owner}.yaml", hint)
    return found
