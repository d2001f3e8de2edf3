"""What a deck's file says of itself, whoever wrote it."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.named import NamedTuple
from deckgen.packages.archive import Archive
from deckgen.packages.kinds import DECK
from deckgen.packages.refusing import Refused
from deckgen.packages.xml import parse
from deckgen.problems import InvalidInput, Problem, Source, SourceFile
from deckgen.provenance import LABELS, Provenance

_CUSTOM, _CORE = "docProps/custom.xml", "docProps/core.xml"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


class Told(NamedTuple):
    """A deck's title, and where it comes from."""

    title: str | None
    provenance: Provenance


def properties_in(shown: str, content: bytes) -> Told:
    """What the file at the path `shown` says. Raises InvalidInput if it is no PowerPoint file."""
    try:
        archive = Archive(content, DECK)
        found = dict(_custom(archive))
        title = parse(archive.read(_CORE, is_xml=True), _CORE, DECK) if _CORE in archive else None
        words = title.findtext(_TITLE) if title is not None else None
    except Refused as refused:
        place = Source(SourceFile(shown))
        problems = [Problem(each.code, each.message, place) for each in refused.findings]
        raise InvalidInput(problems) from None
    is_clean = found.pop("is_clean", None)
    return Told(
        words, Provenance(**found, is_clean=None if is_clean is None else is_clean == "true")
    )


def _custom(archive: Archive) -> Iterator[tuple[str, str]]:
    keys = {label: key for key, label in LABELS.items()}
    if _CUSTOM not in archive:
        return
    for each in parse(archive.read(_CUSTOM, is_xml=True), _CUSTOM, DECK):
        key = keys.get(each.get("name") or "")
        if key and len(each):
            yield key, each[0].text or ""
