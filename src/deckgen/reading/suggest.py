"""Ways out of a slip of the pen."""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.problems import look_alike

_LONGEST = 60


def likest(word: str, choices: Iterable[str], likeness: float = 0.6) -> str | None:
    """The choice most like `word`; None if none is as like as `likeness`, 1 for the same word."""
    from difflib import get_close_matches

    choices = tuple(choices)
    if twin := look_alike(word, choices):
        return twin
    folded = {_fold(choice): choice for choice in choices}
    close = get_close_matches(_fold(word[:_LONGEST]), folded, n=1, cutoff=likeness)
    return folded[close[0]] if close else None


def did_you_mean(word: str, choices: Iterable[str]) -> str | None:
    """The choice most like `word`, as a question; None if none is like it."""
    found = likest(word, choices)
    return f"did you mean `{found}`?" if found else None


def suggest(word: str, choices: Iterable[str], noun: str) -> str:
    """The choice most like `word`, or else all of them, called by `noun` in the plural."""
    choices = tuple(choices)
    if not choices:
        return f"there are no {noun}"
    return did_you_mean(word, choices) or f"the {noun} are: {', '.join(choices)}"


def _fold(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")
