"""Why an Office file cannot be used."""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.named import NamedTuple


class Finding(NamedTuple):
    """One thing that is wrong with a file: a code, a sentence, a way out.

    `about` is what of theme.yaml it is about, if not about the file itself.
    """

    code: str
    message: str
    hint: str | None = None
    about: str = ""


class Refused(Exception):
    """A file that is not used; `findings` is everything that was found wrong."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(finding.message for finding in self.findings))


def refuse(code: str, message: str, hint: str | None = None) -> Refused:
    """The refusal for one reason."""
    return Refused([Finding(code, message, hint)])
