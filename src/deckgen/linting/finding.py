"""What the linter finds."""

from __future__ import annotations

from deckgen.named import NamedTuple
from deckgen.problems import WarningCode


class Finding(NamedTuple):
    """One thing that is wrong with a package: a code, the part, a sentence, a way out.

    The sentence names the element or the place within the part. A code of the list of warnings
    stands for what keeps people from using a file, any other for what PowerPoint repairs or
    refuses.
    """

    code: str
    part: str
    message: str
    hint: str | None = None

    @property
    def is_warning(self) -> bool:
        """Whether PowerPoint opens the file all the same."""
        return isinstance(self.code, WarningCode)

    def __str__(self) -> str:
        return f"{self.part}: {self.message}" if self.part else self.message
