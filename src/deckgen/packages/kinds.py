"""The kinds of Office files that are opened: what they are called, and how large they may be."""

from __future__ import annotations

from typing import NamedTuple


class Kind(NamedTuple):
    """One kind of file: the words messages have for it, the content types of its main part, limits.

    `largest_xml` bounds a part that is parsed, `largest_part` any other one, and
    `largest_whole` all together, unpacked and in bytes; so does `most_nodes` for elements
    and attributes.
    """

    noun: str
    program: str
    main: str
    main_types: frozenset[str]
    extension: str
    macro_names: str
    save: str
    save_as: str
    open_document: str
    shrink: str
    simplify: str
    largest_file: int
    largest_part: int
    largest_whole: int
    largest_xml: int
    most_nodes: int


def _main_types(family: str, *kinds: str) -> frozenset[str]:
    start = f"application/vnd.openxmlformats-officedocument.{family}"
    return frozenset(f"{start}.{kind}.main+xml" for kind in kinds)


TEMPLATE = Kind(
    noun="template",
    program="PowerPoint",
    main="presentation",
    main_types=_main_types("presentationml", "presentation", "template", "slideshow"),
    extension=".potx",
    macro_names=".potm or .pptm",
    save="open it in PowerPoint and save it again",
    save_as="open it in PowerPoint and save it as a template (.potx)",
    open_document="save it as .potx or .pptx",
    shrink="compress its pictures, and delete slides and layouts that are not needed",
    simplify="turn drawings on master and layouts into pictures",
    largest_file=50 * 2**20,
    largest_part=24 * 2**20,
    largest_whole=200 * 2**20,
    largest_xml=2 * 2**20,
    most_nodes=600_000,
)

DECK = TEMPLATE._replace(
    noun="deck",
    save_as="open it in PowerPoint and save it as a presentation (.pptx)",
    open_document="save it as .pptx",
)
"""A file that `deckgen show` is asked about."""

WORKBOOK = Kind(
    noun="workbook",
    program="Excel",
    main="workbook",
    main_types=_main_types("spreadsheetml", "sheet", "template"),
    extension=".xlsx",
    macro_names=".xlsm or .xltm",
    save="open it in Excel and save it again",
    save_as="open it in Excel and save it as a workbook (.xlsx)",
    open_document="save it as .xlsx",
    shrink="copy what the deck shows into a workbook of its own",
    simplify="copy what the deck shows into a workbook of its own",
    largest_file=10 * 2**20,
    largest_part=8 * 2**20,
    largest_whole=100 * 2**20,
    largest_xml=8 * 2**20,
    most_nodes=1_200_000,
)
