"""Bad input by the thousand: whatever comes of it, it is no crash, and told with its place."""

from __future__ import annotations

import resource
import traceback
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path
from random import Random
from time import process_time
from typing import NamedTuple

from tests.mutations import mutated, mutated_package

from deckgen.design import draw_look
from deckgen.language import language
from deckgen.layout import lay_out
from deckgen.look import Look
from deckgen.page import Page, Pages, Sketch
from deckgen.planning import plan
from deckgen.problems import InvalidInput, Problem
from deckgen.reading import read_report, read_theme
from deckgen.templates import bind, prepared_template
from deckgen.writing.pptx import write_pptx

REPOSITORY = Path(__file__).parent.parent
LONGEST = 2.0
"""Seconds of the processor that an input may take."""

MOST_MEMORY = 500 * 2**20
"""Bytes that a process may take more than at its beginning."""

AT_ONCE = 250
"""How many inputs a process is given at a time."""

Files = Mapping[str, bytes]


class Finding(NamedTuple):
    """An input by its number, and what is wrong with what came of it."""

    number: int
    words: str


def find_faults(numbers: range, processes: int) -> list[Finding]:
    """What is wrong with what becomes of the inputs with these numbers."""
    chunks = [numbers[start : start + AT_ONCE] for start in range(0, len(numbers), AT_ONCE)]
    with ProcessPoolExecutor(processes) as pool:
        return [finding for findings in pool.map(_try_all, chunks) for finding in findings]


def _try_all(numbers: Iterable[int]) -> list[Finding]:
    return [Finding(number, words) for number in numbers if (words := fault_of(number))]


def fault_of(number: int) -> str | None:
    """What is wrong with what becomes of an input; None if all is as it should be."""
    random = Random(number)
    door = random.choices([door for door, _ in _DOORS], [share for _, share in _DOORS])[0]
    return fault_in(partial(door, random))


def fault_in(work: Callable[[], object]) -> str | None:
    """What is wrong with `work`: it crashes, takes long or much, or complains of no place."""
    most_before, start = _most_memory(), process_time()
    try:
        work()
    except InvalidInput as invalid:
        misplaced = [problem for problem in invalid.problems if not _is_placed(problem)]
        if misplaced:
            return f"told without a place: {misplaced[0]}"
    except BaseException:  # noqa: BLE001 - whatever it is, an author must not see it
        return traceback.format_exc(limit=-4)
    seconds, more = process_time() - start, _most_memory() - most_before
    if seconds > LONGEST:
        return f"took {seconds:.1f} s"
    return f"took {more / 2**20:.0f} MB" if more > MOST_MEMORY else None


def _is_placed(problem: Problem) -> bool:
    """Whether a problem names its file, and can be shown."""
    return bool(problem.source.file.path and str(problem) and problem.source.line >= 0)


def _most_memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _noise(random: Random) -> None:
    _build({"deck.yaml": random.randbytes(random.randint(0, 400))})


def _deck(random: Random) -> None:
    files: Files = random.choice(_decks())
    path = random.choice(["deck.yaml", *_written(files)])
    others = tuple(_written(random.choice(_decks())).values())
    _build({**files, path: mutated(files[path], random, others)})


def _file_beside(random: Random) -> None:
    """A table or a picture that a deck names."""
    files = _decks()[1]
    path = random.choice(sorted(files.keys() - _written(files).keys()))
    is_package = path.endswith(".xlsx")
    content = mutated_package(files[path], random) if is_package else mutated(files[path], random)
    _build({**files, path: content})


def _written(files: Files) -> Files:
    return {path: content for path, content in files.items() if path.endswith(".yaml")}


def _build(files: Files) -> None:
    report, _ = read_report("fuzz", "content/fuzz", _written(files), files)
    deck = plan(report)
    look = _look(report.language)
    write_pptx(_without_drawings(lay_out(deck, look)), look)


def _without_drawings(pages: Pages) -> Pages:
    """The pages without what takes a quarter of a second to be drawn."""
    sections = (
        section._replace(pages=tuple(_without_sketches(page) for page in section.pages))
        for section in pages.sections
    )
    return pages._replace(sections=tuple(sections))


def _without_sketches(page: Page) -> Page:
    elements = (element for element in page.elements if not isinstance(element, Sketch))
    return page._replace(elements=tuple(elements))


def _theme(random: Random) -> None:
    files = random.choice(_themes())
    path = "theme.yaml" if random.random() < 0.7 else random.choice(list(files))
    theme, _ = read_theme("fuzz", "themes/fuzz", {**files, path: mutated(files[path], random)})
    if theme.template is None:
        draw_look(theme, language("de-DE"))


def _template(random: Random) -> None:
    files = _themes()[-1]
    (path,) = [path for path in files if path.endswith(".potx")]
    template = mutated_package(files[path], random)
    theme, _ = read_theme("fuzz", "themes/fuzz", {**files, path: template})
    if theme.template is not None:
        bind(prepared_template(theme, theme.template), language("de-DE"))


_DOORS = ((_noise, 10), (_deck, 55), (_file_beside, 15), (_theme, 15), (_template, 5))
"""Where bad input comes in, and how often of a hundred times."""


@cache
def _decks() -> tuple[Files, ...]:
    folders = sorted((REPOSITORY / "content").iterdir())
    return tuple(_files(folder, "*") for folder in folders)


@cache
def _themes() -> tuple[Files, ...]:
    return tuple(_files(folder, "*") for folder in sorted((REPOSITORY / "themes").iterdir()))


def _files(folder: Path, pattern: str) -> Files:
    paths = sorted(path for path in folder.rglob(pattern) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@cache
def _look(tag: str) -> Look:
    theme, _ = read_theme("default", "themes/default", {"theme.yaml": b"name: Fuzz\n"})
    return draw_look(theme, language(tag))
