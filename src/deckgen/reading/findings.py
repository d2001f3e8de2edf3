"""The mistakes and warnings found while reading."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from deckgen.problems import InvalidInput, Problem, Source, WarningCode

T = TypeVar("T")

MOST_MISTAKES = 1000
"""Nobody reads more of them at once, and a file with as many is not what it should be."""


class Mistake(Exception):
    """A value that is not what it should be, before anybody says where it stands.

    `words` is the part of the value to be marked; None is all of it.
    """

    def __init__(
        self, code: str, message: str, hint: str | None = None, words: str | None = None
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.words = words


class Findings:
    """Collects problems, so that reading need not stop at the first."""

    def __init__(self) -> None:
        self._errors: list[Problem] = []
        self._warnings: list[Problem] = []

    @property
    def count(self) -> int:
        """How many errors were found so far."""
        return len(self._errors)

    @property
    def found(self) -> tuple[Problem, ...]:
        """The errors found so far, in the order of files and lines."""
        # What two readers found in one cell of a file is one mistake.
        return tuple(sorted(dict.fromkeys(self._errors), key=_place))

    def error(self, code: str, message: str, source: Source, hint: str | None = None) -> None:
        """Note a mistake. Raises InvalidInput if there are too many of them to go on."""
        self.errors((Problem(code, message, source, hint),))

    def errors(self, problems: Iterable[Problem]) -> None:
        """Note mistakes found elsewhere. Raises InvalidInput if there are too many to go on."""
        self._errors.extend(problems)
        if len(self._errors) >= MOST_MISTAKES:
            told = self._errors[:MOST_MISTAKES]
            raise InvalidInput([*sorted(told, key=_place), _too_many(told[-1])])

    def mistake(self, mistake: Mistake, source: Source) -> None:
        """Note a mistake in the value at `source`, marking only its words if it names some."""
        self.error(mistake.code, mistake.message, _mark(mistake.words, source), mistake.hint)

    def warning(
        self, code: WarningCode, message: str, source: Source, hint: str | None = None
    ) -> None:
        """Note what can be built, but is likely not meant."""
        self._warnings.append(Problem(code, message, source, hint))

    def conclude(self, result: T | None) -> tuple[T, tuple[Problem, ...]]:
        """What was read, and the warnings; InvalidInput with all errors, if there are any.

        Problems come in the order of files and lines. `result` may be None only beside errors.
        """
        if self._errors:
            raise InvalidInput(self.found)
        if result is None:
            raise ValueError("nothing was read, and nothing says why")
        return result, tuple(sorted(self._warnings, key=_place))


def _too_many(last: Problem) -> Problem:
    message = f"there are {MOST_MISTAKES} mistakes and more; reading ended here"
    return Problem("too-many-mistakes", message, last.source, "mend these first")


def _mark(words: str | None, source: Source) -> Source:
    """Where `words` stand in the line of `source`; the whole value if they are not found."""
    if words is None:
        return source
    start = source.file.line(source.line).find(words, source.column - 1)
    is_inside = source.column - 1 <= start < source.column - 1 + source.length
    return source._replace(column=start + 1, length=len(words)) if is_inside else source


def _place(problem: Problem) -> tuple[str, int, int]:
    source = problem.source
    return source.file.path, source.line, source.column
