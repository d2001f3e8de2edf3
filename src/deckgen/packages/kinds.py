"""The kinds of Office files that are opened: what they are called, and how large they may be."""

from __future__ import annotations

from deckgen.named import NamedTuple


class Limits(NamedTuple):
    """The most that is opened, unpacked and in bytes: the file, its directory, all parts together.

    `xml` bounds a part that is parsed, `part` any other one; `entries` are counted, and so are
    the `nodes`, elements and attributes, of all trees that are held at a time.
    """

    file: int
    directory: int
    entries: int
    part: int
    whole: int
    xml: int
    nodes: int


class Kind(NamedTuple):
    """One kind of file: the words messages have for it, the content types of its main part, limits.

    `main` is what the main part is called, so that a file of another kind is `no-<main>`.
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
    limits: Limits


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
    limits=Limits(
        file=50 * 2**20,
        directory=2**20,
        entries=4000,
        part=24 * 2**20,
        whole=200 * 2**20,
        xml=2 * 2**20,
        nodes=600_000,
    ),
)

DECK = TEMPLATE._replace(
    noun="deck",
    extension=".pptx",
    save_as="open it in PowerPoint and save it again",
    open_document="save it as .pptx",
    simplify="turn drawings into pictures",
    limits=Limits(
        file=200 * 2**20,
        directory=8 * 2**20,
        entries=32_000,
        part=48 * 2**20,
        whole=800 * 2**20,
        xml=48 * 2**20,
        nodes=600_000,
    ),
)
"""Decks hold slides, notes and pictures, so they are larger than what they are made from."""

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
    limits=Limits(
        file=10 * 2**20,
        directory=2**20,
        entries=4000,
        part=8 * 2**20,
        whole=100 * 2**20,
        xml=8 * 2**20,
        nodes=1_200_000,
    ),
)
