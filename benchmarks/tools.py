"""The tools that write the same decks: ours and its peers, where they are installed."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from benchmarks.running import Job

PEERS = Path(__file__).parent / "peers"
PYTHON = sys.executable
DECKGEN = str(Path(sys.executable).with_name("deckgen"))


class Tool(NamedTuple):
    """A tool: its name with its version, and its job for so many slides in a folder of decks."""

    name: str
    shown: str
    job: Callable[[Path, int], Job]


def tools() -> tuple[list[Tool], list[str]]:
    """The tools that are installed, and a line about each that is not."""
    found = [
        Tool("deckgen", "deckgen", _deckgen("slides")),
        Tool("linked", "deckgen, with notes and links", _deckgen("linked")),
        Tool("python-pptx", f"python-pptx {version('python-pptx')}", _python_pptx),
    ]
    missing = []
    if pandoc := _pandoc_path():
        found.append(Tool("pandoc", f"pandoc {_pandoc_version(pandoc)}", _pandoc(pandoc)))
    else:
        missing.append("pandoc is left out: there is no pypandoc_binary, nor pandoc itself")
    if shutil.which("node") and (PEERS / "node_modules" / "pptxgenjs").is_dir():
        found.append(Tool("PptxGenJS", f"PptxGenJS {_pptxgenjs_version()}, deflated", _pptxgenjs))
    else:
        missing.append(
            "PptxGenJS is left out: there is no node, or no benchmarks/peers/node_modules"
        )
    return found, missing


def _deckgen(kind: str) -> Callable[[Path, int], Job]:
    def job(folder: Path, slides: int) -> Job:
        output = folder / "deckgen"
        command = [DECKGEN, "build", f"{kind}-{slides}", "-C", str(folder), "-o", str(output)]
        # All of the folder is removed, so that nothing is known of an earlier build.
        return Job(command, output)

    return job


def _python_pptx(folder: Path, slides: int) -> Job:
    script, content = str(PEERS / "plain_deck.py"), folder / f"slides-{slides}.json"
    return Job([PYTHON, script, str(folder), str(content)], content.with_suffix(".pptx"))


def _pptxgenjs(folder: Path, slides: int) -> Job:
    script, content = str(PEERS / "plain_deck.cjs"), folder / f"slides-{slides}.json"
    return Job(["node", script, str(folder), str(content)], content.with_suffix(".pptx"))


def _pandoc(pandoc: str) -> Callable[[Path, int], Job]:
    def job(folder: Path, slides: int) -> Job:
        output = folder / f"pandoc-{slides}.pptx"
        return Job([pandoc, str(folder / f"slides-{slides}.md"), "-o", str(output)], output)

    return job


def _pandoc_path() -> str | None:
    package = find_spec("pypandoc")
    if package and package.origin:
        bundled = shutil.which("pandoc", path=str(Path(package.origin).parent / "files"))
        if bundled:
            return bundled
    return shutil.which("pandoc")


def _pandoc_version(pandoc: str) -> str:
    answer = subprocess.run([pandoc, "--version"], check=True, capture_output=True, text=True)
    return answer.stdout.split()[1]


def _pptxgenjs_version() -> str:
    text = (PEERS / "node_modules" / "pptxgenjs" / "package.json").read_text("utf-8")
    found = re.search(r'"version": "([^"]+)"', text)
    return found[1] if found else ""
