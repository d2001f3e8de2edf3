"""Words with names in braces that are filled in later: `Stand {date}`."""

from __future__ import annotations

import re
from collections.abc import Collection

from deckgen.reading.findings import Mistake
from deckgen.reading.markup import names_in
from deckgen.suggesting import suggest

_NAME = re.compile(r"\{\w+\}")


def check_pattern(pattern: str, names: Collection[str], what: str) -> None:
    """Raise Mistake for names that `what`, such as a footer, cannot fill in, and lone braces."""
    for name in sorted(names_in(pattern)):
        if name not in names:
            words = f"{{{name}}}"
            hint = suggest(name, names, "names") if names else "write the words alone"
            message = f"`{words}` is not a name that {what} can fill in"
            raise Mistake("unknown-fill-in", message, hint, words)
    if brace := re.search("[{}]", _NAME.sub("", pattern)):
        message = f"a lone `{brace[0]}` stands for nothing"
        raise Mistake("lone-brace", message, "braces hold names to be filled in", brace[0])
