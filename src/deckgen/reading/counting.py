"""Lists that must be as long as another one."""

from __future__ import annotations

from collections.abc import Sized

from deckgen.problems import Source
from deckgen.reading.reader import Reader

_PLURALS = {"category": "categories", "criterion": "criteria"}


def check_count(
    given: tuple[str, Sized],
    wanted: tuple[str, Sized],
    source: Source,
    reader: Reader,
    *,
    may_lack: bool = True,
) -> None:
    """Tell it if there are not as many of the one as there are of the other.

    Each comes with what one of them is called; an empty list was told already. Where some
    `may_lack`, a dash stands for them.
    """
    (noun, values), (other, places) = given, wanted
    if values and places and len(values) != len(places):
        verb = "is" if len(values) == 1 else "are"
        message = f"there {verb} {_counted(len(values), noun)}, but {_counted(len(places), other)}"
        rest = "; – where there is none" if may_lack else ""
        hint = f"give a {noun} for each {other}, in their order{rest}"
        reader.findings.error("values-differ", message, source, hint)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun if count == 1 else _PLURALS.get(noun, f'{noun}s')}"
