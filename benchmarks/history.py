"""A deck with a long history: 60 projects over 2,000 commits, each of which edits one of them.

    python -m benchmarks.history FOLDER

The first commit has the tag report-1, and the deck is the second report.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

from benchmarks.decks import content

PROJECTS, COMMITS = 60, 2000
DECK = "history"
_SLIDE = "      - kind: changes\n        since: report-1\n"
_DECK = """\
title: Digitale Modellregionen
short_title: Modellregionen
closing: false
marks: false
sections:
  - title: Projekte
    slides:
      - kind: status
"""


def write_history(folder: Path) -> None:
    """Write a repository at `folder`: a deck `history`, and `plain` without the slide and marks."""
    folder.mkdir(parents=True, exist_ok=True)
    _git(folder, "init", "--quiet", "--initial-branch=main")
    _git(folder, "fast-import", "--quiet", given="".join(_stream()).encode())
    _git(folder, "reset", "--quiet", "--hard", "main")


def _stream() -> Iterator[str]:
    """All commits, as git imports them."""
    random, sentences = Random(1), [b for s in content(400).slides for b in s.bullets]
    items = [random.sample(sentences, 6) for _ in range(PROJECTS)]
    yield from _commit(1)
    yield _file("content/plain/deck.yaml", _DECK)
    marked = _DECK.replace("marks: false", "report: 2") + _SLIDE
    yield _file(f"content/{DECK}/deck.yaml", marked)
    for number in range(PROJECTS):
        yield from _project(number, items[number])
    yield "reset refs/tags/report-1\nfrom :1\n\n"
    for commit in range(2, COMMITS + 1):
        number = random.randrange(PROJECTS)
        items[number][random.randrange(6)] = random.choice(sentences)
        yield from _commit(commit)
        yield from _project(number, items[number])


def _commit(number: int) -> Iterator[str]:
    yield f"commit refs/heads/main\nmark :{number}\n"
    yield f"committer B <b@example.org> {1_546_300_800 + number * 3600} +0100\ndata 1\nx\n"


def _project(number: int, items: list[str]) -> Iterator[str]:
    lines = "".join(f"  - {item}\n" for item in items)
    text = f"title: Projekt {number}\nphase: running\nlight: green\nstatus:\n{lines}"
    for deck in (DECK, "plain"):
        yield _file(f"content/{deck}/projects/project-{number:02}.yaml", text)


def _file(path: str, text: str) -> str:
    return f"M 100644 inline {path}\ndata {len(text.encode())}\n{text}\n"


def _git(folder: Path, *words: str, given: bytes | None = None) -> None:
    subprocess.run(["git", "-C", str(folder), *words], input=given, check=True)


if __name__ == "__main__":
    write_history(Path(sys.argv[1]))
