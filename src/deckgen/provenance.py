"""What a deck's file says of where it comes from, so that years later it can be made again."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.named import NamedTuple

LABELS = {
    "revision": "Content revision",
    "is_clean": "Content as committed",
    "theme": "Theme",
    "theme_digest": "Theme SHA-256",
    "since": "Compared with",
}
"""What the properties are called in the file, and where PowerPoint shows them."""


class Provenance(NamedTuple):
    """The revision of the content, whether it was as committed there, the theme and its digest.

    `since` is the earlier report that was compared with, and its revision. What is not known is
    None: content in no repository has no revision.
    """

    revision: str | None = None
    is_clean: bool | None = None
    theme: str | None = None
    theme_digest: str | None = None
    since: str | None = None

    @property
    def labelled(self) -> Mapping[str, str | bool]:
        """What is known, under the labels."""
        told = self._asdict().items()
        return {LABELS[key]: value for key, value in told if value is not None}
