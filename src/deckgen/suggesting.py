"""Ways out of a slip of the pen."""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.accents import alike, composed

_LONGEST = 60


def suggest(word: str, choices: Iterable[str], noun: str) -> str:
    """The choice most like `word`, or else all of them, called by `noun` in the plural."""
    choices = tuple(choices)
    if not choices:
        return f"there are no {noun}"
    return did_you_mean(word, choices) or f"the {noun} are: {', '.join(choices)}"


def did_you_mean(word: str, choices: Iterable[str]) -> str | None:
    """The choice most like `word`, as a question; None if none is like it."""
    choices = tuple(choices)
    if twin := _twin(word, choices):
        return f"`{twin}` only looks the same, its letters are stored otherwise: type its name anew"
    found = _translated(word, choices) or likest(word, choices)
    return f"did you mean `{found}`?" if found else None


def likest(word: str, choices: Iterable[str], likeness: float = 0.6) -> str | None:
    """The choice most like `word`; None if none is as like as `likeness`, 1 for the same word."""
    from difflib import get_close_matches

    folded = {_fold(choice): choice for choice in choices}
    close = get_close_matches(_fold(word[:_LONGEST]), folded, n=1, cutoff=likeness)
    return folded[close[0]] if close else None


def _twin(word: str, choices: Iterable[str]) -> str | None:
    """Another choice that is `word` to the eye: é may be stored in two ways."""
    return next((name for name in alike(word, choices) if name != word), None)


def _translated(word: str, choices: Iterable[str]) -> str | None:
    """The choice that `word` says in German."""
    from deckgen.glossary import translated

    return translated(_fold(word[:_LONGEST]), choices)


def _fold(word: str) -> str:
    return composed(word).casefold().replace("-", "_").replace(" ", "_")
