"""The same content gives the same bytes, whoever builds it, where, when and how."""

from __future__ import annotations

import ast
import getpass
import os
import re
import shutil
import socket
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

import deckgen

REPOSITORY = Path(__file__).parent.parent
DECKS = sorted(path.name for path in (REPOSITORY / "content").iterdir())
CLOCKS = {"now", "today", "utcnow", "time", "time_ns", "localtime", "gmtime", "ctime"}

WAYS = {
    "in another folder": ("ein Ordner mit Umlauten äöü", {}, ()),
    "in another time zone": ("zone", {"TZ": "Pacific/Auckland"}, ()),
    "in another locale": ("locale", {"LC_ALL": "C", "LANG": "C"}, ()),
    "with a date for the sources": ("epoch", {"SOURCE_DATE_EPOCH": "1"}, ()),
    "with other hashes": ("hashes", {"PYTHONHASHSEED": "7"}, ()),
    "in two processes": ("processes", {}, ("--jobs", "2")),
    "by another user": ("user", {"USER": "nina", "LOGNAME": "nina", "HOME": "/"}, ()),
}


def built(folder: Path, environment: dict[str, str], options: tuple[str, ...]) -> dict[str, bytes]:
    """The bytes of all decks of the repository, built in a copy of it."""
    for name in ("content", "themes"):
        shutil.copytree(REPOSITORY / name, folder / name)
    subprocess.run(
        [sys.executable, "-m", "deckgen", "build", *options],
        check=True,
        capture_output=True,
        cwd=folder,
        env={**os.environ, **environment},
    )
    return {path.name: path.read_bytes() for path in (folder / "output").glob("*.pptx")}


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return built(tmp_path_factory.mktemp("usual"), {}, ())


@pytest.mark.parametrize("way", WAYS)
def test_decks_are_the_same_bytes(way: str, usual: dict[str, bytes], tmp_path: Path):
    folder, environment, options = WAYS[way]

    assert usual == built(tmp_path / folder, environment, options)
    assert [f"{name}.pptx" for name in DECKS] == sorted(usual)


def test_no_file_tells_where_when_and_by_whom_it_was_made(
    usual: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
):
    folder, user = tmp_path_factory.getbasetemp().name, getpass.getuser()
    traces = ("deckgen", "python", "lxml", folder, user, socket.gethostname())
    words = [re.compile(rf"\b{re.escape(word)}\b".encode(), re.IGNORECASE) for word in traces]

    found = [
        f"{name} says {word.pattern!r} in {part.filename}"
        for name in usual
        for part, content in _parts(usual[name])
        for word in words
        if word.search(part.filename.encode()) or (_is_text(part) and word.search(content))
    ]

    assert [] == found


def _is_text(part: zipfile.ZipInfo) -> bool:
    return part.filename.endswith((".xml", ".rels", ".svg"))


def _parts(file: bytes) -> list[tuple[zipfile.ZipInfo, bytes]]:
    with zipfile.ZipFile(BytesIO(file)) as archive:
        return [(part, archive.read(part)) for part in archive.infolist()]


def test_nothing_that_makes_a_file_asks_for_the_time():
    package = Path(deckgen.__file__).parent
    asking = [
        f"{path.relative_to(package)} calls {node.func.attr}"
        for path in sorted(package.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CLOCKS
    ]

    assert [] == asking
