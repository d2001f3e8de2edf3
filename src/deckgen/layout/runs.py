"""Runs cut where lines end, or where LibreOffice takes another font."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import groupby
from unicodedata import bidirectional

from deckgen.page import Run


def share_runs(runs: Sequence[Run], stretches: Sequence[str]) -> Iterator[tuple[Run, ...]]:
    """The runs of each of `stretches`, which follow one another and are all of the words.

    The spaces between two stretches belong to neither.
    """
    rest = tuple(runs)
    for stretch in stretches:
        letters = sum(1 for char in stretch if not char.isspace())
        taken, rest = _take_letters(rest, letters)
        yield taken


_FROM_RIGHT = frozenset({"R", "AL"})
_STRONG = _FROM_RIGHT | {"L"}


@lru_cache(maxsize=16384)
def has_right_to_left(text: str) -> bool:
    """Whether a letter of `text` is of a script that is read from the right."""
    return not text.isascii() and any(map(_is_right_to_left, set(text)))


def by_font(runs: Sequence[Run]) -> Iterator[tuple[Run, bool]]:
    """The runs of a text with letters that are read from the right, cut where fonts change.

    True is for those that LibreOffice may set in its own font for such scripts, though the
    theme's has their letters: links, digits and signs that no other letter precedes, and
    what follows a bracket in a paragraph that itself is read from the right.
    """
    is_turned = _reads_from_right("".join([run.text for run in runs]))
    is_near, is_kept = True, False
    for run in runs:
        marks: list[bool] = []
        for char in run.text:
            direction = bidirectional(char)
            if direction in _FROM_RIGHT:
                is_near, is_kept = True, False
            elif run.link or is_kept:
                is_near = True
            elif is_turned and char in "([{":
                is_near = is_kept = True
            elif direction == "L":
                is_near = False
            marks.append(is_near and direction not in _FROM_RIGHT)
        yield from _by_mark(run, marks)


def _reads_from_right(text: str) -> bool:
    strong = (bidirectional(char) for char in text)
    return next((each in _FROM_RIGHT for each in strong if each in _STRONG), False)


def _by_mark(run: Run, marks: Sequence[bool]) -> Iterator[tuple[Run, bool]]:
    """A run cut where the marks of its characters change."""
    start = 0
    for mark, same in groupby(marks):
        end = start + len(list(same))
        yield run._replace(text=run.text[start:end]), mark
        start = end


def cut_links(runs: tuple[Run, ...], lines: Sequence[str]) -> tuple[Run, ...]:
    """`runs` with links that end where lines or scripts do, and go on as another link.

    LibreOffice takes a link for one sign, which it moves to the next line as a whole, or
    tears at any letter, and sets in one font. The space at a line's end is not part of a link.
    """
    if not [run for run in runs if run.link]:
        return runs
    if len(lines) > 1:
        runs = _cut_at_lines(runs, lines)
    return tuple(part for run in runs for part in _by_script(run))


def _by_script(run: Run) -> Iterator[Run]:
    """A link cut between letters that are read from the right and others."""
    if not run.link or not has_right_to_left(run.text):
        yield run
        return
    for _, chars in groupby(run.text, _is_right_to_left):
        yield run._replace(text="".join(chars))


@cache
def _is_right_to_left(char: str) -> bool:
    return bidirectional(char) in _FROM_RIGHT


def _cut_at_lines(runs: tuple[Run, ...], lines: Sequence[str]) -> tuple[Run, ...]:
    text = "".join(run.text for run in runs)
    cut: list[Run] = []
    place = 0
    for line in share_runs(runs, lines):
        words = "".join(run.text for run in line)
        start = text.index(words, place)
        if cut and start > place:
            _append(cut, cut[-1]._replace(text=text[place:start], link=None))
        for run in line:
            _append(cut, run)
        place = start + len(words)
    return tuple(cut)


def _append(runs: list[Run], run: Run) -> None:
    """Add `run`, joined to the last one if it is like that and no link."""
    if runs and not run.link and runs[-1] == run._replace(text=runs[-1].text):
        runs[-1] = run._replace(text=runs[-1].text + run.text)
    else:
        runs.append(run)


def _take_letters(runs: tuple[Run, ...], letters: int) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """The runs with the first `letters` characters that are no spaces, and what is left."""
    taken: list[Run] = []
    if not letters:
        return (), runs
    for index, run in enumerate(runs):
        for end, char in enumerate(run.text, start=1):
            letters -= not char.isspace()
            if letters == 0:
                taken.append(run._replace(text=run.text[:end]))
                rest = run._replace(text=run.text[end:].lstrip(" "))
                return tuple(taken), (*([rest] if rest.text else []), *runs[index + 1 :])
        taken.append(run)
    return tuple(taken), ()
